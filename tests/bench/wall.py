"""What a wall costs the server: its first view with 500 posts."""
import random
import re
import statistics
from datetime import timedelta

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
from .connection import Connection
from .course import make_course
from .figure import Figure
from .tool import served, settings

POSTS, STEPS_EACH, KILOBYTES, MILLISECONDS = 500, 6, 80, 60


def sayings(count: int, chance: random.Random) -> list[tuple[str, str]]:
    """(title, text) of posts as long as the demo's, of their words in another order each, so that no compressor finds them twice."""
    told = [words for post in PRACTICES for words in post.texts.values()]
    known = re.findall(r"\S+", " ".join(words.how for words in told))
    return [(" ".join(chance.choices(known, k=len(words.title.split()))), " ".join(chance.choices(known, k=len(words.how.split()))))
            for words in (told[n % len(told)] for n in range(count))]


def make_wall(course, count: int) -> str:
    """The path of a ready wall with as many posts, in the course that was made; two topics each, and steps of some of its people."""
    app, chance = create_app(**settings(course.database, course.port)), random.Random(7)
    with app.test_request_context(), transaction():
        wall = make(db.session.scalar(sa.select(Course)), Wording({"fi": "Hyvät käytännöt", "sv": "God praxis"}), "practices")
        wall.state = "open"
        fields, themes, people = wall.fields, [theme.id for theme in wall.themes], list(db.session.scalars(sa.select(Person.id)))
        posts = insert(Post, [dict(activity_id=wall.id, author_id=chance.choice(people), state="published", version=1, made_at=now(), pinned=n < 2, deleted_by_facilitator=False,
                                   published_at=now() - timedelta(hours=n)) for n in range(count)])
        answers = [(title, {str(fields[2].id): read_plain(text).html}) for title, text in sayings(count, chance)]
        insert(PostText, [dict(post_id=post, activity_id=wall.id, language="fi" if post % 4 else "sv", title=title, answers=said, beginning=beginning_of(said, fields), version=1)
                          for post, (title, said) in zip(posts, answers)])
        db.session.execute(sa.insert(PostTheme), [dict(post_id=post, theme_id=theme, place=place) for post in posts for place, theme in enumerate(chance.sample(themes, 2))])
        insert(Adoption, [dict(post_id=post, person_id=person, step=chance.choice(STEPS), at=now()) for post in posts for person in chance.sample(people, STEPS_EACH)])
        path = f"/walls/{wall.id}"
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return path


def measure(bench):
    count, course = 20 if bench.quick else 60, make_course(bench.folder, people=50)
    path, sent = make_wall(course, POSTS), []
    with served(course), Connection(course.port, course.cookies[1]) as reader:
        bench.say(f"the wall with {POSTS} posts, {count} times")
        spent = timed(lambda n: sent.append(len(reader.get(path, Accept_Encoding="gzip, deflate, br, zstd").body)), count)
        least = timed(lambda n: reader.get("/healthz"), count)
    size, middle = sent[-1] / 1000, statistics.median(spent)
    yield Figure(f"wall with {POSTS} posts, first view, server time", spent, "ms", f"≤ {MILLISECONDS} ms and ≤ {KILOBYTES} KB", middle <= MILLISECONDS and size <= KILOBYTES,
                 f"{size:.0f} KB sent", least, "the smallest answer (/healthz)", "ms", None, "",
                 "From the request to the last byte of the answer, compressed as browsers ask for it, one after the other: 24 posts, the matrix of the 12 best known.")
