"""A wall of good practices, open, in the course of the board."""
import re
from dataclasses import dataclass

import pytest

from tests.support.cast import AINO, ORJAN
from tests.support.visitor import Visitor


@dataclass
class MadeWall:
    """`questions` are the numbers of its form's fields, `themes` of its topics."""

    id: int
    home: str
    marja: Visitor

    @property
    def path(self) -> str:
        return f"/walls/{self.id}"

    def begin(self, visitor) -> str:
        """The path of a new draft."""
        seen = visitor.post(f"{self.path}/posts")
        assert seen.status == 303, seen.text
        return re.search(r"/posts/\d+", seen.headers["Location"])[0]

    def questions(self, visitor, post) -> list[int]:
        return [int(number) for number in dict.fromkeys(re.findall(r'name="answer-(\d+)"', visitor.open(f"{post}/edit").html))]

    def post(self, visitor, title="Kirjaamiskahvit", how="Luetaan yhdessä yksi esimerkki.", language="fi", **more) -> str:
        """The path of a published one. Its third question is the one that has to be answered."""
        post = self.begin(visitor)
        asked = self.questions(visitor, post)
        seen = visitor.post(f"{post}/texts/{language}", title=title, publish="yes", **{f"answer-{asked[2]}": how}, **more)
        assert seen.status == 303, seen.text
        return post


@pytest.fixture
def wall(board):
    seen = board.marja.post(f"{board.home}/activities", start="wall:practices", open="yes")
    assert seen.status == 303, seen.text
    return MadeWall(int(re.search(r"/walls/(\d+)", seen.headers["Location"])[1]), board.home, board.marja)


@dataclass
class Talk:
    """What is said about one post of Aino's."""

    wall: MadeWall
    post: str

    def say(self, visitor, text="Meillä samoin", **form) -> int:
        """The number of the comment."""
        seen = visitor.send(f"{self.post}/comments", text=text, **{"language": "fi", **form})
        assert seen.status == 201, seen.text
        return int(seen.headers["X-Comment"])

    def texts(self, visitor) -> list[str]:
        """As somebody reads them on the post's page."""
        page = visitor.open(self.post)
        assert page.status == 200
        return [" ".join(text.text_content().split()) for item in page.all("li") if item.get("id", "").startswith("comment-") for text in item.iter("p") if text.get("class") == "text"]

    def set_up(self, **settings):
        """The wall's settings, with those that are ticked."""
        seen = self.wall.marja.post(f"{self.wall.path}/settings", **{"title-fi": "Seinä", "takes_comments": "yes", "takes_steps": "yes", **settings})
        assert seen.status == 303, seen.text


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))


@pytest.fixture
def talk(wall, aino):
    return Talk(wall, wall.post(aino))


def undo_of(seen) -> str:
    [address] = [form.get("action") for form in seen.all("form") if form.get("action").startswith("/acts/")]
    return address
