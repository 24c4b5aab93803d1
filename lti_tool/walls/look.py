"""How somebody looks at a wall: which posts, and in which arrangement. It stands in the address, so that it can be sent to others and comes back."""
from typing import NamedTuple

from flask import current_app, request

from ..web import thing_number
from .adoption import STEPS

CARDS, COLUMNS = ARRANGEMENTS = ("cards", "columns")
LIST = "list"  # the cards, one below the other: their style alone is another


class Look(NamedTuple):
    arrangement: str = CARDS
    theme: int | None = None
    language: str = ""
    step: str = ""  # posts that somebody has taken that step with
    only_new: bool = False
    only_featured: bool = False
    as_list: bool = False
    pages: int = 1  # of posts, one below the other

    def but(self, **changes) -> dict:
        """The parameters of the address of this look, changed like that."""
        look = self._replace(**{"pages": 1, **changes})
        told = {"as": look.arrangement if look.arrangement != CARDS else None, "theme": look.theme, "language": look.language or None, "step": look.step or None,
                "new": "yes" if look.only_new else None, "featured": "yes" if look.only_featured else None, "look": LIST if look.as_list else None, "pages": look.pages if look.pages > 1 else None}
        return {name: value for name, value in told.items() if value is not None}

    @property
    def is_filtered(self) -> bool:
        return bool(self.theme or self.language or self.step or self.only_new or self.only_featured)


def look_taken() -> Look:
    """What the address does not say well is passed over."""
    said = request.args
    return Look(arrangement=COLUMNS if said.get("as") == COLUMNS else CARDS, theme=said.get("theme", type=thing_number),
                language=said.get("language", "") if said.get("language") in current_app.config["LANGUAGES"] else "",
                step=said.get("step", "") if said.get("step") in STEPS else "", only_new=bool(said.get("new")), only_featured=bool(said.get("featured")), as_list=said.get("look") == LIST,
                pages=max(1, min(said.get("pages", 1, type=thing_number) or 1, 400)))
