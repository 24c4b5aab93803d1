"""Comments on notes: who may write, change and see them, and that nothing of them is lost or doubled."""
import re

import pytest
import sqlalchemy as sa

from lti_tool.boards import Board, Comment, Phase
from lti_tool.db import Wording, db, transaction
from lti_tool.db.chores import do_chores
from lti_tool.people import Region
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.rows import rows_with


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


@pytest.fixture
def note(board, aino):
    return board.note(aino)


@pytest.fixture
def comment(request):
    """comment(visitor, text) writes a comment on Aino's note, or on another; its number."""
    def write(visitor, text="Meillä samoin", on=None, **form):
        on = on or request.getfixturevalue("note")
        seen = visitor.send(f"/notes/{on}/comments", text=text, **{"language": "fi", **form})
        assert seen.status == 201, seen.html
        return int(seen.headers["X-Comment"])
    return write


@pytest.fixture
def set_up(app, board):
    """set_up(anonymity="region") on the board, set_up(comments=False) in its phase."""
    def set_up(**values):
        with app.app_context(), transaction():
            phase = db.session.query(Phase).filter_by(board_id=board.id).one()
            for name, value in values.items():
                setattr(phase if hasattr(Phase, name) else db.session.get(Board, board.id), name, value)
    return set_up


def undo_of(seen) -> str:
    [address] = [form.get("action") for form in seen.all("form") if form.get("action").startswith("/acts/")]
    return address


def texts(visitor, note) -> list[str]:
    """The comments as somebody sees them under the note."""
    page = visitor.open(f"/notes/{note}/comments")
    assert page.status == 200
    return [" ".join(text.text.split()) for item in page.all("li", class_="comment") for text in item.iter("p") if text.get("class") == "text"]


def test_everybody_reads_what_somebody_said_of_a_note_with_the_name(board, note, comment, aino, orjan):
    comment(orjan, "Hos oss också", language="sv")
    comment(aino, "Kerro lisää")
    assert texts(aino, note) == texts(board.marja, note) == ["Hos oss också", "Kerro lisää"]
    page = aino.open(f"/notes/{note}/comments")
    assert ORJAN.name in page.text
    assert [item.get("lang") for item in page.all("p", class_="text")][1:] == ["sv", None]


def test_the_note_shows_how_many_there_are_and_everybody_hears_it(board, note, comment, aino, orjan):
    since = orjan.open(board.path).one("live").get("data-seq")
    number = comment(aino)
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert heard.parts == [(f"#comments-{note}", "place"), (f"#column-{board.columns[0]}-notes", "place")]
    assert "1 kommentti" in aino.open(board.path).words(f"note-{note}") or "1 comment" in aino.open(board.path).words(f"note-{note}")
    aino.send(f"/comments/{number}/deletion")
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    assert (f"#comment-{number}", "delete") in heard.parts
    assert not orjan.open(board.path).all("span", class_="n")


def test_what_others_receive_of_a_comment_says_nothing_of_one_person(board, note, comment, aino, orjan):
    since = orjan.open(board.path).one("live").get("data-seq")
    comment(aino)
    heard = orjan.open(f"{board.activity}/changes?since={since}").html
    assert "data-mine" not in heard and 'name="person"' not in heard
    assert aino.open(f"/notes/{note}/comments").all("li", class_="comment", data_mine=True)
    assert not orjan.open(f"/notes/{note}/comments").all("li", data_mine=True)


def test_the_same_comment_sent_twice_is_one_comment(note, aino):
    first, again = (aino.send(f"/notes/{note}/comments", op="operation-sent-twice", text="Kerran", language="fi") for _time in range(2))
    assert (first.status, first.headers["X-Comment"]) == (again.status, again.headers["X-Comment"])
    assert texts(aino, note) == ["Kerran"]


@pytest.mark.parametrize(("length", "status"), [(2000, 201), (2001, 422)])
def test_two_thousand_characters_are_taken_and_one_more_is_refused_whole(note, aino, length, status):
    assert aino.send(f"/notes/{note}/comments", text="å" * length, language="fi").status == status
    assert [len(text) for text in texts(aino, note)] == [2000][:status == 201]


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_a_comment_says_something(note, aino, text):
    assert aino.send(f"/notes/{note}/comments", text=text, language="fi").status == 422
    assert aino.send(f"/notes/{note}/comments", text="Sanat", language="xx").status == 422
    assert texts(aino, note) == []


def test_hostile_text_is_shown_as_it_was_written(note, comment, aino, orjan):
    hostile = "<script>alert(1)</script> </hx-partial><hx-partial hx-target=\"#main\">"
    comment(orjan, hostile)
    page = aino.open(f"/notes/{note}/comments")
    assert texts(aino, note) == [" ".join(hostile.split())]
    assert not page.all("hx-partial") and not [script for script in page.all("script") if script.text]


def test_one_changes_one_s_own_comment_and_others_do_not(board, note, comment, aino, orjan):
    number = comment(aino, "Alku")
    assert aino.send(f"/comments/{number}", text="Loppu", language="fi", version="1").status == 200
    for way in (f"/comments/{number}", f"/comments/{number}/deletion", f"/comments/{number}/restoration"):
        assert orjan.send(way, text="Toisen", language="fi", version="2").status == 403
    assert orjan.open(f"/comments/{number}").status == 403
    assert texts(aino, note) == ["Loppu"]
    assert board.marja.send(f"/comments/{number}", text="Siistitty", language="fi", version="2").status == 200
    assert texts(aino, note) == ["Siistitty"]


def test_a_conflict_shows_both_texts_and_keeps_what_was_typed(board, note, comment, aino):
    number = comment(aino, "Alku")
    board.marja.send(f"/comments/{number}", text="Marjan", language="fi", version="1")
    refused = aino.send(f"/comments/{number}", text="Ainon", language="fi", version="1")
    assert refused.status == 409
    assert "Marjan" in refused.text and refused.typed == ["Ainon"]
    version = refused.form(f"/comments/{number}").values["version"]
    assert aino.send(f"/comments/{number}", text="Yhdessä", language="fi", version=version).status == 200
    assert texts(aino, note) == ["Yhdessä"]


@pytest.mark.every_case
@pytest.mark.parametrize(("way", "form", "before", "after"), [
    ("", {"text": "Muutettu", "language": "sv", "version": "1"}, ["Alku"], ["Muutettu"]), ("/deletion", {}, ["Alku"], [])], ids=["edited", "deleted"])
def test_each_act_on_a_comment_is_undone(note, comment, aino, orjan, way, form, before, after):
    number = comment(aino, "Alku")
    did = aino.send(f"/comments/{number}{way}", **form)
    assert texts(aino, note) == after
    assert orjan.send(undo_of(did)).status == 404
    assert aino.send(undo_of(did)).status == 200
    assert texts(aino, note) == before


def test_an_undo_does_not_take_away_somebody_else_s_change(board, note, comment, aino):
    number = comment(aino, "Alku")
    did = aino.send(f"/comments/{number}", text="Ainon", language="fi", version="1")
    board.marja.send(f"/comments/{number}", text="Marjan", language="fi", version="2")
    assert aino.send(undo_of(did)).status == 409
    assert texts(aino, note) == ["Marjan"]


def test_a_deleted_comment_is_restored_from_the_list_of_deleted_things(board, note, comment, aino, orjan):
    number = comment(aino, "Takaisin")
    aino.send(f"/comments/{number}/deletion")
    assert "Takaisin" not in orjan.open(f"{board.path}/deleted").text
    page = aino.open(f"{board.path}/deleted")
    assert "Takaisin" in page.text and "Takaisin" in board.marja.open(f"{board.path}/deleted").text
    assert aino.press(page, f"/comments/{number}/restoration").path == f"/notes/{note}/comments"
    assert texts(orjan, note) == ["Takaisin"]


def test_what_a_facilitator_deleted_only_facilitators_restore(board, note, comment, aino):
    number = comment(aino)
    board.marja.send(f"/comments/{number}/deletion")
    assert aino.send(f"/comments/{number}/restoration").status == 403
    assert board.marja.send(f"/comments/{number}/restoration").status == 200
    assert len(texts(aino, note)) == 1


def test_a_deleted_comment_goes_for_good_after_thirty_days(app, board, note, comment, aino, clock):
    aino.send(f"/comments/{comment(aino, 'Salaisuus')}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert rows_with(app, ["Salaisuus"]) == []


def closed(board, note, set_up):
    board.close()


def locked(board, note, set_up):
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")


def turned_off(board, note, set_up):
    set_up(comments=False)


def deleted(board, note, set_up):
    board.marja.send(f"/notes/{note}/deletion")


@pytest.mark.every_case
@pytest.mark.parametrize("state", [closed, locked, turned_off])
def test_where_nothing_is_added_comments_are_read_but_not_written(board, note, comment, set_up, aino, state):
    comment(aino, "Ehti ajoissa")
    state(board, note, set_up)
    refused = aino.send(f"/notes/{note}/comments", text="Liian myöhään", language="fi")
    assert refused.status == 409
    assert aino.post(f"/notes/{note}/comments", text="Liian myöhään", language="fi").typed == ["Liian myöhään"]
    page = aino.open(f"/notes/{note}/comments")
    assert texts(aino, note) == ["Ehti ajoissa"] and not page.all("textarea")


def test_a_deleted_note_is_not_commented(board, note, set_up, aino):
    deleted(board, note, set_up)
    assert aino.send(f"/notes/{note}/comments", text="Liian myöhään", language="fi").status == 409


def test_a_facilitator_comments_in_a_locked_column(board, note, comment, set_up):
    locked(board, note, set_up)
    comment(board.marja)


def test_comments_of_hidden_notes_are_hidden_with_them(board, note, comment, set_up, aino, orjan):
    number = comment(aino, "Vain omani")
    set_up(hides_notes=True)
    assert orjan.open(f"/notes/{note}/comments").status == 404
    assert orjan.send(f"/notes/{note}/comments", text="Näkymättömään", language="fi").status == 404
    assert board.marja.open(f"/comments/{number}").status == 404
    assert texts(aino, note) == ["Vain omani"]


def test_people_of_another_course_find_nothing(note, comment, aino, enter):
    number, eeva = comment(aino), enter(EEVA)
    for path in (f"/notes/{note}/comments", f"/comments/{number}"):
        assert eeva.open(path).status == eeva.send(path, text="Minäkin", language="fi").status == 404


def test_without_javascript_one_comments_edits_deletes_and_undoes(board, note, aino):
    page = aino.open(f"/notes/{note}/comments")
    page = aino.press(page, f"/notes/{note}/comments", text="Ilman skriptiä", language="fi")
    assert page.path == f"/notes/{note}/comments" and "Ilman skriptiä" in page.text
    [number] = page.numbers("comment")
    page = aino.press(aino.open(f"/comments/{number}"), f"/comments/{number}", text="Muutettu")
    assert page.path == f"/notes/{note}/comments" and "Muutettu" in page.text
    page = aino.press(page, f"/comments/{number}/deletion")
    assert page.numbers("comment") == []
    page = aino.press(page, undo_of(page))
    assert page.path == f"/notes/{note}/comments" and page.numbers("comment") == [number]


def everywhere(visitor, board, note) -> str:
    """All that a person can see of a note's comments, in pages, parts and data."""
    paths = (board.path, f"{board.path}/parts", f"{board.path}/deleted", f"/notes/{note}/comments", f"{board.activity}/changes?since=0", "/me", "/me/data.json")
    return " ".join(visitor.open(path).html for path in paths)


@pytest.mark.parametrize("level", ["region", "peers", "everybody"])
def test_a_nameless_comment_names_its_author_to_nobody_else(app, board, set_up, comment, aino, orjan, level):
    set_up(anonymity=level)
    note = board.note(orjan, "Örjans lapp")
    kept = comment(aino, "Nimettömästi", on=note)
    gone = comment(aino, "Poistettu nimettömästi", on=note)
    aino.send(f"/comments/{kept}", text="Nimettömästi edelleen", language="fi", version="1")
    aino.send(f"/comments/{gone}/deletion")
    for visitor in (orjan, board.marja):
        seen = everywhere(visitor, board, note)
        assert "Nimettömästi edelleen" in seen and AINO.family_name not in seen
    assert "Poistettu nimettömästi" in board.marja.open(f"{board.path}/deleted").text


def test_where_no_author_is_stored_only_the_browser_knows_its_own_comment(app, board, set_up, comment, aino, orjan, enter):
    set_up(anonymity="everybody")
    note = board.note(orjan)
    number = comment(aino, "Ei kenenkään", on=note)
    with app.app_context(), db.engine.connect() as connection:
        author, at = connection.exec_driver_sql("SELECT author_id, made_at FROM comment").one()
        acts = connection.exec_driver_sql("SELECT person_id, at FROM act WHERE thing LIKE 'comment:%%'").all()
    assert author is None and re.search(r"00:00:00", str(at))
    assert acts and all(person is None and re.search(r"00:00:00", str(when)) for person, when in acts)
    assert not re.search(r"\d\d?[.:]\d\d", aino.open(f"/notes/{note}/comments").words(f"comment-{number}"))
    assert aino.open(f"/notes/{note}/comments").all("li", class_="comment", data_mine=True)
    assert aino.send(f"/comments/{number}", text="Muutettu", language="fi", version="1").status == 200
    assert "Muutettu" in aino.open("/me").text
    assert enter(AINO).send(f"/comments/{number}/deletion").status == 403  # in another browser
    assert orjan.send(f"/comments/{number}/deletion").status == 403


@pytest.mark.every_case
@pytest.mark.parametrize("level", ["named", "everybody"])
@pytest.mark.parametrize("texts_go", ["erase", "leave"])
def test_erasing_oneself_takes_one_s_comments_along_or_leaves_them_nobody_s(app, board, set_up, comment, aino, orjan, level, texts_go):
    set_up(anonymity=level)
    note = board.note(orjan)
    number = comment(aino, "Ensin näin", on=note)
    aino.send(f"/comments/{number}", text="Sitten näin", language="fi", version="1")
    assert aino.post("/me/erasure", sure="yes", texts=texts_go).status == 303
    assert texts(orjan, note) == (["Sitten näin"] if texts_go == "leave" else [])
    if texts_go == "erase":
        assert rows_with(app, ["Ensin näin", "Sitten näin"]) == []
    assert AINO.family_name not in orjan.open(f"/notes/{note}/comments").html


def test_comments_go_with_a_note_whose_author_is_erased_with_all_they_said_before(app, board, note, comment, aino, orjan):
    number = comment(orjan, "Salaisuus yksi")
    orjan.send(f"/comments/{number}", text="Salaisuus kaksi", language="sv", version="1")
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert rows_with(app, ["Salaisuus"]) == []


def test_a_comment_is_removed_for_good_with_all_that_it_said_before(app, board, note, comment, aino, orjan):
    number = comment(aino, "Salaisuus yksi")
    aino.send(f"/comments/{number}", text="Salaisuus kaksi", language="fi", version="1")
    since = orjan.open(board.path).one("live").get("data-seq")
    assert aino.send(f"/comments/{number}/removal", what="all").status == 403
    assert board.marja.send(f"/comments/{number}/removal", what="all").status == 200
    assert rows_with(app, ["Salaisuus"]) == []
    assert (f"#comments-{note}", "place") in orjan.open(f"{board.activity}/changes?since={since}").parts
    assert aino.send(f"/comments/{number}", text="Uudelleen", language="fi", version="3").status == 409
    assert orjan.open(f"/notes/{note}/comments").numbers("comment") == [number]  # a mark stays


def test_a_part_of_a_comment_is_removed_for_good(app, board, note, comment, aino):
    number = comment(aino, "Hyvä idea, Salaisuus")
    page = board.marja.press(board.marja.open(f"/comments/{number}/removal"), f"/comments/{number}/removal", what="part", taken_out=", Salaisuus")
    assert page.path == f"/notes/{note}/comments"
    assert texts(aino, note) == ["Hyvä idea[fasilitaattorin peittämä kohta]"] and rows_with(app, ["Salaisuus"]) == []


def test_the_history_tells_of_comments_without_names_where_none_are_shown(board, set_up, comment, aino, orjan):
    set_up(anonymity="region")
    note = board.note(orjan)
    number = comment(aino, "Nimettömästi", on=note)
    aino.send(f"/comments/{number}", text="Nimettömästi muutettu", language="fi", version="1")
    page = board.marja.open(f"{board.path}/history")
    assert "Nimettömästi muutettu" in page.text and AINO.family_name not in page.text


def test_a_region_told_later_stands_under_earlier_comments_too(app, board, set_up, comment, aino, orjan):
    set_up(anonymity="region")
    comment(aino, on=board.note(orjan))
    with app.app_context(), transaction():
        region = db.session.execute(sa.insert(Region).values(course_id=board.course, name=Wording({"fi": "Kainuu"}), position="a0", offered=True).returning(Region.id)).scalar()
        author = db.session.scalar(sa.select(Comment.author_id))
        for hear in app.extensions["region_told"]:
            hear(board.course, author, region)
        db.session.expire_all()
        assert db.session.scalar(sa.select(Comment.region_id)) == region
