"""Questions are values: nothing is stored here. They speak English, so that tests can read what is said."""
import pytest
from flask_babel import force_locale
from hypothesis import strategies as st

from lti_tool.questions import PartWords, Words
from lti_tool.questions.matching import Item, Matching
from lti_tool.questions.multiple_choice import MultipleChoice
from lti_tool.questions.number import Accepted, Number
from lti_tool.questions.option import Option
from lti_tool.questions.ordering import Ordering
from lti_tool.questions.question import Part
from lti_tool.questions.short_text import ShortText
from lti_tool.questions.single_choice import SingleChoice
from lti_tool.questions.true_false import TrueFalse

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30)
SIGNS = st.text("ab~=#{}:\\%*[]->. \n$/T1<&;", max_size=12)


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


@pytest.fixture(autouse=True)
def in_english(app):
    with app.test_request_context("/", method="POST"), force_locale("en"):
        yield


def words(text="Kumpi on havainto?", feedback="<p>Kiitos.</p>", **parts) -> Words:
    """`parts`: id -> text, or (text, feedback)."""
    return Words(f"<p>{text}</p>", feedback, {number: PartWords(*([said] if isinstance(said, str) else said)) for number, said in parts.items()})


def single(**more) -> SingleChoice:
    return SingleChoice("single01", {"fi": words(aaaa=("Kirjeet olivat auki.", "Sen näki."), bbbb=("Hän ei pärjää.", "Se on arvio."), cccc="Ehkä")},
                        parts=(Option("aaaa", 100), Option("bbbb", 0), Option("cccc", 50)), **more)


def multiple(**more) -> MultipleChoice:
    return MultipleChoice("multiple", {"fi": words(aaaa="A", bbbb="B", cccc="C", dddd=("D", "Ei tämä"))},
                          parts=(Option("aaaa", 100), Option("bbbb", 100), Option("cccc", 0), Option("dddd", 0)), **more)


def truth() -> TrueFalse:
    return TrueFalse("truth001", {"fi": words("Asiakas saa lukea kirjaukset.", true=("", "Niin on."), false=("", "Kyllä saa."))})


def matching(**more) -> Matching:
    return Matching("matching", {"fi": words(aaaa="Kirje oli auki", bbbb="Ei pärjää", cccc="Ovi oli lukossa", t111="Havainto", t222="Arvio", t333="Suunnitelma")},
                    parts=(Item("aaaa", "t111"), Item("bbbb", "t222"), Item("cccc", "t111")), targets=("t111", "t222", "t333"), **more)


def ordering(**more) -> Ordering:
    return Ordering("ordering", {"fi": words(aaaa="Ensin", bbbb="Sitten", cccc="Sen jälkeen", dddd="Lopuksi")}, parts=tuple(Part(number) for number in ("aaaa", "bbbb", "cccc", "dddd")), **more)


def number() -> Number:
    return Number("number01", {"fi": words("Montako?", aaaa=("", "Juuri niin."), bbbb=("", "Melkein."), otherwise=("", "Laske uudelleen."))},
                  parts=(Accepted("aaaa", "3.5", "0.1"), Accepted("bbbb", "3.5", "1", 50)))


def short(**more) -> ShortText:
    return ShortText("short001", {"fi": words("Mikä?", aaaa="Itsemääräämisoikeus", bbbb=("itse*", "Sana jäi kesken."), otherwise=("", "Ks. laki."))},
                     parts=(Option("aaaa", 100), Option("bbbb", 50)), **more)


def one_of_each() -> list:
    return [single(title="Havainto: {vai} #1?"), multiple(), truth(), matching(), ordering(), number(), short()]
