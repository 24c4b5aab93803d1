"""A workshop as a file for calendars (RFC 5545): one event, in UTC."""
from flask_babel import gettext as _

from ..web import current_language
from .occasion import Occasion

PRODUCT = "-//lti-tool//workshops//EN"


def calendar_file(occasion: Occasion, host: str) -> bytes:
    """In the reader's language. Whoever takes it in anew gets the changed event in the place of the earlier one: its UID stays, its SEQUENCE grows
    with every change of the time and of the board's title."""
    from icalendar import Calendar, Event  # takes half a second to load, and few ask for it

    board, reading = occasion.board, (current_language(), *occasion.board.course.languages)
    title, goal = board.title.best(*reading).text, occasion.goal.best(*reading).text
    event = Event()
    event.add("uid", f"workshop-{board.id}@{host}")
    event.add("dtstamp", occasion.changed_at)
    event.add("sequence", occasion.sequence + board.version)
    event.add("dtstart", occasion.starts_at)
    event.add("dtend", occasion.ends_at)
    event.add("summary", title)
    event.add("description", "\n\n".join(filter(None, [title, goal, occasion.meeting_link and _("Meeting: %(link)s", link=occasion.meeting_link)])))
    if occasion.meeting_link:
        event.add("location", occasion.meeting_link)
        event.add("url", occasion.meeting_link)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
