"""The kinds of steps: what each asks of whoever writes it, and of whoever goes through it. One file for each."""
from .feedback import Feedback
from .page import Page
from .practice import Practice
from .question import Question
from .reflection import Reflection
from .scenario import Scenario
from .self_assessment import SelfAssessment
from .step_kind import StepKind

KINDS: dict[str, StepKind] = {kind.name: kind for kind in (Page(), Question(), Scenario(), Reflection(), Practice(), SelfAssessment(), Feedback())}


def kind_of(name: str) -> StepKind:
    return KINDS[name]


__all__ = ["KINDS", "StepKind", "kind_of"]
