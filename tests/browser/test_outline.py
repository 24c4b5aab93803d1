"""The outline is as good as the board: every act by keyboard alone, switched to without losing anything."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts

pytestmark = pytest.mark.browser
AT = "(a => [a.getAttribute('href') || a.form?.getAttribute('action') || (a.matches('[data-pick-up]') ? 'pick up' : ''), a.closest('.note, .column')?.id ?? ''])(document.activeElement)"


@pytest.fixture
def board(tool):
    return tool.make_board(notes=("Yksi", "Kaksi", "Kolme"))


def outline(meet, who, board, **how):
    return meet(who, **how).open(board.link, window=True).go(f"{board.path}?view=outline")


def tab_to(screen, act, thing):
    """By Tab alone, to the control that leads there on that note or column."""
    screen.locator(f"#{thing}").evaluate("place => { document.activeElement.blur(); getSelection().setPosition(place, 0); }")
    for _step in range(40):
        screen.press("Tab")
        if screen.evaluate(AT) == [act, thing]:
            return
    raise AssertionError(f"Tab does not reach {act}")


def press(screen, act, thing):
    tab_to(screen, act, thing)
    screen.press("Enter")


def test_every_act_on_a_note_is_reached_and_done_by_keyboard_alone(meet, board):
    aino, orjan = outline(meet, "aino", board), meet("orjan").open(board.link)
    first, note = board.columns[0], f"note-{board.notes[0]}"
    # write
    aino.locator(f"#column-{first} > .add").focus()
    aino.press("Enter")
    aino.type("Luettelosta")
    aino.press("Enter")
    expect(orjan.note("Luettelosta")).to_be_visible()
    aino.press("Escape")
    # edit
    press(aino, f"/notes/{board.notes[0]}", note)
    expect(aino.locator("#edit-text")).to_be_focused()
    aino.type("Yksi muutettuna ")
    aino.press("Control+Enter")
    expect(orjan.note(board.notes[0])).to_contain_text("muutettuna")
    expect(aino.dialog).to_have_count(0)
    assert note in aino.evaluate(AT)
    # move by dialog
    press(aino, f"/notes/{board.notes[0]}/position", note)
    aino.dialog.locator("#move-column").select_option(str(board.columns[1]))
    aino.dialog.locator(f"input[name=column][value='{board.columns[1]}']").wait_for(state="attached")
    aino.dialog.locator(".primary").focus()
    aino.press("Enter")
    expect(orjan.column(board.columns[1]).locator(f"#{note}")).to_be_visible()
    # delete, and undo from the toast
    press(aino, f"/notes/{board.notes[0]}/deletion", note)
    expect(orjan.note(board.notes[0])).to_have_count(0)
    expect(aino.toast).to_contain_text("Lappu poistettu")  # and not what was said of the move before
    aino.toast.locator("form button").focus()
    aino.press("Enter")
    expect(orjan.note(board.notes[0])).to_be_visible()
    # restore from the list of deleted notes
    press(aino, f"/notes/{board.notes[1]}/deletion", f"note-{board.notes[1]}")
    expect(orjan.note(board.notes[1])).to_have_count(0)
    aino.go(f"{board.path}/deleted").locator(f"form[action='/notes/{board.notes[1]}/restoration'] button").focus()
    aino.press("Enter")
    expect(orjan.note(board.notes[1])).to_be_visible()


def test_answering_voting_and_putting_together_are_done_by_keyboard_alone(meet, board):
    marja, aino = outline(meet, "marja", board), outline(meet, "aino", board)
    first, second, _third = board.notes
    note = f"note-{first}"
    # comment and react
    press(aino, f"/notes/{first}/comments", note)
    aino.dialog.locator("textarea").focus()
    aino.type("Meillä samoin")
    aino.press("Control+Enter")
    expect(aino.dialog.locator(".comment")).to_contain_text("Meillä samoin")
    aino.dialog.locator("button[name=on]").first.focus()
    aino.press("Enter")
    expect(marja.note(first).locator("[data-act=comments]")).to_contain_text("1")
    expect(marja.note(first).locator(".reactions")).to_contain_text("1")
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    # vote, once a facilitator has opened the voting with the keys
    marja.locator(f"#controls .lead a[href$='/voting']").focus()
    marja.press("Enter")
    marja.dialog.locator(".primary").focus()
    marja.press("Enter")
    aino.note(first).locator(".to-vote").wait_for()
    press(aino, f"/notes/{first}/vote", note)
    expect(aino.note(first).locator(".to-take-back")).to_be_focused()
    aino.press("Enter")
    expect(aino.note(first).locator(".to-vote")).to_be_focused()
    # put together and take out again
    press(aino, f"/notes/{first}/stack", note)
    aino.dialog.locator("#stack-onto").select_option(str(second))
    aino.dialog.locator(".primary").focus()
    aino.press("Enter")
    expect(marja.note(second).locator(f"#member-{first}")).to_be_visible()
    press(aino, f"/notes/{second}/stack/notes", f"note-{second}")
    aino.dialog.locator(f"form[action='/notes/{first}/unstack'] button").focus()
    aino.press("Enter")
    expect(marja.note(first)).to_be_visible()


def test_a_facilitator_leads_in_the_outline_by_keyboard_alone(meet, board):
    marja, orjan = outline(meet, "marja", board), outline(meet, "orjan", board)
    marja.locator("#controls .lead a[href$='/hiding']").focus()
    marja.press("Enter")
    marja.dialog.locator(".primary").focus()
    marja.press("Enter")
    expect(orjan.locator(".pile").first).to_contain_text("3")
    expect(orjan.locator(".note[data-note]")).to_have_count(0)
    marja.locator("#controls .lead form[action$='/hiding'] button").focus()
    marja.press("Enter")
    expect(orjan.locator(".note[data-note]")).to_have_count(3)
    marja.locator("#controls .lead form[action$='/freeze'] button").focus()
    marja.press("Enter")
    expect(orjan.locator("#bar[data-frozen]")).to_be_visible()
    expect(orjan.locator(".add").first).to_be_hidden()


def test_a_note_is_carried_through_the_whole_outline_with_up_and_down(meet, board):
    aino, orjan = outline(meet, "aino", board), meet("orjan").open(board.link)
    note, second = board.notes[1], board.columns[1]
    press(aino, "pick up", f"note-{note}")
    expect(aino.note(note)).to_be_focused()
    aino.press("ArrowDown", "ArrowDown")
    expect(aino.column(second).locator(f"#note-{note}")).to_be_visible()
    expect(aino.locator("#status")).to_contain_text("Takkuaa")
    aino.press("Enter")
    expect(orjan.column(second).locator(f"#note-{note}")).to_be_visible()
    press(aino, "pick up", f"note-{note}")
    aino.press("ArrowUp", "Enter")
    expect(orjan.column(board.columns[0]).locator(".note .text")).to_have_text(["Yksi", "Kolme", "Kaksi"])


def test_a_facilitator_prepares_columns_in_the_outline_by_keyboard_alone(meet, board):
    marja, aino = outline(meet, "marja", board), meet("aino").open(board.link)
    column = board.columns[0]
    place = f"column-{column}"
    press(marja, f"/columns/{column}", place)
    marja.dialog.locator("#title-fi").fill("Toimii hyvin")
    marja.press("Enter")
    expect(aino.column(column).locator("h2")).to_have_text("Toimii hyvin")
    expect(marja.dialog).to_have_count(0)
    expect(marja.locator(f".jump a[href='#{place}']")).to_contain_text("Toimii hyvin")
    press(marja, f"/columns/{column}/position", place)
    marja.dialog.locator("#column-after").select_option(str(board.columns[2]))
    marja.dialog.locator(".primary").focus()
    marja.press("Enter")
    expect(aino.column(column)).to_be_visible()
    expect(aino.locator(".column h2").last).to_have_text("Toimii hyvin")
    press(marja, f"/columns/{column}/lock", place)
    expect(aino.locator(f"#{place}-head[data-locked]")).to_be_visible()
    press(marja, f"/columns/{column}/deletion", place)
    expect(aino.column(column)).to_have_count(0)
    assert marja.locator(".jump a").count() == 2


def test_every_act_stands_there_with_its_word_and_no_menu_before_it(meet, board):
    marja = outline(meet, "marja", board)
    note = marja.note(board.notes[0])
    expect(note.locator("summary")).to_be_hidden()
    shown = note.locator(".sheet :is(a, button):visible")
    expect(shown).to_have_count(12)  # edit, files, both ways of moving, putting together, taking along, presenting, agreeing on it, deleting, removing for good, moderating, a recall card
    assert all(act.inner_text().strip() for act in shown.all())
    assert marja.locator(f"#column-{board.columns[0]}-head .sheet :is(a, button):visible").count() == 5


def test_a_participant_is_offered_only_what_they_may_do(meet, board):
    orjan = outline(meet, "orjan", board)
    assert orjan.note(board.notes[0]).locator(":is(a, button):visible").count() == 5  # comments, both ways of moving, putting together, reporting
    assert orjan.locator(f"#column-{board.columns[0]}-head :is(a, button, summary):visible").count() == 0


def test_switching_keeps_what_is_typed_and_is_remembered(meet, board):
    aino = meet("aino").open(board.link, window=True)
    aino.type_into(board.columns[1], "puoliksi")
    with posts(aino):
        aino.locator("a[data-way=outline]").click()
    expect(aino.locator("#columns.outline")).to_be_visible()
    expect(aino.field(board.columns[1])).to_have_value("puoliksi")
    assert aino.frame.url.endswith("?view=outline")
    expect(aino.locator("a[data-way=outline]")).to_have_attribute("aria-current", "page")
    aino.field(board.columns[1]).fill("")
    aino.go(board.path)
    expect(aino.locator("#columns.outline")).to_be_visible()
