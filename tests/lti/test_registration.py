"""A platform connects itself: what its admin sees, what the platform is told, what is kept, and what comes next."""
import json
import threading

import pytest
from werkzeug.wrappers import Response

from lti_tool.db import transaction
from lti_tool.lti import Platform
from lti_tool.lti.invitation import Invitation
from lti_tool.lti.platform import Deployment, take_first_deployment
from tests.support.cast import AINO, MARJA
from tests.support.page import Seen
from tests.support.platform import MISSING, TOOL
from tests.support.registering import HOST, ISSUER, LTI_PLATFORM, LTI_TOOL, TOKEN, Admin, code_of, recorded

pytestmark = pytest.mark.usefixtures("in_english")


def test_the_page_says_who_asks_and_what_is_shared(admin, code):
    seen = admin.open(code)
    assert seen.status == 200 and f"Connect {HOST}?" in seen.text
    for words in ("Names", "User number, role, course", "The course's list of people", "Numbers of groups", "From which course it was copied", "Scores into the gradebook"):
        assert words in seen.text
    assert "Not shared: e-mail addresses" in seen.text and "There is no invitation" not in seen.text
    form = seen.form("/lti/register")
    assert form.values == {**admin.form(code), "language": "en"}


def test_e_mail_is_spoken_of_only_where_mail_is_set_up(admin, code, app):
    app.config["MAIL_SERVER"] = "mail.example:587"
    seen = admin.open(code)
    assert "E-mail addresses So that facilitators are warned" in seen.text and "Not shared: user names" in seen.text


def test_without_an_invitation_the_page_says_that_approval_is_needed(admin):
    assert "There is no invitation in this link." in admin.open().text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_is_in_the_browser_s_language_and_can_be_switched(language, admin, code, app):
    seen = Admin(app, admin.platform, language).open(code)
    assert seen.tree.get("lang") == language
    chosen = {link.get("lang"): link for link in seen.all("a", hreflang=True)}
    assert set(chosen) == {"fi", "sv", "en"} and chosen[language].get("aria-current") == "true"
    for other, link in chosen.items():
        switched = Admin(app, admin.platform, language)
        page = Seen(switched.client.get(link.get("href"), base_url=TOOL, headers={"Accept-Language": language}))
        assert page.tree.get("lang") == other
        assert page.form("/lti/register").values == {**seen.form("/lti/register").values, "language": other}
        assert switched.press(page, invitation="wrong").tree.get("lang") == other  # a refusal too


def test_what_comes_after_is_in_the_chosen_language(admin, code):
    assert admin.press(admin.open(code, language="sv")).tree.get("lang") == "sv"


def test_opening_the_page_asks_nobody_and_changes_nothing(admin, code, seen):
    for method in ("GET", "HEAD", "GET"):
        assert admin.open(code, method).status == 200
        assert admin.open("", method).status == 200
    assert admin.platform.asked == [] and seen.all(Platform) == []
    invitation, = seen.all(Invitation)
    assert invitation.spent_at is None


def test_any_platform_may_frame_it_and_nothing_in_it_is_inline(admin, code):
    for page in (admin.open(code), admin.open("wrong"), admin.connect(code)):
        policy = page.headers["Content-Security-Policy"]
        assert "frame-ancestors https:" in policy and "script-src 'self';" in policy and "form-action 'self';" in policy
        assert all(script.get("src") and not (script.text or "").strip() for script in page.all("script"))
        assert not page.all("style") and not [element for element in page.all() if element.get("style") or any(name.startswith("on") for name in element.keys())]
        assert page.headers["Cache-Control"] == "no-store" and page.headers["Referrer-Policy"] == "same-origin"


def test_opened_by_hand_it_says_where_the_link_belongs(admin, code, app):
    seen = Admin(app, admin.platform).open(code, openid_configuration="", registration_token="")
    assert seen.status == 400 and "This link belongs into your learning platform" in seen.text and "Add LTI Advantage" in seen.text
    assert seen.one("register-link").get("value") == f"{TOOL}/lti/register?invitation={code}"


@pytest.mark.parametrize("words", [
    {"openid_configuration": "http://moodle.test:8443/x"}, {"openid_configuration": "https://moodle.test:8443@evil.example/"}, {"openid_configuration": "javascript:alert(1)"},
    {"openid_configuration": "https://moodle.test\\@evil.example/"}, {"openid_configuration": "moodle.test"}, {"openid_configuration": "https://moodle.test/" + "x" * 3000},
    {"registration_token": "a\r\nHost: evil"}, {"registration_token": "two words"}, {"registration_token": "x" * 9000}, {"registration_token": "\u2028"},
])
def test_an_address_or_token_that_cannot_be_right_is_refused(words, admin, code, seen):
    refused = admin.open(code, **words)
    assert refused.status == 400 and code_of(refused) == "LTI-ADDRESS-IS-WRONG"
    sent = admin.send(**admin.form(code, **words))
    assert sent.status == 400 and admin.platform.asked == [] and seen.all(Platform) == []


# --- What the platform is told ---

def test_the_platform_is_told_what_it_needs_as_a_real_moodle_took_it(admin, code):
    admin.connect(code)
    (headers, told), = admin.platform.told
    assert headers["Authorization"] == f"Bearer {TOKEN}" and headers["Content-Type"] == "application/json"
    accepted = recorded("registration_request")
    assert set(accepted) <= set(told) and set(accepted[LTI_TOOL]) <= set(told[LTI_TOOL])
    same = ("application_type", "response_types", "token_endpoint_auth_method")
    assert {name: told[name] for name in same} == {name: accepted[name] for name in same} and set(told["grant_types"]) == set(accepted["grant_types"])
    assert (told["initiate_login_uri"], told["redirect_uris"], told["jwks_uri"]) == (f"{TOOL}/lti/login", [f"{TOOL}/lti/launch"], f"{TOOL}/lti/jwks")
    assert set(told["scope"].split()) == {f"https://purl.imsglobal.org/spec/{scope}" for scope in (
        "lti-ags/scope/lineitem", "lti-ags/scope/score", "lti-ags/scope/result.readonly", "lti-nrps/scope/contextmembership.readonly")}
    assert all(told[name] for name in ("client_name", "client_name#fi", "client_name#sv", "client_name#en"))
    tool = told[LTI_TOOL]
    assert (tool["domain"], tool["target_link_uri"]) == ("tool.example", f"{TOOL}/lti/launch") and tool["description"]
    assert tool["custom_parameters"] == {"history": "$Context.id.history", "groups": "$Moodle.Person.userGroupIds"}
    assert tool["claims"] == ["iss", "sub", "name", "given_name", "family_name"]
    link, choosing = tool["messages"]
    assert (link["type"], link["target_link_uri"]) == ("LtiResourceLinkRequest", f"{TOOL}/lti/launch")
    assert (choosing["type"], choosing["target_link_uri"], choosing["placements"]) == ("LtiDeepLinkingRequest", f"{TOOL}/lti/launch", ["ContentArea"])


def test_the_logo_is_there_for_everybody(admin, code, client):
    admin.connect(code)
    address = admin.platform.told[0][1]["logo_uri"]
    assert address.startswith(f"{TOOL}/static/")
    answer = client.get(address)
    assert answer.status_code == 200 and answer.mimetype == "image/svg+xml" and b"<script" not in answer.data


def test_the_domain_has_the_port_where_there_is_one(admin, code, app):
    app.config["PUBLIC_URL"] = "https://tool.example:9444"
    admin.connect(code)
    assert admin.platform.told[0][1][LTI_TOOL]["domain"] == "tool.example:9444"


def test_e_mail_is_asked_for_only_where_mail_is_set_up(admin, code, app):
    app.config["MAIL_SERVER"] = "mail.example:587"
    admin.connect(code)
    assert admin.platform.told[0][1][LTI_TOOL]["claims"][-1] == "email"


def test_only_what_the_platform_offers_is_asked_for(admin, code):
    platform = admin.platform
    platform.configuration["scopes_supported"] = ["openid", "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"]
    platform.configuration[LTI_PLATFORM] |= {"product_family_code": "canvas", "variables": ["Context.id"], "messages_supported": [
        {"type": "LtiResourceLinkRequest"}, {"type": "LtiDeepLinkingRequest", "placements": ["RichTextEditor"]}]}
    seen = admin.connect(code)
    told = platform.told[0][1]
    assert told["scope"] == "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
    assert told[LTI_TOOL]["custom_parameters"] == {"history": "$Context.id.history"}
    assert "placements" not in told[LTI_TOOL]["messages"][1]
    assert "Moodle" not in seen.text and "Manage tools" not in seen.text and "Switch the tool on" in seen.text


def test_a_platform_without_choosing_is_not_asked_for_it_and_groups_go_by_the_variable(admin, code):
    admin.platform.configuration[LTI_PLATFORM] |= {"product_family_code": "other", "messages_supported": [{"type": "LtiResourceLinkRequest"}]}
    admin.connect(code)
    tool = admin.platform.told[0][1][LTI_TOOL]
    assert [message["type"] for message in tool["messages"]] == ["LtiResourceLinkRequest"]
    assert tool["custom_parameters"]["groups"] == "$Moodle.Person.userGroupIds"


def test_what_a_platform_need_not_say_may_be_missing(admin, code, seen):
    for member in ("scopes_supported", "token_endpoint_auth_methods_supported", "token_endpoint_auth_signing_alg_values_supported", "response_types_supported", "claims_supported"):
        del admin.platform.configuration[member]
    for member in ("variables", "product_family_code", "version"):
        del admin.platform.configuration[LTI_PLATFORM][member]
    assert admin.connect(code).status == 200
    assert len(admin.platform.told[0][1]["scope"].split()) == 4
    assert seen.all(Platform)[0].product == ""


def test_without_a_token_none_is_sent(admin, code):
    assert admin.press(admin.open(code, registration_token="")).status == 200
    assert "Authorization" not in admin.platform.told[0][0]


# --- What is kept, and what comes next ---

def test_a_platform_that_connected_itself_launches(admin, code, app, client, seen):
    page = admin.connect(code)
    assert page.status == 200 and f"{HOST} is connected" in page.text
    for words in ("Press “Activate” on it", "LTI External tools", "Show in activity chooser", "“Työtila” as “Pending”"):
        assert words in page.text
    assert page.all("button", data_close=True) and "You can close this window now." in page.text
    platform, = seen.all(Platform)
    assert (platform.issuer, platform.client_id, platform.name) == (ISSUER, "ygV1BgCIDf6PS1m", HOST)
    assert (platform.auth_login_url, platform.auth_token_url, platform.key_set_url) == tuple(f"{ISSUER}/mod/lti/{name}.php" for name in ("auth", "token", "certs"))
    assert (platform.enabled, platform.is_pending, platform.token_audience, platform.product) == (True, False, None, "moodle 4.5.6 (Build: 20250811)")
    assert platform.registered_at and [deployment.deployment_id for deployment in seen.all(Deployment)] == ["4"]
    invitation, = seen.all(Invitation)
    assert invitation.spent_at and invitation.platform_id == platform.id
    admin.platform.arrive(client, AINO)


def test_whom_tokens_are_asked_from_is_kept(admin, code, seen):
    admin.platform.configuration["authorization_server"] = "https://auth.moodle.test"
    admin.connect(code)
    assert seen.all(Platform)[0].token_audience == "https://auth.moodle.test"


@pytest.mark.parametrize("status", [200, 201, 202])
def test_any_success_is_one(status, admin, code):
    admin.platform.registration_answer = Response(json.dumps(admin.platform.confirmation), status, content_type="text/html")
    assert admin.connect(code).status == 200


@pytest.mark.parametrize("said, expected", [("7", ["7"]), (7, ["7"]), ("", []), (None, []), (MISSING, [])])
def test_a_deployment_may_be_named_in_several_ways_or_not_yet(said, expected, admin, code, seen):
    admin.platform.confirmation[LTI_TOOL] = {} if said is MISSING else {"deployment_id": said}
    assert admin.connect(code).status == 200
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == expected


def test_without_a_deployment_the_first_verified_launch_tells_it_and_no_other(admin, code, client, other_client, seen):
    del admin.platform.confirmation[LTI_TOOL]
    admin.connect(code)
    assert admin.platform.launch(client, AINO, deployment_id="first", header={"kid": "unknown"}).status_code == 403
    assert admin.platform.launch(client, AINO, deployment_id="").status_code == 400
    assert seen.all(Deployment) == []
    admin.platform.arrive(client, AINO, deployment_id="first")
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == ["first"]
    refused = admin.platform.launch(other_client, MARJA, deployment_id="second")
    assert refused.status_code == 403 and seen.records()[-1].outcome == "UnknownDeployment"
    admin.platform.arrive(other_client, MARJA, deployment_id="first")


def test_of_two_first_deployments_only_one_is_taken(admin, code, app, seen):
    del admin.platform.confirmation[LTI_TOOL]
    admin.connect(code)
    number, taken, begin = seen.all(Platform)[0].id, {}, threading.Barrier(2)

    def take(deployment_id):
        with app.app_context():
            begin.wait(10)
            with transaction():
                taken[deployment_id] = take_first_deployment(number, deployment_id)

    takers = [threading.Thread(target=take, args=(name,)) for name in ("a", "b")]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join(20)
    assert sorted(taken.values()) == [False, True]
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == [name for name, was in taken.items() if was]


# --- The log ---

def test_neither_token_nor_invitation_nor_address_is_told_to_the_log(admin, code, caplog, seen):
    caplog.set_level("DEBUG")
    admin.platform.registration_answer = Response(f"no: {TOKEN}", 401)
    secret = f"{admin.platform.configuration_address}?key=in-the-address"
    admin.press(admin.open(code, openid_configuration=secret))
    admin.platform.registration_answer = None
    admin.press(admin.open(code, openid_configuration=secret))
    admin.open(code, openid_configuration=secret)
    admin.send(invitation=code, openid_configuration="https://u:in-the-address@x/", registration_token=TOKEN)
    assert "registration refused PlatformRefused" in caplog.text and f"registered platform 1 at {HOST} (invited)" in caplog.text
    assert "registration refused InvitationIsUsed" in caplog.text
    for word in (TOKEN, code, "in-the-address", "openid_configuration=", "openid-configuration.php"):
        assert word not in caplog.text, word
    assert TOKEN not in str([vars(row) for row in seen.all(Platform)])
