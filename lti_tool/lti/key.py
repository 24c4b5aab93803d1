"""The tool's own keys: an RSA pair signs what the tool says to platforms, and its public half is published as a JWKS.

Private halves are encrypted with a key that comes from the setting `secret_key`. LTI security framework 6.
"""
import base64
import json
import secrets
from datetime import timedelta

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from jwt.algorithms import RSAAlgorithm
from sqlalchemy.orm import Mapped, mapped_column

from ..db import Instant, db, now, transaction

BITS = 2048
OVERLAP = timedelta(days=7)  # how long the earlier key stays published: platforms keep what they fetched
KNOWN_FIRST = timedelta(minutes=10)  # a new key is published so long before it signs


class KeyCannotBeRead(RuntimeError):
    """The stored keys were encrypted with another `secret_key`. Put the earlier setting back, or rotate the keys."""


class ToolKey(db.Model):
    __tablename__ = "tool_key"
    id: Mapped[int] = mapped_column(primary_key=True)
    kid: Mapped[str] = mapped_column(unique=True)
    private_pem: Mapped[str]  # encrypted
    public_jwk: Mapped[dict] = mapped_column(sa.JSON)
    made_at: Mapped[object] = mapped_column(Instant)
    published_until: Mapped[object | None] = mapped_column(Instant)  # None: no newer key has taken its place


def cipher(of_what: bytes = b"lti-tool private keys") -> Fernet:
    """A key of its own for each kind of secret, all of them from the setting `secret_key`."""
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=of_what)
    return Fernet(base64.urlsafe_b64encode(derived.derive(current_app.config["SECRET_KEY"].encode())))


def new_key() -> ToolKey:
    """Takes a tenth of a second: make it before a transaction begins."""
    pair = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    pem = pair.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    kid = secrets.token_urlsafe(12)
    jwk = json.loads(RSAAlgorithm.to_jwk(pair.public_key()))
    public = {"kty": "RSA", "n": jwk["n"], "e": jwk["e"], "kid": kid, "alg": "RS256", "use": "sig"}
    return ToolKey(kid=kid, private_pem=cipher().encrypt(pem).decode(), public_jwk=public)


def published_keys() -> list[ToolKey]:
    """Those that platforms may use to check what the tool signed, the newest first."""
    published = sa.or_(ToolKey.published_until.is_(None), ToolKey.published_until > now())
    return list(db.session.scalars(sa.select(ToolKey).where(published).order_by(ToolKey.id.desc())))


def lock_keys() -> None:
    """Only one process at a time may look whether there is a key and make one. SQLite's writers wait for each other anyway."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(sa.text("LOCK TABLE tool_key IN SHARE ROW EXCLUSIVE MODE"))


def make_first_key() -> None:
    """Makes the first key, unless another process was faster. Opens its own transaction."""
    made = new_key()
    with transaction():
        lock_keys()
        if not published_keys():
            made.made_at = now()
            db.session.add(made)


def rotate(overlap: timedelta = OVERLAP) -> str:
    """A new key takes over; the earlier ones stay published for `overlap`. Returns the new kid. Opens its own transaction."""
    made = new_key()
    with transaction():
        lock_keys()
        at = now()
        for key in published_keys():
            key.published_until = min(key.published_until or at + overlap, at + overlap)
        db.session.execute(sa.delete(ToolKey).where(ToolKey.published_until < at))
        made.made_at = at
        db.session.add(made)
        return made.kid


def key_set() -> dict:
    """The public keys as a JWKS (RFC 7517). Opens its own transactions."""
    for attempt in range(2):
        with transaction(writes=False):
            if keys := [dict(key.public_jwk) for key in published_keys()]:
                return {"keys": keys}
        make_first_key()
    raise RuntimeError("the first key was made and is not there")


def signing_key() -> tuple[str, rsa.RSAPrivateKey]:
    """(kid, private key) to sign with. Not inside a transaction: the first key may have to be made."""
    key_set()
    with transaction(writes=False):
        chosen = signing(published_keys())
        return chosen.kid, loaded(chosen)


def signing(keys: list[ToolKey]) -> ToolKey:
    """Which of the published ones signs: the newest that platforms can know."""
    known = [key for key in keys if key.made_at <= now() - KNOWN_FIRST]
    return (known or keys[-1:])[0]


def loaded(key: ToolKey) -> rsa.RSAPrivateKey:
    """The key object, parsed once: parsing costs a hundred times more than signing."""
    keys = current_app.extensions["lti_tool_keys"]
    if key.kid not in keys:
        try:
            pem = cipher().decrypt(key.private_pem.encode())
        except InvalidToken:
            raise KeyCannotBeRead(KeyCannotBeRead.__doc__) from None
        keys[key.kid] = serialization.load_pem_private_key(pem, password=None)
    return keys[key.kid]
