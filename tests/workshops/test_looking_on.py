"""A facilitator sees the workshop as a participant, and shares a view of it in a call: nothing of the leading is in it, and it leaves no trace."""
import pytest

from tests.boards.test_phases import FILE, Workshop, write
from tests.support.cast import AINO, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")
SCRIPT = FILE["phases"][0]["script"]["fi"]


@pytest.fixture
def marja(board):
    return board.marja


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def workshop(board, marja):
    return Workshop(marja, board.home)


@pytest.fixture(params=["?as=participant", "/screen"])
def seen(request, workshop, marja):
    """seen() opens one of the two views."""
    return lambda: marja.open(workshop.path + request.param)


def test_nothing_of_the_leading_is_in_it(workshop, marja, aino, enter, seen):
    orjan = enter(ORJAN)
    orjan.send(f"{workshop.path}/marks", phase=str(workshop.phases[0]), kind="hand", on="yes")
    write(aino, workshop.columns(aino)[0], "Ainon piilossa oleva lappu")
    assert SCRIPT in marja.open(workshop.path).text
    page = seen()
    assert page.status == 200
    for secret in (SCRIPT, "Hands up", "Örjan", "Ainon piilossa oleva lappu", "Lead the board", "Prepare the board"):
        assert secret not in page.text, secret
    assert page.one("main") is not None and "data-looks-on" in page.html and 'data-role="participant"' in page.html


def test_what_comes_later_is_seen_as_by_a_participant_too(workshop, marja, aino, seen):
    live = seen().one("live")
    assert "as=participant" in live.get("data-stream")
    write(aino, workshop.columns(aino)[0], "Ainon piilossa oleva lappu")
    marja.send(f"{workshop.path}/timer", minutes="5")
    heard = marja.open(f"{live.get('data-changes')}&since={live.get('data-seq')}")
    assert heard.status == 200 and SCRIPT not in heard.text and "Stop the timer" not in heard.text and "Ainon" not in heard.text


def test_the_facilitators_own_hidden_notes_are_not_on_the_screen(workshop, marja, seen):
    write(marja, workshop.columns(marja)[0], "Marjan oma ajatus")
    assert "Marjan oma ajatus" in marja.open(workshop.path).text
    assert "Marjan oma ajatus" not in seen().text


def test_every_phase_can_be_looked_at_before_it_comes(workshop, marja, aino):
    page = marja.open(f"{workshop.path}?as=participant&phase={workshop.phases[1]}")
    assert "Mitä muut tekevät?" in page.text and "Mikä auttaa?" not in page.words("bar")
    assert "data-stream" not in page.html, "what the others have before them now is another phase"
    assert "Mikä auttaa?" in aino.open(workshop.path).text and "Mikä auttaa?" in marja.open(workshop.path).words("bar")


def test_a_draft_is_seen_as_it_will_be(workshop, marja, aino):
    marja.post(f"/activities/{workshop.number}/state", state="draft")
    assert "Mikä auttaa?" in marja.open(f"{workshop.path}?as=participant").text
    assert aino.open(workshop.path).status == 404


def test_participants_have_no_screen_and_are_only_what_they_are(workshop, aino):
    assert aino.open(f"{workshop.path}/screen").status == 403
    assert aino.open(f"{workshop.path}?as=participant").status == 200
    assert "data-looks-on" not in aino.open(f"{workshop.path}?as=participant").html


def test_what_is_pressed_there_is_not_done(workshop, marja):
    column = workshop.columns(marja)[0]
    page = marja.open(f"{workshop.path}?as=participant")
    form = page.all("form", action=f"/columns/{column}/notes")[0]
    sent = {field.get("name"): field.get("value") for field in form.iter("input") if field.get("type") == "hidden"}
    refused = marja.post(f"/columns/{column}/notes", **{**sent, "text": "Katsojan lappu", "colour": "sun", "language": "fi"})
    assert refused.status == 409 and "Katsojan lappu" in refused.text + "".join(refused.typed)
    assert "Katsojan lappu" not in marja.open(workshop.path).words("columns")
