"""A course that the platform copied takes along what its facilitators decide, and shows nothing to whom nothing is due."""
import io
import re

import pytest
import sqlalchemy as sa

from lti_tool.activities import Placement
from lti_tool.boards import Note
from lti_tool.boards.template import BoardTemplate
from lti_tool.db import db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.files import Attachment
from lti_tool.people import Course
from tests.support.cast import AINO, FACILITATOR, MARJA, OTTO
from tests.support.cast import Person as Actor
from tests.support.copying import COPY, asked, decide, given_links, in_copy
from tests.support.files import GOOD
from tests.support.page import words_of
from tests.support.platform import LearningPlatform
from tests.support.rows import rows
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")

LIISA = Actor("user-31", "Liisa", "Uusi", FACILITATOR, course=COPY, locale="en")  # facilitates the copy, and was never in the source
MARJA_EN, OTTO_EN, AINO_EN = (person._replace(locale="en") for person in (MARJA, OTTO, AINO))
SECRET = "Kirjaamiskahvit joka toinen perjantai"


@pytest.fixture
def item(board, enter):
    """A link to the board that was chosen inside the platform, and opened in its own course."""
    item, = given_links(enter, f"activity-{board.id}")
    enter(AINO, link="l9", custom=item["custom"])
    return item


def course_numbers(app) -> dict:
    return {context: number for context, number in rows(app, "SELECT context_id, course_id FROM course_context")}


def copies(app, context=COPY) -> list[tuple]:
    """(number, origin, state, title) in the copied course, in their order."""
    return rows(app, "SELECT id, origin_id, state, title FROM activity WHERE course_id = :course AND deleted_at IS NULL ORDER BY position, id",
                course=course_numbers(app)[context])


def choices_on(page) -> list[str]:
    return [field.get("value") for field in page.all("input", name="choice")]


# --- who is asked, and what is offered ---

def test_a_facilitator_who_came_by_a_token_is_asked_and_may_take_the_structure(item, board, enter):
    board.note(enter(AINO))
    liisa = in_copy(enter, LIISA, item)
    page = asked(liisa)
    assert re.fullmatch(r"/courses/\d+/origin", page.path) and "Kirjaamisen kehittäjäverkosto" in page.text
    assert choices_on(page) == ["structure", "nothing"], "no archive: it would show what others wrote"
    assert SECRET not in page.text


def test_whoever_facilitated_there_may_also_keep_it_to_be_read(item, board, enter):
    page = asked(in_copy(enter, MARJA_EN, item))
    assert choices_on(page) == ["structure", "archive", "nothing"]
    board.note(board.marja, "Marjan siemen")
    assert choices_on(asked(in_copy(enter, MARJA_EN, item))) == ["structure", "seeds", "archive", "nothing"]


def test_a_course_admin_of_the_platform_may_choose_everything_without_a_token(board, enter):
    enter(OTTO, link="l1")
    otto = enter(OTTO_EN, course=COPY, link="c1", custom={"history": "kkv"})
    assert choices_on(asked(otto)) == ["structure", "archive", "nothing"]


def test_a_participant_waits_and_hears_nothing_of_the_other_course(item, board, enter):
    aino = in_copy(enter, AINO_EN, item)
    page = asked(aino)
    assert page.path.startswith("/placements/") and "Not ready yet" in page.text
    assert "verkosto" not in page.text and "Rakenteinen" not in page.text
    course = re.search(r"/courses/\d+", " ".join(page.links)).group()
    assert aino.open(f"{course}/origin").status == aino.post(f"{course}/origin", choice="structure").status == 403


@pytest.mark.parametrize("custom", [
    {}, {"opens": "activity-{board}"}, {"opens": "activity-999999"}, {"link": "a-token-that-nobody-gave-out"}, {"opens": "activity-{board}", "link": "a-token-that-nobody-gave-out"},
    {"opens": "activity-{board}", "history": "kkv"}, {"opens": "activity-999999", "history": "kkv"}, {"opens": "activity-{board}", "link": "guessed-guessed-guessed", "history": "kkv"},
    {"opens": "activity-{board}", "link": "{token}"}, {"opens": "activity-{board}", "link": "{token}", "history": "elsewhere,nowhere"},
    {"opens": "activity-{board}", "link": "{token}", "history": "$Context.id.history"}, {"history": "kkv"}, {"history": "nothing-of-that-name"}])
def test_who_may_take_nothing_sees_what_everybody_sees_at_a_new_link(custom, item, board, enter):
    """History or token alone, guessed ones, numbers of others: the page is the same, word for word, as for a link that carries nothing."""
    plain = enter(LIISA, course="aivan-uusi", link="c1", resource_link={"id": "c1", "title": "Linkki"}, context={"id": "aivan-uusi", "title": "Kurssi"})
    filled = {name: value.format(board=board.id, token=item["custom"]["link"]) for name, value in custom.items()}
    liisa = enter(LIISA, course="toinen-uusi", link="c1", custom=filled, resource_link={"id": "c1", "title": "Linkki"}, context={"id": "toinen-uusi", "title": "Kurssi"})

    def without_numbers(page):
        assert page.path.startswith("/placements/") and page.status == 200
        return re.sub(r"\d+|value=\"[\w-]{20,}\"", "#", page.html)
    assert without_numbers(asked(liisa)) == without_numbers(asked(plain))
    for visitor in (liisa, plain):
        course = re.search(r"/courses/\d+", " ".join(asked(visitor).links)).group()
        assert "There is nothing to bring over" in visitor.open(f"{course}/origin").text
        assert visitor.post(f"{course}/origin", choice="structure").status == 409
        assert visitor.open(f"{course}/archive/{board.id}").status == 404
        assert "Kirjaamisen" not in visitor.open(course).text + visitor.open(f"{course}/settings").text


def test_a_token_does_not_cross_platforms(app, item, board, enter):
    other = LearningPlatform("https://other.example", "client-2")
    other.register(app)
    liisa = Visitor(app, other, LIISA).launch(course=COPY, link="c1", custom={**item["custom"], "history": "kkv"})
    assert "nothing to bring over" in liisa.open("/courses/2/origin").text
    assert asked(liisa).path.startswith("/placements/")


def test_another_deployment_of_the_same_platform_is_another_world(app, item, board, enter, platform):
    from lti_tool.lti import find_platform
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(deployment_ids=["1", "2"])
    liisa = enter(LIISA, course=COPY, link="c1", custom={**item["custom"], "history": "kkv"}, deployment_id="2")
    assert asked(liisa).path.startswith("/placements/")


def test_a_token_written_by_hand_proves_nothing(item, board, enter):
    """A link of the source carries a word that its teacher made up; whoever guesses that word in another course gets nothing."""
    enter(MARJA, link="l10", custom={"opens": f"activity-{board.id}", "link": "aaaaaaaaaaaaaaaaaaaa"})
    liisa = enter(LIISA, course=COPY, link="c1", custom={"opens": f"activity-{board.id}", "link": "aaaaaaaaaaaaaaaaaaaa", "history": "kkv"})
    assert asked(liisa).path.startswith("/placements/")


def test_the_nearest_course_with_something_in_it_is_taken(app, item, board, enter):
    enter(MARJA, course="tyhja", link="t1")
    in_copy(enter, LIISA, item, history="tyhja,kkv,muu")
    assert rows(app, "SELECT origin_id FROM course WHERE id = :id", id=course_numbers(app)[COPY]) == [(board.course,)]


def test_where_a_course_came_from_is_kept_once(app, item, board, enter):
    in_copy(enter, LIISA, item)
    enter(MARJA, course="muu", link="m1")
    marja = enter(MARJA, course="muu", link="m1")
    marja.post(marja.address, opens="new:board")
    in_copy(enter, LIISA, item, history="muu,kkv")
    assert rows(app, "SELECT origin_id FROM course WHERE id = :id", id=course_numbers(app)[COPY]) == [(board.course,)]


# --- the structure ---

@pytest.fixture
def liisa(item, enter):
    return in_copy(enter, LIISA, item)


def test_the_structure_comes_as_drafts_and_without_anybody_s_words(app, board, enter, item):
    aino = enter(AINO)
    note = board.note(aino, SECRET)
    aino.send(f"/notes/{note}/comments", text="Salainen kommentti", language="fi")
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Rakenteinen kirjaaminen", "prompt-fi": "Mikä toimii?", "colour-sun-fi": "Huomio"})
    board.marja.post(f"{board.path}/voting", votes_each="3", open="yes")
    board.marja.post(f"/columns/{board.columns[0]}/lock", locked="yes")
    closed = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Suljettu"}).leads_to
    board.marja.post(closed.replace("boards", "activities") + "/state", state="closed")
    board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Luonnos"})
    gone = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Poistettu"}).leads_to
    board.marja.post(gone.replace("boards", "activities") + "/deletion")
    liisa = in_copy(enter, LIISA, item)
    page = decide(liisa, asked(liisa), "structure")
    assert page.status == 200 and "What came along" in page.text
    made = copies(app)
    assert [title for *_rest, title in made] and len(made) == 3
    assert {state for _n, _o, state, _t in made} == {"draft"} and made[0][1] == board.id
    copy = liisa.open(f"/boards/{made[0][0]}")
    assert copy.status == 200 and all(words in copy.text for words in ("Rakenteinen kirjaaminen", "Mikä toimii?", "Toimii", "Takkuaa", "Huomio"))
    for secret in (SECRET, "Salainen kommentti", "Aino", "Sarapuisto", "Kallioinen"):
        assert secret not in copy.html
    assert rows(app, "SELECT count(*) FROM note WHERE activity_id <> :board", board=board.id) == [(0,)]
    assert rows(app, "SELECT count(*) FROM membership WHERE course_id = :course", course=course_numbers(app)[COPY]) == [(1,)], "nobody came along"


def test_templates_languages_and_warned_words_come_along_once(app, board, enter, item):
    board.marja.post(f"{board.path}/template", **{"title-fi": "Oma pohja", "purpose-fi": "Arkeen"})
    board.marja.post(f"{board.home}/settings", languages=["fi", "en"], main_language="en", guarded_words="Virta*\nKotipalvelu Oy")
    liisa = in_copy(enter, LIISA, item)
    decide(liisa, asked(liisa), "structure")
    number = course_numbers(app)[COPY]
    with app.app_context(), transaction(writes=False):
        copy = db.session.get(Course, number)
        assert (copy.languages, copy.guarded_words) == (["en", "fi"], ["Virta*", "Kotipalvelu Oy"])
        assert [dict(t.title) for t in db.session.scalars(sa.select(BoardTemplate).filter_by(course_id=number))] == [{"fi": "Oma pohja"}]
    board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Uusi lähteessä"})
    page = liisa.open(f"/courses/{number}/origin")
    decide(liisa, page, "structure")
    assert len(copies(app)) == 2, "only what was missing"
    assert rows(app, "SELECT count(*) FROM board_template WHERE course_id = :course", course=number) == [(1,)]
    assert choices_on(liisa.open(f"/courses/{number}/origin")) == [], "everything is here"


def test_all_links_follow_those_that_were_opened_before_and_those_that_come_later(app, board, enter):
    other = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to
    other_number = int(other.rpartition("/")[2])
    board.marja.post(f"/activities/{other_number}/state", state="open")
    first, second, home = sorted(given_links(enter, "home", f"activity-{board.id}", f"activity-{other_number}"), key=lambda i: i["custom"]["opens"])[:3]
    liisa = in_copy(enter, LIISA, first, "c1")
    in_copy(enter, AINO_EN, second, "c2")
    page = decide(liisa, asked(liisa), "structure")
    liisa.press(page, f"{page.path}/opening")
    made = {origin: number for number, origin, _state, _title in copies(app)}
    assert in_copy(enter, AINO, first, "c1").address == f"/boards/{made[board.id]}"
    assert in_copy(enter, AINO, second, "c2").address == f"/boards/{made[other_number]}"
    assert in_copy(enter, AINO, second, "c3").address.startswith("/placements/"), "a second link with that token is a question of its own"
    assert in_copy(enter, AINO, home, "c4").address == f"/courses/{course_numbers(app)[COPY]}"


def test_the_button_opens_what_was_in_use_there_and_nothing_else(app, board, enter, item):
    for title, state in (("Suljettu", "closed"), ("Luonnos", "draft"), ("Arkistoitu", "archived")):
        made = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": title}).leads_to
        board.marja.post(made.replace("boards", "activities") + "/state", state=state)
    liisa = in_copy(enter, LIISA, item)
    page = decide(liisa, asked(liisa), "structure")
    assert "Open the 2 that were in use there" in page.text
    liisa.press(page, f"{page.path}/opening")
    assert [state for _n, _o, state, _t in copies(app)] == ["open", "open", "draft", "draft"]


def test_after_the_decision_the_link_is_led_on(app, liisa, enter, item):
    page = decide(liisa, asked(liisa), "structure")
    onward = next(link for link in page.all("a") if "Go on to" in words_of(link))
    assert onward.get("href") == in_copy(enter, LIISA, item).address == f"/boards/{copies(app)[0][0]}"


# --- one's own notes ---

def test_seeds_are_one_s_own_named_notes_with_their_files(app, board, enter, item):
    aino = enter(AINO)
    board.note(aino, "Ainon lappu")
    top = board.note(board.marja, "Marjan ensimmäinen")
    below = board.note(board.marja, "Marjan toinen", column=1)
    board.marja.send(f"/notes/{below}/stack", on=top)
    deleted = board.note(board.marja, "Marjan poistettu")
    board.marja.send(f"/notes/{deleted}/deletion")
    removed = board.note(board.marja, "Marjan peitetty")
    board.marja.send(f"/notes/{removed}/removal", what="all")
    assert board.marja.send(f"/notes/{top}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kaavio").status < 300
    marja = in_copy(enter, MARJA_EN, item)
    page = asked(marja)
    assert "Also 2 notes" in page.text
    decide(marja, page, "seeds")
    copy = copies(app)[0][0]
    with app.app_context(), transaction(writes=False):
        notes = list(db.session.scalars(sa.select(Note).filter_by(activity_id=copy).order_by(Note.position)))
        assert [(note.text, note.anonymity) for note in notes] == [("Marjan ensimmäinen", "named"), ("Marjan toinen", "named")]
        assert notes[1].stack_id == notes[0].id or notes[1].column_id != notes[0].column_id
        attached, = db.session.scalars(sa.select(Attachment).filter_by(activity_id=copy))
        assert (attached.thing, attached.alternative_text) == (f"note:{notes[0].id}", "Kaavio")
        assert attached.file_id == db.session.scalar(sa.select(Attachment.file_id).where(Attachment.activity_id == board.id))
    seen = marja.open(f"/boards/{copy}")
    assert "Marjan ensimmäinen" in seen.text and "Marja Kallioinen" in seen.text and "Ainon" not in seen.text
    picture = next(link for link in seen.links if link and "/attachments/" in link)
    assert marja.open(picture).status == 200


def test_seeds_do_not_come_twice_and_can_come_after_the_structure(app, board, enter, item):
    board.note(board.marja, "Marjan siemen")
    marja = in_copy(enter, MARJA_EN, item)
    page = decide(marja, asked(marja), "structure")
    origin = page.path
    assert choices_on(marja.open(origin)) == ["seeds", "archive"]
    decide(marja, marja.open(origin), "seeds")
    assert "seeds" not in choices_on(marja.open(origin))
    assert marja.post(origin, choice="seeds").status == 422
    assert rows(app, "SELECT count(*) FROM note WHERE text = 'Marjan siemen'") == [(2,)]


@pytest.mark.parametrize("level", ["region", "peers", "everybody"])
def test_what_was_written_without_a_name_is_no_seed(level, app, board, enter, item):
    board.marja.post(f"{board.path}/settings", **{"title-fi": "Nimetön", "anonymity": level})
    board.note(board.marja, "Nimetön siemen")
    marja = in_copy(enter, MARJA_EN, item)
    page = asked(marja)
    assert "seeds" not in choices_on(page)
    decide(marja, page, "structure")
    assert rows(app, "SELECT count(*) FROM note WHERE text = 'Nimetön siemen'") == [(1,)]
    assert rows(app, "SELECT anonymity FROM board WHERE id = :id", id=copies(app)[0][0]) == [(level,)], "the board keeps its level"


# --- the archive ---

@pytest.fixture
def archived(app, board, enter, item):
    """Everything people wrote, then Marja kept it to be read in the copy. Gives the archive's address."""
    aino = enter(AINO)
    first = board.note(aino, SECRET)
    aino.send(f"/notes/{first}/comments", text="Meillä samoin", language="fi")
    aino.send(f"/notes/{first}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kaavio")
    aino.send(f"/notes/{board.note(aino, 'Poistettu lappu')}/deletion")
    aino.send(f"/notes/{first}/reactions", on="thanks")
    board.note(board.marja, "Puhelin <script>alert(1)</script>", column=1)
    marja = in_copy(enter, MARJA_EN, item)
    decide(marja, asked(marja), "archive")
    return f"/courses/{course_numbers(app)[COPY]}/archive/{board.id}"


def test_the_archive_shows_the_texts_and_nobody(archived, board, enter, item):
    aino = in_copy(enter, AINO_EN._replace(sub="user-77", given_name="Uusi", family_name="Osallistuja"), item)
    assert aino.address == archived, "the link leads there"
    page = aino.open(archived)
    assert page.status == 200
    assert all(words in page.text for words in ("From an earlier course, only to be read.", "Rakenteinen kirjaaminen", "Toimii", SECRET, "Meillä samoin", "Puhelin <script>alert(1)</script>"))
    for word in ("Aino", "Sarapuisto", "Marja", "Kallioinen", "Poistettu lappu", "kuva.jpg", "Kaavio", "/attachments/", "<script>alert", "data-stream", "data-changes"):
        assert word not in page.html, word
    assert "A picture or file was here." in page.text
    main = next(iter(page.all("main")))
    assert not list(main.iter("form")) and not list(main.iter("button")) and not list(main.iter("textarea")), "nothing to press"
    assert SECRET not in aino.open(f"/courses/{archived.split('/')[2]}").text and archived in aino.open(f"/courses/{archived.split('/')[2]}").links


def test_the_source_itself_stays_shut_to_members_of_the_copy(archived, board, enter, item):
    new = in_copy(enter, LIISA, item)
    for address in (board.path, board.home, f"{board.path}/parts", f"{board.path}/export", f"{board.activity}/stream", "/attachments/1"):
        assert new.open(address).status == 404


def test_the_archive_belongs_to_the_members_of_the_copy(archived, board, enter):
    aino = enter(AINO)  # in the source only
    assert aino.open(archived).status == 404
    elsewhere = enter(LIISA, course="muualla", link="m1")
    assert elsewhere.open(archived).status == 404
    own = re.sub(r"/courses/\d+", re.search(r"/courses/\d+", " ".join(asked(elsewhere).links)).group(), archived)
    assert elsewhere.open(own).status == 404


def test_hidden_notes_stay_hidden_in_the_archive(app, board, enter, item):
    board.note(enter(AINO), SECRET)
    board.marja.post(f"{board.path}/hiding", hidden="yes")
    marja = in_copy(enter, MARJA_EN, item)
    decide(marja, asked(marja), "archive")
    page = marja.open(f"/courses/{course_numbers(app)[COPY]}/archive/{board.id}")
    assert SECRET not in page.html and "1 note has not been shown" in page.text


def test_what_is_written_in_the_source_later_is_not_read_in_the_copy(archived, board, enter, clock):
    clock.forward(minutes=5)
    note = board.note(enter(AINO), "Kirjoitettu myöhemmin")
    enter(AINO).send(f"/notes/{note}/comments", text="Kommentti myöhemmin", language="fi")
    assert "myöhemmin" not in enter(MARJA, course=COPY, link="c9").open(archived).html


def test_drafts_of_the_source_are_not_read(app, archived, board, enter):
    draft = int(board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Vain luonnos"}).leads_to.rpartition("/")[2])
    marja = enter(MARJA, course=COPY, link="c9")
    assert marja.open(archived.replace(f"/{board.id}", f"/{draft}")).status == 404
    assert "Vain luonnos" not in marja.open(f"/courses/{course_numbers(app)[COPY]}").text


def test_an_archive_can_be_closed_again_and_its_links_wait(app, archived, board, enter, item):
    marja = enter(MARJA_EN, course=COPY, link="c9")
    origin = archived.rpartition("/archive/")[0] + "/origin"
    decide(marja, marja.open(origin), "nothing")
    assert marja.open(archived).status == 404
    assert in_copy(enter, AINO, item).address.startswith("/placements/")
    decide(marja, marja.open(origin), "structure")
    assert in_copy(enter, MARJA, item).address == f"/boards/{copies(app)[0][0]}"


def test_a_manual_link_can_open_something_of_the_archive(archived, board, enter):
    marja = enter(MARJA_EN, course=COPY, link="kasin")
    page = marja.open(marja.address)
    assert marja.press(page, marja.address, opens=f"archive:{board.id}").path == archived
    assert enter(AINO, course=COPY, link="kasin").address == archived
    assert marja.post(marja.address, opens="archive:999").status == 422


def test_the_archive_is_not_chosen_by_whoever_may_not_read_there(liisa, board):
    page = asked(liisa)
    assert liisa.post(page.path, choice="archive").status == 422
    assert liisa.open(page.path.replace("origin", f"archive/{board.id}")).status == 404


# --- beginning empty, coming back, and what is gone ---

def test_whoever_begins_empty_can_come_back_from_the_settings(app, liisa, enter, item):
    page = asked(liisa)
    after = decide(liisa, page, "nothing")
    assert after.path == liisa.address and "What does this link open?" in after.text
    assert copies(app) == []
    course = page.path.removesuffix("/origin")
    settings = liisa.open(f"{course}/settings")
    assert page.path in settings.links
    decide(liisa, liisa.open(page.path), "structure")
    made, = copies(app)
    assert in_copy(enter, LIISA, item).address == f"/boards/{made[0]}"


def test_the_home_asks_facilitators_until_it_is_decided(liisa, enter, item):
    course = asked(liisa).path.removesuffix("/origin")
    assert f"{course}/origin" in liisa.open(course).links
    assert f"{course}/origin" not in in_copy(enter, AINO, item).open(course).links
    decide(liisa, asked(liisa), "nothing")
    assert f"{course}/origin" not in liisa.open(course).links


def test_a_link_without_anything_is_asked_about_first_and_then_finds_its_namesake(app, board, enter):
    """No tokens at all: links that were added by hand, in a course whose facilitator was there before."""
    other = int(board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to.rpartition("/")[2])
    marja = enter(MARJA, link="l5", resource_link={"id": "l5", "title": "Työpaja kolme"})
    marja.post(marja.address, opens=f"activity:{other}")
    marja = enter(MARJA_EN, course=COPY, link="c5", resource_link={"id": "c5", "title": "Työpaja kolme"}, custom={"history": "kkv"})
    page = asked(marja)
    assert page.path.endswith("/origin")
    decide(marja, page, "structure")
    choose = asked(marja)
    assert choose.path == marja.address
    made = {origin: number for number, origin, _state, _title in copies(app)}
    assert choose.form(marja.address).values["opens"] == f"activity:{made[other]}"


def test_of_a_source_that_was_erased_nothing_is_said(app, item, board, enter):
    with app.app_context(), transaction():
        db.session.execute(sa.delete(Course).where(Course.id == board.course))
    liisa = in_copy(enter, LIISA, item)
    assert asked(liisa).path.startswith("/placements/") and "What does this link open?" in asked(liisa).text


def test_a_source_that_is_erased_afterwards_leaves_what_came_along(app, item, board, enter, liisa):
    decide(liisa, asked(liisa), "structure")
    with app.app_context(), transaction():
        db.session.execute(sa.delete(Course).where(Course.id == board.course))
    made, = copies(app)
    assert made[1] is None
    assert in_copy(enter, LIISA, item, "c1").address == f"/boards/{made[0]}"
    enter(LIISA, course=COPY, link="c1")
    late = in_copy(enter, LIISA, {**item, "title": "Myöhempi"}, "c2")
    assert late.address.startswith("/placements/"), "known by its token: a copy of the first link"
    assert asked(late).path.endswith("/duplicate")


def test_an_archive_whose_source_is_erased_says_so_and_can_be_placed_anew(app, archived, board, enter, item):
    with app.app_context(), transaction():
        db.session.execute(sa.delete(Course).where(Course.id == board.course))
    marja = in_copy(enter, MARJA_EN, item)
    page = asked(marja)
    assert page.path.startswith("/placements/") and "cannot be read here" in page.text
    assert marja.open(archived).status == 404
    assert marja.press(page, page.path, opens="home").status == 200


def test_a_deleted_board_does_not_come_along(app, item, board, enter):
    other = int(board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to.rpartition("/")[2])
    board.marja.post(f"{board.activity}/deletion")
    liisa = in_copy(enter, LIISA, item)
    page = decide(liisa, asked(liisa), "structure")
    assert [origin for _n, origin, _s, _t in copies(app)] == [other]
    assert "What does this link open?" in asked(liisa).text, page.text


# --- copies of copies, and links that were duplicated before ---

def test_copies_of_copies_follow_too(app, item, board, enter, liisa):
    decide(liisa, asked(liisa), "structure")
    second, = copies(app)
    there = LIISA._replace(sub="user-32"), item, "d1", f"{COPY},kkv", "kkv-3"
    third = in_copy(enter, *there)
    page = asked(third)
    assert "kkv-2" in page.text, "the nearest one is offered"
    decide(third, page, "structure")
    made, = copies(app, "kkv-3")
    assert made[1] == second[0]
    assert in_copy(enter, *there).address == f"/boards/{made[0]}"
    assert in_copy(enter, LIISA, item, "c1").address == f"/boards/{second[0]}", "the second course keeps its own"


def test_a_copy_of_a_course_that_only_reads_leads_to_the_first_one(app, archived, board, enter, item):
    in_copy(enter, LIISA, item, "d1", history=f"{COPY},kkv", course="kkv-3")
    assert rows(app, "SELECT origin_id FROM course WHERE id = :id", id=course_numbers(app)["kkv-3"]) == [(board.course,)]


def test_duplicates_that_were_told_apart_in_the_source_are_in_the_copy(app, board, enter, item):
    duplicate = {**item, "title": "Rakenteinen kirjaaminen (kopio)"}
    enter(AINO, link="l9", custom=item["custom"], resource_link={"id": "l9", "title": item["title"]})
    marja = enter(MARJA, link="l10", custom=item["custom"], resource_link={"id": "l10", "title": duplicate["title"]})
    own = marja.press(asked(marja), f"{marja.address}/duplicate", duplicate="copy").path
    liisa = in_copy(enter, LIISA, item, "c1")
    decide(liisa, asked(liisa), "structure")
    made = {origin: number for number, origin, _state, _title in copies(app)}
    assert in_copy(enter, LIISA, item, "c1").address == f"/boards/{made[board.id]}"
    assert in_copy(enter, LIISA, duplicate, "c2").address == f"/boards/{made[int(own.rpartition('/')[2])]}"


# --- what is placed stays ---

def test_a_link_that_is_placed_is_never_changed_by_what_it_carries(app, board, enter, item):
    board.marja.post(enter(MARJA, link="l7").address, opens="home")
    assert enter(AINO, link="l7", custom=item["custom"]).address == board.home
    assert enter(AINO, link="l9", custom={"opens": "home", "link": "another-token-another"}).address == board.path
    with app.app_context(), transaction(writes=False):
        assert {(p.resource_link, p.opens) for p in db.session.scalars(sa.select(Placement)) if p.resource_link in ("l7", "l9")} == {("l7", "home"), ("l9", "activity")}


def test_the_whole_tool_s_parameters_alone_change_nothing(board, enter):
    aino = enter(AINO, link="l1", custom={"history": "", "groups": "1,2"})
    assert aino.address == board.home


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_question_is_asked_in_the_person_s_language(language, item, enter):
    page = asked(in_copy(enter, LIISA._replace(locale=f"{language}-FI"), item))
    assert page.tree.get("lang") == language and page.path.endswith("/origin")


def test_a_course_that_was_deleted_with_its_boards_is_no_source(app, item, board, enter, clock):
    board.marja.post(f"{board.activity}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    liisa = in_copy(enter, LIISA, item)
    assert asked(liisa).path.startswith("/placements/")
    assert rows(app, "SELECT origin_id FROM course WHERE id = :id", id=course_numbers(app)[COPY]) == [(None,)]
    assert rows(app, "SELECT count(*) FROM link_token") == [(0,)], "its tokens went with it"
