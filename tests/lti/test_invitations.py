"""Invitations: each is good once, for one host, for two weeks, until it is withdrawn; made and listed by command."""
import re

import pytest

from lti_tool.db import db, transaction
from lti_tool.lti import Deployment, Platform
from lti_tool.lti.invitation import Invitation
from lti_tool.lti.invitation_commands import invitations
from tests.support.platform import TOOL
from tests.support.registering import HOST, at_the_same_time, code_of, kept, make_invitation, refused_at_both

pytestmark = pytest.mark.usefixtures("in_english")


def nothing_came_of_it(admin, seen, told=0):
    assert seen.all(Platform) == [] and seen.all(Deployment) == [] and len(admin.platform.told) == told


@pytest.mark.every_case
@pytest.mark.parametrize("guess", ["x", "x" * 32, "%", "' or 1=1 --", "\x00", "é", "🍪" * 500])
def test_a_guessed_invitation_opens_nothing(guess, admin, code, seen):
    refused_at_both(admin, guess, 403, "LTI-INVITATION-IS-UNKNOWN")
    nothing_came_of_it(admin, seen)


def test_the_hash_that_is_stored_is_no_invitation(admin, code, seen):
    refused_at_both(admin, seen.all(Invitation)[0].code, 403, "LTI-INVITATION-IS-UNKNOWN")
    assert code not in str(vars(seen.all(Invitation)[0]))


def test_an_invitation_is_good_once(admin, code, seen):
    admin.connect(code)
    before = kept(seen)
    admin.platform.confirmation["client_id"] = "another"
    again = admin.send(**admin.form(code))
    assert (again.status, code_of(again)) == (410, "LTI-INVITATION-IS-USED") and admin.open(code).status == 410
    assert kept(seen) == before and len(admin.platform.told) == 1


def test_an_invitation_ends_after_two_weeks(admin, code, clock, seen):
    clock.forward(days=13, hours=23)
    assert admin.open(code).status == 200
    clock.forward(hours=2)
    refused_at_both(admin, code, 410, "LTI-INVITATION-HAS-ENDED")
    nothing_came_of_it(admin, seen)


def test_a_withdrawn_invitation_is_good_for_nothing(admin, code, app, seen):
    with app.app_context(), transaction():
        db.session.get(Invitation, 1).withdraw()
    refused_at_both(admin, code, 410, "LTI-INVITATION-WAS-WITHDRAWN")
    nothing_came_of_it(admin, seen)


@pytest.mark.parametrize("host", ["moodle.test", "moodle.test:8444", "other.test:8443", "sub.moodle.test:8443", "test:8443"])
def test_an_invitation_is_for_its_host_only(host, admin, app, seen):
    refused_at_both(admin, make_invitation(app, host), 403, "LTI-INVITATION-IS-FOR-ANOTHER-HOST")
    nothing_came_of_it(admin, seen)


def test_an_invitation_may_be_written_as_an_address(admin, app):
    assert admin.connect(make_invitation(app, "https://Moodle.test:8443/course/view.php?id=1")).status == 200


def test_of_two_registrations_with_one_invitation_only_one_wins(admin, code, app, seen):
    names = iter(["first", "second"])

    def meanwhile():
        admin.platform.confirmation = {**admin.platform.confirmation, "client_id": next(names)}
    won, lost = sorted(at_the_same_time(app, admin.platform, admin.form(code), admin.form(code), meanwhile=meanwhile), key=lambda answer: answer.status)
    assert (won.status, lost.status, code_of(lost)) == (200, 410, "LTI-INVITATION-IS-USED")
    assert "If a card of this tool has appeared in the platform, it can be deleted there." in lost.text
    platform, = seen.all(Platform)
    assert seen.all(Invitation)[0].platform_id == platform.id and len(seen.all(Deployment)) == 1


def test_one_registration_sent_twice_at_the_same_moment_wins_once(admin, code, app, seen):
    won, lost = sorted(at_the_same_time(app, admin.platform, admin.form(code), admin.form(code)), key=lambda answer: answer.status)
    assert (won.status, lost.status) == (200, 410) and len(seen.all(Platform)) == 1


# --- The commands ---

def test_an_operator_invites_by_command(admin, run, seen):
    made = run(invitations, "make", f"https://{HOST}/admin/")
    assert made.exit_code == 0 and f"Invitation 1 for {HOST}, good once" in made.output and "Add LTI Advantage" in made.output
    code, = re.findall(rf"{TOOL}/lti/register\?invitation=([\w-]{{32}})\n", made.output)
    assert "good until" in run(invitations, "list").output
    assert admin.connect(code).status == 200
    listed = run(invitations, "list").output
    assert f"1  {HOST}" in listed and "by platform 1" in listed and code not in listed
    assert "has been used" in run(invitations, "withdraw", 1).output


def test_an_operator_withdraws_by_command(admin, code, run):
    assert run(invitations, "withdraw", 1).output == "Invitation 1 is withdrawn.\n"
    assert "withdrawn" in run(invitations, "list").output and admin.open(code).status == 410
    missing = run(invitations, "withdraw", 99)
    assert missing.exit_code == 1 and "no invitation number 99" in missing.output


def test_ended_invitations_are_listed_as_such_and_forgotten_in_time(code, run, clock, app):
    from lti_tool.db.chores import do_chores

    clock.forward(days=15)
    assert ", ended " in run(invitations, "list").output
    clock.forward(days=90)
    do_chores(app)
    assert run(invitations, "list").output == "Nobody has been invited yet.\n"


@pytest.mark.parametrize("host", ["", "moodle example", "https://", "-x.example", "moodle.example:", "a@b.example", "moodle.example;x", "x" * 300])
def test_what_is_no_host_is_not_invited(host, run, seen):
    made = run(invitations, "make", "--", host)
    assert made.exit_code == 1 and "is not the name of a host" in made.output and seen.all(Invitation) == []
