"""Who may frame the pages of somebody who is here: their own platform, and nobody else."""
import pytest

from lti_tool.db import transaction
from lti_tool.lti import find_platform
from lti_tool.lti.platform import UnsuitablePlatform
from tests.support.cast import AINO
from tests.support.platform import TOOL, LearningPlatform


def framers(client, address):
    policy = client.get(address, base_url=TOOL).headers["Content-Security-Policy"]
    return policy.partition("frame-ancestors ")[2].split()


@pytest.fixture
def stored(app, platform):
    def change(**values):
        with app.app_context(), transaction():
            find_platform(platform.issuer, platform.client_id).change(**values)
        app.extensions["lti_frame_origins"].clear()  # in place of waiting five seconds
    return change


def test_the_platform_of_the_person_and_nobody_else(app, platform, client):
    LearningPlatform(issuer="https://canvas.example", client_id="client-2").register(app)
    place = platform.arrive(client, AINO)
    assert framers(client, place) == ["'self'", "https://moodle.example"]


def test_a_stranger_is_framed_by_nobody(platform, client):
    assert framers(client, "/healthz") == ["'self'"]


def test_origins_can_be_added_and_those_of_the_login_count(platform, client, stored):
    place = platform.arrive(client, AINO)
    stored(frame_origins=["https://school.example:8443/"], auth_login_url="https://sso.example/auth")
    assert framers(client, place) == ["'self'", "https://moodle.example", "https://sso.example", "https://school.example:8443"]


def test_changes_are_noticed_within_five_seconds(app, platform, client, monkeypatch):
    from lti_tool.lti import framing

    place = platform.arrive(client, AINO)
    assert framers(client, place) == ["'self'", "https://moodle.example"]
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).change(frame_origins=["https://school.example"])
    began = framing.time.monotonic()
    monkeypatch.setattr(framing.time, "monotonic", lambda: began + 5.1)
    assert "https://school.example" in framers(client, place)


def test_a_disabled_platform_frames_nothing(app, platform, client):
    place = platform.arrive(client, AINO)
    with app.app_context(), transaction():
        find_platform(platform.issuer, platform.client_id).disable()
    app.extensions["lti_frame_origins"].clear()
    assert framers(client, place) == ["'self'"]


@pytest.mark.parametrize("origin", ["moodle.example", "http://moodle.example", "https://moodle.example/path", "https://a.example; script-src *",
                                    "https://a.example https://b.example", "https://*.example", "https:", "", 7])
def test_an_origin_can_carry_nothing_else_into_the_header(origin, app, platform, stored):
    with pytest.raises(UnsuitablePlatform):
        stored(frame_origins=[origin])
