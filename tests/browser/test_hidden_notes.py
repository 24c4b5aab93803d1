"""Hidden notes in two windows: what others wrote is gone from the page at once, and comes back in one go."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Ainon oma", "Ainon toinen"))


@pytest.fixture
def two(meet, board):
    """Marja leads, Aino takes part."""
    return meet("marja").open(board.link), meet("aino").open(board.link)


def hide(marja):
    marja.lead("a[href$='/hiding']").click()
    marja.dialog.locator(".primary").click()


def test_others_notes_go_one_s_own_stay_and_all_come_back(two, board):
    marja, aino = two
    column = board.columns[0]
    marja.write(column, "Marjan salaisuus")
    expect(aino.note("Marjan salaisuus")).to_be_visible()
    aino.type_into(board.columns[1], "puoliksi")
    hide(marja)
    expect(aino.note("Marjan salaisuus")).to_have_count(0)
    assert aino.notes_in(column) == ["Ainon oma", "Ainon toinen"]
    expect(marja.note("Ainon oma")).to_have_count(0)
    expect(marja.note("Marjan salaisuus")).to_be_visible()
    for screen in two:
        expect(screen.locator(f"#column-{column}-head .count [aria-hidden]")).to_have_text("3")
    aino.press("Enter")
    expect(aino.note("puoliksi")).to_be_visible()
    expect(marja.locator(f"#column-{board.columns[1]}-pile")).to_have_attribute("data-notes", "1")
    expect(marja.note("puoliksi")).to_have_count(0)
    marja.lead("form[action$='/hiding'] button").click()
    for screen in two:
        expect(screen.note("puoliksi")).to_be_visible()
        expect(screen.note("Marjan salaisuus")).to_be_visible()
        expect(screen.locator(f"#column-{column}-pile")).to_be_hidden()


def test_out_of_a_stack_of_others_one_s_own_note_comes_back_alone(two, board):
    marja, aino = two
    column, own = board.columns[0], board.notes[0]
    marja.write(column, "Marjan salaisuus")
    expect(aino.note("Marjan salaisuus")).to_be_visible()
    top = int(aino.note("Marjan salaisuus").get_attribute("data-note"))
    aino.act(aino.note(own), "/stack")
    aino.locator("#stack-onto").select_option(str(top))
    aino.dialog.locator(".primary").click()
    expect(marja.locator(f"#member-{own}")).to_be_visible()
    hide(marja)
    expect(aino.note(top)).to_have_count(0)
    expect(aino.note(own)).to_be_visible()
    expect(marja.note(top)).to_be_visible()
    expect(marja.locator(f"#member-{own}")).to_have_count(0)
    marja.lead("form[action$='/hiding'] button").click()
    for screen in two:
        expect(screen.locator(f"#member-{own}")).to_be_visible()
        expect(screen.note(own)).to_have_count(0)


def test_one_s_own_notes_come_back_with_a_column(two, board):
    marja, aino = two
    hide(marja)
    column = board.columns[0]
    expect(marja.note("Ainon oma")).to_have_count(0)
    marja.act(marja.locator(f"#column-{column}-head"), "/deletion")
    expect(aino.column(column)).to_have_count(0)
    marja.toast.locator("form button").click()
    expect(aino.note("Ainon oma")).to_be_visible()
    expect(marja.column(column).locator(".pile")).to_have_attribute("data-notes", "2")


def test_at_their_time_they_show_themselves(two, board, tool):
    marja, aino = two
    hide(marja)
    expect(marja.note("Ainon oma")).to_have_count(0)
    with tool.writing() as session:
        from datetime import timedelta

        from lti_tool.boards import Board
        from lti_tool.db import now

        held = session.get(Board, board.id)
        held.phase.hide_notes(until=now() + timedelta(seconds=3))
        held.announce(f"bar:{board.id}")
    expect(marja.note("Ainon oma")).to_be_visible()
    expect(marja.locator("#controls")).not_to_have_attribute("data-hides", "")
