"""A workshop in the outline, as it is read aloud: everything is found by headings, lists, named places and what is told; for participants without script, too."""
import re

import pytest
from playwright.sync_api import expect

from lti_tool.boards import Board
from lti_tool.boards.layout import Layout
from lti_tool.boards.note import add_note
from lti_tool.feedback.form import make_form
from lti_tool.workshops.group import make_groups
from lti_tool.workshops.presenting import call_to, present_note
from tests.support.browser import posts

from .test_workshop import PHASES

pytestmark = pytest.mark.browser
BEFORE, _INTRODUCTION, TALK, VOTE, _SUMMARY, FEEDBACK = range(len(PHASES))


@pytest.fixture
def board(tool):
    return tool.stage_board(Layout(PHASES, made_as_workshop=True))


def headings(screen) -> list[tuple[int, str]]:
    """[(level, words), ...] as they are read, one after another; none is skipped."""
    found = screen.get_by_role("heading").evaluate_all("all => all.map(h => [Number(h.tagName[1]), h.textContent.replace(/\\s+/g, ' ').trim()])")
    levels = [level for level, _words in found]
    assert levels[:1] == [1] and all(words for _level, words in found), found
    assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False)), found
    return [tuple(heading) for heading in found]


def told(screen, words):
    expect(screen.get_by_role("status").filter(has_text=words)).to_have_count(1)


def place(screen, name):
    """A column, by the name that is read when one comes to it."""
    return screen.get_by_role("main").get_by_role("region", name=name, exact=True)


def item(screen, column, text):
    """A note: an item of its column's list."""
    return place(screen, column).get_by_role("list").get_by_role("listitem").filter(has_text=text)


def press(screen, button):
    with posts(screen):
        button.press("Enter")


def test_both_sides_find_everything_and_are_told_what_changes(board, meet):
    marja, aino = (meet(who).open(board.link, window=True).go(f"{board.path}?view=outline") for who in ("marja", "aino"))
    for screen in (marja, aino):
        assert headings(screen) == [(1, "Oma taulu"), (2, "Vaihe 1/6 · Ennakkotehtävä"), (2, "Ajatuksia")]

    # The pre-assignment
    place(aino, "Ajatuksia").get_by_role("button", name="Lisää lappu").press("Enter")
    place(aino, "Ajatuksia").get_by_role("textbox", name="Uusi lappu sarakkeeseen ”Ajatuksia”").type("Jaan tämän")
    with posts(aino):
        aino.press("Enter")
    told(aino, "Lähetetty sarakkeeseen ”Ajatuksia”")
    expect(item(aino, "Ajatuksia", "Jaan tämän")).to_have_count(1)
    expect(item(marja, "Ajatuksia", "Jaan tämän")).to_have_count(0)
    press(aino, aino.get_by_role("button", name="Ennakkotehtäväni on tehty", pressed=False))
    expect(aino.get_by_role("button", name="Ennakkotehtäväni on tehty", pressed=True)).to_have_count(1)

    # Another phase
    path = marja.get_by_role("navigation", name="Työpajan vaiheet").get_by_role("list")
    expect(path.get_by_role("listitem")).to_have_count(len(PHASES))
    press(marja, path.get_by_role("button", name="Siirry vaiheeseen: Ryhmäkeskustelu"))
    expect(path.get_by_role("listitem").locator("[aria-current=step]")).to_have_text("3Ryhmäkeskustelu")
    for screen in (marja, aino):
        told(screen, "Vaihe 3/6 · Ryhmäkeskustelu")
        expect(place(screen, "Yhteistä")).to_have_count(1)
        assert headings(screen) == [(1, "Oma taulu"), (2, "Vaihe 3/6 · Ryhmäkeskustelu"), (2, "Yhteistä")]

    # The facilitator's tools
    leading = marja.get_by_role("group", name="Taulun ohjaaminen")
    press(marja, leading.get_by_role("button", name="Keskeytä kirjoittaminen", pressed=False))
    told(aino, "Kirjoittaminen on keskeytetty")
    press(marja, leading.get_by_role("button", name="Keskeytä kirjoittaminen", pressed=True))
    told(aino, "Kirjoittaminen jatkuu")
    marja.get_by_role("main").get_by_role("spinbutton", name="Minuutit").fill("7")
    press(marja, marja.get_by_role("button", name="Käynnistä ajastin"))
    told(aino, re.compile(r"\d\.\d\d"))
    expect(aino.get_by_role("timer")).to_have_count(1)

    # Groups
    marja.go(f"{board.path}/groups")
    assert headings(marja)[0] == (1, "Ryhmät")
    marja.get_by_role("group", name="Miten osallistujat jaetaan").get_by_role("radio", name="Satunnaisesti").check()
    marja.get_by_role("button", name="Tee ryhmät").press("Enter")
    expect(marja.get_by_role("heading", name="Ryhmä 2")).to_have_count(1)
    assert [(level, words[:7]) for level, words in headings(marja)][:3] == [(1, "Ryhmät"), (2, "Ryhmä 1"), (2, "Ryhmä 2")]
    marja.go(f"{board.path}?view=outline")
    told(aino, "Ryhmäsi: Ryhmä")
    group = headings(aino)[-1][1]
    assert headings(aino)[-2:] == [(2, "Yhteistä"), (2, group)] and headings(marja)[-2:] == [(2, "Ryhmä 1"), (2, "Ryhmä 2")]

    # A note that everybody is shown, and a place where everybody is asked to come
    place(aino, group).get_by_role("button", name="Lisää lappu").press("Enter")
    aino.type("Kirjaamiskahvit")
    with posts(aino):
        aino.press("Enter")
    expect(item(marja, group, "Kirjaamiskahvit")).to_have_count(1)
    press(marja, item(marja, group, "Kirjaamiskahvit").get_by_role("button", name="Nosta kaikkien nähtäväksi"))
    told(aino, "Kaikkien nähtävänä Kirjaamiskahvit")
    aino.get_by_role("link", name="Näytä taululla").press("Enter")
    expect(item(aino, group, "Kirjaamiskahvit")).to_be_focused()
    press(marja, place(marja, "Yhteistä").get_by_role("button", name="Pyydä kaikki tänne"))
    told(aino, re.compile("Fasilitaattorit pyytävät kaikkia .*Yhteistä"))
    aino.get_by_role("link", name="Siirry sinne").press("Enter")
    expect(place(aino, "Yhteistä")).to_be_focused()

    # A hand
    press(aino, aino.get_by_role("button", name="Nosta käsi"))
    told(marja, "Käsi ylhäällä: 1")

    # The vote
    press(marja, path.get_by_role("button", name="Siirry vaiheeseen: Äänestys"))
    leading.get_by_role("link", name="Äänestys …").press("Enter")
    press(marja, marja.get_by_role("dialog", name="Äänestys").get_by_role("button", name="Aloita äänestys"))
    told(aino, "Äänestys on auki")
    press(aino, item(aino, group, "Kirjaamiskahvit").get_by_role("button", name="Äänestä"))
    told(aino, "Ääniä jäljellä: 1")
    press(marja, leading.get_by_role("button", name="Näytä äänet", pressed=False))
    told(aino, "Äänet ovat nyt näkyvissä")
    expect(item(aino, group, "Kirjaamiskahvit")).to_contain_text(re.compile(r"Ääniä: *1"))

    # The summary, and what people say of it all
    press(marja, path.get_by_role("button", name="Siirry vaiheeseen: Yhteenveto"))
    marja.get_by_role("button", name="Tee yhteenveto").press("Enter")
    marja.get_by_role("button", name="Julkaise yhteenveto").press("Enter")
    told(aino, "Yhteenveto on julkaistu")
    aino.get_by_role("main").get_by_role("link", name="Yhteenveto on julkaistu").press("Enter")
    expect(aino.get_by_role("article")).to_contain_text("Kirjaamiskahvit")
    headings(aino)
    marja.go(f"{board.path}?view=outline")
    aino.go(f"{board.path}?view=outline")
    press(marja, path.get_by_role("button", name="Siirry vaiheeseen: Palaute"))
    marja.get_by_role("button", name="Pyydä palautetta").press("Enter")
    marja.get_by_role("button", name="Avaa lomake").press("Enter")
    told(aino, "Anna palautetta")
    aino.get_by_role("link", name="Anna palautetta").press("Enter")
    aino.get_by_role("group", name="Kuinka hyödyllinen tämä oli?").get_by_role("radio", name="5 Erinomainen").check()
    headings(aino)
    aino.get_by_role("button", name="Lähetä vastaukseni").press("Enter")
    told(aino, "Kiitos, vastauksesi ovat perillä")


def test_a_participant_takes_part_without_script(board, tool, enter_without_script):
    def shown(phase):
        with tool.writing() as session:
            kept = session.get(Board, board.id)
            kept.show_phase(kept.phases[phase])
            if phase == TALK:
                make_groups(kept, "random", 2, only_here=False)
                note = add_note(kept.columns_on_paper()[0], "Kirjaamiskahvit", "sun", "fi", by=None)
                session.flush()
                present_note(kept, note)
                call_to(kept, kept.columns_on_paper()[0])
            if phase == VOTE:
                kept.phase.voting_open = True
            if phase == FEEDBACK:
                make_form(kept.course, kept.title, activity_id=kept.id, phase_id=kept.phase.id).open()
        aino.go(f"{board.path}?view=outline")
        assert headings(aino)[:2] == [(1, "Oma taulu"), (2, f"Vaihe {phase + 1}/6 · {PHASES[phase].title.best('fi')}")]

    aino = enter_without_script("aino", board.link)
    shown(BEFORE)
    place(aino, "Ajatuksia").get_by_role("textbox", name="Uusi lappu sarakkeeseen ”Ajatuksia”").fill("Jaan tämän")
    place(aino, "Ajatuksia").get_by_role("button", name="Lähetä").press("Enter")
    expect(item(aino, "Ajatuksia", "Jaan tämän")).to_have_count(1)
    aino.get_by_role("button", name="Ennakkotehtäväni on tehty", pressed=False).press("Enter")
    expect(aino.get_by_role("button", name="Ennakkotehtäväni on tehty", pressed=True)).to_have_count(1)

    shown(TALK)
    assert [words for _level, words in headings(aino)[2:]] == ["Yhteistä", "Ryhmä 1", "Ryhmä 2"]
    expect(aino.get_by_role("main")).to_contain_text("Kaikkien nähtävänä Kirjaamiskahvit")
    aino.get_by_role("link", name="Näytä taululla").press("Enter")
    expect(item(aino, "Yhteistä", "Kirjaamiskahvit")).to_be_in_viewport()
    aino.get_by_role("link", name="Siirry sinne").press("Enter")
    expect(place(aino, "Yhteistä").get_by_role("heading", level=2)).to_be_in_viewport()
    aino.get_by_role("button", name="Nosta käsi").press("Enter")
    expect(aino.get_by_role("button", name="Nosta käsi", pressed=True)).to_have_count(1)

    shown(VOTE)
    item(aino, "Yhteistä", "Kirjaamiskahvit").get_by_role("button", name="Äänestä").press("Enter")
    expect(item(aino, "Yhteistä", "Kirjaamiskahvit").get_by_role("button", name="Äänesi")).to_have_count(1)

    shown(FEEDBACK)
    aino.get_by_role("main").get_by_role("link", name="Anna palautetta").press("Enter")
    aino.get_by_role("group", name="Kuinka hyödyllinen tämä oli?").get_by_role("radio", name="5 Erinomainen").check()
    headings(aino)
    aino.get_by_role("button", name="Lähetä vastaukseni").press("Enter")
    expect(aino.get_by_role("status").filter(has_text="Kiitos, vastauksesi ovat perillä")).to_have_count(1)
