"""What facilitators write in several languages, as one unchangeable value."""
import pytest

from lti_tool.db import Wording

BOTH = Wording({"fi": "Aamukahvi", "sv": "Morgonkaffe"})


def test_readers_get_their_own_language():
    said = BOTH.best("sv")
    assert (str(said), said.language, said.other) == ("Morgonkaffe", "sv", False)


def test_who_has_no_version_gets_the_first_one_marked_as_another_language():
    said = BOTH.best("en")
    assert (said.text, said.language, said.other) == ("Aamukahvi", "fi", True)


def test_nothing_written_is_nothing_and_in_no_other_language():
    said = Wording().best("fi")
    assert not said
    assert not said.other


def test_an_empty_version_is_left_out():
    assert Wording({"fi": "Aamukahvi", "sv": ""}) == {"fi": "Aamukahvi"}
    assert BOTH.with_version("sv", "") == {"fi": "Aamukahvi"}


def test_missing_versions_are_those_of_the_course_once_something_is_written():
    assert Wording({"fi": "Aamukahvi"}).missing(["fi", "sv"]) == ["sv"]
    assert Wording().missing(["fi", "sv"]) == []


def test_a_wording_does_not_change():
    with pytest.raises(TypeError):
        BOTH["fi"] = "Iltakahvi"
    BOTH.with_version("fi", "Iltakahvi")
    assert BOTH["fi"] == "Aamukahvi"
