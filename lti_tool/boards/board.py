"""A board: the activity with at least one phase. Called a workshop when it was made as one or was given a second phase."""
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..activities.activity import last_position
from ..activities.anonymity import NAMED
from ..db import Wording, between, db, now
from ..live import Topic
from .column import Column, must_have_room
from .phase import Phase


class Board(Activity):
    __tablename__ = "board"
    id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    made_as_workshop: Mapped[bool] = mapped_column(default=False)
    colour_names: Mapped[dict] = mapped_column(sa.JSON, default=dict)  # colour -> {language: what it means here}
    anonymity: Mapped[str] = mapped_column(default=NAMED, server_default=NAMED)  # of the notes to come; fixed with the first
    frozen: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # only facilitators write for now
    __mapper_args__ = {"polymorphic_identity": "board"}

    @property
    def parts_of_notes(self) -> list[str]:
        """The parts that show all its notes anew: when they are hidden or shown, or when their totals are."""
        return [f"notes:{number}" for number in db.session.scalars(
            sa.select(Column.id).where(Column.activity_id == self.id, Column.deleted_at.is_(None)).order_by(Column.position, Column.id))]

    @property
    def phases(self) -> list[Phase]:
        return list(db.session.scalars(sa.select(Phase).filter_by(board_id=self.id).order_by(Phase.position, Phase.id)))

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        return self.phases[0]

    def columns(self, deleted: bool = False) -> list[Column]:
        return list(db.session.scalars(
            sa.select(Column).where(Column.activity_id == self.id, Column.deleted_at.is_not(None) if deleted else Column.deleted_at.is_(None))
            .order_by(Column.position, Column.id)))

    def add_column(self, title: Wording, prompt: Wording, colour: str, by: int | None) -> Column:
        """Raises TooManyColumns."""
        must_have_room(self.id)
        last = db.session.scalar(sa.select(sa.func.max(Column.position)).where(Column.activity_id == self.id))
        column = Column(activity_id=self.id, phase_id=self.phase.id, title=title, prompt=prompt, colour=colour, made_at=now(),
                        position=between(last, None))
        db.session.add(column)
        db.session.flush()
        column.did("added", by, {})
        return column

    def set_prompt(self, prompt: Wording) -> None:
        self.phase.prompt = prompt
        self.changed()

    def colour_name(self, colour: str, *languages: str) -> str | None:
        """What the colour means on this board, if a facilitator has said so."""
        return Wording(self.colour_names.get(colour, {})).best(*languages).text or None


def make_board(course, title: Wording, columns=(), prompt: Wording | None = None) -> Board:
    """A new board, as a draft at the end of its course's home. `columns` are (title, prompt, colour)."""
    board = Board(course_id=course.id, course=course, topic=Topic(), title=title, position=last_position(course.id), made_at=now(), colour_names={})
    db.session.add(board)
    db.session.flush()
    db.session.add(Phase(board_id=board.id, title=Wording(), prompt=prompt or Wording(), position=between(None, None)))
    db.session.flush()
    for column_title, column_prompt, colour in columns:
        board.add_column(column_title, column_prompt, colour, by=None)
    board.announce_at_home()
    return board


def copy_board(board: Board, title: Wording) -> Board:
    """Its columns, prompts, tools and colours' meanings, without the notes."""
    copy = make_board(board.course, title, [(c.title, c.prompt, c.colour) for c in board.columns()], board.phase.prompt)
    copy.colour_names = dict(board.colour_names)
    copy.made_as_workshop = board.made_as_workshop
    copy.phase.set_up_like(board.phase)
    return copy
