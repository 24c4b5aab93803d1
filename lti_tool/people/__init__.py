"""Persons, courses and memberships; and what is held about a person, to be seen, exported and erased.

A membership is the only record of roles. Not here: who is signed in (access) and how they came (lti).
"""
from .arrival import Arrival, arrive
from .course import Course, CourseContext
from .held import Held, erase_person, held_about, register_held
from .listed import Region, WorkRole, list_of
from .membership import FACILITATOR, PARTICIPANT, Membership
from .person import DISPLAY_NAME_LIMIT, Person

__all__ = ["Arrival", "Course", "CourseContext", "DISPLAY_NAME_LIMIT", "FACILITATOR", "Held", "Membership", "PARTICIPANT", "Person", "Region", "WorkRole",
           "arrive", "erase_person", "held_about", "list_of", "register_held"]
