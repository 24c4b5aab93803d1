"""The demo's series: a workshop that is over and summed up, one that is going on, and one that is planned."""
from datetime import timedelta

from flask import current_app

from lti_tool.boards.board import Board, lay_out
from lti_tool.boards.note import add_note
from lti_tool.boards.ready_designs import ready_designs, samples_of
from lti_tool.boards.scale import ScaleAnswer
from lti_tool.db import Wording, db, now
from lti_tool.web.rich_text import read_html
from lti_tool.workshops.action import mark_as_action
from lti_tool.workshops.announcement import make_announcement
from lti_tool.workshops.dividing import REGIONS_MIXED
from lti_tool.workshops.group import make_groups
from lti_tool.workshops.mark import DONE, Mark
from lti_tool.workshops.occasion import add_to_series
from lti_tool.workshops.series import make_series
from lti_tool.workshops.summary import begin_summary
from lti_tool.workshops.summary_making import Choice, make_text

from .texts_workshops import ANNOUNCEMENT, GOALS, OPENING, SERIES, TITLES

DESIGN, RUNNING_PHASE, GROUPS = "workshop-network_workshop", "joint", 4
WRITERS = ("aino", "orjan", "tuomas", "hilkka", "camilla", "sirpa", "antero", "gunilla", "noora", "kjell")
FAMILIAR = (4, 3, 2, 4, 5, 3, 4, 1, 4, 3)  # how familiar the theme is to each of them


def add_workshops(course, members: dict, finished: Board) -> None:
    """`finished` is an earlier board of the course, which becomes the first of the series."""
    series = make_series(course, Wording(SERIES["title"]), Wording(SERIES["theme"]), Wording(SERIES["goal"]))
    today, marja = now().replace(minute=0, second=0, microsecond=0), members["marja"].person_id
    running, planned = add_running(course, members), add_planned(course)
    for board, begins, name in ((finished, today - timedelta(days=96), "finished"), (running, today - timedelta(hours=1), "running"),
                                (planned, today + timedelta(days=21, hours=2), "planned")):
        add_to_series(series, board).describe(Wording(GOALS[name]), begins, begins + timedelta(hours=2), "https://meet.example/kirjaaminen", ["fi", "sv"], told_early=True)
    sum_up(finished, marja)
    promises = [note for note in notes_of(finished) if note.column_id == finished.columns()[-1].id]
    for note, who, days, done in zip(promises, ("Pohjois-Savon tiimi", "Gunilla och Kjell", "Kirjaamisvastaavat"), (-40, 14, 30), (True, False, False)):
        mark_as_action(note, who, (today + timedelta(days=days)).date(), done)
    make_announcement(series, Wording(ANNOUNCEMENT), marja)


def notes_of(board: Board) -> list:
    from lti_tool.boards.reading import notes_of_columns

    return [note for notes in notes_of_columns([column.id for column in board.columns()]).values() for note in notes]


def add_running(course, members: dict) -> Board:
    """From the design, with its sample notes as if people here had written them; the phase of joint work is shown."""
    board = lay_out(course, Wording(TITLES["running"]), ready_designs()[DESIGN].layout)
    board.state = "open"
    phases = board.phases
    columns = {phase.id: [column for column in board.columns() if column.phase_id == phase.id] for phase in phases}
    for place, sample in enumerate(samples_of(DESIGN)):
        writer = members[WRITERS[place % len(WRITERS)]]
        language = "sv" if (writer.person.locale or "").startswith("sv") else "fi"
        where = columns[phases[sample.phase - 1].id]
        if sample.column <= len(where):
            add_note(where[sample.column - 1], sample.text[language], where[sample.column - 1].colour, language, by=writer.person_id)
    db.session.add_all(Mark(phase_id=phases[0].id, person_id=members[key].person_id, kind=DONE) for key in WRITERS)
    checkin = next(phase for phase in phases if phase.asks_a_number)
    db.session.add_all(ScaleAnswer(phase_id=checkin.id, person_id=members[key].person_id, value=value) for key, value in zip(WRITERS, FAMILIAR))
    make_groups(board, REGIONS_MIXED, GROUPS, only_here=False)
    phases[0].show_notes()
    board.show_phase(next(phase for phase in phases if phase.kind == RUNNING_PHASE))
    return board


def add_planned(course) -> Board:
    """A draft whose time is told already."""
    return lay_out(course, Wording(TITLES["planned"]), ready_designs()["workshop-learning_cafe"].layout)


def sum_up(board: Board, by: int) -> None:
    """Made from the notes and published in Finnish; the Swedish text is begun."""
    summary = begin_summary(board)
    with current_app.test_request_context():  # addresses of the notes are made
        made = {language: make_text(board, Choice(most=4), language) for language in ("fi", "sv")}
    for language, text in made.items():
        begun = summary.text_in(language)
        begun.left_out = text.left_out
        summary.keep_sources(text.sources)
        begun.save(read_html(OPENING[language] + text.text.html), by, None)
    summary.text_in("fi").publish()
