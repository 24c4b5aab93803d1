"""What a browser meets: the tool as `lti-tool serve` runs it, and the demo platform on another site, each in a thread of this process."""
import asyncio
import shutil
import signal
import socket
import threading
from contextlib import contextmanager

import sqlalchemy as sa
from werkzeug.serving import WSGIRequestHandler, make_server

from demo.fill import fill
from demo.platform import create_platform, registration
from lti_tool import create_app
from lti_tool.activities import Placement
from lti_tool.boards.board import Board, lay_out
from lti_tool.boards.layout import one_phase
from lti_tool.boards.note import add_note
from lti_tool.boards.reading import notes_of_columns
from lti_tool.db import Wording, db, transaction
from lti_tool.db.migrating import upgrade
from lti_tool.live import Viewpoint
from lti_tool.people import Course, Membership, Person
from lti_tool.server import server_of
from lti_tool.walls import Wall, starting
from lti_tool.walls.post import begin_post
from lti_tool.walls.post_text import text_in
from tests.support.application import COMPILED_TEMPLATES

WAIT = 30  # seconds, for what takes milliseconds
LINK_OF_BOARD = "8"  # of the platform's links, the one that opens a test's own board
DICTIONARIES, SCRIPT_WORDS = {}, {}  # by language; made of the templates and catalogues, so they are the same for all tools of a worker
OWN_COLUMNS = ("Toimii", "Takkuaa", "Kokeillaan")


def listening(port=0):
    """A socket that listens on loopback; port 0 is a free one."""
    taken = socket.socket()
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind(("127.0.0.1", port))
    taken.listen(128)
    return taken


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


class Platform:
    """The demo platform at http://127.0.0.1:<port>: for a browser another site than the tool."""

    def __init__(self, folder, tool: str):
        self.socket = listening()
        self.address = "http://127.0.0.1:{}".format(self.socket.getsockname()[1])
        self.app = create_platform(folder, tool, self.address)
        self.server = make_server("127.0.0.1", 0, self.app, threaded=True, request_handler=Quiet, fd=self.socket.fileno())
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.thread.join(5)
        self.server.server_close()
        self.socket.close()


class Tool:
    """The tool at http://localhost:<port>, over an SQLite file of its own."""

    def __init__(self, port: int, database):
        self.port, self.database = port, database
        self.address = f"http://localhost:{port}"

    def make_app(self):
        app = create_app(environment="development", demo=True, public_url=self.address, port=self.port,
                         database_url=f"sqlite:///{self.database}", help_contact="Satu Tukihenkilö, 02 123 456")
        app.jinja_env.bytecode_cache = COMPILED_TEMPLATES
        app.extensions["dictionaries"], app.extensions["script_words"] = DICTIONARIES, SCRIPT_WORDS
        return app

    def start(self):
        self.app = self.make_app()
        self.server = server_of(self.app)
        self.streams = self.server.serving.streams
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening(self.port)]})
        self.thread.start()

    def stop(self):
        """As SIGTERM does."""
        self.server.handle_exit(signal.SIGTERM, None)
        self.thread.join(WAIT)
        assert not self.thread.is_alive(), "the tool did not stop"
        with self.app.app_context():
            db.engine.dispose()

    def cut_streams(self):
        """As a proxy does that has had enough of them."""
        async def cut():
            for stream in self.streams.all():
                self.streams.end(stream)

        asyncio.run_coroutine_threadsafe(cut(), self.server.serving.loop).result(WAIT)

    @contextmanager
    def writing(self):
        """What a test arranges by itself, beside the pages."""
        with self.app.test_request_context(), transaction():
            yield db.session

    def fill(self, issuer: str):
        """The tables, and the demo's course with its people and boards."""
        app = self.make_app()
        with app.app_context():
            upgrade(db.engine)
            fill(registration(issuer))
            db.session.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
            db.session.remove()
            db.engine.dispose()

    def copy_of(self, database):
        """Another tool at the same address with the same data: one at a time can be started."""
        shutil.copy(self.database, database)
        return Tool(self.port, database)

    def make_board(self, notes=("Kirjaamiskahvit perjantaisin",), columns=OWN_COLUMNS, anonymity="named") -> "StagedBoard":
        """An open board with Aino's notes in its first column, opened by the platform's link 8."""
        made_as = one_phase([(Wording({"fi": name}), Wording(), "sun") for name in columns])
        return self.stage_board(made_as._replace(anonymity=anonymity), notes)

    def stage_board(self, layout, notes=()) -> "StagedBoard":
        """An open board or workshop as the layout says, with Aino's notes in its first column, opened by the platform's link 8."""
        with self.writing() as session:
            course = session.scalar(sa.select(Course).where(Course.title == "Kirjaamisen kehittäjäverkosto"))
            board = lay_out(course, Wording({"fi": "Oma taulu", "sv": "Egen tavla"}), layout)
            board.state = "open"
            aino = session.scalar(sa.select(Person.id).where(Person.subject == "6"))
            standing = board.columns()
            made = [add_note(standing[0], text, "sun", "fi", by=aino) for text in notes]
            open_by_link(session, course, board)
            return StagedBoard(self, board.id, [column.id for column in standing], [note.id for note in made])


    def make_wall(self, ready="practices") -> int:
        """An open wall, made from a ready one and opened by the platform's link 8; its number."""
        with self.writing() as session:
            course = session.scalar(sa.select(Course).where(Course.title == "Kirjaamisen kehittäjäverkosto"))
            wall = starting.make(course, Wording({"fi": "Oma seinä", "sv": "Egen vägg"}), ready)
            wall.state = "open"
            open_by_link(session, course, wall)
            return wall.id

    def make_post(self, wall: int, title: str, words="<p>Luemme yhdessä yhden keksityn kirjauksen.</p>", by="6") -> int:
        """One that others read, with the words in the first question that has to be answered; its number. Aino's, unless said otherwise."""
        with self.writing() as session:
            wall, author = session.get(Wall, wall), session.scalar(sa.select(Person.id).where(Person.subject == by))
            asked = next(field for field in wall.fields if field.required)
            post = begin_post(wall, author)
            text_in(post, "fi").save(title, {str(asked.id): words}, wall.fields, 0, author)
            post.publish(Viewpoint("participant", "fi", author))
            session.flush()
            return post.id


def open_by_link(session, course, activity):
    """For people who have been here before."""
    session.scalar(sa.select(Placement).filter_by(course_id=course.id, resource_link=LINK_OF_BOARD)).open_activity(activity)
    for membership in session.scalars(sa.select(Membership)):
        membership.welcomed_at = membership.arrived_at
    session.flush()


class StagedBoard:
    """A board that only this test knows, and what stands on it now."""

    def __init__(self, tool, number, columns, notes):
        self.tool, self.id, self.columns, self.notes = tool, number, columns, notes
        self.link, self.path = LINK_OF_BOARD, f"/boards/{number}"

    def texts(self) -> list[str]:
        """Every note that stands on the board, once for each time it is there."""
        with self.tool.app.app_context(), transaction(writes=False):
            columns = [column.id for column in db.session.get(Board, self.id).columns()]
            standing = notes_of_columns(columns)
            return [note.text for column in columns for note in standing[column]]
