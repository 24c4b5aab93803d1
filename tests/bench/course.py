"""A course for measuring: a board with as many notes as wanted, and people who are signed in already. Written straight into a new database."""
import random
import re
import secrets
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from demo.texts import BOARDS
from lti_tool import create_app
from lti_tool.access.visit import COOKIE, Visit, hashed
from lti_tool.boards import Note
from lti_tool.boards.board import make_board
from lti_tool.db import Wording, db, now, transaction
from lti_tool.db.migrating import upgrade
from lti_tool.people import Membership, Person
from lti_tool.people.course import course_of_context
from tests.support.bulk import insert, positions

from .tool import free_port, settings

COLUMNS = ("Toimii", "Takkuaa", "Kokeillaan", "Kysyttävää")
LANGUAGES = ("fi", "sv", "en")
FACILITATES_EVERY = 50
COLOURS = ("sun", "heart", "leaf", "drop", "star", "stone")


class Course(NamedTuple):
    """`cookies` are those of its people, one after the other; the first of them facilitates."""

    database: Path
    port: int
    board: int
    columns: list[int]
    cookies: list[str]

    @property
    def page(self) -> str:
        return f"/boards/{self.board}"

    @property
    def stream(self) -> str:
        return f"/activities/{self.board}/stream?since="

    def notes_of(self, column: int = 0) -> str:
        """Where new notes of a column are sent."""
        return f"/columns/{self.columns[column]}/notes"


def sentences(count: int) -> list[str]:
    """The demo's notes, then others as long, of the same words in another order: so that no compressor finds them twice. The same in each run."""
    chance = random.Random(2026)
    made = [note.text for board in BOARDS for note in board.notes if note.language == "fi"][:count]
    lengths = [len(text) for text in made]
    words = [word for text in made for word in re.findall(r"\S+", text)]
    while len(made) < count:
        text, length = "", chance.choice(lengths)
        while len(text) < length:
            text += chance.choice(words) + " "
        made.append(text.strip()[:1000])
    return made


def make_course(folder: Path, people: int = 10, notes: int = 0) -> Course:
    database, port = folder / f"{secrets.token_hex(4)}.db", free_port()
    app = create_app(**settings(database, port))
    with app.test_request_context():
        upgrade(db.engine)
        with transaction():
            course = course_of_context("https://moodle.example", "client", "1", "context", "Mittausten kurssi")
            persons, cookies = make_people(course, people)
            board = make_board(course, Wording({"fi": "Mittaustaulu", "sv": "Mättavla"}), [(Wording({"fi": title}), Wording(), "sun") for title in COLUMNS],
                               Wording({"fi": "Kerro omasta arjestasi: missä rakenteesta on ollut hyötyä ja missä se hangoittelee vastaan?"}))
            board.state = "open"
            columns = [column.id for column in board.columns()]
            chance, places = random.Random(11), positions(notes) if notes else []
            rows = [dict(activity_id=board.id, column_id=columns[n % len(columns)], author_id=chance.choice(persons), text=text, language="fi",
                         colour=chance.choice(COLOURS), position=place, version=1, made_at=now() - timedelta(minutes=notes - n))
                    for n, (text, place) in enumerate(zip(sentences(notes), places))]
            if rows:
                db.session.execute(sa.insert(Note), rows)
            made = Course(database, port, board.id, columns, cookies)
        db.session.remove()
        db.engine.dispose()
    return made


def make_people(course, count: int) -> tuple[list[int], list[str]]:
    """Members who have been here before; every fiftieth facilitates. Their numbers and their cookies."""
    at = now()
    persons = insert(Person, [dict(issuer="https://moodle.example", subject=f"person-{n}", platform_name=f"Etunimi{n} Sukunimi{n}", locale=LANGUAGES[n % 3],
                                   note_language="fi", arrived_at=at) for n in range(count)])
    insert(Membership, [dict(course_id=course.id, person_id=person, number=n + 1, arrived_at=at, seen_at=at, welcomed_at=at, asked_at=at,
                             launched_as="participant" if n % FACILITATES_EVERY else "facilitator") for n, person in enumerate(persons)])
    course.people_counted += count
    tokens = [secrets.token_urlsafe(32) for _person in persons]
    insert(Visit, [dict(id=hashed(token), person_id=person, began_at=at, seen_at=at) for token, person in zip(tokens, persons)])
    return persons, [f"{COOKIE}={token}" for token in tokens]
