"""A material of a phase: a link or a file, who looks after it in words, and when it was updated. Everybody reads it; facilitators keep it."""
from collections import defaultdict
from datetime import date

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..db import Instant, Position, Wording, Words, between, db, now
from ..files import Attachment, attachments_of
from ..live import announce
from ..web import Refusal
from .phase import Phase, PhaseIsGone

TITLE_LIMIT, KEEPER_LIMIT, URL_LIMIT, MATERIALS_AT_MOST = 120, 80, 2000, 20


class MaterialIsGone(Refusal):
    status = 409

    def words(self):
        return (_("The material has been deleted"), _("A facilitator has deleted it meanwhile."), _("It can be restored on the page of its phase."))


class TooManyMaterials(Refusal):
    status = 409

    def words(self):
        return (_("There are too many materials"), _("A phase has at most %(number)s materials.", number=MATERIALS_AT_MOST), _("Delete one that is no longer needed."))


class Material(db.Model):
    __tablename__ = "material"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    phase_id: Mapped[int] = mapped_column(sa.ForeignKey("phase.id", ondelete="CASCADE"), index=True)
    title: Mapped[Wording] = mapped_column(Words)
    url: Mapped[str] = mapped_column(default="")  # empty where a file is attached
    keeper: Mapped[str] = mapped_column(default="")  # who looks after it, in words: a team, an organisation
    updated_on: Mapped[date | None]
    position: Mapped[str] = mapped_column(Position())
    deleted_at: Mapped[object | None] = mapped_column(Instant)
    activity: Mapped[Activity] = relationship()
    phase: Mapped[Phase] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"material:{self.id}"

    @property
    def file(self) -> Attachment | None:
        return next(iter(attachments_of([self.part])[self.part]), None)

    def is_by(self, viewpoint) -> bool:
        return False  # the course's own: facilitators keep it

    @property
    def stands(self) -> bool:
        return self.deleted_at is None and self.phase.deleted_at is None

    def in_sight_of(self, viewpoint) -> bool:
        return self.activity.in_sight_of(viewpoint) and (viewpoint.facilitates or self.stands)

    def must_be_changeable(self, viewpoint=None) -> None:
        """Raises PhaseIsGone and MaterialIsGone."""
        if self.phase.deleted_at is not None:
            raise PhaseIsGone
        if self.deleted_at is not None:
            raise MaterialIsGone

    def delete(self) -> None:
        if self.deleted_at is None:
            self.deleted_at = now()
            count_materials(self.phase)

    def restore(self) -> None:
        """Raises TooManyMaterials."""
        if self.deleted_at is not None:
            must_have_room(self.phase_id)
            self.deleted_at = None
            count_materials(self.phase)


def add_material(phase: Phase, activity_id: int, title: Wording, url: str = "", keeper: str = "", updated_on: date | None = None) -> Material:
    """As the last of its phase. Raises TooManyMaterials."""
    must_have_room(phase.id)
    last = db.session.scalar(sa.select(sa.func.max(Material.position)).where(Material.phase_id == phase.id))
    material = Material(activity_id=activity_id, phase_id=phase.id, title=title, url=url, keeper=keeper, updated_on=updated_on, position=between(last, None))
    db.session.add(material)
    db.session.flush()
    phase.has_materials = True
    return material


def count_materials(phase: Phase) -> None:
    db.session.flush()
    phase.has_materials = bool(standing_in(phase.id))


def standing_in(phase_id: int) -> int:
    return db.session.scalar(sa.select(sa.func.count()).where(Material.phase_id == phase_id, Material.deleted_at.is_(None)))


def must_have_room(phase_id: int) -> None:
    """Raises TooManyMaterials."""
    if standing_in(phase_id) >= MATERIALS_AT_MOST:
        raise TooManyMaterials


def materials_of(phase: Phase, deleted: bool = False) -> list[Material]:
    return list(db.session.scalars(sa.select(Material).where(Material.phase_id == phase.id, Material.deleted_at.is_not(None) if deleted else Material.deleted_at.is_(None))
                                   .order_by(Material.position, Material.id)))


def materials_on(board_id: int) -> dict[int, list[Material]]:
    """phase -> its materials, in their order."""
    by_phase = defaultdict(list)
    for material in db.session.scalars(sa.select(Material).where(Material.activity_id == board_id, Material.deleted_at.is_(None)).order_by(Material.position, Material.id)):
        by_phase[material.phase_id].append(material)
    return by_phase


def with_files(materials) -> list[tuple[Material, Attachment | None]]:
    """Each with its file, asked for all at once."""
    files = attachments_of([material.part for material in materials if not material.url])
    return [(material, next(iter(files.get(material.part, ())), None)) for material in materials]


def shown_materials(phase: Phase) -> list[tuple[Material, Attachment | None]]:
    """For the bar: no question at all where a phase has none."""
    return with_files(materials_of(phase)) if phase.has_materials else []


def copy_files_of_materials(phases, copies) -> None:
    """Materials with files come along into a copy of their board: the bytes are kept once."""
    for phase, copied in zip(phases, copies):
        for material, file in with_files(materials_of(phase)) if phase.has_materials else ():
            if file:
                made = add_material(copied, copied.board_id, material.title, "", material.keeper, material.updated_on)
                db.session.add(Attachment(activity_id=copied.board_id, thing=made.part, file_id=file.file_id, name=file.name, alternative_text=file.alternative_text,
                                          decorative=file.decorative))


def announce_material(topic_id: int, material: Material, _act=None) -> list[str]:
    parts = [f"bar:{material.activity_id}"]
    announce(topic_id, *parts)
    return parts


def place_of_material(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(Material, Material.activity_id == Activity.id).where(Material.id == number)).one_or_none()
    return Place(*row) if row else None
