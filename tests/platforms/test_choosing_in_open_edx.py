"""Links are chosen inside Open edX and open there what was chosen: its own question, its own reading of our answer, its own launches of the links."""
import pytest

from tests.support.boards import make_board
from tests.support.cast import AINO, MARJA
from tests.support.deep_linking import answer_in, choose
from tests.support.platform import TOOL, Form

from .open_edx import BLOCK, ISSUER

CHOOSING = "LtiDeepLinkingRequest"


@pytest.fixture
def board(app, arrive):
    """Made through another block, which opens the home."""
    return make_board(app, lambda person: arrive(person, block=f"{BLOCK}-home"))


@pytest.fixture
def chosen(open_edx, arrive):
    """chosen("home"): Marja chooses that; what Open edX keeps of it, {item: (kind, attributes)}."""
    def chosen(*keys, **fields):
        form = Form(choose(arrive(MARJA, message_type=CHOOSING), *keys, **fields).html)
        status, items = open_edx.take_links(form.address, form.fields["JWT"])
        assert status == 200
        return items
    return chosen


def test_a_facilitator_is_led_to_the_choice_and_the_answer_back_to_the_platform(board, arrive):
    marja = arrive(MARJA, message_type=CHOOSING)
    assert marja.address == "/deep-links/1"
    page = choose(marja, f"activity-{board.id}")
    answer = answer_in(page, marja)
    assert answer.address.startswith(f"{ISSUER}/api/lti_consumer/v1/lti/") and answer.address.endswith("/lti-dl/response")
    assert f"form-action 'self' {ISSUER};" in page.headers["Content-Security-Policy"]


def test_it_takes_several_links_at_once_in_their_order(board, chosen):
    items = list(chosen("home", f"activity-{board.id}", "new-board-", **{"title-new-board-": "Työpaja 6"}).values())
    assert [kind for kind, _attributes in items] == ["ltiResourceLink"] * 3
    assert [attributes["title"] for _kind, attributes in items] == ["Työpajat ja taulut", "Rakenteinen kirjaaminen", "Työpaja 6"]
    assert {attributes["url"] for _kind, attributes in items} == {f"{TOOL}/lti/launch"}
    assert [attributes["custom"]["opens"] for _kind, attributes in items] == ["home", f"activity-{board.id}", f"activity-{board.id + 1}"]
    assert len({attributes["custom"]["link"] for _kind, attributes in items}) == 3


def test_no_grade_item_is_offered_because_its_question_names_no_grades(board, arrive, open_edx):
    marja = arrive(MARJA, message_type=CHOOSING)  # also where grades are switched on: only its launches of links name them
    assert not marja.open(marja.address).all("input", name="graded-home")
    assert "lineItem" not in answer_in(choose(marja, "home", **{"graded-home": "yes", "points-home": "10"}), marja).items[0]


def test_cancelling_leaves_the_block_without_links(board, chosen, arrive):
    chosen("home")
    assert chosen(cancel="yes") == {}


def test_a_chosen_link_opens_what_was_chosen_for_everybody(board, chosen, arrive):
    item, = chosen(f"activity-{board.id}")
    assert arrive(AINO, item=item).address == arrive(MARJA, item=item).address == board.path


def test_each_of_several_links_of_a_block_opens_its_own(board, chosen, arrive):
    """Open edX launches them all with the id of the block as resource_link.id; the specification has one id for each link."""
    other = int(board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Toinen"}).leads_to.rpartition("/")[2])
    home, first, second = chosen("home", f"activity-{board.id}", f"activity-{other}")
    for item, address in [(home, board.home), (first, board.path), (second, f"/boards/{other}"), (first, board.path), (home, board.home)]:
        assert arrive(MARJA, item=item).address == address
    draft = arrive(AINO, item=second).address
    assert draft.startswith("/placements/") and arrive(AINO, item=first).address == board.path
    board.marja.post(f"/activities/{other}/state", state="open")
    assert arrive(AINO, item=second).address == f"/boards/{other}"


def test_choosing_anew_for_a_block_changes_what_it_opens(board, chosen, arrive):
    before, = chosen(f"activity-{board.id}")
    assert arrive(AINO, item=before).address == board.path
    after, = chosen("home")
    assert arrive(AINO, item=after).address == board.home


def test_what_a_facilitator_decided_about_a_link_later_stays(board, chosen, arrive):
    item, = chosen("new-board-", **{"title-new-board-": "Työpaja 6"})
    waiting = arrive(AINO, item=item).address
    assert board.marja.post(waiting, opens=f"activity:{board.id}").leads_to == board.path
    assert arrive(AINO, item=item).address == board.path
