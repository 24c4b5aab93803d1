"""Nobody of one platform can see or change anything of another: every address of the console, asked by everybody who might try."""
import pytest

from lti_tool.db import db, now, transaction
from lti_tool.lti.record import LaunchRecord
from lti_tool.notices.feedback import Feedback
from tests.support.cast import AINO, MARJA, OTTO
from tests.support.scene import FORM, Scene, address, routes
from tests.support.visitor import Visitor

from .conftest import Console

pytestmark = pytest.mark.usefixtures("in_english")

OWN = ("/console",)  # leads everybody to what is theirs
LOGO = "/organisations/<int:organisation_id>/logo"
OPERATING = {("GET", "/console/platforms"), ("GET", "/console/feedback"), ("GET", "/console/invitations"), ("POST", "/console/invitations"),
             ("POST", "/console/invitations/<int:invitation_id>/withdrawal"), ("GET", "/console/keys"), ("POST", "/console/keys"),
             ("POST", "/console/platforms/<int:platform_id>/connection"), ("POST", "/console/platforms/<int:platform_id>/approval"),
             ("POST", "/console/platforms/<int:platform_id>/enabling")}


@pytest.fixture
def scene(app, enter):
    return Scene(app, enter)


def doors(app) -> list[tuple[str, str]]:
    found = [(method, rule) for method, rule, _endpoint in routes(app) if rule.startswith(("/console", "/organisations"))]
    assert len(found) >= 25 and OPERATING <= set(found)
    return found


def tried(scene, app, visitor, allowed=()) -> list[str]:
    """What was answered otherwise than with "there is nothing here", leaving out what is `allowed`."""
    console, things = Console(app, visitor.platform), scene.things()
    before, opened = console.everything(), []
    for method, rule in doors(app):
        if rule not in allowed:
            seen = visitor.ask(method, address(rule, things), data=FORM if method == "POST" else None)
            if seen.status != 404:
                opened.append(f"{method} {rule}: {seen.status}")
    assert console.everything() == before
    return opened


def test_a_stranger_is_told_to_sign_in_and_nothing_changes(scene, app, platform):
    stranger, console, things = Visitor(app, platform, None), Console(app, platform), scene.things()
    before = console.everything()
    for method, rule in doors(app):
        assert stranger.ask(method, address(rule, things), data=FORM if method == "POST" else None).status == 401, rule
    assert console.everything() == before


@pytest.mark.parametrize("who", ["participant", "facilitator", "co-facilitator", "facilitator elsewhere"])
def test_members_of_courses_find_nothing_but_the_logo(scene, app, who):
    assert tried(scene, app, scene.visitors[who], allowed=[LOGO]) == []


def test_the_administrator_of_another_platform_finds_nothing(scene, app, liisa, elsewhere):
    assert tried(scene, app, liisa, allowed=OWN) == []
    assert liisa.open("/console").leads_to == Console(app, elsewhere).path()


def test_the_administrator_of_another_client_of_the_same_issuer_finds_nothing(scene, app, tapio, sibling):
    assert tried(scene, app, tapio, allowed=OWN) == []
    assert tapio.open("/console").leads_to == Console(app, sibling).path()


def test_an_administrator_may_do_nothing_of_what_is_for_operators(scene, app):
    otto, console, things = scene.visitors["course admin"], Console(app, scene.visitors["course admin"].platform), scene.things()
    before = console.everything()
    for method, rule in OPERATING:
        assert otto.ask(method, address(rule, things), data=FORM if method == "POST" else None).status == 404, rule
    assert console.everything() == before


def test_an_operator_finds_everything(scene, app):
    wrong = []
    for method, rule in doors(app):
        seen = scene.visitors["operator"].ask(method, address(rule, scene.things()), data=FORM if method == "POST" else None)
        if seen.status >= 400 and seen.status != 422:
            wrong.append((method, rule, seen.status))
    assert not wrong


def test_what_somebody_sees_of_their_own_platform_says_nothing_of_others(scene, app, liisa, tapio, elsewhere, sibling):
    """Launches, courses, people, feedback and all else: only of that issuer and client together."""
    with app.app_context(), transaction():
        for platform, word in ((scene, "oma"), (elsewhere, "vieras"), (sibling, "sisko")):
            db.session.add(Feedback(issuer=platform.issuer, client_id=platform.client_id, text=f"Palaute {word}", language="fi", contact="", made_at=now()))
            db.session.add(LaunchRecord(at=now(), issuer=platform.issuer, client_id=platform.client_id, deployment_id=f"jakelu-{word}", outcome="WrongSignature",
                                        detail="", reference=f"VIITE-{word}"[:12], is_verified=False))
    for visitor, platform, own, others in ((scene.visitors["course admin"], scene, "oma", ("vieras", "sisko")), (tapio, sibling, "sisko", ("oma", "vieras")),
                                           (liisa, elsewhere, "vieras", ("oma", "sisko"))):
        path = Console(app, platform).path
        pages = " ".join(visitor.open(path(section)).text for section in ("", "launches", "courses", "administrators", "organisation", "feedback"))
        assert f"Palaute {own}" in pages and f"jakelu-{own}" in pages
        for other in others:
            assert f"Palaute {other}" not in pages and f"jakelu-{other}" not in pages
    liisas = " ".join(liisa.open(Console(app, elsewhere).path(section)).text for section in ("courses", "administrators"))
    assert "Kirjaamisen" not in liisas and OTTO.family_name not in liisas and MARJA.family_name not in liisas and AINO.family_name not in liisas


def test_a_form_of_another_person_s_page_is_not_taken(scene, app, platform):
    """A shared computer: the page was Otto's, the session is somebody else's."""
    kaisa, console = scene.visitors["operator"], Console(app, platform)
    before = console.everything()
    assert kaisa.post(console.path(), name="Väärä", person="x" * 20).status == 409
    assert kaisa.post("/console/keys", days="7", person="x" * 20).status == 409
    assert kaisa.post(console.path("organisation/logo"), person="x" * 20, **{"alternative-fi": "Tunnus"}).status == 409
    assert console.everything() == before
