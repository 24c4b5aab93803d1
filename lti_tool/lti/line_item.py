"""The line item of one link of the platform: the column of its grade book into which scores of that link go (LTI-AGS 2.0, 3.2).

There is one row for each link that was launched with grades, and at most one line item for a link: the platform's own, or one that was made when it had none.
"""
import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..activities import Placement
from ..db import db
from .claims import LaunchMessage
from .grade_service import ADDRESS_LIMIT, GradeService

SPLIT = "#"  # behind it: what was chosen later under the same id (see activities.placement)


class LineItem(db.Model):
    __tablename__ = "line_item"
    placement_id: Mapped[int] = mapped_column(sa.ForeignKey("placement.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    issuer: Mapped[str]
    client_id: Mapped[str]
    address: Mapped[str | None] = mapped_column(sa.String(ADDRESS_LIMIT))  # None: the platform named none, and none was made yet
    items_address: Mapped[str | None] = mapped_column(sa.String(ADDRESS_LIMIT))  # where line items are listed and made
    may_score: Mapped[bool]
    may_make: Mapped[bool]
    is_ours: Mapped[bool] = mapped_column(default=False)  # made or found by us, not named in a launch
    placement: Mapped[Placement] = relationship()

    @property
    def service(self) -> GradeService:
        return GradeService(self.address, self.items_address, self.may_score, self.may_make)

    @property
    def takes_scores(self) -> bool:
        return self.may_score and (self.address is not None or self.may_make and self.items_address is not None)

    @property
    def link(self) -> str:
        """The platform's id of the link."""
        return self.placement.resource_link.partition(SPLIT)[0]

    @property
    def shares_its_link(self) -> bool:
        """Whether other things were chosen under the same id, as Open edX does."""
        return SPLIT in self.placement.resource_link

    def is_of(self, address: str) -> None:
        """It was found or made there."""
        self.address, self.is_ours = address, True

    def is_gone(self) -> None:
        """There is nothing at its address any more: it is looked for again, or told by the next launch."""
        self.address, self.is_ours = None, False


def note_line_item(message: LaunchMessage, placement: Placement) -> None:
    """Takes over what this launch says of the link's grades. Rooms above hear of it when that is news (`line_item_told`). Writes.

    A launch that names no line item takes none away: Moodle names one only where the link has exactly one.
    """
    said, item = message.grades, db.session.get(LineItem, placement.id)
    if item is None:
        if not said.may_score:
            return
        item = LineItem(placement_id=placement.id, is_ours=False)
        db.session.add(item)
    before = (item.issuer, item.client_id, item.service) if item.issuer else None
    item.issuer, item.client_id = message.arrival.issuer, message.arrival.client_id
    item.items_address, item.may_score, item.may_make = said.items, said.may_score, said.may_make
    if said.item:
        item.is_ours = item.is_ours and item.address == said.item
        item.address = said.item
    if before != (item.issuer, item.client_id, item.service):
        db.session.flush()
        for heard in current_app.extensions["line_item_told"]:
            heard(placement)


def line_items_of(activity_id: int) -> list[LineItem]:
    """Of the links that open the activity now."""
    return list(db.session.scalars(sa.select(LineItem).join(Placement, Placement.id == LineItem.placement_id)
                                   .where(Placement.activity_id == activity_id, Placement.opens == "activity").order_by(LineItem.placement_id)))
