"""What facilitators do about a thing. Each answers its entry in the log, or None when it was so already: somebody else was faster."""
from flask_babel import gettext as _

from ..db import db, now
from ..db.traces import wipe_traces_after_commit
from ..live import announce
from ..people import Course
from ..web import Refusal
from .answer import answers_seen
from .log import DISMISSED, ENDED, HIDDEN, PUBLISHED, REDACTED, REMOVED, REOPENED, RETURNED, SHOWN, STOPPED, WAITS, LogEntry, last_about, record
from .moderated import kind_of
from .report import close_reports, must_not_be_own_alone, open_reports, reopen_reports
from .spoken import forget_spoken
from .stop import WritingStop, end_stop, stop_author_of, stop_on


class NotThere(Refusal):
    """The words that were to be taken out do not stand in the text."""

    status = 422

    def words(self):
        return (_("These words do not stand in the text"), _("Nothing was taken out."), _("Copy the words from the text exactly as they stand there."))


def tell(thing, viewer) -> None:
    """Pages that show it, and the homes of the facilitators. In this order: the course's topic is locked after the activity's."""
    kind_of(thing.part).tell(thing)
    announce_to_facilitators(viewer)


def announce_to_facilitators(viewer) -> None:
    announce(db.session.get(Course, viewer.course).topic_id, f"home:{viewer.course}", to="facilitators")


def handled(thing, entry: LogEntry, viewer) -> LogEntry:
    answers_seen(thing.part, now())
    tell(thing, viewer)
    return entry


def hide(thing, viewer, reason: str, words: str) -> LogEntry | None:
    """Reports are answered by it, but for one's own thing: that another facilitator decides."""
    if thing.is_hidden or thing.deleted_at is not None:
        return None
    entry = record(thing, HIDDEN, viewer.person, reason=reason, words=words, was=thing.hide())
    if not thing.is_by(viewer.own):
        close_reports(thing, entry)
    return handled(thing, entry, viewer)


def show_again(thing, viewer) -> LogEntry | None:
    """In the state it had. Raises ReportIsAboutOwn."""
    must_not_be_own_alone(thing, viewer)
    if not thing.is_hidden:
        return None
    hidden = last_about(thing.part, HIDDEN)
    thing.show_again(hidden.was if hidden else "")
    return handled(thing, record(thing, SHOWN, viewer.person), viewer)


def dismiss(thing, viewer) -> LogEntry | None:
    """Its reports are closed, and it stays as it is. Raises ReportIsAboutOwn."""
    must_not_be_own_alone(thing, viewer)
    if not open_reports(thing.part):
        return None
    entry = record(thing, DISMISSED, viewer.person)
    close_reports(thing, entry)
    return handled(thing, entry, viewer)


def publish(thing, viewer) -> LogEntry | None:
    approval = kind_of(thing.part).approval
    if not approval or not approval.waits(thing):
        return None
    approval.publish(thing)
    return handled(thing, record(thing, PUBLISHED, viewer.person), viewer)


def send_back(thing, viewer, words: str) -> LogEntry | None:
    approval = kind_of(thing.part).approval
    if not approval or not approval.waits(thing):
        return None
    approval.send_back(thing)
    return handled(thing, record(thing, RETURNED, viewer.person, words=words), viewer)


def stop_author(thing, viewer, until, words: str) -> LogEntry | None:
    """Raises AuthorIsAFacilitator."""
    if stop_on(thing.part) is not None:
        return None
    stop = stop_author_of(thing, viewer.course, until, words)
    return handled(thing, record(thing, STOPPED, viewer.person, stop_id=stop.id), viewer)


def let_write(stop: WritingStop, thing, viewer) -> LogEntry | None:
    """`thing` is None when it is gone for good: then nothing is left to write in the log about."""
    if not stop.lasts:
        return None
    end_stop(stop)
    announce_to_facilitators(viewer)
    return record(thing, ENDED, viewer.person, stop_id=stop.id) if thing is not None else None


def take_out(thing, viewer, words: str) -> LogEntry:
    """Irreversible. Raises NotThere."""
    if not kind_of(thing.part).take_out(thing, words, viewer.person):
        raise NotThere
    return gone(thing, record(thing, REDACTED, viewer.person), viewer)


def remove(thing, viewer) -> LogEntry | None:
    """Irreversible, the whole text with its files."""
    if thing.removed_at is not None:
        return None
    kind_of(thing.part).remove(thing, viewer.person)
    entry = record(thing, REMOVED, viewer.person)
    close_reports(thing, entry)
    return gone(thing, entry, viewer)


def gone(thing, entry: LogEntry, viewer) -> LogEntry:
    forget_spoken(thing.part)
    wipe_traces_after_commit()
    return handled(thing, entry, viewer)


def undo(entry: LogEntry, thing, viewer) -> LogEntry | None:
    """The other way round, as an entry of its own; None where something has been done since. Raises ReportIsAboutOwn."""
    if not entry.is_last or thing.removed_at is not None:
        return None
    done = UNDO[entry.verb](entry, thing, viewer)
    if done is not None:
        reopen_reports(entry)
    return done


def undo_shown(entry, thing, viewer):
    hidden = last_about(thing.part, HIDDEN)
    return hide(thing, viewer, hidden.reason, hidden.words) if hidden else None


def undo_approval(entry, thing, viewer):
    approval = kind_of(thing.part).approval
    return handled(thing, record(thing, WAITS, viewer.person), viewer) if approval and approval.wait_again(thing) else None


def undo_dismissed(entry, thing, viewer):
    must_not_be_own_alone(thing, viewer)
    return handled(thing, record(thing, REOPENED, viewer.person), viewer)


def undo_stopped(entry, thing, viewer):
    stop = db.session.get(WritingStop, entry.stop_id)
    return let_write(stop, thing, viewer) if stop else None


def undo_ended(entry, thing, viewer):
    stop = db.session.get(WritingStop, entry.stop_id)
    if stop is None or stop.lasts:
        return None
    stop.ended_at = None
    return handled(thing, record(thing, STOPPED, viewer.person, stop_id=stop.id), viewer)


UNDO = {HIDDEN: lambda entry, thing, viewer: show_again(thing, viewer), SHOWN: undo_shown, PUBLISHED: undo_approval, RETURNED: undo_approval,
        DISMISSED: undo_dismissed, STOPPED: undo_stopped, ENDED: undo_ended}
