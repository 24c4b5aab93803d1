"""Persons, courses and memberships; and what is held about a person, to be seen, exported and erased.

A membership is the only record of roles. Not here: who is signed in (access) and how they came (lti).
"""
from .arrival import Arrival, arrive
from .contacts import contact_of, keys_of
from .course import Course, CourseContext
from .held import Held, erase_person, held_about, of_no_course, register_held
from .listed import Region, WorkRole, list_of, region_numbers
from .group import GroupMember, PlatformGroup, groups_of, members_of_group, take_groups
from .membership import FACILITATOR, PARTICIPANT, Membership
from .organisation import Organisation, organisation_of
from .person import DISPLAY_NAME_LIMIT, Person
from .roster import RosterEntry, RosterMember, came_back, roster_state, take_roster

__all__ = ["Arrival", "Course", "CourseContext", "DISPLAY_NAME_LIMIT", "FACILITATOR", "GroupMember", "Held", "Membership", "Organisation", "PARTICIPANT",
           "Person", "PlatformGroup", "Region", "RosterEntry", "RosterMember", "WorkRole", "arrive", "came_back", "contact_of", "erase_person", "groups_of",
           "held_about", "keys_of", "list_of", "members_of_group", "of_no_course", "organisation_of", "region_numbers", "register_held", "roster_state",
           "take_groups", "take_roster"]
