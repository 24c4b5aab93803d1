"""Modules as plain forms: going through one, and writing one."""
import pytest
from playwright.sync_api import expect

from .module_stage import RIGHT, stage_module

pytestmark = pytest.mark.browser


def test_a_module_is_gone_through(enter_without_script, tool):
    module = stage_module(tool, "page", "question", "ordering", "reflection", "practice")
    aino = enter_without_script("aino", "8")
    aino.get_by_role("button", name="Aloita valmennus").click()
    aino.get_by_role("button", name="Olen lukenut, jatka").click()
    aino.get_by_role("button", name="Tarkista vastaukseni").click()
    expect(aino.get_by_role("heading", level=1)).not_to_have_text("Mikä on havainto")  # nothing was chosen: a page says so
    aino.page.go_back()
    aino.get_by_label(RIGHT).check()
    aino.get_by_role("button", name="Tarkista vastaukseni").click()
    expect(aino.get_by_role("status").filter(has_text="Juuri niin.")).to_be_visible()
    aino.go(module.at("ordering"))
    second = aino.locator("[data-part] .words").nth(1).text_content()
    aino.get_by_role("button", name=f"Aikaisemmaksi: {second}").click()
    expect(aino.locator("[data-part] .words").first).to_have_text(second)
    aino.go(module.at("reflection"))
    aino.get_by_label("Mitä ajattelet?").fill("Kirjoitan havainnot ensin.")
    aino.get_by_role("button", name="Tallenna ja jatka").click()
    aino.get_by_label("Miten meni?").fill("Hyvin meni.")
    aino.get_by_role("button", name="Lähetä fasilitaattoreille").click()
    expect(aino.get_by_role("status").filter(has_text="Lähetetty")).to_be_visible()
    aino.go(module.at("reflection"))
    expect(aino.get_by_label("Mitä ajattelet?")).to_have_value("Kirjoitan havainnot ensin.")


def test_a_step_and_a_question_are_written(enter_without_script, tool):
    module = stage_module(tool, "page")
    marja = enter_without_script("marja", "8")
    marja.go(f"/steps/{module.steps['page']}")
    marja.get_by_label("Teksti · suomi").fill("## Aluksi\n\nHavainto on se, minkä näit.")
    marja.get_by_role("button", name="Tallenna ja jatka tässä").click()
    expect(marja.get_by_role("status").filter(has_text="Tallennettu")).to_be_visible()
    marja.go(f"{module.path}/steps/{module.steps['page']}?draft=yes")
    expect(marja.get_by_role("heading", name="Aluksi")).to_be_visible()
    marja.go(f"{module.path}/writing")
    marja.get_by_text("Lisää kohta").click()
    adding = marja.locator("form[action$='/steps']")
    adding.locator("[name=title-fi]").fill("Mikä on havainto")
    adding.locator("[name=kind][value=question]").check()
    adding.get_by_role("button").first.click()
    marja.locator("a[href*='/question?kind=multiple_choice']").click()
    marja.get_by_label("Kysymyksen nimi").fill("Havainto")
    marja.locator("textarea[name=text]").fill("Mitkä ovat havaintoja?")
    parts = marja.locator(".part-list > li")
    standing = parts.count()
    marja.get_by_role("button", name="Lisää vastaus").click()
    expect(parts).to_have_count(standing + 1)
    expect(marja.locator("textarea[name=text]")).to_have_value("Mitkä ovat havaintoja?")
    for place in range(standing + 1):
        parts.nth(place).locator("input[name^=text-]").fill(f"Havainto {place}")
    marja.get_by_role("button", name="Tallenna kysymys").last.click()
    expect(marja.get_by_role("alert")).to_be_visible()  # none of them is right yet
    expect(parts.nth(standing).locator("input[name^=text-]")).to_have_value(f"Havainto {standing}")
    parts.nth(standing).locator("input[name^=share-]").check()
    marja.get_by_role("button", name="Tallenna kysymys").last.click()
    expect(marja.get_by_role("status").filter(has_text="Tallennettu")).to_be_visible()
