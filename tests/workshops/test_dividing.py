"""People are divided into groups of even sizes, mixed or together, and nobody is in two or in none."""
from random import Random

import pytest

from lti_tool.workshops.dividing import LANGUAGES, RANDOM, REGIONS_MIXED, REGIONS_TOGETHER, Someone, divide, place_for

PEOPLE = [Someone(number, number % 4 + 1, "sv" if number % 6 == 0 else "fi") for number in range(23)]


@pytest.mark.parametrize("way", [RANDOM, REGIONS_MIXED, REGIONS_TOGETHER, LANGUAGES])
@pytest.mark.parametrize("number", [2, 5, 20])
def test_everybody_is_in_exactly_one_group(way, number):
    divided = divide(PEOPLE, number, way, Random(7))
    assert sorted(one.person for group in divided for one in group.people) == list(range(23))
    assert len(divided) == number


@pytest.mark.parametrize("way", [RANDOM, REGIONS_MIXED, REGIONS_TOGETHER])
def test_groups_are_as_even_as_they_can_be(way):
    sizes = [len(group.people) for group in divide(PEOPLE, 5, way, Random(7))]
    assert max(sizes) - min(sizes) <= 1


def test_regions_are_mixed_or_stay_together():
    mixed = divide(PEOPLE, 5, REGIONS_MIXED, Random(7))
    assert all(len({one.region for one in group.people}) == 4 for group in mixed)
    together = divide(PEOPLE, 4, REGIONS_TOGETHER, Random(7))
    assert all(len({one.region for one in group.people}) <= 2 for group in together)


def test_every_language_has_a_group_of_its_own():
    divided = divide(PEOPLE, 4, LANGUAGES, Random(7))
    assert [group.language for group in divided] == ["fi", "fi", "fi", "sv"]
    assert all({one.language for one in group.people} == {group.language} for group in divided)


def test_chance_is_chance():
    assert divide(PEOPLE, 3, RANDOM, Random(1)) != divide(PEOPLE, 3, RANDOM, Random(2))


def test_nobody_there_yet_leaves_empty_groups():
    for way in (RANDOM, REGIONS_MIXED, REGIONS_TOGETHER, LANGUAGES):
        assert [group.people for group in divide([], 3, way, Random(1))] == [[], [], []]


def test_a_latecomer_goes_to_the_smallest_group_of_their_language():
    sizes = [(1, "fi", 3), (2, "fi", 2), (3, "sv", 1), (4, None, 0)]
    assert place_for("fi", sizes) == 2 and place_for("sv", sizes) == 3 and place_for("en", sizes) == 4
    assert place_for("en", [(1, "fi", 3), (2, "sv", 2)]) == 2
    assert place_for("fi", []) is None
