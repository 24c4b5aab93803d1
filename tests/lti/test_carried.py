"""What links carry: read with care, because anybody who edits a link can write anything into it."""
import pytest

from lti_tool.lti.carried import Carried, carried_by, to_carry

pytestmark = pytest.mark.usefixtures("in_english")

TOKEN = "a1-B2_c3D4e5F6g7h8"


def test_what_we_gave_a_link_is_what_it_carries():
    assert carried_by(to_carry(12, TOKEN)) == Carried(activity=12, token=TOKEN)
    assert carried_by(to_carry(None, TOKEN)) == Carried(opens_home=True, token=TOKEN)


def test_the_platform_fills_in_history_and_groups():
    carried = carried_by({"history": "12, 7,7", "groups": "3,4"})
    assert carried.history == ("12", "7")
    assert carried.groups == ("3", "4")


def test_nobody_in_a_group_is_not_the_same_as_a_platform_that_does_not_say():
    assert carried_by({"groups": ""}).groups == ()
    assert carried_by({}).groups is None


@pytest.mark.parametrize("value", [None, 7, [], {}, "$Context.id.history", "$Moodle.Person.userGroupIds"])
def test_what_the_platform_could_not_fill_in_counts_as_missing(value):
    assert carried_by(dict.fromkeys(("opens", "link", "history", "groups"), value)) == Carried()


@pytest.mark.parametrize("opens", ["activity-0", "activity--1", "activity-1' or 1=1", "activity-" + "9" * 40, "activity-١", "Home", "home ", "/boards/1"])
def test_nothing_is_opened_by_what_we_never_write(opens):
    assert carried_by({"opens": opens}) == Carried()


@pytest.mark.parametrize("token", ["short", "x" * 65, "with space in the token", "ä" * 20])
def test_a_token_that_we_never_give_is_none(token):
    assert carried_by({"link": token}).token is None


def test_a_list_without_end_is_read_to_its_limit():
    assert len(carried_by({"groups": ",".join(map(str, range(100_000)))}).groups) == 100
    assert carried_by({"history": "x" * 300 + ",7,\x00,"}).history == ("7",)
