"""What is said about a post, in the browser: it comes to others at once, calls people by name, and is told to who was away; with keys alone, and without script."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts
from tests.support.keyboard import Keys

pytestmark = pytest.mark.browser
LINK, HOME = "8", "/courses/1"


@pytest.fixture
def question(tool):
    """Aino's, on a wall of questions; its address."""
    return f"/posts/{tool.make_post(tool.make_wall('questions'), 'Miten perehdytätte sijaiset?')}"


def opened(meet, who, path):
    return meet(who).open(LINK, window=True).go(path)


def comment(screen, words):
    return screen.locator(".comment", has_text=words)


def say(screen, words):
    screen.locator("#comment-text").fill(words)
    with posts(screen):
        screen.locator("form[data-comment] button.primary").click()


def news_at_home(screen):
    return screen.go(HOME).locator(f"a[href='{HOME}/new']")


def test_who_is_called_by_name_sees_it_at_once_and_hears_of_it_at_home(meet, question):
    orjan, aino = opened(meet, "orjan", f"{HOME}/new"), opened(meet, "aino", question)
    expect(news_at_home(orjan).locator(".chip")).to_have_count(0)
    orjan.go(question)
    aino.locator("#comment-text").press_sequentially("Tiedätkö sinä, @Örj")
    expect(aino.get_by_role("option", name="Örjan Strandvik")).to_be_visible()
    aino.press("Enter")
    aino.type("?")
    aino.get_by_role("button", name="Lähetä kommentti").click()
    expect(comment(orjan, "Tiedätkö sinä").locator(".called")).to_have_text("@Örjan Strandvik")
    expect(aino.locator("#comment-text")).to_have_value("")
    expect(news_at_home(orjan).locator(".chip")).to_contain_text("1")
    news_at_home(orjan).click()
    expect(orjan.locator(".news-group", has_text="Du nämndes")).to_contain_text("Tiedätkö sinä")
    expect(news_at_home(orjan).locator(".chip")).to_have_count(0)


def test_an_answer_becomes_the_official_one_and_who_asked_sees_it(meet, question):
    aino, marja = opened(meet, "aino", question), opened(meet, "marja", question)
    say(aino, "Kuinka kauan se saa kestää?")
    comment(marja, "Kuinka kauan").get_by_role("link", name="Vastaa").click()
    marja.locator("#answer-text").fill("Kaksi viikkoa, ja sijainen palkataan siksi ajaksi.")
    marja.get_by_role("button", name="Lähetä vastaus").click()
    expect(comment(aino, "Kaksi viikkoa")).to_have_class("comment answer")
    expect(comment(aino, "Kaksi viikkoa").get_by_role("button", name="viralliseksi")).to_have_count(0)
    comment(marja, "Kaksi viikkoa").get_by_role("button", name="viralliseksi").click()
    expect(comment(aino, "Kaksi viikkoa").locator(".mark")).to_contain_text("Virallinen vastaus")
    aino.locator("main > p a").first.click()
    expect(aino.locator(".post", has_text="sijaiset")).to_contain_text("Virallinen vastaus")


def test_what_is_followed_is_told_and_what_is_saved_is_found_again(meet, question):
    marja, orjan = opened(meet, "marja", f"{HOME}/new").go(question), opened(meet, "orjan", question)
    for name in ("Seuraa julkaisua", "Tallenna itselleni"):
        marja.get_by_role("button", name=name).click()
        expect(marja.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    say(orjan, "Hos oss går någon bredvid i två veckor.")
    marja.go(f"{HOME}/new")
    marja.locator(".news-group", has_text="Uusia kommentteja").get_by_role("link", name="sijaiset").click()
    expect(comment(marja, "Hos oss")).to_be_in_viewport()
    marja.go(HOME).get_by_role("link", name="Tallennetut julkaisut").click()
    marja.get_by_role("button", name="Poista tallennetuista").click()
    expect(marja.get_by_role("link", name="sijaiset")).to_have_count(0)


def test_it_is_talked_about_with_keys_alone(meet, question):
    aino, orjan = opened(meet, "aino", question), opened(meet, "orjan", question)
    keys = Keys(aino)
    keys.to("textbox", "Oma kommenttisi")
    keys.type("Kysyn vielä: kuka ehtii?")
    keys.act("button", "Lähetä kommentti")
    theirs = Keys(orjan)
    theirs.act("link", "Svara Kysyn")
    expect(orjan.dialog).to_be_visible()
    theirs.type("Den som har varit här längst.")
    theirs.act("button", "Skicka svaret")
    expect(comment(aino, "Den som")).to_be_visible()
    theirs.is_somewhere()
    keys.act("summary", "Toiminnot Kysyn")
    keys.act("button", "Poista Kysyn")
    expect(comment(aino, "kuka ehtii")).to_have_count(0)
    keys.is_somewhere()
    expect(comment(orjan, "kuka ehtii")).to_have_count(0)
    expect(comment(orjan, "Den som")).to_be_visible()


def test_it_is_talked_about_without_script(enter_without_script, tool, question):
    aino = enter_without_script("aino", LINK).go(question)
    aino.locator("#comment-text").fill("@Örjan Strandvik, miten teillä?")
    aino.get_by_role("button", name="Lähetä kommentti").click()
    expect(comment(aino, "miten teillä").locator(".called")).to_have_text("@Örjan Strandvik")
    orjan = enter_without_script("orjan", LINK).go(f"{HOME}/new")
    orjan.locator(".news-group", has_text="Du nämndes").get_by_role("link", name="sijaiset").click()
    comment(orjan, "miten teillä").get_by_role("link", name="Svara").click()
    orjan.locator("#answer-text").fill("Bra, tack.")
    orjan.get_by_role("button", name="Skicka svaret").click()
    expect(comment(orjan, "Bra, tack.")).to_have_class("comment answer")
    comment(orjan, "Bra, tack.").locator("summary").click()
    comment(orjan, "Bra, tack.").get_by_role("button", name="Ta bort").click()
    orjan.toast.locator("form button").click()
    expect(comment(orjan, "Bra, tack.")).to_be_visible()
    orjan.get_by_role("button", name="Följ inlägget").click()
    expect(orjan.get_by_role("button", name="Följ inlägget")).to_have_attribute("aria-pressed", "false")  # who comments follows already
