"""Messages as a real Moodle 4.5 sent them, signed anew: taken as they are, with the right roles."""
import json
from pathlib import Path

import pytest

from lti_tool.people import CourseContext, Person
from tests.support.cast import AINO
from tests.support.platform import LTI, TOOL, Form, LearningPlatform

RECORDED = Path(__file__).resolve().parent.parent / "fixtures" / "moodle"
EXPECTED = {  # file: (role, course admin, name)
    "launch_student": ("participant", False, "Aino Kärkkäinen"),
    "launch_student_graded_link": ("participant", False, "Aino Kärkkäinen"),
    "launch_student_new_window": ("participant", False, "Aino Kärkkäinen"),
    "launch_student_privacy_never": ("participant", False, None),
    "launch_editing_teacher": ("facilitator", False, "Päivi Mäkelä-Öhman"),
    "launch_teacher_switched_to_student": ("participant", False, "Päivi Mäkelä-Öhman"),
    "launch_non_editing_teacher": ("facilitator", False, "Åsa Sjöström-Bäckman"),
    "launch_manager": ("facilitator", False, "Väinö Hämäläinen"),
    "launch_site_admin": ("facilitator", True, "Admin User"),
    "launch_in_copied_course": ("facilitator", True, "Admin User"),
}


def recorded(name):
    return json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))


def moodle_for(app, claims):
    """A platform that calls itself as the recorded one did."""
    moodle = LearningPlatform(claims["iss"], claims["aud"], claims[LTI + "deployment_id"], "Moodle")
    moodle.register(app)
    return moodle


def open_recorded(app, client, name):
    recording = recorded(name)
    claims = recording["claims"]
    moodle = moodle_for(app, claims)
    form = moodle.begin(client, AINO)
    lifetime, target = claims["exp"] - claims["iat"], claims[LTI + "target_link_uri"]
    claims |= {"nonce": form.fields["nonce"], "iat": moodle.now(), "exp": moodle.now() + lifetime,
               LTI + "target_link_uri": target.replace("https://tool.test:9444", TOOL)}
    moodle.kid = recording["jwt_header"]["kid"]
    moodle.published[0]["kid"] = moodle.kid
    return claims, moodle.answer(client, id_token=moodle.sign(claims), state=form.fields["state"])


@pytest.mark.parametrize("name", EXPECTED)
def test_a_recorded_launch_is_taken(name, app, client, seen):
    role, admin, person_name = EXPECTED[name]
    claims, response = open_recorded(app, client, name)
    assert response.status_code == 303, response.text
    person, = seen.all(Person)
    assert (person.subject, person.platform_name, person.locale) == (claims["sub"], person_name, "en")
    assert seen.membership(AINO._replace(sub=claims["sub"])) == (role, admin)
    context, = seen.all(CourseContext)
    assert context.context_id == claims[LTI + "context"]["id"]


def test_the_recorded_login_request_is_answered_with_both_hints_as_they_came(app, client):
    words = recorded("login_initiation")["form"]
    moodle_for(app, {"iss": words["iss"], "aud": words["client_id"], LTI + "deployment_id": words["lti_deployment_id"]})
    response = client.post("/lti/login", base_url=TOOL, data=words, headers={"Sec-Fetch-Site": "cross-site", "Origin": words["iss"]})
    form = Form(response.text)
    assert form.address == f"{words['iss']}/auth"
    assert {name: form.fields[name] for name in ("login_hint", "lti_message_hint")} == {
        name: words[name] for name in ("login_hint", "lti_message_hint")}
    assert form.fields["redirect_uri"] == f"{TOOL}/lti/launch"
