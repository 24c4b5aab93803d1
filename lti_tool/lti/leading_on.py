"""Where a launch leads: to what its link opens, to the question what it is to open, or to choosing links for the platform."""
from flask import url_for

from ..activities import placed_address, placement_of
from ..activities.carried_link import follow
from ..activities.copied_course import remember_origin
from ..people import FACILITATOR, Membership
from .choosing_refusals import ChoosingIsForFacilitators
from .claims import LaunchMessage
from .deep_linking_request import take_request
from .line_item import note_line_item
from .platform import find_platform


def address_for(message: LaunchMessage, membership: Membership) -> str:
    """Writes: call it in the transaction of the arrival. Raises a LaunchRefused."""
    facilitates, arrival, carried = membership.role == FACILITATOR, message.arrival, message.carried
    if message.deep_linking is not None:
        if not facilitates:
            raise ChoosingIsForFacilitators("not a facilitator")
        request = take_request(message, membership, find_platform(arrival.issuer, arrival.client_id))
        return url_for("deep_links.show", request_id=request.id)
    remember_origin(membership.course, arrival.issuer, arrival.client_id, arrival.deployment_id, carried.history)
    placement = placement_of(membership.course, message.resource_link, message.link_title, carried.token)
    follow(placement, carried.opens_home, carried.activity, carried.token)
    note_line_item(message, placement)
    return placed_address(placement, facilitates)
