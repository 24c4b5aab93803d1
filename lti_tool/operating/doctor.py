"""The doctor: looks at everything that an installation needs, and says in words what is good, what to look at, and what is bad.

Changes nothing, and tells nothing of what people wrote.
"""
import json
from functools import partial
from pathlib import Path

import click
from flask_babel import force_locale

from .checks import DATABASE, WITH_DATABASE, WITHOUT_DATABASE, look_at_backups
from .finding import BAD, GOOD, LOOK, Finding, bad

MARKS = {GOOD: "ok  ", LOOK: "look", BAD: "BAD "}


def examined(backup: Path | None = None) -> list[Finding]:
    """Every finding. In an application context, outside any transaction."""
    findings = [finding for check in (*WITHOUT_DATABASE, DATABASE) for finding in found_by(check)]
    if any(finding.about == "database" and finding.state == BAD for finding in findings):
        return findings  # the rest would only say the same in other words
    return findings + [finding for check in WITH_DATABASE for finding in found_by(partial(check, backup) if check is look_at_backups else check)]


def found_by(check) -> list[Finding]:
    found = []
    try:
        with force_locale("en"):
            found.extend(check())
    except Exception as error:
        name = getattr(check, "func", check).__name__.removeprefix("look_at_").replace("_", " ")
        found.append(bad(name, f"This could not be looked at ({type(error).__name__}).", "If nothing else here says why, report this."))
    return found


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="For programs: a list of {about, state, said, todo}.")
@click.option("--backup", type=click.Path(path_type=Path), help="The newest backup, or the folder in which backups are: whether it is whole, and how old.")
@click.pass_context
def doctor(context, as_json, backup):
    """Says what is well and what is not, and what to do. Ends with 1 when something is bad."""
    tell(examined(backup), as_json)


def tell(findings: list[Finding], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            click.echo(f"{MARKS[finding.state]}  {finding.about:<10} {finding.said}")
            if finding.todo:
                click.echo(f"{'':<17}{finding.todo}")
    if any(finding.state == BAD for finding in findings):
        raise SystemExit(1)
