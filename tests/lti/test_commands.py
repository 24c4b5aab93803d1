"""The operator's commands."""
import json

import pytest

from lti_tool.lti import Platform
from lti_tool.lti.commands import keys, platforms
from lti_tool.lti.platform import Deployment
from tests.support.cast import AINO
from tests.support.platform import LearningPlatform


@pytest.fixture
def unknown(app):
    """A platform that the tool does not know yet."""
    platform = LearningPlatform()
    platform.reach(app)
    return platform


def as_options(registration):
    options = []
    for field, value in registration.items():
        if field == "deployment_ids":
            options += [word for each in value for word in ("--deployment-id", each)]
        else:
            options += [f"--{field.replace('_', '-')}", value]
    return options


def test_a_platform_is_added_and_launches(run, unknown, client):
    assert run(platforms, "list").output == "No platform has been added yet.\n"
    result = run(platforms, "add", *as_options(unknown.registration))
    assert result.exit_code == 0, result.output
    unknown.arrive(client, AINO)
    listed = run(platforms, "list").output
    for value in (unknown.issuer, unknown.client_id, unknown.name, f"{unknown.issuer}/jwks"):
        assert value in listed


def test_a_platform_is_added_from_a_file_and_brought_up_to_date_by_it(run, unknown, client, seen, tmp_path):
    file = tmp_path / "platform.json"
    file.write_text(json.dumps(unknown.registration))
    assert run(platforms, "add", "--json", file).exit_code == 0
    again = run(platforms, "add", "--json", file)
    assert again.exit_code == 1 and "there already" in again.output
    file.write_text(json.dumps({**unknown.registration, "deployment_ids": ["1", "2"], "name": "Uusi nimi"}))
    for _each in range(2):
        assert run(platforms, "add", "--json", file, "--replace").exit_code == 0
    platform, = seen.all(Platform)
    assert platform.name == "Uusi nimi"
    assert [deployment.deployment_id for deployment in seen.all(Deployment)] == ["1", "2"]
    unknown.arrive(client, AINO, deployment_id="2")


@pytest.mark.parametrize("change, sentence", [
    ({"key_set_url": "http://moodle.example/jwks"}, "key_set_url is not an https address"),
    ({"auth_login_url": "javascript:alert(1)"}, "auth_login_url is not an https address"),
    ({"auth_token_url": 7}, "auth_token_url is not an https address"),
    ({"client_id": "x" * 300}, "client_id is missing or longer"),
    ({"deployment_ids": [""]}, "deployment_ids needs at least one id"),
    ({"deployment_ids": []}, "missing: deployment_ids"),
    ({"issuer": None}, "missing: issuer"),
    ({"secret": "x"}, "not secret"),
])
def test_what_cannot_be_right_is_refused(change, sentence, run, unknown, seen):
    result = run(platforms, "add", "--json", "-", input=json.dumps({**unknown.registration, **change}))
    assert result.exit_code != 0 and sentence in result.output
    assert seen.all(Platform) == []


def test_what_is_no_json_is_refused(run):
    assert "is not JSON" in run(platforms, "add", "--json", "-", input="{").output
    assert "expected an object" in run(platforms, "add", "--json", "-", input="[]").output


def test_a_platform_is_changed_disabled_and_enabled(run, platform, client, seen):
    number = seen.all(Platform)[0].id
    assert run(platforms, "change", number, "--deployment-id", "7", "--name", "Moodle").exit_code == 0
    assert platform.launch(client, AINO).status_code == 403
    platform.arrive(client, AINO, deployment_id="7")
    assert run(platforms, "disable", number).exit_code == 0
    assert "(disabled)" in run(platforms, "list").output
    assert platform.ask(client, AINO).status_code == 403
    assert run(platforms, "change", number, "--enable").exit_code == 0
    platform.arrive(client, AINO, deployment_id="7")
    changed = run(platforms, "change", number, "--key-set-url", "ftp://x")
    assert changed.exit_code == 1 and "not an https address" in changed.output
    assert "no platform number 99" in run(platforms, "disable", "99").output


def test_keys_are_listed_and_rotated(run, client):
    assert "No key has been made yet" in run(keys, "list").output
    first = run(keys, "rotate")
    second = run(keys, "rotate", "--overlap-days", "2")
    assert (first.exit_code, second.exit_code) == (0, 0)
    listed = run(keys, "list").output.splitlines()
    assert len(listed) == 2 and "published until" in listed[1]
