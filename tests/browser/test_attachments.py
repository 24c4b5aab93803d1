"""A picture on a note: chosen, described, sent, and seen by somebody else; with keys alone, pasted, on a phone, and when it cannot be sent."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts
from tests.support.files import GOOD, phone_photo

pytestmark = pytest.mark.browser
PHOTO = {"name": "Seinätaulu.jpg", "mimeType": "image/jpeg", "buffer": phone_photo()}
PHONE = {"viewport": {"width": 374, "height": 595}, "has_touch": True, "is_mobile": True}


def open_dialog(screen, note):
    screen.act(screen.note(note), "/attachments")
    expect(screen.dialog.locator("#attach-file")).to_be_visible()


def must_be_loaded(image):
    """Pictures load when they come near the sight. (What waits in the page for that, as decode() does, has no end when they do not.)"""
    image.scroll_into_view_if_needed()
    expect(image).not_to_have_js_property("naturalWidth", 0)


@pytest.mark.parametrize("how", [{}, PHONE], ids=["desk", "phone"])
def test_a_picture_with_its_words_reaches_somebody_else_s_page(meet, board, how):
    aino, orjan, [note] = meet("aino", **how).open(board.link), meet("orjan").open(board.link), board.notes
    open_dialog(aino, note)
    expect(aino.locator("[data-for-pictures]")).to_be_hidden()
    aino.locator("#attach-file").set_input_files(PHOTO)
    aino.locator("#attach-alternative").fill("Taulu, jossa on kolme saraketta")
    with posts(aino):
        aino.dialog.locator(".primary").click()
    for screen in (orjan, aino):
        image = screen.note(note).get_by_alt_text("Taulu, jossa on kolme saraketta")
        expect(image).to_be_visible()
        must_be_loaded(image)
        assert screen.note(note).evaluate("note => note.scrollWidth <= note.clientWidth")
    expect(aino.dialog).to_have_count(0)
    orjan.note(note).locator(".files a").click()
    large = orjan.dialog.locator(".large img")
    must_be_loaded(large)
    assert large.evaluate("image => image.getBoundingClientRect().bottom <= window.innerHeight")
    orjan.press("Escape")
    expect(orjan.dialog).to_have_count(0)


def test_words_are_asked_for_and_what_was_chosen_stays(meet, board):
    aino, [note] = meet("aino").open(board.link), board.notes
    open_dialog(aino, note)
    aino.locator("#attach-file").set_input_files(PHOTO)
    with posts(aino):
        aino.dialog.locator(".primary").click()
    expect(aino.dialog.locator("[data-refusal] .banner").first).to_be_visible()
    assert aino.locator("#attach-file").evaluate("field => field.files.length") == 1
    aino.dialog.locator("form[data-upload] input[name=decorative]").check()
    expect(aino.locator("#attach-alternative")).to_be_disabled()
    with posts(aino):
        aino.dialog.locator(".primary").click()
    expect(aino.note(note).locator(".files img")).to_have_attribute("alt", "")


def test_with_keys_alone_and_undone(meet, board):
    aino, [note] = meet("aino").open(board.link), board.notes
    aino.note(note).locator("summary").focus()
    aino.press("Enter", "Tab", "Tab", "Enter")
    expect(aino.dialog).to_be_visible()
    assert aino.focused == "attach-file"
    aino.locator("#attach-file").set_input_files({"name": "ohje.pdf", "mimeType": "application/pdf", "buffer": GOOD["ohje.pdf"]})
    expect(aino.locator("[data-for-pictures]")).to_be_hidden()
    aino.dialog.locator(".primary").focus()
    with posts(aino):
        aino.press("Enter")
    expect(aino.note(note).locator(".file")).to_contain_text("ohje.pdf")
    with aino.page.expect_download() as saved:
        aino.note(note).locator(".file").click()
    assert saved.value.suggested_filename == "ohje.pdf"
    aino.act(aino.note(note), "/attachments")
    with posts(aino):
        aino.dialog.locator("form[action$='/deletion'] button").click()
    expect(aino.note(note).locator(".file")).to_have_count(0)
    with posts(aino):
        aino.toast.locator("form button").click()
    expect(aino.note(note).locator(".file")).to_have_count(1)


def test_a_picture_can_be_pasted_and_one_that_is_too_large_is_refused_before_it_is_sent(meet, board):
    aino, [note] = meet("aino").open(board.link), board.notes
    open_dialog(aino, note)
    aino.evaluate("""() => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(11 * 1024 * 1024)], "suuri.png", { type: "image/png" }));
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
    }""")
    expect(aino.dialog.locator("[data-refusal]").first).to_contain_text("10")
    aino.evaluate("""() => {
        const carried = new DataTransfer();
        carried.items.add(new File(["x"], "kuva.png", { type: "image/png" }));
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
    }""")
    assert aino.locator("#attach-file").evaluate("field => field.files[0].name") == "kuva.png"
    expect(aino.locator("[data-for-pictures]")).to_be_visible()


def test_a_file_that_met_a_lost_connection_is_sent_when_it_is_back(meet, board):
    person = meet("aino")
    aino, [note] = person.open(board.link), board.notes
    open_dialog(aino, note)
    aino.locator("#attach-file").set_input_files(PHOTO)
    aino.locator("#attach-alternative").fill("Taulu")
    person.context.set_offline(True)
    aino.dialog.locator(".primary").click()
    expect(aino.dialog.locator("[data-refusal] [role=alert]").first).to_be_visible()
    person.context.set_offline(False)
    expect(aino.note(note).get_by_alt_text("Taulu")).to_be_visible()
    expect(aino.dialog).to_have_count(0)
