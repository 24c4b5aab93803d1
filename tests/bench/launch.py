"""Login and launch: our whole handshake, beside PyLTI1p3 as bare as it comes, and beside the commits that ours makes, done raw."""
import sqlite3
import time
from urllib.parse import parse_qsl, urlsplit

import jwt
from flask import Flask
from pylti1p3.contrib.flask import FlaskMessageLaunch, FlaskOIDCLogin, FlaskRequest
from pylti1p3.tool_config import ToolConfDict

from lti_tool import create_app
from lti_tool.db import db
from lti_tool.db.engines import PRAGMAS
from lti_tool.db.migrating import upgrade
from tests.support.cast import AINO
from tests.support.platform import Form, LearningPlatform

from .figure import Figure
from .tool import free_port, settings

COMMITS = 3  # the login's attempt; its consumption; the arrival


def bare_tool(platform) -> Flask:
    """PyLTI1p3's own way in the fewest words; everything is kept in the session's cookie."""
    app = Flask("bare")
    app.secret_key = "only-for-the-bench"
    registration = platform.registration
    conf = ToolConfDict({platform.issuer: [{"default": True, "client_id": platform.client_id, "auth_login_url": registration["auth_login_url"],
                                            "auth_token_url": registration["auth_token_url"], "key_set_url": registration["key_set_url"],
                                            "key_set": {"keys": platform.published}, "deployment_ids": [platform.deployment_id]}]})

    @app.route("/lti/login", methods=["GET", "POST"])
    def login():
        return FlaskOIDCLogin(FlaskRequest(), conf).redirect("https://tool.example/lti/launch")

    @app.post("/lti/launch")
    def launch():
        return FlaskMessageLaunch(FlaskRequest(), conf).get_launch_data()["sub"]

    return app


def handshake(platform, app, fields_of) -> float:
    """Milliseconds in which the tool answers login and launch of a fresh browser; what the platform does between is not counted."""
    client = app.test_client()
    began = time.perf_counter()
    asked = platform.ask(client, AINO)
    spent = time.perf_counter() - began
    fields = fields_of(asked)
    token = jwt.encode(platform.claims(fields["nonce"], AINO), platform.key, algorithm="RS256", headers={"kid": platform.kid})
    began = time.perf_counter()
    answer = platform.answer(client, id_token=token, state=fields["state"])
    spent += time.perf_counter() - began
    if answer.status_code not in (200, 303):
        raise SystemExit(f"the launch was refused: {answer.status_code} {answer.text[:500]}")
    return 1000 * spent


def fields_of_redirect(answer) -> dict:
    return dict(parse_qsl(urlsplit(answer.headers["Location"]).query))


def raw_commits(file) -> float:
    """Milliseconds of as many commits as a launch makes, each of one small row that waits for the disk."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS small (number INTEGER PRIMARY KEY, words TEXT)")
    began = time.perf_counter()
    for _commit in range(COMMITS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO small (words) VALUES (?)", ("x" * 200,))
        connection.execute("COMMIT")
    spent = time.perf_counter() - began
    connection.close()
    return 1000 * spent


def measure(bench):
    count = 60 if bench.quick else 300
    app = create_app(**settings(bench.folder / "launch.db", free_port(), public_url="https://tool.example"))
    with app.app_context():
        upgrade(db.engine)
    platform = LearningPlatform()
    platform.register(app)
    bare = bare_tool(platform)
    bench.say(f"{count} launches of each, by turns")
    ours, floors, commits = [], [], []
    for n in range(count + 10):
        ours.append(handshake(platform, app, lambda answer: Form(answer.text).fields))
        floors.append(handshake(platform, bare, fields_of_redirect))
        commits.append(raw_commits(bench.folder / "raw.db"))
    with app.app_context():
        db.engine.dispose()
    figure = Figure("login + launch, server time", ours[10:], "ms", "≤ 4 × bare PyLTI1p3 plus the commits", False,
                    f"the {COMMITS} commits raw: {sorted(commits)[len(commits) // 2]:.2f} ms", floors[10:], "bare PyLTI1p3, keys known", "ms", None,
                    "PyLTI1p3 bare, keys cached: 0.6 + 0.96 ms",
                    "Both applications in this process, by turns, with the same signed messages; ours looks up, checks, records and signs somebody in.")
    floor, disk = (sorted(values)[len(values) // 2] for values in (floors[10:], commits[10:]))
    figure.ratio = (figure.median - disk) / floor
    figure.reached = figure.median <= 4 * floor + disk
    yield figure
