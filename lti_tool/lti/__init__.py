"""Login, launch, keys and platforms: how a learning platform sends people here (LTI 1.3). The only importer of pylti1p3.

A launch ends in an arrival (people), a visit (access) and an address (activities). What it said otherwise is not kept.
"""
from .grade_problem import PersonIsNotGraded
from .key import ToolKey, signing_key
from .line_item import LineItem, line_items_of
from .platform import Deployment, Platform, add_platform, find_platform
from .record import LaunchRecord
from .roster import ask_for_roster, read_now, read_roster
from .service_problem import ServiceIsNotAllowed, ServiceProblem, problem_named

__all__ = ["Deployment", "LaunchRecord", "LineItem", "PersonIsNotGraded", "Platform", "ServiceIsNotAllowed", "ServiceProblem", "ToolKey", "add_platform", "ask_for_roster", "find_platform", "line_items_of", "problem_named",
           "read_now", "read_roster", "signing_key"]
