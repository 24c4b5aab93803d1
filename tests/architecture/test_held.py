"""Everything that is held about a person can be seen, exported and erased: no table is forgotten."""
import re

import pytest
import sqlalchemy as sa

from lti_tool.db import db, transaction
from lti_tool.people import Person
from tests.support.cast import AINO, ORJAN
from tests.support.rows import rows_with

PERSONAL = re.compile(r"person|author|subject|e_?mail|user|member_id|owner|reader|writer|voter|_by$|^by$")
NOT_PERSONAL = {"course.people_counted"}  # a number of people


def personal_columns():
    for table in db.metadata.tables.values():
        for column in table.columns:
            refers = any(key.column.table.name == "person" for key in column.foreign_keys)
            if (refers or PERSONAL.search(column.name)) and f"{table.name}.{column.name}" not in NOT_PERSONAL:
                yield table, column


def rows_of(app, number) -> list[str]:
    """The tables that still refer to a person."""
    with app.app_context(), transaction(writes=False):
        return [table.name for table, column in personal_columns() if isinstance(column.type, sa.Integer)
                and db.session.scalar(sa.select(sa.func.count()).select_from(table).where(column == number))]


def test_every_table_that_names_a_person_is_registered(app):
    registered = {held.table for held in app.extensions["held"]}
    assert {table.name for table, _column in personal_columns()} <= registered


def test_what_is_registered_is_a_table_and_only_once(app):
    registered = [held.table for held in app.extensions["held"]]
    assert len(registered) == len(set(registered))
    assert set(registered) <= set(db.metadata.tables)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_says_what_it_is_for_and_how_long_it_is_kept(app, language):
    """In whole sentences: they stand in the privacy notice."""
    with app.test_request_context(headers={"Accept-Language": language}):
        for held in app.extensions["held"]:
            for sentence in (held.purpose(), held.kept()):
                assert len(sentence) > 5 and sentence.endswith("."), f"{held.table}: {sentence}"


def test_a_table_that_refers_to_a_person_is_indexed_by_it(app):
    """Or seeing and erasing would read whole tables."""
    for table, column in personal_columns():
        if any(key.column.table.name == "person" for key in column.foreign_keys):
            leading = {index.columns[0].name for index in table.indexes} | {key.columns[0].name for key in table.constraints if len(key.columns)}
            assert column.name in leading, f"{table.name}.{column.name}"


@pytest.fixture
def lived_in(board, enter, app):
    """Aino has written, edited, moved, deleted, opened a window, chosen a name; Örjan and Marja have changed her note too."""
    aino, orjan = enter(AINO, given_name="Aino", family_name="Sarapuisto"), enter(ORJAN)
    first = board.note(aino, "Salaisuus yksi")
    aino.send(f"/notes/{first}", text="Salaisuus kaksi", version="1", colour="leaf", language="fi")
    board.marja.send(f"/notes/{first}", text="Salaisuus kolme", version="2", colour="leaf", language="fi")
    orjan.send(f"/notes/{first}/position", column=board.columns[1], after="")
    second = board.note(aino, "Salaisuus neljä")
    aino.send(f"/notes/{second}/deletion")
    thought = board.note(orjan, "Örjans tanke")
    comment = int(aino.send(f"/notes/{thought}/comments", text="Salaisuus viisi", language="fi").headers["X-Comment"])
    aino.send(f"/comments/{comment}", text="Salaisuus kuusi", language="fi", version="1")
    orjan.send(f"/notes/{first}/comments", text="Örjans svar", language="sv")
    aino.send(f"/notes/{thought}/reactions", on="thanks")
    aino.post("/tickets", address=board.path)
    aino.post("/me/settings", name="Salanimi", scheme="dark", language="sv")
    with app.app_context(), transaction(writes=False):
        number = db.session.scalar(sa.select(Person.id).where(Person.subject == AINO.sub))
    return aino, number


WORDS = ["Salaisuus", "Salanimi", AINO.family_name, AINO.sub, AINO.email]


def test_the_whole_database_forgets_who_erases_everything(lived_in, app):
    aino, number = lived_in
    assert set(rows_with(app, WORDS)) >= {"note.text", "comment.text", "act.before", "person.own_name", "person.platform_name", "person.subject"}
    assert aino.post("/me/erasure", sure="yes", texts="erase").status == 303
    assert rows_with(app, WORDS) == []
    assert rows_of(app, number) == []


def test_texts_that_are_left_are_nobody_s(lived_in, app):
    aino, number = lived_in
    assert aino.post("/me/erasure", sure="yes", texts="leave").status == 303
    assert set(rows_with(app, WORDS)) <= {"note.text", "comment.text", "act.before"}
    assert set(rows_with(app, WORDS[1:])) == set()
    assert rows_of(app, number) == []


def test_no_address_and_no_picture_is_kept_at_all(lived_in, app):
    assert rows_with(app, [AINO.email, "sesskey", "picture"]) == []


def test_erasing_leaves_what_others_wrote(lived_in, board, app):
    aino, _number = lived_in
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert rows_with(app, ["Örjans tanke"]) == ["note.text"]
    assert len(board.marja.open(board.path).numbers("note")) == 1
