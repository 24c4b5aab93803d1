"""A course ends: the names go and the texts stay, or nothing is left of it; in the rows, in the files, and in the database's own files."""
import contextvars
from pathlib import Path

import pytest
import sqlalchemy as sa

from lti_tool.boards import Board
from lti_tool.boards.board import make_board
from lti_tool.boards.layout import one_phase
from lti_tool.boards.template import keep_template
from lti_tool.db import Wording, db, transaction
from lti_tool.jobs import work_off
from lti_tool.people import Course, CourseContext
from tests.architecture.test_held import rows_of
from tests.support.cast import AINO, EEVA, MARJA, ORJAN, OTTO
from tests.support.rows import rows, rows_with

pytestmark = pytest.mark.usefixtures("in_english")

TEXTS = ["Ainon uusi ajatus", "Örjans tanke", "Ainon kommentti"]
NAMES = [AINO.sub, AINO.family_name, "Ainon nimi", MARJA.family_name]


@pytest.fixture
def end(board, marja):
    def end(way, visitor=None):
        page = (visitor or marja).open(f"{board.home}/retention/{way}")
        return (visitor or marja).press(page, f"{board.home}/retention/{way}", sure="yes")
    return end


def test_names_go_and_texts_stay(app, board, lived, end):
    assert set(rows_with(app, NAMES)) > {"person.own_name", "roster_entry.name", "person.subject"}
    seen = end("anonymisation")
    assert (seen.status, seen.path) == (200, "/retention/anonymise") and "have been taken away" in seen.text
    assert rows_with(app, NAMES) == []
    for text in TEXTS:
        assert rows_with(app, [text]), text
    for sub in (AINO.sub, MARJA.sub):
        assert rows_of(app, lived.people[sub]) == []


def test_nothing_tells_any_more_who_wrote_what(app, board, lived, end):
    end("anonymisation")
    for query in ("SELECT id FROM note WHERE author_id IS NOT NULL OR secret_mark IS NOT NULL OR region_id IS NOT NULL",
                  "SELECT id FROM comment WHERE author_id IS NOT NULL OR secret_mark IS NOT NULL OR region_id IS NOT NULL",
                  "SELECT id FROM act WHERE person_id IS NOT NULL OR secret_mark IS NOT NULL", "SELECT id FROM look",
                  "SELECT part FROM change WHERE topic_id = (SELECT topic_id FROM activity WHERE id = 1)",
                  "SELECT id FROM group_member", "SELECT id FROM launch_report WHERE membership_id NOT IN (SELECT id FROM membership)", "SELECT id FROM deep_linking_request"):
        assert rows(app, query) == [], query
    for table in ("membership", "roster_entry"):
        assert rows(app, f"SELECT id FROM {table} WHERE course_id = :course", course=board.course) == []


def test_votes_and_reactions_are_counted_on_under_nobody_s_mark(app, board, lived, end):
    before = rows(app, "SELECT voter FROM vote"), rows(app, "SELECT reactor FROM reaction")
    assert len(before[0]) == len(before[1]) == 2
    end("anonymisation")
    after = rows(app, "SELECT voter FROM vote"), rows(app, "SELECT reactor FROM reaction")
    assert [len(marks) for marks in after] == [2, 2]
    assert not {*before[0], *before[1]} & {*after[0], *after[1]}


def test_what_was_written_where_no_names_are_kept_belongs_to_no_browser_any_more(app, board, enter, end):
    with app.app_context(), transaction():
        db.session.get(Board, board.id).anonymity = "everybody"
    aino = enter(AINO)
    note = board.note(aino, "Salassa")
    end("anonymisation")
    aino.launch()
    assert aino.open(board.path).one("columns").get("data-mine") == "" and aino.send(f"/notes/{note}/deletion").status == 403


def test_whoever_is_in_another_course_stays_known_there(app, board, lived, end, enter):
    end("anonymisation")
    assert rows(app, "SELECT platform_name FROM person WHERE subject = :sub", sub=ORJAN.sub) == [(ORJAN.name,)]
    assert lived.orjan.open("/me").status == 200 and lived.orjan.open(board.path).status == 404
    assert "Örjans tanke" not in lived.orjan.open("/me").text
    assert lived.aino.open("/me").status == 401
    assert rows(app, "SELECT name FROM roster_entry WHERE subject = :sub", sub=EEVA.sub) == [] and enter(EEVA).open("/me").status == 200


def test_whoever_looks_after_the_platform_or_the_installation_stays_known(app, board, enter, end, lived):
    enter(OTTO)
    app.config["OPERATORS"] = [f"https://moodle.example {AINO.sub}"]
    assert rows(app, "SELECT person_id FROM administrator")
    end("anonymisation")
    known = {sub for sub, in rows(app, "SELECT subject FROM person")}
    assert {OTTO.sub, AINO.sub} <= known and MARJA.sub not in known
    assert rows_with(app, ["Ainon uusi ajatus"]) and not rows(app, "SELECT id FROM note WHERE author_id IS NOT NULL")


def test_who_comes_afterwards_begins_anew_among_the_texts(app, board, lived, end, marja):
    end("anonymisation")
    assert marja.open("/me").status == 401
    page = marja.launch().open(board.path)
    assert all(text in page.text for text in TEXTS[:2]) and "Ainon nimi" not in page.text and "Somebody who has left" in page.text
    assert marja.send(f"/notes/{lived.notes[0]}", text="Jatkettu", version="3", colour="sun", language="fi").status == 200
    assert marja.open(f"{board.path}/history").status == 200 and marja.open(f"{board.home}/people").status == 200
    [picture] = [image.get("src") for image in page.all("img") if "/attachments/" in image.get("src")]
    assert marja.open(picture).status == 200


def test_the_platform_is_not_asked_for_names_before_somebody_comes(app, board, end, lived):
    with app.app_context(), transaction():
        context = db.session.scalar(sa.select(CourseContext).filter_by(course_id=board.course))
        context.roster_url, context.roster_link = "https://moodle.example/members", "l1"
    end("anonymisation")
    assert rows(app, "SELECT roster_url, roster_link FROM course_context WHERE course_id = :course", course=board.course) == [(None, None)]


# --- erasing ---

COURSE_S = ("activity", "board", "phase", '"column"', "note", "comment", "reaction", "vote", "act", "look", "attachment", "stored_file", "board_template", "placement",
            "region", "work_role", "membership", "roster_entry", "platform_group", "group_member", "launch_report", "deep_linking_request", "course_context", "operation", "change")


def alone(app, board):
    """Everything but this course goes first, so that what is left is told at a glance."""
    with app.app_context(), transaction():
        for course in db.session.scalars(sa.select(Course).where(Course.id != board.course)):
            db.session.delete(course)


def test_nothing_of_it_is_left_in_any_table(app, board, lived, end):
    with app.app_context(), transaction():
        keep_template(db.session.get(Course, board.course), Wording({"fi": "Oma pohja"}), Wording(), one_phase(()))
    alone(app, board)
    topics = len(rows(app, "SELECT id FROM topic"))
    seen = end("erasure")
    assert (seen.status, seen.path) == (200, "/retention/erase") and "has been erased" in seen.text
    assert {table: rows(app, f"SELECT * FROM {table}") for table in COURSE_S if rows(app, f"SELECT * FROM {table}")} == {}
    assert rows(app, "SELECT id FROM course") == [] and len(rows(app, "SELECT id FROM topic")) == topics - 2  # the course's home and its board
    assert rows_with(app, [*TEXTS, *NAMES, "Kirjaamisen kehittäjäverkosto", "Rakenteinen kirjaaminen", "Toimii", "kuva.jpg", "Poistettu ajatus"]) == []


def test_its_files_are_gone_from_the_disk(app, lived, end):
    folder = app.extensions["files_folder"]
    assert [file for file in folder.rglob("*") if file.is_file()]
    end("erasure")
    assert [file for file in folder.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("way", "gone"), [("erasure", [*TEXTS, "Ainon nimi", "Sarapuisto"]), ("anonymisation", ["Ainon nimi", "Sarapuisto"])])
def test_on_sqlite_neither_the_file_nor_its_log_holds_it(app, lived, end, way, gone):
    database = Path(app.config["SQLALCHEMY_DATABASE_URI"].database)
    files = [file for file in database.parent.iterdir() if file.name.startswith(database.name) and file.is_file()]
    for word in gone:
        assert any(word.encode() in file.read_bytes() for file in files), word
    end(way)
    for file in files:
        content = file.read_bytes()
        assert [word for word in gone if word.encode() in content] == [], file.name


@pytest.mark.every_case
@pytest.mark.parametrize("way", ["erasure", "anonymisation"])
def test_other_courses_stay_as_they_are(app, board, lived, end, enter, way):
    pekka = enter(MARJA._replace(sub="user-22", given_name="Pekka", family_name="Lahti"), course="perehdytys", link="l8")
    with app.app_context(), transaction():
        other = db.session.scalar(sa.select(Course).where(Course.id != board.course))
        made = make_board(other, Wording({"fi": "Toisen kurssin taulu"}), [(Wording({"fi": "Sarake"}), Wording(), "sun")])
        made.state, made.origin_id = "open", board.id
        column = made.columns()[0].id
        other.origin_id, number, path = board.course, other.id, f"/boards/{made.id}"
    orjan = lived.orjan
    orjan.send(f"/columns/{column}/notes", text="Örjan toisella kurssilla", colour="sun", language="sv")
    end(way)
    page = pekka.open(path)
    assert page.status == 200 and "Örjan toisella kurssilla" in page.text and ORJAN.name in page.text
    assert {sub for sub, in rows(app, "SELECT subject FROM person JOIN membership ON person_id = person.id WHERE course_id = :course", course=number)} >= {ORJAN.sub, EEVA.sub, "user-22"}


def test_who_opens_a_link_afterwards_finds_an_empty_course(app, board, lived, end, marja):
    end("erasure")
    marja.launch()
    assert marja.address != board.path and "Ainon" not in marja.open(marja.address).text
    [(number,)] = rows(app, "SELECT id FROM course WHERE title = 'Kirjaamisen kehittäjäverkosto'")
    assert number > board.course and marja.open(board.path).status == 404


# --- how it is asked for ---

@pytest.mark.parametrize("way", ["anonymisation", "erasure"])
def test_it_needs_the_tick_and_the_words_say_what_goes_and_what_stays(app, board, lived, marja, way):
    page = marja.open(f"{board.home}/retention/{way}")
    assert "This goes for good" in page.text and "This stays" in page.text and "cannot be undone" in page.text
    assert marja.post(f"{board.home}/retention/{way}").status == 422
    assert marja.open(board.path).status == 200 and rows_with(app, ["Ainon uusi ajatus"])


@pytest.mark.parametrize("way", ["anonymisation", "erasure"])
def test_participants_and_strangers_end_nothing(app, board, lived, enter, way):
    stranger = app.test_client().post(f"{board.home}/retention/{way}", base_url="https://tool.example", data={"sure": "yes"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert stranger.status_code == 401
    assert lived.aino.post(f"{board.home}/retention/{way}", sure="yes").status == 403
    assert enter(EEVA._replace(role=MARJA.role)).post(f"{board.home}/retention/{way}", sure="yes").status == 404
    assert rows_with(app, ["Ainon uusi ajatus"]) and rows_with(app, ["Ainon nimi"])


@pytest.mark.every_case
@pytest.mark.parametrize("way", ["anonymisation", "erasure"])
def test_open_pages_are_asked_again_who_may_read_them(app, board, lived, end, way):
    asked = []

    class Listener:
        def recheck(self, person=None, topic=None):
            asked.append(("person", person) if person else ("topic", topic))

        def changed(self, topic):
            pass

        def tell(self, *what):
            pass
    topics = {("topic", topic) for topic, in rows(app, "SELECT topic_id FROM activity UNION SELECT topic_id FROM course WHERE id = :course", course=board.course)}
    app.extensions["notifier"].subscribe(Listener())
    end(way)
    assert topics <= set(asked) and ("person", lived.people[AINO.sub]) in asked


def test_whatever_refers_to_a_course_or_to_what_is_in_it_goes_with_it_or_lets_go(app):
    """Or erasing a course would be refused by the database."""
    inside = {"course"}
    while more := {table.name for table in db.metadata.tables.values() for key in table.foreign_keys
                   if key.column.table.name in inside and key.ondelete == "CASCADE"} - inside:
        inside |= more
    stubborn = [f"{table.name}.{key.parent.name}" for table in db.metadata.tables.values() for key in table.foreign_keys
                if key.column.table.name in inside | {"person"} and key.ondelete not in ("CASCADE", "SET NULL")]
    assert len(inside) > 15 and stubborn == []


def test_names_that_are_on_their_way_from_the_platform_are_not_taken_any_more(app, board, marja, platform, end):
    services, path = platform.services, platform.services.path()
    services.offer(AINO, ORJAN, MARJA)

    def answer(request):
        """A facilitator ends the course while the platform is still looking up who is in it."""
        del services.spoilt[path]
        contextvars.Context().run(end, "anonymisation")
        return services.members(request, "kkv")
    services.spoilt[path] = answer
    marja.launch()
    assert work_off(app) == 1 and services.asked and path not in services.spoilt
    assert rows(app, "SELECT name FROM roster_entry") == []
