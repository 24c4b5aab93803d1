"""Fills the demo course once: the platform's registration, people, boards, walls, a module and notes as if they had been working for months."""
from datetime import timedelta

import sqlalchemy as sa

from lti_tool.activities.anonymity import REGION_ONLY
from lti_tool.activities.placement import ACTIVITY, HOME, Placement
from lti_tool.boards.board import Board, make_board
from lti_tool.boards.comment import Comment
from lti_tool.boards.note import Note
from lti_tool.boards.reaction import react
from lti_tool.db import Wording, db, now, transaction
from lti_tool.db.positions import between
from lti_tool.lti.platform import Platform, add_platform
from lti_tool.people import Arrival, Course, Membership, Region, arrive, list_of

from .modules import add_modules
from .people import ADMIN, CAST, PARTICIPANT, PEOPLE
from .texts import BOARDS, COLOURS, COURSE
from .texts_responses import COMMENTS, REACTIONS
from .walls import add_walls
from .workshops import add_workshops

COURSE_CONTEXT = "1"
LINK_OF_HOME = "1"


def fill(registration: dict) -> None:
    """Does nothing when the course is already there."""
    with transaction():
        if db.session.scalar(sa.select(Platform.id).filter_by(issuer=registration["issuer"])):
            return
        if db.session.scalar(sa.select(Platform.id).limit(1)):
            raise SystemExit("The data here belongs to a demo platform at another address: use the same ports as before, or --fresh.")
        add_platform(**registration)
        members = {person.key: member(person, registration) for person in [*CAST, *PEOPLE]}
        course = members["marja"].course
        boards = {told.key: add_board(told, course, members) for told in BOARDS}
        add_responses(members)
        add_workshops(course, members, finished=boards["osallisuus"])
        add_walls(course, members)
        add_modules(course, members)
        db.session.add(Placement(course_id=course.id, resource_link=LINK_OF_HOME, title="Työtila", opens=HOME))


def member(person, registration) -> Membership:
    """As if the person had launched some days ago."""
    elsewhere = person.key == "eeva"
    membership = arrive(Arrival(
        issuer=registration["issuer"], client_id=registration["client_id"], deployment_id=registration["deployment_ids"][0], subject=person.sub,
        context_id="2" if elsewhere else COURSE_CONTEXT, course_title="Toinen verkosto" if elsewhere else COURSE["title"]["fi"],
        as_facilitator=person.role != PARTICIPANT, as_admin=person.role == ADMIN, name=person.name, locale=person.locale))
    membership.region_id = next((line.id for line in list_of(Region, membership.course_id) if line.name["fi"] == person.region), None)
    membership.asked_at = now() - timedelta(days=100)
    membership.arrived_at = now() - timedelta(days=120)
    membership.seen_at = now() - timedelta(days=4)
    membership.visited_before_at = now() - timedelta(days=11)
    return membership


def add_board(told, course: Course, members: dict) -> Board:
    board = make_board(course, Wording(told.title), [(Wording(c.title), Wording(c.prompt), c.colour) for c in told.columns], Wording(told.prompt))
    board.anonymity = told.anonymity
    board.made_as_workshop = told.kind == "workshop"
    board.colour_names = {colour: dict(names) for colour, names in COLOURS.items()}
    board.state = told.state
    columns, last = board.columns(), {}
    for number, note in enumerate(sorted(told.notes, key=lambda note: -note.days_ago)):
        column = columns[note.column]
        last[column.id] = between(last.get(column.id), None)
        author = members[note.author]
        db.session.add(Note(activity_id=board.id, column_id=column.id, author_id=author.person_id, text=note.text, anonymity=told.anonymity,
                            region_id=author.region_id if told.anonymity == REGION_ONLY else None,
                            language=note.language, colour=note.colour, position=last[column.id],
                            made_at=now() - timedelta(days=note.days_ago, minutes=number % 50)))
    db.session.flush()
    db.session.add(Placement(course_id=course.id, resource_link=str(told.link), title=told.title["fi"], opens=ACTIVITY, activity_id=board.id))
    return board


def add_responses(members: dict) -> None:
    """Comments and reactions, to the notes that begin so."""
    notes = list(db.session.scalars(sa.select(Note)))

    def note_that_begins(words) -> Note:
        return next(note for note in notes if note.text.startswith(words))

    for number, said in enumerate(COMMENTS):
        note = note_that_begins(said.note)
        comment = Comment(activity_id=note.activity_id, note_id=note.id, text=said.text, language=said.language,
                          made_at=now() - timedelta(days=said.days_ago, minutes=50 - number))
        db.session.add(comment)
        db.session.flush()
        comment.sign(note.anonymity, members[said.author].person_id, members[said.author].course_id)
    for words, given in REACTIONS.items():
        for kind, people in given.items():
            for key in people.split():
                react(note_that_begins(words), kind, members[key].person_id)
