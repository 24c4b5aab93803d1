"""Where the scores of an activity go: for each link that opens it the platform's line item, found or made when the first is sent."""
from dataclasses import dataclass, field
from typing import NamedTuple

import sqlalchemy as sa

from ..activities import Activity
from ..db import db, now, transaction
from ..lti import LineItem, find_platform
from ..lti.access_token import TokenSource
from ..lti.line_item_service import WantedItem, find_or_make, instead_of
from .score import SENT, WAITING, Score


@dataclass
class Turn:
    """One time of sending. What is asked once in it, not for each score: the placements for which it was asked."""

    until: float  # of time.monotonic()
    looked: set[int] = field(default_factory=set)  # whether there is another line item
    read: set[int] = field(default_factory=set)  # what the platform shows of a score


class Target(NamedTuple):
    """A line item, as plain values that need no transaction."""

    activity_id: int
    placement_id: int
    tokens: TokenSource
    address: str | None
    items: str | None
    is_ours: bool
    may_list: bool
    wanted: WantedItem


def target_of(item: LineItem, activity: Activity, score: Score) -> Target | None:
    """None: its platform has been switched off here."""
    platform = find_platform(item.issuer, item.client_id)
    if platform is None or not platform.enabled or platform.is_pending:
        return None
    wanted = WantedItem(item.link, activity.title.best(*activity.course.languages).text, score.maximum, f"activity-{activity.id}", activity.kind, item.shares_its_link)
    return Target(activity.id, item.placement_id, TokenSource.of(platform), item.address, item.items_address, item.is_ours, item.may_make and bool(item.items_address), wanted)


def column_of(target: Target, turn: Turn) -> str:
    """Not inside a transaction. Raises a ServiceProblem."""
    if target.address is None:
        turn.looked.add(target.placement_id)
        return item_made(target, turn.until)
    if not target.is_ours or not target.may_list or target.placement_id in turn.looked:
        return target.address
    turn.looked.add(target.placement_id)
    better = instead_of(target.tokens, target.items, target.address, target.wanted, turn.until)
    if better:
        go_over_to(target, better)
    return better or target.address


def item_made(target: Target, until: float) -> str:
    """There is one job for an activity, and a link opens one activity: nobody else makes one at the same time."""
    address = find_or_make(target.tokens, target.items, target.wanted, until)
    with transaction():
        item = db.session.get(LineItem, target.placement_id, with_for_update=True, populate_existing=True)
        if item is not None:
            if item.address is None:
                item.is_of(address)
            address = item.address  # a launch may have named one meanwhile
    return address


def go_over_to(target: Target, address: str) -> None:
    """From our own line item to the platform's: what has arrived there arrives here too."""
    with transaction():
        item = db.session.get(LineItem, target.placement_id, with_for_update=True, populate_existing=True)
        if item is None or item.address != target.address:
            return
        item.is_of(address)
        arrived = sa.update(Score).where(Score.activity_id == target.activity_id, Score.state == SENT)
        db.session.execute(arrived.values(state=WAITING, waiting_since=now(), begun=False, tries=0).execution_options(synchronize_session=False))


def forget_item(placement_id: int, address: str) -> None:
    with transaction():
        item = db.session.get(LineItem, placement_id, with_for_update=True, populate_existing=True)
        if item is not None and item.address == address:
            item.is_gone()
