"""A place in a question's JSON. Stricter than other files of ours: what is not known is refused, because a question that lost a part of itself would mark wrongly."""
from flask_babel import gettext as _

from ..documents.place import Place as FilePlace
from ..documents.strict_json import shortened
from .question import ID, PARTS_AT_MOST, new_id


class Place(FilePlace):
    def part(self, name: str) -> "Place":
        return self.as_ours(super().part(name))

    def rows(self, *how, **more) -> list["Place"]:
        return [self.as_ours(row) for row in super().rows(*how, **more)]

    @staticmethod
    def as_ours(place) -> "Place":
        return Place(place.value, place.path, place.findings)

    def parts_read(self, name: str, *known: str, at_least: int = 1) -> list["Place"]:
        rows = self.part(name).rows(PARTS_AT_MOST, _("there are too many answers (at most %(number)s).", number=PARTS_AT_MOST), required=True)
        if len(rows) < at_least and not self.findings.wrong:
            self.part(name).wrong(_("there are no answers."))
        return [row for row in rows if must_have_only(row, *known)]

    def id_read(self, name: str = "id") -> str:
        place = self.part(name)
        if not isinstance(place.value, str) or not ID.fullmatch(place.value):
            place.wrong(_("an id is needed here: from 4 to 16 of the letters a–z and digits."))
            return new_id()
        return place.value

    def needed_flag(self) -> bool:
        if self.is_missing:
            self.wrong(_("true or false is needed here."))
        return self.flag(False)


def must_have_only(place, *known: str) -> bool:
    """Says what is wrong about the rest."""
    if not isinstance(place.value, dict):
        place.wrong(_("an object is needed here: { … }"))
        return False
    for name in place.value:
        if name not in known:
            place.wrong(_("“%(name)s” is not known here.", name=shortened(name)))
    return True
