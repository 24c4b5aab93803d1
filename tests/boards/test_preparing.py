"""Facilitators prepare the phases of a workshop: adding, changing, ordering, deleting and restoring them, and nothing is lost by it."""
import json
import re
from datetime import timedelta

import pytest

from lti_tool.boards import Board, Phase
from lti_tool.boards.phase import PHASES_AT_MOST, SCRIPT_LIMIT
from lti_tool.db import db
from lti_tool.db.chores import do_chores
from tests.support.bulk import writing
from tests.support.cast import AINO, ORJAN

from .test_phases import FILE, GATHER, SORT, VOTE, Workshop, write

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    return Workshop(marja, board.home)


def add(marja, path, **form) -> int:
    """Marja adds a phase; its number."""
    seen = marja.post(f"{path}/phases", **form)
    assert seen.status == 303, seen.text
    return int(re.fullmatch(r"/phases/(\d+)", seen.leads_to).group(1))


def order(marja, path) -> list[int]:
    return [int(item.get("id").rpartition("-")[2]) for item in marja.open(f"{path}/phases").all("li") if (item.get("id") or "").startswith("phase-")]


def change(marja, number, **form):
    """With the page's own form, filled in."""
    return marja.press(marja.open(f"/phases/{number}"), f"/phases/{number}", **form)


def exported(marja, path) -> list[dict]:
    return json.loads(marja.open(f"{path}/export.json").data)["phases"]


def test_a_board_becomes_a_workshop_with_its_second_phase_and_its_notes_stay(board, marja, aino):
    note = board.note(aino)
    added = add(marja, board.path, kind="voting", **{"title-fi": "Äänestys"})
    page = aino.open(board.path)
    assert "Phase 1 of 2" in page.text and page.numbers("note") == [note]
    assert "Workshop" in marja.open(board.home).text
    assert exported(marja, board.path)[1]["kind"] == "voting" and exported(marja, board.path)[1]["votes_each"] == 3
    assert order(marja, board.path)[1] == added


def test_a_pre_assignment_hides_its_notes_unless_its_form_says_otherwise(board, marja):
    add(marja, board.path, kind="preassignment")
    add(marja, board.path, kind="preassignment", hides_notes="no")
    assert [phase["hides_notes"] for phase in exported(marja, board.path)] == [False, True, False]


def test_a_phase_is_described_in_its_own_form(workshop, marja, aino):
    first, second, third = workshop.phases
    seen = change(marja, second, **{"title-fi": "Ryhmissä", "prompt-fi": "Puhukaa.", "prompt-sv": "Diskutera.", "script-fi": "Kysy ensin.", "minutes": "25", "kind": "introduction",
                                    "votes_each": "4"})
    assert seen.path == workshop.path
    phase = exported(marja, workshop.path)[1]
    assert (phase["title"], phase["prompt"], phase["script"]) == ({"fi": "Ryhmissä"}, {"fi": "Puhukaa.", "sv": "Diskutera."}, {"fi": "Kysy ensin."})
    assert (phase["minutes"], phase["kind"], phase["votes_each"]) == (25, "introduction", 4)
    workshop.go(marja, 1, 0)
    assert "Puhukaa." in aino.open(workshop.path).text and "Kysy ensin" not in aino.open(workshop.path).html


def test_an_open_page_hears_of_changed_words_and_tools(workshop, marja, aino):
    column = workshop.columns(aino)[0]
    write(aino, column)
    since = aino.open(workshop.path).one("live").get("data-seq")
    change(marja, workshop.phases[0], **{"prompt-fi": "Aivan toinen kysymys?", "comments": "no"})
    heard = aino.open(f"/activities/{workshop.number}/changes?since={since}")
    assert "Aivan toinen kysymys?" in heard.text and f"#column-{column}-notes" in {target for target, _swap in heard.parts}


@pytest.mark.parametrize(("form", "words"), [
    ({"kind": "party"}, "no such kind"), ({"minutes": "0"}, "1 to 600"), ({"minutes": "10000000000"}, "1 to 600"), ({"minutes": "٣"}, "1 to 600"),
    ({"votes_each": "21"}, "0 to 20"), ({"votes_each": "-1"}, "0 to 20"), ({"days_before": "61"}, "1 to 60"), ({"script-fi": "x" * (SCRIPT_LIMIT + 1)}, "too long"),
    ({"title-fi": "x" * 121}, "too long"), ({"prompt-sv": "x" * 2001}, "too long"), ({"shows": "999"}, "no longer there"), ({"time": "days"}, "at least one"),
    ({"time": "days", "opens_on": "2026-12-02", "closes_on": "2026-12-01"}, "before the first"), ({"time": "days", "opens_on": "tomorrow"}, "26.11.2026"),
    ({"time": "days", "closes_on": "0001-01-01"}, "2000 to 2100"), ({"time": "days", "closes_on": "20261201"}, "26.11.2026")])
def test_what_a_phase_cannot_be_is_refused_and_nothing_typed_is_lost(workshop, marja, form, words):
    before = exported(marja, workshop.path)
    refused = marja.post(f"/phases/{workshop.phases[1]}", **{"prompt-en": "Kept", **form})
    assert refused.status == 422 and words in refused.text
    assert "Kept" in refused.text + "".join(refused.typed)
    assert exported(marja, workshop.path) == before


def test_markup_in_words_is_shown_as_words(workshop, marja, aino):
    change(marja, workshop.phases[0], **{"title-fi": "<b>Lihava</b>", "prompt-fi": "<img src=x onerror=alert(1)>"})
    assert "<img src=x" not in aino.open(workshop.path).html and "<b>Lihava" not in marja.open(f"{workshop.path}/phases").html


def test_phases_are_put_in_another_order(workshop, marja):
    first, second, third = workshop.phases
    assert marja.post(f"/phases/{second}/position", after=str(third)).status == 303
    assert order(marja, workshop.path) == [first, third, second]
    marja.press(marja.open(f"{workshop.path}/phases"), f"/phases/{second}/position")  # the first button of its: one step earlier
    assert order(marja, workshop.path) == [first, second, third]
    assert [phase["title"]["fi"] for phase in exported(marja, workshop.path)] == [GATHER, SORT, VOTE]


def test_a_phase_does_not_go_before_the_one_whose_columns_it_works_on(workshop, marja):
    first, second, third = workshop.phases
    for number, after in ((third, ""), (first, str(third))):
        refused = marja.post(f"/phases/{number}/position", after=after)
        assert refused.status == 409 and "comes before it" in refused.text
    assert order(marja, workshop.path) == [first, second, third]


@pytest.mark.parametrize("after", ["999", "itself", "another's"])
def test_a_place_of_another_workshop_is_refused(workshop, board, marja, after):
    first = workshop.phases[0]
    value = {"itself": str(first), "another's": str(order(marja, board.path)[0])}.get(after, after)
    assert marja.post(f"/phases/{first}/position", after=value).status == 422


def test_a_phase_works_only_on_columns_of_an_earlier_one(workshop, marja):
    first, second, third = workshop.phases
    for number, shown, words in ((first, third, "earlier phase"), (third, third, "earlier phase"), (second, first, "columns of its own")):
        refused = marja.post(f"/phases/{number}", shows=str(shown))
        assert refused.status == 422 and words in refused.text
    added = add(marja, workshop.path, shows=str(second))
    assert exported(marja, workshop.path)[3]["shows"] == 2
    assert marja.post(f"/phases/{added}", shows=str(third)).status == 422  # which shows another's itself


def test_columns_are_added_to_a_phase_that_is_not_shown(workshop, marja, aino):
    added = add(marja, workshop.path, **{"title-fi": "Lopuksi"})
    dialog = marja.open(f"{workshop.path}/columns?phase={added}")
    marja.press(dialog, f"{workshop.path}/columns", **{"title-fi": "Askel"})
    assert [column["title"]["fi"] for column in exported(marja, workshop.path)[3]["columns"]] == ["Askel"]
    assert len(workshop.columns(aino)) == 2
    assert marja.post(f"{workshop.path}/columns", phase="999", **{"title-fi": "x"}).status == 409
    assert marja.post(f"{workshop.path}/columns", phase=str(workshop.phases[2]), **{"title-fi": "x"}).status == 422


def test_a_column_is_marked_as_one_for_every_group(workshop, marja):
    column = workshop.columns(marja)[0]
    marja.press(marja.open(f"/columns/{column}?then=phase"), f"/columns/{column}", per_group="yes")
    assert exported(marja, workshop.path)[0]["columns"][0]["per_group"] is True
    assert "One for every group" in marja.open(f"/phases/{workshop.phases[0]}").text
    marja.post(f"/columns/{column}", **{"title-fi": "Nimi"})  # a form that does not ask
    assert exported(marja, workshop.path)[0]["columns"][0]["per_group"] is True
    marja.press(marja.open(f"/columns/{column}"), f"/columns/{column}", per_group="no")
    assert "per_group" not in exported(marja, workshop.path)[0]["columns"][0]


def test_a_column_is_changed_and_deleted_from_the_form_of_its_phase(workshop, marja):
    first = workshop.phases[0]
    column = workshop.columns(marja)[0]
    assert marja.post(f"/columns/{column}", then="phase", **{"title-fi": "Uusi"}).leads_to == f"/phases/{first}#columns"
    assert marja.post(f"/columns/{column}/deletion", then="phase").leads_to == f"/phases/{first}#columns"
    assert [column["title"]["fi"] for column in exported(marja, workshop.path)[0]["columns"]] == ["Takkuaa"]


def test_a_deleted_phase_comes_back_with_its_columns_notes_and_votes(workshop, marja, aino):
    first = workshop.phases[0]
    columns = workshop.columns(aino)
    note = write(aino, columns[0])
    marja.send(f"{workshop.path}/hiding", hidden="no")
    marja.send(f"{workshop.path}/voting", open="yes", votes_each="3")
    aino.send(f"/notes/{note}/vote")
    before = exported(marja, workshop.path)
    deleted = marja.submit(f"/phases/{first}/deletion")
    assert "can be restored for 30 days" in deleted.text and len(exported(marja, workshop.path)) == 2
    assert SORT in aino.open(workshop.path).text and note not in aino.open(workshop.path).numbers("note")
    marja.press(deleted, f"/phases/{first}/restoration")
    assert exported(marja, workshop.path) == before
    workshop.go(marja, 0, 1)
    page = aino.open(workshop.path)
    assert page.numbers("column") == columns and page.notes_in(columns[0]) == [note] and page.one("columns").get("data-votes") == str(note)


def test_a_column_that_was_deleted_before_does_not_come_back_with_its_phase(workshop, marja):
    first = workshop.phases[0]
    gone, stays = workshop.columns(marja)
    marja.post(f"/columns/{gone}/deletion")
    marja.post(f"/phases/{first}/deletion")
    assert f"/columns/{gone}/restoration" not in marja.open(f"{workshop.path}/deleted").html
    assert marja.post(f"/columns/{gone}/restoration").status == 409
    marja.post(f"/phases/{first}/restoration")
    workshop.go(marja, 0, 1)
    assert workshop.columns(marja) == [stays]


def test_where_the_shown_phase_is_deleted_its_neighbour_is_shown(workshop, marja, aino):
    first, second, third = workshop.phases
    since = aino.open(workshop.path).one("live").get("data-seq")
    marja.post(f"/phases/{first}/deletion")
    heard = aino.open(f"/activities/{workshop.number}/changes?since={since}")
    assert "Mitä muut tekevät?" in heard.text and [part for part in heard.parts if part[1] == "delete"]
    workshop.go(marja, 2, 1)
    marja.post(f"/phases/{third}/deletion")
    assert "Mitä muut tekevät?" in aino.open(workshop.path).text
    assert "Phase 1 of" not in aino.open(workshop.path).text  # it is one board again


def test_the_last_phase_stays(board, marja):
    only, = order(marja, board.path)
    refused = marja.post(f"/phases/{only}/deletion")
    assert refused.status == 409 and "at least one phase" in refused.text
    assert f"/phases/{only}/deletion" not in marja.open(f"{board.path}/phases").html


def test_who_writes_in_a_phase_that_is_deleted_is_told_and_keeps_the_text(workshop, marja, aino):
    column = workshop.columns(aino)[0]
    note = write(aino, column)
    marja.post(f"/phases/{workshop.phases[0]}/deletion")
    refused = aino.send(f"/columns/{column}/notes", text="Juuri kirjoitin", colour="sun", language="fi")
    assert refused.status == 409 and "deleted this phase while you were writing" in refused.text
    plain = aino.post(f"/columns/{column}/notes", text="Juuri kirjoitin", colour="sun", language="fi")
    assert "Juuri kirjoitin" in plain.text + "".join(plain.typed)
    assert aino.send(f"/notes/{note}", text="Toisin", version="1", colour="sun", language="fi").status == 409
    assert marja.send(f"/columns/{column}/notes", text="Minäkin", colour="sun", language="fi").status == 409


def test_what_showed_a_deleted_phase_has_its_own_columns_until_that_comes_back(workshop, marja, aino):
    first, second, third = workshop.phases
    columns = workshop.columns(aino)
    workshop.go(marja, 2, 0)
    marja.post(f"/phases/{first}/deletion")
    assert workshop.columns(aino) == [] and "shows" not in exported(marja, workshop.path)[1]
    assert aino.open(workshop.path).status == 200
    marja.post(f"/phases/{first}/restoration")
    assert workshop.columns(aino) == columns and exported(marja, workshop.path)[2]["shows"] == 1


def test_what_got_columns_of_its_own_meanwhile_keeps_them(workshop, marja, aino):
    first, second, third = workshop.phases
    marja.post(f"/phases/{first}/deletion")
    marja.post(f"{workshop.path}/columns", phase=str(third), **{"title-fi": "Oma"})
    marja.post(f"/phases/{first}/restoration")
    phases = exported(marja, workshop.path)
    assert "shows" not in phases[2] and [column["title"]["fi"] for column in phases[2]["columns"]] == ["Oma"]


def test_a_deleted_phase_is_gone_after_thirty_days_with_its_notes(app, workshop, marja, aino, clock):
    first = workshop.phases[0]
    note = write(aino, workshop.columns(aino)[0])
    marja.post(f"/phases/{first}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == []
    assert marja.launch().post(f"/phases/{first}/restoration").status == 303
    marja.post(f"/phases/{first}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    assert marja.launch().open(f"/phases/{first}").status == 404
    assert marja.post(f"/phases/{first}/restoration").status == 404
    assert marja.open(f"/notes/{note}").status == 404 and marja.open(workshop.path).status == 200


def test_a_workshop_has_twenty_phases_at_most(app, board, marja):
    with writing(app):
        phases = [Phase(board_id=board.id, title={}, prompt={}, position=f"b{n:03}x", questions=[]) for n in range(PHASES_AT_MOST - 1)]
        db.session.add_all(phases)
    number = order(marja, board.path)[-1]
    refused = marja.post(f"{board.path}/phases", kind="joint")
    assert refused.status == 409 and "at most 20 phases" in refused.text
    marja.post(f"/phases/{number}/deletion")
    add(marja, board.path)
    assert marja.post(f"/phases/{number}/restoration").status == 409


def test_the_same_act_sent_again_adds_one_phase(board, marja):
    for _time in range(2):
        marja.send(f"{board.path}/phases", op="operation-again", kind="joint", **{"title-fi": "Kerran"})
    assert len(order(marja, board.path)) == 2


def test_changing_a_deleted_phase_says_that_it_is_gone(workshop, marja):
    first = workshop.phases[0]
    marja.post(f"/phases/{first}/deletion")
    for path in ("", "/position", "/deletion", "/materials"):
        assert marja.post(f"/phases/{first}{path}", **{"called-fi": "x", "url": "https://example.fi"}).status == 409
    assert marja.open(f"/phases/{first}").status == 409


def test_participants_neither_see_nor_change_what_is_prepared(workshop, aino):
    first = workshop.phases[0]
    assert aino.open(f"{workshop.path}/phases").status == 403 and aino.post(f"{workshop.path}/phases", kind="joint").status == 403
    assert aino.open(f"/phases/{first}").status == 404
    for path in ("", "/position", "/deletion", "/restoration", "/materials"):
        assert aino.post(f"/phases/{first}{path}").status == 404
    assert "/phases" not in aino.open(workshop.path).html


def test_days_are_a_notice_and_no_wall(workshop, marja, aino, clock):
    first = workshop.phases[0]
    today = clock().date()
    later = today + timedelta(days=3)
    change(marja, first, time="days", opens_on=today.isoformat(), closes_on=later.isoformat())
    assert "To be done by" in aino.open(workshop.path).text
    clock.forward(days=5)
    aino.launch()
    assert "You can still write" in aino.open(workshop.path).text
    assert write(aino, workshop.columns(aino)[0])
    marja.launch()
    change(marja, first, time="live")
    assert "You can still write" not in aino.open(workshop.path).text


def test_a_template_brings_everything_that_was_prepared(workshop, marja, board):
    marja.post(f"/phases/{workshop.phases[0]}", days_before="7")
    marja.post(f"/phases/{workshop.phases[1]}/materials", url="https://example.fi/opas", keeper="Kirjaamisen tiimi", updated_on="2026-10-01", **{"called-fi": "Opas"})
    assert marja.post(f"{workshop.path}/template", **{"title-fi": "Oma työpaja"}).status == 303
    number = max(marja.open(f"{board.home}/templates").numbers("template"))
    made = marja.post(f"{board.home}/activities", kind="board", start=f"own-{number}").leads_to
    came, wanted = exported(marja, made), exported(marja, workshop.path)
    assert came == wanted
    assert came[0]["days_before"] == 7 and came[1]["materials"] == [{"title": {"fi": "Opas"}, "url": "https://example.fi/opas", "keeper": "Kirjaamisen tiimi", "updated": "2026-10-01"}]
    assert "Anna kaikkien kirjoittaa ensin" in marja.open(f"{board.home}/designs/own-{number}").text


def test_what_is_prepared_in_another_course_is_nobody_s_here(workshop, enter):
    from tests.support.scene import PEKKA

    pekka = enter(PEKKA)
    for path in (f"{workshop.path}/phases", f"/phases/{workshop.phases[0]}"):
        assert pekka.open(path).status == 404 and pekka.post(path).status == 404


def test_a_board_that_lost_its_second_phase_is_a_board_again(app, board, marja):
    added = add(marja, board.path)
    marja.post(f"/phases/{added}/deletion")
    with writing(app):
        assert (db.session.get(Board, board.id).shown_phase_id, db.session.get(Board, board.id).paper_phase_id) == (None, None)
    assert len(marja.open(board.path).numbers("column")) == 2


def test_no_script_reaches_a_participant_by_any_page(workshop, enter, marja):
    orjan = enter(ORJAN)
    script = FILE["phases"][0]["script"]["fi"]
    for path in (workshop.path, f"{workshop.path}/parts", f"{workshop.path}/history", f"{workshop.path}/deleted", f"/activities/{workshop.number}/changes?since=0", workshop.home):
        assert script not in orjan.open(path).html
