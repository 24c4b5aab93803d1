"""Every page of the console, full and empty, in every language: sound for assistive technology, and no slower for showing much."""
import pytest
import sqlalchemy as sa

from lti_tool.access.operator import name_operator
from lti_tool.activities import Activity
from lti_tool.db import Wording, db, now
from lti_tool.live import Topic
from lti_tool.lti import add_platform
from lti_tool.lti.administrator import invite
from lti_tool.lti.record import LaunchRecord
from lti_tool.notices.feedback import Feedback
from lti_tool.people import Course, CourseContext, Membership, Person
from tests.architecture.test_html import faults
from tests.support.bulk import counted
from tests.support.cast import MARJA, OTTO
from tests.support.scene import Scene, address, routes

from .conftest import KAISA

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
    otto, kaisa = enter(OTTO._replace(locale=language)), enter(KAISA._replace(locale=language))
    pages = {f"{visitor.person.given_name}: {path}, empty": visitor.open(path)
             for visitor in (otto, kaisa) for path in [console.path(section) for section in SECTIONS] + ([*OPERATING] if visitor is kaisa else [])}
    scene = Scene(app, enter)
    fill(console, platform, FEW)
    with console.writing():
        invite(console.number, db.session.scalar(sa.select(Person.id).where(Person.subject == MARJA.sub)))
        add_platform("https://waiting.example", "c", None, *["https://waiting.example/x"] * 3).is_pending = True
        add_platform(platform.issuer, "another", ["1"], *["https://moodle.example/x"] * 3).disable()
    otto, kaisa = enter(OTTO._replace(locale=language)), enter(KAISA._replace(locale=language))
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
