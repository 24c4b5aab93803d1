"""The letter that tells a facilitator that their course ends."""
import sqlalchemy as sa
from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from ..db import db, transaction
from ..jobs import JobFailed
from ..mail import NotSent, mail_is_set_up, send
from ..people import FACILITATOR, Membership
from ..people.keeping import BY_COURSE, Keeping, keeping_of
from ..people.organisation import ANONYMISE
from ..web.language import known
from ..web.pages import date_words
from .warning import ends_after, is_warned


def send_warning(about: str) -> None:
    """`about` is "membership:7". Does nothing when there is nothing to tell any more. Raises JobFailed."""
    with transaction(writes=False):
        letter = letter_to(int(about.partition(":")[2]))
    if letter:
        try:
            send(*letter)
        except NotSent as problem:
            raise JobFailed(str(problem)) from None


def letter_to(number: int) -> tuple[str, str, str] | None:
    """(address, subject, text), in the language of whoever reads it."""
    member = db.session.scalar(sa.select(Membership).where(Membership.id == number))
    if not mail_is_set_up() or member is None or member.role != FACILITATOR or not member.person.email:
        return None
    course, keeping = member.course, keeping_of(member.course)
    if not is_warned(course, keeping):
        return None
    with force_locale(known(member.person.language) or current_app.config["LANGUAGES"][0]):
        day = date_words(ends_after(course, keeping))
        return member.person.email, _("The course “%(course)s” is kept until %(day)s", course=course.title, day=day), text_of(course.title, day, keeping)


def text_of(course: str, day: str, keeping: Keeping) -> str:
    if keeping.way == ANONYMISE:
        then = _("After that day the names of its people are taken away for good. The texts stay, but nobody can see any more who wrote what.")
    else:
        then = _("After that day everything in it is erased for good: boards, texts, files and names.")
    if keeping.said_by == BY_COURSE:
        longer = _("If you want to keep it longer, open the course in the learning platform, choose “How long it is kept” in the course settings, and set another day.")
    else:
        longer = _("If you want to keep it longer, open the course in the learning platform: each visit moves the day. "
                   "In the course settings, under “How long it is kept”, you can also set a day of your own.")
    return "\n\n".join([
        _("Hello,"), _("The workshops and boards of the course “%(course)s” are kept until %(day)s.", course=course, day=day), then, longer,
        _("There you can also download everything that is in it as one file."),
        _("You get this letter because you facilitate this course. Nobody reads answers to it."), ""])
