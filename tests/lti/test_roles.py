"""Which role names mean what. Only full names from the vocabulary, and short names as roles in the course."""
import pytest

from lti_tool.lti.roles import is_admin, is_facilitator
from tests.support.cast import VOCABULARY as V

NEITHER, FACILITATOR, ADMIN = (False, False), (True, False), (False, True)


@pytest.mark.parametrize("role, expected", [
    (f"{V}/membership#Instructor", FACILITATOR),
    ("Instructor", FACILITATOR),
    (f"{V}/membership/Instructor#TeachingAssistant", FACILITATOR),
    (f"{V}/membership/Instructor#GuestInstructor", FACILITATOR),
    (f"{V}/membership#TeachingAssistant", FACILITATOR),
    (f"{V}/system/person#Administrator", ADMIN),
    (f"{V}/institution/person#Administrator", ADMIN),
    (f"{V}/membership#Learner", NEITHER),
    (f"{V}/membership/Learner#Instructor", NEITHER),
    (f"{V}/membership#Administrator", NEITHER),
    (f"{V}/membership#ContentDeveloper", NEITHER),
    (f"{V}/institution/person#Instructor", NEITHER),
    (f"{V}/system/person#SysSupport", NEITHER),
    (f"{V}/unknown/x#Instructor", NEITHER),
    (f"{V}/membership/Instructor#Unknown", NEITHER),
    (f"{V}/membership#instructor", NEITHER),
    (f" {V}/membership#Instructor", NEITHER),
    ("https://purl.imsglobal.org/vocab/lis/v2/membership#Instructor", NEITHER),
    ("urn:lti:role:ims/lis/Instructor", NEITHER),
    ("Administrator", NEITHER),
    ("TeachingAssistant", NEITHER),
    ("", NEITHER),
])
def test_a_role(role, expected):
    assert (is_facilitator([role]), is_admin([role])) == expected
    assert (is_facilitator(["Learner", role]), is_admin([role, "Learner"])) == expected
