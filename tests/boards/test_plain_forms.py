"""Every act without JavaScript: with the forms that stand in the pages, answered with pages."""
import pytest

from tests.support.cast import AINO, ORJAN


@pytest.fixture
def aino(enter):
    return enter(AINO)


def composer_of(board, visitor, column=0):
    return visitor.open(board.path), f"/columns/{board.columns[column]}/notes"


def test_a_note_is_written_and_the_page_comes_back(board, aino):
    page = aino.press(*composer_of(board, aino), text="Ilman skriptejä")
    assert (page.status, page.path) == (200, board.path)
    [note] = page.numbers("note")
    assert "Ilman skriptejä" in page.words(f"note-{note}")


def test_a_note_is_edited_moved_deleted_and_restored(board, aino):
    note, other = board.note(aino, "Alku"), board.note(aino, "Toinen")
    page = aino.open(board.path)
    assert f"/notes/{note}/acts" in page.links
    acts = aino.open(f"/notes/{note}/acts")
    assert {f"/notes/{note}", f"/notes/{note}/attachments", f"/notes/{note}/position", f"/notes/{note}/stack", f"/notes/{note}/comments"} <= set(acts.links)
    page = aino.press(aino.open(f"/notes/{note}"), f"/notes/{note}", text="Loppu", colour="leaf")
    assert page.path == board.path and "Loppu" in page.words(f"note-{note}")
    page = aino.press(aino.open(f"/notes/{note}/position"), f"/notes/{note}/position", after=str(other))
    assert page.notes_in(board.columns[0]) == [other, note]
    page = aino.press(aino.open(f"/notes/{note}/position?column={board.columns[1]}"), f"/notes/{note}/position")
    assert page.notes_in(board.columns[1]) == [note]
    page = aino.press(acts, f"/notes/{note}/deletion")
    assert page.numbers("note") == [other]
    assert f"{board.path}/deleted" in page.links
    page = aino.press(aino.open(f"{board.path}/deleted"), f"/notes/{note}/restoration")
    assert page.notes_in(board.columns[1]) == [note]


def test_each_act_is_followed_by_an_offer_to_undo(board, aino):
    note = board.note(aino, "Alku")
    page = aino.press(aino.open(f"/notes/{note}/acts"), f"/notes/{note}/deletion")
    [undo] = [form.get("action") for form in page.all("form") if "/undo" in form.get("action")]
    page = aino.press(page, undo)
    assert page.path == board.path and page.numbers("note") == [note]


def test_the_page_of_a_notes_acts_offers_to_each_what_they_may_do(board, aino, enter):
    note = board.note(aino, "Ainon")
    address = f"/notes/{note}/acts"
    others = enter(ORJAN).open(address)
    assert f"/notes/{note}/position" in others.links
    assert not {f"/notes/{note}", f"/notes/{note}/attachments", f"/notes/{note}/removal", f"/notes/{note}/look", f"/notes/{note}/stack/notes"} & set(others.links)
    assert not others.all("form", action=f"/notes/{note}/deletion")
    assert {f"/notes/{note}", f"/notes/{note}/removal"} <= set(board.marja.open(address).links)
    aino.send(f"/notes/{note}/deletion")
    assert aino.open(address).status == 409


def test_a_facilitator_prepares_a_board(board):
    marja = board.marja
    page = marja.open(board.path)
    assert {f"{board.path}/columns", f"{board.path}/settings", f"{board.path}/deleted", f"/columns/{board.columns[0]}",
            f"/columns/{board.columns[0]}/position"} <= set(page.links)
    page = marja.press(marja.open(f"{board.path}/columns"), f"{board.path}/columns", **{"title-fi": "Kolmas"})
    third = page.numbers("column")[2]
    page = marja.press(marja.open(f"/columns/{third}/position"), f"/columns/{third}/position", after="")
    assert page.numbers("column") == [third, *board.columns]
    page = marja.press(page, f"/columns/{third}/lock")
    assert page.one(f"column-{third}-head").get("data-locked") is not None
    page = marja.press(page, f"/columns/{third}/lock")
    assert page.one(f"column-{third}-head").get("data-locked") is None
    page = marja.press(page, f"/columns/{third}/deletion")
    assert page.numbers("column") == board.columns
    page = marja.press(marja.open(f"{board.path}/settings"), f"{board.path}/settings", **{"prompt-fi": "Mikä toimii?", "colour-leaf-fi": "Idea"})
    assert "Mikä toimii?" in page.words("bar") and "Idea" in page.text
    page = marja.press(page, f"{board.activity}/state", ("state", "closed"))
    assert page.path == board.path and page.one("bar").get("data-state") == "closed"


def test_a_form_for_moving_names_its_column_even_when_that_was_locked_meanwhile(board, aino):
    note = board.note(aino)
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    assert aino.open(f"/notes/{note}/position").status == 200
    assert aino.press(aino.open(f"/notes/{note}/position"), f"/notes/{note}/position").status == 409


def test_cofacilitation_is_granted_and_ended_on_the_page_of_people(board, aino):
    marja, people = board.marja, f"{board.home}/people"
    [path] = [form.get("action") for form in marja.open(people).all("form") if form.get("action").startswith("/memberships/")]
    page = marja.press(marja.open(people), path, ("grant", "yes"))
    assert page.path == people and aino.open(people).status == 200
    marja.press(page, path, ("grant", "no"))
    assert aino.open(people).status == 403


def test_language_colours_and_name_are_chosen(board, aino):
    page = aino.submit("/me/settings", scheme="dark", back=board.path)
    assert page.path == board.path and page.all("html", data_theme="dark")
    page = aino.post("/me/settings", language="sv", back=board.path)
    assert page.leads_to == board.path
    assert len(aino.open("/me").all("input", name="name")) == 1
    aino.post("/me/settings", name="Aino S.", back="/me")
    assert "Aino S." in board.marja.open(f"{board.home}/people").text


REFUSED = {"too long": {"text": "Ä" * 1001}, "no colour of ours": {"text": "Säilyy", "colour": "pink"}, "no language of ours": {"text": "Säilyy", "language": "de"}}


@pytest.mark.parametrize("form", REFUSED.values(), ids=REFUSED)
def test_the_page_of_a_refusal_holds_what_was_typed(board, aino, form):
    refused = aino.post(board.composer(), **{"colour": "sun", "language": "fi", **form})
    assert refused.status == 422
    assert form["text"] in refused.typed
    assert all(field.get("readonly") is not None for field in refused.all("textarea"))


TOO_LONG = {"title": ("/settings", {"title-fi": "Ä" * 121, "prompt-fi": "Tehtävä"}), "colour": ("/settings", {"title-fi": "Nimi", "colour-sun-fi": "Ä" * 41}),
            "prompt": ("/columns", {"title-fi": "Sarake", "prompt-fi": "Ä" * 2001})}


@pytest.mark.parametrize(("path", "fields"), TOO_LONG.values(), ids=TOO_LONG)
def test_a_facilitator_loses_nothing_either(board, path, fields):
    refused = board.marja.post(f"{board.path}{path}", colour="sun", **fields)
    assert refused.status == 422
    assert set(fields.values()) <= set(refused.typed)


def test_no_form_of_a_page_is_without_a_button(board, aino, enter):
    board.note(aino)
    for visitor in (aino, enter(ORJAN), board.marja):
        for path in (board.path, board.home, "/me", "/me/erasure", f"{board.path}/deleted"):
            for form in visitor.open(path).all("form"):
                assert form.find(".//button") is not None, (path, form.get("action"))
