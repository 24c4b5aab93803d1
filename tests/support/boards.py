"""Makes a board as a facilitator does it: through the pages."""
import re
from typing import NamedTuple

from .cast import MARJA
from .visitor import Visitor


class MadeBoard(NamedTuple):
    id: int
    course: int
    columns: list[int]
    marja: Visitor

    @property
    def path(self):
        return f"/boards/{self.id}"

    def note(self, visitor, text="Kirjaamiskahvit joka toinen perjantai", column=0, **form) -> int:
        """Somebody writes a note; its number."""
        seen = visitor.send(f"/columns/{self.columns[column]}/notes", text=text, **{"colour": "sun", "language": "fi", **form})
        assert seen.status == 201, seen.html
        return int(seen.response.headers["X-Note"])


def make_board(app, enter, titles=("Toimii", "Takkuaa"), state="open") -> MadeBoard:
    marja = enter(MARJA)
    placement = re.search(r"/placements/\d+", marja.address).group()
    marja.submit(placement, opens="home")
    course = int(re.search(r"/courses/(\d+)", marja.launch().address).group(1))
    made = marja.submit(f"/courses/{course}/activities", **{"kind": "board", "title-fi": "Rakenteinen kirjaaminen", "title-sv": "Strukturerad dokumentation"})
    board = int(re.search(r"/boards/(\d+)", made.response.request.path).group(1))
    for title in titles:
        marja.submit(f"/boards/{board}/columns", **{"title-fi": title, "colour": "sun"})
    marja.submit(f"/activities/{board}/state", state=state)
    return MadeBoard(board, course, marja.open(f"/boards/{board}").numbers("column"), marja)
