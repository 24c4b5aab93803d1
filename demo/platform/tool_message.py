"""What a tool says in a signed message of its own: its answer to a question for content, and who it is where it asks for an access token.

The key is fetched from the tool each time, so that a rotated one is believed at once and a withdrawn one no longer.
"""

import jwt
import requests
from flask import current_app

TIMEOUT = (3, 10)  # seconds: to be there, and to answer
KEYS_LONGEST = 100_000  # bytes


class NotBelieved(Exception):
    """The reason in plain technical English, for whoever builds the tool."""


def read_message(signed, tool, audience, needed=()):
    """The claims of a message that the tool has signed for this audience; raises NotBelieved."""
    try:
        key = key_of(tool, jwt.get_unverified_header(signed).get("kid"))
        required = ["iss", "aud", "exp", "iat", *needed]
        return jwt.decode(signed, key, algorithms=["RS256"], issuer=tool.client_id, audience=audience, leeway=60, options={"require": required})
    except jwt.PyJWTError as error:
        raise NotBelieved(str(error)) from error


def key_of(tool, kid):
    try:
        answer = current_app.requests.get(tool.key_set_url, timeout=TIMEOUT, allow_redirects=False)
        answer.raise_for_status()
        if answer.status_code != 200 or len(answer.content) > KEYS_LONGEST:
            raise NotBelieved(f"{tool.key_set_url} did not answer with a key set")
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
    except (requests.RequestException, ValueError, AttributeError, jwt.PyJWTError) as error:
        raise NotBelieved(f"the key set of {tool.key_set_url} could not be read: {error}") from error
    found = next((key for key in keys if key.key_id == kid), None)
    if found is None or found.key_type != "RSA":
        raise NotBelieved(f"{tool.key_set_url} has no RSA key with the kid {kid!r}")
    return found
