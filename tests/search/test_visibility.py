"""Nobody finds what they do not see: asked of the state of the moment, for each way in which something can be out of sight."""
import re

import pytest
import sqlalchemy as sa

from lti_tool.activities import Activity
from lti_tool.boards import Board, Column, Note, Phase
from lti_tool.db import Wording, db, now, transaction
from lti_tool.people import Membership, Person
from lti_tool.walls import Post, Theme, Wall
from lti_tool.workshops.series import Series
from tests.support.cast import EEVA

pytestmark = pytest.mark.usefixtures("in_english")
WORD = "Kirjaamiskahvit"


@pytest.fixture
def change(app):
    """change(Note, text=...) sets it in all rows of that noun, as some page would."""
    def change(noun, **values):
        with app.app_context(), transaction():
            for thing in db.session.scalars(sa.select(noun)).all():
                for name, value in values.items():
                    setattr(thing, name, value)
    return change


def who_finds(look_for, people, words=WORD, **more):
    return [name for name, visitor in people.items() if look_for(visitor, words, **more).addresses]


@pytest.fixture
def people(aino, orjan, board):
    return {"aino": aino, "orjan": orjan, "marja": board.marja}


EVERYBODY, FACILITATORS, HERS = ["aino", "orjan", "marja"], ["marja"], ["aino"]
NOTES = {
    "as it is": ([], EVERYBODY),
    "deleted": ([(Note, {"deleted_at": now})], []),
    "removed for good": ([(Note, {"removed_at": now})], []),
    "kept back": ([(Note, {"kept_back": True})], HERS),
    "hidden": ([(Phase, {"hides_notes": True})], HERS),
    "hidden until a moment that has come": ([(Phase, {"hides_notes": True, "reveals_at": now})], EVERYBODY),
    "in a deleted column": ([(Column, {"deleted_at": now})], []),
    "in a deleted phase": ([(Phase, {"deleted_at": now})], []),
    "on a draft": ([(Activity, {"state": "draft"})], FACILITATORS),
    "on a closed board": ([(Activity, {"state": "closed"})], EVERYBODY),
    "on an archived board": ([(Activity, {"state": "archived"})], EVERYBODY),
    "on a deleted board": ([(Activity, {"deleted_at": now})], []),
    "in another phase": ([(Board, {"shown_phase_id": 999, "paper_phase_id": 999})], FACILITATORS),
    "in a hidden other phase": ([(Board, {"shown_phase_id": 999, "paper_phase_id": 999}), (Phase, {"hides_notes": True})], []),
    "in a column that gives way to those of groups": ([(Board, {"in_groups": True}), (Column, {"per_group": True})], []),
    "in a group's column": ([(Board, {"in_groups": True}), (Column, {"per_group": True, "group_id": 1})], EVERYBODY),
}


@pytest.mark.every_case
@pytest.mark.parametrize(("changes", "finders"), NOTES.values(), ids=NOTES)
def test_a_note_is_found_by_who_sees_it(app, board, aino, people, look_for, change, changes, finders):
    board.note(aino, WORD)
    for noun, values in changes:
        with app.app_context():
            values = {name: value() if callable(value) else value for name, value in values.items()}
        change(noun, **values)
    assert who_finds(look_for, people) == finders


POSTS = {
    "as it is": ([], EVERYBODY),
    "a draft": ([(Post, {"state": "draft"})], []),
    "waiting": ([(Post, {"state": "waiting"})], ["aino", "marja"]),
    "hidden": ([(Post, {"state": "hidden"})], ["aino", "marja"]),
    "archived": ([(Post, {"state": "archived"})], EVERYBODY),
    "deleted": ([(Post, {"deleted_at": now})], []),
    "removed for good": ([(Post, {"removed_at": now})], []),
    "on a draft": ([(Wall, {"state": "draft"})], FACILITATORS),
    "on a deleted wall": ([(Wall, {"deleted_at": now})], []),
}


@pytest.mark.every_case
@pytest.mark.parametrize(("changes", "finders"), POSTS.values(), ids=POSTS)
def test_a_post_is_found_by_who_sees_it(app, wall, aino, people, look_for, change, changes, finders):
    wall.post(aino, title=WORD)
    for noun, values in changes:
        with app.app_context():
            values = {name: value() if callable(value) else value for name, value in values.items()}
        change(noun, **values)
    assert who_finds(look_for, people) == finders


def test_what_comes_back_is_found_again(board, wall, aino, people, look_for, change):
    note, post = board.note(aino, WORD), wall.post(aino, title=WORD)
    for path in (f"/notes/{note}", post):
        assert aino.post(f"{path}/deletion").status < 400
    assert who_finds(look_for, people) == []
    for path, kind in ((f"/notes/{note}", "note"), (post, "post_text")):
        assert aino.post(f"{path}/restoration").status < 400
        assert who_finds(look_for, people, kind=kind) == EVERYBODY


def test_what_is_typed_and_not_published_is_nowhere(wall, aino, people, look_for):
    post = wall.post(aino, title="Toinen nimi")
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/fi", title=WORD, **{f"answer-{asked[2]}": WORD})
    aino.post(f"{wall.begin(aino)}/texts/fi", title=WORD, **{f"answer-{asked[2]}": WORD})
    assert who_finds(look_for, people) == []


def test_a_theme_a_title_and_a_series_are_found_where_they_stand(app, board, wall, aino, people, look_for, change):
    change(Theme, title=Wording({"fi": "Aihe teemakahvit"}))
    change(Wall, title=Wording({"fi": "Seinä kahviseinä", "sv": "Väggen kaffevägg"}))
    with app.app_context(), transaction():
        words, goal = Wording({"fi": "Sarja kahvisarja"}), Wording({"fi": "Tavoite kahvitavoite"})
        db.session.add(Series(course_id=1, title=words, theme=words, goal=goal, position="a0", made_at=now()))
    for words in ("teemakah", "kahvisei", "kaffe", "kahvisarja", "kahvitavoite"):
        assert who_finds(look_for, people, words) == EVERYBODY
    change(Wall, state="draft")
    for words in ("teemakah", "kahvisei", "kaffe"):
        assert who_finds(look_for, people, words) == FACILITATORS


def test_another_course_finds_nothing(enter, board, wall, aino, look_for):
    board.note(aino, WORD)
    wall.post(aino, title=WORD)
    eeva = enter(EEVA)
    assert eeva.open(f"{board.home}/search?q={WORD}").status == 404
    own = re.sub(r"\d+", str(course_of(eeva)), board.home)
    assert look_for(eeva, WORD, home=own).addresses == []


def course_of(visitor) -> int:
    with visitor.app.app_context():
        return db.session.scalar(sa.select(Membership.course_id).join(Person).where(Person.subject == visitor.person.sub))
