"""Open edX's LTI consumer launches the tool: another platform's own idea of the specification."""
import pytest
import sqlalchemy as sa

from lti_tool.db import db
from lti_tool.people import Membership
from tests.support.cast import AINO, MARJA, OTTO


@pytest.mark.parametrize("person, role", [(AINO, "participant"), (MARJA, "facilitator")])
def test_it_launches(app, open_edx, client, person, role):
    response = open_edx.launch(client, person)
    assert response.status_code == 303, response.text
    with app.app_context():
        membership = db.session.scalars(sa.select(Membership)).one()
        assert (membership.role, membership.person.subject, membership.course.title) == (role, person.sub, "Kirjaamisen kehittäjäverkosto")


def test_whoever_looks_after_all_of_open_edx_is_a_course_admin(app, open_edx, client):
    open_edx.cast.roles[OTTO.sub] = "global_staff"
    assert open_edx.launch(client, OTTO).status_code == 303
    with app.app_context():
        membership = db.session.scalars(sa.select(Membership)).one()
        assert (membership.role, membership.is_course_admin) == ("facilitator", True)
