"""Nothing ends of which the facilitators were not warned 30 days before, of that very day and that very way."""
from datetime import timedelta

import pytest

from lti_tool.jobs import work_off
from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.platform import MISSING
from tests.support.rows import rows

from .test_keeping import in_words, today

pytestmark = pytest.mark.usefixtures("in_english")

BANNER = "This course is kept until"


@pytest.fixture
def ends(app, board, marja):
    """ends(in_days) sets a day and a way."""
    def ends(in_days, way="anonymise"):
        day = today(app) + timedelta(days=in_days)
        assert marja.post(f"{board.home}/retention", until="own", keep_until=day.isoformat(), way=way).status == 303
        return day
    return ends


def test_facilitators_are_warned_30_days_before_and_participants_are_not(board, marja, enter, ends, hour, course):
    day = ends(100)
    hour(days=69)
    assert course("warned_at") is None and BANNER not in marja.launch().open(board.home).text
    hour(days=1)
    page = marja.launch().open(board.home)
    assert f"{BANNER} {in_words(day)}." in page.text and "the texts stay" in page.text and f"{board.home}/retention" in page.links
    assert BANNER not in enter(AINO._replace(locale="en")).open(board.home).text
    assert "It ends soon" in marja.open(f"{board.home}/retention").text


def test_it_ends_on_the_day_after_and_not_before(board, ends, hour, course, lived):
    ends(40)
    hour(days=10), hour(days=30)
    assert course("anonymised_at") is None
    hour(days=1)
    assert course("anonymised_at") is not None and course("warned_at") is None and course("keep_until") is None


def test_a_server_that_slept_beyond_the_day_warns_first_and_waits(marja, board, ends, hour, course, lived):
    ends(40)
    hour(days=200)
    assert course("anonymised_at") is None
    hour(days=29)
    page = marja.launch().open(board.home)
    assert f"{BANNER} {in_words(today(marja.app) + timedelta(days=1))}." in page.text  # not a day that has gone by
    assert course("anonymised_at") is None
    hour(days=1)
    assert course("anonymised_at") is not None


def test_a_course_in_which_nobody_was_for_so_long_ends(board, hour, course, lived, clock):
    hour(days=731 - 31)
    assert course("warned_at") is None
    hour(days=2)
    assert course("warned_at") is not None
    hour(days=31)
    assert course("anonymised_at") is not None


def test_a_visit_moves_the_day_and_makes_the_warning_void(board, marja, hour, course):
    hour(days=720)
    assert course("warned_at") is not None
    page = marja.launch().open(board.home)
    assert BANNER not in page.text  # it has moved already, whatever the clock of the chores says
    hour(hours=1)
    assert course("warned_at") is None
    hour(days=60)
    assert course("anonymised_at") is None


def test_facilitators_who_prolong_keep_their_course(board, marja, ends, hour, course, lived):
    ends(40)
    hour(days=20)
    assert course("warned_at") is not None
    marja.launch()
    ends(200)
    assert BANNER not in marja.open(board.home).text
    hour(hours=1)
    assert course("warned_at") is None
    hour(days=100)
    assert course("anonymised_at") is None


def test_another_way_than_they_were_told_needs_another_warning(board, marja, ends, hour, course, organisation, lived):
    day = ends(40, way="")
    hour(days=20)
    assert course("warned_way") == "anonymise"
    organisation(way_to_end="erase")
    hour(days=25)
    assert day < today(marja.app) and course("warned_way") == "erase" and course("anonymised_at") is None
    hour(days=29)
    assert course("title")
    hour(days=1)
    assert rows(marja.app, "SELECT id FROM course WHERE id = :id", id=board.course) == []


def test_a_shorter_time_of_the_organisation_needs_another_warning(app, hour, course, organisation, lived):
    hour(days=710)
    first = course("warned_until")
    organisation(retention_months=3)
    hour(days=29)
    assert course("warned_until") < first and course("anonymised_at") is None  # told anew, 30 days from now
    hour(days=30)
    assert course("anonymised_at") is not None


def test_a_month_s_time_warns_nobody_while_the_course_is_in_use(app, board, enter, hour, course):
    app.config["RETENTION_MONTHS"] = 1
    for _week in range(6):
        hour(days=6)
        assert course("warned_at") is None
        enter(AINO)
    hour(days=8)
    assert course("warned_at") is not None


def test_nobody_is_warned_of_a_course_that_has_nobody_left(board, ends, hour, course, lived):
    ends(40)
    hour(days=10), hour(days=31)
    first = course("anonymised_at")
    hour(days=3000)
    assert course("warned_at") is None and course("anonymised_at") == first


# --- by mail ---

def letters(app, letterbox) -> dict[str, str]:
    work_off(app)
    return {whom[0]: letter["Subject"] + "\n" + letter.get_content() for whom, letter in letterbox.letters}


def test_facilitators_get_a_letter_in_their_language_and_nobody_else(app, board, letterbox, enter, ends, hour, platform):
    enter(AINO), enter(MARJA._replace(locale="en")), enter(ORJAN._replace(role=MARJA.role, locale="en"))
    day = ends(40, way="erase")
    hour(days=10)
    came = letters(app, letterbox)
    assert set(came) == {MARJA.email, ORJAN.email}
    for words in ("Kirjaamisen kehittäjäverkosto", in_words(day), "erased for good", "How long it is kept"):
        assert words in came[MARJA.email]
    hour(hours=1), hour(days=3)
    assert len(letters(app, letterbox)) == len(letterbox.letters) == 2  # once


def test_who_has_no_address_is_told_on_the_page_only(app, board, marja, letterbox, ends, hour, course):
    marja.launch(email=MISSING)
    ends(40)
    hour(days=10)
    assert letters(app, letterbox) == {} and course("warned_at") is not None


def test_without_a_mail_server_no_letter_is_planned(app, ends, hour, course):
    ends(40)
    hour(days=10)
    assert course("warned_at") is not None and rows(app, "SELECT kind FROM job WHERE kind = 'retention-warning'") == []


def test_a_letter_that_is_no_longer_true_is_not_sent(app, board, marja, letterbox, enter, ends, hour):
    enter(MARJA._replace(locale="en"))
    ends(40)
    hour(days=10)
    marja.launch()
    ends(400)
    assert letters(app, letterbox) == {}


def test_a_letter_that_was_refused_keeps_no_other_from_arriving(app, board, letterbox, enter, ends, hour, clock):
    enter(MARJA._replace(locale="en")), enter(ORJAN._replace(role=MARJA.role, locale="en"))
    letterbox.refuses.add(MARJA.email)
    ends(40)
    hour(days=10)
    assert set(letters(app, letterbox)) == {ORJAN.email}
    letterbox.refuses.clear()
    clock.forward(minutes=5)
    assert set(letters(app, letterbox)) == {MARJA.email, ORJAN.email} and len(letterbox.letters) == 2
