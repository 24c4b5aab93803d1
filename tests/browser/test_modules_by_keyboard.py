"""A learner's way through a module with keys alone: reading, answering, putting in order, a case, and writing."""
import re

import pytest
from playwright.sync_api import expect

from tests.support.keyboard import Keys

from .module_stage import CHOICE, IN_ORDER, RIGHT, WHAT_COMES, stage_module

pytestmark = pytest.mark.browser


def put_in_order(keys, screen):
    """With the buttons of each: the focus stays with what is moved."""
    for place, words in enumerate(IN_ORDER):
        standing = screen.locator("[data-part] .words")
        while (at := standing.all_text_contents().index(words)) > place:
            keys.act("button", f"Aikaisemmaksi: {words}")
            expect(standing.nth(at - 1)).to_have_text(words)
            keys.is_somewhere()


def test_a_module_is_gone_through_with_keys_alone(meet, tool):
    module = stage_module(tool, "page", "question", "ordering", "scenario", "reflection", "practice", "self_assessment")
    aino = meet("aino").open("8", window=True)
    keys, status = Keys(aino), aino.get_by_role("status")
    keys.act("button", "Aloita valmennus")
    keys.act("summary", "Videon puhe tekstinä")
    expect(aino.get_by_text("Videolla luetaan kirjaus.")).to_be_visible()
    keys.act("button", "Olen lukenut, jatka")
    keys.pick(RIGHT)
    keys.act("button", "Tarkista vastaukseni")
    expect(status.filter(has_text="Juuri niin.")).to_be_visible()
    keys.act("link", "Mikä tulee ensin")
    expect(aino.get_by_role("heading", level=1)).to_have_text("Mikä tulee ensin")
    put_in_order(keys, aino)
    keys.act("button", "Tarkista vastaukseni")
    expect(status.filter(has_text=re.compile(r"^\s*Oikein"))).to_be_visible()
    keys.act("link", "Hiljainen käynti")
    keys.pick(CHOICE)
    keys.act("button", "Valitse tämä")
    expect(status.filter(has_text=WHAT_COMES)).to_be_visible()
    keys.act("radio", "Luen kirjauksen ääneen", "Space")
    keys.act("button", "Valitse tämä")
    expect(status.filter(has_text="Asiakas korjaa")).to_be_visible()
    keys.act("link", "Oma tapasi")
    keys.to("textbox", "Mitä ajattelet?")
    keys.type("Kirjoitan havainnot ensin.")
    keys.act("button", "Tallenna ja jatka")
    keys.to("textbox", "Miten meni?")
    keys.type("Hyvin meni.")
    keys.act("button", "Lähetä fasilitaattoreille")
    expect(status.filter(has_text="Lähetetty")).to_be_visible()
    keys.act("link", "Miten on nyt")
    keys.pick("4")
    keys.act("button", "Tallenna vastaukseni")
    keys.act("link", "Todistus")
    keys.act("button", "Näytä todistus")
    expect(aino.get_by_role("article")).to_contain_text("Oma valmennus")


def test_an_author_orders_a_module_with_keys_alone(meet, tool):
    module = stage_module(tool)
    marja = meet("marja").open("8", window=True).go(f"{module.path}/writing")
    keys, steps = Keys(marja), marja.locator(".steps-of-unit h3")
    first, second = steps.all_text_contents()[:2]
    keys.act("summary", f"Toiminnot {first}")
    keys.act("button", f"Siirrä myöhemmäksi {first}")
    expect(steps.first).to_have_text(second)
    expect(marja.locator("summary", has_text=f"Toiminnot {first}")).to_be_focused()
    keys.act("button", "Sulje")
    keys.act("summary", f"Toiminnot {first}")
    keys.act("link", f"Siirrä … {first}")
    expect(marja.locator("#move-unit")).to_be_visible()
    keys.walk_to(marja.locator("#move-unit"), "the parts", 10)
    keys.press("ArrowDown")
    expect(marja.locator("#move-after option").last).to_have_text(re.compile(steps.last.text_content()))
    keys.act("button", "Siirrä tähän")
    expect(steps.last).to_have_text(first)
    expect(marja.locator("#status")).to_contain_text("Omassa työssä")
    keys.is_somewhere()
    keys.act("button", "Kumoa")
    expect(steps.nth(1)).to_have_text(first)
    keys.is_somewhere()
