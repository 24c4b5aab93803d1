"""What every export says in words: at its beginning, and on each note."""
from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import ngettext

from ...activities.anonymity import level_meaning, level_word
from ...documents.printable import DATE, day_of, minute_of, printable, removed_words
from ...web import current_language, safe_name
from ..scale import ends
from .contents import Export, ExportedNote, ExportedPhase

def facts(export: Export) -> list[tuple[str, list[str]]]:
    """(what, its lines): whose board, when, how much, who sees names, what was left out."""
    board = export.board
    return [
        (_("Board"), [printable(board.title.best(*export.reading).text)]),
        (_("Course"), [printable(board.course.title)]),
        (_("Exported"), [minute_of(export.at)]),
        (_("Notes"), [str(len(export.notes))]),
        (_("Anonymity"), [_("%(level)s. %(meaning)s", level=level_word(level), meaning=level_meaning(level)) for level in export.levels]),
        (_("Left out"), left_out_words(export) or [_("Nothing")]),
    ]


def left_out_words(export: Export) -> list[str]:
    out, said = export.left_out, []
    if out.hidden:
        said.append(ngettext("%(num)s note that is not shown to everybody yet", "%(num)s notes that are not shown to everybody yet", out.hidden))
    if out.deleted:
        said.append(ngettext("%(num)s deleted note", "%(num)s deleted notes", out.deleted))
    if out.columns:
        said.append(_("Columns that were not chosen: %(titles)s", titles=", ".join(printable(title.best(*export.reading).text) for title in out.columns)))
    if out.names:
        said.append(_("The names of those whose level of anonymity hides them"))
    if out.comments:
        said.append(_("Comments"))
    if out.votes:
        said.append({"not chosen": _("Votes"), "not shown": _("Votes: their totals are not shown on the board")}[out.votes])
    if out.files:
        said.append(ngettext("%(num)s attached file (only its name is here)", "%(num)s attached files (only their names are here)", out.files))
    return said


def written_words(note: ExportedNote) -> str:
    return minute_of(note.written) if note.to_the_minute else day_of(note.written)


def text_of(note: ExportedNote) -> str:
    return removed_words() if note.removed else printable(note.text)


def about(note: ExportedNote, colours: dict[str, str]) -> str:
    """What stands under a note: its colour's meaning, who, when, and so on."""
    said = [printable(colours[note.colour]), printable(note.author), written_words(note), _("edited") if note.edited else "",
            vote_words(note.votes) if note.votes is not None else "",
            _("Files: %(names)s", names=", ".join(printable(name) for name in note.attachments)) if note.attachments else ""]
    return " · ".join(filter(None, said))


def material_facts(material) -> str:
    """Who looks after it, and how new it is."""
    updated = _("updated %(day)s", day=format_date(material.updated_on, DATE[current_language()])) if material.updated_on else ""
    return " · ".join(filter(None, (printable(material.keeper), updated)))


def chosen_words(phase: ExportedPhase, export: Export) -> list[str]:
    """How many chose each number in a check-in, and what its ends mean; nothing where it is not shown."""
    if not phase.chosen:
        return []
    low, high = (printable(said.text) for said in ends(phase.phase.scale_low, phase.phase.scale_high, *export.reading))
    means = {min(phase.chosen): low, max(phase.chosen): high}
    return [f"{value} ({means[value]}): {count}" if means.get(value) else f"{value}: {count}" for value, count in phase.chosen.items()]


def chosen_facts(export: Export) -> list[tuple[str, list[str]]]:
    """For formats whose notes are a table: there it has no place of its own."""
    return [(_("How many chose each number"), [printable(phase.phase.title.best(*export.reading).text), *chosen_words(phase, export)]) for phase in export.phases if phase.chosen]


def vote_words(number: int) -> str:
    return ngettext("%(num)s vote", "%(num)s votes", number)


def file_name(export: Export, ending: str) -> str:
    return safe_name(export.board.title.best(*export.reading).text, ending)
