"""Key points of a step: questions with their answers, which return to its learners as recall cards."""
from secrets import token_hex

from flask_babel import gettext as _

from ...db import Wording
from ...documents.place import Place
from ...questions.question import ID
from ...recall import CardWords
from ...recall.card import BACK_LIMIT, FRONT_LIMIT
from ...web import Unsuitable, take_wording
from ..contents import StepShown

POINTS_AT_MOST = 5


def take_points(before: list[dict], languages) -> list[dict]:
    """From fields named `point-0-front-fi`: those with words; each keeps its id, and no id comes twice. Raises Unsuitable."""
    taken = []
    for place in range(POINTS_AT_MOST):
        held = before[place] if place < len(before) else {"id": "", "front": {}, "back": {}}
        front = take_wording(f"point-{place}-front", FRONT_LIMIT, languages, Wording(held["front"]))
        back = take_wording(f"point-{place}-back", BACK_LIMIT, languages, Wording(held["back"]))
        if bool(front) != bool(back):
            raise Unsuitable(f"point-{place}-{'back' if front else 'front'}", _("A recall card needs both a question and its answer."))
        if front:
            taken.append({"id": held["id"] or token_hex(4), "front": dict(front), "back": dict(back)})
    return taken


def read_points(place: Place) -> list[dict]:
    """As a file says them."""
    points = []
    for row in place.rows(POINTS_AT_MOST, _("there are too many of these (at most %(number)s).", number=POINTS_AT_MOST)):
        if row.must_be_object("id", "front", "back"):
            if not isinstance(row.value.get("id"), str) or not ID.fullmatch(row.value["id"]) or row.value["id"] in [one["id"] for one in points]:
                row.part("id").wrong(_("an id is needed here: from 4 to 16 of the letters a–z and digits."))
            points.append({"id": row.value.get("id"), "front": dict(row.part("front").wording(FRONT_LIMIT, required=True)), "back": dict(row.part("back").wording(BACK_LIMIT, required=True))})
    return points


def cards_of_points(step: StepShown) -> dict[str, CardWords]:
    return {one["id"]: CardWords(Wording(one["front"]), Wording(one["back"])) for one in step.contents.get("recall", ())}
