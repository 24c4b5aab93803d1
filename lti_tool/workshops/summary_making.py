"""The first text of a summary, made from what stands on the board: headings, prompts, and the notes that count. Never who wrote them."""
from collections import defaultdict
from itertools import count
from typing import NamedTuple

from flask import url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import ngettext

from ..boards import Board, Note
from ..boards.reading import files_of, notes_of_columns
from ..boards.exports.contents import deleted_notes
from ..boards.vote import totals
from ..db.wording import Wording
from ..web import RichText
from ..web.rich_text import PARAGRAPH, Block, Level, Run

NOTES_AT_MOST, NOTES_AT_FIRST = 50, 10


class Choice(NamedTuple):
    columns: frozenset[int] | None = None  # their numbers; None: all
    most: int = NOTES_AT_FIRST  # notes of each column
    votes: bool = True


class Made(NamedTuple):
    text: RichText
    sources: dict[int, str]  # note -> its words
    left_out: dict  # kind -> how many notes; "columns" -> their titles


class Pick(NamedTuple):
    """What is taken of a column: notes with those that lie on them, and their votes where they are told."""

    notes: list[tuple[Note, list[Note]]]
    votes: dict[int, int]


def make_text(board: Board, choice: Choice, language: str) -> Made:
    """In that language: its words, and the board's own as far as they are written in it."""
    phases, columns = board.phases, board.columns()
    chosen = [column for column in columns if choice.columns is None or column.id in choice.columns]
    hiding, voted = {phase.id for phase in phases if phase.notes_are_hidden}, {phase.paper_id for phase in phases if phase.votes_shown}
    notes, counted = notes_of_columns([column.id for column in chosen]), totals(board.id) if voted else {}
    left_out = defaultdict(int, deleted=deleted_notes(board.id))
    picked = {}
    for column in chosen:
        if column.phase_id in hiding:
            left_out["hidden"] += len(notes[column.id])
        else:
            picked[column.id] = pick(notes[column.id], counted if column.phase_id in voted else None, choice, left_out)
    taken = [note for one in picked.values() for top, below in one.notes for note in (top, *below)]
    left_out["files"] = sum(map(len, files_of({0: taken}).values()))
    said = {kind: number for kind, number in left_out.items() if number}
    said |= {"columns": [dict(column.title) for column in columns if column not in chosen]} if len(chosen) < len(columns) else {}
    with force_locale(language):
        blocks = tuple(Writing(board, language).blocks_of(phases, [column for column in chosen if column.id in picked], picked))
    return Made(RichText(blocks), {note.id: note.text for note in taken}, said)


def pick(notes: list[Note], counted: dict[int, int] | None, choice: Choice, left_out: dict) -> Pick:
    """The notes with most votes where votes were shown, else the first ones."""
    piles = defaultdict(list)  # the top stands before those that lie on it; where it was removed, the next one heads the pile
    for note in notes:
        if note.removed_at is None:
            piles[note.stack_id or note.id].append(note)
    left_out["removed"] += len(notes) - sum(map(len, piles.values()))
    votes = {pile[0].id: (counted or {}).get(number, 0) for number, pile in piles.items()}
    ranked = list(piles.values())
    if any(votes.values()):
        ranked.sort(key=lambda pile: -votes[pile[0].id])
        left_out["unvoted"] += sum(len(pile) for pile in ranked if not votes[pile[0].id])
        ranked = [pile for pile in ranked if votes[pile[0].id]]
    left_out["beyond"] += sum(map(len, ranked[choice.most:]))
    return Pick([(pile[0], pile[1:]) for pile in ranked[:choice.most]], votes if choice.votes else {})


class Writing:
    def __init__(self, board: Board, language: str):
        self.board, self.language, self.lists = board, language, count(1)

    def blocks_of(self, phases, columns, picked: dict[int, Pick]):
        inhabited = [phase for phase in phases if any(column.phase_id == phase.id for column in columns)]
        several = len(inhabited) > 1
        for number, phase in enumerate(phases, 1):
            if phase not in inhabited:
                continue
            if several:
                yield from self.said("h2", phase.title, otherwise=_("Phase %(number)s", number=number))
            yield from self.said(PARAGRAPH, phase.prompt)
            for column in columns:
                if column.phase_id == phase.id:
                    yield from self.said("h3" if several else "h2", column.title)
                    yield from self.said(PARAGRAPH, column.prompt)
                    yield from self.points(picked[column.id])

    def said(self, tag: str, wording: Wording, otherwise: str = ""):
        saying = wording.best(self.language, *self.board.course.languages)
        if saying:
            yield Block(tag, (Run(saying.text, language=saying.language if saying.other else ""),))
        elif otherwise:
            yield Block(tag, (Run(otherwise),))

    def points(self, picked: Pick):
        if not picked.notes:
            yield Block(PARAGRAPH, (Run(_("No notes."), em=True),))
        outer = next(self.lists)
        for place, (top, below) in enumerate(picked.notes, 1):
            here, inner = Level("ul", outer, place), next(self.lists)
            yield Block(PARAGRAPH, self.words_of(top, about(picked.votes.get(top.id, 0), 1 + len(below))), (here,))
            for step, note in enumerate(below, 1):
                yield Block(PARAGRAPH, self.words_of(note), (here, Level("ul", inner, step)))

    def words_of(self, note: Note, about: str = "") -> tuple[Run, ...]:
        """With a link to where it stands, by which it is found again when it is removed."""
        return (Run(note.text, language=note.language if note.language != self.language else ""), Run(f" ({about}) " if about else " "),
                Run(_("source"), href=address_of_note(self.board.id, note.id)))


def address_of_note(board_id: int, note_id: int) -> str:
    return url_for("boards.show", board_id=board_id, _anchor=f"note-{note_id}")


def about(votes: int, together: int) -> str:
    """Behind a note, in brackets."""
    if together > 1 and votes:
        return _("%(votes)s, %(together)s", votes=vote_words(votes), together=together_words(together))
    return together_words(together) if together > 1 else vote_words(votes) if votes else ""


def vote_words(number: int) -> str:
    return ngettext("%(num)s vote", "%(num)s votes", number)


def together_words(number: int) -> str:
    return ngettext("%(num)s note together", "%(num)s notes together", number)


def left_out_words(left_out: dict, reading) -> list[str]:
    """In sentences without a verb, as they stand in a list. `reading`: languages, the reader's first."""
    numbered = {
        "unvoted": lambda n: ngettext("%(num)s note without votes", "%(num)s notes without votes", n),
        "beyond": lambda n: ngettext("%(num)s note further down in its column", "%(num)s notes further down in their columns", n),
        "hidden": lambda n: ngettext("%(num)s note that is not shown to everybody yet", "%(num)s notes that are not shown to everybody yet", n),
        "deleted": lambda n: ngettext("%(num)s deleted note", "%(num)s deleted notes", n),
        "removed": lambda n: ngettext("%(num)s note whose text was removed for good", "%(num)s notes whose texts were removed for good", n),
        "files": lambda n: ngettext("%(num)s picture or file", "%(num)s pictures and files", n)}
    said = [words(left_out[kind]) for kind, words in numbered.items() if left_out.get(kind)]
    if titles := left_out.get("columns"):
        said.append(_("Columns that were not chosen: %(titles)s", titles=", ".join(Wording(title).best(*reading).text for title in titles)))
    return [*said, _("The names of those who wrote"), _("Comments")]
