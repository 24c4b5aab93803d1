"""The operator's command for what can be found."""
import click

from ..db import transaction
from .keeping import rebuild


@click.command("rebuild-search")
def rebuild_search():
    """Reads everything that can be found anew, for the search. Needed only where something was changed past the tool; it may take a minute."""
    click.echo(rebuilt())


def rebuilt() -> str:
    with transaction():
        made = rebuild()
    return f"The search knows {sum(made.values())} things now: " + ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in made.items()) + "."
