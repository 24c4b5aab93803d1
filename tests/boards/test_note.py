"""Notes: adding, editing, deleting, restoring, and whose they are."""
import pytest

from tests.support.cast import AINO, EEVA, ORJAN


def edit(visitor, note, text, version=1, **form):
    return visitor.send(f"/notes/{note}", text=text, version=version, **{"colour": "sun", "language": "fi", **form})


def test_a_note_appears_on_the_board_of_everybody(board, enter):
    aino, orjan = enter(AINO), enter(ORJAN)
    note = board.note(aino, "Kirjataan yhdessä asiakkaan kanssa")
    words = orjan.open(board.path).words(f"note-{note}")
    assert "Kirjataan yhdessä asiakkaan kanssa" in words
    assert "Aino Sarapuisto" in words


def test_the_writer_s_own_answer_is_the_note_where_it_belongs(board, enter):
    seen = enter(AINO).send(board.composer(1), text="Uusi", colour="leaf", language="fi")
    assert seen.status == 201
    assert seen.parts[0] == (f"#column-{board.columns[1]}-notes", "place")
    note = seen.one(f"note-{seen.headers['X-Note']}")
    assert "leaf" in note.get("class").split() and note.get("data-position")


def test_notes_join_the_end_of_their_column(board, enter):
    aino, orjan = enter(AINO), enter(ORJAN)
    first, second, other = board.note(aino), board.note(orjan), board.note(aino, column=1)
    assert board.notes(orjan) == [first, second]
    assert board.notes(orjan, 1) == [other]


def test_one_edits_one_s_own_note(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Ensin")
    dialog = aino.read(f"/notes/{note}")
    assert dialog.form(f"/notes/{note}").values == {"text": "Ensin", "version": "1", "colour": "sun", "language": "fi"}
    assert edit(aino, note, "Sitten", colour="drop", language="sv").status == 200
    page = enter(ORJAN).open(board.path)
    assert "Sitten" in page.words(f"note-{note}") and "Ensin" not in page.text
    assert "drop" in page.one(f"note-{note}").get("class").split()


@pytest.mark.parametrize("act", ["", "/deletion", "/restoration"])
def test_nobody_changes_another_s_note_but_facilitators(board, enter, act):
    note = board.note(enter(AINO), "Ainon")
    form = {"text": "Muutettu", "version": 1, "colour": "sun", "language": "fi"}
    assert enter(ORJAN).send(f"/notes/{note}{act}", **form).status == 403
    assert enter(EEVA).send(f"/notes/{note}{act}", **form).status == 404
    assert "Ainon" in board.marja.open(board.path).words(f"note-{note}")
    assert board.marja.send(f"/notes/{note}{act}", **form).status == 200


def test_a_note_edited_by_a_facilitator_stays_its_author_s(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    edit(board.marja, note, "Korjattu")
    page = aino.open(board.path)
    assert AINO.name in page.words(f"note-{note}")
    assert page.one("columns").get("data-mine") == str(note)
    assert edit(aino, note, "Vielä kerran", version=2).status == 200


def test_a_deleted_note_is_gone_for_everybody_and_listed_for_its_author(board, enter):
    aino, orjan = enter(AINO), enter(ORJAN)
    note = board.note(aino, "Unohdettava")
    gone = aino.send(f"/notes/{note}/deletion")
    assert (f"#note-{note}", "delete") in gone.parts
    for visitor in (aino, orjan, board.marja):
        assert "Unohdettava" not in visitor.open(board.path).text
    assert "Unohdettava" in aino.open(f"{board.path}/deleted").text
    assert "Unohdettava" in board.marja.open(f"{board.path}/deleted").text
    assert "Unohdettava" not in orjan.open(f"{board.path}/deleted").text
    assert orjan.open(f"/notes/{note}/position").status == orjan.send(f"/notes/{note}/position", after="").status == 404


def test_a_restored_note_is_back_where_it_was(board, enter):
    aino = enter(AINO)
    notes = [board.note(aino, text) for text in ("Yksi", "Kaksi", "Kolme")]
    aino.send(f"/notes/{notes[1]}/deletion")
    later = board.note(aino, "Neljä")
    back = aino.send(f"/notes/{notes[1]}/restoration")
    assert (f"#column-{board.columns[0]}-notes", "place") in back.parts
    assert board.notes(aino) == [*notes, later]


def test_restoring_what_is_not_deleted_does_nothing(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    assert aino.send(f"/notes/{note}/restoration").status == 200
    assert edit(aino, note, "Versio on yhä yksi", version=1).status == 200


def test_a_deleted_note_takes_no_changes(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Unohdettava")
    aino.send(f"/notes/{note}/deletion")
    refused = aino.post(f"/notes/{note}", text="Myöhästynyt", version="2", colour="sun", language="fi")
    assert refused.status == 409 and "Myöhästynyt" in refused.typed
    assert aino.send(f"/notes/{note}/position", after="").status == 409
    assert aino.send(f"/notes/{note}/deletion").status == 409
    assert "Myöhästynyt" not in aino.open(f"{board.path}/deleted").text


@pytest.mark.parametrize("form", [{"colour": "pink"}, {"colour": "sun leaf"}, {"language": "de"}, {"language": "<b>"}, {"text": ""}, {"text": " \n\t "}])
def test_a_note_has_a_text_and_one_of_our_colours_and_languages(board, enter, form):
    aino = enter(AINO)
    wanted = {"text": "Teksti", "colour": "sun", "language": "fi", **form}
    assert aino.send(board.composer(), **wanted).status == 422
    note = board.note(aino, "Alkuperäinen")
    assert edit(aino, note, **wanted).status == 422
    assert board.notes(aino) == [note] and "Alkuperäinen" in aino.open(board.path).text


def test_nobody_writes_to_a_board_of_another_course(board, enter):
    assert enter(EEVA).send(board.composer(), text="Ohi", colour="sun", language="fi").status == 404


# --- two who edit at once ---

def test_who_saves_second_sees_both_texts_and_loses_none(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Alku")
    edit(board.marja, note, "Marjan versio <b>")
    refused = edit(aino, note, "Ainon versio")
    assert refused.status == 409
    assert refused.headers["X-Dialog"] == "dialog"
    assert "Marjan versio <b>" in refused.text and refused.typed == ["Ainon versio"]
    assert "Marjan versio <b>" in aino.open(board.path).words(f"note-{note}")


def test_the_conflict_s_own_form_saves_the_chosen_text(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Alku")
    edit(board.marja, note, "Marjan versio")
    refused = aino.post(f"/notes/{note}", text="Ainon versio", version="1", colour="leaf", language="sv")
    assert refused.status == 409 and "X-Dialog" not in refused.headers
    assert refused.form(f"/notes/{note}").values == {"version": "2", "colour": "leaf", "language": "sv", "text": "Ainon versio"}
    aino.press(refused, f"/notes/{note}", text="Yhdessä")
    assert "Yhdessä" in aino.open(board.path).words(f"note-{note}")


def test_the_same_text_from_both_is_no_conflict(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Alku")
    edit(board.marja, note, "Sama")
    assert edit(aino, note, "Sama").status == 200


def test_a_note_that_was_only_moved_meanwhile_is_no_conflict(board, enter):
    aino = enter(AINO)
    note = board.note(aino, "Alku")
    enter(ORJAN).send(f"/notes/{note}/position", column=board.columns[1], after="")
    assert edit(aino, note, "Loppu").status == 200
    assert edit(board.marja, note, "Vielä", version=2).status == 409  # but the edit since then is


@pytest.mark.every_case
@pytest.mark.parametrize("version", ["", "0", "-1", "x", "99999999999999999999"])
def test_a_form_without_a_usable_version_overwrites_no_edit(board, enter, version):
    aino = enter(AINO)
    note = board.note(aino, "Alku")
    edit(board.marja, note, "Marjan")
    status = edit(aino, note, "Ainon", version=version).status
    assert status == 409, version
