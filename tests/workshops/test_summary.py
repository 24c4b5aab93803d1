"""The summary: made from the notes, written on by facilitators, read by everybody when it is published. Never with names."""
import pytest

from tests.support.cast import AINO, EEVA, MARJA, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def aino(enter, workshop):
    return enter(AINO)


def make(board, visitor=None, **form):
    return (visitor or board.marja).post(f"{board.path}/summary", **form)


def text_of(board, language="fi") -> str:
    """What stands in the composer, as lines."""
    return board.marja.open(f"{board.path}/summary?language={language}").typed[0]


def test_it_is_made_by_one_click_and_saved_as_a_document_by_another(workshop, aino):
    workshop.note(aino, "Kahvit perjantaisin")
    made = workshop.marja.open(make(workshop).leads_to)
    assert made.status == 200 and "Kahvit perjantaisin" in made.typed[0]
    [word] = [link for link in made.links if "summary.docx" in link]
    assert workshop.marja.open(word).data[:2] == b"PK"
