"""A course with one of everything, and people of every kind in it and outside: for tests that walk all addresses."""
import re
from contextlib import contextmanager

import sqlalchemy as sa

from lti_tool.activities import Placement
from lti_tool.boards import Act, Note
from lti_tool.boards.board import make_board
from lti_tool.boards.note import add_note
from lti_tool.db import Wording, db, now, transaction
from lti_tool.people import Course, Membership, Person

from .cast import AINO, EEVA, FACILITATOR, MARJA, ORJAN, OTTO
from .cast import Person as Actor

ILONA = Actor("user-13", "Ilona", "Ekroos")
PEKKA = Actor("user-22", "Pekka", "Lahti", FACILITATOR, course="perehdytys")
WHO = {"participant": AINO, "facilitator": MARJA, "course admin": OTTO, "co-facilitator": ORJAN, "ex-co-facilitator": ILONA,
       "participant elsewhere": EEVA, "facilitator elsewhere": PEKKA}
# Fields for every form at once: each route takes its own.
FORM = {"kind": "board", "title-fi": "Uusi otsikko", "state": "open", "text": "Uusi teksti", "version": "2", "colour": "leaf", "language": "fi",
        "opens": "home", "languages": "fi", "main_language": "fi", "scheme": "dark", "address": "/me", "after": "", "locked": "yes", "grant": "no"}


class Scene:
    """`visitors` by kind of person; `things(state)` are fresh numbers of everything an address may name."""

    def __init__(self, app, enter):
        self.app = app
        self.visitors = {}
        for kind, person in WHO.items():  # one after the other: the first to arrive opens the course
            self.visitors[kind] = enter(person)
        with self.writing():
            members = {m.person.subject: m for m in db.session.scalars(sa.select(Membership))}
            members[ORJAN.sub].grant_cofacilitation()
            members[ILONA.sub].grant_cofacilitation()
            members[ILONA.sub].end_cofacilitation()
            self.course, self.aino = members[AINO.sub].course_id, members[AINO.sub].person_id
        self.made = 0

    @contextmanager
    def writing(self):
        with self.app.test_request_context(), transaction():
            yield

    def things(self, state="open", column_deleted=False) -> dict:
        """A board of Marja's with a note of Aino's that she has edited once; a link and a member whom nothing else uses."""
        self.made += 1
        with self.writing():
            course = db.session.get(Course, self.course)
            board = make_board(course, Wording({"fi": "Taulu"}), [(Wording({"fi": "Sarake"}), Wording(), "sun")])
            column = board.columns()[0]
            note = add_note(column, "Ensin näin", "sun", "fi", by=self.aino)
            act = note.edit("Sitten näin", "sun", "fi", 1, by=self.aino)
            board.state = "open" if state == "deleted" else state
            board.deleted_at = now() if state == "deleted" else None
            column.deleted_at = now() if column_deleted else None
            placement = Placement(course_id=course.id, resource_link=f"link-{self.made}")
            somebody = Person(issuer="https://moodle.example", subject=f"somebody-{self.made}", arrived_at=now())
            membership = Membership(course_id=course.id, person=somebody, number=course.next_number(), arrived_at=now(), seen_at=now(),
                                    launched_as="participant", is_cofacilitator=True)
            db.session.add_all((placement, membership))
            db.session.flush()
            return {"course_id": course.id, "activity_id": board.id, "board_id": board.id, "column_id": column.id, "note_id": note.id,
                    "act_id": act.id, "placement_id": placement.id, "membership_id": membership.id, "filename": "dist/manifest.json"}

    def count(self) -> dict:
        """What there is, to see that nothing changed."""
        with self.app.app_context(), transaction(writes=False):
            return {noun.__name__: tuple(db.session.execute(sa.select(sa.func.count(), sa.func.max(noun.id))).one()) for noun in (Note, Act, Placement)}


def address(rule, things: dict) -> str:
    """The rule's path with its placeholders filled in."""
    def number(found):
        name = found.group(1).rpartition(":")[2]
        assert name in things, f"what is {name} in {rule}? Add one to Scene.things"
        return str(things[name])
    return re.sub(r"<([^>]+)>", number, str(rule))


def routes(app):
    """(method, rule, endpoint) of everything the application answers to; HEAD goes with GET."""
    return sorted((method, str(rule), rule.endpoint) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"})
