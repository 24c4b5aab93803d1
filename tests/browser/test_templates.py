"""Choosing a template, by keyboard alone; bringing a board along and back; with a real browser's files."""
import json
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
HOME_LINK = "1"


def new_activity(screen):
    screen.page.goto(re.sub(r"(/courses/\d+).*", r"\1/activities", screen.page.url))
    return screen.page


def test_a_template_is_chosen_by_keyboard(meet):
    page = new_activity(meet("marja").open(HOME_LINK, window=True))
    page.locator("input[name=start]").first.focus()
    for _step in range(7):  # four workshops come first
        page.keyboard.press("ArrowDown")
    chosen = page.locator("input[name=start]:checked")
    expect(chosen).to_be_focused()
    name = chosen.get_attribute("value")
    assert name == "learning_cafe"
    page.keyboard.press("Tab")
    page.keyboard.type("Kevään kahvila")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Kevään kahvila")
    expect(page.locator(".column")).to_have_count(4)


def test_three_clicks_and_a_title_lead_to_an_open_workshop(meet):
    page = meet("marja").open(HOME_LINK, window=True).page
    page.goto(re.sub(r"(/courses/\d+).*", r"\1", page.url))
    page.locator("main a[href$='/activities']").first.click()
    page.locator(".start", has_text="Verkoston työpaja").click()
    page.locator(".naming #title-fi").fill("Kevään työpaja")
    page.locator(".naming button[name=open]").click()
    expect(page.locator("h1")).to_have_text("Kevään työpaja")
    expect(page.locator("#bar")).to_have_attribute("data-state", "open")
    expect(page.locator(".path li")).to_have_count(9)


def test_a_phase_gets_its_words_a_column_and_a_material_without_leaving_its_page(meet, board):
    page = meet("marja").open(board.link, window=True).page
    page.goto(page.url + "/phases")
    page.locator("input[name=kind][value=voting]").check()
    page.locator("form[action$='/phases'] #title-fi").fill("Äänestys")
    page.locator("form[action$='/phases'] .primary").click()
    expect(page.locator("h1")).to_have_text("Äänestys")
    phase = page.url
    page.locator("#columns a[data-dialog]").click()
    page.locator("#dialog #title-fi").fill("Valitut")
    page.locator("#dialog .primary").click()
    expect(page.locator("#columns h3")).to_have_text(["Valitut"])
    page.locator("#called-fi").fill("Opas")
    page.locator("#material-url").fill("https://example.fi/opas")
    page.locator("form[action$='/materials'] .primary").click()
    expect(page.locator("#materials h3")).to_have_text(["Opas"])
    page.locator("#votes_each").fill("99")
    page.locator("form[action*='/phases/'] .primary").first.click()
    expect(page.locator("[data-refusal] > *").first).to_be_visible()
    expect(page.locator("#votes_each")).to_have_value("99")
    assert page.url.partition("#")[0] == phase


def test_a_card_is_chosen_by_a_click_anywhere_on_it(meet):
    page = new_activity(meet("marja").open(HOME_LINK, window=True))
    page.locator(".start", has_text="SWOT").locator("svg").click()
    page.locator(".naming .primary").click()
    expect(page.locator("h1")).to_have_text("Nelikenttä (SWOT)")


def test_a_board_is_saved_and_brought_back(meet, board, tmp_path):
    page = meet("marja").open(board.link, window=True).page
    page.goto(page.url + "/export")
    with page.expect_download() as waiting:
        page.locator("button[formaction$='.json']").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "Oma-taulu.json" and json.loads(file.read_text(encoding="utf-8"))["exported"]["notes"] == 1
    page.goto(re.sub(r"/boards/.*", "/courses/1/activities", page.url))
    page.locator("#file-board").set_input_files(file)
    page.locator("form[enctype]:has(#file-board) button").click()
    page.locator("main .primary").click()
    expect(page.locator(".note .text")).to_have_text("Kirjaamiskahvit perjantaisin")
    expect(page.locator(".note[data-mine]")).to_have_count(0)


def test_an_act_of_saving_as_a_template_leads_to_the_templates(meet, board):
    screen = meet("marja").open(board.link, window=True)
    screen.page.locator(".tools > details.menu > summary").first.click()
    screen.page.locator("a[data-dialog][href$='/template']").click()
    screen.page.locator("#dialog #title-fi").fill("Meidän tapamme")
    screen.page.locator("#dialog .primary").click()
    expect(screen.page.locator("article h3")).to_have_text(["Meidän tapamme"])
