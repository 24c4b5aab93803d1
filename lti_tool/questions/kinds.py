"""The kinds of questions. One more (cloze questions) is a class of its own and a line here."""
from flask_babel import gettext as _

from .matching import Matching
from .multiple_choice import MultipleChoice
from .number import Number
from .ordering import Ordering
from .short_text import ShortText
from .single_choice import SingleChoice
from .true_false import TrueFalse

KINDS = {noun.kind: noun for noun in (SingleChoice, MultipleChoice, TrueFalse, Matching, Ordering, Number, ShortText)}


def kind_words() -> dict[str, str]:
    return {"single_choice": _("One of several answers"), "multiple_choice": _("Several right answers"), "true_false": _("True or false"), "matching": _("Pairs"),
            "ordering": _("Putting in order"), "number": _("A number"), "short_text": _("A short text")}
