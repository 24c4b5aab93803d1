"""Workshops that come with the tool: whole in three languages, looked at before they are used, and open in three clicks and a title."""
import io
import json
import re

import pytest

from lti_tool.boards.layout import layout_of
from lti_tool.boards.board import Board
from lti_tool.boards.column import COLUMNS_AT_MOST
from lti_tool.boards.imports.phase_file import QUESTION_KINDS
from lti_tool.boards.phase import KINDS, PROMPT_LIMIT, SCRIPT_LIMIT
from lti_tool.boards.ready_designs import FOLDER, KEY, ready_designs, samples_of
from lti_tool.db import db
from tests.support.bulk import writing
from tests.support.cast import AINO, MARJA
from tests.support.scene import PEKKA

LANGUAGES = {"fi", "sv", "en"}
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))
MINUTES_OF_A_WORKSHOP = {"network_workshop": 120, "learning_cafe": 100, "development_needs": 105, "retrospective": 100}


def design_of(app, name):
    with app.app_context():
        return ready_designs()[KEY + name]


@pytest.mark.parametrize("name", NAMES)
def test_a_design_is_whole_in_all_languages(app, name):
    file = design_of(app, name)
    phases = file.layout.phases
    words = [file.title, file.purpose] + [said for phase in phases for said in (phase.title, phase.prompt, phase.script)]
    words += [said for phase in phases for column in phase.columns for said in (column.title, column.prompt)] + [question["text"] for phase in phases for question in phase.questions]
    assert all(set(said) == LANGUAGES and all(said.values()) for said in words)
    assert all(said["fi"] != said["sv"] != said["en"] for said in words)
    assert not any("  " in text or text != text.strip() for said in words for text in said.values())
    assert file.ignored == [] and file.notes == [] and file.layout.made_as_workshop
    assert all(len(text) <= 60 for text in file.title.values()), "a card has little room"


@pytest.mark.parametrize("name", NAMES)
def test_a_design_can_be_led(app, name):
    """Something to ask, to say and to do in each phase, within all limits, in a time that adds up."""
    layout = design_of(app, name).layout
    assert 4 <= len(layout.phases) <= 10 and all(phase.kind in KINDS for phase in layout.phases)
    for phase in layout.phases:
        assert all(len(text) <= PROMPT_LIMIT for text in phase.prompt.values()) and all(len(text) <= SCRIPT_LIMIT for text in phase.script.values())
        assert bool(phase.minutes) != (phase.kind == "preassignment"), "what is done beforehand takes no time of the workshop"
        assert len(phase.columns) <= COLUMNS_AT_MOST
        assert layout.paper(phase).columns or phase.kind in ("feedback", "summary"), "people need a place to write"
        assert phase.kind != "preassignment" or phase.days_before and phase.settings["hides_notes"]
        assert phase.kind != "voting" or phase.settings["votes_each"]
    assert layout.minutes == MINUTES_OF_A_WORKSHOP[name]
    last = layout.phases[-1]
    assert last.kind == "feedback" and {question["kind"] for question in last.questions} == set(QUESTION_KINDS)
    assert all(phase.shows is None or phase.shows < place for place, phase in enumerate(layout.phases))


def test_one_says_its_hours_and_keeps_to_them(app):
    assert "kaksi tuntia" in design_of(app, "network_workshop").purpose["fi"] and design_of(app, "network_workshop").layout.minutes == 120


@pytest.mark.every_case
@pytest.mark.parametrize("name", NAMES)
def test_a_design_makes_a_workshop_whose_every_phase_can_be_shown(app, board, name):
    marja = board.marja
    path = marja.post(f"{board.home}/activities", kind="board", start=KEY + name).leads_to
    file = design_of(app, name)
    with writing(app):
        assert layout_of(db.session.get(Board, int(path.rpartition("/")[2]))) == file.layout
    seen_at = None
    for number, phase in zip(phase_numbers(marja, path), file.layout.phases, strict=True):
        if seen_at:
            assert marja.post(f"{path}/shown-phase", phase=str(number), **{"from": str(seen_at)}).status == 303
        page = marja.open(path)
        assert phase.prompt["fi"] in page.text and len(page.numbers("column")) == len(file.layout.paper(phase).columns)
        seen_at = number


def phase_numbers(visitor, path) -> list[int]:
    return [int(item.get("id").rpartition("-")[2]) for item in visitor.open(f"{path}/phases").all("li") if (item.get("id") or "").startswith("phase-")]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_design_is_read_in_each_language(app, board, enter, language):
    reader = enter(MARJA._replace(locale=language))
    for name in NAMES:
        path = reader.post(f"{board.home}/activities", kind="board", start=KEY + name).leads_to
        layout = design_of(app, name).layout
        assert layout.phases[0].prompt[language] in reader.open(path).text
        seen = reader.open(f"{path}/phases")
        assert all(phase.title[language] in seen.text for phase in layout.phases)
        look = reader.open(f"{board.home}/designs/{KEY}{name}")
        assert all(phase.prompt[language] in look.text and phase.script[language].split("\n")[0] in look.text for phase in layout.phases)
        assert all(note.text[language] in look.text for note in samples_of(KEY + name))


@pytest.mark.parametrize("name", NAMES)
def test_sample_notes_stand_where_people_would_write(app, name):
    with app.app_context():
        samples, layout = samples_of(KEY + name), design_of(app, name).layout
    assert len(samples) >= 10
    for note in samples:
        assert layout.phases[note.phase - 1].columns[note.column - 1]
        assert set(note.text) == LANGUAGES and all(note.text.values()) and note.by
        assert not note.votes or any(phase.settings["votes_each"] and (phase.shows if phase.shows is not None else place) == note.phase - 1 for place, phase in enumerate(layout.phases))
    columned = {place for place, phase in enumerate(layout.phases, 1) if phase.columns}
    assert {note.phase for note in samples} == columned


def test_sample_notes_can_be_left_out_and_never_come_along(app, board):
    marja, key = board.marja, KEY + "network_workshop"
    with app.app_context():
        first = samples_of(key)[0].text["fi"]
    assert first in marja.open(f"{board.home}/designs/{key}").text and first not in marja.open(f"{board.home}/designs/{key}?notes=no").text
    made = marja.post(f"{board.home}/activities", kind="board", start=key).leads_to
    assert marja.open(made).numbers("note") == []


def test_names_are_not_shown_in_a_sample_whose_design_hides_them(app, board):
    with app.app_context():
        by = samples_of(KEY + "retrospective")[0].by
    assert by not in board.marja.open(f"{board.home}/designs/{KEY}retrospective").text


def test_from_the_home_to_an_open_bilingual_workshop_are_three_clicks_and_a_title(board, enter):
    marja = board.marja
    home = marja.open(board.home)
    assert f"{board.home}/activities" in home.links
    page = marja.open(f"{board.home}/activities")  # one
    made = marja.press(page, f"{board.home}/activities", button=("open", "yes"), start=KEY + "network_workshop", **{"title-fi": "Kevään työpaja"})  # two: the design; three: this button
    aino = enter(AINO)
    assert "Kevään työpaja" in made.text and "Ennakkotehtävään" in aino.open(made.path).text or "ennakkotehtävään" in aino.open(made.path).text
    assert "förhandsuppgiften" in enter(AINO._replace(locale="sv")).open(made.path).text.lower()


def test_a_design_is_made_from_the_page_where_it_is_looked_at(board, enter):
    marja = board.marja
    look = marja.open(f"{board.home}/designs/{KEY}learning_cafe")
    made = marja.press(look, f"{board.home}/activities")
    assert "Oppimiskahvila kolmessa pöydässä" in made.text and enter(AINO).open(made.path).status == 404  # a draft
    opened = marja.press(look, f"{board.home}/activities", button=("open", "yes"))
    assert enter(AINO).open(opened.path).status == 200


def test_workshops_stand_before_plain_boards_and_say_how_long_they_take(board):
    page = board.marja.open(f"{board.home}/activities")
    values = [choice.get("value") for choice in page.all("input", name="start")]
    assert [value for value in values if value.startswith(KEY)] == values[1:1 + len(NAMES)]
    assert "120 minuuttia" in page.text or "120 minutes" in page.text


@pytest.mark.parametrize("key", ["nothing", "own-999", KEY + "nothing", "..%2f..%2fetc%2fpasswd", KEY + "samples"])
def test_what_is_no_design_cannot_be_looked_at(board, key):
    assert board.marja.open(f"{board.home}/designs/{key}").status == 404


def test_designs_are_for_facilitators(board, enter):
    path = f"{board.home}/designs/{KEY}learning_cafe"
    assert enter(AINO).open(path).status == 403 and enter(PEKKA).open(path).status == 404


@pytest.mark.every_case
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.every_case
def test_a_design_goes_out_and_comes_back_whole(board, name):
    marja = board.marja
    path = marja.post(f"{board.home}/activities", kind="board", start=KEY + name).leads_to
    file = marja.open(f"{path}/export.json").data
    came = marja.ask("POST", f"{board.home}/boards", data={"file": (io.BytesIO(file), "a.json")})
    again = next(link for link in came.links if re.fullmatch(r"/boards/\d+", link or "") and link != path)
    first, second = (json.loads(marja.open(f"{one}/export.json").data) for one in (path, again))
    assert {**first, "exported": None} == {**second, "exported": None}
    if name == "network_workshop":
        assert first["phases"][0]["days_before"] == 10 and first["phases"][4]["columns"][0]["per_group"] is True and first["phases"][-1]["questions"][0]["kind"] == "rating"
