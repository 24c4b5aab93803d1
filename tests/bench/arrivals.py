"""Three hundred people arrive within a minute, each by a link in their platform: launched, the board's page, its stream. How long each waited, and who was refused."""
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode, urlsplit

import jwt

from demo.platform.claims import LTI
from lti_tool import create_app
from lti_tool.activities import Activity
from lti_tool.activities.placement import ACTIVITY, Placement
from lti_tool.db import db, transaction
from lti_tool.lti import add_platform
from lti_tool.people import CourseContext
from tests.support.cast import ROLES, Person
from tests.support.platform import Form, jwk_of, rsa_key

from .connection import Connection, request
from .course import make_course
from .crowd import Crowd
from .figure import Figure, quantile
from .tool import served, settings

PEOPLE, SECONDS, HANDS = 300, 60, 12
KID, CLIENT, DEPLOYMENT, LINK = "key-of-the-bench", "client", "1", "link"
DEVELOPMENT = {"environment": "development"}  # so that the platform may be on loopback


@contextmanager
def platform():
    """Says its key and nothing else. Its address."""
    key_set = json.dumps({"keys": [jwk_of(rsa_key(), KID)]}).encode()

    class Says(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(key_set)))
            self.end_headers()
            self.wfile.write(key_set)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Says)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def connect(course, issuer: str) -> None:
    """The tool knows the platform, and the course's link opens the board."""
    app = create_app(**settings(course.database, course.port, **DEVELOPMENT, public_url=f"http://localhost:{course.port}"))
    with app.test_request_context():
        with transaction():
            add_platform(issuer=issuer, client_id=CLIENT, deployment_ids=[DEPLOYMENT], name="Oppimisalusta", auth_login_url=f"{issuer}/auth",
                         auth_token_url=f"{issuer}/token", key_set_url=f"{issuer}/jwks")
            of_board = db.session.get(Activity, course.board).course_id
            db.session.add(CourseContext(course_id=of_board, issuer=issuer, client_id=CLIENT, deployment_id=DEPLOYMENT, context_id="context"))
            db.session.add(Placement(course_id=of_board, resource_link=LINK, opens=ACTIVITY, activity_id=course.board))
        db.session.remove()
        db.engine.dispose()


def message(issuer: str, port: int, person: Person, nonce: str) -> str:
    """What the platform says of somebody who follows the link, signed."""
    at = int(time.time())
    return jwt.encode({
        "iss": issuer, "aud": CLIENT, "sub": person.sub, "iat": at, "exp": at + 60, "nonce": nonce, "name": person.name,
        f"{LTI}deployment_id": DEPLOYMENT, f"{LTI}message_type": "LtiResourceLinkRequest", f"{LTI}version": "1.3.0",
        f"{LTI}target_link_uri": f"http://localhost:{port}/lti/launch", f"{LTI}roles": ROLES[person.role],
        f"{LTI}resource_link": {"id": LINK, "title": "Taulu"}, f"{LTI}context": {"id": "context", "title": "Mittausten kurssi"},
        f"{LTI}launch_presentation": {"locale": "fi"}}, rsa_key(), algorithm="RS256", headers={"kid": KID})


def arrive(course, issuer: str, person: Person) -> tuple[float, str, int]:
    """(seconds waited for the tool, cookie, status of the page) of one person; signing is the platform's and not counted."""
    with Connection(course.port) as line:
        def send(path, cookie="", **form):
            return line.ask(request("POST", path, cookie, urlencode(form).encode(), Origin=issuer, Sec_Fetch_Site="cross-site"))

        began = time.perf_counter()
        asked = send("/lti/login", iss=issuer, login_hint=person.sub, client_id=CLIENT, lti_deployment_id=DEPLOYMENT,
                     target_link_uri=f"http://localhost:{course.port}/lti/launch")
        waited = time.perf_counter() - began
        fields = Form(asked.body.decode()).fields
        token = message(issuer, course.port, person, fields["nonce"])
        began = time.perf_counter()
        launched = send("/lti/launch", asked.cookies, id_token=token, state=fields["state"])
        cookie = launched.cookies
        page = line.ask(request("GET", urlsplit(launched.headers.get("location", "/nowhere")).path, cookie))
        return waited + time.perf_counter() - began, cookie, page.status


def measure(bench):
    seconds = SECONDS / 4 if bench.quick else SECONDS
    people = [Person(f"late-{n}", f"Etunimi{n}", "Sukunimi") for n in range(PEOPLE // 4 if bench.quick else PEOPLE)]
    course, waits, statuses, lock = make_course(bench.folder, people=2, notes=60), [], [], threading.Lock()
    with platform() as issuer:
        connect(course, issuer)
        bench.say(f"{len(people)} people within {seconds:.0f} s")
        with served(course, **DEVELOPMENT, public_url=f"http://localhost:{course.port}"), Crowd(course.port) as crowd:
            began = time.perf_counter()

            def hand(first: int):
                for place in range(first, len(people), HANDS):
                    time.sleep(max(0, began + seconds * place / len(people) - time.perf_counter()))
                    waited, cookie, status = arrive(course, issuer, people[place])
                    with lock:
                        waits.append(1000 * waited)
                        statuses.append(status)
                        crowd.join().socket.send(request("GET", course.stream + "0", cookie, Accept="text/event-stream"))

            hands = [threading.Thread(target=hand, args=(first,)) for first in range(HANDS)]
            for one in hands:
                one.start()
            while any(one.is_alive() for one in hands):
                crowd.listen(0.5)
            spent = time.perf_counter() - began
            crowd.forget()
            with Connection(course.port, course.cookies[0]) as line:
                line.note(course.notes_of(), "Tervetuloa", "welcome-of-the-bench-of-arrivals")
            crowd.until("Tervetuloa".encode(), 10)
            hearing = sum(1 for member in crowd.members.values() if member.found)
    refused = sum(status != 200 for status in statuses)
    yield Figure(f"{len(people)} people arriving within {seconds:.0f} s, each launched: until they have the board's page", waits, "ms",
                 "nobody refused, 95 of 100 within 1 s, all of them live", not refused and hearing == len(people) and quantile(waits, 0.95) <= 1000,
                 f"p95 {quantile(waits, 0.95):.0f} ms; {refused} refused; {hearing} live; all there after {spent:.0f} s", [], "", "ms", None, "",
                 "Login, launch and the page of a board with 60 notes, of people never seen before, while those who came earlier have it open; the platform's part is not counted.")


__all__ = ["measure"]
