"""A whole workshop without a mouse: Marja makes, opens and leads it, Aino takes part. Both press keys and nothing else, and the focus is never lost."""
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from lti_tool.boards.layout import Layout
from tests.support.browser import posts
from tests.support.keyboard import Keys

from .test_workshop import PHASES, SCRIPT

pytestmark = pytest.mark.browser
NEXT_YEAR = date.today().year + 1


@pytest.fixture
def board(tool):
    return tool.stage_board(Layout(PHASES, made_as_workshop=True))


def said(screen, words):
    expect(screen.locator("#status")).to_contain_text(words)


def test_a_workshop_is_made_from_a_ready_design_dated_and_opened(meet):
    screen = meet("marja").open("1", window=True)
    keys = Keys(screen)
    keys.act("link", "Luo uusi")
    keys.act("link", "Katso tarkemmin Verkoston työpaja")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Verkoston työpaja")
    keys.act("link", "Ota tämä käyttöön")  # leads to the form at the end of the page
    keys.to("textbox", "suomi")
    keys.press("Control+a")
    keys.type("Näppäimillä tehty")
    keys.act("button", "Luo luonnos")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Näppäimillä tehty")
    keys.act("summary", "Valmistele taulua")
    keys.act("link", "Ajankohta ja kokouslinkki")
    keys.to("textbox", "Päivä")
    keys.type(f"1212{NEXT_YEAR}")  # the same in the order of every country
    keys.to("textbox", "Alkaa")
    keys.type("1300")
    keys.to("textbox", "Päättyy")
    keys.type("1500")
    with posts(screen):
        keys.act("button", "Tallenna ajankohta ja linkki")
    expect(screen.get_by_role("dialog")).to_have_count(0)
    expect(screen.get_by_role("main")).to_contain_text("12.12.")
    keys.act("summary", "Valmistele taulua")
    keys.act("button", "Avaa osallistujille")
    expect(screen.locator("#bar[data-state=open]")).to_be_visible()


def test_a_workshop_is_led_and_taken_part_in(board, meet):
    marja, aino = meet("marja").open(board.link, window=True), meet("aino").open(board.link, window=True)
    lead, part = Keys(marja), Keys(aino)

    def sends(keys, *what):
        with posts(keys.screen):
            keys.act(*what)

    def writes(column, text):
        part.act("button", f"Lisää lappu sarakkeeseen ”{column}”")
        part.type(text)
        with posts(aino):
            part.press("Enter")
        part.press("Escape")
        expect(aino.note(text)).to_be_visible()
        part.is_somewhere()

    # The pre-assignment: one answer to share, one to keep
    writes("Ajatuksia", "Jaan tämän")
    writes("Ajatuksia", "Pidän tämän")
    part.act("summary", "Pidän tämän")
    sends(part, "button", "Pidä itselläni")
    expect(aino.note("Pidän tämän")).to_contain_text("Vain sinä näet tämän")
    sends(part, "button", "Ennakkotehtäväni on tehty")
    expect(aino.get_by_role("button", name="Ennakkotehtäväni on tehty", pressed=True)).to_be_focused()

    # On, back, and to any phase
    sends(lead, "button", "Seuraavaksi: Alustus")
    for screen in (marja, aino):
        said(screen, "Vaihe 2/6 · Alustus")
    lead.act("summary", "Vaiheen käsikirjoitus")
    expect(marja.locator("#bar")).to_contain_text(SCRIPT)
    expect(marja.get_by_text(SCRIPT)).to_be_visible()
    sends(lead, "button", "Siirry vaiheeseen: Ennakkotehtävä")
    said(aino, "Vaihe 1/6")
    sends(lead, "button", "Siirry vaiheeseen: Ryhmäkeskustelu")
    said(aino, "Vaihe 3/6")

    # Against the clock
    sends(lead, "button", "Käynnistä ajastin")
    for screen in (marja, aino):
        said(screen, re.compile(r"\d\.\d\d"))
    sends(lead, "button", "+1 min")
    sends(lead, "button", "Pysäytä ajastin")
    expect(aino.get_by_role("timer")).to_have_count(0)

    # Hidden and shown, paused and gone on with
    lead.act("link", "Piilota laput …")
    lead.to("button", "Piilota laput")
    with posts(marja):
        lead.press("Enter")
    said(aino, "Laput ovat nyt piilossa")
    sends(lead, "button", "Näytä laput")
    said(aino, "Laput ovat nyt näkyvissä")
    for words in ("Kirjoittaminen on keskeytetty", "Kirjoittaminen jatkuu"):
        sends(lead, "button", "Keskeytä kirjoittaminen")
        said(aino, words)

    # In groups
    lead.act("summary", "Valmistele taulua")
    lead.act("link", "Ryhmät")
    lead.pick("Satunnaisesti")
    lead.act("button", "Tee ryhmät")
    expect(marja.get_by_role("heading", level=2).first).to_contain_text("Ryhmä 1")
    lead.act("link", "Oma taulu")
    said(aino, "Ryhmäsi: Ryhmä")
    group = re.search(r"Ryhmä \d", aino.locator("#my-group").inner_text()).group()
    part.act("summary", "Ryhmäsi")
    part.act("link", "Ryhmän lappuihin")
    expect(aino.get_by_role("region", name=group)).to_be_focused()
    writes(group, "Kirjaamiskahvit")

    # A hand
    sends(part, "button", "Nosta käsi")
    said(marja, "Käsi ylhäällä: 1")
    lead.act("summary", "Käsi ylhäällä")
    sends(lead, "button", re.compile("Autettu ?: Aino Sarapuisto"))
    expect(aino.get_by_role("button", name="Nosta käsi", pressed=False)).to_be_focused()
    sends(part, "button", "Olen valmis")
    expect(marja.locator("#marks")).to_contain_text("Valmiina: 1")

    # Everybody looks at one note, and comes to one column
    lead.act("summary", "Kirjaamiskahvit")
    sends(lead, "button", "Nosta kaikkien nähtäväksi")
    said(aino, "Kirjaamiskahvit")
    part.act("link", "Näytä taululla")
    expect(aino.note("Kirjaamiskahvit")).to_be_focused()
    sends(lead, "button", "Lopeta näyttäminen")
    expect(aino.get_by_role("link", name="Näytä taululla")).to_have_count(0)
    lead.act("summary", "Sarakkeen ”Yhteistä” toiminnot")
    sends(lead, "button", "Pyydä kaikki tänne")
    said(aino, "Yhteistä")
    part.act("link", "Siirry sinne")
    expect(aino.get_by_role("region", name="Yhteistä")).to_be_focused()
    sends(lead, "button", "Peru pyyntö")

    # The vote
    sends(lead, "button", "Seuraavaksi: Äänestys")
    lead.act("link", "Äänestys …")
    sends(lead, "button", "Aloita äänestys")
    said(aino, "Äänestys on auki")
    part.press("j")
    expect(aino.note("Kirjaamiskahvit")).to_be_focused()
    with posts(aino):
        part.press("v")
    said(aino, "Ääniä jäljellä")
    sends(lead, "button", "Päätä äänestys")
    sends(lead, "button", "Näytä äänet")
    expect(aino.note("Kirjaamiskahvit").locator(".total")).to_contain_text("1")

    # The summary
    sends(lead, "button", "Seuraavaksi: Yhteenveto")
    lead.act("button", "Tee yhteenveto")
    lead.act("button", "Julkaise yhteenveto")
    part.act("link", "Yhteenveto on julkaistu")
    expect(aino.get_by_role("article")).to_contain_text("Kirjaamiskahvit")

    # Feedback
    lead.act("link", "Takaisin taululle")
    sends(lead, "button", "Seuraavaksi: Palaute")
    lead.act("button", "Pyydä palautetta")
    lead.act("button", "Avaa lomake")
    expect(marja.get_by_role("main")).to_contain_text("Avoinna")
    part.act("link", "Takaisin taululle")
    part.act("link", "Anna palautetta")
    part.pick("5 Erinomainen")
    part.to("textbox", "muuttaisit")
    part.type("Enemmän taukoja")
    part.choose("Tekstiesi kieli", "svenska")
    part.act("button", "Lähetä vastaukseni")
    expect(aino.get_by_role("status").filter(has_text="Kiitos")).to_be_visible()
