"""A self-assessment on the module's own statements: before; and after, together with a look back at how one was before, as one sees it now."""
from flask import request
from flask_babel import gettext as _

from ...web import Unsuitable
from .step_kind import StepKind

BEFORE, AFTER = OCCASIONS = ("before", "after")
SCALE = (1, 2, 3, 4, 5)
NOW, BACK = "now", "back"


class SelfAssessment(StepKind):
    name = "self_assessment"
    icon = "eye"
    is_text_needed = False

    def word(self):
        return _("Self-assessment")

    def hint(self):
        return _("How sure one is of what the module is about: before, after, and looking back.")

    def begin(self):
        return {"text": {}, "occasion": BEFORE}

    def take(self, before, languages):
        occasion = request.form.get("occasion", before["occasion"])
        if occasion not in OCCASIONS:
            raise Unsuitable("occasion", _("Choose one of what is offered."))
        return {**super().take(before, languages), "occasion": occasion}

    def read(self, place):
        return {**super().read(place, "occasion"), "occasion": place.part("occasion").choice(OCCASIONS, BEFORE)}

    def asks(self, step) -> tuple[str, ...]:
        """What is asked of each statement."""
        return (NOW,) if step.contents["occasion"] == BEFORE else (NOW, BACK)

    def do(self, step, work):
        """Each that is answered; who leaves one out says nothing about it."""
        given = {}
        for what in self.asks(step):
            for key in request.form.getlist("statement"):
                answer = request.form.get(f"{what}-{key}", "")
                if answer:
                    if answer not in map(str, SCALE) or not key.isascii() or len(key) > 6:
                        raise Unsuitable(f"{what}-{key}", _("Choose one of what is offered."))
                    given.setdefault(what, {})[key] = int(answer)
        if not given:
            raise Unsuitable("statement", _("Choose an answer to at least one statement."))
        work.answer = given
        work.finish()
        return False


def scale_said() -> dict[int, str]:
    return {1: _("Not at all"), 2: _("A little"), 3: _("To some extent"), 4: _("Well"), 5: _("Very well")}
