"""On which terms others may use what stands on a wall. Shown below the wall, and on everything that leaves it."""
from typing import NamedTuple

from flask_babel import gettext as _

from ..db.wording import Said

NONE, BY, BY_SA, CC0, OWN = LICENCES = ("", "by", "by-sa", "cc0", "own")
WORDS_LIMIT = 300
ADDRESSES = {BY: "https://creativecommons.org/licenses/by/4.0/", BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
             CC0: "https://creativecommons.org/publicdomain/zero/1.0/"}
NAMES = {BY: "CC BY 4.0", BY_SA: "CC BY-SA 4.0", CC0: "CC0 1.0"}


class Licence(NamedTuple):
    """As it is shown: a name with an address, or the wall's own words."""

    said: Said
    address: str = ""


def licence_word(licence: str) -> str:
    return {NONE: _("No licence is said"), BY: "CC BY 4.0", BY_SA: "CC BY-SA 4.0", CC0: "CC0 1.0", OWN: _("In words of our own")}[licence]


def licence_meaning(licence: str) -> str:
    return {NONE: _("Whoever wants to use a text asks its author."), BY: _("Everybody may use and change the texts, naming their author."),
            BY_SA: _("Everybody may use and change the texts, naming their author and under the same licence."),
            CC0: _("Everybody may use the texts as if they were their own."), OWN: ""}[licence]


def licence_of(wall, reading) -> Licence | None:
    """`reading`: languages, the reader's first."""
    if wall.licence == OWN:
        said = wall.own_licence.best(*reading)
        return Licence(said) if said else None
    return Licence(Said(NAMES[wall.licence], reading[0]), ADDRESSES[wall.licence]) if wall.licence in NAMES else None


def licence_line(wall, reading) -> str:
    """In one line, for files: its name, and where it is read."""
    licence = licence_of(wall, reading)
    if licence is None:
        return ""
    return f"{licence.said.text} ({licence.address})" if licence.address else licence.said.text
