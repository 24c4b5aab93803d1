"""One phase of a board's file: what it asks, its columns, its script, its materials and the questions of its feedback."""
from flask_babel import gettext as _

from ...activities.colours import COLOURS
from ...activities import TITLE_LIMIT
from ...documents.place import Place
from ...web.links import is_web_address
from ..column import COLUMNS_AT_MOST
from ..column import TITLE_LIMIT as COLUMN_TITLE_LIMIT
from ..layout import SETTINGS, ColumnLayout, MaterialLayout, PhaseLayout
from ..material import KEEPER_LIMIT, MATERIALS_AT_MOST, URL_LIMIT
from ..phase import DAYS_BEFORE_AT_MOST, END_LIMIT, FREE, KINDS, MINUTES_AT_MOST, PHASES_AT_MOST, PROMPT_LIMIT, SCRIPT_LIMIT, VOTES_AT_MOST

QUESTION_KINDS, QUESTION_LIMIT, QUESTIONS_AT_MOST = ("rating", "open"), 300, 20


def read_phase(place: Place, earlier: list[PhaseLayout], read_notes) -> PhaseLayout:
    """`read_notes(place of a column, its number in the file)` takes what stands in it."""
    if not place.must_be_object("title", "prompt", "kind", "script", "minutes", "shows", "days_before", "questions", "materials", "scale_low", "scale_high", "columns", *SETTINGS):
        return PhaseLayout()
    columns, columns_before = [], sum(len(phase.columns) for phase in earlier)
    for column in place.part("columns").rows(COLUMNS_AT_MOST, _("A board has at most %(number)s columns.", number=COLUMNS_AT_MOST)):
        if not column.must_be_object("title", "prompt", "colour", "locked", "per_group", "notes"):
            continue
        columns.append(ColumnLayout(column.part("title").wording(COLUMN_TITLE_LIMIT, required=True, one_line=True), column.part("prompt").wording(PROMPT_LIMIT),
                                    column.part("colour").choice(COLOURS, COLOURS[0]), column.part("locked").flag(False), column.part("per_group").flag(False)))
        read_notes(column, columns_before + len(columns) - 1)
    settings = {name: place.part(name).flag(usual) if isinstance(usual, bool) else place.part(name).number(0, VOTES_AT_MOST, usual)
                for name, usual in SETTINGS.items()}
    return PhaseLayout(place.part("title").wording(TITLE_LIMIT, one_line=True), place.part("prompt").wording(PROMPT_LIMIT), tuple(columns), settings,
                       place.part("kind").choice(KINDS, FREE), place.part("script").wording(SCRIPT_LIMIT), place.part("minutes").number(1, MINUTES_AT_MOST),
                       read_shown(place.part("shows"), earlier, columns), place.part("days_before").number(1, DAYS_BEFORE_AT_MOST),
                       read_questions(place.part("questions")), read_materials(place.part("materials")),
                       place.part("scale_low").wording(END_LIMIT, one_line=True), place.part("scale_high").wording(END_LIMIT, one_line=True))


def read_shown(place: Place, earlier: list[PhaseLayout], columns) -> int | None:
    """The place of the phase whose columns are worked on: an earlier one that does not show another's itself."""
    number = place.number(1, PHASES_AT_MOST)
    if number is None:
        return None
    if columns or number > len(earlier) or earlier[number - 1].shows is not None:
        place.wrong(_("it must be the number of an earlier phase that shows its own columns, and stand in a phase without columns."))
        return None
    return number - 1


def read_questions(place: Place) -> tuple[dict, ...]:
    """As a phase keeps them: what kind of answer, and the words."""
    questions = []
    for question in place.rows(QUESTIONS_AT_MOST, _("there are too many questions (at most %(number)s).", number=QUESTIONS_AT_MOST)):
        if question.must_be_object("kind", "text"):
            questions.append({"kind": question.part("kind").choice(QUESTION_KINDS), "text": dict(question.part("text").wording(QUESTION_LIMIT, required=True, one_line=True))})
    return tuple(questions)


def read_materials(place: Place) -> tuple[MaterialLayout, ...]:
    """Links only: no file of ours holds another."""
    materials = []
    for material in place.rows(MATERIALS_AT_MOST, _("A phase has at most %(number)s materials.", number=MATERIALS_AT_MOST)):
        if material.must_be_object("title", "url", "keeper", "updated"):
            url = material.part("url").text(URL_LIMIT, required=True, one_line=True)
            if url and not is_web_address(url):
                material.part("url").wrong(_("An address begins with https:// or http://."))
            updated = material.part("updated").moment()
            materials.append(MaterialLayout(material.part("title").wording(TITLE_LIMIT, required=True, one_line=True), url,
                                            material.part("keeper").text(KEEPER_LIMIT, one_line=True), updated.date() if updated else None))
    return tuple(materials)
