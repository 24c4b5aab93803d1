"""Activities: making, naming, ordering, opening and closing, copying, deleting, restoring, purging."""
import pytest

from lti_tool.db.chores import do_chores
from tests.support.cast import AINO, EEVA
from tests.support.page import heading_of
from tests.support.scene import address, routes


def titles(visitor, board) -> list[str]:
    """What the home shows, in its order."""
    return [heading_of(card) for card in visitor.open(board.home).all("article", id=True) if card.get("id").startswith("activity-")]


def make(board, title="Toinen", **versions) -> int:
    made = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": title, **versions})
    assert made.status == 303
    return int(made.leads_to.rpartition("/")[2])


def opened(board, title) -> int:
    number = make(board, title)
    board.marja.post(f"/activities/{number}/state", state="open")
    return number


def test_a_new_activity_is_a_draft_that_only_facilitators_see(board, enter):
    aino, draft = enter(AINO), make(board)
    assert "Toinen" in titles(board.marja, board)
    assert "Toinen" not in titles(aino, board)
    assert aino.open(f"/boards/{draft}").status == aino.open(f"/activities/{draft}").status == 404
    board.marja.post(f"/activities/{draft}/state", state="open")
    assert "Toinen" in titles(aino, board)
    assert aino.open(f"/boards/{draft}").status == 200


@pytest.mark.parametrize("form", [{}, {"kind": "board"}, {"kind": "board", "title-fi": " \n "}, {"kind": "nothing", "title-fi": "x"}, {"title-fi": "x"},
                                  {"kind": "board", "title-fi": "Ä" * 121}, {"kind": "board", "title-de": "x"}])
def test_an_activity_needs_a_kind_and_a_title_of_a_suitable_length(board, form):
    before = titles(board.marja, board)
    assert board.marja.post(f"{board.home}/activities", **form).status == 422
    assert titles(board.marja, board) == before


def test_a_title_of_120_characters_is_taken_whole(board):
    make(board, "Ä" * 120)
    assert "Ä" * 120 in titles(board.marja, board)


def test_a_title_that_is_refused_is_not_lost(board):
    refused = board.marja.post(f"{board.home}/activities", **{"kind": "board", "title-fi": "Ä" * 121, "title-sv": "Kort"})
    assert {"Ä" * 121, "Kort"} <= set(refused.typed)


def test_an_activity_is_renamed_by_its_page(board):
    marja = board.marja
    form = marja.open(f"{board.activity}/title").form(board.activity)
    assert form.values["title-fi"] == "Rakenteinen kirjaaminen"
    marja.press(marja.open(f"{board.activity}/title"), board.activity, **{"title-fi": "Uusi <nimi> & muuta"})
    assert titles(marja, board) == ["Uusi <nimi> & muuta"]
    assert marja.post(board.activity, **{"title-fi": "", "title-sv": ""}).status == 422


def test_facilitators_order_activities(board, enter):
    marja, aino = board.marja, enter(AINO)
    second, third = opened(board, "Toinen"), opened(board, "Kolmas")
    first = titles(aino, board)[0]
    assert titles(aino, board) == [first, "Toinen", "Kolmas"]
    marja.post(f"/activities/{third}/position", after="")
    assert titles(aino, board) == ["Kolmas", first, "Toinen"]
    marja.post(f"/activities/{third}/position", after=second)
    assert titles(aino, board) == [first, "Toinen", "Kolmas"]
    marja.post(f"/activities/{third}/position", after=board.id)
    assert titles(aino, board) == [first, "Kolmas", "Toinen"]
    assert aino.post(f"/activities/{third}/position", after="").status == 403


def test_the_buttons_of_the_home_move_a_card_by_one_place(board):
    marja = board.marja
    second, third = opened(board, "Toinen"), opened(board, "Kolmas")
    first = titles(marja, board)[0]
    marja.press(marja.open(board.home), f"/activities/{third}/position")  # its only one: earlier
    assert titles(marja, board) == [first, "Kolmas", "Toinen"]
    marja.press(marja.open(board.home), f"/activities/{board.id}/position")  # its only one: later
    assert titles(marja, board) == ["Kolmas", first, "Toinen"]
    marja.press(marja.open(board.home), f"/activities/{second}/position")
    assert titles(marja, board) == ["Kolmas", "Toinen", first]


def test_an_activity_of_another_course_is_no_neighbour(board, enter):
    eeva = enter(EEVA, role="facilitator")
    course = next(link for link in eeva.open(eeva.address).all("a", class_="home")).get("href")
    foreign = int(eeva.post(f"{course}/activities", **{"kind": "board", "title-fi": "Muualla"}).leads_to.rpartition("/")[2])
    assert board.marja.post(f"{board.activity}/position", after=foreign).status == 422
    assert board.marja.post(f"{board.activity}/position", after=board.id).status == 422


@pytest.mark.parametrize("state", ["", "published", "OPEN", "deleted"])
def test_there_are_no_other_states(board, state):
    assert board.marja.post(f"{board.activity}/state", state=state).status == 422


@pytest.mark.parametrize(("state", "seen"), [("draft", 404), ("open", 200), ("closed", 200), ("archived", 200)])
def test_facilitators_take_an_activity_from_any_state_to_any_other(board, enter, state, seen):
    aino = enter(AINO)
    for before in ("archived", "draft", "closed", "open"):
        board.set_state(before)
        board.set_state(state)
        assert aino.open(board.path).status == seen


def test_an_archived_activity_is_off_the_home_but_can_be_read(board, enter):
    aino = enter(AINO)
    note = board.note(aino)
    board.set_state("archived")
    page = aino.open(board.home)
    assert page.one("archived-h") is not None and page.one("next-h") is None
    assert aino.open(board.path).numbers("note") == [note]


def test_a_copy_has_the_structure_and_no_notes(board, enter):
    marja = board.marja
    board.note(enter(AINO))
    marja.post(f"{board.path}/settings", **{"title-fi": "Rakenteinen kirjaaminen", "prompt-fi": "Mikä toimii?", "colour-sun-fi": "Huomio"})
    marja.post(f"/columns/{board.columns[0]}", **{"title-fi": "Toimii", "prompt-fi": "Kerro esimerkki", "colour": "leaf"})
    marja.post(f"/columns/{board.columns[1]}/position", after="")
    marja.post(f"{board.activity}/copy")
    copy = max(int(a.get("id").rpartition("-")[2]) for a in marja.open(board.home).all("article") if a.get("id"))
    page, original = marja.open(f"/boards/{copy}"), marja.open(board.path)
    assert page.one("bar").get("data-state") == "draft"
    assert page.numbers("note") == [] and len(page.numbers("column")) == 2
    assert not set(page.numbers("column")) & set(original.numbers("column"))
    for said in ("Mikä toimii?", "Kerro esimerkki", "Huomio", "Toimii", "Takkuaa"):
        assert said in page.text, said
    assert page.text.index("Takkuaa") < page.text.index("Toimii")


def test_what_is_deleted_is_out_of_sight_and_can_be_restored(board, enter):
    marja, aino = board.marja, enter(AINO)
    note = board.note(aino)
    gone = marja.press(marja.open(board.home), f"{board.activity}/deletion")
    assert titles(marja, board) == titles(aino, board) == []
    assert aino.open(board.path).status == 404
    assert marja.open(board.path).status == 200
    undone = marja.press(gone, f"{board.activity}/restoration")  # offered at once
    assert undone.status == 200
    assert aino.open(board.path).numbers("note") == [note]
    marja.post(f"{board.activity}/deletion")
    marja.press(marja.open(f"{board.home}/deleted"), f"{board.activity}/restoration")  # and later from the list
    assert len(titles(aino, board)) == 1


def test_what_was_deleted_30_days_ago_is_gone_for_good(app, board, enter, clock):
    board.note(enter(AINO), "Aikanaan poistettu")
    kept = opened(board, "Säilyvä")
    board.marja.post(f"{board.activity}/deletion")
    clock.forward(days=29)
    assert do_chores(app) == []
    assert board.marja.launch().open(f"{board.home}/deleted").all("form", action=f"{board.activity}/restoration")
    clock.forward(days=1, minutes=1)
    assert do_chores(app) == []
    board.marja.launch()
    assert board.marja.post(f"{board.activity}/restoration").status == board.marja.open(board.path).status == 404
    assert board.marja.open(f"/boards/{kept}").status == 200


def test_every_address_of_a_purged_board_is_nothing(app, board, enter, clock):
    note = board.note(enter(AINO))
    board.marja.post(f"{board.activity}/deletion")
    clock.forward(days=31)
    assert do_chores(app) == []
    things = {"activity_id": board.id, "board_id": board.id, "column_id": board.columns[0], "note_id": note, "act_id": 1, "ending": "html", "course_id": board.course, "language": "fi", "number": 1}
    marja = board.marja.launch()
    for method, rule, _endpoint in routes(app):
        if any(f"<int:{name}>" in rule for name in things if name != "course_id"):
            assert marja.ask(method, address(rule, things)).status == 404, (method, rule)
