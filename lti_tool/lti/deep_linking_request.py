"""The platform's question which links to make (LTI deep linking 2.0), until it is answered. Good for one answer."""
import json
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from flask import current_app
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..db import Instant, db, now
from ..people import Course, Membership
from ..web.headers import origin_of
from .choosing_refusals import ChoiceIsMade, ChoiceIsOver, OtherTypesWanted, ReturnAddressIsWrong
from .claims import LaunchMessage
from .content_refusals import ClaimIsWrong
from .grade_service import ENDPOINT, LINE_ITEM, SCORE
from .key import cipher
from .platform import Platform

VALID = timedelta(hours=2)
LINK = "ltiResourceLink"
ADDRESS_LIMIT, DATA_LIMIT = 4000, 20_000


class Asked(NamedTuple):
    """What the platform wants to know, and where the answer goes."""

    return_url: str
    data: str | None  # goes back as it came
    several: bool
    grades: bool  # whether links may come with a grade item


class DeepLinkingRequest(db.Model):
    __tablename__ = "deep_linking_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[int] = mapped_column(sa.ForeignKey("membership.id", ondelete="CASCADE"), index=True)  # whose request it is, and in which course
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    deployment_id: Mapped[str]
    settings: Mapped[str]  # what was asked as JSON, encrypted: the return address holds a secret of the person's session
    made_at: Mapped[object] = mapped_column(Instant)
    ends_at: Mapped[object] = mapped_column(Instant, index=True)
    answered_at: Mapped[object | None] = mapped_column(Instant)
    answer: Mapped[str | None]  # the links as JSON, encrypted: a page that did not hear our answer gets the same one again
    membership: Mapped[Membership] = relationship()
    platform: Mapped[Platform] = relationship()
    __table_args__ = {"sqlite_autoincrement": True}

    @property
    def part(self) -> str:
        return f"deep_linking_request:{self.id}"

    @property
    def course(self) -> Course:
        return self.membership.course

    def in_sight_of(self, viewpoint) -> bool:
        return viewpoint.person == self.membership.person_id

    @property
    def asked(self) -> Asked:
        """Raises ChoiceIsOver when it can no longer be read: the setting `secret_key` has changed since."""
        return Asked(**opened(self.settings))

    def must_be_open(self) -> None:
        """Raises ChoiceIsMade or ChoiceIsOver."""
        if self.answered_at is not None:
            raise ChoiceIsMade
        if self.ends_at < now():
            raise ChoiceIsOver

    def answer_with(self, links: list[dict]) -> None:
        """Raises ChoiceIsMade or ChoiceIsOver. Call it under the lock of the course's topic."""
        self.must_be_open()
        self.answered_at, self.answer = now(), sealed(links)

    @property
    def links(self) -> list[dict]:
        """The answer that was given. Raises ChoiceIsOver."""
        return opened(self.answer)


def seal():
    return cipher(b"lti-tool deep linking")


def sealed(value) -> str:
    return seal().encrypt(json.dumps(value).encode()).decode()


def opened(text: str):
    try:
        return json.loads(seal().decrypt(text.encode()))
    except InvalidToken:
        raise ChoiceIsOver from None


def take_request(message: LaunchMessage, membership: Membership, platform: Platform) -> DeepLinkingRequest:
    """Keeps the question for whoever arrived with it. Raises a LaunchRefused when it cannot be answered. Writes."""
    settings, at = message.deep_linking, now()
    if LINK not in settings["accept_types"]:
        raise OtherTypesWanted("accept_types does not name ltiResourceLink")
    data = settings.get("data")
    if data is not None and not (isinstance(data, str) and len(data) <= DATA_LIMIT):
        raise ClaimIsWrong("data")
    asked = Asked(suitable_return(settings["deep_link_return_url"], platform), data, settings.get("accept_multiple") is True,
                  takes_grades(settings, message.claims))
    request = DeepLinkingRequest(membership_id=membership.id, platform_id=platform.id, deployment_id=message.arrival.deployment_id,
                                 settings=sealed(asked._asdict()), made_at=at, ends_at=at + VALID)
    db.session.add(request)
    db.session.flush()
    return request


def suitable_return(address: str, platform: Platform) -> str:
    """An address of the platform itself, or our answer would carry a person elsewhere. Raises ReturnAddressIsWrong."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise ReturnAddressIsWrong("deep_link_return_url cannot be read") from None
    if len(address) > ADDRESS_LIMIT or not address.isprintable() or " " in address or "\\" in address:
        raise ReturnAddressIsWrong("deep_link_return_url is no address")
    if parts.scheme != "https" and not (parts.scheme == "http" and current_app.config["DEMO"] and parts.hostname in ("127.0.0.1", "localhost")):
        raise ReturnAddressIsWrong("deep_link_return_url is not https")
    if origin_of(address).lower() not in {origin.lower() for origin in platform.origins}:
        raise ReturnAddressIsWrong("deep_link_return_url is not the platform's")
    return address


def takes_grades(settings: dict, claims: dict) -> bool:
    """As far as it says: whether grade items are taken (deep linking 4.4.1), and whether we may use the grade service at all."""
    if settings.get("accept_lineitem") is False:
        return False
    scopes = (claims.get(ENDPOINT) or {}).get("scope")
    if isinstance(scopes, list):
        return any(scope in scopes for scope in (LINE_ITEM, SCORE))
    return settings.get("accept_lineitem") is True


def place_of_request(number: int) -> Place | None:
    row = db.session.execute(sa.select(Course.id, Course.topic_id).join(Membership, Membership.course_id == Course.id)
                             .join(DeepLinkingRequest, DeepLinkingRequest.membership_id == Membership.id).where(DeepLinkingRequest.id == number)).one_or_none()
    return Place(*row) if row else None


def forget_old_requests() -> None:
    db.session.execute(sa.delete(DeepLinkingRequest.__table__).where(DeepLinkingRequest.ends_at < now()))
