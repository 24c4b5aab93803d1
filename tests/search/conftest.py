"""A wall and a board of one course, and looking for what stands on them."""
import re
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.support.cast import AINO, ORJAN
from tests.walls.conftest import wall

__all__ = ["wall"]

@dataclass
class Page:
    """`titles` are the links of what was found, in their order."""

    seen: object

    @property
    def titles(self) -> list[str]:
        return [" ".join(re.sub(r"<[^>]+>", "", link).split()) for link in re.findall(r"<h4[^>]*><a[^>]*>(.*?)</a></h4>", self.seen.html, re.DOTALL)]

    @property
    def addresses(self) -> list[str]:
        return re.findall(r'<h4[^>]*><a href="([^"]+)"', self.seen.html)


@pytest.fixture
def look_for(board):
    """look_for(aino, "kahvit", kind="note") opens the page of the search."""
    def look(visitor, words, home=board.home, **more):
        seen = visitor.open(f"{home}/search?{urlencode({'q': words, **more})}")
        assert seen.status == 200, seen.text
        return Page(seen)
    return look


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))
