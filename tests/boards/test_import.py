"""Boards that come in files: what is taken, and everything that is refused, by its place and in words."""
import io
import json
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lti_tool.activities.anonymity import LEVELS
from lti_tool.boards import COLOURS, Board, Note
from lti_tool.boards.column import COLUMNS_AT_MOST
from lti_tool.boards.imports.board_file import FILED_NAME_LIMIT, NOTES_AT_MOST
from lti_tool.documents.strict_json import BYTES_AT_MOST
from lti_tool.boards.phase import PHASES_AT_MOST
from lti_tool.db import db
from lti_tool.people import Membership, Region
from tests.support.bulk import writing
from tests.support.cast import AINO, MARJA, ORJAN
from tests.support.rows import rows_with


def note(**more) -> dict:
    return {"text": "Kirjaamiskahvit", "language": "fi", **more}


def file(*notes, **more) -> dict:
    """A board of one column with these notes."""
    return {"format": "workshop-board", "version": 1, "title": {"fi": "Tiedostosta"},
            "phases": [{"columns": [{"title": {"fi": "Toimii"}, "notes": list(notes)}]}], **more}


def with_column(**more) -> dict:
    return file() | {"phases": [{"columns": [{"title": {"fi": "Toimii"}, **more}]}]}


def with_phase(**more) -> dict:
    return file() | {"phases": [{"columns": [], **more}]}


def send(visitor, home, data, **form):
    data = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return visitor.ask("POST", f"{home}/boards", data={"file": (io.BytesIO(data), "taulu.json"), **form})


def board_of(seen) -> str:
    """The board that a file became."""
    assert seen.status == 200, seen.text
    return next(link for link in seen.links if re.fullmatch(r"/boards/\d+", link or ""))


@pytest.fixture
def marja(board, enter):
    """Reads English, so that these tests can read what is refused."""
    return enter(MARJA._replace(locale="en"))


NOTHING_WITH = b'{"format": "workshop-board", "version": 1, "title": {"fi": "x"}, "phases": [{"comments": %s}]}'
BAD = {
    "no JSON at all": (b"Taulu;Lappu\r\n1;2", "reading stopped at line 1, character 1"),
    "empty": (b"  \n", "The file is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not text in UTF-8"),
    "another encoding": ('{"title": "Työ"}'.encode("latin-1"), "not text in UTF-8"),
    "UTF-16": (json.dumps(file()).encode("utf-16"), "not text in UTF-8"),
    "cut off": (json.dumps(file()).encode()[:-20], "It is not JSON"),
    "something after the end": (json.dumps(file()).encode() + b"{}", "It is not JSON"),
    "a list": (b"[]", "not the file of a board"),
    "a number": (b"7", "not the file of a board"),
    "nothing": (b"null", "not the file of a board"),
    "another format": (file() | {"format": "padlet"}, "not the file of a board"),
    "another version": (file() | {"version": 2}, "another version of this tool"),
    "a version that is true": (file() | {"version": True}, "another version of this tool"),
    "a doubled name": (b'{"format": "workshop-board", "format": "workshop-board"}', "“format” stands twice"),
    "a doubled name inside": (NOTHING_WITH % b'{"a": 1, "a": 2}', "“a” stands twice"),
    "NaN": (NOTHING_WITH % b"NaN", "a number that cannot be read"),
    "infinity": (NOTHING_WITH % b"-Infinity", "a number that cannot be read"),
    "a number beyond all": (NOTHING_WITH % b"1e999", "a number that cannot be read"),
    "endless digits": (NOTHING_WITH % (b"9" * 50_000), "a number that cannot be read"),
    "deep nesting": (NOTHING_WITH % (b"[" * 100_000 + b"]" * 100_000), "nested too deeply"),
    "deep objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    "no title": ({name: value for name, value in file().items() if name != "title"}, "title: an object is needed here"),
    "an empty title": (file(title={"fi": "  "}), "title: There is no text yet"),
    "a title that is a text": (file(title="Taulu"), "title: an object is needed here"),
    "a title that is too long": (file(title={"fi": "Ä" * 121}), "title.fi: The text is 1 character too long (at most 120)"),
    "a title that is a number": (file(title={"fi": 7}), "title.fi: a text is needed here"),
    "no phases": (file(phases=[]), "phases: a board has at least one phase"),
    "phases that are an object": (file(phases={}), "phases: a list is needed here"),
    "phases that are missing": ({name: value for name, value in file().items() if name != "phases"}, "phases: a list is needed here"),
    "a phase that is a text": (file(phases=["x"]), "phases[0]: an object is needed here"),
    "too many phases": (file(phases=[{"columns": []}] * (PHASES_AT_MOST + 1)), "too many phases (at most 20)"),
    "too many columns": (with_phase(columns=[{"title": {"fi": "x"}}] * (COLUMNS_AT_MOST + 1)), "phases[0].columns: A board has at most 12 columns"),
    "a thousand phases": (file(phases=[{"columns": []}] * 1000), "too many phases (at most 20)"),
    "a kind that there is not": (with_phase(kind="party"), "phases[0].kind: one of these is needed here: checkin"),
    "a kind that is an object": (with_phase(kind={"fi": "joint"}), "phases[0].kind: one of these is needed here"),
    "a phase that shows itself": (with_phase(shows=1), "phases[0].shows: it must be the number of an earlier phase"),
    "a phase that shows a later one": (file(phases=[{"shows": 2}, {"columns": []}]), "phases[0].shows: it must be the number of an earlier phase"),
    "a phase that shows one below nothing": (file(phases=[{"columns": []}, {"shows": -1}]), "phases[1].shows: a whole number from 1 to 20"),
    "a phase that shows true": (file(phases=[{"columns": []}, {"shows": True}]), "phases[1].shows: a whole number from 1 to 20"),
    "a phase that shows one which shows another": (file(phases=[{"columns": []}, {"shows": 1}, {"shows": 2}]), "phases[2].shows: it must be the number"),
    "a phase that shows another's columns and has its own": (file(phases=[{"columns": []}, {"shows": 1, "columns": [{"title": {"fi": "x"}}]}]), "phases[1].shows: it must be"),
    "minutes without end": (with_phase(minutes=10**9), "phases[0].minutes: a whole number from 1 to 600"),
    "minutes below nothing": (with_phase(minutes=-5), "phases[0].minutes: a whole number from 1 to 600"),
    "half a minute": (with_phase(minutes=0.5), "phases[0].minutes: a whole number from 1 to 600"),
    "days before that are a text": (with_phase(days_before="7"), "phases[0].days_before: a whole number from 1 to 60"),
    "a script of a megabyte": (with_phase(script={"fi": "x" * 1_000_000}), "phases[0].script.fi: The text is 996000 characters too long (at most 4000)"),
    "a script that is a text": (with_phase(script="Sano"), "phases[0].script: an object is needed here"),
    "a script within scripts": (with_phase(script={"fi": {"fi": "x"}}), "phases[0].script.fi: a text is needed here"),
    "a column for each group that is a number": (with_column(per_group=1), "phases[0].columns[0].per_group: true or false is needed here"),
    "questions that are an object": (with_phase(questions={}), "phases[0].questions: a list is needed here"),
    "a question that is a text": (with_phase(questions=["Miten meni?"]), "phases[0].questions[0]: an object is needed here"),
    "a question without words": (with_phase(questions=[{"kind": "open"}]), "phases[0].questions[0].text: an object is needed here"),
    "a question of no kind": (with_phase(questions=[{"kind": "quiz", "text": {"fi": "x"}}]), "phases[0].questions[0].kind: one of these is needed here: rating, open"),
    "too many questions": (with_phase(questions=[{"kind": "open", "text": {"fi": "x"}}] * 21), "phases[0].questions: there are too many questions (at most 20)"),
    "too many materials": (with_phase(materials=[{"title": {"fi": "x"}, "url": "https://example.fi"}] * 21), "phases[0].materials: A phase has at most 20 materials"),
    "a material that is a script": (with_phase(materials=[{"title": {"fi": "x"}, "url": "javascript:alert(1)"}]), "materials[0].url: An address begins with https"),
    "a material without its address": (with_phase(materials=[{"title": {"fi": "x"}}]), "materials[0].url: a text is needed here"),
    "a material that was updated some day": (with_phase(materials=[{"title": {"fi": "x"}, "url": "https://example.fi", "updated": "soon"}]), "materials[0].updated: a day"),
    "a column without a title": (with_phase(columns=[{}]), "phases[0].columns[0].title: an object is needed here"),
    "a prompt that is too long": (with_column(prompt={"sv": "x" * 2001}), "phases[0].columns[0].prompt.sv: The text is 1 character too long (at most 2000)"),
    "a colour that there is not": (with_column(colour="pink"), "phases[0].columns[0].colour: one of these is needed here: sun, heart"),
    "a colour that is a list": (with_column(colour=["sun"]), "phases[0].columns[0].colour: one of these is needed here"),
    "a lock that is a number": (with_column(locked=1), "phases[0].columns[0].locked: true or false is needed here"),
    "more votes than there can be": (with_phase(votes_each=21), "phases[0].votes_each: a whole number from 0 to 20"),
    "votes below nothing": (with_phase(votes_each=-1), "phases[0].votes_each: a whole number from 0 to 20"),
    "half a vote": (with_phase(votes_each=1.5), "phases[0].votes_each: a whole number from 0 to 20"),
    "votes that are true": (with_phase(votes_each=True), "phases[0].votes_each: a whole number from 0 to 20"),
    "an anonymity that there is not": (file(anonymity="nobody"), "anonymity: one of these is needed here: named, region, peers, everybody"),
    "a colour's meaning that is too long": (file(colours={"sun": {"fi": "x" * 41}}), "colours.sun.fi: The text is 1 character too long (at most 40)"),
    "a note that is a text": (file("Lappu"), "phases[0].columns[0].notes[0]: an object is needed here"),
    "a note without a text": (file({"language": "fi"}), "notes[0].text: a text is needed here"),
    "a note of blanks": (file(note(text=" \u200b\n")), "notes[0].text: There is no text yet"),
    "a note of nothing but NUL": (file(note(text="\x00")), "notes[0].text: There is no text yet"),
    "a note that is too long": (file(note(), note(text="Ä" * 1001)), "phases[0].columns[0].notes[1].text: The text is 1 character too long (at most 1000)"),
    "a language that is not ours": (file(note(language="de")), "notes[0].language: one of these is needed here: fi, sv, en"),
    "a note without a language": (file({"text": "x"}), "notes[0].language: one of these is needed here"),
    "a note with an author's number": (file(note(name=7)), "notes[0].name: a text is needed here"),
    "a name without end": (file(note(name="x" * (FILED_NAME_LIMIT + 1))), "notes[0].name: The text is 1 character too long"),
    "an unknown level": (file(note(anonymity="secret")), "notes[0].anonymity: one of these is needed here"),
    "a time without its zone": (file(note(written="2026-11-21T10:00:00")), "notes[0].written: a day"),
    "a time that is none": (file(note(written="eilen")), "notes[0].written: a day"),
    "a day that is none": (file(note(written="2026-02-30")), "notes[0].written: a day"),
    "a time long ago": (file(note(written="0001-01-01T00:00:00+14:00")), "notes[0].written: a day"),
    "a time that is a number": (file(note(written=1732000000)), "notes[0].written: a day"),
    "a stack on a note that is not there": (file(note(number=1, stack=2)), "notes[0].stack: a note of the same column"),
    "a stack on itself": (file(note(number=1, stack=1)), "notes[0].stack: a note of the same column"),
    "a stack on a stack": (file(note(number=1), note(number=2, stack=1), note(number=3, stack=2)), "notes[2].stack: a note of the same column"),
    "two notes with one number": (file(note(number=1), note(number=1)), "notes[1].number: another note has the same number"),
    "a number beyond all notes": (file(note(number=10**12)), "notes[0].number: a whole number from 1 to 5000"),
    "what was removed with its text": (file(note(removed=True)), "notes[0].text: what was removed for good has no text"),
    "too many notes": (file(*[note()] * (NOTES_AT_MOST + 1)), "too many notes (at most 5000)"),
}


@pytest.mark.parametrize(("data", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_whole_and_says_where(marja, board, app, data, words):
    seen = send(marja, board.home, data)
    assert seen.status == 422, seen.text
    assert words in seen.text and "Nothing was changed" in seen.text
    assert board.marja.open(board.home).text.count("Tiedostosta") == 0
    with writing(app):
        assert db.session.query(Board).count() == 1 and db.session.query(Note).count() == 0


def test_twelve_columns_are_for_each_phase(marja, board):
    seen = send(marja, board.home, file(phases=[{"columns": [{"title": {"fi": "x"}}] * COLUMNS_AT_MOST}] * 2))
    assert board_of(seen)


def test_markup_in_a_design_is_words(marja, board):
    path = board_of(send(marja, board.home, file(title={"fi": "<script>alert(1)</script>"}, phases=[
        {"title": {"fi": "<b onclick=x>"}, "script": {"fi": "<img src=x onerror=y>"}, "questions": [{"kind": "open", "text": {"fi": "<i>?"}}],
         "materials": [{"title": {"fi": "<u>"}, "url": "https://example.fi/?a=1&onx=1"}]}, {"columns": []}])))
    for seen in (marja.open(path), marja.open(f"{path}/phases"), marja.open(board.home)):
        assert "<script>alert" not in seen.html and "<b onclick" not in seen.html and "<img src=x" not in seen.html and "<i>?" not in seen.html


def test_everything_that_is_wrong_is_said_at_once(marja, board):
    words = send(marja, board.home, file(*[note(text="")] * 11, anonymity="x")).text
    assert "anonymity: one of these" in words and "notes[0].text" in words and "notes[6].text" in words and "notes[7].text" not in words
    assert "There are 12 places in it to mend" in words


def test_a_file_of_five_megabytes_is_taken_and_no_larger_one(marja, board):
    empty = len(json.dumps(file(exported="")).encode())
    assert send(marja, board.home, json.dumps(file(exported="x" * (BYTES_AT_MOST - empty))).encode()).status == 200
    seen = send(marja, board.home, json.dumps(file(exported="x" * (BYTES_AT_MOST - empty + 1))).encode())
    assert seen.status == 422 and "too large: 5 MB is the most" in seen.text
    assert send(marja, board.home, b"x" * (BYTES_AT_MOST + 200_000)).status == 413


@pytest.mark.parametrize("form", [{}, {"file": "text in place of a file"}])
def test_without_a_file_nothing_is_made(marja, board, form):
    seen = marja.post(f"{board.home}/boards", **form)
    assert seen.status == 422 and "Choose a file first" in seen.text
    assert marja.post(f"{board.home}/templates", **form).status == 422


def test_what_the_file_says_stands_on_a_draft(marja, board, enter):
    seen = send(marja, board.home, file(note(text="Ensin", colour="leaf"), note(text="Sitten\nnäin", language="sv"), title={"fi": "Tuotu", "sv": "Importerad"}))
    path = board_of(seen)
    page = marja.open(path)
    assert page.text.index("Ensin") < page.text.index("Sitten näin")
    assert [item.get("class").split() for item in page.all("li", data_note=True)] == [["note", "leaf"], ["note", "sun"]]
    assert "Tuotu" in board.marja.open(board.home).text
    assert enter(AINO).open(path).status == 404


def test_imported_notes_are_nobody_s_whatever_the_file_says(app, marja, board, enter):
    aino = enter(AINO)
    seen = send(marja, board.home, file(note(name=AINO.name, author_id=1, author="Aino", person=1), note(anonymity="peers", name=ORJAN.name)))
    assert "author's name was left out of 2 notes" in seen.text
    path = board_of(seen)
    board.marja.post(f"/activities/{path.rpartition('/')[2]}/state", state="open")
    for visitor in (aino, board.marja):
        page = visitor.open(path)
        assert AINO.name not in page.text and ORJAN.name not in page.text
    assert not aino.open(path).all("li", data_mine=True)
    assert aino.open(f"/notes/{aino.open(path).numbers('note')[0]}").status == 403
    assert "Imported" in marja.open(path).text
    with writing(app):
        assert {(found.author_id, found.secret_mark, found.imported) for found in db.session.query(Note)} == {(None, None, True)}
    assert rows_with(app, [ORJAN.name]) == []


def test_a_board_keeps_its_level_and_each_note_its_own(app, marja, board):
    path = board_of(send(marja, board.home, file(*(note(text=level, anonymity=level) for level in LEVELS), note(text="as the board"), anonymity="peers")))
    data = json.loads(marja.open(f"{path}/export.json").data)
    assert data["anonymity"] == "peers"
    assert [told["anonymity"] for told in data["phases"][0]["columns"][0]["notes"]] == [*LEVELS, "peers"]


def test_only_the_day_comes_in_where_names_are_hidden(app, marja, board):
    send(marja, board.home, file(*(note(anonymity=level, written="2025-03-01T10:20:30+00:00", edited=True) for level in LEVELS)))
    with writing(app):
        for found in db.session.query(Note):
            to_the_second = found.anonymity == "named"
            assert found.made_at.isoformat() == ("2025-03-01T10:20:30+00:00" if to_the_second else "2025-03-01T00:00:00+00:00")
            assert found.edited_at == found.made_at


def test_nothing_was_written_in_the_future(app, marja, board, clock):
    send(marja, board.home, file(note(written="2999-01-01T00:00:00+00:00"), note(written="2999-01-01", anonymity="everybody")))
    with writing(app):
        assert all(found.made_at <= clock() for found in db.session.query(Note))


def regions(app, course, number_of_people) -> str:
    """The Finnish name of a region of the course with so many people."""
    with writing(app):
        region = db.session.query(Region).filter_by(course_id=course).order_by(Region.position).first()
        for membership in db.session.query(Membership).filter_by(course_id=course).limit(number_of_people):
            membership.region_id = region.id
        return region.name["fi"]


def test_a_region_is_kept_if_the_course_has_one_of_that_name(app, marja, board, enter):
    enter(AINO), enter(ORJAN)
    name = regions(app, board.course, 3)
    path = board_of(send(marja, board.home, file(note(text="Täältä", region=name), note(text="Muualta", region="Atlantis"), note(text="Nimellä", anonymity="named", region=name),
                                                 anonymity="region")))
    notes = json.loads(board.marja.open(f"{path}/export.json").data)["phases"][0]["columns"][0]["notes"]
    assert name == "Etelä-Karjala" and [told.get("region") for told in notes] == ["South Karelia", None, None]
    page = marja.open(path).text
    assert "Imported, South Karelia" in page and "Atlantis" not in page


def test_a_region_of_few_people_is_not_told_after_an_import_either(app, marja, board, enter):
    enter(AINO)
    name = regions(app, board.course, 2)
    path = board_of(send(marja, board.home, file(note(region=name), anonymity="region")))
    assert name == "Etelä-Karjala"
    assert "South Karelia" not in marja.open(path).text
    assert "South Karelia" not in marja.open(f"{path}/export.json").html


def test_what_is_not_understood_is_passed_over_and_told(marja, board):
    seen = send(marja, board.home, file(note(mood="sunny", comments=[{"text": "x"}], votes=3, attachments=["a.pdf"]), **{"owner<b>": 1}))
    assert "owner<b>" in seen.text and "phases[0].columns[0].notes[0].mood" in seen.text
    assert all(words in seen.text for words in ("The comments of 1 note", "The votes of 1 note", "The files of 1 note"))


def test_what_may_be_a_client_s_data_is_told_to_whoever_brings_it_in(marja, board):
    seen = send(marja, board.home, file(note(text="Asiakas 131052-308T pyysi soittoa"), note(text="Soita 040 123 4567"), note()))
    assert "2 notes may hold a client's data" in seen.text
    assert "may hold a client's data" not in send(marja, board.home, file(note())).text


def test_hostile_texts_come_in_as_text(marja, board):
    hostile = '<script>alert(1)</script>\u202e"\'&\x00\x07\ud800{{ 7*7 }} ${7*7} \ufeff𐍈 שלום'
    seen = send(marja, board.home, json.dumps(file(note(text=hostile), title={"fi": "<img src=x onerror=alert(1)>"})).encode())
    page = marja.open(board_of(seen))
    assert "<script>alert(1)</script>" in page.text and "{{ 7*7 }}" in page.text and "<img src=x onerror=alert(1)>" in page.text
    assert not page.all("img", src="x") and "\x00" not in page.html


def test_the_same_file_sent_again_by_the_same_page_is_one_board(marja, board):
    form = {"op": marja.open(f"{board.home}/activities").form(f"{board.home}/boards").values["op"]}
    first = board_of(send(marja, board.home, file(), **form))
    assert send(marja, board.home, file(), **form).leads_to == first
    assert board_of(send(marja, board.home, file())) != first  # another time is another board


def test_a_stack_comes_in_as_a_stack(app, marja, board):
    path = board_of(send(marja, board.home, file(note(text="Alla", number=2, stack=7), note(text="Päällä", number=7), note(text="Yksin"))))
    with writing(app):
        found = {one.text: one for one in db.session.query(Note).filter_by(activity_id=int(path.rpartition("/")[2]))}
        assert found["Alla"].stack_id == found["Päällä"].id
        assert found["Päällä"].stack_id is found["Yksin"].stack_id is None


def test_what_was_removed_for_good_comes_in_as_its_mark(app, marja, board):
    send(marja, board.home, file({"text": "", "language": "fi", "removed": True}))
    with writing(app):
        only, = db.session.query(Note)
        assert only.removed_at is not None and only.text == ""


def test_a_file_with_a_byte_order_mark_is_read(marja, board):
    assert send(marja, board.home, b"\xef\xbb\xbf" + json.dumps(file()).encode()).status == 200


# --- there and back again ---

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs")), min_size=1, max_size=30)
titles = st.dictionaries(st.sampled_from(["fi", "sv", "en"]), texts, min_size=1)
notes = st.fixed_dictionaries(
    {"text": texts, "language": st.sampled_from(["fi", "sv", "en"]), "colour": st.sampled_from(COLOURS), "anonymity": st.sampled_from(LEVELS),
     "written": st.dates(date(2001, 1, 1), date(2026, 1, 1)).map(str)},
    optional={"edited": st.just(True), "removed": st.just(True)}).map(lambda told: told | {"text": ""} if told.get("removed") else told)
columns = st.fixed_dictionaries({"title": titles}, optional={"prompt": titles, "colour": st.sampled_from(COLOURS), "locked": st.booleans(), "notes": st.lists(notes, max_size=4)})
phases = st.fixed_dictionaries({"columns": st.lists(columns, max_size=4)}, optional={
    "title": titles, "prompt": titles, "comments": st.booleans(), "reactions": st.booleans(), "votes_each": st.integers(0, 20)})
files = st.fixed_dictionaries({"format": st.just("workshop-board"), "version": st.just(1), "title": titles, "phases": st.lists(phases, min_size=1, max_size=3)}, optional={
    "colours": st.dictionaries(st.sampled_from(COLOURS), titles.map(lambda said: {language: text[:40] for language, text in said.items()})),
    "anonymity": st.sampled_from(LEVELS), "workshop": st.booleans()})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=files)
def test_what_goes_out_and_comes_in_goes_out_the_same(board, data):
    def exported(path):
        data = json.loads(board.marja.open(f"{path}/export.json").data)
        data.pop("exported")
        return data

    first = exported(board_of(send(board.marja, board.home, data)))
    assert [len(phase["columns"]) for phase in first["phases"]] == [len(phase["columns"]) for phase in data["phases"]]
    assert exported(board_of(send(board.marja, board.home, first))) == first


def test_notes_with_names_come_back_the_same_but_for_the_names(board, enter):
    aino = enter(AINO)
    board.note(aino, "Ensin"), board.note(aino, "Sitten", column=1)
    out = json.loads(board.marja.open(f"{board.path}/export.json").data)
    back = json.loads(board.marja.open(f"{board_of(send(board.marja, board.home, out))}/export.json").data)
    for phase in out["phases"]:
        for column in phase["columns"]:
            for told in column["notes"]:
                assert told.pop("name") == AINO.name
                told["imported"] = True
    assert {**back, "exported": 0} == {**out, "exported": 0}
