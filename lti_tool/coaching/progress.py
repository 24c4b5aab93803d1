"""How far a learner is, from what they did and what their edition asks for. Nothing of it is stored but the moment they finished."""
from typing import NamedTuple

from .contents import Contents, StepShown
from .feedback_forms import answered_steps
from .grading import tell_result
from .learner import Learner
from .recalling import tell_finished
from .work import KNOWN, StepWork, works_of


class Progress(NamedTuple):
    learner: Learner
    contents: Contents
    works: dict[int, StepWork]
    answered: frozenset[int] | None = None  # steps whose feedback they have given; none: not asked, because others look

    @property
    def asked(self) -> list[StepShown]:
        """Steps that have to be done, for one of this background. Feedback never has to be given."""
        return [step for step in self.contents.steps if step.needed and step.is_for(self.learner.background) and not is_nobodys(step)]

    def counts(self, step: StepShown) -> bool:
        return step.id in (self.answered or ()) or step.id in self.works and self.works[step.id].counts

    def is_known(self, step: StepShown) -> bool:
        return step.id in self.works and self.works[step.id].state == KNOWN

    def is_amiss(self, step: StepShown) -> bool:
        """Whether it was answered, and not right so far."""
        work = self.works.get(step.id)
        return work is not None and work.counts and work.best is not None and work.best < 1

    @property
    def has_answered(self) -> bool:
        """Whether any question was answered, so that it says something how many were right."""
        return any(step.id in self.works and self.counts(step) for step in self.marked)

    @property
    def marked(self) -> list[StepShown]:
        """The questions that are asked."""
        from .kinds import kind_of  # which knows steps
        return [step for step in self.asked if kind_of(step.kind).is_marked]

    @property
    def done(self) -> int:
        return sum(map(self.counts, self.asked))

    @property
    def percent(self) -> int:
        """Of the steps that are asked for; rounded down, so that 100 is all."""
        return self.done * 100 // len(self.asked) if self.asked else 100

    @property
    def score(self) -> int | None:
        """Percent of what the questions that were asked can give; none where nothing is right or wrong."""
        marked = self.marked
        if not marked:
            return None
        return round(100 * sum(self.worth(step) for step in marked) / len(marked))

    def worth(self, step: StepShown) -> float:
        work = self.works.get(step.id)
        if work is None:
            return 0.0
        return 1.0 if work.best is None and work.state == KNOWN else work.best or 0.0

    @property
    def to_be_checked(self) -> list[StepShown]:
        """Practice tasks at which a facilitator has to look still."""
        return [step for step in self.asked if step.kind == "practice" and (step.id not in self.works or self.works[step.id].checked_at is None)]

    @property
    def meets_the_needs(self) -> bool:
        needs = self.contents.needs
        return (self.done * 100 >= needs.share * len(self.asked) and (self.score is None or self.score >= needs.score)
                and not (needs.checked and self.to_be_checked))

    @property
    def next_step(self) -> StepShown | None:
        """Where to go on: where they were, if that is not done, else the first that is not done, of those meant for them.

        Who has given feedback nobody else learns: for others it is passed over.
        """
        steps = [step for step in self.contents.steps if step.is_for(self.learner.background) and not self.counts(step) and not (self.answered is None and is_nobodys(step))]
        return next((step for step in steps if step.id == self.learner.last_step), next(iter(steps), None))

    def settle(self) -> bool:
        """Whether the module has been finished by this: what counts stays finished, also when more is asked later."""
        just_now = self.learner.finished_at is None and self.meets_the_needs
        if just_now:
            self.learner.finish()
            tell_finished(self.learner)
        if self.learner.finished_at is not None:
            tell_result(self)
        return just_now


def is_nobodys(step: StepShown) -> bool:
    from .kinds import kind_of  # which knows steps
    return kind_of(step.kind).is_nobodys


def progress_of(learner: Learner) -> Progress:
    """For themselves."""
    contents = learner.edition.read()
    return Progress(learner, contents, works_of([learner.id])[learner.id], answered_steps(contents, learner.person_id))


def progress_of_all(learners: list[Learner]) -> list[Progress]:
    """With two questions, however many they are."""
    works, read = works_of([learner.id for learner in learners]), {}
    for learner in learners:
        read.setdefault(learner.edition_id, learner.edition.read())
    return [Progress(learner, read[learner.edition_id], works[learner.id]) for learner in learners]
