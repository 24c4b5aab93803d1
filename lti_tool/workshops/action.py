"""A note that says what is to be done: by whom, until when, and whether it is. Who that is stands there in words and is no person of ours; who wrote the note is not said."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from ..activities import DRAFT, Activity
from ..boards import Column, Note
from ..boards.reading import concealed_columns
from ..db import Instant, db, now
from ..live import announce
from .occasion import Occasion

WHO_LIMIT = 80


class ActionMark(db.Model):
    __tablename__ = "action_mark"
    note_id: Mapped[int] = mapped_column(sa.ForeignKey("note.id", ondelete="CASCADE"), primary_key=True)
    who: Mapped[str] = mapped_column(sa.String(WHO_LIMIT), default="")
    due_on: Mapped[object | None] = mapped_column(sa.Date)
    done: Mapped[bool] = mapped_column(default=False)
    marked_at: Mapped[object] = mapped_column(Instant)
    note: Mapped[Note] = relationship()


def action_of(note_id: int) -> ActionMark | None:
    return db.session.get(ActionMark, note_id)


def mark_as_action(note: Note, who: str, due_on, done: bool) -> ActionMark:
    action = action_of(note.id)
    if action is None:
        action = ActionMark(note_id=note.id, note=note, marked_at=now())
        db.session.add(action)
    action.who, action.due_on, action.done = who, due_on, done
    db.session.flush()
    return action


def standing_actions():
    """Of boards in a series or by themselves: nothing deleted or removed, nothing that people do not see yet, nothing of drafts.
    By the day until which they are due: what is ticked off stays where it stands."""
    return (sa.select(ActionMark).join(ActionMark.note).join(Note.column).join(Activity, Activity.id == Note.activity_id)
            .options(contains_eager(ActionMark.note).contains_eager(Note.column))
            .where(Note.deleted_at.is_(None), Note.hidden_at.is_(None), Note.removed_at.is_(None), Column.deleted_at.is_(None), ~concealed_columns(), Activity.deleted_at.is_(None), Activity.state != DRAFT)
            .order_by(ActionMark.due_on.is_(None), ActionMark.due_on, ActionMark.note_id))


def actions_in(series_id: int) -> list[ActionMark]:
    """Of all its workshops."""
    return list(db.session.scalars(standing_actions().join(Occasion, Occasion.board_id == Note.activity_id).where(Occasion.series_id == series_id)))


def agreed_until(occasion: Occasion) -> tuple[list[ActionMark], list[ActionMark]]:
    """(what was agreed in the earlier workshops of its series, what was agreed in this one)."""
    where = Occasion.board_id == occasion.board_id
    if occasion.series_id:
        earlier = sa.or_(Occasion.position < occasion.position, sa.and_(Occasion.position == occasion.position, Occasion.board_id < occasion.board_id))
        where = sa.or_(where, sa.and_(Occasion.series_id == occasion.series_id, earlier))
    actions = list(db.session.scalars(standing_actions().join(Occasion, Occasion.board_id == Note.activity_id).where(where)))
    return [a for a in actions if a.note.activity_id != occasion.board_id], [a for a in actions if a.note.activity_id == occasion.board_id]


def announce_actions(note: Note) -> None:
    """To the page of its board and those of the later workshops of the series, which name it too."""
    occasion = db.session.get(Occasion, note.activity_id)
    where = Occasion.board_id == note.activity_id
    if occasion and occasion.series_id:
        where = sa.or_(where, sa.and_(Occasion.series_id == occasion.series_id, Occasion.position > occasion.position))
    pages = sa.select(Activity.id, Activity.topic_id).join(Occasion, Occasion.board_id == Activity.id).where(where, Activity.deleted_at.is_(None)).order_by(Occasion.position, Activity.id)
    for board, topic in db.session.execute(pages).all():
        announce(topic, f"bar:{board}")
