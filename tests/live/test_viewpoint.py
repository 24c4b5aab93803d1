"""Who notices a change, and from where they see it."""
import pytest

from lti_tool.live import Viewer, Viewpoint

AINO = Viewer(topic=4, course=1, person=7, role="participant", language="sv")
MARJA = AINO._replace(person=2, role="facilitator", language="fi")
ALL_PARTICIPANTS, ALL_FACILITATORS = Viewpoint("participant", "sv"), Viewpoint("facilitator", "fi")


@pytest.mark.parametrize(("audience", "aino", "marja"), [
    ("everyone", ALL_PARTICIPANTS, ALL_FACILITATORS),
    ("facilitators", None, ALL_FACILITATORS),
    ("participants", ALL_PARTICIPANTS, None),
    ("person:7", AINO.own, None),
    ("facilitators person:7", AINO.own, ALL_FACILITATORS),
    ("everyone person:7", AINO.own, ALL_FACILITATORS),
    ("person:77 person:70", None, None),
    ("", None, None),
])
def test_is_heard_by(audience, aino, marja):
    assert (AINO.hears(audience), MARJA.hears(audience)) == (aino, marja)


def test_all_of_a_role_who_read_one_language_share_a_viewpoint():
    assert AINO.hears("everyone") == AINO._replace(person=8).hears("everyone")
    assert AINO.hears("everyone") != AINO._replace(language="en").hears("everyone")


def test_ones_own_viewpoint_is_nobody_elses():
    assert AINO.own != AINO._replace(person=8).own
    assert MARJA.own.facilitates and not AINO.own.facilitates
