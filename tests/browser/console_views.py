"""The console's views, and what is to be seen in them: launches and refusals, people to invite, feedback, platforms in every state."""
from datetime import timedelta

import sqlalchemy as sa

from lti_tool.access.operator import name_operator
from lti_tool.db import Wording, now
from lti_tool.files import make_upload
from lti_tool.files.stored_file import row_of
from lti_tool.lti import LaunchRecord, Platform, add_platform
from lti_tool.lti.administrator import invite
from lti_tool.lti.invitation import invite as invite_platform
from lti_tool.notices.feedback import Feedback
from lti_tool.people import Person
from lti_tool.people.organisation import kept_organisation
from tests.support.files import picture

MARJA, OTTO = "3", "2"  # as the demo platform numbers them
WAITING, OFF = "https://moodle.laurea.example", "https://oppiminen.kymenlaakso.example"


def set_up_console(session) -> dict:
    platform = session.scalars(sa.select(Platform)).unique().one()
    keys, at = dict(issuer=platform.issuer, client_id=platform.client_id), now()
    name_operator(platform.issuer, OTTO)
    invite(platform.id, session.scalar(sa.select(Person.id).where(Person.subject == MARJA)))
    for hours, outcome in enumerate(("launched", "LoginWasElsewhere", "launched", "WrongSignature", "UnknownDeployment", "launched")):
        session.add(LaunchRecord(at=at - timedelta(hours=9 - hours), outcome=outcome, deployment_id="1", detail="", reference="" if outcome == "launched" else "K7PWQ4",
                                 is_verified=outcome == "UnknownDeployment", **keys))
    session.add(Feedback(text="Ruudunlukija ei kerro, milloin uusi lappu tulee.", language="fi", contact="Aino, aino@example.fi", made_at=at, **keys))
    session.add(Feedback(text="Texten är för liten.", language="sv", contact="", made_at=at, handled_at=at, **keys))
    organisation = kept_organisation(**keys)
    organisation.name, organisation.funding = "Etelä-Savon hyvinvointialue", Wording({"fi": "Euroopan unionin osarahoittama"})
    organisation.logo_alternative = Wording({"fi": "Etelä-Savon hyvinvointialue"})
    organisation.logo_id = row_of(make_upload("tunnus.png", picture("PNG", (360, 120)), lambda: ("", True))).id
    waiting = add_platform(WAITING, "Xk2Fq8", None, *[f"{WAITING}/mod/lti/auth.php"] * 3, name="Laurea Moodle")
    waiting.is_pending = True
    add_platform(OFF, "a8821", ["4"], *[f"{OFF}/x"] * 3, name="Kymenlaakson hyvinvointialueen oppimisympäristö").disable()
    for host in ("moodle.laurea.example", "oppiva.savo.example"):
        invite_platform(host)[0].withdraw()
    invite_platform("uusi.savo.example")
    session.flush()
    return {"platform": platform.id, "waiting": waiting.id}


def invited(screen, _numbers):
    screen.locator("#host").fill("https://moodle.savo.example/admin")
    screen.locator("form[action='/console/invitations'] button").click()
    screen.locator("#invitation-address").wait_for()


CONSOLE = "/console/platforms/{platform}"
CONSOLE_VIEWS = [  # name, path, what happens then
    ("console: platforms", "/console/platforms", None),
    ("console: overview", CONSOLE, None),
    ("console: a platform that waits", "/console/platforms/{waiting}", None),
    ("console: launches", f"{CONSOLE}/launches", None),
    ("console: only refusals", f"{CONSOLE}/launches?only=refusals", None),
    ("console: no launches", "/console/platforms/{waiting}/launches", None),
    ("console: courses", f"{CONSOLE}/courses", None),
    ("console: no courses", "/console/platforms/{waiting}/courses", None),
    ("console: administrators", f"{CONSOLE}/administrators", None),
    ("console: nobody found", f"{CONSOLE}/administrators?name=xyzzy", None),
    ("console: no administrators", "/console/platforms/{waiting}/administrators", None),
    ("console: organisation", f"{CONSOLE}/organisation?saved=yes", None),
    ("console: organisation without a logo", "/console/platforms/{waiting}/organisation", None),
    ("console: feedback", f"{CONSOLE}/feedback", None),
    ("console: no feedback", "/console/feedback", None),
    ("console: invitations", "/console/invitations", None),
    ("console: a new invitation", "/console/invitations", invited),
    ("console: keys", "/console/keys", None),
    ("my data of an administrator", "/me?from=/courses/{course}", None),
]
