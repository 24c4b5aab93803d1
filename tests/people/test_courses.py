"""Courses: one for each launching context, or for a link without one; and joining them by the operator's command."""
import pytest
from click.testing import CliRunner

from lti_tool.cli import lti_tool
from tests.support.cast import AINO, EEVA, MARJA
from tests.support.platform import MISSING, LearningPlatform
from tests.support.visitor import Visitor


@pytest.fixture
def operator(app):
    """operator("courses", "list") runs the command."""
    return lambda *words: CliRunner().invoke(lti_tool, words, obj=app)


def home_of(visitor) -> str:
    """The home of the course into which somebody has launched."""
    if visitor.address.startswith("/courses/"):
        return visitor.address
    return next(link for link in visitor.open(visitor.address).links if link.startswith("/courses/"))


def test_people_of_one_context_meet_in_one_course(enter):
    assert home_of(enter(AINO)) == home_of(enter(MARJA, link="l2")) != home_of(enter(EEVA))


def test_a_link_without_a_context_is_a_course_of_its_own(enter):
    first, same, other = (enter(person, link=link, context=MISSING) for person, link in ((AINO, "l1"), (MARJA, "l1"), (MARJA, "l2")))
    assert home_of(first) == home_of(same) != home_of(other)
    assert first.open(home_of(first)).status == 200
    assert home_of(enter(EEVA, link="l1")) != home_of(first)  # a context, even with the same link, is another course


def test_the_course_is_called_as_the_platform_calls_it_now(enter):
    aino = enter(AINO)
    aino.launch(context={"id": "kkv", "title": "Kehittäjäverkosto 2027"})
    assert "Kehittäjäverkosto 2027" in aino.open(home_of(aino)).text
    aino.launch(context={"id": "kkv"})
    assert "Kehittäjäverkosto 2027" in aino.open(home_of(aino)).text


def test_the_operator_sees_every_course_with_its_keys(operator, enter):
    enter(AINO)
    enter(EEVA)
    listed = operator("courses", "list")
    assert listed.exit_code == 0
    assert "Kirjaamisen kehittäjäverkosto" in listed.output and "Perehdytys" in listed.output
    assert "context 1: kkv of https://moodle.example, client client-1, deployment 1" in listed.output


def test_a_course_that_came_back_under_new_keys_is_joined_to_what_it_was(operator, board, enter):
    note = board.note(board.marja, "Vanha lappu")
    returned = enter(AINO, course="kkv-2", link="l7")
    assert returned.open(board.path).status == 404
    assert operator("courses", "join", "2", str(board.course)).exit_code == 0
    assert home_of(returned.launch(course="kkv-2", link="l7")) == board.home
    assert returned.open(board.path).numbers("note") == [note]


def test_a_course_cannot_be_joined_to_one_of_another_platform(operator, board, app):
    other = LearningPlatform(issuer="https://other.example", client_id="client-9")
    other.register(app)
    Visitor(app, other, AINO).launch()
    refused = operator("courses", "join", "2", str(board.course))
    assert refused.exit_code == 1
    assert home_of(Visitor(app, other, AINO).launch()) != board.home


@pytest.mark.parametrize("words", [("1", "99"), ("99", "1"), ("0", "0"), (str(10**30), "1")])
def test_joining_what_does_not_exist_is_refused(operator, board, words):
    refused = operator("courses", "join", *words)
    assert refused.exit_code > 0
    assert "Error: " in refused.output


def test_the_same_number_on_two_platforms_is_two_people(board, app):
    other = LearningPlatform(issuer="https://other.example", client_id="client-9")
    other.register(app)
    stranger = Visitor(app, other, AINO).launch()
    assert stranger.open(board.path).status == 404
