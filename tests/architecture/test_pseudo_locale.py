"""Every word of the interface can be translated: in a pseudo-locale none of them stands outside of its brackets."""
import errno
import inspect
import io
from contextlib import nullcontext
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from werkzeug.routing import BuildError

from lti_tool.boards import Board, starting
from lti_tool.db import db
from lti_tool.people import listed
from lti_tool.web import Refusal, Unsuitable, public
from lti_tool.walls import starting as starting_walls
from lti_tool.workshops import group, preassignment, summary_exports, summary_making, summary_removal
from tests.support.modules import make_module
from tests.support.recall import make_recall
from tests.support.bulk import writing
from tests.support.cast import AINO, COURSES, EEVA, MARJA, ORJAN
from tests.support.deep_linking import question
from tests.support.files import GOOD
from tests.support.platform import TOOL, LearningPlatform
from tests.support.pseudo import LANGUAGE, bare_words, speak_pseudo, untranslated
from tests.support.visitor import BY_SCRIPT, FROM_HERE, Visitor

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the words are the same on both
WHO = {"facilitator": MARJA._replace(sub="1002", given_name="Марья", family_name="Каллиойнен", locale=LANGUAGE),
       "participant": AINO._replace(sub="1011", given_name="Айно", family_name="Сарапуйсто", locale=LANGUAGE),
       "nameless": ORJAN._replace(sub="1012", given_name="", family_name="", locale=LANGUAGE),
       "elsewhere": EEVA._replace(sub="1021", given_name="Ээва", family_name="Куусилуома", locale=LANGUAGE)}
AS_DATA = {**FROM_HERE, "Accept": "application/json"}
HELP = "Отто, 015 123"


@pytest.fixture
def platform(own_app, app, tmp_path, monkeypatch):
    for course in list(COURSES):
        monkeypatch.setitem(COURSES, course, "Курс")
    for first_list in ("REGIONS", "WORK_ROLES"):  # a course's own words
        monkeypatch.setattr(listed, first_list, (("Круг", "Круг", "Круг"),))
    monkeypatch.setattr(starting, "ready_designs", dict)
    monkeypatch.setattr(starting_walls, "ready_walls", dict)
    monkeypatch.setitem(starting_walls.PLAIN, "title", {"fi": "Текст"})
    monkeypatch.setattr(starting, "ready_templates", dict)  # these are in three languages and no messages
    for module in (summary_making, summary_exports, summary_removal, group, preassignment):  # these speak the language of the text, not the reader's
        monkeypatch.setattr(module, "force_locale", lambda language: nullcontext())
    app.config["HELP_CONTACT"] = HELP
    speak_pseudo(app, tmp_path / "pseudo")
    platform = LearningPlatform(name="Платформа")
    platform.browser_language = LANGUAGE
    platform.register(app)
    return platform


class Walk:
    """People of every kind, and addresses of everything there is."""

    def __init__(self, app, platform, clock):
        self.app, self.found, self.walked, self.looked_at = app, {}, set(), set()
        self.people = {kind: Visitor(app, platform, person).launch(resource_link={"id": "l1", "title": "Ссылка"}) for kind, person in WHO.items()}
        self.marja = self.people["facilitator"]
        self.course = int(self.marja.submit(self.marja.address, opens="home").path.rpartition("/")[2])
        self.board = self.make_board()
        clock.forward(minutes=45)  # a second visit, with something new
        for person in self.people.values():
            person.launch(link="l2", resource_link={"id": "l2", "title": ""})
        self.marja.launch(**question(title="Ссылка"))

    def make_board(self):
        marja, participant = self.marja, self.people["participant"]
        board = int(marja.submit(f"/courses/{self.course}/activities", **{"kind": "board", "title-fi": "Доска"}).path.rpartition("/")[2])
        with writing(self.app):
            db.session.get(Board, board).made_as_workshop = True
        for _column in range(2):
            marja.submit(f"/boards/{board}/columns", **{"title-fi": "Столбец", "prompt-fi": "Вопрос", "colour": "sun"})
        for kind in ("preassignment", "voting", "free"):
            added = marja.submit(f"/boards/{board}/phases", **{"kind": kind, "title-fi": "Часть", "prompt-fi": "Вопрос", "script-fi": "Речь", "minutes": "5", "votes_each": "2", "days_before": "3"})
            marja.submit(f"{added.path}/materials", **{"called-fi": "Книга", "url": "https://example.fi", "keeper": "Отдел", "updated_on": "2026-10-01"})
        marja.submit("/phases/1", time="days", opens_on="2026-01-01", closes_on="2026-02-01")
        marja.submit("/phases/1/materials", **{"called-fi": "Книга", "url": "https://example.fi"})
        marja.submit(f"{added.path}/deletion")
        marja.submit(f"/boards/{board}/groups", way="random", number="2", who="all")
        marja.submit(f"/boards/{board}/template", **{"title-fi": "Образец"})
        marja.submit(f"/courses/{self.course}/feedback", **{"title-fi": "Отклик"})
        marja.submit("/feedback/1/questions", **{"title-fi": "Отклик", "lines": "1", "question-1-fi": "Вопрос", "kind-1": "rating"})
        marja.submit("/feedback/1/state", open="yes")
        marja.submit(f"/activities/{board}/state", state="open")
        marja.submit(f"/activities/{board}/grades", counts="yes", asked=["note", "vote", "own_tick"], every="no")
        columns = marja.open(f"/boards/{board}").numbers("column")
        for writer, column, language in ((participant, 0, "fi"), (marja, 0, LANGUAGE), (self.people["nameless"], 1, "sv")):
            writer.send(f"/columns/{columns[column]}/notes", text="Записка", colour="sun", language=language)
        note = participant.open(f"/boards/{board}").numbers("note")[0]
        participant.send(f"/notes/{note}", text="Новая записка", version="1", colour="leaf", language="fi")
        for text in ("Ответ", "Старый ответ"):
            number = participant.send(f"/notes/{note}/comments", text=text, language="fi").headers["X-Comment"]
        participant.send(f"/comments/{number}/deletion")
        marja.send(f"/notes/{note}/reactions", on="thanks")
        for name in ("kuva.jpg", "ohje.pdf", "kaavio.png"):
            file = io.BytesIO(GOOD[name]), f"Схема.{name.rpartition('.')[2]}"
            assert participant.send(f"/notes/{note}/attachments", file=file, alternative="Схема").status == 200
        participant.send("/attachments/3/deletion")
        self.make_series(board, note)
        self.make_wall()
        self.module = make_module(f"/courses/{self.course}", marja, participant, "Слова") | make_recall(f"/courses/{self.course}", marja, participant, note)
        self.moderate(note)
        marja.submit(f"/boards/{board}/summary", language="fi")
        marja.submit(f"/boards/{board}/summary/sv", text="Слова", publish="yes")
        return board

    def make_wall(self):
        """With a post, a theme and a question of each kind; number 2 among the activities."""
        marja, participant = self.marja, self.people["participant"]
        wall = self.wall = int(marja.submit(f"/courses/{self.course}/activities", **{"start": "wall:", "title-fi": "Стена"}).path.rpartition("/")[2])
        marja.submit(f"/activities/{wall}/state", state="open")
        marja.submit(f"/walls/{wall}/settings", **{"title-fi": "Стена", "purpose-fi": "Цель", "takes_steps": "yes", "takes_comments": "yes", "shared": "question", "opens_on": "2026-01-01", "closes_on": "2099-01-01"})
        marja.submit(f"/walls/{wall}/themes", **{"title-fi": "Тема"})
        marja.submit("/fields/1", **{"title-fi": "Вопрос", "hint-fi": "Помощь", "required": "yes"})
        for kind in ("short", "link", "choice", "file"):
            marja.submit(f"/walls/{wall}/fields", kind=kind, **{"title-fi": "Вопрос", "options-fi": "Да\nНет"})
        for _post in range(2):
            post = participant.submit(f"/walls/{wall}/posts").path.split("/")[2]
            participant.submit(f"/posts/{post}/texts/fi", publish="yes", title="Слова", theme="1", **{"answer-1": "Слова", "answer-4": "1"})
        participant.submit(f"/posts/{post}/deletion")
        participant.submit("/posts/1/steps", on="tried")
        marja.submit("/posts/1/feature", featured="yes")
        for words in ({"text": "Слова"}, {"text": "Слова", "to": "1"}, {"text": "Слова"}):
            marja.submit("/posts/1/comments", language="fi", **words)
        marja.submit("/post-comments/1/mark", mark="official")
        participant.submit("/post-comments/2/mark", mark="answers")
        marja.submit("/post-comments/3/deletion")
        for address in (f"/walls/{wall}/following", "/themes/1/following", "/posts/1/following", "/posts/1/saved"):
            participant.submit(address, on="yes")
        assert participant.send("/posts/1/attachments", file=(io.BytesIO(GOOD["ohje.pdf"]), "Схема.pdf"), alternative="Схема").status == 200
        marja.submit(f"/walls/{wall}/template", **{"title-fi": "Стена"})

    def moderate(self, note):
        """A note that is reported, hidden, answered about; and somebody who does not write for now."""
        marja, nameless, thing = self.marja, self.people["nameless"], f"/moderated/note/{note}"
        nameless.submit(f"{thing}/reports", reason="other", text="Слова")
        marja.submit("/moderated/note/3/hiding", reason="wrong", text="Слова")
        nameless.submit("/moderated/note/3/answers", text="Слова")
        marja.submit("/moderated/note/3/stop", until=str(date.today() + timedelta(days=2)), text="Слова")

    def make_series(self, board, note):
        """Number 1, with one workshop that is held tomorrow, an announcement and an action."""
        marja, times = self.marja, {"starts": "9:00", "ends": "11:30", "meeting_link": "https://meet.example"}
        marja.submit(f"/courses/{self.course}/series", **{"title-fi": "Круг", "theme-fi": "Тема", "goal-fi": "Цель"})
        marja.submit("/series/1/workshops", board=str(board))
        marja.submit("/series/1/announcements", **{"announcement-fi": "Весть"})
        for day in ("2026-01-02", "2099-01-02"):
            marja.submit(f"/boards/{board}/occasion", day=day, **times, **{"goal-fi": "Цель"})
        marja.submit(f"/notes/{note}/action", who="Круг", due="2026-12-12")

    def addresses(self, method):
        """(rule, address) of every rule that takes the method, with the numbers of things that are there."""
        numbers = {"form_id": 1, "course_id": self.course, "activity_id": self.board, "board_id": self.board, "column_id": 1, "note_id": 1, "comment_id": 1, "act_id": 1,
                   "attachment_id": 1,
                   "name": "Схема.jpg", "wall_id": self.wall, "post_comment_id": 1, "post_id": 1, "theme_id": 1, "field_id": 1, "which": "themes", "thing_number": 1, "placement_id": 1, "membership_id": 2, "template_id": 1, "wall_template_id": 1, "ending": "html", "way": "anonymise",
                   "platform_id": 1, "administrator_id": 1, "feedback_id": 1, "invitation_id": 1, "organisation_id": 1, "request_id": 1, "phase_id": 1, "moderated_kind": "note", "moderated_id": 1, "entry_id": 1, "stop_id": 1, "material_id": 1, "key": "own-1", "group_id": 1, "series_id": 1, "announcement_id": 1,
                   **self.module, "language": "fi", "number": 1}  # of which nobody here is an administrator
        with self.app.test_request_context():
            for rule in self.app.url_map.iter_rules():
                if method in rule.methods and rule.endpoint != "static":
                    assert rule.arguments <= numbers.keys(), f"say which number {rule.rule} has"
                    try:
                        yield rule, self.app.url_for(rule.endpoint, **{name: numbers[name] for name in rule.arguments}).removeprefix(TOOL)
                    except BuildError:
                        raise AssertionError(rule.rule) from None

    def look(self, seen, what):
        """Remembers what stands outside of the brackets in this answer."""
        self.walked.add((what[0], seen.status))
        if seen.html in self.looked_at:
            return
        self.looked_at.add(seen.html)
        kind = seen.response.mimetype
        if kind == "application/json" and seen.status >= 400:
            words = [word for key in ("error", "happened", "advice") for word in bare_words(seen.response.json[key])]
        else:
            words = untranslated(seen.html) if kind == "text/html" and seen.status not in (301, 302, 303, 308) else []
        for word in words:
            self.found.setdefault(word, what)

    def get_everything(self, ways):
        """`ways` says how each kind of person asks."""
        people = {**self.people, "stranger": Visitor(self.app, self.marja.platform, None)}
        for rule, address in list(self.addresses("GET")):
            for kind, headers in ((kind, headers) for kind in ways for headers in ways[kind]):
                self.look(people[kind].ask("GET", address, {**headers, "Accept-Language": LANGUAGE}), (rule.rule, kind))

    def post_everything(self, who, **form):
        for rule, address in list(self.addresses("POST")):
            for headers in (FROM_HERE, BY_SCRIPT, AS_DATA):
                if not rule.rule.startswith(("/lti", "/me/erasure")) or not form:
                    self.look(self.people[who].ask("POST", address, {**headers, "Accept-Language": LANGUAGE}, data=form), (f"POST {rule.rule}", who))


@pytest.fixture
def walk(app, platform, clock):
    return Walk(app, platform, clock)


@sqlite
def test_no_page_no_part_and_no_dialog_says_a_word_that_cannot_be_translated(walk):
    members, others = (FROM_HERE, BY_SCRIPT), (FROM_HERE, BY_SCRIPT, AS_DATA)
    walk.get_everything({"facilitator": members, "participant": members, "nameless": [FROM_HERE], "elsewhere": others, "stranger": others})
    for state in ("draft", "closed", "archived"):
        walk.marja.submit(f"/activities/{walk.board}/state", state=state)
        for person in walk.people.values():
            for address in (f"/boards/{walk.board}", f"/courses/{walk.course}"):
                walk.look(person.open(address), (address, state))
    walk.marja.submit(f"/activities/{walk.board}/state", state="open")
    for address in ("/notes/2/deletion", "/columns/2/deletion", "/attachments/2/deletion", "/columns/1/lock", "/memberships/3/cofacilitation"):
        walk.look(walk.marja.send(address, locked="yes", grant="yes"), (address, "done"))
        walk.look(walk.marja.submit(address, locked="yes", grant="yes"), (address, "done by form"))
    walk.marja.submit(f"/activities/{walk.board}/deletion")
    walk.get_everything({"facilitator": [FROM_HERE], "participant": [FROM_HERE]})
    assert walk.found == {}
    pages = {rule for rule, status in walk.walked if status == 200}
    assert {"/courses/<int:course_id>", "/boards/<int:board_id>", "/boards/<int:board_id>/deleted", "/notes/<int:note_id>/position", "/me",
            "/notes/<int:note_id>/comments", "/comments/<int:comment_id>", "/notes/<int:note_id>/attachments", "/attachments/<int:attachment_id>",
            "/courses/<int:course_id>/people", "/activities/<int:activity_id>/changes", "/placements/<int:placement_id>",
            "/deep-links/<int:request_id>", "/courses/<int:course_id>/connection", "/courses/<int:course_id>/retention", "/privacy", "/accessibility"} <= pages


@sqlite
def test_no_refusal_of_a_form_says_a_word_that_cannot_be_translated(walk):
    walk.post_everything("elsewhere")
    walk.post_everything("participant")
    walk.post_everything("facilitator")
    walk.post_everything("participant", text="Ж" * 1001, colour="pink", language="de", after="77", column="77", name="Ж" * 81, scheme="x", version="1")
    walk.post_everything("participant", text="Ж", colour="sun", language="fi", version="0", person="somebody else")
    walk.post_everything("facilitator", **{"title-fi": "Ж" * 121, "prompt-fi": "Ж" * 2001, "state": "x", "kind": "x", "opens": "activity:77", "languages": ""})
    assert walk.found == {}
    assert {400, 403, 404, 409, 422} & {status for _rule, status in walk.walked} >= {403, 404, 422}


class Said(str):
    """An error in words, or one that says its own."""

    def what(self):
        return self


def refusals(of=Refusal):
    for kind in of.__subclasses__():
        if kind.__module__.startswith("lti_tool."):
            yield kind
        yield from refusals(kind)


@sqlite
def test_every_refusal_has_words_that_can_be_translated(app, platform):
    found, seen = {}, 0
    with app.test_request_context(headers={"Accept-Language": LANGUAGE}):
        for kind in refusals():
            refusal = kind.__new__(kind)
            vars(refusal).update(dict.fromkeys(inspect.signature(kind.__init__).parameters, "1"))
            vars(refusal).update(issuer="1", client_id="1", known=["1"], kid="1", deployment_id="1", claim="1", error=Said("⟦1⟧"), detail="", sentence="⟦1⟧", votes_each="1")
            try:
                sentences = [*refusal.words(), refusal.repair() if hasattr(refusal, "repair") else ""]
            except NotImplementedError:
                assert kind.__subclasses__(), f"{kind.__name__} has no words"
                continue
            seen += 1
            for sentence in sentences:
                if sentence and (bare_words(str(sentence)) or (kind is not Unsuitable and "⟦" not in str(sentence))):
                    found[kind.__name__] = sentence
    assert found == {}
    assert seen > 30


@sqlite
@pytest.mark.parametrize("headers", [FROM_HERE, BY_SCRIPT, AS_DATA], ids=["page", "fragment", "data"])
def test_what_goes_wrong_is_said_in_words_that_can_be_translated(app, platform, headers):
    raised = {"/mishap": RuntimeError(), "/conflict": sa.exc.IntegrityError("", {}, Exception()), "/not-now": OperationalError("", {}, Exception()), "/full": OSError(errno.ENOSPC, "")}
    client = app.test_client()
    for address, error in raised.items():
        def view(error=error):
            raise error
        app.add_url_rule(address, address[1:], public(view))
    for address in [*raised, "/nowhere"]:
        answer = client.get(address, headers={**headers, "Accept-Language": LANGUAGE})
        assert answer.status_code >= 400
        if answer.mimetype == "application/json":
            assert not any(bare_words(answer.json[key]) for key in ("error", "happened", "advice"))
        else:
            assert untranslated(answer.text) == []


def test_words_that_cannot_be_translated_are_found():
    page = ('<main title="⟦Title⟧"><p>⟦Hello ⟦Board⟧⟧ Марья</p><a href="/x" aria-label="Close">⟦x⟧</a><img alt="drawing"><svg><title>no</title></svg>'
            '<span lang="fi">suomi</span> loose ends <time>21 Nov 14:05</time></main>')
    assert untranslated(page) == ["<main> loose ends", "<a> Close", "<img> drawing"]
