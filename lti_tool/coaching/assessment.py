"""What self-assessments say: of oneself, and of all learners together once there are enough of them that nobody can be guessed."""
from typing import NamedTuple

from ..db import Wording
from .contents import Contents
from .kinds.self_assessment import AFTER, BACK, BEFORE, NOW
from .progress import Progress

GROUP_AT_LEAST = 5
OCCASIONS = (BEFORE, BACK, AFTER)  # as they are shown: before, before as one sees it now, after


class Line(NamedTuple):
    """One statement. Numbers from 1 to 5, or None where nothing was answered or too few have."""

    words: Wording
    at: dict[str, float | None]  # by occasion
    people: int = 1

    @property
    def is_empty(self) -> bool:
        return not any(self.at.values())


def answers_of(progress: Progress) -> dict[str, dict[str, int]]:
    """occasion -> statement -> answer."""
    found = {occasion: {} for occasion in OCCASIONS}
    for step in progress.contents.steps:
        work = progress.works.get(step.id)
        if step.kind == "self_assessment" and work and work.answer:
            found[step.contents["occasion"]].update(work.answer.get(NOW, {}))
            found[BACK].update(work.answer.get(BACK, {}))
    return found


def own_lines(progress: Progress) -> list[Line]:
    given = answers_of(progress)
    lines = [Line(words, {occasion: given[occasion].get(key) for occasion in OCCASIONS}) for key, words in progress.contents.statements.items()]
    return [line for line in lines if not line.is_empty]


def group_lines(contents: Contents, everybody: list[Progress]) -> list[Line]:
    """Only of those who answered both before and after: otherwise who came and went would look like progress. `people` is how many these are."""
    given = [answers_of(progress) for progress in everybody]
    lines = []
    for key, words in contents.statements.items():
        both = [one for one in given if key in one[BEFORE] and key in one[AFTER]]
        if len(both) >= GROUP_AT_LEAST:
            looked_back = [one for one in both if key in one[BACK]]
            at = {BEFORE: mean(one[BEFORE][key] for one in both), AFTER: mean(one[AFTER][key] for one in both),
                  BACK: mean(one[BACK][key] for one in looked_back) if len(looked_back) >= GROUP_AT_LEAST else None}
            lines.append(Line(words, at, len(both)))
    return lines


def mean(numbers) -> float:
    numbers = list(numbers)
    return round(sum(numbers) / len(numbers), 1)
