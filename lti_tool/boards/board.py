"""A board: the activity with at least one phase. Called a workshop when it was made as one or was given a second phase."""
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column

from ..activities import Activity
from ..activities.activity import last_position
from ..activities.anonymity import NAMED
from ..db import Instant, Wording, between, db, in_a_row, now
from ..live import Topic
from ..web import Refusal
from .column import Column, must_have_room
from .layout import NOTHING, Layout, layout_of, one_phase
from .material import add_material, copy_files_of_materials
from .note import Note
from .phase import Phase


class AnonymityIsFixed(Refusal):
    """People wrote under one level; it cannot become another afterwards."""

    status = 409

    def words(self):
        return (_("The level of anonymity is fixed"), _("Somebody has already written here, trusting what was said about their name."),
                _("Make another board for notes with another level."))


class Board(Activity):
    __tablename__ = "board"
    id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), primary_key=True)
    made_as_workshop: Mapped[bool] = mapped_column(default=False)
    colour_names: Mapped[dict] = mapped_column(sa.JSON, default=dict)  # colour -> {language: what it means here}
    anonymity: Mapped[str] = mapped_column(default=NAMED, server_default=NAMED)  # of the notes to come; fixed with the first
    frozen: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # only facilitators write for now
    # The phase that is shown, and the one whose columns are on the paper then; nothing while there is one phase only. Kept here, so that no note has
    # to ask for phases when it is written. No foreign keys: phases refer to their board already.
    shown_phase_id: Mapped[int | None]
    paper_phase_id: Mapped[int | None]
    in_groups: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # columns meant for groups give way to those of the groups
    timer_started_at: Mapped[object | None] = mapped_column(Instant)
    timer_ends_at: Mapped[object | None] = mapped_column(Instant)
    __mapper_args__ = {"polymorphic_identity": "board", "polymorphic_load": "inline"}

    @property
    def parts_of_notes(self) -> list[str]:
        """The parts that show all notes on the paper anew: when they are hidden or shown, or when their totals are."""
        return [f"notes:{column.id}" for column in self.columns_on_paper()]

    @property
    def is_workshop(self) -> bool:
        """Whether the interface calls it one: made as one, or with a second phase."""
        return self.made_as_workshop or self.shown_phase_id is not None

    @property
    def phases(self) -> list[Phase]:
        return list(db.session.scalars(sa.select(Phase).filter_by(board_id=self.id, deleted_at=None).order_by(Phase.position, Phase.id)))

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        phases = self.phases
        return next((phase for phase in phases if phase.id == self.shown_phase_id), phases[0])

    def paper(self, phase: Phase) -> Phase:
        """The phase whose columns are on the paper in `phase`: there notes are hidden or not. Its own, when the one that it shows is gone."""
        shown = None if phase.shows_id is None else db.session.get(Phase, phase.shows_id)
        return phase if shown is None or shown.deleted_at is not None else shown

    def show_phase(self, phase: Phase) -> None:
        """What was written in the phase that is left stays, and so do its votes: coming back finds everything as it was."""
        self.shown_phase_id, self.paper_phase_id = phase.id, self.paper(phase).id
        self.stop_timer()
        if phase.shows_id and not phase.hides_notes:
            self.paper(phase).show_notes()

    def start_timer(self, minutes: int) -> None:
        self.timer_started_at = now()
        self.timer_ends_at = self.timer_started_at + timedelta(minutes=minutes)

    def stop_timer(self) -> None:
        self.timer_started_at = self.timer_ends_at = None

    def columns_on_paper(self) -> list[Column]:
        """Those of the phase that is shown, or of the one which that shows."""
        return [column for column in self.columns() if column.is_on_paper]

    def columns(self, deleted: bool = False) -> list[Column]:
        """Of all phases that stand: those of a deleted one went and come back with it."""
        columns = db.session.scalars(
            sa.select(Column).where(Column.activity_id == self.id, Column.deleted_at.is_not(None) if deleted else Column.deleted_at.is_(None))
            .order_by(Column.position, Column.id))
        return [column for column in columns if column.phase.deleted_at is None]

    def add_column(self, title: Wording, prompt: Wording, colour: str, by: int | None, phase: Phase | None = None) -> Column:
        """To the phase that is shown, or to `phase`. Raises TooManyColumns."""
        phase_id = phase.id if phase else self.paper_phase_id or self.phase.id
        must_have_room(phase_id)
        last = db.session.scalar(sa.select(sa.func.max(Column.position)).where(Column.activity_id == self.id))
        column = Column(activity_id=self.id, phase_id=phase_id, title=title, prompt=prompt, colour=colour, made_at=now(),
                        position=between(last, None))
        db.session.add(column)
        db.session.flush()
        column.did("added", by, {})
        return column

    def add_group_column(self, group_id: int, title: Wording, phase_id: int, like: Column | None = None) -> Column:
        """One more, beside the limit: as that one, or a plain one."""
        last = db.session.scalar(sa.select(sa.func.max(Column.position)).where(Column.activity_id == self.id))
        column = Column(activity_id=self.id, phase_id=phase_id, title=title, prompt=like.prompt if like else NOTHING, colour=like.colour if like else "sun",
                        made_at=now(), position=between(last, None), group_id=group_id)
        db.session.add(column)
        db.session.flush()
        return column

    def set_prompt(self, prompt: Wording) -> None:
        self.phase.prompt = prompt
        self.changed()

    @property
    def anonymity_is_fixed(self) -> bool:
        """From the first note on, also when that has been deleted."""
        return db.session.scalar(sa.select(Note.id).where(Note.activity_id == self.id).limit(1)) is not None

    def set_anonymity(self, level: str) -> None:
        """Raises AnonymityIsFixed. Columns' forms say the level, so they are told anew."""
        if level != self.anonymity:
            if self.anonymity_is_fixed:
                raise AnonymityIsFixed
            self.anonymity = level
            self.announce(*(column.part for column in self.columns()))

    def colour_name(self, colour: str, *languages: str) -> str | None:
        """What the colour means on this board, if a facilitator has said so."""
        return Wording(self.colour_names.get(colour, {})).best(*languages).text or None


def make_board(course, title: Wording, columns=(), prompt: Wording | None = None) -> Board:
    """A new board with one phase. `columns` are (title, prompt, colour)."""
    return lay_out(course, title, one_phase(columns, prompt))


def lay_out(course, title: Wording, layout: Layout) -> Board:
    """A new board of that layout, as a draft at the end of its course's home. Raises TooManyColumns."""
    board = Board(course_id=course.id, course=course, topic=Topic(), title=title, position=last_position(course.id), made_at=now(),
                  colour_names=dict(layout.colour_names), anonymity=layout.anonymity, made_as_workshop=layout.made_as_workshop)
    db.session.add(board)
    db.session.flush()
    phases = []
    for position, designed in zip(in_a_row(len(layout.phases)), layout.phases):
        phase = Phase(board_id=board.id, title=designed.title, prompt=designed.prompt, kind=designed.kind, script=designed.script, minutes=designed.minutes,
                      shows_id=None if designed.shows is None else phases[designed.shows].id, position=position, days_before=designed.days_before,
                      questions=list(designed.questions), scale_low=designed.scale_low, scale_high=designed.scale_high, **designed.settings)
        db.session.add(phase)
        db.session.flush()
        phases.append(phase)
        for column in designed.columns:
            made = board.add_column(column.title, column.prompt, column.colour, by=None, phase=phase)
            made.locked, made.per_group = column.locked, column.per_group
        for link in designed.materials:
            add_material(phase, board.id, *link)
    if len(phases) > 1:
        board.shown_phase_id, board.paper_phase_id = phases[0].id, phases[0].id
    board.announce_at_home()
    return board


def copy_board(board: Board, title: Wording, course) -> Board:
    """Its phases, columns, prompts, materials, colours' meanings and level of anonymity, without the notes. In its own course, or in a copy of that."""
    copy = lay_out(course, title, layout_of(board).afresh())
    copy_files_of_materials(board.phases, copy.phases)
    return copy
