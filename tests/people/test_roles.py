"""Who is what in a course: the latest launch decides, co-facilitation is kept apart from it."""
import pytest

from tests.support.cast import AINO, EEVA, MARJA, ORJAN, OTTO
from tests.support.page import heading_of


def role(visitor, board) -> str:
    return visitor.open(board.path).all("body")[0].get("data-role")


def members(board) -> dict:
    """name -> the form that grants or ends co-facilitation, as Marja sees it on the page of people."""
    page = board.marja.open(f"{board.home}/people")
    return {heading_of(item): item.find(".//form") for item in page.all("li", class_="task")}


def set_cofacilitation(board, person, grant):
    form = members(board)[person.name]
    assert board.marja.post(form.get("action"), grant=grant).status == 303


def grant(board, person):
    set_cofacilitation(board, person, "yes")


def end(board, person):
    set_cofacilitation(board, person, "no")


ROLES = [(AINO, "participant"), (MARJA, "facilitator"), (OTTO, "facilitator")]


@pytest.mark.parametrize(("person", "expected"), ROLES, ids=["Aino", "Marja", "Otto"])
def test_everybody_has_the_role_of_their_launch(board, enter, person, expected):
    assert role(enter(person), board) == expected


def test_the_latest_launch_decides_in_all_tabs(board, enter):
    first, second = enter(MARJA), enter(MARJA, role="participant")
    assert role(first, board) == role(second, board) == "participant"
    assert first.open(f"{board.home}/people").status == 403
    enter(MARJA)
    assert role(first, board) == role(second, board) == "facilitator"


def test_a_course_admin_by_launch_is_none_after_a_launch_as_a_learner(board, enter):
    otto = enter(OTTO)
    assert role(otto, board) == "facilitator"
    otto.launch(role="participant")
    assert role(otto, board) == "participant"


def test_a_role_in_one_course_is_none_in_another(board, enter):
    eeva = enter(EEVA, role="facilitator")
    assert eeva.open(board.home).status == 404
    assert eeva.launch(course="kkv", link="l1", role="participant").open(board.home).status == 200
    assert role(eeva, board) == "participant"


def test_a_cofacilitator_runs_the_board(board, enter):
    aino = enter(AINO)
    grant(board, AINO)
    assert role(aino, board) == "facilitator"
    assert aino.post(f"{board.activity}/state", state="closed").status == 303
    end(board, AINO)
    assert role(aino, board) == "participant"
    assert aino.post(f"{board.activity}/state", state="open").status == 403


def test_launches_do_not_undo_cofacilitation(board, enter):
    aino = enter(AINO)
    grant(board, AINO)
    for _again in range(2):
        assert role(aino.launch(), board) == "facilitator"


def test_a_cofacilitator_who_was_a_teacher_once_sees_what_learners_see(board, enter):
    orjan = enter(ORJAN)
    grant(board, ORJAN)
    assert role(orjan.launch(role="facilitator"), board) == "facilitator"
    assert role(orjan.launch(role="participant"), board) == "participant"
    assert role(orjan.launch(role="facilitator"), board) == "facilitator"


def test_a_new_grant_makes_the_former_teacher_cofacilitator_again(board, enter):
    orjan = enter(ORJAN, role="facilitator")
    orjan.launch(role="participant")
    grant(board, ORJAN)
    assert role(orjan, board) == "facilitator"
    assert role(orjan.launch(), board) == "facilitator"


def test_the_inactive_cofacilitation_of_a_teacher_can_be_ended_and_granted_anew(board, enter):
    orjan = enter(ORJAN)
    grant(board, ORJAN)
    orjan.launch(role="facilitator")
    orjan.launch(role="participant")
    end(board, ORJAN)
    assert role(orjan, board) == "participant"
    grant(board, ORJAN)
    assert role(orjan, board) == "facilitator"


def test_a_cofacilitator_may_make_others_so_but_only_in_this_course(board, enter):
    aino, eeva = enter(AINO), enter(EEVA, role="facilitator")
    grant(board, AINO)
    enter(ORJAN)
    form = members(board)[ORJAN.name]
    assert aino.post(form.get("action"), grant="yes").status == 303
    assert eeva.post(form.get("action"), grant="no").status == 404
    assert role(enter(ORJAN), board) == "facilitator"


def test_a_participant_cannot_make_themselves_cofacilitator(board, enter):
    aino = enter(AINO)
    assert aino.post(members(board)[AINO.name].get("action"), grant="yes").status == 403
    assert role(aino, board) == "participant"


def test_teachers_are_not_offered_co_facilitation(board, enter):
    enter(AINO)
    assert members(board)[MARJA.name] is None
    assert members(board)[AINO.name] is not None


def test_somebody_named_in_the_settings_is_course_admin_by_any_launch(app, board, enter):
    app.config["COURSE_ADMINS"] = [f"https://moodle.example {AINO.sub}"]
    assert role(enter(AINO), board) == "facilitator"
    assert role(enter(ORJAN), board) == "participant"
    app.config["COURSE_ADMINS"] = [f"https://elsewhere.example {AINO.sub}"]
    assert role(enter(AINO), board) == "participant"
