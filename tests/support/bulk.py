"""Many things at once, straight into the database; and counting what a page asks of it."""
import secrets
from contextlib import contextmanager
from datetime import timedelta

import sqlalchemy as sa
from fractional_indexing import generate_n_keys_between

from lti_tool.activities import Activity
from lti_tool.boards import Act, Board, Column, Comment, Note, Phase, Reaction, Vote
from lti_tool.boards.vote import voter_in
from lti_tool.db import Wording, db, now, transaction
from lti_tool.feedback import FeedbackAnswer, FeedbackForm
from lti_tool.files import Attachment, StoredFile
from lti_tool.live import Topic
from lti_tool.people import Course, CourseContext, Membership, Person, RosterMember, take_groups, take_roster
from lti_tool.walls import Adoption, Mention, Post, PostComment, PostText, SavedPost, Theme, Wall
from lti_tool.walls.field import Field
from lti_tool.walls.post import PostTheme
from lti_tool.workshops.action import ActionMark
from lti_tool.workshops.announcement import Announcement
from lti_tool.workshops.occasion import Occasion
from lti_tool.workshops.series import Series


def positions(count: int) -> list[str]:
    """Ascending keys, behind all that a page has given."""
    return generate_n_keys_between("c000", None, count)


def insert(noun, rows) -> list[int]:
    return list(db.session.scalars(sa.insert(noun).returning(noun.id, sort_by_parameter_order=True), rows))


@contextmanager
def writing(app):
    with app.app_context(), transaction():
        yield


def many_notes(app, board, count, author="user-11", deleted=False) -> None:
    """Notes of one person, each edited once, evenly over the board's columns."""
    with writing(app):
        person, at = db.session.scalar(sa.select(Person.id).where(Person.subject == author)), now()
        numbers = insert(Note, [dict(activity_id=board.id, column_id=board.columns[n % len(board.columns)], author_id=person, text=f"Lappu {n}", language="fi",
                                     colour="sun", position=position, version=2, made_at=at, edited_at=at, deleted_at=at if deleted else None)
                                for n, position in enumerate(positions(count))])
        insert(Act, [dict(activity_id=board.id, person_id=person, thing=f"note:{number}", verb="edited", before={"text": "Ennen"}, version=2, at=at)
                     for number in numbers])


def many_responses(app, board, count, author="user-11") -> None:
    """Notes with a comment and a reaction each; and as many comments under the board's first note."""
    many_notes(app, board, count, author)
    with writing(app):
        person, at = db.session.scalar(sa.select(Person.id).where(Person.subject == author)), now()
        notes = list(db.session.scalars(sa.select(Note.id).where(Note.activity_id == board.id).order_by(Note.id)))
        comments = [dict(activity_id=board.id, author_id=person, text="Meillä samoin", language="fi", version=1, made_at=at, note_id=note)
                    for note in notes + notes[:1] * count]
        db.session.execute(sa.insert(Comment), comments)
        db.session.execute(sa.insert(Reaction), [dict(note_id=note, kind=kind, reactor=f"{count} {note}") for note in notes for kind in ("thanks", "same")])


def many_posts(app, board, count, author="user-11") -> None:
    """On a wall that has the number 900, as has its first post: in two languages each, under two themes, with steps of two people."""
    with writing(app):
        at, words = now(), Wording({"fi": "Sanat"})
        people = list(db.session.scalars(sa.select(Person.id).where(Person.subject.in_((author, "user-2")))))
        if db.session.get(Wall, 900) is None:
            topic = insert(Topic, [dict(seq=0)])[0]
            db.session.execute(sa.insert(Activity.__table__).values(id=900, course_id=board.course, topic_id=topic, kind="wall", title=words, state="open", position="z0", version=1, made_at=at))
            db.session.execute(sa.insert(Wall.__table__).values(id=900, purpose=words, shared="practice", anonymity="named", posting="everybody", approves_first=False,
                                                                takes_comments=True, takes_steps=True, frozen=False))
            insert(Theme, [dict(id=900 + n, wall_id=900, title=words, colour="sun", position=f"a{n}") for n in range(5)])
            insert(Field, [dict(id=900, wall_id=900, title=words, hint=words, kind="long", required=True, options=[], position="a0")])
        first = db.session.scalar(sa.select(sa.func.max(Post.id)).where(Post.activity_id == 900)) or 899
        posts = insert(Post, [dict(id=first + 1 + n, activity_id=900, author_id=people[0], state="published", version=1, made_at=at, published_at=at, pinned=False,
                                   deleted_by_facilitator=False) for n in range(count)])
        insert(PostText, [dict(post_id=post, activity_id=900, language=language, title=f"Käytäntö {post}", answers={"900": "<p>Luetaan yhdessä.</p>"},
                               beginning="Luetaan yhdessä.", version=1) for post in posts for language in ("fi", "sv")])
        db.session.execute(sa.insert(PostTheme), [dict(post_id=post, theme_id=900 + (post + place) % 5, place=place) for post in posts for place in (0, 1)])
        insert(Adoption, [dict(post_id=post, person_id=person, step="tried", at=at) for post in posts for person in people])
        said = insert(PostComment, [dict(activity_id=900, post_id=post, author_id=people[-1], text="@Aino miten?", language="fi", mark="", version=1, made_at=at)
                                    for post in posts + [900] * count])
        insert(Mention, [dict(comment_id=comment, person_id=people[0], typed="Aino", at=at) for comment in said])
        insert(SavedPost, [dict(person_id=people[0], post_id=post, at=at) for post in posts])


def many_files(app, board, count) -> None:
    """A note with a file for each."""
    many_notes(app, board, count)
    with writing(app):
        known = db.session.scalar(sa.select(sa.func.count()).select_from(StoredFile))
        notes = list(db.session.scalars(sa.select(Note.id).order_by(Note.id.desc()).limit(count)))
        files = insert(StoredFile, [dict(digest=f"{known + n:064x}", kind_name="png", size=1000, width=640, height=480, made_at=now()) for n in range(count)])
        insert(Attachment, [dict(activity_id=board.id, thing=f"note:{note}", file_id=file, name="kaavio.png", alternative_text="Kaavio", decorative=False)
                            for note, file in zip(notes, files)])


def many_stacks(app, board, count) -> None:
    """Stacks of two in the first column, each with a vote of the first person in the course; the totals are shown."""
    many_notes(app, board, count)
    with writing(app):
        phase = db.session.get(Board, board.id).phase
        phase.votes_each, phase.voting_open, phase.votes_shown = 20, True, True
        numbers = db.session.scalars(sa.select(Note.id).where(Note.column_id == board.columns[0], Note.stack_id.is_(None)).order_by(Note.id)).all()
        for top, member in zip(numbers[::2], numbers[1::2]):
            db.session.get(Note, member).stack_id = top
        person = db.session.scalar(sa.select(Person.id).order_by(Person.id).limit(1))
        voted = set(db.session.scalars(sa.select(Vote.note_id)))
        db.session.add_all(Vote(note_id=number, voter=voter_in(phase.id, person), phase_id=phase.id) for number in numbers if number not in voted)


def many_hidden(app, board, count) -> None:
    many_notes(app, board, count)
    with writing(app):
        db.session.get(Board, board.id).phase.hide_notes()


def many_boards(app, board, count, deleted=False) -> None:
    """Open boards with one column and one note each."""
    with writing(app):
        at = now()
        topics = insert(Topic, [dict(seq=0)] * count)
        rows = [dict(course_id=board.course, topic_id=topic, kind="board", title=Wording({"fi": f"Taulu {n}"}), state="open", position=position, version=1,
                     made_at=at, deleted_at=at if deleted else None) for n, (topic, position) in enumerate(zip(topics, positions(count)))]
        numbers = insert_activities(rows)
        db.session.execute(sa.insert(Board.__table__), [dict(id=number, made_as_workshop=False, colour_names={}) for number in numbers])
        phases = insert(Phase, [dict(board_id=number, title=Wording(), prompt=Wording(), position="a0") for number in numbers])
        columns = insert(Column, [dict(activity_id=number, phase_id=phase, title=Wording({"fi": "Sarake"}), prompt=Wording(), colour="sun", position="a0",
                                       locked=False, version=1, made_at=at) for number, phase in zip(numbers, phases)])
        insert(Note, [dict(activity_id=number, column_id=column, author_id=None, text="Lappu", language="fi", colour="sun", position="a0", version=1, made_at=at)
                      for number, column in zip(numbers, columns)])


def insert_activities(rows) -> list[int]:
    """Into the parent's table alone: the children's rows follow."""
    table = Activity.__table__
    return list(db.session.scalars(sa.insert(table).returning(table.c.id, sort_by_parameter_order=True), rows))


def many_people(app, board, count) -> None:
    with writing(app):
        course, at = db.session.get(Course, board.course), now()
        people = insert(Person, [dict(issuer="https://moodle.example", subject=f"many-{course.people_counted + n}", platform_name=f"Henkilö {n}", arrived_at=at)
                                 for n in range(count)])
        insert(Membership, [dict(course_id=course.id, person_id=person, number=course.people_counted + n + 1, launched_as="participant", arrived_at=at, seen_at=at)
                            for n, person in enumerate(people)])
        course.people_counted += count


def many_forms(app, board, count) -> None:
    """Feedback forms, closed and shared, with the answers of six people each, and as many that are open; one of them many have answered."""
    with writing(app):
        at, words = now(), Wording({"fi": "Palaute"})
        common = dict(course_id=board.course, title=words, kept_questions=[], version=1, reply=words, made_at=at, opened_at=at)
        closed = insert(FeedbackForm, [dict(common, shared=True, closed_at=at)] * count)
        insert(FeedbackForm, [dict(common, shared=False)] * count)
        people = {form: 6 for form in closed} | {1: count}
        nothing = dict(stage=2, value=None, text=None, language=None, removed=False)
        db.session.execute(sa.insert(FeedbackAnswer), [
            {**nothing, "form_id": form, "key": secrets.token_hex(16), **said} for form, number in people.items() for _somebody in range(number)
            for said in ({"question": "useful", "value": 4}, {"question": "change", "text": "Lisää aikaa", "language": "fi"})])


def many_listed(app, board, count) -> None:
    """People whom the platform lists and who have never been here; the first half of those who have been is listed too."""
    many_people(app, board, count)
    with writing(app):
        context, at = db.session.scalar(sa.select(CourseContext).filter_by(course_id=board.course)), now()
        been = db.session.scalars(sa.select(Person.subject).join(Membership).where(Membership.course_id == board.course).order_by(Person.id)).all()
        take_roster(context, [RosterMember(subject, f"Henkilö {subject}", "participant") for subject in been[:len(been) // 2]]
                    + [RosterMember(f"listed-{n}", f"Luettelo {n}", "participant") for n in range(len(been) * 2)], at)
        context.roster_url, context.roster_at = "https://moodle.example/memberships", at


def many_groups(app, board, count) -> None:
    """Each person in one of them, and in the first."""
    many_people(app, board, count)
    with writing(app):
        for place, membership in enumerate(db.session.scalars(sa.select(Membership).where(Membership.course_id == board.course))):
            take_groups(membership, ("1", str(place % 200 + 2)))


@contextmanager
def counted(app):
    """Gives a list that fills with the statements that are run meanwhile."""
    statements = []

    def note(connection, cursor, statement, *_rest):
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def many_workshops(app, board, count) -> None:
    """All boards of the course in one series; as many announcements, and actions on the board's own notes."""
    many_boards(app, board, count)
    many_notes(app, board, count)
    with writing(app):
        at, words = now(), Wording({"fi": "Työpaja"})
        held = dict(goal=words, starts_at=at + timedelta(days=1), ends_at=at + timedelta(days=2), meeting_link="https://meet.example", languages=["fi"], told_early=False, sequence=0, changed_at=at)
        series = db.session.scalar(sa.select(Series.id)) or insert(Series, [dict(course_id=board.course, title=words, theme=words, goal=words, position="a0", made_at=at)])[0]
        boards = list(db.session.scalars(sa.select(Board.id).where(Board.id.not_in(sa.select(Occasion.board_id))).order_by(Board.id.desc())))  # the page's own is the last
        db.session.execute(sa.insert(Occasion), [dict(board_id=number, series_id=series, position=position, **held) for number, position in zip(boards, positions(len(boards)))])
        db.session.execute(sa.update(Phase).values(kind="preassignment"))
        author = db.session.scalar(sa.select(Membership.person_id).limit(1))
        insert(Announcement, [dict(series_id=series, author_id=author, text=words, made_at=at)] * count)
        notes = list(db.session.scalars(sa.select(Note.id).where(Note.id.not_in(sa.select(ActionMark.note_id)))))
        db.session.execute(sa.insert(ActionMark), [dict(note_id=number, who="Tiimi", done=False, marked_at=at) for number in notes])
