"""A module in the browser: from an empty writing table to a certificate, and to the cards that come back weeks later; and what facilitators do beside each other."""
import re
import time
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from lti_tool.coaching import Learner
from lti_tool.recall.memory import Memory

from .module_stage import RIGHT, WRONG, stage_module

pytestmark = pytest.mark.browser
LINK, HOME = "8", "1"
WEEKS = timedelta(weeks=3)


@pytest.fixture
def go_ahead(tool, monkeypatch):
    """Time goes by for the tool and for the platform that signs launches; browsers notice nothing."""
    def go(by):
        tool.app.extensions["clock"] = lambda: datetime.now(timezone.utc) + by
        monkeypatch.setattr("demo.platform.claims.time", SimpleNamespace(time=lambda: time.time() + by.total_seconds()))
    return go


def opened(meet, who, link=LINK):
    return meet(who).open(link, window=True)


def path_of(screen):
    return re.sub(r"^https?://[^/]+|[?#].*", "", screen.frame.url)


def make_empty_module(marja):
    marja.go("/courses/1/activities")
    marja.locator("input[name=start][value='module:']").check()
    marja.locator("#title-fi").fill("Kirjaamisen perusteet")
    marja.get_by_role("button", name="Luo luonnos").click()
    expect(marja.get_by_role("heading", level=1)).to_have_text("Kirjaamisen perusteet")
    return path_of(marja)


def add_step(marja, kind, title):
    """As far as its form."""
    adding = marja.locator("form[action$='/steps']")
    if not adding.is_visible():
        marja.get_by_text("Lisää kohta").click()
    adding.locator("[name=title-fi]").fill(title)
    adding.locator(f"[name=kind][value={kind}]").check()
    adding.get_by_role("button").first.click()
    expect(marja.get_by_role("heading", level=1)).to_have_text(title)


def write_question(marja):
    marja.locator("a[href*='/question?kind=single_choice']").click()
    marja.get_by_label("Kysymyksen nimi").fill("Havainto")
    marja.locator("[data-rich=text] [role=textbox]").click()
    marja.type("Mikä on havainto?")
    for place, (words, told, share) in enumerate(((RIGHT, "Juuri niin.", "100"), (WRONG, "Se on jo arvio.", "0"))):
        part = marja.locator(".part-list > li").nth(place)
        part.locator("input[name^=text-]").fill(words)
        part.locator("textarea[name^=feedback-]").fill(told)
        part.locator("select[name^=share-]").select_option(share)
    marja.get_by_role("button", name="Tallenna kysymys").last.click()
    expect(marja.locator("[role=status]", has_text="Tallennettu")).to_be_visible()


def write_module(marja):
    """Its address: a part with a page and a question, published and open."""
    path = make_empty_module(marja)
    marja.get_by_role("link", name="Muokkaa sisältöä").click()
    marja.locator("#new-unit-title-fi").fill("Havainto ja arvio")
    marja.get_by_role("button", name="Lisää osio").click()
    add_step(marja, "page", "Mitä havainto on")
    marja.get_by_role("textbox", name="Teksti · suomi").click()
    marja.type("Havainto on se, minkä näit tai kuulit.")
    marja.get_by_role("button", name="Tallenna kohta").click()
    add_step(marja, "question", "Mikä on havainto")
    write_question(marja)
    marja.go(f"{path}/writing")
    marja.get_by_role("button", name="Julkaise valmennus").click()
    marja.get_by_role("button", name="Avaa osallistujille").click()
    expect(marja.get_by_role("button", name="Avaa osallistujille")).to_have_count(0)
    return path


def answer(screen, words):
    screen.get_by_label(words).check()
    screen.get_by_role("button", name="Tarkista vastaukseni").click()


def begin(aino, path):
    aino.go(path)
    aino.get_by_role("button", name="Aloita valmennus").click()
    expect(aino.get_by_role("heading", level=1)).to_have_text("Mitä havainto on")


def read_page(aino):
    expect(aino.get_by_role("main")).to_contain_text("minkä näit tai kuulit")
    aino.get_by_role("button", name="Olen lukenut, jatka").click()


def test_from_an_empty_module_to_a_certificate_that_anybody_can_verify(meet, browser):
    marja = opened(meet, "marja", HOME)
    path = write_module(marja)
    aino = opened(meet, "aino", HOME)
    begin(aino, path)
    read_page(aino)
    answer(aino, WRONG)
    expect(aino.get_by_role("status").filter(has_text="Se on jo arvio.")).to_be_visible()
    expect(aino.get_by_role("link", name="Todistus")).to_be_visible()  # answered is done: nothing says how many have to be right
    aino.get_by_role("link", name="Vastaa uudelleen").click()
    answer(aino, RIGHT)
    expect(aino.get_by_role("status").filter(has_text="Juuri niin.")).to_be_visible()
    aino.go(path)
    aino.get_by_role("link", name="Todistus").click()
    aino.get_by_label("Nimi todistuksessa").fill("Aino S. Sarapuisto")
    aino.get_by_label("Todistuksen tarkistaja näkee nimeni").check()
    aino.get_by_role("button", name="Näytä todistus").click()
    expect(aino.get_by_role("article")).to_contain_text("Aino S. Sarapuisto")
    anybody = browser.new_context(locale="fi")
    page = anybody.new_page()
    page.goto(aino.get_by_role("article").get_by_role("link").get_attribute("href"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tämä todistus on aito")
    expect(page.get_by_role("main")).to_contain_text("Aino S. Sarapuisto")
    anybody.close()


def rate(screen, rating):
    """The card that is asked: its answer is looked at first."""
    form = screen.locator("form[action$='/reviews']")
    expect(form.locator("button").first).to_be_hidden()
    screen.locator("details:has(form[action$='/reviews']) > summary").click()
    form.locator(f"button[value={rating}]").click()


def test_what_was_learned_returns_three_weeks_later(meet, tool, go_ahead):
    module, somebody = stage_module(tool, "page", "question"), meet("aino")
    with tool.writing() as session:
        session.query(Memory).delete()  # of the demo's cards
    aino = somebody.open(LINK, window=True)
    begin(aino, module.path)
    read_page(aino)
    answer(aino, RIGHT)
    expect(aino.get_by_role("link", name="Todistus")).to_be_visible()
    aino.go("/courses/1")
    expect(aino.locator("form[action$='/reviews']")).to_have_count(0)
    aino.page.close()
    go_ahead(WEEKS)
    aino = somebody.open(HOME, window=True)
    expect(aino.get_by_role("article").filter(has_text="Mikä on havainto?").first).to_be_visible()
    rate(aino, "forgot")
    rate(aino, "knew")
    expect(aino.locator("form[action$='/reviews']")).to_have_count(0)
    asked = aino.locator("form[action*='/follow-ups/']").first
    asked.locator("textarea").fill("Kirjoitan havainnot ensin.")
    asked.locator("input[value=facilitators]").check()
    asked.locator("button:not([name])").click()
    expect(aino.get_by_role("article")).to_contain_text("Kirjoitan havainnot ensin.")
    marja = opened(meet, "marja", HOME)
    marja.go("/courses/1/recall/practice")
    expect(marja.get_by_role("main")).to_contain_text("Kirjoitan havainnot ensin.")


def test_who_looks_as_a_participant_leaves_no_trace(meet, tool):
    module, marja = stage_module(tool), opened(meet, "marja")
    marja.get_by_role("link", name="Katso osallistujana").click()
    expect(marja.get_by_role("main")).to_contain_text("mitään ei tallenneta")
    read_page(marja)
    marja.go(module.at("question"))
    answer(marja, WRONG)
    expect(marja.get_by_role("status").filter(has_text="Se on jo arvio.")).to_be_visible()
    marja.go(module.at("practice"))
    marja.get_by_label("Miten meni?").fill("Vain kokeilen")
    marja.get_by_role("button", name="Lähetä fasilitaattoreille").click()
    expect(marja.get_by_role("status").filter(has_text="Lähetetty")).to_be_visible()
    marja.go(f"{module.path}/learners")
    expect(marja.get_by_role("main")).not_to_contain_text("Vain kokeilen")
    with tool.writing() as session:
        assert not session.query(Learner).filter_by(module_id=module.id).count()


def test_two_facilitators_at_one_step_lose_no_word(meet, tool):
    module = stage_module(tool, "page")
    marja, otto = (opened(meet, who).go(f"/steps/{module.steps['page']}") for who in ("marja", "otto"))
    marja.locator("#title-fi").fill("Marjan nimi")
    marja.get_by_role("button", name="Tallenna kohta").click()
    expect(marja.get_by_role("link", name="Marjan nimi")).to_be_visible()
    editor = otto.get_by_role("textbox", name="Teksti · suomi")
    editor.click()
    otto.press("Control+End")
    otto.type(" Oton lisäys.")
    otto.get_by_role("button", name="Tallenna kohta").click()
    both = otto.get_by_role("dialog")
    expect(both).to_contain_text("Marjan nimi")
    mine = both.get_by_role("textbox", name="Teksti · suomi")
    expect(mine).to_contain_text("Oton lisäys.")
    mine.click()
    otto.press("Control+Home")
    otto.type("Molempien. ")
    both.get_by_role("button", name="Tallenna kohta").click()
    expect(otto.get_by_role("link", name="Marjan nimi")).to_be_visible()
    otto.go(f"/steps/{module.steps['page']}")
    expect(otto.locator("#title-fi")).to_have_value("Marjan nimi")
    expect(editor).to_contain_text("Molempien.")
    expect(editor).to_contain_text("Oton lisäys.")
