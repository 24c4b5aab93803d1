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

    @property
    def home(self):
        return f"/courses/{self.course}"

    @property
    def activity(self):
        return f"/activities/{self.id}"

    def composer(self, column=0):
        return f"/columns/{self.columns[column]}/notes"

    def note(self, visitor, text="Kirjaamiskahvit joka toinen perjantai", column=0, **form) -> int:
        """Somebody writes a note; its number."""
        seen = visitor.send(self.composer(column), text=text, **{"colour": "sun", "language": "fi", **form})
        assert seen.status == 201, seen.html
        return int(seen.headers["X-Note"])

    def notes(self, visitor, column=0) -> list[int]:
        """The notes of a column as somebody sees them, in their order."""
        return visitor.open(self.path).notes_in(self.columns[column])

    def set_state(self, state) -> None:
        assert self.marja.post(f"{self.activity}/state", state=state).status == 303

    def close(self):
        self.set_state("closed")


def make_board(app, enter, titles=("Toimii", "Takkuaa"), state="open") -> MadeBoard:
    marja = enter(MARJA)
    placement = re.search(r"/placements/\d+", marja.address).group()
    course = int(re.search(r"/courses/(\d+)", marja.post(placement, opens="home").leads_to).group(1))
    marja.address = f"/courses/{course}"
    made = marja.post(f"/courses/{course}/activities", **{"kind": "board", "title-fi": "Rakenteinen kirjaaminen", "title-sv": "Strukturerad dokumentation"})
    board = int(re.search(r"/boards/(\d+)", made.leads_to).group(1))
    for title in titles:
        marja.post(f"/boards/{board}/columns", **{"title-fi": title, "colour": "sun"})
    marja.post(f"/activities/{board}/state", state=state)
    return MadeBoard(board, course, marja.open(f"/boards/{board}").numbers("column"), marja)
