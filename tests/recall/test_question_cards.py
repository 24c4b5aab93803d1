"""Check questions become recall cards: whatever kind they are, what is right stands on the back and never on the front."""
import pytest
from flask_babel import force_locale

from lti_tool.coaching.kinds.question_card import card_of
from tests.coaching.test_going_through import asked
from tests.questions.conftest import matching, multiple, number, ordering, short, single, truth

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_every_kind_has_a_question_and_its_answer(app):
    with app.test_request_context(), force_locale("en"):
        said = {made.kind: card_of(made) for made in (single(), multiple(), truth(), matching(), ordering(), number(), short())}
    back = {kind: card.back["fi"].splitlines() for kind, card in said.items()}
    assert back["single_choice"] == ["Kirjeet olivat auki.", "Kiitos."] and back["multiple_choice"] == ["A", "B", "Kiitos."]
    assert back["matching"][0] == "Kirje oli auki – Havainto" and back["ordering"][:2] == ["1. Ensin", "2. Sitten"]
    assert back["number"] == ["3,5", "Kiitos."] and back["short_text"][0] == "Itsemääräämisoikeus" and len(back["true_false"]) == 2
    assert said["ordering"].front["fi"].splitlines() == ["Kumpi on havainto?", "– Ensin", "– Lopuksi", "– Sen jälkeen", "– Sitten"], "not in the order that is right"
    assert "Itse" not in said["short_text"].front["fi"]


def test_a_question_that_was_answered_returns_unless_its_author_says_no(module, cards, aino, later):
    step, right, _wrong = asked(module, module.unit())
    module.publish()
    module.begin(aino)
    question = next(name for name in module.page(aino, step).form(f"{module.path}/steps/{step}/work").names if name.startswith("question-"))
    module.do(aino, step, **{question: right})
    later(days=1)
    assert cards.shown(aino)
    module.write(step, recalled="")
    module.publish()
    assert cards.shown(aino) is None
