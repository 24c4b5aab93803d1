"""Series: made, ordered, deleted and restored by facilitators; one page on which everybody sees what was, is next and comes later."""
from datetime import datetime, timezone

import pytest
import sqlalchemy as sa

from lti_tool.boards import Board
from lti_tool.boards.board import make_board
from lti_tool.db import Wording, db
from lti_tool.db.chores import do_chores
from lti_tool.people import Course
from lti_tool.workshops.occasion import WORKSHOPS_AT_MOST, add_to_series
from lti_tool.workshops.series import SERIES_AT_MOST, Series
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, MARJA, ORJAN, OTTO
from tests.support.copying import decide, given_links, in_copy
from tests.support.page import words_of
from tests.support.scene import PEKKA
from tests.support.series import hold, make_series, make_workshop

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc)
LINK = "https://meet.example/verkosto"


@pytest.fixture
def aino(board, enter):
    return enter(AINO)


@pytest.fixture
def series(board):
    return make_series(board, **{"title-sv": "Workshoppar om dokumentation", "theme-fi": "Rakenteinen kirjaaminen", "goal-fi": "Yhteinen tapa kirjata."})


@pytest.fixture
def on_tuesday(clock, board, aino):
    clock.go_to(TUESDAY)
    board.marja.launch()
    aino.launch()


def states(visitor, series) -> list[tuple[str, str]]:
    """(title, what is said of it), in order."""
    rows = [item for item in visitor.open(series.path).all("li") if item.getparent().get("class") == "held-list"]
    return [(words_of(row.find(".//h3")), words_of(row.find(".//p"))) for row in rows]


def test_a_series_is_made_with_its_words_in_the_course_s_languages(board, series, aino, enter):
    page = aino.open(series.path)
    assert [words in page.text for words in ("Kirjaamisen työpajat", "Rakenteinen kirjaaminen", "Yhteinen tapa kirjata.")] == [True] * 3
    orjan = enter(ORJAN).open(series.path)
    assert "Workshoppar om dokumentation" in orjan.text
    assert "Rakenteinen kirjaaminen" in [span.text for span in orjan.all("span", lang="fi")]
    assert series.path in aino.open(f"{board.home}/series").links


def test_the_menu_of_the_home_leads_facilitators_to_it(board, aino):
    assert f"{board.home}/series" in board.marja.open(board.home).links
    assert f"{board.home}/series" not in aino.open(board.home).links


@pytest.mark.parametrize("form", [{}, {"title-fi": " "}, {"title-fi": "x" * 121}, {"title-fi": "x", "theme-fi": "x" * 121}, {"title-fi": "x", "goal-sv": "x" * 2001}])
def test_words_that_do_not_fit_are_refused_and_kept(board, form):
    seen = board.marja.post(f"{board.home}/series", **form)
    assert seen.status == 422 and board.marja.open(f"{board.home}/series").numbers("series") == []
    assert form.get("goal-sv", "") in seen.typed or not form.get("goal-sv")


def test_sent_twice_there_is_one(board):
    for _time in range(2):
        board.marja.post(f"{board.home}/series", op="operation-of-a-series", **{"title-fi": "Kerran"})
    assert len(board.marja.open(f"{board.home}/series").numbers("series")) == 1


def test_workshops_are_chosen_from_the_course_or_made_from_a_start(board, series):
    assert series.add(board.id).status == 303
    made = series.marja.press(series.marja.open(f"{series.path}/workshops"), f"{series.path}/new-workshop", start="swot", **{"title-fi": "Nelikenttä"})
    assert made.path == f"{series.path}/workshops" and "Nelikenttä" in made.text
    first, second = series.order()
    assert first == board.id and len(series.marja.open(f"/boards/{second}").numbers("column")) == 4
    assert board.id not in [int(box.get("value")) for box in made.all("input", type="checkbox", name="board")]


def test_a_new_workshop_sent_twice_is_made_once(series):
    for _time in range(2):
        series.marja.post(f"{series.path}/new-workshop", op="operation-of-a-workshop", **{"title-fi": "Kerran"})
    assert len(series.order()) == 1


def test_a_board_has_one_place_in_one_series(board, series):
    other = make_series(board, "Toinen sarja")
    series.add(board.id)
    assert series.add(board.id).status == 303 and series.order() == [board.id]
    assert other.add(board.id).status == 409 and other.order() == []
    board.marja.post(f"{series.path}/deletion")
    assert other.add(board.id).status == 303 and other.order() == [board.id]


def test_order_is_changed_with_buttons_alone(board, series):
    second, third = make_workshop(board, "Toinen"), make_workshop(board, "Kolmas")
    series.add(board.id, second, third)
    page = series.marja.open(f"{series.path}/workshops")
    assert series.order() == [board.id, second, third]
    assert {(form.get("action")) for form in page.all("form") if form.get("action").endswith("/order")} == {f"{series.path}/order"}
    series.move(third, after=board.id)
    assert series.order() == [board.id, third, second]
    series.move(second)
    assert series.order() == [second, board.id, third]
    series.move(second, after=third)
    assert series.order() == [board.id, third, second]


def test_two_facilitators_who_order_at_once_lose_no_workshop(board, series, enter):
    otto, numbers = enter(OTTO), [make_workshop(board, f"Työpaja {n}") for n in range(3)]
    series.add(*numbers)
    first, second, third = numbers
    series.move(third, visitor=otto)
    series.move(third, after=first)  # from a page on which it still stood last
    assert series.order() == [first, third, second]
    series.marja.post(f"{series.path}/removal", board=str(first))
    assert series.move(second, after=first, visitor=otto).status == 409
    assert series.move(first, visitor=otto).status == 409
    assert series.order() == [third, second]


@pytest.mark.parametrize("form", [{}, {"board": "0"}, {"board": "x"}, {"board": "99999999999"}, {"board": "1' OR 1=1"}])
def test_what_is_no_workshop_is_not_added_and_not_moved(series, form):
    assert series.marja.post(f"{series.path}/workshops", **form).status == 422
    assert series.marja.post(f"{series.path}/order", **form).status == 409
    assert series.marja.post(f"{series.path}/removal", **form).status == 409


def test_a_board_of_another_course_does_not_come_in(board, series, enter):
    pekka = enter(PEKKA)
    course = pekka.post(pekka.address, opens="home").leads_to
    foreign = int(pekka.post(f"{course}/activities", **{"kind": "board", "title-fi": "Vieras"}).leads_to.rpartition("/")[2])
    assert series.add(foreign).status == 422 and series.order() == []
    assert pekka.post(f"{series.path}/workshops", board=str(foreign)).status == 404
    assert [pekka.open(path).status for path in (series.path, f"{series.path}/workshops", f"{series.path}/words")] == [404] * 3


def test_the_thirty_first_workshop_is_refused(app, board, series):
    with writing(app):
        course, made = db.session.get(Course, board.course), db.session.get(Series, series.id)
        for number in range(WORKSHOPS_AT_MOST):
            add_to_series(made, make_board(course, Wording({"fi": f"Työpaja {number}"})))
    assert len(series.order()) == WORKSHOPS_AT_MOST == 30
    assert series.add(board.id).status == 409
    assert series.marja.post(f"{series.path}/new-workshop", **{"title-fi": "Liikaa"}).status == 409
    assert len(series.order()) == 30
    with writing(app):
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Board)) == 31, "what was refused made no board"


def test_a_course_has_so_many_series(board):
    for number in range(SERIES_AT_MOST):
        make_series(board, f"Sarja {number}")
    assert board.marja.post(f"{board.home}/series", **{"title-fi": "Liikaa"}).status == 409


def test_participants_neither_make_nor_arrange(board, series, aino):
    series.add(board.id)
    for path, form in ((f"{board.home}/series", {"title-fi": "x"}), (series.path, {"title-fi": "x"}), (f"{series.path}/workshops", {"board": "1"}),
                       (f"{series.path}/order", {"board": "1"}), (f"{series.path}/removal", {"board": "1"}), (f"{series.path}/new-workshop", {"title-fi": "x"}),
                       (f"{series.path}/deletion", {}), (f"{series.path}/restoration", {}), (f"{series.path}/position", {})):
        assert aino.post(path, **form).status == 403, path
    assert not [form for form in aino.open(series.path).all("form", method="post") if "series" in form.get("action") or "announcement" in form.get("action")]


def test_strangers_from_another_course_find_nothing(series, enter):
    assert enter(EEVA).open(series.path).status == 404


def test_what_was_is_next_and_comes_later(board, series, aino, on_tuesday):
    first, second, third = board.id, make_workshop(board, "Toinen"), make_workshop(board, "Kolmas")
    series.add(first, second, third)
    hold(board, first, "2026-10-01")
    hold(board, second, "2026-11-26", meeting_link=LINK)
    hold(board, third, "2027-02-01")
    page = aino.open(series.path)
    classes = [item.get("class") for item in page.all("li") if item.getparent().get("class") == "held-list"]
    assert classes == ["done", "now", ""]
    card = page.all("article")[0]
    assert "Toinen" in words_of(card) and "to 26.11. klo 9.00–11.30" in words_of(card)
    assert LINK in [link.get("href") for link in card.iter("a")]
    assert f"/boards/{second}" in [link.get("href") for link in card.iter("a")]
    link = next(link for link in card.iter("a") if link.get("href") == LINK)
    assert (link.get("target"), link.get("rel")) == ("_blank", "noopener noreferrer")


def test_without_times_it_goes_by_order_and_by_what_is_closed(board, series, aino):
    second = make_workshop(board, "Toinen")
    series.add(board.id, second)
    assert "Rakenteinen kirjaaminen" in words_of(aino.open(series.path).all("article")[0])
    board.close()
    assert "Toinen" in words_of(aino.open(series.path).all("article")[0])


def test_when_all_are_over_nothing_is_next(board, series, aino, on_tuesday):
    series.add(board.id)
    hold(board, day="2026-11-23")
    assert aino.open(series.path).one("next-h") is None


def test_the_preassignment_is_offered_while_the_workshop_is_open(app, board, series, aino):
    series.add(board.id)
    hold(board, day="2027-11-26")
    with writing(app):
        db.session.get(Board, board.id).phase.kind = "preassignment"

    def signs(page):
        return [use.get("href") for use in page.all("article")[0].iter("use")]
    assert any("edit" in sign for sign in signs(aino.open(series.path)))
    board.close()
    assert not any("edit" in sign for sign in signs(aino.open(series.path)))


def test_a_draft_is_told_to_participants_only_when_that_was_said(board, series, aino, on_tuesday):
    draft = make_workshop(board, "Kevään työpaja", state="draft")
    series.add(board.id, draft)
    hold(board, draft, "2027-02-01", meeting_link=LINK, **{"goal-fi": "Salainen vielä"})
    for path in (series.path, board.home, f"{board.home}/series"):
        assert not [words for words in ("Kevään työpaja", "Salainen vielä", LINK) if words in aino.open(path).html]
    assert "Kevään työpaja" in board.marja.open(series.path).text
    hold(board, draft, "2027-02-01", meeting_link=LINK, told_early="yes")
    page = aino.open(series.path)
    assert "Kevään työpaja" in page.text and "1.2.2027" in page.text
    assert f"/boards/{draft}" not in page.links and f"/boards/{draft}/workshop.ics" not in page.links


def test_a_board_that_is_deleted_leaves_the_series_until_it_comes_back(board, series, aino):
    second = make_workshop(board, "Toinen")
    series.add(board.id, second)
    board.marja.post(f"{board.activity}/deletion")
    assert series.order() == [second] and "Rakenteinen kirjaaminen" not in [title for title, _said in states(aino, series)]
    assert series.move(board.id).status == 409
    assert series.move(second, after=board.id).status == 409
    board.marja.post(f"{board.activity}/restoration")
    assert series.order() == [board.id, second]


def test_a_board_goes_for_good_and_takes_its_place_with_it(app, board, series, clock):
    series.add(board.id)
    hold(board)
    board.marja.post(f"{board.activity}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    board.marja.launch()
    assert series.order() == []


def test_a_series_is_deleted_and_restored_for_thirty_days(app, board, series, aino, clock):
    series.add(board.id)
    deleted = board.marja.submit(f"{series.path}/deletion")
    assert aino.open(series.path).status == 404 and board.marja.open(series.path).status == 200
    assert aino.open(board.path).status == 200
    board.marja.press(deleted, f"{series.path}/restoration")
    assert aino.open(series.path).status == 200
    board.marja.post(f"{series.path}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == [] and board.marja.launch().post(f"{series.path}/restoration").status == 303
    assert series.order() == [board.id]
    board.marja.post(f"{series.path}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == [] and board.marja.launch().open(series.path).status == 404
    assert make_series(board, "Uusi").add(board.id).status == 303


def test_series_change_their_order_and_words(board, series):
    other = make_series(board, "Toinen sarja")
    board.marja.post(f"{other.path}/position", after="")
    assert board.marja.open(f"{board.home}/series").numbers("series") == [other.id, series.id]
    assert board.marja.post(f"{other.path}/position", after=str(other.id)).status == 422
    assert board.marja.post(f"{other.path}/position", after="4711").status == 422
    board.marja.press(board.marja.open(f"{series.path}/words"), series.path, **{"title-fi": "Uusi nimi"})
    assert "Uusi nimi" in board.marja.open(series.path).text and "Rakenteinen kirjaaminen" in board.marja.open(series.path).text


def test_the_home_says_nothing_of_series_where_there_is_none(board, aino):
    assert "series" not in aino.open(board.home).html.replace("series of", "")


def test_the_home_shows_the_next_workshop_and_the_newest_announcement(board, series, aino, on_tuesday, clock):
    series.add(board.id)
    hold(board, day="2026-11-26", meeting_link=LINK)
    series.tell("Ensimmäinen tiedote")
    series.tell("Toinen tiedote")
    section = aino.open(board.home).one(f"series-{series.id}-h").getparent().getparent()
    assert "to 26.11. klo 9.00–11.30" in words_of(section) and LINK in [link.get("href") for link in section.iter("a")]
    assert "Toinen tiedote" in words_of(section) and "Ensimmäinen tiedote" not in words_of(section)
    clock.forward(days=15)
    assert "Toinen tiedote" not in aino.launch().open(board.home).text


@pytest.mark.usefixtures("in_english")
def test_how_soon_it_is_goes_by_the_days_of_the_calendar(board, series, clock, enter):
    series.add(board.id)
    hold(board, day="2026-11-26", starts="00:30", ends="02:00")
    aino = enter(AINO._replace(locale="en"))
    for at, words in ((datetime(2026, 11, 23, 21, 59, tzinfo=timezone.utc), "in 3 days"), (datetime(2026, 11, 25, 20, 0, tzinfo=timezone.utc), "tomorrow"),
                      (datetime(2026, 11, 25, 22, 10, tzinfo=timezone.utc), "today"), (datetime(2026, 11, 25, 23, 0, tzinfo=timezone.utc), "going on now")):
        clock.go_to(at)
        assert words in words_of(aino.launch().open(series.path).all("article")[0])


def test_open_pages_are_offered_what_is_new(board, series, aino):
    page = aino.open(series.path)
    since, changes = page.one("live").get("data-seq"), page.one("live").get("data-changes")
    series.tell("Uusi tiedote")
    told = aino.open(f"{changes}?since={since}")
    assert (f"#series-{series.id}-news", "innerHTML") in told.parts and ("#home-news", "innerHTML") in told.parts
    assert "Uusi tiedote" not in told.text
    board.marja.post(f"{series.path}/deletion")
    assert f"#series-{series.id}-news" not in [target for target, _how in aino.open(f"{changes}?since={since}").parts]


def test_a_series_comes_along_into_a_copied_course_without_times_links_and_announcements(app, board, series, enter):
    item, = given_links(enter, f"activity-{board.id}")
    enter(AINO, link="l9", custom=item["custom"])
    series.add(board.id)
    hold(board, meeting_link=LINK, spoken="sv", **{"goal-fi": "Yhteinen rakenne"})
    series.tell("Vain tälle ryhmälle")
    marja = in_copy(enter, MARJA, item)
    page = decide(marja, marja.ask("GET", marja.address, follow_redirects=True), "structure")
    course = page.path.rpartition("/")[0]
    listed = marja.open(f"{course}/series")
    copy, = listed.numbers("series")
    came = marja.open(f"/series/{copy}")
    assert copy != series.id and "Kirjaamisen työpajat" in came.text and "Yhteinen rakenne" in came.text and "svenska" in came.text
    assert LINK not in came.html and "26.11" not in came.text and "Vain tälle ryhmälle" not in came.text
    marja.post(f"{course}/origin", choice="structure")
    assert marja.open(f"{course}/series").numbers("series") == [copy] and len(marja.open(f"/series/{copy}/workshops").numbers("workshop")) == 1
