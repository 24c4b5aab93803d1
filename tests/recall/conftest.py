"""A module with recall cards in one step, a note that becomes a card, and who learns."""
import re

import pytest

from tests.coaching.conftest import aino, module, orjan  # noqa: F401
from tests.support.cast import AINO


class Cards:
    """What facilitators and learners do with recall cards, through the pages."""

    def __init__(self, board):
        self.board, self.marja, self.page = board, board.marja, f"{board.home}/recall"

    def make(self, kind, number, front="Mistä kirjaamiskahveilla puhutaan?", back="Yhdestä esimerkistä", **more) -> int:
        """Its number."""
        seen = self.marja.post(f"/recall/{kind}/{number}/card", **{"front-fi": front, "back-fi": back, **more})
        assert seen.status == 303, seen.text
        return int(re.search(r"recall-card-(\d+)", seen.headers["Location"])[1])

    def want(self, visitor, takes="all"):
        assert visitor.post(self.page, takes=takes).status == 303

    def shown(self, visitor):
        """The question that is asked just now, if one is."""
        found = re.search(r'<p class="q text"[^>]*>(.*?)</p>', visitor.open(self.page).html, re.S)
        return found and re.sub(r"<[^>]+>", "", found[1]).strip()

    def form(self, visitor):
        """(address, times) of the card that is asked just now."""
        html = visitor.open(self.page).html
        return re.search(r"/memories/\d+/reviews", html)[0], re.search(r'name="times" value="(\d+)"', html)[1]

    def answer(self, visitor, rating="knew"):
        address, times = self.form(visitor)
        return visitor.post(address, rating=rating, times=times)

    def list(self):
        return self.marja.open(f"{self.page}/cards")


@pytest.fixture
def cards(board):
    return Cards(board)


@pytest.fixture
def learned(module, aino, cards):  # noqa: F811
    """Aino has done the step, which holds one card."""
    step = module.step(module.unit(), **{"point-0-front-fi": "Mitkä kolme asiaa?", "point-0-back-fi": "Mitä, milloin, missä."})
    other = module.step(module.unit("Kokeile"), title="Lisää")
    module.publish()
    module.begin(aino)
    module.do(aino, step)
    return step, other


@pytest.fixture
def phone(enter):
    return lambda: enter(AINO)


@pytest.fixture
def later(clock, aino, orjan, board):  # noqa: F811
    """Some time goes by, in the application's clock; everybody comes in anew, as a session lasts a day."""
    def go(**by):
        clock.forward(**by)
        for visitor in (aino, orjan, board.marja):
            visitor.launch()
    return go
