"""The picker in the platform's dialog: what is offered, what is made, and what is refused with everything still in its place."""
import pytest

from tests.support.bulk import many_boards
from tests.support.cast import AINO, MARJA
from tests.support.deep_linking import answer_in, choose, opened_link, question, with_grades
from tests.support.page import words_of
from tests.support.platform import MISSING

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def marja(board, enter):
    """On the picker."""
    return enter(MARJA._replace(locale="en"), **with_grades())


def offered(page) -> list[str]:
    return [field.get("value") for field in page.all("input", name="choose")]


def test_home_what_there_is_and_templates_are_offered(marja, board):
    page = marja.open(marja.address)
    keys = offered(page)
    assert keys[:2] == ["home", f"activity-{board.id}"] and "new-board-" in keys
    assert len([key for key in keys if key.startswith("new-board-")]) > 3
    assert {field.get("type") for field in page.all("input", name="choose")} == {"checkbox"}
    assert not page.all("header"), "nothing leads away from the dialog"


def test_what_begins_empty_is_told_of_by_what_it_is(marja, board):
    page = marja.open(marja.address)
    said = {words_of(label) for label in page.all("label") if "Empty " in words_of(label)}
    assert {"Empty board Notes in columns", "Empty wall Posts that people share, and answers to them"} <= said and any(words.startswith("Empty module Steps") for words in said)


def test_a_platform_that_takes_one_link_gets_one(board, enter):
    for accept_multiple in (False, MISSING, "yes"):
        marja = enter(MARJA, **question(accept_multiple=accept_multiple))
        page = marja.open(marja.address)
        assert {field.get("type") for field in page.all("input", name="choose")} == {"radio"}
        assert choose(marja, "home", f"activity-{board.id}").status == 422
        assert len(answer_in(choose(marja, f"activity-{board.id}"), marja).items) == 1


def test_drafts_are_marked_and_what_is_archived_or_deleted_is_not_offered(marja, board):
    board.set_state("draft")
    card = next(label for label in marja.open(marja.address).all("label") if "Rakenteinen" in words_of(label))
    assert "Draft" in words_of(card)
    board.set_state("archived")
    assert f"activity-{board.id}" not in offered(marja.open(marja.address))
    board.set_state("open")
    board.marja.post(f"{board.activity}/deletion")
    assert f"activity-{board.id}" not in offered(marja.open(marja.address))
    assert choose(marja, f"activity-{board.id}").status == 422


def test_what_is_new_is_made_under_its_title_as_a_draft(marja, board, enter):
    item, = answer_in(choose(marja, "new-board-", **{"title-new-board-": "Työpaja 6: <b>kirjaan</b> & jaan"}), marja).items
    assert item["title"] == "Työpaja 6: <b>kirjaan</b> & jaan"
    aino = opened_link(enter, AINO._replace(locale="en"), item, "l8")
    assert aino.address.startswith("/placements/") and "Not ready yet" in aino.open(aino.address).text
    opened = opened_link(enter, MARJA, item, "l8")
    page = opened.open(opened.address)
    assert "Työpaja 6: <b>kirjaan</b> & jaan" in page.text and page.one("bar").get("data-state") == "draft"


def test_what_is_new_can_be_opened_at_once(marja, board, enter):
    item, = answer_in(choose(marja, "new-board-", **{"title-new-board-": "Heti auki", "open": "yes"}), marja).items
    assert opened_link(enter, AINO, item, "l8").address.startswith("/boards/")


def test_a_template_keeps_its_titles_in_both_languages_unless_it_gets_one_of_its_own(marja, board, enter):
    page = marja.open(marja.address)
    keys = [key for key in offered(page) if key.startswith("new-board-") and key != "new-board-"][:2]
    title = page.all("input", name=f"title-{keys[0]}")[0].get("value")
    kept, own = answer_in(choose(marja, *keys, **{f"title-{keys[0]}": title, f"title-{keys[1]}": "Oma nimi"}), marja).items
    assert (kept["title"], own["title"]) == (title, "Oma nimi")
    assert kept["text"] and len(kept["text"]) <= 300, "what it is for, as the platform shows it"
    swedish = MARJA._replace(locale="sv")
    first, second = (opened_link(enter, swedish, item, f"l8{place}") for place, item in enumerate((kept, own)))
    assert title not in first.open(first.address).text, "it has its Swedish title"
    assert "Oma nimi" in second.open(second.address).text


def test_several_are_made_at_once(marja, board):
    keys = [key for key in offered(marja.open(marja.address)) if key.startswith("new-board-") and key != "new-board-"][:3]
    items = answer_in(choose(marja, "home", f"activity-{board.id}", *keys), marja).items
    assert len(items) == 5 and len({item["custom"]["opens"] for item in items}) == 5
    assert len(marja.open(board.home).numbers("activity")) == 4


def test_thirty_are_chosen_at_once(app, marja, board):
    many_boards(app, board, 30)
    keys = [key for key in offered(marja.open(marja.address)) if key.startswith("activity-")]
    assert len(keys) == 31
    items = answer_in(choose(marja, *keys), marja).items
    assert [item["custom"]["opens"] for item in items] == keys


def test_what_cannot_be_taken_is_said_and_everything_stays_as_it_was(marja, board):
    other = f"activity-{board.id}"
    for fields, sentence in (({f"points-{other}": "0"}, "from 1 to 100"), ({f"points-{other}": "101"}, "from 1 to 100"), ({f"points-{other}": "²"}, "from 1 to 100"),
                             ({f"points-{other}": ""}, "from 1 to 100"), ({"title-new-board-": ""}, "no title"), ({"title-new-board-": "x" * 121}, "too long")):
        fields = {"title-new-board-": "Uusi taulu", f"points-{other}": "40", "title-home": "Kaikki yhdessä", **fields}
        page = choose(marja, other, "new-board-", "home", **{f"graded-{other}": "yes", "open": "yes", **fields})
        assert page.status == 422 and sentence in page.text, page.text
        assert [field.get("value") for field in page.all("input", name="choose") if field.get("checked") is not None] == ["home", other, "new-board-"]
        values = page.form(marja.address)
        page_values = {field.get("name"): field.get("value") for field in page.all("input") if field.get("name", "").startswith(("title-", "points-"))}
        assert all(page_values[name] == value for name, value in fields.items())
        assert values.values["op"] and page.all("input", name="open")[0].get("checked") is not None
        assert len(page.all(aria_invalid="true")) == 1
    assert len(marja.open(board.home).numbers("activity")) == 1, "nothing was made"
    assert len(answer_in(choose(marja, "home"), marja).items) == 1, "and the question is still open"


def test_nothing_chosen_is_said(marja, board):
    page = choose(marja)
    assert page.status == 422 and "Choose what the link is to open." in page.text


@pytest.mark.every_case
@pytest.mark.parametrize("key", ["activity-0", "activity-999999", "activity-" + "9" * 40, "new-board-nothing", "new-wall-", "Home", "../home", "<script>"])
def test_what_is_not_offered_is_not_taken(key, marja, board):
    assert choose(marja, "home", key).status == 422
    assert len(marja.open(board.home).numbers("activity")) == 1


def test_nothing_of_another_course_is_offered_or_taken(board, enter):
    pekka = enter(MARJA._replace(sub="user-22", course="perehdytys"), **question())
    assert not [key for key in offered(pekka.open(pekka.address)) if key.startswith("activity-")]
    assert choose(pekka, f"activity-{board.id}").status == 422


def test_a_client_s_data_in_a_title_is_asked_about(marja, board):
    page = choose(marja, "new-board-", **{"title-new-board-": "Asiakas 131052-308T"})
    assert page.status == 422 and "131052-308T" in page.text
    assert len(marja.open(board.home).numbers("activity")) == 1


def test_titles_with_markup_stay_text(board, enter):
    board.marja.post(board.activity, **{"title-fi": "</label><script>alert(1)</script>"})
    marja = enter(MARJA, **question())
    page = marja.open(marja.address)
    assert "</label><script>alert(1)</script>" in page.text and "<script>alert" not in page.html


@pytest.mark.parametrize(("language", "words"), [("fi-FI", "lang=\"fi\""), ("sv", "lang=\"sv\""), ("en", "lang=\"en\"")])
def test_the_dialog_speaks_the_person_s_language(language, words, board, enter):
    marja = enter(MARJA._replace(locale=language), **question())
    assert f"<html {words}" in marja.open(marja.address).html


def test_a_course_with_many_boards_offers_to_find_one(app, marja, board):
    assert not marja.open(marja.address).all("input", type="search")
    many_boards(app, board, 8)
    page = marja.open(marja.address)
    assert len(page.all("input", type="search")) == 1
