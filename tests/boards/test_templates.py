"""Templates: those that come with the tool, and a course's own."""
import io
import json
import re

import pytest
import sqlalchemy as sa

from lti_tool.activities import TITLE_LIMIT
from lti_tool.boards import Board, Note
from lti_tool.boards.ready_designs import FOLDER as DESIGN_FOLDER
from lti_tool.boards.ready_templates import FOLDER, ready_templates
from lti_tool.boards.template import PURPOSE_LIMIT, TEMPLATES_AT_MOST, BoardTemplate
from lti_tool.db import db, now
from lti_tool.db.chores import do_chores
from tests.support.bulk import insert, writing
from tests.support.cast import AINO, MARJA
from tests.support.scene import PEKKA

LANGUAGES = {"fi", "sv", "en"}
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))
DESIGNS = sorted(file.stem for file in DESIGN_FOLDER.glob("*.toml"))


def make(board, start, **form):
    return board.marja.post(f"{board.home}/activities", kind="board", start=start, **form)


def keep(board, title="Oma pohja", **form) -> int:
    """Marja saves the board as a template; its number."""
    assert board.marja.post(f"{board.path}/template", **{"title-fi": title, **form}).leads_to == f"{board.home}/templates"
    return max(board.marja.open(f"{board.home}/templates").numbers("template"))


def design_of(visitor, path) -> dict:
    """What a board is, besides its title and notes: as its export says it."""
    data = json.loads(visitor.open(f"{path}/export.json").data)
    for phase in data["phases"]:
        for column in phase["columns"]:
            del column["notes"]
    return {name: data[name] for name in ("phases", "colours", "anonymity", "workshop")}


def offered(board) -> list[str]:
    """To begin a board from."""
    return [choice.get("value") for choice in board.marja.open(f"{board.home}/activities").all("input", name="start") if not choice.get("value").startswith(("wall:", "module"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_template_is_whole_in_all_languages(app, name):
    with app.app_context():
        file = ready_templates()[name]
    phase, = file.layout.phases
    words = [file.title, file.purpose, phase.prompt, *file.layout.colour_names.values()] + [said for column in phase.columns for said in (column.title, column.prompt)]
    assert all(set(said) == LANGUAGES for said in words)
    assert all(said["fi"] != said["sv"] != said["en"] for said in (file.title, file.purpose, phase.prompt))
    assert 3 <= len(phase.columns) <= 6
    assert file.ignored == [] and file.notes == []
    assert all(len(text) <= 60 for text in file.title.values()), "a card has little room"
    assert all(len(text) <= 180 and text[-1] in ".?" for text in file.purpose.values())
    assert not any("  " in text or text != text.strip() for said in words for text in said.values())


def test_there_are_enough_for_a_year_of_workshops(app):
    with app.app_context():
        titles = [file.title["fi"] for file in ready_templates().values()]
    assert len(titles) == len(set(titles)) == len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_template_makes_a_board_that_is_filled_at_once(app, board, name):
    made = make(board, name)
    assert made.status == 303
    page = board.marja.open(made.leads_to)
    with app.app_context():
        file = ready_templates()[name]
    assert [column.title["fi"] for column in file.layout.columns] == [heading.text.strip() for heading in page.all("h2") if (heading.get("id") or "").startswith("column-")]
    assert file.layout.phases[0].prompt["fi"] in page.text
    assert design_of(board.marja, made.leads_to)["phases"][0]["votes_each"] == file.layout.phases[0].settings["votes_each"]


def test_a_board_keeps_the_languages_that_its_course_does_not_show_yet(board, enter):
    board.marja.post(f"{board.home}/settings", languages=["fi"], main_language="fi")
    made = make(board, "swot")
    assert "Vahvuudet" in board.marja.open(made.leads_to).text
    english = enter(MARJA._replace(locale="en")).open(made.leads_to)
    assert "Strengths" in english.text and "What are we good at?" in english.text


def test_the_title_is_the_template_s_own_unless_another_is_given(board):
    make(board, "feedback_of_the_day")
    make(board, "feedback_of_the_day", **{"title-fi": "Maanantain palaute"})
    home = board.marja.open(board.home).text
    assert "Päivän palaute" in home and "Maanantain palaute" in home


def test_a_template_is_two_choices_and_a_title_away(board):
    page = board.marja.open(f"{board.home}/activities")
    made = board.marja.press(page, f"{board.home}/activities", start="retrospective", **{"title-fi": "Kevään katsaus"})
    assert made.path.startswith("/boards/") and len(made.numbers("column")) == 3


@pytest.mark.parametrize("form", [{"start": "nothing"}, {"start": "own-1"}, {"start": "own-x"}, {"start": "../../etc/passwd"}, {"start": ""}])
def test_what_is_no_template_makes_nothing(board, form):
    titled = {"title-fi": "Otsikko"} if form["start"] else {}  # from nothing it needs a title
    before = board.marja.open(board.home).numbers("activity")
    assert board.marja.post(f"{board.home}/activities", kind="board", **form, **titled).status == 422
    assert board.marja.open(board.home).numbers("activity") == before


def test_a_board_becomes_a_template_without_its_notes(app, board, enter):
    board.note(enter(AINO), "Jää tauluun")
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Vanha", "prompt-fi": "Mikä toimii?", "prompt-sv": "Vad fungerar?", "colour-leaf-fi": "Oivallus"})
    board.marja.post(f"/columns/{board.columns[1]}", **{"title-fi": "Takkuaa", "prompt-fi": "Miksi?", "colour": "heart"})
    board.marja.post(f"/columns/{board.columns[1]}/lock", locked="yes")
    with writing(app):
        phase = db.session.get(Board, board.id).phase
        phase.votes_each, phase.comments, phase.hides_notes = 4, False, True
    number = keep(board, **{"purpose-fi": "Kun halutaan tietää, mikä toimii."})
    assert "Kun halutaan tietää" in board.marja.open(f"{board.home}/activities").text
    made = make(board, f"own-{number}", **{"title-fi": "Uusi"}).leads_to
    wanted, came = design_of(board.marja, board.path), design_of(board.marja, made)
    assert [column["locked"] for column in wanted["phases"][0]["columns"]] == [False, True]
    for column in wanted["phases"][0]["columns"]:
        column["locked"] = False  # that only showed how far the work had come
    assert came == wanted and came["phases"][0]["hides_notes"] is True
    assert board.marja.open(made).numbers("note") == []
    assert "Jää tauluun" not in board.marja.open(f"/templates/{number}/template.json").html


def test_own_templates_are_offered_first(board):
    first = keep(board)
    assert offered(board)[:2] == ["", f"own-{first}"] and len(offered(board)) == 2 + len(DESIGNS) + len(NAMES)


def test_a_template_is_chosen_already_for_whoever_comes_from_its_card(board):
    number = keep(board)
    link = f"{board.home}/activities?start=own-{number}"
    assert link in board.marja.open(f"{board.home}/templates").links
    assert board.marja.open(link).form(f"{board.home}/activities").values["start"] == f"own-{number}"


def test_a_template_is_renamed_deleted_and_restored(board):
    marja, number = board.marja, keep(board)
    marja.press(marja.open(f"/templates/{number}"), f"/templates/{number}", **{"title-fi": "Uusi nimi", "purpose-fi": "Johonkin."})
    assert "Uusi nimi" in marja.open(f"{board.home}/activities").text
    assert marja.post(f"/templates/{number}", **{"title-fi": ""}).status == 422
    deleted = marja.submit(f"/templates/{number}/deletion")
    assert f"own-{number}" not in offered(board)
    marja.press(deleted, f"/templates/{number}/restoration")  # the offer to undo it
    assert f"own-{number}" in offered(board)
    marja.post(f"/templates/{number}/deletion")
    marja.press(marja.open(f"{board.home}/templates"), f"/templates/{number}/restoration")  # the list of deleted ones
    assert f"own-{number}" in offered(board)


def test_a_deleted_template_is_gone_after_thirty_days(app, board, clock):
    number = keep(board, "Pois jäävä")
    board.marja.post(f"/templates/{number}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == []
    assert board.marja.launch().post(f"/templates/{number}/restoration").status == 303
    board.marja.post(f"/templates/{number}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert board.marja.launch().open(f"/templates/{number}").status == 404


def test_another_course_s_template_is_nobody_s_here(board, enter):
    number, pekka = keep(board), enter(PEKKA)
    placement = pekka.address
    course = re.search(r"/courses/\d+", pekka.post(placement, opens="home").leads_to).group()
    assert pekka.post(f"{course}/activities", kind="board", start=f"own-{number}", **{"title-fi": "Vieras"}).status == 422
    assert pekka.open(f"/templates/{number}/template.json").status == 404


def test_a_template_goes_to_another_course_in_a_file(board, enter):
    number = keep(board, "Matkaava", **{"title-sv": "Resande", "purpose-fi": "Mukaan."})
    file = board.marja.open(f"/templates/{number}/template.json")
    assert file.headers["Content-Disposition"] == 'attachment; filename="Matkaava.json"'
    pekka = enter(PEKKA)
    course = re.search(r"/courses/\d+", pekka.post(pekka.address, opens="home").leads_to).group()
    came = pekka.ask("POST", f"{course}/templates", data={"file": (io.BytesIO(file.data), "x.json")}, follow_redirects=True)
    assert "Matkaava" in came.text and "Mukaan." in came.text
    made = pekka.post(f"{course}/activities", kind="board", start=f"own-{came.numbers('template')[0]}").leads_to
    assert design_of(pekka, made) == design_of(board.marja, board.path)


def test_a_board_s_file_becomes_a_template_without_its_notes(app, board, enter):
    board.note(enter(AINO), "Jää tiedostoon")
    file = board.marja.open(f"{board.path}/export.json").data
    came = board.marja.ask("POST", f"{board.home}/templates", data={"file": (io.BytesIO(file), "x.json")}, follow_redirects=True)
    number, = came.numbers("template")
    assert "Jää tiedostoon" not in board.marja.open(f"/templates/{number}/template.json").html


def test_the_same_act_sent_again_keeps_one_template(board):
    for _time in range(2):
        board.marja.send(f"{board.path}/template", op="operation-again", **{"title-fi": "Kerran"})
    assert len(board.marja.open(f"{board.home}/templates").numbers("template")) == 1


@pytest.mark.parametrize("form", [{}, {"title-fi": "Ä" * (TITLE_LIMIT + 1)}, {"title-fi": "x", "purpose-fi": "Ä" * (PURPOSE_LIMIT + 1)}])
def test_a_template_needs_a_title_and_short_words(board, form):
    assert board.marja.post(f"{board.path}/template", **form).status == 422
    assert board.marja.open(f"{board.home}/templates").numbers("template") == []


def test_a_course_keeps_a_hundred_templates(app, board):
    with writing(app):
        insert(BoardTemplate, [dict(course_id=board.course, title={"fi": f"Pohja {n}"}, purpose={}, made_at=now(),
                                    contents={"format": "workshop-board", "version": 1, "phases": [{}]}) for n in range(TEMPLATES_AT_MOST)])
    assert board.marja.post(f"{board.path}/template", **{"title-fi": "Liikaa"}).status == 409
    number = board.marja.open(f"{board.home}/templates").numbers("template")[0]
    board.marja.post(f"/templates/{number}/deletion")
    assert board.marja.post(f"{board.path}/template", **{"title-fi": "Mahtuu"}).status == 303
    assert board.marja.post(f"/templates/{number}/restoration").status == 409


def test_a_copy_has_the_design_of_its_board_and_no_notes(app, board, enter):
    board.note(enter(AINO))
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Taulu", "prompt-fi": "Miksi?", "colour-sun-fi": "Huomio"})
    with writing(app):
        db.session.get(Board, board.id).phase.votes_each = 7
    board.marja.post(f"{board.activity}/copy")
    with writing(app):
        copy = db.session.scalar(sa.select(sa.func.max(Board.id)))
        assert db.session.scalar(sa.select(sa.func.count()).where(Note.activity_id == copy)) == 0
    assert design_of(board.marja, f"/boards/{copy}") == design_of(board.marja, board.path)
