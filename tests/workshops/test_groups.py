"""Groups of a workshop: made in one act, each with its part of the board; everybody learns their own, latecomers too; nothing is lost when they are taken apart."""
import re

import pytest
import sqlalchemy as sa

from lti_tool.db import db
from lti_tool.people import Membership, take_groups
from tests.boards.test_phases import Workshop, write
from tests.support.bulk import writing
from tests.support.cast import AINO, EEVA, Person

pytestmark = pytest.mark.usefixtures("in_english")
OTHERS = [Person(f"user-5{n}", f"Osallistuja{n}", "Testinen") for n in range(3)]


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    made = Workshop(marja, board.home)
    made.go(marja, 1, 0)  # the discussion
    return made


def make(marja, workshop, way="random", number=2, who="all"):
    return marja.post(f"{workshop.path}/groups", way=way, number=str(number), who=who)


def own_group(visitor, workshop) -> str:
    found = re.search(r"You are in (Group \d+)", visitor.open(workshop.path).text)
    return found[1] if found else ""


def test_every_group_gets_its_part_of_the_board_and_everybody_their_group(workshop, marja, aino, enter):
    people = [aino, *(enter(one) for one in OTHERS)]
    for one in people:
        one.open(workshop.path)
    assert make(marja, workshop).status == 303
    assert workshop.titles(marja)[-2:] == ["Ryhmä 1", "Ryhmä 2"]
    groups = [own_group(one, workshop) for one in people]
    assert sorted(groups) == ["Group 1", "Group 1", "Group 2", "Group 2"]
    seen = marja.open(f"{workshop.path}/groups")
    assert all(one.given_name in seen.text for one in OTHERS) and "Group 1:" in "".join(seen.typed)


def test_a_latecomer_goes_to_the_smallest_group(workshop, marja, aino, enter):
    aino.open(workshop.path)
    make(marja, workshop)
    late = enter(OTHERS[0])
    assert own_group(late, workshop) == "" and "Find my group" in late.open(workshop.path).text
    assert late.send(f"{workshop.path}/groups/own").status == 200
    assert own_group(late, workshop) not in ("", own_group(aino, workshop))
    assert late.send(f"{workshop.path}/groups/own").status == 200, "asking again changes nothing"
    assert own_group(late, workshop) != own_group(aino, workshop)


def as_in_the_platform(app, course, **groups):
    """What launches have told of groups: subject -> number."""
    with writing(app):
        for membership in db.session.scalars(sa.select(Membership).where(Membership.course_id == course)):
            if number := groups.get(membership.person.subject.replace("-", "_")):
                take_groups(membership, (number,))


def test_groups_of_the_platform_are_taken_over_and_one_without_a_name_says_its_number_once(workshop, marja, aino, enter, board, app):
    second, late, without = (enter(one) for one in OTHERS)
    for one in (aino, second):
        one.open(workshop.path)
    as_in_the_platform(app, board.course, user_11="17", user_50="18")
    assert "2 groups are known so far." in marja.open(f"{workshop.path}/groups").text
    assert make(marja, workshop, way="platform").status == 303
    assert workshop.titles(marja)[-2:] == ["Ryhmä 1", "Ryhmä 2"]
    assert (own_group(aino, workshop), own_group(second, workshop)) == ("Group 1", "Group 2")
    # Moodle tells somebody's groups at their launch, and that comes after the groups were made
    as_in_the_platform(app, board.course, user_51="18")
    late.send(f"{workshop.path}/groups/own")
    assert own_group(late, workshop) == "Group 2", "with those of their own group, though both are of one size"
    without.send(f"{workshop.path}/groups/own")
    assert own_group(without, workshop) == "Group 1", "who is in no group of the platform comes to the smallest"


def test_groups_of_a_platform_that_told_of_none_are_not_made(workshop, marja, aino):
    aino.open(workshop.path)
    assert "None are known yet" in marja.open(f"{workshop.path}/groups").text
    answer = make(marja, workshop, way="platform")
    assert answer.status == 409 and "The learning platform has told of no groups" in answer.text
    assert "Make the groups" in marja.open(f"{workshop.path}/groups").text


def test_everybody_chooses_where_that_is_the_way(workshop, marja, aino):
    make(marja, workshop, way="own")
    page = aino.open(workshop.path)
    groups = [option.get("value") for option in page.all("option") if option.getparent().get("name") == "group"]
    assert aino.send(f"{workshop.path}/groups/own", group=groups[1]).status == 200
    assert own_group(aino, workshop) == "Group 2"
    assert aino.send(f"{workshop.path}/groups/own", group="999").status == 409
    assert own_group(aino, workshop) == "Group 2"


def test_a_facilitator_moves_people_and_gives_a_group_its_name_questions_and_call(workshop, marja, aino):
    aino.open(workshop.path)
    make(marja, workshop, way="hand")
    assert "A facilitator tells you your group." in aino.open(workshop.path).text
    page = marja.open(f"{workshop.path}/groups")
    person = page.all("input", name="of")[0].get("value")
    group = re.search(r"/work-groups/(\d+)", page.html)[1]
    assert marja.post(f"{workshop.path}/groups/places", of=person, group=group).status == 303
    assert own_group(aino, workshop) == "Group 1"
    form = {"name": "Lastensuojelu", "questions-fi": "Mikä auttaa?", "meeting_link": "meet.example/huone-1", "note_taker": person}
    assert marja.post(f"/work-groups/{group}", **form).status == 303
    seen = aino.open(workshop.path)
    assert "Group 1 · Lastensuojelu" in seen.text and "Mikä auttaa?" in seen.words("my-group") and "Takes notes for the group: Aino" in seen.text
    assert "https://meet.example/huone-1" in seen.links
    assert "Ryhmä 1 · Lastensuojelu" in workshop.titles(marja)[-2]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "https://", "https://a b.example", "//[broken", "https://x.example/" + "a" * 2000])
def test_a_link_that_is_no_address_of_a_page_is_refused(workshop, marja, aino, link):
    make(marja, workshop)
    group = re.search(r"/work-groups/(\d+)", marja.open(f"{workshop.path}/groups").html)[1]
    assert marja.post(f"/work-groups/{group}", meeting_link=link).status == 422


def test_groups_taken_apart_leave_what_they_wrote(workshop, marja, aino):
    aino.open(workshop.path)
    make(marja, workshop)
    ours = next(int(c) for c in re.findall(r'href="#column-(\d+)"', aino.open(workshop.path).html.split('id="my-group"')[1].split("</div></details>")[0]))
    write(aino, ours, "Ryhmän ajatus")
    assert marja.post(f"{workshop.path}/groups", apart="yes").status == 303
    seen = aino.open(workshop.path)
    assert "Ryhmän ajatus" in seen.text and "You are in" not in seen.text
    assert len([title for title in workshop.titles(marja) if title.startswith("Ryhmä")]) == 1


def test_a_group_that_is_emptied_keeps_its_part(workshop, marja, aino):
    aino.open(workshop.path)
    make(marja, workshop)
    page = marja.open(f"{workshop.path}/groups")
    marja.post(f"{workshop.path}/groups/places", of=page.all("input", name="of")[0].get("value"), group="")
    assert own_group(aino, workshop) == ""
    assert [title for title in workshop.titles(marja) if title.startswith("Ryhmä")] == ["Ryhmä 1", "Ryhmä 2"]


def test_in_the_plenary_everybody_is_told_to_see_all(workshop, marja, aino):
    aino.open(workshop.path)
    make(marja, workshop)
    assert aino.open(workshop.path).one("my-group").get("data-apart") is not None
    assert marja.send(f"{workshop.path}/groups/plenary", apart="no").status == 200
    assert aino.open(workshop.path).one("my-group").get("data-apart") is None


def test_making_them_twice_is_refused_and_changes_nothing(workshop, marja, aino):
    aino.open(workshop.path)
    make(marja, workshop)
    before = own_group(aino, workshop)
    assert make(marja, workshop, number=5).status == 409
    assert own_group(aino, workshop) == before


@pytest.mark.parametrize("number", ["1", "21", "", "-3", "two", "٣"])
def test_a_number_of_groups_that_there_cannot_be_is_refused(workshop, marja, number):
    assert make(marja, workshop, number=number).status == 422
    assert "Make the groups" in marja.open(f"{workshop.path}/groups").text


def test_twenty_groups_fit_beside_the_boards_own_columns(workshop, marja):
    assert make(marja, workshop, number=20).status == 303
    assert len([title for title in workshop.titles(marja) if title.startswith("Ryhmä")]) == 20


def test_only_facilitators_make_groups_and_nobody_from_elsewhere_is_in_them(workshop, marja, aino, enter):
    assert aino.open(f"{workshop.path}/groups").status == 403
    assert aino.post(f"{workshop.path}/groups", way="random", number="2").status == 403
    eeva = enter(EEVA)
    assert eeva.send(f"{workshop.path}/groups/own").status == 404
    make(marja, workshop)
    assert marja.post(f"{workshop.path}/groups/places", of="9999", group="").status == 422
    assert aino.post(f"{workshop.path}/groups/places", of="1", group="").status == 403
