"""Who administers a platform: seen, invited from those who facilitate there, withdrawn again; nobody locks themselves out."""
import pytest

import sqlalchemy as sa

from lti_tool.access import Visit
from lti_tool.lti.administrator import Administrator
from lti_tool.people import Course, Membership, Person
from lti_tool.db import now
from tests.support.cast import ADMIN, AINO, FACILITATOR, MARJA, ORJAN, OTTO
from tests.support.cast import Person as Actor
from tests.support.page import words_of
from tests.support.platform import MISSING
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")

NAMELESS = dict.fromkeys(["name", "given_name", "family_name"], MISSING)


def lists(seen) -> list[list[str]]:
    """Who administers, and who could be invited: their names."""
    return [[words_of(next(row.iter(heading))) for row in listed] for listed, heading in zip(seen.all("ul", class_="tasks"), ("h2", "h3"), strict=False)]


def invite(visitor, console, name, **more):
    """Presses the button that names them."""
    path = console.path("administrators")
    seen = visitor.open(path)
    [button] = [button for button in seen.all("button", name="person_id") if name in words_of(button)]
    return visitor.submit(path, person_id=button.get("value"), **more)


def number_of(console, person) -> int:
    return console.ask(sa.select(Administrator.id).join(Person).where(Person.subject == person.sub))


def test_facilitators_can_be_found_and_invited_and_nobody_else(otto, console, enter):
    enter(MARJA), enter(AINO), enter(ORJAN)
    seen = otto.open(console.path("administrators"))
    assert lists(seen) == [["Otto Niemi You"], ["Marja Kallioinen"]]
    seen = invite(otto, console, "Marja")
    assert lists(seen) == [["Marja Kallioinen", "Otto Niemi You"]] and "Saved." in seen.text
    assert enter(MARJA).open(console.path()).status == 200


def test_a_co_facilitator_and_a_teacher_in_a_learner_s_role_can_be_invited(otto, console, enter):
    enter(MARJA).launch(role="participant")
    enter(ORJAN)
    with console.writing() as session:
        session.scalar(sa.select(Membership).join(Person).where(Person.subject == ORJAN.sub)).grant_cofacilitation()
    assert lists(otto.open(console.path("administrators")))[1] == ["Marja Kallioinen", "Örjan Strandvik"]


def test_names_are_searched_in_any_case_and_in_their_middle(otto, console, enter):
    enter(MARJA), enter(ORJAN, role="facilitator")
    for words, found in (("örj", ["Örjan Strandvik"]), ("KALLIO", ["Marja Kallioinen"]), ("  strand  ", ["Örjan Strandvik"])):
        seen = otto.open(console.path("administrators"), query_string={"name": words})
        assert lists(seen)[1] == found
        assert seen.one("search-name").get("value") == words
    assert "Nobody of that name" in otto.open(console.path("administrators"), query_string={"name": "\" onfocus=alert(1) %_<b>"}).text
    assert "Nobody of that name" in otto.open(console.path("administrators"), query_string={"name": "%"}).text


def test_the_list_of_who_could_be_invited_is_bounded_and_says_so(otto, console, platform):
    with console.writing() as session:
        course = session.scalar(sa.select(Course.id))
        for number in range(45):
            person = Person(issuer=platform.issuer, subject=f"opettaja-{number}", platform_name=f"Opettaja {number:02}", arrived_at=now())
            session.add(Membership(course_id=course, person=person, number=100 + number, launched_as=FACILITATOR, arrived_at=now(), seen_at=now()))
    seen = otto.open(console.path("administrators"))
    assert lists(seen)[1] == [f"Opettaja {number:02}" for number in range(20)]
    assert "There are 25 more" in seen.text


def test_who_has_no_name_is_called_by_the_platform_s_number(otto, console, app, platform):
    Visitor(app, platform, MARJA).launch(**NAMELESS)
    assert lists(otto.open(console.path("administrators")))[1] == ["User user-2 of the platform"]


def test_somebody_of_another_platform_or_client_cannot_be_invited(otto, console, app, liisa, tapio, elsewhere, sibling):
    Visitor(app, elsewhere, MARJA).launch()
    Visitor(app, sibling, Actor("user-71", "Sanna", "Sisar", FACILITATOR)).launch()
    assert len(lists(otto.open(console.path("administrators")))) == 1
    before = console.everything()["administrator"]
    for number in console.everything()["person"]:
        person = int(number.split(",")[0].strip("("))
        if person != console.ask(sa.select(Person.id).where(Person.subject == OTTO.sub)):
            assert otto.post(console.path("administrators"), person_id=str(person)).status == 422
    for nonsense in ("", "0", "x", "9" * 12, "999"):
        assert otto.post(console.path("administrators"), person_id=nonsense).status == 422
    assert console.everything()["administrator"] == before


def test_a_participant_cannot_be_invited_by_a_form_of_one_s_own_making(otto, console, enter):
    enter(AINO)
    number = console.ask(sa.select(Person.id).where(Person.subject == AINO.sub))
    assert otto.post(console.path("administrators"), person_id=str(number)).status == 422


def test_inviting_twice_is_inviting_once(otto, console, enter):
    enter(MARJA)
    number = console.ask(sa.select(Person.id).where(Person.subject == MARJA.sub))
    for _time in range(2):
        assert otto.post(console.path("administrators"), person_id=str(number)).status == 303
    assert console.ask(sa.select(sa.func.count()).select_from(Administrator)) == 2


def test_an_invitation_can_be_withdrawn_by_another(otto, console, enter):
    marja = enter(MARJA)
    invite(otto, console, "Marja")
    path = f"/console/administrators/{number_of(console, MARJA)}/withdrawal"
    seen = otto.press(otto.open(console.path("administrators")), path)
    assert lists(seen) == [["Otto Niemi You"], ["Marja Kallioinen"]]
    assert marja.open(console.path()).status == 404
    assert otto.post(path).status == 404  # a second tab


def test_nobody_can_withdraw_their_own_invitation(otto, console, enter):
    marja = enter(MARJA._replace(locale="en"))
    invite(otto, console, "Marja")
    path = f"/console/administrators/{number_of(console, MARJA)}/withdrawal"
    assert not marja.open(console.path("administrators")).all("form", action=path)
    seen = marja.post(path)
    assert (seen.status, "This would lock you out" in seen.text) == (409, True)
    assert marja.open(console.path()).status == 200


def test_whoever_is_one_by_launch_stays_one(otto, console, enter):
    path = f"/console/administrators/{number_of(console, OTTO)}/withdrawal"
    assert not otto.open(console.path("administrators")).all("form", action=path)
    for visitor in (otto, enter(MARJA, role=ADMIN)):
        assert visitor.post(path).status == 303
    assert otto.open(console.path()).status == 200


def test_an_invited_one_who_also_launches_as_one_can_lose_the_invitation_and_stay(otto, console, enter):
    marja = enter(MARJA)
    invite(otto, console, "Marja")
    marja.launch(role=ADMIN)
    path = f"/console/administrators/{number_of(console, MARJA)}/withdrawal"
    assert marja.submit(path).status == 200
    assert marja.open(console.path()).status == 200
    marja.launch()
    assert marja.open(console.path()).status == 404


def test_an_operator_sees_and_invites_too_without_being_one(kaisa, otto, console, enter):
    enter(MARJA)
    assert lists(kaisa.open(console.path("administrators"))) == [["Otto Niemi"], ["Marja Kallioinen"]]
    assert lists(invite(kaisa, console, "Marja"))[0] == ["Marja Kallioinen", "Otto Niemi"]


def test_my_data_says_that_i_administer_and_erasing_ends_it(otto, console):
    assert "Platforms you administer" in otto.open("/me").text
    otto.post("/me/erasure", sure="yes", texts="erase")
    assert console.everything()["administrator"] == []
    assert console.ask(sa.select(sa.func.count()).select_from(Visit)) == 0
