"""A module as tests in the browser need it: a step of each kind, short enough to be gone through in a moment."""
from typing import NamedTuple

import sqlalchemy as sa

from lti_tool.activities.activity import OPEN
from lti_tool.coaching.contents import Contents, Needs, StepShown, UnitShown
from lti_tool.coaching.copying import lay_out
from lti_tool.coaching.kinds.question import with_question
from lti_tool.coaching.module import Module
from lti_tool.db import Wording
from lti_tool.people import Course
from lti_tool.questions import KINDS, PartWords, Words
from lti_tool.questions.option import WHOLE, Option
from lti_tool.questions.question import Part

from .stage import open_by_link

RIGHT, WRONG = "Se, minkä näit tai kuulit", "Se, mitä siitä päättelit"
IN_ORDER = ("Havainto", "Arvio", "Suunnitelma")
OTHER_WAY = "Kirjaan oman arvioni ensin"
CHOICE, WHAT_COMES = "Kysyn asiakkaalta", "Asiakas kertoo omin sanoin, ja kirjaus saa sisältönsä häneltä."


def choosing() -> object:
    words = Words("<p>Mikä on havainto?</p>", "<p>Arvio tulee vasta havainnon jälkeen.</p>", {"asee": PartWords(RIGHT, "Juuri niin."), "bsee": PartWords(WRONG, "Se on jo arvio.")})
    return KINDS["single_choice"]("askseen", {"fi": words}, "Havainto", parts=(Option("asee", WHOLE), Option("bsee", 0)))


def ordering() -> object:
    words = Words("<p>Missä järjestyksessä?</p>", "", {number: PartWords(text, "") for number, text in zip(("ord1", "ord2", "ord3"), IN_ORDER)})
    return KINDS["ordering"]("askorder", {"fi": words}, "Järjestys", parts=tuple(Part(number) for number in ("ord1", "ord2", "ord3")))


def step(kind: str, title: str, **contents) -> StepShown:
    return StepShown(0, kind, Wording({"fi": title}), 3, True, (), {"text": {"fi": "<p>Havainto on se, minkä näit tai kuulit.</p>"}, **contents})


POINT = {"id": "point111", "front": {"fi": "Mikä on havainto?"}, "back": {"fi": RIGHT}}
CASE = [{"key": "1", "text": {"fi": "Asiakas on hiljaa."}, "choices": [{"words": {"fi": CHOICE}, "told": {"fi": WHAT_COMES}, "to": "2"}, {"words": {"fi": OTHER_WAY}, "told": {}, "to": ""}]},
        {"key": "2", "text": {"fi": "Asiakas vastaa."}, "choices": [{"words": {"fi": "Luen kirjauksen ääneen"}, "told": {"fi": "Asiakas korjaa yhden sanan."}, "to": ""}]}]
STEPS = {  # by what tests call them
    "page": lambda: step("page", "Mitä havainto on", recall=[POINT], video="https://example.fi/video", transcript={"fi": "Videolla luetaan kirjaus."}, sources={"fi": "Kirjaamisen opas"}),
    "question": lambda: step("question", "Mikä on havainto", **with_question({"in_check": True}, choosing())),
    "ordering": lambda: step("question", "Mikä tulee ensin", **with_question({}, ordering())),
    "scenario": lambda: step("scenario", "Hiljainen käynti", parts=CASE),
    "reflection": lambda: step("reflection", "Oma tapasi"),
    "practice": lambda: step("practice", "Kokeile työssä"),
    "self_assessment": lambda: step("self_assessment", "Miten on nyt", occasion="after"),
    "feedback": lambda: step("feedback", "Mitä pidit?", questions=[{"kind": "rating", "words": {"fi": "Auttoiko tämä työssäsi?"}}]),
}
FIRST_UNIT = 3  # steps


class StagedModule(NamedTuple):
    id: int
    steps: dict[str, int]

    @property
    def path(self) -> str:
        return f"/modules/{self.id}"

    def at(self, name: str) -> str:
        return f"{self.path}/steps/{self.steps[name]}"


def add_module(course, title="Oma valmennus", names=tuple(STEPS), published=True) -> tuple[Module, dict[str, int]]:
    """Open, with those steps; and their numbers."""
    made = [STEPS[name]() for name in names]
    units = [UnitShown(0, Wording({"fi": words}), tuple(steps)) for words, steps in (("Havainto ja arvio", made[:FIRST_UNIT]), ("Omassa työssä", made[FIRST_UNIT:])) if steps]
    module = lay_out(course, Wording({"fi": title}), Wording({"fi": "Erotat havainnon arviosta."}), Contents(tuple(units), Needs(), {}, {"1": Wording({"fi": "Erotan havainnon arviosta."})}))
    module.state = OPEN
    if published:
        module.publish(Wording())
    return module, dict(zip(names, [step.id for step in module.contents().steps], strict=True))


def stage_module(tool, *names) -> StagedModule:
    """With those steps, or one of each kind; opened by the platform's link 8."""
    with tool.writing() as session:
        course = session.scalar(sa.select(Course).where(Course.title == "Kirjaamisen kehittäjäverkosto"))
        module, steps = add_module(course, names=names or tuple(STEPS))
        open_by_link(session, course, module)
        return StagedModule(module.id, steps)
