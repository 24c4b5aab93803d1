"""A workshop played in three windows: Marja leads, Aino takes part at a desk, Örjan in Swedish on a phone; and the view that Marja shares in the call."""
import pytest
from playwright.sync_api import expect

from lti_tool.boards.layout import ColumnLayout, Layout, PhaseLayout
from lti_tool.db import Wording
from tests.support.browser import posts

pytestmark = pytest.mark.browser
PHONE = {"width": 374, "height": 640}
SCRIPT = "Muistuta, ettei kirjata asiakkaiden asioita"


def words(fi, sv) -> Wording:
    return Wording({"fi": fi, "sv": sv})


def column(fi, sv, **more) -> ColumnLayout:
    return ColumnLayout(words(fi, sv), **more)


PHASES = (
    PhaseLayout(words("Ennakkotehtävä", "Förhandsuppgift"), words("Mikä kirjaamisessa auttaa?", "Vad hjälper i dokumentationen?"), (column("Ajatuksia", "Tankar"),),
                {"hides_notes": True}, "preassignment"),
    PhaseLayout(words("Alustus", "Inledning"), words("Mitä muut ajattelivat?", "Vad tänkte de andra?"), kind="introduction", shows=0, script=words(SCRIPT, SCRIPT)),
    PhaseLayout(words("Ryhmäkeskustelu", "Gruppdiskussion"), words("Mitä kokeilemme?", "Vad provar vi?"), (column("Yhteistä", "Gemensamt"),), kind="discussion", minutes=15),
    PhaseLayout(words("Äänestys", "Röstning"), words("Mikä on tärkeintä?", "Vad är viktigast?"), kind="voting", shows=2, settings={"votes_each": 2}),
    PhaseLayout(words("Yhteenveto", "Sammanfattning"), words("Mitä viemme mukanamme?", "Vad tar vi med oss?"), kind="summary", shows=2),
    PhaseLayout(words("Palaute", "Respons"), words("Miten meni?", "Hur gick det?"), kind="feedback", questions=({"kind": "rating", "text": {"fi": "Miten ryhmätyö sujui?", "sv": "Hur gick grupparbetet?"}},)))


@pytest.fixture
def board(tool):
    return tool.stage_board(Layout(PHASES, made_as_workshop=True))


@pytest.fixture
def windows(meet, board):
    marja, aino, orjan = meet("marja"), meet("aino"), meet("orjan", viewport=PHONE)
    return marja.open(board.link, window=True), aino.open(board.link), orjan.open(board.link)


def go_on(marja):
    with posts(marja):
        marja.locator(".path-row .button.primary").click()


def press(screen, words):
    with posts(screen):
        screen.locator("#marks button", has_text=words).click()


def test_a_workshop_is_led_from_the_pre_assignment_to_the_vote(board, windows):
    marja, aino, orjan = windows
    first = board.columns[0]
    for text in ("Jaan tämän", "Pidän tämän"):
        aino.write(first, text)
        expect(aino.note(text)).to_be_visible()
    with posts(aino):
        aino.act(aino.note("Pidän tämän"), "/keeping")
    expect(aino.note("Pidän tämän")).to_contain_text("Vain sinä näet tämän")
    press(aino, "Ennakkotehtäväni on tehty")
    expect(marja.locator("#marks")).to_contain_text("Tehnyt: 1")
    expect(marja.note("Jaan tämän")).to_have_count(0)

    go_on(marja)  # the answers become notes
    for screen in (marja, orjan):
        expect(screen.note("Jaan tämän")).to_be_visible()
        expect(screen.note("Pidän tämän")).to_have_count(0)
    expect(aino.note("Pidän tämän")).to_have_count(1)
    expect(orjan.locator("#bar")).to_contain_text("Vad tänkte de andra?")
    expect(marja.locator("#bar")).to_contain_text("Vaiheen käsikirjoitus")
    expect(aino.locator("#bar")).not_to_contain_text("käsikirjoitus")

    go_on(marja)  # in groups, against the clock
    expect(aino.locator("#bar")).to_contain_text("Mitä kokeilemme?")
    with posts(marja):
        marja.locator(".timer-start.lead button").click()
    for screen in windows:
        expect(screen.locator("#timer")).to_be_visible()
    press(orjan, "Räck upp handen")
    marja.locator("#marks summary", has_text="1").click()
    with posts(marja):
        marja.locator("#marks form button").click()
    expect(orjan.locator("#marks [aria-pressed=true]")).to_have_count(0)
    press(aino, "Olen valmis")
    expect(marja.locator("#marks")).to_contain_text("Valmiina: 1")

    aino.write(board.columns[1], "Kirjaamiskahvit")
    expect(orjan.note("Kirjaamiskahvit")).to_be_visible()
    with posts(marja):
        marja.act(marja.note("Kirjaamiskahvit"), "/presented")
    for screen in windows:
        expect(screen.locator("[data-presented]")).to_contain_text("Kirjaamiskahvit")

    go_on(marja)  # what was presented has been dealt with; the same notes are voted on
    for screen in windows:
        expect(screen.locator("[data-presented]")).to_have_count(0)
        expect(screen.note("Kirjaamiskahvit")).to_be_visible()
    marja.lead("a[href$='/voting']").click()
    with posts(marja):
        marja.dialog.locator(".primary").click()
    for screen in (aino, orjan):
        with posts(screen):
            screen.note("Kirjaamiskahvit").locator("form[data-vote] button:visible").first.click()
    with posts(marja):
        marja.lead("button:has-text('Näytä äänet')").click()
    expect(marja.note("Kirjaamiskahvit").locator(".total")).to_contain_text("2")


    go_on(marja)  # the summary: two clicks to a Word file, one more to everybody
    marja.locator("form[action$='/summary'] button").first.click()
    expect(marja.locator("main")).to_contain_text("Kirjaamiskahvit")
    with marja.page.expect_download() as file:
        marja.locator("a[href$='/summary.docx'], a[href*='summary.docx']").first.click()
    assert file.value.suggested_filename.endswith(".docx")
    marja.locator("button[name=publish]").click()
    published = aino.locator("#bar a[href*='/summary']")
    expect(published).to_be_visible()
    published.click()
    expect(aino.locator("main")).to_contain_text("Kirjaamiskahvit")
    expect(aino.locator("main")).not_to_contain_text("Aino Sarapuisto")

    marja.go(board.path)
    go_on(marja)  # and feedback, in everybody's own language
    marja.locator("#bar form[action$='/feedback'] button").click()
    marja.locator("button[name=open][value=yes], form[action$='/state'] button").first.click()
    expect(orjan.locator("#bar a[href*='/feedback/']")).to_be_visible()
    orjan.locator("#bar a[href*='/feedback/']").click()
    expect(orjan.locator("form.answering")).to_contain_text("Hur gick grupparbetet?")
    orjan.locator("input[name='rating-useful'][value='5']").check()
    orjan.locator("form.answering .primary").click()
    expect(orjan.locator(".banner.good")).to_be_visible()


def test_groups_find_their_part_of_the_board(board, windows):
    marja, aino, orjan = windows
    go_on(marja)
    go_on(marja)
    expect(aino.locator("#bar")).to_contain_text("Mitä kokeilemme?")
    page = marja.page.context.new_page()
    page.goto(f"{board.tool.address}{board.path}/groups")
    page.locator("input[name=way][value=languages]").check()
    page.locator("main form .button.primary").click()
    expect(page.locator("main h2").first).to_contain_text("Ryhmä 1")
    expect(aino.locator("#my-group")).to_contain_text("Ryhmäsi: Ryhmä 1")
    expect(orjan.locator("#my-group")).to_contain_text("Din grupp: Grupp 2")
    expect(aino.locator(".column:visible h2")).to_have_text(["Yhteistä", "Ryhmä 1"])
    expect(orjan.locator(".column:visible h2")).to_have_text(["Gemensamt", "Grupp 2"])
    aino.locator("#my-group summary").click()
    aino.locator("[data-all-groups]").click()
    expect(aino.locator(".column:visible h2")).to_have_text(["Yhteistä", "Ryhmä 1", "Ryhmä 2"])
    with posts(marja):
        marja.locator("#my-group .lead form button").click()
    expect(orjan.locator(".column:visible h2")).to_have_count(3)


def test_whoever_comes_late_finds_their_group_by_themselves(board, meet):
    marja, aino = meet("marja").open(board.link, window=True), meet("aino").open(board.link)
    page = marja.page.context.new_page()
    page.goto(f"{board.tool.address}{board.path}/groups")
    page.locator("input[name=way][value=random]").check()
    page.locator("main form .button.primary").click()
    expect(aino.locator("#my-group")).to_contain_text("Ryhmäsi: Ryhmä")
    own = aino.locator("#my-group summary").inner_text().strip()[-1]
    late = meet("orjan").open(board.link)
    expect(late.locator("#my-group")).to_contain_text(f"Din grupp: Grupp {3 - int(own)}")


def test_the_shared_screen_goes_on_by_itself_and_never_shows_the_leading(board, windows):
    marja, aino, _orjan = windows
    screen = marja.page.context.new_page()
    screen.goto(f"{board.tool.address}{board.path}/screen")
    go_on(marja)
    expect(screen.locator("#bar")).to_contain_text("Mitä muut ajattelivat?")
    go_on(marja)
    press(aino, "Nosta käsi")
    aino.write(board.columns[1], "Kirjaamiskahvit")
    expect(screen.locator(".note[data-note]")).to_contain_text("Kirjaamiskahvit")
    with posts(marja):
        marja.locator(".timer-start.lead button").click()
    expect(screen.locator("#timer")).to_be_visible()
    shown = screen.locator("main").inner_text()
    for secret in (SCRIPT, "käsikirjoitus", "Käsi ylhäällä", "Pysäytä ajastin", "Seuraavaksi", "Piilota laput", "Olen valmis", "Nosta käsi"):
        assert secret not in shown, secret
    assert aino.locator("#presence").inner_text().startswith("3"), "the screen is nobody"


def test_a_facilitator_who_looks_on_changes_nothing(board, windows):
    marja, aino, _orjan = windows
    go_on(marja)
    go_on(marja)
    aino.write(board.columns[1], "Ainon lappu")
    page = marja.page.context.new_page()
    page.goto(f"{board.tool.address}{board.path}?as=participant")
    expect(page.locator(".note[data-note]")).to_contain_text("Ainon lappu")
    page.evaluate("document.querySelectorAll('fieldset[disabled]').forEach(set => { set.disabled = false })")
    page.locator("#marks button", has_text="Olen valmis").click()
    page.wait_for_timeout(500)
    expect(marja.locator("#marks")).to_contain_text("Valmiina: 0")
