"""A platform connects itself: what it asks (Request), what this tool tells it, what it answers, and what is kept of that. LTI dynamic registration 3.

An invitation stands for the operator's word that this host may. Without one a platform waits for approval, and nothing changes of one that
is known already: somebody who can put a file on a platform's host could otherwise name other keys for it.
"""
import re
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa
from flask import current_app

from ..db import db, now
from .addresses import host_of, is_suitable
from .invitation import Invitation, find_invitation, spend
from .no_answer import AnsweredWith, NoAnswer
from .outgoing import json_of
from .own_registration import LTI_TOOL, our_registration
from .platform import Platform, add_platform, find_platform, suitable_id
from .platform_configuration import PlatformConfiguration
from .platform_faults import PlatformRefused, RegistrationAnswerIsWrong, RegistrationNotAnswered
from .registration_refusals import (AddressIsWrong, InvitationHasEnded, InvitationIsForAnotherHost, InvitationIsNeeded, InvitationIsUnknown,
                                    InvitationIsUsed, InvitationWasWithdrawn, KnownPlatformWouldChange, OpenedByHand, TooManyWait)

MOST_PENDING = 50
PENDING_KEPT = timedelta(days=30)
TOKEN = re.compile(r"[!-~]{0,8000}")  # it goes into a header


class Request(NamedTuple):
    """What stands in the address that the platform opened."""

    code: str  # of the invitation; "" without one
    configuration: str  # where the platform's OpenID configuration is
    token: str

    @property
    def host(self) -> str:
        return host_of(self.configuration)


class Registered(NamedTuple):
    """What the platform calls this tool from now on."""

    client_id: str
    deployment_id: str | None


def read_request(words) -> Request:
    """Raises OpenedByHand, AddressIsWrong."""
    request = Request(words.get("invitation", ""), words.get("openid_configuration", ""), words.get("registration_token", ""))
    if not request.configuration:
        raise OpenedByHand
    if not is_suitable(request.configuration) or not TOKEN.fullmatch(request.token):
        raise AddressIsWrong("openid_configuration or registration_token cannot be right")
    return request


def check_invitation(request: Request) -> Invitation | None:
    """The invitation, when it is good for this host; None where none is needed. Raises a RegistrationRefused."""
    if not request.code:
        if not current_app.config["OPEN_REGISTRATION"]:
            raise InvitationIsNeeded
        return None
    invitation = find_invitation(request.code)
    if invitation is None:
        raise InvitationIsUnknown
    if invitation.spent_at is not None:
        raise InvitationIsUsed
    if invitation.withdrawn_at is not None:
        raise InvitationWasWithdrawn
    if not invitation.is_good:
        raise InvitationHasEnded
    if invitation.host != request.host:
        raise InvitationIsForAnotherHost(invitation.host, request.host)
    return invitation


def register_at(configuration: PlatformConfiguration, token: str) -> Registered:
    """Tells the platform. Not inside a transaction. Raises a RegistrationRefused."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        answer = json_of(current_app.extensions["lti_requests"].post(
            configuration.registration_endpoint, json=our_registration(configuration), headers=headers))
    except AnsweredWith as error:
        raise PlatformRefused(error.status) from error
    except NoAnswer as error:
        raise RegistrationNotAnswered(error) from error
    return read_answer(answer)


def read_answer(answer: dict) -> Registered:
    """Some platforms name no deployment yet, some by a number. Raises RegistrationAnswerIsWrong."""
    if not suitable_id(answer.get("client_id")):
        raise RegistrationAnswerIsWrong("client_id")
    tool = answer.get(LTI_TOOL)
    deployment_id = tool.get("deployment_id") if isinstance(tool, dict) else None
    if type(deployment_id) is int:
        deployment_id = str(deployment_id)
    if deployment_id not in (None, "") and not suitable_id(deployment_id):
        raise RegistrationAnswerIsWrong("deployment_id")
    return Registered(answer["client_id"], deployment_id or None)


def must_have_room() -> None:
    """Raises TooManyWait."""
    if db.session.scalar(sa.select(sa.func.count()).select_from(Platform).where(Platform.is_pending)) >= MOST_PENDING:
        raise TooManyWait


def keep(configuration: PlatformConfiguration, registered: Registered, invitation_id: int | None) -> Platform:
    """The platform, new or brought up to date; its invitation is spent. Writes. Raises a RegistrationRefused."""
    platform = find_platform(configuration.issuer, registered.client_id)
    if platform is not None and invitation_id is None:
        must_be_the_same(platform, configuration, registered)
        return platform
    addresses = {"auth_login_url": configuration.auth_login_url, "auth_token_url": configuration.auth_token_url, "key_set_url": configuration.key_set_url}
    if platform is None:
        if invitation_id is None:
            must_have_room()
        platform = add_platform(configuration.issuer, registered.client_id, None, **addresses)
    else:  # its name, who frames it, its deployments, and whether it is switched on stay as they are
        platform.change(**addresses)
    platform.is_pending = invitation_id is None
    platform.token_audience, platform.product, platform.registered_at = configuration.token_audience, configuration.product, now()
    if registered.deployment_id:
        platform.add_deployment(registered.deployment_id)
    db.session.flush()
    if invitation_id is not None and not spend(invitation_id, platform.id):
        raise InvitationIsUsed("another registration was faster, or it was withdrawn", sent=True)
    return platform


def must_be_the_same(platform: Platform, configuration: PlatformConfiguration, registered: Registered) -> None:
    """Raises KnownPlatformWouldChange."""
    known = (platform.auth_login_url, platform.auth_token_url, platform.key_set_url, platform.token_audience)
    said = (configuration.auth_login_url, configuration.auth_token_url, configuration.key_set_url, configuration.token_audience)
    deployments = {deployment.deployment_id for deployment in platform.deployments}
    if known != said or (registered.deployment_id and registered.deployment_id not in deployments):
        raise KnownPlatformWouldChange(f"platform {platform.id}")


def forget_old_pending() -> None:
    """Whom nobody approved for 30 days."""
    db.session.execute(sa.delete(Platform.__table__).where(Platform.is_pending, Platform.registered_at < now() - PENDING_KEPT))
