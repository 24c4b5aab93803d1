"""The platform's groups: people are in those that their launch names; facilitators give them names, and participants see nothing of them."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.people import PlatformGroup, groups_of, members_of_group
from lti_tool.people.group import GROUPS_AT_MOST
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.page import words_of
from tests.support.platform import MISSING

pytestmark = pytest.mark.usefixtures("in_english")


def in_groups(numbers):
    """What the platform fills in for $Moodle.Person.userGroupIds."""
    return {"custom": {"groups": numbers}}


@pytest.fixture
def groups(app, board):
    """groups() is {number: (name, [number in the course of everybody in it])}."""
    def groups(course=None):
        with app.app_context(), transaction(writes=False):
            return {group.number: (dict(group.name), [member.number for member in members_of_group(group.id)]) for group in groups_of(course or board.course)}
    return groups


def test_a_launch_says_in_which_groups_somebody_is(board, enter, groups):
    enter(AINO, **in_groups("17,4"))
    enter(ORJAN, **in_groups("17"))
    assert groups() == {"4": ({}, [2]), "17": ({}, [2, 3])}


def test_the_latest_launch_decides(board, enter, groups):
    enter(AINO, **in_groups("17,4"))
    enter(AINO, **in_groups("4,8"))
    assert groups() == {"4": ({}, [2]), "8": ({}, [2]), "17": ({}, [])}
    enter(AINO, **in_groups(""))
    assert groups() == {"4": ({}, []), "8": ({}, []), "17": ({}, [])}


@pytest.mark.parametrize("claim", [{"custom": MISSING}, {"custom": {}}, {"custom": {"groups": None}}, {"custom": {"groups": "$Moodle.Person.userGroupIds"}}])
def test_a_platform_that_does_not_say_changes_nothing(board, enter, groups, claim):
    enter(AINO, **in_groups("17"))
    enter(AINO, **claim)
    assert groups() == {"17": ({}, [2])}


def test_each_course_has_groups_of_its_own(board, enter, groups):
    enter(AINO, **in_groups("17"))
    enter(EEVA, **in_groups("17"))
    assert groups() == {"17": ({}, [2])} and groups(2) == {"17": ({}, [1])}


def test_there_is_an_end_to_the_groups_of_a_course(board, enter, groups):
    for begin in range(0, GROUPS_AT_MOST + 200, 100):
        enter(AINO, **in_groups(",".join(str(begin + n) for n in range(1, 101))))
    assert len(groups()) == GROUPS_AT_MOST
    enter(ORJAN, **in_groups("1,9999"))
    assert groups()["1"] == ({}, [3]) and "9999" not in groups()


def test_who_has_left_the_course_is_in_no_group(board, enter, groups, platform, app):
    platform.services.offer(AINO, ORJAN, MARJA)
    for person in (AINO, ORJAN, MARJA):
        enter(person, **in_groups("17"))
    path = f"{board.home}/roster"
    board.marja.post(path)
    platform.services.expel(AINO)
    app.extensions["clock"].forward(minutes=1)
    board.marja.post(path)
    assert groups()["17"][1] == [1, 3]


# --- the page ---


@pytest.fixture
def page(board):
    return f"{board.home}/groups"


def test_facilitators_name_the_groups_in_the_course_s_languages(board, enter, groups, page):
    enter(AINO, **in_groups("17,4"))
    form = board.marja.open(page).form(page)
    first, second = sorted({name.split("-")[1] for name in form.values if name.startswith("name-")}, key=int)
    saved = board.marja.press(board.marja.open(page), page, **{f"name-{first}-fi": "Itä", f"name-{first}-sv": "Öst", f"name-{second}-fi": "  Länsi  "})
    assert (saved.status, saved.path) == (200, page)
    assert {number: name for number, (name, _members) in groups().items()} in ({"17": {"fi": "Itä", "sv": "Öst"}, "4": {"fi": "Länsi"}},
                                                                              {"4": {"fi": "Itä", "sv": "Öst"}, "17": {"fi": "Länsi"}})
    board.marja.press(board.marja.open(page), page, **{f"name-{first}-fi": "", f"name-{first}-sv": ""})
    assert {} in [name for name, _members in groups().values()]


def test_the_page_shows_each_group_with_its_people_and_marks_those_without_a_name(board, enter, page):
    marja = enter(MARJA._replace(locale="en"))
    enter(AINO, **in_groups("17"))
    enter(ORJAN, **in_groups("17"))
    [group] = marja.open(page).all("div", class_="platform-group")
    assert words_of(group).startswith("Group 17 of the platform No name yet 2 people: Aino Sarapuisto, Örjan Strandvik")
    number = board.marja.open(page).form(page).names - {"person"}
    board.marja.post(page, **{sorted(number)[0]: "Itä"})
    assert "Missing: SV" in words_of(marja.open(page).all("div", class_="platform-group")[0])


def test_a_platform_without_groups_is_told_how_it_would_send_them(board, enter, page):
    assert "groups=$Moodle.Person.userGroupIds" in board.marja.open(page).text


def test_a_name_that_is_too_long_is_refused_and_nothing_is_changed(board, enter, groups, page):
    enter(AINO, **in_groups("17,4"))
    names = sorted(name for name in board.marja.open(page).form(page).names if name.endswith("-fi"))
    assert board.marja.post(page, **{names[0]: "Itä", names[1]: "x" * 81}).status == 422
    assert groups() == {"4": ({}, [2]), "17": ({}, [2])}


@pytest.mark.parametrize("name", ["<b>Itä</b>", "{{ 7 * 7 }}", "\"Itä\" & länsi", "نور"])
def test_a_name_is_shown_as_it_was_written(board, enter, page, name):
    enter(AINO, **in_groups("17"))
    board.marja.post(page, **{"name-1-fi": name})
    assert name in [field.get("value") for field in board.marja.open(page).all("input")]
    assert name in board.marja.open(f"{board.home}/people").text


def test_a_group_of_another_course_is_not_renamed(board, enter, page, groups, app):
    enter(EEVA, **in_groups("17"))
    enter(AINO, **in_groups("4"))
    with app.app_context(), transaction(writes=False):
        other = db.session.scalar(sa.select(PlatformGroup.id).filter_by(number="17"))
    board.marja.post(page, **{f"name-{other}-fi": "Vieras"})
    assert groups(2)["17"][0] == {}


def test_participants_see_nothing_of_the_groups(board, enter, page):
    aino = enter(AINO, **in_groups("17"))
    board.marja.post(page, **{"name-1-fi": "Salainen ryhmä"})
    assert aino.open(page).status == 403 and aino.post(page, **{"name-1-fi": "Muu"}).status == 403
    for address in (board.home, board.path):
        assert "Salainen ryhmä" not in aino.open(address).text
    assert "Salainen ryhmä" in aino.open("/me").text  # but what is held about them


def test_on_the_page_of_people_groups_are_shown_and_looked_for(board, enter, page):
    enter(AINO, **in_groups("17"))
    enter(ORJAN, **in_groups("4"))
    numbers = {next(filter(str.isdigit, words_of(group).split())): group.find(".//input").get("name").split("-")[1] for group in board.marja.open(page).all("div", class_="platform-group")}
    people = board.marja.open(f"{board.home}/people?group={numbers['17']}")
    assert AINO.name in people.text and ORJAN.name not in people.text
    assert len(people.all("li", class_="task")) == 1
    assert f"{board.home}/people?group={numbers['17']}" in board.marja.open(f"{board.home}/people").links


def test_who_erases_themselves_is_in_no_group(board, enter, groups):
    aino = enter(AINO, **in_groups("17"))
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert groups() == {"17": ({}, [])}
