"""Activities of a course: what boards (and later walls and modules) have in common, the course's home, and what links open."""
from .activity import ARCHIVED, CLOSED, DRAFT, OPEN, STATES, TITLE_LIMIT, Activity, ActivityIsClosed
from .kinds import Card, Kind, Start, kind_of, register_kind
from .placement import Placement, placed_address, placement_of

__all__ = ["ARCHIVED", "Activity", "ActivityIsClosed", "CLOSED", "Card", "DRAFT", "Kind", "OPEN", "Placement", "STATES", "Start",
           "TITLE_LIMIT", "kind_of", "placed_address", "placement_of", "register_kind"]
