"""Makes a series of workshops as a facilitator does it: through the pages."""
import re
from typing import NamedTuple

from .boards import MadeBoard


class MadeSeries(NamedTuple):
    id: int
    board: MadeBoard

    @property
    def path(self):
        return f"/series/{self.id}"

    @property
    def marja(self):
        return self.board.marja

    def add(self, *boards, **how):
        return self.marja.post(f"{self.path}/workshops", board=[str(board) for board in boards], **how)

    def order(self, visitor=None) -> list[int]:
        return (visitor or self.marja).open(f"{self.path}/workshops").numbers("workshop")

    def move(self, board, after="", visitor=None):
        return (visitor or self.marja).post(f"{self.path}/order", board=str(board), after=str(after))

    def tell(self, text="Ennakkotehtävä on auki.", **form) -> int:
        assert self.marja.post(f"{self.path}/announcements", **{"announcement-fi": text, **form}).status == 303
        return max(self.marja.open(self.path).numbers("announcement"))


def make_series(board, title="Kirjaamisen työpajat", **form) -> MadeSeries:
    made = board.marja.post(f"{board.home}/series", **{"title-fi": title, **form})
    return MadeSeries(int(re.search(r"/series/(\d+)", made.leads_to).group(1)), board)


def make_workshop(board, title, state="open") -> int:
    """Another board of the course; its number."""
    made = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": title})
    number = int(made.leads_to.rpartition("/")[2])
    if state != "draft":
        board.marja.post(f"/activities/{number}/state", state=state)
    return number


def hold(board, number=None, day="2026-11-26", starts="9:00", ends="11:30", **form):
    """Says when a workshop is held."""
    return board.marja.post(f"/boards/{number or board.id}/occasion", day=day, starts=starts, ends=ends, **form)
