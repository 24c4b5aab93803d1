"""Search over everything that stands in a course. Rooms above say what can be found, and who sees it; here it is kept, asked for and shown."""
from .entry import Entry
from .findable import Findable, Found, Told, in_sight_of_activity, register_choices, register_findable
from .keeping import rebuild, write_anew

__all__ = ["Entry", "Findable", "Found", "Told", "in_sight_of_activity", "rebuild", "register_choices", "register_findable", "write_anew"]
