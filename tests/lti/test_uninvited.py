"""Platforms that connect themselves without an invitation wait for an operator, and change nothing of what is known; those invited bring up to date."""
import pytest
from werkzeug.wrappers import Response

from lti_tool.db import db, now, transaction
from lti_tool.db.chores import do_chores
from lti_tool.lti import Deployment, Platform, add_platform
from lti_tool.lti.commands import platforms
from lti_tool.lti.registration import MOST_PENDING
from tests.support.cast import AINO
from tests.support.platform import MISSING
from tests.support.registering import HOST, ISSUER, LTI_PLATFORM, LTI_TOOL, at_the_same_time, code_of, kept, make_invitation, refused_at_both
from tests.support.visitor import Visitor

pytestmark = pytest.mark.usefixtures("in_english")


def test_by_setting_only_the_invited_are_connected(admin, app, seen):
    app.config["OPEN_REGISTRATION"] = False
    refused_at_both(admin, "", 403, "LTI-INVITATION-IS-NEEDED")
    assert seen.all(Platform) == []
    assert admin.connect(make_invitation(app)).status == 200


def test_an_uninvited_platform_lets_nobody_in_until_it_is_approved(admin, app, client, seen, run):
    page = admin.connect()
    assert page.status == 200 and f"{HOST} is waiting for approval" in page.text and "is connected" not in page.text
    platform, = seen.all(Platform)
    assert platform.is_pending and f"connection number {platform.id}" in page.text
    refused = admin.platform.ask(client, AINO)
    assert refused.status_code == 403 and "not yet approved" in refused.text and "Ask the operator of this tool to approve" in refused.text
    assert seen.records()[-1].outcome == "PlatformIsPending" and not any(seen.counts().values())
    assert "(waits for approval)" in run(platforms, "list").output
    assert run(platforms, "approve", platform.id, input="n\n").exit_code == 1 and seen.all(Platform)[0].is_pending
    approved = run(platforms, "approve", platform.id, input="y\n")
    assert approved.exit_code == 0 and f"Platform {platform.id} is approved." in approved.output and "Look twice" not in approved.output
    admin.platform.arrive(client, AINO)
    assert "does not wait" in run(platforms, "approve", platform.id, "--yes").output and "no platform number 99" in run(platforms, "approve", 99).output


def test_a_launch_whose_platform_waits_is_refused_even_when_its_login_was_begun(admin, code, app, client, seen):
    admin.connect(code)
    form, id_token = admin.platform.token_for(client, AINO)
    with app.app_context(), transaction():
        db.session.get(Platform, 1).is_pending = True
    refused = admin.platform.answer(client, id_token=id_token, state=form.fields["state"])
    assert refused.status_code == 403 and seen.records()[-1].outcome == "PlatformIsPending" and not any(seen.counts().values())


def test_an_operator_is_told_what_to_look_at_twice(admin, app, code, seen, run):
    admin.connect(code)
    admin.platform.confirmation["client_id"] = "a stranger's"
    admin.platform.configuration["jwks_uri"] = "https://keys.evil.test/jwks"
    admin.connect()
    asked = run(platforms, "approve", 2, input="n\n").output
    assert "Look twice: key_set_url is at another host than the issuer." in asked
    assert f"Look twice: Platform 1 is of the same issuer and has its keys at {ISSUER}/mod/lti/certs.php." in asked
    assert "https://keys.evil.test/jwks" in asked


def test_whoever_waits_disturbs_nobody_of_the_same_issuer(admin, code, app, client, seen):
    admin.connect(code)
    aino = Visitor(app, admin.platform, AINO).launch()
    admin.platform.confirmation["client_id"] = "a stranger's"
    admin.platform.configuration |= {"authorization_endpoint": "https://evil.test/auth", "jwks_uri": "https://evil.test/jwks"}
    assert admin.connect().status == 200 and len(seen.all(Platform)) == 2
    app.extensions["lti_frame_origins"].clear()
    assert "evil.test" not in aino.open("/me").headers["Content-Security-Policy"]
    admin.platform.configuration |= {"authorization_endpoint": f"{ISSUER}/mod/lti/auth.php"}
    assert admin.platform.ask(client, AINO, client_id=MISSING).status_code == 200
    assert "a stranger&#39;s" not in admin.platform.ask(client, AINO, client_id="unknown").text


def test_the_login_of_a_platform_that_waits_is_said_to_wait_also_without_a_client_id(admin, client, seen):
    admin.connect()
    assert admin.platform.ask(client, AINO, client_id=MISSING).status_code == 403
    assert seen.records()[-1].outcome == "PlatformIsPending"


def fill_with_pending(app, count):
    with app.app_context(), transaction():
        for number in range(count):
            platform = add_platform(f"https://p{number}.test", "c", None, "https://p.test/a", "https://p.test/t", "https://p.test/k")
            platform.is_pending, platform.registered_at = True, now()


def test_at_most_fifty_wait(admin, app, seen):
    fill_with_pending(app, MOST_PENDING - 1)
    assert MOST_PENDING == 50 and admin.connect().status == 200
    admin.platform.confirmation["client_id"] = "one more"
    refused_at_both(admin, "", 403, "LTI-TOO-MANY-WAIT")
    assert len(seen.all(Platform)) == 50
    assert admin.connect(make_invitation(app)).status == 200  # the invited have room


def test_the_last_room_is_given_once(admin, app, seen):
    """Two who saw the page with one place left."""
    fill_with_pending(app, MOST_PENDING - 1)
    page = admin.open()
    assert admin.press(page).status == 200
    admin.platform.confirmation["client_id"] = "one more"
    late = admin.press(page)
    assert (late.status, code_of(late)) == (403, "LTI-TOO-MANY-WAIT") and len(seen.all(Platform)) == 50


def test_whom_nobody_approves_for_thirty_days_is_forgotten(admin, app, clock, seen, run):
    admin.connect()
    admin.platform.confirmation["client_id"] = "approved"
    admin.connect()
    run(platforms, "approve", 2, "--yes")
    clock.forward(days=29)
    do_chores(app)
    assert len(seen.all(Platform)) == 2
    clock.forward(days=2)
    do_chores(app)
    assert [platform.client_id for platform in seen.all(Platform)] == ["approved"]
    assert {deployment.platform_id for deployment in seen.all(Deployment)} == {2}


# --- Once more ---

def test_an_invited_registration_once_more_keeps_everything_and_adds_what_is_new(admin, code, app, seen, clock, run):
    admin.connect(code)
    run(platforms, "change", 1, "--name", "Verkoston Moodle", "--frame-origin", "https://frames.test", "--deployment-id", "4", "--deployment-id", "by hand")
    run(platforms, "disable", 1)
    clock.forward(days=1)
    before, = kept(seen)[0]
    admin.platform.configuration["token_endpoint"] = f"{ISSUER}/new-token"
    admin.platform.configuration[LTI_PLATFORM]["version"] = "5.0"
    admin.platform.confirmation[LTI_TOOL]["deployment_id"] = "9"
    page = admin.connect(make_invitation(app))
    assert page.status == 200 and "has been switched off here before" in page.text
    after, = kept(seen)[0]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"auth_token_url", "product", "registered_at"}
    assert (after["name"], after["frame_origins"], after["enabled"], after["added_at"]) == ("Verkoston Moodle", ["https://frames.test"], False, before["added_at"])
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == ["4", "by hand", "9"]


def test_the_uninvited_update_changes_nothing_and_is_no_error(admin, code, app, seen, client):
    """Moodle's admin presses “Update”: Moodle takes over what this tool wants now; here nothing is new."""
    admin.connect(code)
    before = kept(seen)
    page = admin.connect()
    assert page.status == 200 and f"{HOST} is connected" in page.text and "waiting for approval" not in page.text
    assert kept(seen) == before and len(admin.platform.told) == 2
    admin.platform.arrive(client, AINO)


@pytest.mark.parametrize("change", [
    {"jwks_uri": "https://evil.test/jwks"}, {"jwks_uri": f"{ISSUER}/pluginfile.php/1/keys.json"}, {"authorization_endpoint": "https://evil.test/auth"},
    {"token_endpoint": "https://evil.test/token"}, {"authorization_server": "https://evil.test"}])
@pytest.mark.parametrize("invited", [True, False], ids=["approved", "waiting"])
def test_without_an_invitation_nobody_changes_a_platform_that_is_known(invited, change, admin, app, seen):
    """Whoever can put a file on the platform's host could say this: a configuration, and an answer with the known client ID."""
    admin.connect(make_invitation(app) if invited else "")
    before = kept(seen)
    admin.platform.configuration |= change
    refused = admin.connect()
    assert (refused.status, code_of(refused)) == (409, "LTI-KNOWN-PLATFORM-WOULD-CHANGE")
    assert kept(seen) == before


def test_nor_adds_a_deployment_to_it(admin, code, seen):
    admin.connect(code)
    admin.platform.confirmation[LTI_TOOL]["deployment_id"] = "99"
    assert admin.connect().status == 409
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == ["4"]


def test_an_invitation_approves_who_waits(admin, code, app, seen):
    admin.connect()
    assert admin.connect(code).status == 200
    platform, = seen.all(Platform)
    assert not platform.is_pending and len(seen.all(Deployment)) == 1


def test_a_platform_added_by_hand_is_brought_up_to_date(admin, code, app, seen):
    with app.app_context(), transaction():
        add_platform(ISSUER, "ygV1BgCIDf6PS1m", ["by hand"], "https://old.test/a", "https://old.test/t", "https://old.test/k", name="Käsin lisätty")
    assert admin.connect().status == 409
    assert admin.connect(code).status == 200
    platform, = seen.all(Platform)
    assert (platform.name, platform.key_set_url) == ("Käsin lisätty", f"{ISSUER}/mod/lti/certs.php")


# --- Many at once ---

def test_one_registration_sent_twice_at_the_same_moment_is_one_platform(admin, app, seen):
    answers = at_the_same_time(app, admin.platform, admin.form(), admin.form())
    assert [answer.status for answer in answers] == [200, 200]
    assert len(seen.all(Platform)) == 1 and len(seen.all(Deployment)) == 1


def test_only_a_few_are_connected_at_once_and_failures_make_room_again(admin, code, app):
    admin.platform.registration_answer = Response("no", 500)
    for _each in range(5):
        assert admin.connect(code).status == 424
    admin.platform.registration_answer = None
    room = app.extensions["lti_registrations"]
    assert room.acquire(blocking=False) and room.acquire(blocking=False)
    try:
        busy = admin.connect(code)
        assert (busy.status, code_of(busy)) == (429, "LTI-OTHERS-ARE-CONNECTING")
    finally:
        room.release(2)
    assert admin.connect(code).status == 200
