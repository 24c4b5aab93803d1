"""What a wall costs: its first view with 500 and with 10,000 posts, a post more on each, and what a browser gets of it."""
import random
import re
import statistics
import time
from datetime import timedelta
from urllib.parse import urlencode

import sqlalchemy as sa

from demo.texts_walls import PRACTICES
from lti_tool import create_app
from lti_tool.db import Wording, db, now, transaction
from lti_tool.people import Course, Person
from lti_tool.walls import Adoption, Post, PostText
from lti_tool.walls.adoption import STEPS
from lti_tool.walls.post import PostTheme
from lti_tool.walls.post_text import beginning_of
from lti_tool.walls.starting import make
from lti_tool.web.rich_text_plain import read_plain
from tests.support.bulk import insert

from .board import timed
from .browser import browsers, signed_in
from .connection import Connection, request
from .course import make_course
from .figure import Figure, quantile
from .page import describe, visit, visits
from .tool import served, settings

POSTS, MANY, STEPS_EACH, KILOBYTES, MILLISECONDS = 500, 10_000, 6, 80, 60
ENCODINGS = "gzip, deflate, br, zstd"
A_MINUTE = 300  # posts


def sayings(count: int, chance: random.Random) -> list[tuple[str, str]]:
    """(title, text) of posts as long as the demo's, of their words in another order each, so that no compressor finds them twice."""
    told = [words for post in PRACTICES for words in post.texts.values()]
    known = re.findall(r"\S+", " ".join(words.how for words in told))
    return [(" ".join(chance.choices(known, k=len(words.title.split()))), " ".join(chance.choices(known, k=len(words.how.split()))))
            for words in (told[n % len(told)] for n in range(count))]


def make_wall(course, count: int) -> tuple[str, str]:
    """(its path, the name of the answer that has to be given) of a ready wall with as many posts, in the course that was made; two topics each, and steps of some of its people."""
    app, chance = create_app(**settings(course.database, course.port)), random.Random(7)
    with app.test_request_context(), transaction():
        wall = make(db.session.scalar(sa.select(Course)), Wording({"fi": "Hyvät käytännöt", "sv": "God praxis"}), "practices")
        wall.state = "open"
        fields, themes, people = wall.fields, [theme.id for theme in wall.themes], list(db.session.scalars(sa.select(Person.id)))
        at = [now() - timedelta(hours=count - n) for n in range(count)]
        posts = insert(Post, [dict(activity_id=wall.id, author_id=chance.choice(people), state="published", version=1, made_at=moment, published_at=moment, pinned=n < 2,
                                   deleted_by_facilitator=False) for n, moment in enumerate(at)])
        answers = [(title, {str(fields[2].id): read_plain(text).html}) for title, text in sayings(count, chance)]
        insert(PostText, [dict(post_id=post, activity_id=wall.id, language="fi" if post % 4 else "sv", title=title, answers=said, beginning=beginning_of(said, fields), version=1)
                          for post, (title, said) in zip(posts, answers)])
        db.session.execute(sa.insert(PostTheme), [dict(post_id=post, theme_id=theme, place=place) for post in posts for place, theme in enumerate(chance.sample(themes, 2))])
        insert(Adoption, [dict(post_id=post, person_id=person, step=chance.choice(STEPS), at=now()) for post in posts for person in chance.sample(people, STEPS_EACH)])
        path, required = f"/walls/{wall.id}", f"answer-{fields[2].id}"
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return path, required


def first_views(process, course, path: str, count: int) -> tuple[list, int, float]:
    """(milliseconds of each, bytes of one as it is sent, milliseconds of the processor for each)."""
    sent, worked = [], process.worked
    with Connection(course.port, course.cookies[1]) as reader:
        spent = timed(lambda n: sent.append(len(reader.get(path, Accept_Encoding=ENCODINGS).body)), count)
    return spent, sent[-1], (process.worked - worked) / len(sent)


def post(writer: Connection, path: str, **said: str) -> float:
    """Milliseconds of publishing, after a draft was begun."""
    begun = writer.ask(request("POST", f"{path}/posts", writer.cookie)).headers["location"].removeprefix("http://localhost")
    began = time.perf_counter()
    answer = writer.ask(request("POST", re.sub(r"/edit.*", "/texts/fi", begun), writer.cookie, urlencode({**said, "publish": "yes"}).encode()))
    spent = 1000 * (time.perf_counter() - began)
    if answer.status != 303:
        raise SystemExit(f"a post was refused: {answer.status} {answer.body[:800]}")
    return spent


def posting(courses, walls, count: int) -> list[list]:
    """Milliseconds of publishing on each wall, by turns, by many people: one person may begin twenty in a minute."""
    said, spent = sayings(count, random.Random(3)), [[] for _course in courses]
    for n, (title, text) in enumerate(said):
        for course, (path, required), times in zip(courses, walls, spent):
            with Connection(course.port, course.cookies[1 + n % 49]) as writer:
                times.append(post(writer, path, **{"title": title, required: text}))
    return [times[5:] for times in spent]


def measure(bench):
    count = 20 if bench.quick else 60
    courses = [make_course(bench.folder, people=50) for _size in range(2)]
    walls = [make_wall(course, posts) for course, posts in zip(courses, (POSTS, MANY))]
    path = walls[0][0]
    with served(courses[0]) as one, served(courses[1]) as other:
        bench.say(f"the wall with {POSTS} and with {MANY:,} posts, {count} times")
        (spent, size, worked), (more, _size, worked_more) = first_views(one, courses[0], path, count), first_views(other, courses[1], walls[1][0], count)
        with Connection(courses[0].port) as reader:
            least = timed(lambda n: reader.get("/healthz"), count)
        middle = statistics.median(spent)
        yield Figure(f"wall with {POSTS} posts, first view, server time", spent, "ms", f"≤ {MILLISECONDS} ms and ≤ {KILOBYTES} KB", middle <= MILLISECONDS and size <= KILOBYTES * 1000,
                     f"{size / 1000:.0f} KB sent, {worked:.0f} ms of the processor", least, "the smallest answer (/healthz)", "ms", None, "",
                     "From the request to the last byte of the answer, compressed as browsers ask for it, one after the other: 24 posts, the matrix of the 12 best known.")
        ratio = statistics.median(more) / middle
        yield Figure(f"wall with {MANY:,} posts, first view, server time", more, "ms", f"≤ 4 × with {POSTS} posts", ratio <= 4, f"{worked_more:.0f} ms of the processor", spent, f"the wall with {POSTS} posts", "ms", ratio, "",
                     f"The same of a wall with {MANY:,} posts and {MANY * STEPS_EACH:,} steps, all of which are counted for the matrix.")
        published = 60 if bench.quick else A_MINUTE
        bench.say(f"{published} posts more on each")
        few, many = posting(courses, walls, published)
        ratio = statistics.median(many) / statistics.median(few)
        yield Figure(f"publishing a post at {MANY:,} posts", many, "ms", f"≤ 1.5 × at {POSTS}", ratio <= 1.5, f"p95 {quantile(many, .95):.0f} ms", few, f"publishing at {POSTS} posts", "ms", ratio, "",
                     f"{published} posts one after the other, by 49 people, on each of two servers by turns; kept durably, found by the search from then on.")
        with browsers() as (browser,):
            bench.say("the wall in a browser")
            visit(signed_in(browser, courses[0], 1), courses[0], path)
            firsts, returns = visits(browser, courses[0], 3 if bench.quick else 9, path)
    page = f"wall with {POSTS} posts"
    yield from describe("first visit", firsts, 80, 8, 0.4, "", "A fresh browser profile opens the wall: page, script and its words, three styles, stream, dictionary.", page)
    yield from describe("return visit", returns, 8, 4, 0.2, "", "The same profile opens it again: the page comes whole, built files are not asked for.", page)
