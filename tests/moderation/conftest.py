"""A board with a note of Aino's, and a wall with a post of hers; Marja facilitates, Örjan takes part."""
import pytest

from tests.support.cast import AINO, ORJAN, OTTO
from tests.walls.conftest import wall  # noqa: F401


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))


@pytest.fixture
def other(enter, board):
    """A second facilitator, of the name Otto."""
    return enter(OTTO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Asiakas Virtanen kertoi")


def set_level(board, level):
    """Of anonymity, before anybody has written."""
    seen = board.marja.submit(f"{board.path}/settings", **{"title-fi": "Rakenteinen kirjaaminen", "anonymity": level})
    assert seen.status == 200, seen.text


def about(path) -> str:
    """The page of a thing: about("/posts/3")."""
    kind, number = path.strip("/").split("/")[:2]
    return f"/moderated/{kind.rstrip('s')}/{number}"
