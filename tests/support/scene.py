"""A course with one of everything, and people of every kind in it and outside: for tests that walk all addresses."""
import re
from contextlib import contextmanager
from datetime import date, timedelta

import sqlalchemy as sa

from lti_tool.access.operator import name_operator
from lti_tool.activities import Activity, Placement
from lti_tool.boards import Act, Board, Column, Comment, Note, Phase, Reaction
from lti_tool.boards.material import Material
from lti_tool.boards.template import BoardTemplate
from lti_tool.coaching import Certificate, Edition, Learner, Module, Step, StepWork, Unit
from lti_tool.coaching.cohort import Cohort
from lti_tool.db import Wording, db, now, transaction
from lti_tool.feedback import FeedbackForm
from lti_tool.files import Attachment, StoredFile, store
from lti_tool.grades.grading import Grading
from lti_tool.live import Topic
from lti_tool.lti import Platform, ToolKey, signing_key
from lti_tool.lti.administrator import Administrator
from lti_tool.lti.deep_linking_request import Asked, DeepLinkingRequest, sealed
from lti_tool.lti.invitation import Invitation
from lti_tool.moderation import LogEntry
from lti_tool.moderation.report import Report
from lti_tool.moderation.stop import WritingStop
from lti_tool.notices.feedback import Feedback
from lti_tool.people import Membership, Organisation, Person
from lti_tool.recall import RecallCard
from lti_tool.recall.follow_up import FollowUp
from lti_tool.recall.memory import Memory
from lti_tool.walls import Field, Following, Mention, Post, PostComment, PostText, SavedPost, Theme, Wall, WallTemplate
from lti_tool.workshops.action import ActionMark
from lti_tool.workshops.announcement import Announcement
from lti_tool.workshops.group import Grouping, WorkGroup
from lti_tool.workshops.occasion import Occasion
from lti_tool.workshops.series import Series
from lti_tool.workshops.summary import Summary, SummaryText, SummaryVersion

from .application import shared_application
from .cast import AINO, EEVA, FACILITATOR, MARJA, ORJAN, OTTO
from .cast import Person as Actor
from .files import picture

ILONA = Actor("user-13", "Ilona", "Ekroos")
PEKKA = Actor("user-22", "Pekka", "Lahti", FACILITATOR, course="perehdytys")
KAISA = Actor("user-31", "Kaisa", "Hovila", course="perehdytys")
WHO = {"participant": AINO, "facilitator": MARJA, "course admin": OTTO, "co-facilitator": ORJAN, "ex-co-facilitator": ILONA,
       "participant elsewhere": EEVA, "facilitator elsewhere": PEKKA, "operator": KAISA}
# Fields for every form at once: each route takes its own.
FORM = {"kind": "board", "title-fi": "Uusi otsikko", "state": "open", "text": "Uusi teksti", "version": "2", "colour": "leaf", "language": "fi",
        "opens": "home", "languages": "fi", "main_language": "fi", "scheme": "dark", "address": "/me", "after": "", "locked": "yes", "grant": "no",
        "region": "", "role": "", "alternative": "Kaavio", "on": "thanks", "hidden": "no", "frozen": "no", "open": "yes", "votes_each": "3", "shown": "no",
        "comments": "yes", "try": "keys", "choose": "home", "choice": "nothing", "duplicate": "share", "name": "Uusi nimi", "deployments": "1",
        "frame_origins": "", "enabled": "yes", "way_to_end": "anonymise", "handled": "yes", "host": "uusi.example", "days": "7",
        "asked": "1", "rating-useful": "4", "reply-fi": "Muutimme",
        "called-fi": "Opas", "url": "https://example.fi/opas",
        "reason": "other", "until": (date.today() + timedelta(days=7)).isoformat(), "taken_out": "näin",
        "rating": "knew", "takes": "all", "front-fi": "Uusi kysymys?", "back-fi": "Uusi vastaus",
        "announcement-fi": "Uusi tiedote", "title": "Uusi nimi", "who": "Uusi tekijä"}


def insert(noun, **values) -> int:
    return db.session.scalar(sa.insert(noun).values(values).returning(noun.c.id if isinstance(noun, sa.Table) else noun.id))


PICTURE = picture("PNG", size=(8, 8))


def keep_picture() -> str:
    """In the store, from which somebody may have taken it away."""
    digest = store.digest_of(PICTURE)
    if not store.is_stored(digest):
        store.put(digest, PICTURE)
    return digest


def a_file() -> int:
    """A small picture that is in the store, too."""
    digest = keep_picture()
    known = db.session.scalar(sa.select(StoredFile.id).filter_by(digest=digest))
    return known or insert(StoredFile, digest=digest, kind_name="png", size=len(PICTURE), width=8, height=8, made_at=now())


class Scene:
    """`visitors` by kind of person; `things(state)` are fresh numbers of everything an address may name."""

    def __init__(self, app, enter):
        self.app = app
        self.visitors = {}
        self.issuer, self.client_id = "https://moodle.example", "client-1"
        for kind, person in WHO.items():  # one after the other: the first to arrive opens the course
            self.visitors[kind] = enter(person)
        with self.writing():
            members = {m.person.subject: m for m in db.session.scalars(sa.select(Membership))}
            members[ORJAN.sub].grant_cofacilitation()
            members[ILONA.sub].grant_cofacilitation()
            members[ILONA.sub].end_cofacilitation()
            name_operator(self.issuer, KAISA.sub)
            self.platform = db.session.scalar(sa.select(Platform.id).filter_by(issuer=self.issuer, client_id=self.client_id))
            self.organisation = insert(Organisation, issuer=self.issuer, client_id=self.client_id, name="Esimerkki", funding=Wording(), logo_id=a_file(),
                                       logo_alternative=Wording({"fi": "Tunnus"}), help_contact="", accessibility_contact="", privacy_contact="", way_to_end="anonymise")
            self.course, self.aino, self.marja = members[AINO.sub].course_id, members[AINO.sub].person_id, members[MARJA.sub].id
        with app.app_context():
            signing_key()  # made when it is first needed, by whoever comes first
        self.made, self.moments = 0, {}  # the latter by state

    @contextmanager
    def writing(self):
        with self.app.app_context(), transaction():
            yield

    def clear(self):
        """What was made before goes away with all that is in it: pages that show the whole course, or pack it, would take longer each time."""
        for table, is_of_before in ((Activity.__table__, Activity.course_id == self.course), (BoardTemplate.__table__, BoardTemplate.course_id == self.course), (WallTemplate.__table__, WallTemplate.course_id == self.course),
                                    (Series.__table__, Series.course_id == self.course), (FeedbackForm.__table__, FeedbackForm.course_id == self.course),
                                    (Person.__table__, Person.subject.startswith("somebody-")), (Feedback.__table__, sa.true()), (Invitation.__table__, sa.true())):
            db.session.execute(sa.delete(table).where(is_of_before))

    def things(self, state="open") -> dict:
        """One of everything in that state, and nothing else. It is put in once; afterwards the database is put back to that moment, which takes a thirtieth of it."""
        shared = shared_application(self.app)
        if shared and state in self.moments:
            content, made = self.moments[state]
            shared.go_back_to(content)
            with self.app.app_context():
                keep_picture()
            return dict(made)
        made = self.make_things(state)
        if shared:
            self.moments[state] = shared.database.content(), made
        return dict(made)

    def make_things(self, state) -> dict:
        """A board of Marja's with a note of Aino's that she has edited once; a link and a member whom nothing else uses. Those of before are gone."""
        self.made += 1
        with self.writing():
            self.clear()
            at, words = now(), Wording({"fi": "Sanat"})
            topic = insert(Topic, seq=0)
            board = insert(Activity.__table__, course_id=self.course, topic_id=topic, kind="board", title=words, state="open" if state == "deleted" else state,
                           position="c000", version=1, made_at=at, deleted_at=at if state == "deleted" else None)
            db.session.execute(sa.insert(Board.__table__).values(id=board, made_as_workshop=True, colour_names={}))
            phase = insert(Phase, board_id=board, title=words, prompt=words, position="a0", votes_each=3, voting_open=True, questions=[], has_materials=True)
            column = insert(Column, activity_id=board, phase_id=phase, title=words, prompt=words, colour="sun", position="a0", locked=False,
                            version=1, made_at=at)
            material = insert(Material, activity_id=board, phase_id=phase, title=words, url="https://example.fi", keeper="", position="a0")
            note = insert(Note, activity_id=board, column_id=column, author_id=self.aino, text="Sitten näin", language="fi", colour="sun", position="a0",
                          version=2, made_at=at, edited_at=at)
            act = insert(Act, activity_id=board, person_id=self.aino, thing=f"note:{note}", verb="edited", before={"text": "Ensin näin"}, version=2, at=at)
            comment = insert(Comment, activity_id=board, note_id=note, author_id=self.aino, text="Meillä samoin", language="fi", version=2, made_at=at)
            file = a_file()
            attachment = insert(Attachment, activity_id=board, thing=f"note:{note}", file_id=file, name="kaavio.png", alternative_text="Kaavio", decorative=False)
            db.session.execute(sa.insert(Grouping).values(board_id=board, way="hand"))
            db.session.execute(sa.update(Board.__table__).where(Board.__table__.c.id == board).values(in_groups=True))
            db.session.execute(sa.insert(Grading).values(activity_id=board, is_on=True, asked=["own_tick"], every=True))
            group = insert(WorkGroup, board_id=board, number=1)
            series = insert(Series, course_id=self.course, title=words, theme=words, goal=words, position="a0", made_at=at)
            db.session.execute(sa.insert(Occasion).values(board_id=board, series_id=series, position="a0", goal=words, starts_at=at + timedelta(days=1),
                                                          ends_at=at + timedelta(days=1, hours=2), meeting_link="https://meet.example/1", languages=["fi"], told_early=False,
                                                          sequence=1, changed_at=at))
            announcement = insert(Announcement, series_id=series, text=words, made_at=at)
            db.session.execute(sa.insert(ActionMark).values(note_id=note, who="Kuopion tiimi", done=False, marked_at=at))
            insert(LogEntry, activity_id=board, thing=f"note:{note}", verb="redacted", at=at)
            entry = insert(LogEntry, activity_id=board, thing=f"note:{note}", verb="dismissed", at=at)
            placement = insert(Placement, course_id=self.course, resource_link=f"link-{self.made}", title="")
            question = insert(DeepLinkingRequest, membership_id=self.marja, platform_id=1, deployment_id="1", made_at=at, ends_at=at + timedelta(hours=2),
                              settings=sealed(Asked("https://moodle.example/return", None, True, False)._asdict()))
            somebody = insert(Person, issuer="https://moodle.example", subject=f"somebody-{self.made}", scheme="", prefers_window=False, arrived_at=at)
            stop = insert(WritingStop, course_id=self.course, person_id=somebody, thing=f"note:{note}", shows_name=True, until=(at + timedelta(days=1)).date())
            template = insert(BoardTemplate, course_id=self.course, title=words, purpose=words, made_at=at,
                              contents={"format": "workshop-board", "version": 1, "phases": [{"columns": [{"title": {"fi": "Toimii"}}]}]})
            membership = insert(Membership, course_id=self.course, person_id=somebody, number=100 + self.made, arrived_at=at, seen_at=at,
                                launched_as="participant", is_cofacilitator=True, is_course_admin=False, instructor_once=False)
            administrator = insert(Administrator, platform_id=self.platform, person_id=somebody, by_launch=False, is_invited=True, since=at)
            db.session.execute(sa.update(Organisation).where(Organisation.id == self.organisation).values(logo_id=file))
            feedback = insert(Feedback, issuer=self.issuer, client_id=self.client_id, text="Ruudunlukija ei kerro", language="fi", contact="", made_at=at)
            summary = insert(Summary, board_id=board, made_at=at)
            text = insert(SummaryText, summary_id=summary, language="fi", left_out={}, published_number=2, published_at=at)
            for number in (1, 2):
                insert(SummaryVersion, text_id=text, number=number, html="<p>Yhteenveto</p>", saved_by=self.aino, saved_at=at, kept=True)
            invitation = insert(Invitation, code=f"code-{self.made}", host="uusi.example", made_at=at, ends_at=at + timedelta(days=14))
            form = insert(FeedbackForm, course_id=self.course, title=words, kept_questions=[], version=1, shared=False, reply=Wording(), made_at=at, opened_at=at)
            wall, module = self.a_wall(state, at, words), self.a_module(state, at, words)
            card = insert(RecallCard, course_id=self.course, kind="notes", note_id=note, key="", front=words, back=words, made_at=at)
            memory = insert(Memory, card_id=card, person_id=self.aino, due_on=at.date(), times=0)
        return {**wall, **module, "form_id": form, "course_id": self.course, "recall_card_id": card, "memory_id": memory, "source_kind": "notes", "source_number": note, "activity_id": board, "board_id": board, "column_id": column, "note_id": note, "comment_id": comment, "act_id": act,
                "placement_id": placement, "request_id": question, "attachment_id": attachment, "name": "kaavio.png", "membership_id": membership,
                "template_id": template, "ending": "html", "filename": "dist/manifest.json", "way": "erase", "platform_id": self.platform,
                "organisation_id": self.organisation, "administrator_id": administrator, "feedback_id": feedback, "invitation_id": invitation, "group_id": group,
                "series_id": series, "announcement_id": announcement, "phase_id": phase, "moderated_kind": "note", "moderated_id": note, "entry_id": entry, "stop_id": stop, "material_id": material, "key": "workshop-learning_cafe", "language": "fi", "number": 1}

    def a_wall(self, state, at, words) -> dict:
        """With a post of Aino's and a comment on it, a theme and a question."""
        topic = insert(Topic, seq=0)
        wall = insert(Activity.__table__, course_id=self.course, topic_id=topic, kind="wall", title=words, state="open" if state == "deleted" else state,
                      position="c001", version=1, made_at=at, deleted_at=at if state == "deleted" else None)
        db.session.execute(sa.insert(Wall.__table__).values(id=wall, purpose=words, shared="practice", anonymity="named", posting="everybody", approves_first=False,
                                                            takes_comments=True, takes_steps=True, frozen=False))
        field = insert(Field, wall_id=wall, title=words, hint=words, kind="long", required=False, options=[], position="a0")
        theme = insert(Theme, wall_id=wall, title=words, colour="sun", position="a0")
        post = insert(Post, activity_id=wall, author_id=self.aino, state="published", version=1, made_at=at, published_at=at, pinned=False, deleted_by_facilitator=False)
        insert(PostText, post_id=post, activity_id=wall, language="fi", title="Kahvit", answers={str(field): "<p>Näin</p>"}, beginning="Näin", version=1)
        comment = insert(PostComment, activity_id=wall, post_id=post, author_id=self.aino, text="Meillä samoin", language="fi", mark="", version=2, made_at=at)
        template = insert(WallTemplate, course_id=self.course, title=words, purpose=words, made_at=at, contents={"format": "peer-wall", "version": 1})
        return {"post_comment_id": comment, "wall_template_id": template, "wall_id": wall, "post_id": post, "theme_id": theme, "field_id": field, "which": "themes", "thing_number": theme}

    def a_module(self, state, at, words) -> dict:
        """With a unit, a published step in it, and Aino as its learner, who has told about a task."""
        topic = insert(Topic, seq=0)
        module = insert(Activity.__table__, course_id=self.course, topic_id=topic, kind="module", title=words, state="open" if state == "deleted" else state,
                        position="c002", version=1, made_at=at, deleted_at=at if state == "deleted" else None)
        db.session.execute(sa.insert(Module.__table__).values(id=module, purpose=words, needs={}, backgrounds=[], statements=[], written=1))
        unit = insert(Unit, module_id=module, title=words, position="a0")
        contents = {"text": {"fi": "<p>Kokeile näin</p>"}}
        step = insert(Step, module_id=module, unit_id=unit, kind="practice", title=words, minutes=3, needed=True, backgrounds=[], contents=contents, keeper="", published=True, version=2, position="a0")
        published = {"units": [{"id": unit, "title": words, "steps": [{"id": step, "kind": "practice", "title": words, "contents": contents}]}], "needs": {}, "backgrounds": {}}
        edition = insert(Edition, module_id=module, number=1, contents=published, written=1, what_is_new=Wording(), published_at=at)
        cohort = insert(Cohort, module_id=module, title=words, position="a0")
        learner = insert(Learner, module_id=module, person_id=self.aino, edition_id=edition, cohort_id=cohort, path="whole", background="", began_at=at, seen_at=at)
        insert(StepWork, learner_id=learner, step_id=step, state="done", tries=0, text="Kokeilin", language="fi", shared="facilitators", at=at, reply="", version=1)
        certificate = insert(Certificate, key=f"key{module}", course_id=self.course, module_id=module, person_id=self.aino, title=words, organisation="", name="Aino", shows_name=False,
                             finished_at=at, made_at=at)
        follow_up = insert(FollowUp, module_id=module, person_id=self.aino, which="week", due_on=at.date(), text="", language="", shared=False, version=0)
        return {"follow_up_id": follow_up, "certificate_id": certificate, "module_id": module, "unit_id": unit, "step_id": step, "cohort_id": cohort, "learner_number": learner, "step_number": step, "form": "gift", "written": "steps", "written_id": step}

    def count(self) -> dict:
        """What there is, to see that nothing changed."""
        with self.app.app_context(), transaction(writes=False):
            return {noun.__name__: tuple(db.session.execute(sa.select(sa.func.count(), sa.func.max(noun.id))).one())
                    for noun in (Note, Comment, Reaction, Act, Placement, Attachment, Platform, Administrator, Organisation, Invitation, Feedback, FeedbackForm, ToolKey, Series, Announcement, Post, PostText, Theme, Field, PostComment, Mention, Following, SavedPost, LogEntry, Report, WritingStop, Unit, Step, Edition, Learner, StepWork, Cohort, Certificate)}


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
