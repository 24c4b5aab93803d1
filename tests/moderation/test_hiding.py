"""Hiding: others see nothing, the author reads why and answers, and what is shown again comes back as it was."""
import pytest

from tests.support.cast import EEVA, MARJA

from .conftest import about

pytestmark = pytest.mark.usefixtures("in_english")
WHY = {"reason": "unkind", "text": "Tämä on kirjoitettu kiireessä"}


def hide(visitor, path, **more):
    seen = visitor.post(f"{about(path)}/hiding", **{**WHY, **more})
    assert seen.status == 303, seen.text
    return seen


@pytest.fixture
def post(wall, aino):
    return wall.post(aino)


def test_nobody_else_sees_a_hidden_note(board, aino, orjan, note):
    since = orjan.open(board.path).one("live").get("data-seq")
    hide(board.marja, f"/notes/{note}")
    assert "Virtanen" not in orjan.open(board.path).text and "Virtanen" not in orjan.open(f"{board.path}/history").text
    assert "Virtanen" not in orjan.read(f"{board.activity}/changes?since={since}").text
    assert orjan.open(f"/notes/{note}/comments").status == orjan.open(about(f"/notes/{note}")).status == 404
    assert "Virtanen" in board.marja.open(about(f"/notes/{note}")).text


def test_a_hidden_note_is_in_no_export_and_takes_nothing(board, aino, note):
    hide(board.marja, f"/notes/{note}")
    for ending in ("json", "csv", "html"):
        seen = board.marja.open(f"{board.path}/export.{ending}")
        assert seen.status == 200 and "Virtanen" not in seen.text
    seen = aino.send(f"/notes/{note}", text="Uusi", version=1, colour="sun", language="fi")
    assert seen.status == 409 and "has hidden this" in seen.text


def test_its_author_reads_the_reason_and_answers_more_than_once(board, aino, note):
    hide(board.marja, f"/notes/{note}")
    assert "a word about something you wrote" in aino.open(board.home).text
    mine = aino.open(f"{board.home}/moderation/mine")
    assert "unkind" in mine.text and WHY["text"] in mine.text and "Virtanen" in mine.text and "Marja" not in mine.one("main").text
    for words in ("En tarkoittanut pahaa", "Voinko muuttaa sitä?"):
        assert aino.post(f"{about(f'/notes/{note}')}/answers", text=words).status == 303
    queue = board.marja.open(f"{board.home}/moderation")
    assert "En tarkoittanut pahaa" in queue.text and "Voinko muuttaa sitä?" in queue.text
    assert "1 thing waits" in board.marja.open(board.home).text


def test_only_its_author_answers(board, aino, orjan, note):
    hide(board.marja, f"/notes/{note}")
    assert orjan.post(f"{about(f'/notes/{note}')}/answers", text="Minäkin").status == 404
    assert board.marja.post(f"{about(f'/notes/{note}')}/answers", text="Minäkin").status == 403


def test_showing_again_is_one_act_and_is_undone(board, aino, orjan, note):
    hide(board.marja, f"/notes/{note}")
    seen = board.marja.post(f"{about(f'/notes/{note}')}/showing")
    assert "Virtanen" in orjan.open(board.path).text
    page = board.marja.open(seen.leads_to)
    [undo] = {form.get("action") for form in page.all("form") if "/undo" in form.get("action")}
    board.marja.post(undo)
    assert "Virtanen" not in orjan.open(board.path).text


def test_an_archived_post_comes_back_archived(board, wall, aino, orjan, post):
    aino.post(f"{post}/state", state="archived")
    hide(board.marja, post)
    assert orjan.open(post).status == 404 and "Kirjaamiskahvit" not in orjan.open(f"{wall.path}/archived").text
    board.marja.post(f"{about(post)}/showing")
    assert "Kirjaamiskahvit" in orjan.open(f"{wall.path}/archived").text and "Kirjaamiskahvit" not in orjan.open(wall.path).text


def test_a_hidden_post_is_not_brought_back_by_its_author(board, wall, aino, orjan, post):
    seen = aino.open(post)
    hide(board.marja, post)
    asked = wall.questions(aino, post)
    aino.post(f"{post}/texts/fi", title="Uusi nimi", publish="yes", version="9", **{f"answer-{asked[2]}": "Toisin"})
    aino.post(f"{post}/state", state="published")
    for number in range(1, 12):
        aino.post(f"/acts/{number}/undo")
    assert seen.status == 200 and orjan.open(post).status == 404 and wall.path and "Uusi nimi" not in orjan.open(wall.path).text
    assert "A facilitator has hidden this" in aino.open(post).text


def test_a_comment_is_hidden(board, aino, orjan, note):
    comment = int(orjan.send(f"/notes/{note}/comments", text="Turha ajatus", language="fi").headers["X-Comment"])
    assert "Turha ajatus" in aino.open(f"/notes/{note}/comments").text
    hide(board.marja, f"/comments/{comment}")
    assert "Turha ajatus" not in aino.open(f"/notes/{note}/comments").text and "Turha ajatus" in orjan.open(f"{board.home}/moderation/mine").text


def test_a_reason_is_needed_and_something_else_has_to_be_said(board, note):
    for form in ({}, {"reason": "because"}, {"reason": "other", "text": " "}):
        assert board.marja.post(f"/moderated/note/{note}/hiding", **form).status == 422
    assert board.marja.post(f"/moderated/note/{note}/hiding", reason="other", text="Soita 040 123 4567 ").status == 422


def test_the_second_of_two_facilitators_sees_how_it_is(board, other, note):
    hide(board.marja, f"/notes/{note}")
    seen = hide(other, f"/notes/{note}")
    assert "Somebody was faster" in other.open(seen.leads_to).text
    assert board.marja.open(f"{board.home}/moderation/log").text.count("unkind") == 1


def test_only_facilitators_of_the_course_hide(board, aino, orjan, note, enter):
    assert aino.post(f"/moderated/note/{note}/hiding", **WHY).status == orjan.post(f"/moderated/note/{note}/hiding", **WHY).status == 403
    assert enter(EEVA._replace(role=MARJA.role)).post(f"/moderated/note/{note}/hiding", **WHY).status == 404
    assert board.marja.post("/moderated/wall/1/hiding", **WHY).status == board.marja.post("/moderated/note/99999/hiding", **WHY).status == 404


def test_hostile_words_are_shown_as_words(board, aino, note):
    hide(board.marja, f"/notes/{note}", text="<script>alert(1)</script>")
    for seen in (aino.open(f"{board.home}/moderation/mine"), board.marja.open(f"{board.home}/moderation/log"), board.marja.open(f"/moderated/note/{note}")):
        assert "<script>alert(1)" not in seen.html and "&lt;script&gt;alert(1)" in seen.html


def test_nobody_reacts_to_what_they_do_not_see(board, orjan, note):
    hide(board.marja, f"/notes/{note}")
    assert orjan.send(f"/notes/{note}/reactions", on="thanks").status == 404


def test_a_stack_goes_on_without_its_hidden_top(board, aino, orjan, note):
    other = board.note(orjan, "Toinen ajatus")
    assert aino.send(f"/notes/{other}/stack", onto=note).status == 200
    hide(board.marja, f"/notes/{note}")
    assert "Toinen ajatus" in aino.open(board.path).text and "Virtanen" not in orjan.open(board.path).text
