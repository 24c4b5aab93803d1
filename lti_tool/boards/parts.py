"""How a board's parts look: one note or stack, the notes of a column, a column, the bar. From the present state, for a viewpoint, never for one page."""
from flask import current_app, g, render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from ..activities.colours import COLOURS, colour_words
from ..activities.anonymity import level_meaning, level_word, who_sees
from ..activities.authorship import Authors
from ..db import Wording, db, now
from ..files import attachments_of, things_with_files
from ..live import Viewpoint, part_renderer
from ..people.names import Names, NamesOneByOne
from ..web import current_language
from .board import Board
from .column import Column
from .comment import Comment
from .note import Note
from .material import shown_materials
from .phase import VOTES_AT_MOST, Phase
from .phase_words import kind_words, minute_words, phase_name
from .reaction import ICONS, reaction_words
from .reading import files_of
from .responses import Responses
from .standing import Standing, count_notes, stacks_and_totals


def colours_of(board: Board) -> dict[str, str]:
    """Each colour and what it means on this board (or what it is called)."""
    defaults = note_words()["colours"]
    return {colour: board.colour_name(colour, current_language(), *board.course.languages) or defaults[colour] for colour in COLOURS}


def note_words() -> dict[str, str]:
    """The words on every note, in the reader's language. Looked up once: forty of them cost as much as writing a row."""
    words, language = current_app.extensions["note_words"], current_language()
    if language not in words:
        words[language] = look_words_up()
    return words[language]


def look_words_up() -> dict[str, str]:
    return {"colours": colour_words(), "colour": _("Colour:"), "mine": _("Yours"), "acts": _("Acts"), "edit": _("Edit"), "move": _("Move …"), "pick_up": _("Move with arrow keys"),
            "respond": _("Comment or react …"), "no_comments": _("Comment or react"), **reaction_words(), "delete": _("Delete"), "attach": _("Pictures and files"), "enlarge": _("Show the picture larger"),
            "stack": _("Put together with …"), "stacked": _("Notes of the stack"), "in_stack": _("Notes together:"),
            "vote": _("Vote"), "your_vote": _("Your vote"), "take_back": _("– take it back"), "votes": _("Votes:"),
            "carry": _("Take along …"), "keep": _("Keep to myself"), "give": _("Share with the others"), "kept": _("Only you see this"), "origin": _("Where it came from"), "look": _("Ask for the author's name …"), "remove": _("Remove for good …"), "removed": _("A facilitator has removed this text for good."),
            "edited": _("edited"), "in_fi": _("In Finnish"), "in_sv": _("In Swedish"), "in_en": _("In English")}


def board_context(board: Board, names: Names | None = None, phase: Phase | None = None) -> dict:
    """What the templates of a board's parts need besides the part. `names` when they are not to be asked for all at once, `phase` when it is known."""
    return {"board": board, "phase": phase or board.phase, "colours": colours_of(board), "w": note_words(), "authors": Authors(board.course_id, names),
            "who_sees": who_sees_notes(board), "responses": shared(f"responses {board.id}", lambda: Responses(board.id)), "votes_at_most": VOTES_AT_MOST, "present": now,
            "language": current_language(), "reading": (current_language(), *board.course.languages)}


def who_sees_notes(board: Board) -> tuple[str, str]:
    """As the level of anonymity says it; authors in a workshop also read what else their notes are for."""
    first, more = who_sees(board.anonymity)
    return first, " ".join(filter(None, [more, _("The summary may use your note, without your name.")])) if board.is_workshop else more


def context_shared(board: Board, viewpoint: Viewpoint, phase: Phase) -> dict:
    """For single parts of a batch: few of them, so that names are asked for one by one."""
    return shared(f"context {board.id} {viewpoint.language}", lambda: board_context(board, NamesOneByOne(board.course_id, g.get("membership")), phase))


def render_note(number: int, viewpoint: Viewpoint) -> str:
    """A note that lies on a stack is shown by the stack's top; by itself it stands nowhere."""
    note = db.session.get(Note, number)
    if note is None:
        return gone(number)
    board = shared(f"board {note.activity_id}", lambda: db.session.get(Board, note.activity_id))
    shared(f"column {note.column_id}", lambda: note.column)  # kept, or every note would ask for its own
    shown = note if note.column.phase.notes_are_hidden else note.top
    if shown is None or not shown.is_on_board or not shown.column.is_on_paper or not shown.in_sight_of(viewpoint):
        return gone(number)
    context = context_shared(board, viewpoint, note.column.at_work)
    with_files = shared(f"files {board.id}", lambda: things_with_files(board.id))
    files = attachments_of([shown.part]) if shown.part in with_files else {}
    html = render_template("boards/_note_part.html", note=shown, files=files, **together_on(board, shown), **context)
    return html if shown is note else gone(number) + html


def gone(number: int) -> str:
    return render_template("boards/_note_gone.html", number=number)


def together_on(board: Board, note: Note) -> dict:
    """The stacks and totals of the whole board, read once for a batch of notes. Nothing of others lies on a note while they are hidden."""
    if note.column.phase.notes_are_hidden:
        return {"stacks": {}, "totals": {}}
    standing = shared(f"standing {board.id}", lambda: stacks_and_totals(board))
    return {"stacks": standing[0], "totals": standing[1]}


def standing_column(number: int, viewpoint: Viewpoint) -> Column | None:
    column = db.session.get(Column, number)
    return column if column is not None and column.deleted_at is None and column.is_on_paper and column.in_sight_of(viewpoint) else None


def render_notes(number: int, viewpoint: Viewpoint) -> str:
    """All notes of a column in one go. While they are hidden: that they go, and how many they are."""
    column = standing_column(number, viewpoint)
    if column is None:
        return render_template("boards/_column_gone.html", number=number)
    board = db.session.get(Board, column.activity_id)
    return render_template("boards/_notes_part.html", column=column, viewpoint=viewpoint, **noted([column], viewpoint), **board_context(board))


def render_pile(number: int, viewpoint: Viewpoint) -> str:
    """How many notes of a column are hidden, if they are."""
    column = standing_column(number, viewpoint)
    if column is None or not column.phase.notes_are_hidden:
        return ""
    return render_template("boards/_pile_part.html", column=column, hidden={number: count_notes(number)}, phase=column.phase)


def noted(columns, viewpoint: Viewpoint) -> dict:
    """The notes of whole columns with all that stands on them, for the templates."""
    standing = Standing(columns, viewpoint)
    return {"files": files_of(standing.notes), **standing.context}


def render_comment(number: int, viewpoint: Viewpoint) -> str:
    """For the pages that show the note's comments just now; others pass it over."""
    comment = db.session.get(Comment, number)
    if comment is None or not comment.stands or not comment.in_sight_of(viewpoint):
        return render_template("boards/_comment_gone.html", number=number)
    board = shared(f"board {comment.activity_id}", lambda: db.session.get(Board, comment.activity_id))
    context = context_shared(board, viewpoint, comment.note.column.at_work)
    return render_template("boards/_comment_part.html", comment=comment, **context)


def render_column(number: int, viewpoint: Viewpoint) -> str:
    column = standing_column(number, viewpoint)
    if column is None:
        return render_template("boards/_column_gone.html", number=number)
    board = db.session.get(Board, column.activity_id)
    return render_template("boards/_column_part.html", column=column, viewpoint=viewpoint, **noted([column], viewpoint), **board_context(board))


def render_bar(number: int, viewpoint: Viewpoint) -> str:
    board = db.session.get(Board, number)
    if board is None or not board.in_sight_of(viewpoint):
        return ""
    return render_template("boards/_bar_part.html", viewpoint=viewpoint, **board_context(board))


def shared(key: str, make):
    """Made once for a batch of parts (a request, or one round of the pump)."""
    store = g.setdefault("shared_by_parts", {})
    if key not in store:
        store[key] = make()
    return store[key]


def comment_count(number: int) -> str:
    return ngettext("%(num)s comment", "%(num)s comments", number)


def nothing_lies_on(note: Note) -> None:
    """It has just been written: the batch that shows it need not ask for files, stacks and what others have answered."""
    for what, nothing in (("files", ()), ("standing", ({}, {})), ("responses", Responses(note.activity_id, counts=[]))):
        shared(f"{what} {note.activity_id}", lambda nothing=nothing: nothing)


def register_parts(app) -> None:
    app.extensions["note_words"] = {}
    app.jinja_env.globals.update(kind_words=kind_words, minute_words=minute_words, phase_name=phase_name, wording=Wording, shown_materials=shown_materials, level_word=level_word, level_meaning=level_meaning, reaction_icons=ICONS, comment_count=comment_count)
    part_renderer(app, "note", render_note)
    part_renderer(app, "comment", render_comment)
    part_renderer(app, "notes", render_notes)
    part_renderer(app, "pile", render_pile)
    part_renderer(app, "column", render_column)
    part_renderer(app, "bar", render_bar)
    part_renderer(app, "material", lambda number, viewpoint: "")  # materials stand in the bar
