"""Platforms' public keys, fetched from their key set addresses and kept as key objects.

A key that is not known is looked for anew, at most every 30 seconds. A failed fetch leaves nothing behind.
"""
import threading
from dataclasses import dataclass
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from flask import current_app
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import PyJWTError

from ..db import now
from .message_refusals import KeyIsTooSmall, KeysNotReachable, UnknownKey
from .no_answer import NoAnswer
from .outgoing import json_of

KEPT = timedelta(hours=1)
ASKED_AGAIN_AFTER = timedelta(seconds=30)
SMALLEST_KEY = 2048  # bits; LTI security framework 6.1


@dataclass(frozen=True)
class KeySet:
    fetched_at: object
    keys: dict[str, RSAPublicKey]
    too_small: frozenset[str]  # kids of keys that are published but not taken

    def is_to_be_fetched(self, kid: str, at) -> bool:
        age = at - self.fetched_at
        return age > KEPT or (kid not in self.keys and age > ASKED_AGAIN_AFTER)


class PlatformKeys:
    """One for each application. Threads that need the same address wait for one fetch."""

    def __init__(self):
        self._sets: dict[str, KeySet] = {}
        self._locks: dict[str, threading.Lock] = {}

    def key(self, address: str, kid: str) -> RSAPublicKey:
        """The platform's key of that name. Not inside a transaction: it may have to be fetched."""
        known = self._sets.get(address)
        if known is None or known.is_to_be_fetched(kid, now()):
            with self._locks.setdefault(address, threading.Lock()):
                known = self._sets.get(address)
                if known is None or known.is_to_be_fetched(kid, now()):
                    known = self._sets[address] = fetch(address)
        if kid in known.keys:
            return known.keys[kid]
        raise KeyIsTooSmall(kid) if kid in known.too_small else UnknownKey(kid)


def fetch(address: str) -> KeySet:
    try:
        answer = current_app.extensions["lti_requests"].get(address)
        if answer.status_code != 200:
            raise KeysNotReachable(f"the key set address answered {answer.status_code}")
        return read_key_set(json_of(answer))
    except NoAnswer as error:
        raise KeysNotReachable(f"the key set address could not be asked: {type(error).__name__}") from error


def read_key_set(found: dict) -> KeySet:
    """RSA keys for signing with RS256 (RFC 7517); others are passed over."""
    try:
        listed = found["keys"]
        usable = [jwk for jwk in listed if jwk.get("kty") == "RSA" and isinstance(jwk.get("kid"), str)
                  and jwk.get("use", "sig") == "sig" and jwk.get("alg", "RS256") == "RS256"]
        keys = {jwk["kid"]: RSAAlgorithm.from_jwk({"kty": "RSA", "n": jwk["n"], "e": jwk["e"]}) for jwk in usable}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, PyJWTError) as error:
        raise KeysNotReachable(f"the key set cannot be read: {type(error).__name__}") from error
    large = {kid: key for kid, key in keys.items() if key.key_size >= SMALLEST_KEY}
    return KeySet(now(), large, frozenset(keys.keys() - large.keys()))
