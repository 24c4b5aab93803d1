"""A learning platform that may launch the tool, and the deployments it launches from.

Known by (issuer, client_id): one Moodle gives each tool a client ID of its own, and an issuer may stand for several platforms.
"""
from dataclasses import dataclass
from urllib.parse import urlsplit

import sqlalchemy as sa
from pylti1p3.registration import Registration
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..db import Instant, db, now
from ..web.headers import origin_of
from .addresses import is_suitable

ID_LIMIT = 255  # LTI core 5.3: ids are at most 255 characters


class UnsuitablePlatform(ValueError):
    """What was said about a platform cannot be right. The message says which value, and why."""


@dataclass(frozen=True)
class KnownPlatform:
    """A platform as it was when it was read: plain values that need no transaction."""

    id: int
    name: str
    issuer: str
    client_id: str
    auth_login_url: str
    key_set_url: str
    origins: tuple[str, ...]
    deployment_ids: frozenset[str]  # none: it registered itself without one, and the first launch tells
    registration: Registration  # the same in PyLTI1p3's words
    is_pending: bool = False

    @property
    def address(self) -> str:
        """Where a link back to the platform leads."""
        return f"{origin_of(self.issuer) or origin_of(self.auth_login_url)}/"


class Platform(db.Model):
    __tablename__ = "platform"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    issuer: Mapped[str]
    client_id: Mapped[str]
    auth_login_url: Mapped[str]
    auth_token_url: Mapped[str]
    key_set_url: Mapped[str]
    frame_origins: Mapped[list] = mapped_column(sa.JSON, default=list)  # besides those of its issuer and its login address
    enabled: Mapped[bool] = mapped_column(default=True)
    is_pending: Mapped[bool] = mapped_column(default=False, server_default=sa.false())  # registered itself uninvited: an operator has to approve it
    token_audience: Mapped[str | None]  # whom tokens are asked from, where that is not the token address itself (openid: authorization_server)
    product: Mapped[str] = mapped_column(default="", server_default="")  # family and version, as the platform says
    registered_at: Mapped[object | None] = mapped_column(Instant)  # when it registered itself, the last time; None: it was added by hand
    added_at: Mapped[object] = mapped_column(Instant)
    deployments: Mapped[list["Deployment"]] = relationship(lazy="joined", cascade="all, delete-orphan", order_by="Deployment.id")
    __table_args__ = (sa.UniqueConstraint("issuer", "client_id"),)

    @property
    def origins(self) -> tuple[str, ...]:
        """From where its pages frame the tool, and where its login leads."""
        own = (origin_of(self.issuer), origin_of(self.auth_login_url))
        return tuple(dict.fromkeys(origin for origin in (*own, *self.frame_origins) if origin))

    @property
    def waits(self) -> bool:
        """For an operator's approval."""
        return self.is_pending and self.enabled

    def change(self, deployment_ids=None, **values) -> None:
        """Takes over the values that are given. Raises UnsuitablePlatform before anything is changed."""
        if "frame_origins" in values:
            values["frame_origins"] = [suitable_origin(origin) for origin in values["frame_origins"]]
        for field in ("auth_login_url", "auth_token_url", "key_set_url"):
            if field in values:
                suitable_address(field, values[field])
        for field in ("issuer", "client_id", "name"):
            if field in values and not suitable_id(values[field]):
                raise UnsuitablePlatform(f"{field} is missing or longer than {ID_LIMIT} characters")
        if deployment_ids is not None:
            self.deploy_as(deployment_ids)
        for field, value in values.items():
            setattr(self, field, value)

    def deploy_as(self, deployment_ids) -> None:
        """These deployments and no others."""
        wanted = list(dict.fromkeys(str(deployment_id) for deployment_id in deployment_ids))
        if not wanted or not all(suitable_id(deployment_id) for deployment_id in wanted):
            raise UnsuitablePlatform(f"deployment_ids needs at least one id of at most {ID_LIMIT} characters")
        kept = {deployment.deployment_id: deployment for deployment in self.deployments}
        self.deployments = [kept.get(deployment_id) or Deployment(deployment_id=deployment_id) for deployment_id in wanted]

    def add_deployment(self, deployment_id: str) -> None:
        if deployment_id not in {deployment.deployment_id for deployment in self.deployments}:
            self.deployments.append(Deployment(deployment_id=deployment_id))

    def approve(self) -> None:
        """An operator has looked at it: from now on it lets people in."""
        self.is_pending = False

    def disable(self) -> None:
        """Nobody is launched from it any more. Courses and what was written in them stay."""
        self.enabled = False

    def enable(self) -> None:
        self.enabled = True

    def known(self) -> KnownPlatform:
        registration = Registration()
        registration.set_issuer(self.issuer).set_client_id(self.client_id).set_auth_login_url(self.auth_login_url)
        registration.set_auth_token_url(self.auth_token_url).set_key_set_url(self.key_set_url)
        return KnownPlatform(self.id, self.name, self.issuer, self.client_id, self.auth_login_url, self.key_set_url, self.origins,
                             frozenset(deployment.deployment_id for deployment in self.deployments), registration, self.is_pending)


class Deployment(db.Model):
    """One way in which the platform uses the tool, by the platform's own id (LTI core 3.1.3)."""

    __tablename__ = "deployment"
    id: Mapped[int] = mapped_column(primary_key=True)
    platform_id: Mapped[int] = mapped_column(sa.ForeignKey("platform.id", ondelete="CASCADE"))
    deployment_id: Mapped[str]
    __table_args__ = (sa.UniqueConstraint("platform_id", "deployment_id"),)


def suitable_id(value) -> bool:
    """A text that both databases can hold, neither empty nor longer than the specification allows."""
    return isinstance(value, str) and 0 < len(value) <= ID_LIMIT and value.isprintable()


def suitable_address(field: str, address: str) -> None:
    """https; on a developer's own machine the demo platform's http too."""
    if not is_suitable(address):
        raise UnsuitablePlatform(f"{field} is not an https address: {address!r}")


def suitable_origin(origin: str) -> str:
    """The origin alone. It goes into a header, so nothing else may hide in it."""
    suitable_address("frame_origins", origin)
    alone = origin_of(origin)
    if origin.rstrip("/") != alone or any(c.isspace() or c in ";,'\"*" for c in alone):
        raise UnsuitablePlatform(f"frame_origins: {origin!r} is not an origin such as https://moodle.example")
    return alone


def add_platform(issuer: str, client_id: str, deployment_ids, auth_login_url: str, auth_token_url: str, key_set_url: str,
                 name: str = "", frame_origins=()) -> Platform:
    """A new platform, enabled. Call it inside a writing transaction. Without deployments (None) the first launch tells its own."""
    platform = Platform(added_at=now())
    platform.change(deployment_ids, issuer=issuer, client_id=client_id, auth_login_url=auth_login_url, auth_token_url=auth_token_url,
                    key_set_url=key_set_url, name=name or urlsplit(issuer).netloc or issuer, frame_origins=list(frame_origins))
    db.session.add(platform)
    db.session.flush()
    return platform


def find_platform(issuer: str, client_id: str) -> Platform | None:
    """The platform by its two names, also when it is disabled."""
    return db.session.scalars(sa.select(Platform).filter_by(issuer=issuer, client_id=client_id)).unique().one_or_none()


def platforms_of(issuer: str) -> list[Platform]:
    """All that share an issuer, the earliest first."""
    return list(db.session.scalars(sa.select(Platform).filter_by(issuer=issuer).order_by(Platform.id)).unique())


def take_first_deployment(platform_id: int, deployment_id: str) -> bool:
    """For a platform that registered itself without a deployment: the one of its first verified launch is taken. Whether it is its one now. Writes."""
    db.session.execute(sa.select(Platform.id).where(Platform.id == platform_id).with_for_update())  # first alone: what was waited for is seen only by the next question
    platform = db.session.get(Platform, platform_id, populate_existing=True)
    if platform is not None and not platform.deployments:
        platform.add_deployment(deployment_id)
    return platform is not None and any(deployment.deployment_id == deployment_id for deployment in platform.deployments)


def all_platforms() -> list[Platform]:
    return list(db.session.scalars(sa.select(Platform).order_by(Platform.id)).unique())
