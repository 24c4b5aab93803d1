"""Moderation in the browser: what is reported is looked at, hidden with a reason, answered and shown again; words are taken out of every window; who is stopped keeps what they typed."""
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from lti_tool.walls import Wall
from tests.support.keyboard import Keys

pytestmark = pytest.mark.browser
LINK, HOME = "8", "/courses/1"
QUEUE = f"{HOME}/moderation"


@pytest.fixture
def wall(tool):
    return tool.make_wall()


@pytest.fixture
def post(tool, wall):
    """Örjan's."""
    return tool.make_post(wall, "Kahvihetki", "<p>Kutsumme Salmelan Eilan kahville.</p>", by="7")


def opened(meet, who, path):
    return meet(who).open(LINK, window=True).go(path)


def case(screen, words):
    return screen.locator(".case", has_text=words)


def test_what_somebody_reports_is_hidden_with_a_reason_answered_and_shown_again(meet, post):
    marja, aino, orjan = opened(meet, "marja", QUEUE), opened(meet, "aino", f"/posts/{post}"), opened(meet, "orjan", HOME)
    aino.get_by_role("link", name="Ilmoita …").click()
    aino.get_by_label("Siinä voi olla asiakastietoja").check()
    aino.get_by_label("Omin sanoin").fill("Sukunimi näkyy.")
    aino.get_by_role("button", name="Lähetä ilmoitus").click()
    expect(aino.locator(".banner.good")).to_be_visible()
    marja.locator("#home-news a").click()  # the open queue offers what is new
    expect(case(marja, "Kahvihetki")).to_contain_text("Sukunimi näkyy.")
    case(marja, "Kahvihetki").locator("summary").click()
    case(marja, "Kahvihetki").get_by_label("Siinä voi olla asiakastietoja").check()
    case(marja, "Kahvihetki").get_by_label("Viesti kirjoittajalle").fill("Ota nimi pois, niin näytän tämän taas.")
    case(marja, "Kahvihetki").get_by_role("button", name="Piilota").click()
    expect(marja.locator(".banner.good")).to_be_visible()
    aino.go(f"/posts/{post}")
    expect(aino.get_by_role("heading", name="Kahvihetki")).to_have_count(0)
    orjan.go(HOME).locator(f"a[href$='{QUEUE}/mine']").click()
    expect(orjan.locator("article.card")).to_contain_text("Ota nimi pois")
    expect(orjan.locator("article.card")).not_to_contain_text("Marja")
    orjan.locator("summary", has_text="Svara").click()
    orjan.get_by_label("Ditt svar").fill("Tack, jag ändrar det.")
    orjan.get_by_role("button", name="Skicka svaret").click()
    expect(orjan.locator(".answers")).to_contain_text("Tack, jag ändrar det.")
    expect(case(marja.go(QUEUE), "Kahvihetki")).to_contain_text("Tack, jag ändrar det.")
    case(marja, "Kahvihetki").get_by_role("button", name="Näytä uudelleen").click()
    expect(marja.locator(".banner.good")).to_be_visible()
    expect(aino.go(f"/posts/{post}").get_by_role("heading", name="Kahvihetki")).to_be_visible()


def test_words_are_taken_out_of_the_other_window_too(meet, wall, post):
    aino, marja = opened(meet, "aino", f"/posts/{post}"), opened(meet, "marja", f"/moderated/post/{post}")
    marja.locator("summary", has_text="Peitä sanoja").click()
    marja.get_by_label("Peitettävät sanat").fill("Salmelan Eilan")
    marja.get_by_role("button", name="Peitä nämä sanat").click()
    expect(marja.locator("blockquote")).not_to_contain_text("Salmelan")
    expect(aino.locator("article")).not_to_contain_text("Salmelan")  # by itself, nobody pressed anything
    expect(aino.go(f"/posts/{post}").locator("article")).to_contain_text("Kutsumme")
    otto = opened(meet, "otto", f"{QUEUE}/log")
    expect(otto.locator("li.task").first).to_contain_text("Marja Kallioinen")
    expect(otto.locator("main")).not_to_contain_text("Salmelan")


def test_hiding_is_undone_and_the_log_tells_both(meet, post):
    marja = opened(meet, "marja", f"/moderated/post/{post}")
    hide = marja.locator("section[aria-labelledby='hide-h']")
    hide.get_by_label("Se on virheellinen").check()
    hide.get_by_role("button", name="Piilota").click()
    marja.locator(".banner.good").get_by_role("button", name="Kumoa").click()
    expect(hide.get_by_role("button", name="Piilota")).to_be_visible()
    aino = opened(meet, "aino", f"/posts/{post}")
    expect(aino.get_by_role("heading", name="Kahvihetki")).to_be_visible()
    otto = opened(meet, "otto", f"{QUEUE}/log")
    expect(otto.locator("li.task strong")).to_have_text(["Näytetty uudelleen", "Piilotettu"])


def test_who_is_stopped_keeps_what_they_typed_and_reads_until_when(meet, tool, wall, post):
    orjan, marja = opened(meet, "orjan", f"/posts/{post}"), opened(meet, "marja", f"/moderated/post/{post}")
    orjan.locator("#comment-text").fill("Det här skriver jag just nu")
    marja.locator("summary", has_text="Kirjoitustauko").click()
    marja.get_by_label("Tauon viimeinen päivä").fill((date.today() + timedelta(days=7)).isoformat())
    marja.locator("details[open]").get_by_label("Viesti kirjoittajalle").fill("Jutellaan puhelimessa.")
    marja.get_by_role("button", name="Aseta kirjoitustauko").click()
    expect(marja.locator(".banner.good")).to_be_visible()
    orjan.get_by_role("button", name="Skicka kommentaren").click()
    expect(orjan.locator("form[data-comment] [data-refusal]")).not_to_be_empty()
    expect(orjan.locator("#comment-text")).to_have_value("Det här skriver jag just nu")
    orjan.go(f"/walls/{wall}")
    expect(orjan.locator(".banner", has_text="Jutellaan puhelimessa.")).to_be_visible()
    expect(orjan.get_by_role("button", name="Dela god praxis")).to_have_count(0)


def test_what_waits_is_approved_with_keys_alone_and_appears_in_the_other_window(meet, tool, wall):
    with tool.writing() as session:
        session.get(Wall, wall).approves_first = True
    tool.make_post(wall, "Odottava", by="6")
    orjan, marja = opened(meet, "orjan", f"/walls/{wall}"), opened(meet, "marja", HOME)
    expect(orjan.locator("main")).not_to_contain_text("Odottava")
    keys = Keys(marja)
    keys.act("link", "Avaa luettelo")
    expect(case(marja, "Odottava")).to_be_visible()
    expect(case(marja, "Odottava").get_by_role("button", name="Julkaise")).to_be_visible()
    keys.walk_to(case(marja, "Odottava").get_by_role("button", name="Julkaise"), "“Julkaise” of the post", 70)
    keys.press("Enter")
    expect(case(marja, "Odottava")).to_have_count(0)
    orjan.locator("#wall-news a").click()
    expect(orjan.locator(".post", has_text="Odottava")).to_be_visible()


def test_it_is_reported_and_hidden_without_script(enter_without_script, tool, post):
    aino = enter_without_script("aino", LINK).go(f"/moderated/post/{post}")
    aino.locator("input[name=reason][value=client_data]").check()
    aino.get_by_role("button", name="Lähetä ilmoitus").click()
    expect(aino.locator(".banner.good")).to_be_visible()
    marja = enter_without_script("marja", LINK).go(QUEUE)
    case(marja, "Kahvihetki").locator("summary").click()
    case(marja, "Kahvihetki").locator("input[name=reason][value=client_data]").check()
    case(marja, "Kahvihetki").get_by_role("button", name="Piilota").click()
    marja.locator(".banner.good").get_by_role("button", name="Kumoa").click()
    expect(case(marja, "Kahvihetki").get_by_role("button", name="Jätä ennalleen")).to_be_visible()
