"""Writing a summary: by keyboard alone, with what a word processor gives, on a bad line, and without our script."""
import re

import pytest
from playwright.sync_api import expect

from lti_tool.boards.board import Board
from lti_tool.web.rich_text import read_html
from lti_tool.workshops.summary import SummaryVersion, begin_summary
from tests.support.browser import posts

pytestmark = pytest.mark.browser
FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {font-size:11pt}</style></head><body>
<h1 style='mso-pagination:none'>Otsikko Wordista<o:p></o:p></h1><p class=MsoNormal><b><span style='font-size:12.0pt'>Lihava</span></b>&nbsp;sana</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>Ensimmäinen</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o</span><![endif]>Sisempi</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Toinen</p>
<p class=MsoNormal>Väliin</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>Numeroitu</p>
<p class=MsoNormal><a href="https://thl.fi/">THL</a> <a href="javascript:alert(1)">ei</a></p><script>alert(1)</script></body></html>"""
PASTE = """html => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "x");
    document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""


@pytest.fixture
def summary(tool, board):
    """A workshop with the beginning of a summary; what is stored now."""
    with tool.writing() as session:
        workshop = session.get(Board, board.id)
        workshop.made_as_workshop = True
        begin_summary(workshop).text_in("fi").save(read_html("<p>Alku</p>"), None, None)

    def stored() -> str:
        with tool.writing() as session:
            return session.query(SummaryVersion).order_by(SummaryVersion.id.desc()).first().html
    return stored


def compose(who, board):
    return who.open(board.link, window=True).go(f"{board.path}/summary?language=fi")


def go_to_the_end(screen, *keys):
    """A browser tells its page a moment later where the cursor went; nobody types so quickly."""
    screen.press(*keys or ("Control+End",))
    screen.page.wait_for_timeout(100)


def written(screen) -> str:
    return screen.locator(".ProseMirror").evaluate("""editor => editor.innerHTML.replace(/<br class="ProseMirror-trailingBreak">/g, "")""")


def test_everything_is_written_by_keyboard_and_kept_without_pressing_save(meet, board, summary):
    marja = compose(meet("marja"), board)
    expect(marja.get_by_role("textbox", name="Yhteenvedon teksti").or_(marja.get_by_role("textbox", name="Text of the summary"))).to_be_visible()
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja)
    marja.press("Enter", "Control+Alt+2")
    marja.type("Otsikko")
    marja.press("Enter")
    marja.type("Tavallinen ")
    marja.press("Control+b")
    marja.type("lihava")
    marja.press("Control+b", "Enter", "Control+Shift+8")
    marja.type("yksi")
    marja.press("Enter")
    marja.type("sisempi")
    marja.press("Alt+Shift+ArrowRight", "Enter", "Enter")
    marja.type("kaksi")
    marja.press("Enter", "Enter")
    marja.type("Lue lisää")
    go_to_the_end(marja, "Shift+Home")
    marja.press("Control+k")
    marja.type("thl.fi/kirjaaminen")
    marja.press("Enter")
    expect(marja.locator(".ProseMirror")).to_be_focused()
    wanted = ('<p>Alku</p><h2>Otsikko</h2><p>Tavallinen <strong>lihava</strong></p><ul><li><p>yksi</p><ul><li><p>sisempi</p></li></ul></li><li><p>kaksi</p></li></ul>'
              '<p><a href="https://thl.fi/kirjaaminen">Lue lisää</a></p>')
    assert written(marja) == wanted
    expect(marja.locator("[data-state]")).to_have_text("")
    assert re.sub(r' target="_blank" rel="[^"]+"', "", summary()) == wanted
    marja.page.reload()
    assert written(marja) == wanted


def test_the_buttons_are_one_stop_and_lead_back_to_the_text(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja, "Control+a")
    marja.press("Alt+F10")
    heading = marja.locator("[data-act=h2]")
    expect(heading).to_be_focused()
    marja.press("ArrowRight", "ArrowRight")
    bold = marja.locator("[data-act=strong]")
    expect(bold).to_be_focused()
    marja.press("Enter")
    expect(bold).to_have_attribute("aria-pressed", "true")
    expect(marja.locator(".ProseMirror")).to_be_focused()
    assert written(marja) == "<p><strong>Alku</strong></p>"
    marja.press("Alt+F10", "Escape")
    expect(marja.locator(".ProseMirror")).to_be_focused()
    assert marja.locator("[role=toolbar] [tabindex='0']").count() == 1


def test_headings_lists_and_links_come_along_from_a_word_processor(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja, "Control+a")
    marja.evaluate(PASTE, FROM_WORD)
    assert written(marja) == ('<h2>Otsikko Wordista</h2><p><strong>Lihava</strong> sana</p><ul><li><p>Ensimmäinen</p><ul><li><p>Sisempi</p></li></ul></li><li><p>Toinen</p></li></ul>'
                              '<p>Väliin</p><ol><li><p>Numeroitu</p></li></ol><p><a href="https://thl.fi/">THL</a> ei</p>')


def test_what_is_typed_on_a_lost_line_is_saved_when_it_is_back(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.page.route("**/summary/fi", lambda route: route.abort())
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja)
    marja.type(" ja loppu")
    expect(marja.locator("[data-state]")).to_contain_text(re.compile("katkesi|connection was lost"))
    assert summary() == "<p>Alku</p>"
    marja.page.unroute_all(behavior="ignoreErrors")
    marja.evaluate("dispatchEvent(new Event('online'))")
    expect(marja.locator("[data-state]")).to_have_text("")
    assert summary() == "<p>Alku ja loppu</p>"


def test_a_file_is_saved_with_what_has_just_been_typed(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja)
    marja.type(" ihan äsken")
    with marja.page.expect_download() as waiting:
        marja.locator("a[href*='summary.md']").click()
    assert "Alku ihan äsken" in waiting.value.path().read_text(encoding="utf-8")


def test_two_write_at_once_and_choose_in_a_dialog(meet, board, summary):
    marja, otto = compose(meet("marja"), board), compose(meet("otto"), board)
    for who, text in ((marja, "Marjan "), (otto, "Oton ")):
        who.locator(".ProseMirror").focus()
        who.type(text)
        if who is marja:
            who.locator("[data-rich-form] > .row .button:not(.primary)").click()
            expect(who.locator("[data-state]")).to_have_text("")
    otto.locator("[data-rich-form] > .row .button:not(.primary)").click()
    expect(otto.dialog).to_contain_text("Marjan Alku")
    expect(otto.dialog).to_contain_text("Oton Alku")
    with posts(otto):
        otto.dialog.locator(".primary").click()
    otto.page.wait_for_url("**/summary?language=fi")
    expect(otto.locator(".ProseMirror")).to_have_text("Oton Alku")
    assert summary() == "<p>Oton Alku</p>"


def test_publishing_waits_for_what_is_just_being_saved(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja)
    held = []
    marja.page.route("**/summary/fi", lambda route: held.append(route), times=1)
    with marja.page.expect_request("**/summary/fi"):
        marja.type(" ja loppu")
    marja.locator("[data-rich-form] > .row .primary").click()
    marja.page.wait_for_timeout(300)
    held[0].continue_()
    expect(marja.locator("form[action$='/publication']")).to_be_visible()
    assert summary() == "<p>Alku ja loppu</p>"


def test_client_data_is_asked_about_before_it_is_kept(meet, board, summary):
    marja = compose(meet("marja"), board)
    marja.locator(".ProseMirror").focus()
    go_to_the_end(marja)
    marja.type(" 131052-308T")
    marja.locator("[data-rich-form] > .row .button:not(.primary)").click()
    expect(marja.locator("#guard[open] mark")).to_have_text("131052-308T")
    assert summary() == "<p>Alku</p>"
    with posts(marja):
        marja.locator("#guard [data-choice=blank]").click()
    expect(marja.locator(".ProseMirror")).not_to_contain_text("131052")
    assert "131052" not in summary() and summary().startswith("<p>Alku [")


def test_without_our_script_it_is_a_field(meet, board, summary, tool):
    marja = compose(meet("marja"), board)
    cookies = marja.page.context.cookies()
    plain = meet("marja", java_script_enabled=False)
    plain.context.add_cookies(cookies)
    page = plain.context.new_page()
    page.goto(f"{tool.address}{board.path}/summary?language=fi")
    expect(page.locator("textarea[name=text]")).to_have_value("Alku")
    page.locator("textarea[name=text]").fill("## Otsikko\n\n- yksi")
    page.locator("[data-rich-form] > .row .button:not(.primary)").click()
    assert summary() == "<h2>Otsikko</h2><ul><li><p>yksi</p></li></ul>"
