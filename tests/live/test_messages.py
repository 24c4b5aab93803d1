"""How changed parts are rendered and packed: for streams, for polling, for the writer."""
import re

import pytest

from lti_tool.live import Renderer, Viewpoint
from lti_tool.live.messages import event_bytes, named_event


@pytest.fixture
def rendered(app):
    """Every part that was rendered, with its viewpoint, in the order of asking."""
    rendered, renderers = [], app.extensions["part_renderers"]
    for kind, render in list(renderers.items()):
        def counting(number, viewpoint, kind=kind, render=render):
            rendered.append((f"{kind}:{number}", viewpoint))
            return render(number, viewpoint)
        renderers[kind] = counting
    return rendered


@pytest.fixture
def message(app):
    """message(viewer, change, ...) is what one round of the pump sends that viewer."""
    def message(viewer, *changes):
        with app.test_request_context():
            return Renderer().message(viewer, changes)
    return message


def test_a_part_is_rendered_once_for_each_viewpoint(app, board, aino, viewer, rendered):
    note = board.note(aino)
    rendered.clear()
    changes = [(1, f"note:{note}", "everyone")]
    with app.test_request_context():
        renderer = Renderer()
        for person in range(50):
            assert f'id="note-{note}"' in renderer.message(viewer(person), changes)
        renderer.message(viewer(2, "facilitator"), changes)
        renderer.message(viewer(3, language="sv"), changes)
    assert rendered == [(f"note:{note}", Viewpoint("participant", "fi")), (f"note:{note}", Viewpoint("facilitator", "fi")),
                        (f"note:{note}", Viewpoint("participant", "sv"))]


def test_a_part_that_changed_twice_is_told_once_where_it_changed_last(message, board, aino, viewer):
    first, second = board.note(aino, "Ensimmäinen"), board.note(aino, "Toinen")
    html = message(viewer(), (1, f"note:{first}", "everyone"), (2, f"note:{second}", "everyone"), (3, f"note:{first}", "everyone"))
    assert re.findall(r'id="note-(\d+)"', html) == [str(second), str(first)]


def test_a_part_is_what_it_is_when_it_is_rendered_and_not_when_it_was_announced(message, board, aino, viewer):
    note = board.note(aino, "Ennen")
    aino.send(f"/notes/{note}", text="Nyt", version="1", colour="sun", language="fi")
    html = message(viewer(), (1, f"note:{note}", "everyone"))
    assert "Nyt" in html and "Ennen" not in html


@pytest.mark.parametrize("path", ["/notes/{note}/deletion", "/columns/{column}/deletion", "/activities/{board}/deletion"])
def test_who_may_no_longer_see_a_part_when_it_is_rendered_gets_its_removal(message, board, aino, viewer, path):
    note = board.note(aino, "Tämä ei enää näy")
    board.marja.submit(path.format(note=note, column=board.columns[0], board=board.id))
    html = message(viewer(), (1, f"note:{note}", "everyone"))
    assert "Tämä ei enää näy" not in html
    assert f'hx-target="#note-{note}" hx-swap="delete"' in html


def test_a_draft_shows_participants_nothing_and_facilitators_everything(message, board, aino, viewer):
    note = board.note(aino, "Vain fasilitaattoreille")
    board.marja.submit(f"/activities/{board.id}/state", state="draft")
    changes = [(1, f"note:{note}", "everyone"), (2, f"column:{board.columns[0]}", "everyone"), (3, f"bar:{board.id}", "everyone")]
    hidden, shown = message(viewer(), *changes), message(viewer(2, "facilitator"), *changes)
    assert "Vain fasilitaattoreille" not in hidden and "Toimii" not in hidden
    assert "Vain fasilitaattoreille" in shown and "Toimii" in shown


def test_a_part_is_not_rendered_for_who_does_not_hear_of_it(message, board, aino, viewer, rendered):
    note = board.note(aino)
    rendered.clear()
    assert message(viewer(5), (1, f"note:{note}", "facilitators person:7")) == ""
    assert rendered == []


def test_parts_are_in_the_language_of_their_viewpoint(message, board, viewer):
    messages = [message(viewer(language=language), (1, f"column:{board.columns[0]}", "everyone")) for language in ("fi", "sv", "en")]
    assert len(set(messages)) == 3
    assert 'lang="fi"' in messages[1] or "Toimii" in messages[1]  # what is written in Finnish only


def test_parts_hold_nothing_that_is_only_for_one_person(message, board, aino, viewer):
    note = board.note(aino)
    html = message(viewer(), (1, f"note:{note}", "everyone"), (2, f"column:{board.columns[0]}", "everyone"))
    assert 'name="person"' not in html and "csrf" not in html.lower()


def fields(event: bytes):
    """What a browser makes of an event (HTML standard 9.2.6): lines end with CRLF, LF or CR."""
    lines = re.split(r"\r\n|\r|\n", event.decode())
    assert lines[-2:] == ["", ""]
    return [line.partition(":")[::2] for line in lines[:-2]]


@pytest.mark.parametrize("evil", ["\revent: reopen\rdata: x", "\r\n\r\nid: 999999\ndata: x", "\nretry: 1", "\n\nevent: resync\n\n", "\u2028event: reopen",
                                  "\u2029\u0085id: 7", "\x0b\x0c\x1c\x1d\x1eid: 7", ": comment"], ids=ascii)
def test_nothing_that_somebody_wrote_becomes_a_field_of_the_event(evil):
    event = event_bytes(7, f"<p>ennen{evil}jälkeen</p>")
    assert [name for name, _value in fields(event)] == ["id"] + ["data"] * (len(fields(event)) - 1)
    assert fields(event)[0] == ("id", " 7")
    assert event.count(b"\n\n") == 1 and b"\r" not in event


@pytest.mark.parametrize("evil", ["a\revent: reopen", "a\u2028data: x", "a\r\n\r\nid: 99999"], ids=ascii)
def test_a_note_with_odd_line_ends_stays_one_event(message, board, aino, viewer, evil):
    note = board.note(aino, evil)
    event = event_bytes(3, message(viewer(), (1, f"note:{note}", "everyone")))
    assert {name for name, _value in fields(event)} == {"id", "data"}
    assert [value for name, value in fields(event) if name == "id"] == [" 3"]


def test_events_with_a_name_carry_the_number_too():
    assert fields(named_event("beat", 7)) == [("event", " beat"), ("id", " 7"), ("data", "")]


def test_the_writers_answer_is_the_parts_that_others_get(message, board, aino, viewer):
    aino.send(f"/courses/{board.course}/about-me", later="yes")  # only the writer would be asked where they are from
    answer = aino.send(f"/columns/{board.columns[0]}/notes", text="Sama kaikille", colour="sun", language="fi")
    note = int(answer.headers["X-Note"])
    assert message(viewer(), (1, f"note:{note}", "everyone")).strip() == answer.html.strip()
