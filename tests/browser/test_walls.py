"""A wall in the browser: a practice is written, published and taken up while others look on; facilitators prepare and look first; keys are enough for it all."""
import pytest
from playwright.sync_api import expect

from tests.support.browser import posts
from tests.support.keyboard import Keys

pytestmark = pytest.mark.browser
LINK = "8"
HOW = "Luemme yhdessä yhden keksityn kirjauksen."


@pytest.fixture
def wall(tool):
    return tool.make_wall()


def opened(meet, who, **how):
    return meet(who).open(LINK, window=True, **how)


def begin(screen, title, how=HOW):
    """A post as far as its words: the editor of the one question that has to be answered is found by its label."""
    screen.get_by_role("button", name="Jaa hyvä käytäntö").first.click()
    screen.get_by_label("Nimi").fill(title)
    screen.get_by_role("textbox", name="Miten").click()
    screen.page.keyboard.type(how)


def publish(screen, title):
    begin(screen, title)
    screen.get_by_role("button", name="Julkaise").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text(title)


def acts(screen):
    """What is rarely done with a post: a menu on its page, opened."""
    menu = screen.locator("aside details.menu")
    menu.locator("summary").click()
    return menu


def card(screen, title):
    return screen.locator(".post", has_text=title)


def test_a_practice_is_shared_and_somebody_far_away_takes_it_up(meet, wall):
    orjan, aino = opened(meet, "orjan"), opened(meet, "aino")
    publish(aino, "Kirjaamiskahvit")
    expect(orjan.locator("#wall-news")).to_contain_text("ändrats")
    expect(card(orjan, "Kirjaamiskahvit")).to_have_count(0)  # nothing moves what somebody reads
    orjan.locator("#wall-news a").click()
    expect(card(orjan, "Kirjaamiskahvit")).to_be_visible()
    with posts(orjan):
        card(orjan, "Kirjaamiskahvit").locator("button[value=try]").click()
    expect(card(orjan, "Kirjaamiskahvit").locator("button[value=try], button[name=off]").first).to_have_attribute("aria-pressed", "true")
    expect(aino.locator("[id^=steps-of-] button[value=try] .n")).to_have_text("1")  # on the post's page, at once
    expect(aino.locator("[id^=steps-of-] button[value=try]")).to_have_attribute("aria-pressed", "false")


def test_what_is_typed_is_there_after_the_window_was_closed(meet, wall):
    aino = meet("aino")
    screen = aino.open(LINK, window=True)
    begin(screen, "Kesken jäänyt", "Tämä on vasta alku")
    expect(screen.locator("[data-saved]")).to_contain_text("Luonnos tallennettu")
    expect(screen.locator("[data-state]").last).to_have_text("")  # nothing typed since
    screen.page.close()
    again = aino.open(LINK, window=True)
    again.get_by_role("link", name="Kesken jäänyt").click()
    expect(again.get_by_label("Nimi")).to_have_value("Kesken jäänyt")
    expect(again.get_by_role("textbox", name="Miten")).to_contain_text("Tämä on vasta alku")


def test_its_swedish_stands_beside_its_finnish(meet, wall):
    aino = opened(meet, "aino")
    publish(aino, "Kirjaamiskahvit")
    acts(aino).get_by_role("link", name="Lisää ruotsinkielinen versio").click()
    aino.get_by_label("Nimi").fill("Dokumentationskaffe")
    aino.get_by_role("textbox", name="Hur", exact=False).first.click()
    aino.page.keyboard.type("Vi läser tillsammans.")
    aino.locator("button[name=publish]").click()
    expect(aino.get_by_role("heading", level=1)).to_have_text("Dokumentationskaffe")
    orjan = opened(meet, "orjan")
    card(orjan, "Dokumentationskaffe").locator("h3 a").click()
    orjan.locator("a[href*=beside]").first.click()
    main = orjan.locator("main")
    expect(main).to_contain_text("Vi läser tillsammans.")
    expect(main).to_contain_text(HOW)


def test_a_facilitator_prepares_the_wall_looks_first_and_pauses_it(meet, wall):
    marja, aino = opened(meet, "marja"), opened(meet, "aino")
    marja.locator("details.menu summary", has_text="Valmistele seinää").click()
    marja.get_by_role("link", name="Asetukset, aiheet ja lomake").click()
    marja.get_by_label("Fasilitaattori lukee jokaisen julkaisun ensin").check()
    marja.get_by_role("button", name="Tallenna asetukset").click()
    marja.go(f"/walls/{wall}")
    begin(aino, "Pikaopas sijaisille")
    aino.get_by_role("button", name="Julkaise").click()
    expect(aino.locator(".banner")).to_contain_text("Fasilitaattori")
    marja.go(f"/walls/{wall}")
    marja.get_by_role("link", name="Pikaopas sijaisille").click()
    marja.get_by_role("button", name="Julkaise").click()
    acts(marja).get_by_role("button", name="Kiinnitä alkuun").click()
    orjan = opened(meet, "orjan")
    expect(card(orjan, "Pikaopas sijaisille")).to_have_class("card post pinned")
    marja.go(f"/walls/{wall}")
    marja.locator("details.menu summary", has_text="Valmistele seinää").click()
    marja.get_by_role("button", name="Keskeytä kirjoittaminen").click()
    orjan.go(f"/walls/{wall}")
    expect(orjan.get_by_role("button", name="Dela")).to_have_count(0)
    expect(orjan.locator(".banner").first).to_be_visible()


def test_a_course_admin_adds_a_topic_and_posts_stand_under_it(meet, wall):
    otto = opened(meet, "otto")
    otto.go(f"/walls/{wall}/settings")
    otto.locator("#themes details.card > summary").click()
    otto.locator("#themes details.card form input[name='title-fi']").fill("Etätyö")
    otto.get_by_role("button", name="Lisää aihe").click()
    aino = opened(meet, "aino")
    begin(aino, "Yhteinen tunti verkossa")
    aino.locator("label.chip", has_text="Etätyö").click()
    aino.get_by_role("button", name="Julkaise").click()
    expect(aino.get_by_role("heading", level=1)).to_have_text("Yhteinen tunti verkossa")
    aino.go(f"/walls/{wall}")
    aino.get_by_role("link", name="Aiheittain").click()
    expect(aino.locator("section.topic", has_text="Etätyö").locator(".post")).to_contain_text("Yhteinen tunti verkossa")


def test_a_practice_is_written_published_and_answered_with_keys_alone(meet, wall):
    aino = opened(meet, "aino")
    keys = Keys(aino)
    keys.act("button", "Jaa hyvä käytäntö")
    keys.to("textbox", "Nimi")
    keys.type("Näppäimillä kirjoitettu")
    keys.to("textbox", "Miten")
    keys.type("Ensin jokainen yksin.")
    keys.act("checkbox", "Laatu", "Space")
    keys.act("button", "Julkaise")
    expect(aino.get_by_role("heading", level=1)).to_have_text("Näppäimillä kirjoitettu")
    orjan = opened(meet, "orjan")
    theirs = Keys(orjan)
    theirs.act("link", "Näppäimillä kirjoitettu")
    with posts(orjan):
        theirs.act("button", "Vi ska pröva")
    expect(orjan.get_by_role("button", name="Vi ska pröva")).to_have_attribute("aria-pressed", "true")
    theirs.is_somewhere()


def test_a_post_is_deleted_and_taken_back(meet, wall):
    aino = opened(meet, "aino")
    publish(aino, "Vahingossa")
    acts(aino).get_by_role("button", name="Poista").click()
    expect(card(aino, "Vahingossa")).to_have_count(0)
    aino.toast.locator("form button").click()
    expect(aino.get_by_text("Vahingossa").first).to_be_visible()
