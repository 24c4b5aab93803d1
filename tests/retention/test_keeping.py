"""Until when a course is kept: as its facilitators say, else so long after the last visit as the organisation says, else the settings."""
from datetime import date, timedelta

import pytest

from lti_tool.people.keeping import months_after
from tests.support.cast import AINO, EEVA

pytestmark = pytest.mark.usefixtures("in_english")


def in_words(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def today(app) -> date:
    return app.extensions["clock"]().date()


@pytest.mark.parametrize(("day", "months", "after"), [
    ("2026-11-22", 24, "2028-11-22"), ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-31", 1, "2027-01-31"),
    ("2026-05-05", 0, "2026-05-05"), ("2026-11-22", 1200, "2126-11-22")])
def test_months_end_when_people_expect_it(day, months, after):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(after)


def test_it_is_so_long_after_the_last_visit_as_the_settings_say(app, board, marja):
    page = marja.open(f"{board.home}/retention")
    assert in_words(months_after(today(app), 24)) in page.text and "24 months after the last visit" in page.text and "as is usual here" in page.text


def test_the_organisation_wins_over_the_settings(app, board, marja, organisation):
    organisation(retention_months=6, way_to_end="erase")
    page = marja.open(f"{board.home}/retention")
    assert in_words(months_after(today(app), 6)) in page.text and "as your organisation says" in page.text and "Everything is erased" in page.text


def test_each_visit_moves_the_day(app, board, marja, enter, clock):
    clock.forward(days=40)
    enter(AINO)
    assert in_words(months_after(today(app), 24)) in marja.launch().open(f"{board.home}/retention").text


@pytest.mark.parametrize("who_says", ["settings", "organisation"])
def test_nought_months_are_no_end(app, board, marja, organisation, hour, course, who_says):
    if who_says == "settings":
        app.config["RETENTION_MONTHS"] = 0
    else:
        organisation(retention_months=0)
    assert "No end is set" in marja.open(f"{board.home}/retention").text
    hour(days=5000)
    assert course("warned_at") is None


def test_facilitators_set_a_day_and_what_happens_then(app, board, marja):
    day = today(app) + timedelta(days=100)
    page = marja.open(f"{board.home}/retention")
    saved = marja.press(page, f"{board.home}/retention", until="own", keep_until=day.isoformat(), way="erase")
    assert "Saved." in saved.text and in_words(day) in saved.text and "A facilitator has set this day." in saved.text
    form = saved.form(f"{board.home}/retention")
    assert (form.values["until"], form.values["keep_until"], form.values["way"]) == ("own", day.isoformat(), "erase")
    back = marja.press(saved, f"{board.home}/retention", until="organisation", way="")
    assert "as is usual here" in back.text and back.form(f"{board.home}/retention").values["until"] == "organisation"


@pytest.mark.parametrize("ahead", [-1, 0, 29, 3660, 10**6])
def test_a_day_that_is_too_near_or_too_far_is_refused(app, board, marja, course, ahead):
    day = (today(app) + timedelta(days=ahead)).isoformat()
    assert marja.post(f"{board.home}/retention", until="own", keep_until=day, way="").status == 422
    assert course("keep_until") is None


@pytest.mark.parametrize("form", [{"until": "own"}, {"until": "own", "keep_until": "huomenna"}, {"until": "own", "keep_until": "2030-02-30"}, {"way": "burn"}])
def test_what_is_no_day_and_no_way_is_refused(board, marja, form):
    assert marja.post(f"{board.home}/retention", **form).status == 422


def test_a_day_that_has_come_near_may_be_saved_again_with_another_way(app, board, marja, course, clock):
    day = today(app) + timedelta(days=31)
    marja.post(f"{board.home}/retention", until="own", keep_until=day.isoformat(), way="")
    clock.forward(days=20)
    assert marja.launch().post(f"{board.home}/retention", until="own", keep_until=day.isoformat(), way="erase").status == 303
    assert (course("keep_until"), course("way_to_end")) == (day, "erase")


def test_only_facilitators_of_the_course_see_it(app, board, enter):
    aino = enter(AINO)
    assert aino.open(f"{board.home}/retention").status == 403 and f"{board.home}/retention" not in aino.open(board.home).links
    assert f"{board.home}/retention" in board.marja.open(board.home).links
    for path in ("", "/everything.zip", "/anonymisation", "/erasure"):
        assert enter(EEVA).open(f"{board.home}/retention{path}").status == 404
        assert app.test_client().get(f"{board.home}/retention{path}", base_url="https://tool.example").status_code == 401
