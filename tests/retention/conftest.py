"""A course in which people have done everything that leaves a trace, and a look at what is left of it."""
import io
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from lti_tool.db import Wording, db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.lti.deep_linking_request import DeepLinkingRequest
from lti_tool.lti.platform import Platform
from lti_tool.lti.report import LaunchReport
from lti_tool.people import Course, GroupMember, Membership, Person, PlatformGroup, Region, RosterEntry
from lti_tool.people.organisation import organisation_at
from tests.support.cast import AINO, EEVA, MARJA, ORJAN
from tests.support.files import GOOD
from tests.support.visitor import Visitor


@pytest.fixture(autouse=True)
def days_as_the_clock_s(app):
    """Or a test near midnight would count one more."""
    app.config["TIME_ZONE"] = "UTC"


@pytest.fixture
def marja(enter, board) -> Visitor:
    """Facilitates, and reads English, so that words can be looked for."""
    return enter(MARJA._replace(locale="en"))


@pytest.fixture
def organisation(app, platform):
    def change(**values):
        with app.app_context(), transaction():
            known = organisation_at(platform.issuer, platform.client_id)
            for name, value in values.items():
                setattr(known, name, value)
            db.session.add(known)
    return change


@pytest.fixture
def hour(app, clock):
    """hour(days=3) lets so much time go by; then the hourly chores are done."""
    def hour(**by):
        clock.forward(**by)
        assert do_chores(app) == []
    return hour


class Lived(NamedTuple):
    """Aino is in this course only, Örjan in another one too."""

    aino: Visitor
    orjan: Visitor
    notes: list[int]
    people: dict[str, int]


@pytest.fixture
def lived(app, board, marja, enter, platform) -> Lived:
    aino, orjan = enter(AINO), enter(ORJAN)
    orjan.launch(course="perehdytys", link="l7")
    orjan.launch()
    enter(EEVA)
    marja.post(f"{board.path}/voting", open="yes", votes_each="3")
    first, second = board.note(aino, "Ainon ajatus"), board.note(orjan, "Örjans tanke", language="sv", column=1)
    aino.send(f"/notes/{first}", text="Ainon uusi ajatus", version="1", colour="leaf", language="fi")
    marja.send(f"/notes/{first}/position", column=board.columns[1], after="")
    aino.send(f"/notes/{second}/comments", text="Ainon kommentti", language="fi")
    for visitor in (aino, marja):
        visitor.send(f"/notes/{second}/reactions", on="thanks")
        visitor.send(f"/notes/{second}/vote")
    aino.send(f"/notes/{first}/attachments", file=(io.BytesIO(GOOD["kuva.jpg"]), "kuva.jpg"), alternative="Kuva")
    aino.send(f"/notes/{board.note(aino, 'Poistettu ajatus')}/deletion")
    aino.post("/me/settings", name="Ainon nimi")
    aino.post("/tickets", address=board.path)
    with app.app_context(), transaction():
        members = {m.person.subject: m for m in db.session.scalars(sa.select(Membership).where(Membership.course_id == board.course))}
        region = db.session.scalar(sa.select(Region.id).where(Region.course_id == board.course).limit(1))
        members[AINO.sub].region_id = region
        at, platform_id = app.extensions["clock"](), db.session.scalar(sa.select(Platform.id))
        group = PlatformGroup(course_id=board.course, number="17", name=Wording({"fi": "Itä"}), found_at=at)
        db.session.add(group)
        db.session.flush()
        db.session.add(GroupMember(group_id=group.id, membership_id=members[AINO.sub].id))
        for person, name in ((AINO, "Aino Sarapuisto"), (EEVA, "Eeva Kuusiluoma")):
            listed = db.session.scalar(sa.select(RosterEntry).filter_by(course_id=board.course, issuer=platform.issuer, subject=person.sub))
            if listed is None:
                db.session.add(RosterEntry(course_id=board.course, issuer=platform.issuer, subject=person.sub, name=name, role="participant", listed_at=at))
        if db.session.scalar(sa.select(LaunchReport).filter_by(membership_id=members[MARJA.sub].id)) is None:
            db.session.add(LaunchReport(membership_id=members[MARJA.sub].id, platform_id=platform_id, at=at, facts={"roles": ["Instructor"]}))
        db.session.add(DeepLinkingRequest(membership_id=members[MARJA.sub].id, platform_id=platform_id, deployment_id="1", settings="salattu", made_at=at, ends_at=at))
        return Lived(aino, orjan, [first, second], {person.subject: person.id for person in db.session.scalars(sa.select(Person))})


@pytest.fixture
def course(app, board):
    """course("warned_at") is that of the course."""
    def value(name):
        with app.app_context(), transaction(writes=False):
            return getattr(db.session.get(Course, board.course), name)
    return value
