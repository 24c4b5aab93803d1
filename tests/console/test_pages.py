"""Every page of the console, full and empty, in every language: sound for assistive technology, and no slower for showing much."""
import io

import pytest
import sqlalchemy as sa

from lti_tool.access.operator import name_operator
from lti_tool.activities import Activity
from lti_tool.db import Wording, db, now
from lti_tool.live import Topic
from lti_tool.lti import add_platform
from lti_tool.lti.administrator import invite
from lti_tool.lti.key import published_keys
from lti_tool.lti.record import LaunchRecord
from lti_tool.notices.feedback import Feedback
from lti_tool.people import Course, CourseContext, Membership, Person
from tests.architecture.test_html import faults
from tests.support.bulk import counted
from tests.support.cast import ADMIN, COURSES, FACILITATOR, MARJA, OTTO
from tests.support.cast import Person as Actor
from tests.support.files import GOOD
from tests.support.platform import LearningPlatform
from tests.support.pseudo import LANGUAGE, speak_pseudo, untranslated
from tests.support.scene import Scene, address, routes
from tests.support.visitor import Visitor

from .conftest import KAISA, Console

pytestmark = pytest.mark.usefixtures("in_english")

SECTIONS = ("", "launches", "launches?only=refusals", "courses", "administrators", "administrators?name=zzz", "organisation", "feedback")
OPERATING = ("/console/platforms", "/console/invitations", "/console/keys", "/console/feedback")
FEW, MANY = 5, 60


@pytest.fixture
def database_url(sqlite_url):
    """Pages are the same on both databases: one is enough."""
    return sqlite_url


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_is_sound_empty_and_full(app, enter, console, platform, language):
    with console.writing():
        name_operator(platform.issuer, KAISA.sub)
    otto, kaisa = enter(OTTO._replace(locale=f"{language}-FI")), enter(KAISA._replace(locale=f"{language}-FI"))
    pages = {f"{visitor.person.given_name}: {path}, empty": visitor.open(path)
             for visitor in (otto, kaisa) for path in [console.path(section) for section in SECTIONS] + ([*OPERATING] if visitor is kaisa else [])}
    scene = Scene(app, enter)
    fill(console, platform, FEW)
    with console.writing():
        invite(console.number, db.session.scalar(sa.select(Person.id).where(Person.subject == MARJA.sub)))
        add_platform("https://waiting.example", "c", None, *["https://waiting.example/x"] * 3).is_pending = True
        add_platform(platform.issuer, "another", ["1"], *["https://moodle.example/x"] * 3).disable()
    otto, kaisa = enter(OTTO._replace(locale=f"{language}-FI")), enter(KAISA._replace(locale=f"{language}-FI"))
    for method, rule, endpoint in routes(app):
        if method == "GET" and rule.startswith("/console") and endpoint != "platforms.begin":
            for visitor in (otto, kaisa):
                pages[f"{visitor.person.given_name}: {rule}"] = visitor.open(address(rule, scene.things()))
    pages |= {f"{visitor.person.given_name}: {section}": visitor.open(console.path(section)) for visitor in (otto, kaisa) for section in SECTIONS}
    pages["a new invitation"] = kaisa.ask("POST", "/console/invitations", data={"host": "uusi.example"})
    pages["refused"] = otto.post(console.path(), name="")
    for number, (name, seen) in enumerate(pages.items()):
        assert seen.status in (200, 404, 422), name
    wrong = [f"{name}: {fault}" for name, seen in pages.items() for fault in faults(seen, language)]
    assert not wrong, "\n".join(wrong)


def fill(console, platform, count):
    """So many of everything the console lists."""
    with console.writing() as session:
        keys, at = dict(issuer=platform.issuer, client_id=platform.client_id), now()
        for number in range(count):
            course = Course(title=f"Kurssi {number}", languages=["fi"], topic=Topic(), opened_at=at)
            person = Person(issuer=platform.issuer, subject=f"opettaja-{count}-{number}", platform_name=f"Opettaja {number}", arrived_at=at)
            session.add_all([course, person])
            session.flush()
            session.add(CourseContext(course_id=course.id, deployment_id="1", context_id=f"{count} {number}", **keys))
            session.add(Membership(course_id=course.id, person=person, number=1, launched_as="facilitator", arrived_at=at, seen_at=at))
            session.execute(sa.insert(Activity.__table__).values(course_id=course.id, topic_id=course.topic_id, kind="board", title=Wording({"fi": "Taulu"}), state="open",
                                                                 position="a0", version=1, made_at=at))
            session.add(LaunchRecord(at=at, outcome="WrongSignature" if number % 2 else "launched", detail="", reference="ABC", is_verified=False, **keys))
            session.add(Feedback(text="Palaute", language="fi", contact="", made_at=at, **keys))
            session.flush()
            if number % 2:
                invite(console.number, person.id)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_asks_as_little_of_much_as_of_a_little(app, otto, console, platform, section):
    def asked():
        otto.open(console.path(section))
        app.extensions["lti_frame_origins"].clear()
        with counted(app) as statements:
            assert otto.open(console.path(section)).status == 200
        return len(statements)

    fill(console, platform, FEW)
    few = asked()
    fill(console, platform, MANY)
    assert few == asked() <= 14


def test_the_list_of_platforms_asks_as_little_of_many_as_of_few(app, kaisa, console):
    def asked():
        app.extensions["lti_frame_origins"].clear()
        with counted(app) as statements:
            assert kaisa.open("/console/platforms").status == 200
        return len(statements)

    def add(count, name):
        with console.writing():
            for number in range(count):
                add_platform(f"https://{name}-{number}.example", "c", ["1"], *["https://moodle.example/x"] * 3)

    add(FEW, "few")
    few = asked()
    add(MANY, "many")
    assert few == asked() <= 14


def test_no_page_says_a_word_that_cannot_be_translated(own_app, app, tmp_path, monkeypatch):
    speak_pseudo(app, tmp_path / "pseudo")
    monkeypatch.setitem(COURSES, "kkv", "Курс")
    app.config["HELP_CONTACT"] = "Отто"
    platform = LearningPlatform(client_id="1001", name="Платформа")
    platform.register(app)
    console = Console(app, platform)
    otto = Visitor(app, platform, Actor("1", "Отто", "Ниеми", ADMIN, locale=LANGUAGE)).launch(link="1")
    app.config["OPERATORS"] = [f"{platform.issuer} 31"]
    kaisa = Visitor(app, platform, Actor("31", "Кайса", "Ховила", FACILITATOR, locale=LANGUAGE)).launch(role="participant", link="1")
    Visitor(app, platform, Actor("2", "Марья", "Каллиойнен", FACILITATOR, locale=LANGUAGE)).launch(link="1")
    pages = [*SECTIONS, "administrators?name=Ж"]
    seen = [visitor.open(path) for visitor in (otto, kaisa) for path in ["/console", *map(console.path, pages), *(OPERATING if visitor is kaisa else ())]]
    platform.launch(app.test_client(), otto.person, deployment_id="77")
    with console.writing() as session:
        at, keys = now(), dict(issuer=platform.issuer, client_id=platform.client_id)
        session.add_all([Feedback(text="Жалоба", language="fi", contact="Ж", made_at=at, **keys), Feedback(text="Жалоба", language="fi", contact="", made_at=at, handled_at=at, **keys)])
        session.add(LaunchRecord(at=at, outcome="GoneReason", detail="", reference="", is_verified=True, **keys))
        add_platform("https://2.example", "2", None, *["https://2.example/2"] * 3, name="Ж").is_pending = True
        add_platform(platform.issuer, "3", ["1"], *["https://moodle.example/3"] * 3, name="Ж").disable()
    kaisa.post("/console/keys", days="7")
    otto.post(console.path("organisation"), way_to_end="erase", retention_months="7", **{"funding-fi": "Ж"})
    otto.ask("POST", console.path("organisation/logo"), data={"alternative-fi": "Ж", "file": (io.BytesIO(GOOD["kaavio.png"]), "1.png")})
    otto.submit(console.path("administrators"), person_id=str(console.ask(sa.select(Person.id).where(Person.subject == "2"))))
    invitation = kaisa.ask("POST", "/console/invitations", data={"host": "1.2"})
    kaisa.submit("/console/invitations/1/withdrawal")
    kaisa.post("/console/invitations", host="3.4")
    seen += [invitation] + [visitor.open(path) for visitor in (otto, kaisa) for path in ["/console", *map(console.path, pages), "/console/platforms/2", "/console/platforms/3",
                                                                                        *OPERATING, "/me"]]
    seen += [kaisa.submit(console.path("enabling"), enabled="no"), otto.open(console.path()), kaisa.post("/console/keys", days="x"), kaisa.post("/console/invitations", host="-"),
             otto.post(console.path("organisation"), retention_months="x", way_to_end="erase"), otto.post(console.path("administrators"), person_id="1234"),
             kaisa.post(console.path("connection"), deployments=""), kaisa.post(console.path("connection"), deployments="1", frame_origins="4")]
    with app.app_context():
        data = [key.kid for key in published_keys()] + ['placeholder="moodle.example"']
    found = {word: page.path for page in seen for word in untranslated(without(page.html, data)) if page.status not in (302, 404)}
    assert found == {}


def without(html: str, data) -> str:
    for one in data:
        html = html.replace(one, "")
    return html
