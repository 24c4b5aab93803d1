"""A module that Marja writes through the pages, in the course of the board."""
import re
from dataclasses import dataclass

import pytest

from tests.support.cast import AINO, ORJAN
from tests.support.visitor import Visitor


@dataclass
class MadeModule:
    id: int
    home: str
    marja: Visitor

    @property
    def path(self) -> str:
        return f"/modules/{self.id}"

    def unit(self, title="Havainto ja arvio") -> int:
        seen = self.marja.post(f"{self.path}/units", **{"title-fi": title})
        assert seen.status == 303, seen.text
        return int(re.search(r"unit-(\d+)", seen.headers["Location"])[1])

    def step(self, unit, kind="page", title="Mitä havainto on", **words) -> int:
        """Its number. `words` fill its form; a text stands in Finnish unless they say otherwise."""
        seen = self.marja.post(f"/units/{unit}/steps", kind=kind, **{"title-fi": title})
        assert seen.status == 303, seen.text
        number = int(re.search(r"/steps/(\d+)", seen.headers["Location"])[1])
        self.write(number, **{"text-fi": "Havainto on se, minkä näit tai kuulit.", **words})
        return number

    def write(self, step, **words):
        """Saves its form, with what it holds and these words."""
        seen = self.marja.press(self.marja.open(f"/steps/{step}"), f"/steps/{step}", button=("stay", "yes"), **words)
        assert seen.status == 200, seen.text
        return seen

    def publish(self, **words):
        seen = self.marja.post(f"{self.path}/editions", **words)
        assert seen.status == 303, seen.text

    def begin(self, visitor, **said):
        seen = visitor.post(f"{self.path}/learner", **said)
        assert seen.status == 303, seen.text
        return seen

    def do(self, visitor, step, **form):
        seen = visitor.post(f"{self.path}/steps/{step}/work", **form)
        assert seen.status == 303, seen.text
        return seen

    def page(self, visitor, step):
        return visitor.open(f"{self.path}/steps/{step}")


@pytest.fixture
def module(board):
    seen = board.marja.post(f"{board.home}/activities", start="module:", open="yes", **{"title-fi": "Kirjaamisen perusteet"})
    assert seen.status == 303, seen.text
    return MadeModule(int(re.search(r"/modules/(\d+)", seen.headers["Location"])[1]), board.home, board.marja)


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))
