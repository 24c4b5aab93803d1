"""The tool's own keys: made once, encrypted at rest, rotated with an overlap."""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import jwt
import pytest
from sqlalchemy import text

from lti_tool import create_app
from lti_tool.db import db, transaction
from lti_tool.lti.key import KeyCannotBeRead, ToolKey, rotate, signing_key
from tests.support.platform import TOOL

MAKE_A_KEY = """
import sys
from lti_tool import create_app
app = create_app(environment="testing", database_url=sys.argv[1])
print(app.test_client().get("/lti/jwks", base_url="https://tool.example").json["keys"][0]["kid"])
"""


def published(client):
    return [key["kid"] for key in client.get("/lti/jwks", base_url=TOOL).json["keys"]]


def test_the_key_set_is_public_and_kept_for_five_minutes(client):
    response = client.get("/lti/jwks", base_url=TOOL)
    assert response.headers["Cache-Control"] == "public, max-age=300"
    key, = response.json["keys"]
    assert (key["kty"], key["alg"], key["use"]) == ("RSA", "RS256", "sig")
    assert set(key) == {"kty", "n", "e", "kid", "alg", "use"}, "nothing of the private half"
    assert published(client) == [key["kid"]]


def test_the_private_half_is_encrypted_at_rest(client, seen):
    published(client)
    key, = seen.all(ToolKey)
    assert "PRIVATE" not in key.private_pem and key.private_pem.startswith("gAAAA")


def test_another_secret_key_cannot_read_it(app, client, database_url):
    published(client)
    other = create_app(environment="testing", database_url=database_url, secret_key="another secret of more than 32 letters")
    with other.app_context():
        with pytest.raises(KeyCannotBeRead):
            signing_key()
        db.engine.dispose()


def test_what_the_tool_signs_can_be_checked_with_what_it_publishes(app, client):
    with app.app_context():
        kid, key = signing_key()
    token = jwt.encode({"iss": "client-1"}, key, algorithm="RS256", headers={"kid": kid})
    public = jwt.PyJWKSet.from_dict(client.get("/lti/jwks", base_url=TOOL).json)[kid]
    assert jwt.decode(token, public.key, algorithms=["RS256"]) == {"iss": "client-1"}


def test_key_objects_are_parsed_once(app):
    with app.app_context():
        assert signing_key()[1] is signing_key()[1]


def test_rotation_keeps_the_earlier_key_published_and_lets_the_new_one_become_known_first(app, client, clock):
    first, = published(client)
    clock.forward(days=1)
    with app.app_context():
        second = rotate()
        assert published(client) == [second, first]
        assert signing_key()[0] == first
        clock.forward(minutes=11)
        assert signing_key()[0] == second
        clock.forward(days=7)
        assert published(client) == [second]
        third = rotate()
        assert published(client) == [third, second]
        with transaction(writes=False):
            assert db.session.scalar(text("SELECT count(*) FROM tool_key")) == 2, "keys that are over are deleted"


def test_a_stolen_key_can_be_withdrawn_at_once(app, client):
    published(client)
    with app.app_context():
        second = rotate(timedelta(0))
        assert published(client) == [second]
        assert signing_key()[0] == second


def test_two_processes_make_one_key(database_url, seen):
    def make(_number):
        return subprocess.run([sys.executable, "-c", MAKE_A_KEY, database_url], check=True, capture_output=True, text=True).stdout.strip()

    with ThreadPoolExecutor(2) as both:
        first, second = both.map(make, range(2))
    assert first == second
    assert len(seen.all(ToolKey)) == 1


def test_many_threads_make_one_key(app, seen):
    with ThreadPoolExecutor(6) as threads:
        found = set(threads.map(lambda _number: tuple(published(app.test_client())), range(6)))
    assert len(found) == 1 and len(seen.all(ToolKey)) == 1
