"""The home of a course: what is next, what is new since the last visit, the first words, several languages."""
import pytest

from tests.support.cast import AINO, MARJA, ORJAN


def new_on(visitor, board) -> str:
    """What the chip of newness says (its number), or nothing."""
    chips = [chip for chip in visitor.open(board.home).one(f"activity-{board.id}").iter() if "new" in (chip.get("class") or "").split()]
    return "".join(c for c in "".join("".join(chip.itertext()) for chip in chips) if c.isdigit())


def test_nothing_is_new_at_the_first_visit(board, enter):
    board.note(enter(ORJAN))
    assert new_on(enter(AINO), board) == ""


def test_what_others_wrote_since_the_last_visit_is_new(board, enter, clock):
    orjan = enter(ORJAN)
    board.note(orjan, "Ennen Ainoa")
    clock.forward(minutes=1)
    aino = enter(AINO)
    clock.forward(hours=2)
    for text in ("Ett", "Två", "Tre"):
        board.note(orjan, text)
    clock.forward(hours=1)
    assert new_on(aino.launch(), board) == "3"
    assert new_on(aino, board) == "3"  # as long as this visit lasts


def test_what_one_wrote_oneself_is_not_new(board, enter, clock):
    aino = enter(AINO)
    clock.forward(hours=2)
    aino.launch()
    board.note(aino, "Oma ajatus")
    assert new_on(aino, board) == ""
    board.note(enter(ORJAN))
    assert new_on(aino, board) == "1"


def test_what_was_deleted_meanwhile_is_not_new(board, enter, clock):
    aino, orjan = enter(AINO), enter(ORJAN)
    clock.forward(hours=2)
    orjan.send(f"/notes/{board.note(orjan)}/deletion")
    board.note(orjan, column=1)
    board.marja.send(f"/columns/{board.columns[1]}/deletion")
    assert new_on(aino.launch(), board) == ""


def test_after_half_an_hour_away_a_new_visit_begins(board, enter, clock):
    aino, orjan = enter(AINO), enter(ORJAN)
    clock.forward(minutes=5)
    board.note(orjan)
    clock.forward(minutes=20)
    assert new_on(aino.launch(), board) == ""  # still the first visit
    clock.forward(minutes=31)
    assert new_on(aino.launch(), board) == ""  # the note came before the first visit ended
    board.note(orjan)
    assert new_on(aino, board) == "1"


def test_a_page_opened_after_a_pause_without_a_launch_tells_of_the_pause(board, enter, clock):
    aino, orjan = enter(AINO), enter(ORJAN)
    clock.forward(hours=1)
    board.note(orjan)
    assert new_on(aino, board) == "1"
    assert new_on(aino, board) == "1"
    clock.forward(hours=1)
    assert new_on(aino, board) == ""


def test_the_first_open_activity_is_next(board, enter):
    aino = enter(AINO)
    assert aino.open(board.home).one("next-h") is not None
    board.close()
    assert aino.open(board.home).one("next-h") is None


def test_an_empty_home_says_so_to_both(board, enter):
    board.marja.post(f"{board.activity}/deletion")
    for visitor in (enter(AINO), board.marja):
        page = visitor.open(board.home)
        assert page.status == 200 and page.all("div", class_="empty")


def test_the_first_words_stay_until_they_are_put_away(board, enter):
    aino, path = enter(AINO), f"{board.home}/welcome"
    for _again in range(2):
        page = aino.open(board.home)
        assert page.all("form", action=path)
    aino.press(page, path)
    assert not aino.open(board.home).all("form", action=path)
    assert not aino.launch().open(board.home).all("form", action=path)
    assert enter(ORJAN).open(board.home).all("form", action=path)


def test_the_home_is_heard_of_by_open_pages(board, enter):
    aino = enter(AINO)
    live = aino.open(board.home).one("live")
    assert aino.open(f"{live.get('data-changes')}?since={live.get('data-seq')}").status == 304
    board.close()
    heard = aino.open(f"{live.get('data-changes')}?since={live.get('data-seq')}")
    assert heard.parts == [("#home-news", "innerHTML")]


# --- languages ---

def title_of(visitor, board):
    """(text, lang where it is marked) of the board's title on its own page."""
    heading = visitor.open(board.path).all("h1")[0]
    marked = [span for span in heading.iter("span") if span.get("lang")]
    return "".join(heading.itertext()).strip(), marked[0].get("lang") if marked else None


def test_everybody_reads_the_title_in_their_own_language(board, enter):
    assert title_of(enter(AINO), board) == ("Rakenteinen kirjaaminen", None)
    assert title_of(enter(ORJAN), board) == ("Strukturerad dokumentation", None)


def test_a_version_that_is_missing_is_shown_in_another_language_and_marked(board, enter):
    orjan = enter(ORJAN)
    board.marja.post(board.activity, **{"title-fi": "Vain suomeksi", "title-sv": ""})
    assert title_of(orjan, board) == ("Vain suomeksi", "fi")
    card = orjan.open(board.home).one(f"activity-{board.id}")
    assert [span.get("lang") for span in card.iter("span") if span.get("lang")] == ["fi"]
    assert title_of(enter(AINO), board) == ("Vain suomeksi", None)


def test_a_facilitator_sees_which_versions_are_missing(board):
    board.marja.post(board.activity, **{"title-fi": "Vain suomeksi", "title-sv": ""})
    card = board.marja.open(board.home).one(f"activity-{board.id}")
    assert any("warn" in (chip.get("class") or "").split() and "SV" in chip.text for chip in card.iter("span"))


def test_a_reader_of_a_third_language_gets_the_main_one(board, enter):
    assert title_of(enter(AINO._replace(locale="en")), board) == ("Rakenteinen kirjaaminen", "fi")


def test_the_languages_of_the_course_decide_which_fields_there_are(board):
    marja = board.marja
    assert set(marja.open(f"{board.activity}/title").form(board.activity).values) >= {"title-fi", "title-sv"}
    marja.post(f"{board.home}/settings", languages=["en", "sv"], main_language="en")
    fields = marja.open(f"{board.activity}/title").form(board.activity).names
    assert "title-en" in fields and "title-fi" not in fields
    marja.post(board.activity, **{"title-en": "Structured recording"})
    marja.post(f"{board.home}/settings", languages=["fi", "sv", "en"], main_language="fi")
    assert marja.open(f"{board.activity}/title").form(board.activity).values["title-fi"] == "Rakenteinen kirjaaminen"  # kept meanwhile


@pytest.mark.parametrize("languages", [[], ["de"], [""]])
def test_a_course_has_at_least_one_language(board, languages):
    assert board.marja.post(f"{board.home}/settings", languages=languages).status == 422


def test_one_s_own_language_wins_over_the_platform_s(board, enter):
    aino = enter(AINO)
    assert aino.open(board.path).all("html")[0].get("lang") == "fi"
    aino.post("/me/settings", language="sv")
    assert aino.open(board.path).all("html")[0].get("lang") == "sv"
    assert title_of(aino.launch(), board)[0] == "Strukturerad dokumentation"
    aino.post("/me/settings", language="")
    assert aino.open(board.path).all("html")[0].get("lang") == "fi"
    assert aino.post("/me/settings", language="de").status == aino.post("/me/settings", scheme="pink").status == 422


def test_the_colours_one_has_chosen_stand_on_every_page(board, enter):
    aino = enter(AINO)
    aino.post("/me/settings", scheme="dark")
    assert aino.open(board.path).all("html", data_theme="dark")
    assert not enter(MARJA).open(board.path).all("html", data_theme="dark")
