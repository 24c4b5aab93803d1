"""Before a client's data is sent its author is asked: nothing has left the browser, nothing is lost, and keys are enough."""
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser import posts

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
CODE, NUMBER = "131052-308T", "040 123 4567"
TEXT = f"Asiakas {CODE} pyysi soittoa"
BLANKED = "Asiakas [peitetty] pyysi soittoa"
RUN = """async (cases) => {
    const { findings } = await import("/rules/findings.js");
    return cases.map(({ text, times = 1 }) => {
        const whole = text.repeat(times);
        return findings(whole).map(({ kind, start, end }) => [kind, whole.slice(start, end)]);
    });
}"""


@pytest.fixture
def aino(meet, board):
    return meet("aino").open(board.link, window=True)


@pytest.fixture
def sent(aino):
    """The bodies of what was posted since, besides that somebody is writing."""
    bodies = []
    aino.page.on("request", lambda request: bodies.append(request.post_data or "") if request.method == "POST" and not request.url.endswith("/writing") else None)
    return bodies


def guard(screen):
    return screen.locator("#guard[open]")


def choose(screen, choice):
    guard(screen).locator(f"[data-choice={choice}]").click()


def test_the_browser_finds_what_the_server_finds(aino):
    cases = json.loads((ROOT / "tests" / "fixtures" / "guard.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if "words" not in case]  # those are known to the server only
    aino.page.route("**/rules/*.js", lambda route: route.fulfill(
        path=ROOT / "lti_tool" / "frontend" / "js" / route.request.url.rpartition("/")[2], content_type="text/javascript"))
    found = aino.evaluate(RUN, cases)
    assert {case["about"]: parts for case, parts in zip(cases, found, strict=True) if parts != case["found"]} == {}


def test_enter_asks_before_anything_is_sent(aino, board, sent):
    aino.write(board.columns[0], TEXT)
    expect(guard(aino)).to_be_visible()
    expect(guard(aino).locator("mark")).to_have_text([CODE])
    expect(guard(aino).locator("#guard-found")).to_contain_text("henkilötunnukselta")
    assert aino.focused == "guard-title"
    assert aino.locator(f"#composer-{board.columns[0]} textarea").input_value() == TEXT
    assert sent == [] and len(board.texts()) == 1


def test_it_is_sent_anyway(aino, board):
    aino.write(board.columns[0], TEXT)
    choose(aino, "send")
    expect(aino.note(TEXT)).to_be_visible()
    expect(aino.field(board.columns[0])).to_have_value("")
    expect(aino.field(board.columns[0])).to_be_focused()
    assert aino.locator("input[name=sent_anyway]").count() == 0


def test_it_is_blanked_out_before_it_leaves_the_browser(aino, board, sent):
    aino.write(board.columns[0], f"{TEXT}, {NUMBER}")
    choose(aino, "blank")
    expect(aino.note(f"{BLANKED}, [peitetty]")).to_be_visible()
    assert not [body for body in sent if "308T" in body or "4567" in body]


def test_it_is_edited_where_it_was_written(aino, board, sent):
    aino.write(board.columns[0], TEXT)
    choose(aino, "edit")
    expect(aino.field(board.columns[0])).to_be_focused()
    aino.type("erään kunnan")  # what was found is selected
    aino.press("Enter")
    expect(aino.note("Asiakas erään kunnan pyysi soittoa")).to_be_visible()
    assert not [body for body in sent if "308T" in body]


def test_keys_alone_decide(aino, board):
    aino.write(board.columns[0], TEXT)
    expect(guard(aino)).to_be_visible()
    aino.press("Escape")
    expect(guard(aino)).to_have_count(0)
    expect(aino.field(board.columns[0])).to_be_focused()
    aino.press("Enter")
    expect(guard(aino)).to_be_visible()
    for _step in range(6):
        aino.press("Tab")
        if aino.evaluate("document.activeElement.dataset.choice") == "blank":
            break
    aino.press("Enter")
    expect(aino.note(BLANKED)).to_be_visible()
    expect(aino.field(board.columns[0])).to_be_focused()


def test_enter_on_the_question_itself_decides_nothing(aino, board, sent):
    aino.write(board.columns[0], TEXT)
    expect(guard(aino)).to_be_visible()
    aino.press("Enter", "Enter")
    expect(guard(aino)).to_be_visible()
    assert sent == []


def test_the_next_note_is_asked_about_again(aino, board):
    for again in (1, 2):
        aino.write(board.columns[0], TEXT)
        choose(aino, "send")
        expect(aino.note(TEXT)).to_have_count(again)


def test_the_dialog_behind_stays_as_it_is(aino, board):
    note = aino.note(board.notes[0])
    aino.act(note, f"/notes/{board.notes[0]}")
    aino.locator("#edit-text").fill(TEXT)
    aino.locator("#dialog input[name=colour][value=leaf]").check(force=True)
    aino.dialog.locator(".primary").click()
    expect(guard(aino)).to_be_visible()
    choose(aino, "edit")
    expect(aino.locator("#edit-text")).to_be_focused()
    expect(aino.locator("#edit-text")).to_have_value(TEXT)
    assert aino.locator("#dialog input[name=colour][value=leaf]").is_checked()
    aino.dialog.locator(".primary").click()
    choose(aino, "send")
    expect(aino.dialog).to_have_count(0)
    expect(note).to_contain_text(TEXT)


def test_a_form_that_is_a_page_of_its_own_is_asked_about_too(meet, board):
    marja = meet("marja").open(board.link, window=True)
    marja.go(f"/activities/{board.id}/title")
    marja.locator("#title-fi").fill(f"Soita {NUMBER}")
    marja.press("Enter")
    expect(guard(marja)).to_be_visible()
    choose(marja, "blank")
    marja.frame.wait_for_url("**/courses/*")
    expect(marja.locator("h3", has_text="Soita [peitetty]").first).to_be_visible()


def test_removing_for_good_asks_nothing_more(meet, tool):
    board = tool.make_board(notes=(TEXT,))
    marja = meet("marja").open(board.link, window=True)
    marja.act(marja.note(board.notes[0]), "/removal")
    marja.dialog.locator("button.danger").click()
    expect(marja.dialog).to_have_count(0)
    expect(marja.note(board.notes[0])).not_to_contain_text(CODE)
    assert guard(marja).count() == 0


@pytest.fixture
def listed(meet, board):
    """Marja has put a word on the course's list."""
    marja = meet("marja").open("1", window=True)
    marja.go(f"/courses/{marja.frame.url.rpartition('/courses/')[2]}/settings")
    marja.locator("#guarded-words").fill("Koskela*")
    marja.locator("main form .primary").click()
    marja.frame.wait_for_url("**/courses/*")


def test_a_word_of_the_course_is_asked_about_by_the_same_dialog(listed, aino, board):
    aino.write(board.columns[0], f"Koskelan asia, {NUMBER}")
    expect(guard(aino).locator("mark")).to_have_text([NUMBER])
    choose(aino, "send")
    expect(guard(aino).locator("mark")).to_have_text(["Koskelan"])
    expect(guard(aino).locator("#guard-found")).to_contain_text("sanalistan sanalta")
    assert aino.locator(f"#composer-{board.columns[0]} textarea").input_value() == f"Koskelan asia, {NUMBER}"
    choose(aino, "send")
    expect(aino.note(f"Koskelan asia, {NUMBER}")).to_be_visible()


def test_a_word_of_the_course_is_blanked_out_in_the_dialog_of_a_note(listed, aino, board):
    aino.act(aino.note(board.notes[0]), f"/notes/{board.notes[0]}")
    aino.locator("#edit-text").fill("Koskelan asia")
    aino.dialog.locator(".primary").click()
    expect(guard(aino).locator("mark")).to_have_text(["Koskelan"])
    with posts(aino):
        choose(aino, "blank")
    expect(aino.note("[peitetty] asia")).to_be_visible()
    expect(aino.dialog).to_have_count(0)


def test_whoever_writes_on_is_not_interrupted_by_the_server_s_question(listed, aino, board):
    held, field = [], aino.locator(f"#composer-{board.columns[0]} textarea")
    aino.page.route("**/columns/*/notes", lambda route: held.append(route))
    aino.write(board.columns[0], "Koskelan asia")
    aino.type("Seuraava")
    expect(aino.locator(".note.waiting")).to_be_visible()
    held[0].continue_()
    aino.page.unroute("**/columns/*/notes")
    expect(aino.locator(".note.waiting [role=alert]")).to_be_visible()
    assert guard(aino).count() == 0 and aino.focused.startswith("new-")
    expect(field).to_have_value("Seuraava")
    aino.locator(".note.waiting button").click()
    expect(field).to_have_value("Koskelan asia\nSeuraava")
    aino.press("Enter")
    expect(guard(aino).locator("mark")).to_have_text(["Koskelan"])
    choose(aino, "blank")
    expect(aino.note("[peitetty] asia")).to_be_visible()


def test_without_javascript_the_page_asks(meet, board):
    somebody = meet("aino", java_script_enabled=False)
    page = somebody.context.new_page()
    page.goto(somebody.address(board.link, True))
    while "/boards/" not in page.url:
        before = page.url
        page.locator("#continue button, main button, body > form button").first.click()
        page.wait_for_url(lambda url, before=before: url != before)
    composer = page.locator(f"#composer-{board.columns[0]}")
    composer.locator("textarea").fill(TEXT)
    composer.locator("button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Onko tekstissä asiakkaan tietoja?")
    expect(page.locator("mark")).to_have_text([CODE])
    page.locator("button[name=blanked]").click()
    expect(page.locator(".note", has_text=BLANKED)).to_be_visible()
