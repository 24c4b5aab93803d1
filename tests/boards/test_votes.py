"""Voting: so many votes for everybody and never more, totals that are hidden until they are shown, and nobody who sees who voted for what."""
import pytest
import sqlalchemy as sa

from lti_tool.boards import Phase, Vote
from lti_tool.db import db, transaction
from lti_tool.live import Change
from tests.db.test_many_writers import all_at_once
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.rows import rows_with
from tests.support.visitor import Visitor


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def orjan(enter):
    return enter(ORJAN)


@pytest.fixture
def notes(board, aino):
    """Four notes of Aino's; voting is open, two votes each."""
    made = [board.note(aino, f"Lappu {n}") for n in range(4)]
    open_voting(board, 2)
    return made


def open_voting(board, each):
    assert board.marja.send(f"{board.path}/voting", open="yes", votes_each=str(each)).status == 200


def show_totals(board, shown="yes"):
    assert board.marja.send(f"{board.path}/voting", shown=shown).status == 200


def vote(visitor, note):
    return visitor.send(f"/notes/{note}/vote")


def take_back(visitor, note):
    return visitor.send(f"/notes/{note}/vote/withdrawal")


def voted(seen) -> list[int]:
    """The notes with one's own vote, as a page shows them."""
    return [int(note.get("data-note")) for note in seen.all("li", data_voted=True)]


def totals(board, visitor) -> dict:
    return {int(note.get("data-note")): int(note.get("data-total")) for note in visitor.open(board.path).all("li", data_total=True)}


def test_a_vote_is_given_and_taken_back(board, aino, notes):
    assert vote(aino, notes[1]).headers["X-Votes"] == str(notes[1])
    assert voted(aino.open(board.path)) == [notes[1]]
    assert take_back(aino, notes[1]).headers["X-Votes"] == ""
    assert voted(aino.open(board.path)) == []


def test_nobody_has_more_votes_than_there_are(board, aino, notes):
    assert [vote(aino, note).status for note in notes] == [200, 200, 409, 409]
    assert "Äänesi on käytetty" in vote(aino, notes[2]).text
    take_back(aino, notes[0])
    assert vote(aino, notes[2]).status == 200
    assert voted(aino.open(board.path)) == [notes[1], notes[2]]


def test_a_note_has_at_most_one_vote_of_a_person(board, aino, notes):
    assert vote(aino, notes[0]).status == vote(aino, notes[0]).status == 200
    show_totals(board)
    assert totals(board, aino)[notes[0]] == 1


def test_the_page_says_how_many_are_left(board, aino, notes):
    assert "2" in aino.open(board.path).all("span", data_left=True)[0].text
    vote(aino, notes[0])
    assert "1" in aino.open(board.path).all("span", data_left=True)[0].text


def test_votes_are_taken_only_while_the_voting_is_open(board, aino, notes):
    vote(aino, notes[0])
    board.marja.send(f"{board.path}/voting", open="no")
    assert vote(aino, notes[1]).status == take_back(aino, notes[0]).status == 409
    assert not aino.open(board.path).all("span", data_left=True)
    open_voting(board, 3)
    assert voted(aino.open(board.path)) == [notes[0]]
    assert [vote(aino, note).status for note in notes] == [200, 200, 200, 409]


def test_nor_on_a_closed_board(board, aino, notes):
    board.close()
    assert vote(aino, notes[0]).status == 409


def test_a_locked_column_and_a_frozen_board_take_votes(board, aino, notes):
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    board.marja.send(f"{board.path}/freeze", frozen="yes")
    assert vote(aino, notes[0]).status == 200


def test_fewer_votes_than_somebody_has_given_take_none_away(board, aino, notes):
    vote(aino, notes[0]), vote(aino, notes[1])
    open_voting(board, 1)
    assert voted(aino.open(board.path)) == notes[:2]
    assert vote(aino, notes[2]).status == 409
    take_back(aino, notes[0])
    assert vote(aino, notes[2]).status == 409
    take_back(aino, notes[1])
    assert vote(aino, notes[2]).status == 200


def test_totals_are_hidden_from_everybody_until_a_facilitator_shows_them(board, aino, orjan, notes):
    vote(aino, notes[1]), vote(orjan, notes[1])
    for visitor in (aino, orjan, board.marja):
        assert totals(board, visitor) == {}
        assert not visitor.open(board.path).all("span", class_="tag counted total")
    show_totals(board)
    for visitor in (aino, orjan, board.marja):
        assert totals(board, visitor) == {notes[0]: 0, notes[1]: 2, notes[2]: 0, notes[3]: 0}
    show_totals(board, "no")
    assert totals(board, aino) == {}


def test_nobody_hears_of_a_vote_while_totals_are_hidden(board, aino, orjan, notes):
    since = board.marja.open(board.path).one("live").get("data-seq")
    vote(aino, notes[0])
    take_back(aino, notes[0])
    for visitor in (aino, orjan, board.marja):
        assert visitor.open(f"{board.activity}/changes?since={since}").status == 304


def test_shown_totals_go_on_live(board, aino, orjan, notes):
    show_totals(board)
    since = orjan.open(board.path).one("live").get("data-seq")
    answer = vote(aino, notes[0])
    heard = orjan.open(f"{board.activity}/changes?since={since}")
    for seen in (answer, heard):
        assert [note.get("data-total") for note in seen.all("li", data_total=True)] == ["1"]
        assert not seen.all("li", data_voted=True)


def test_a_new_voting_hides_the_totals_again(board, aino, notes):
    show_totals(board)
    open_voting(board, 2)
    assert totals(board, aino) == {}


def test_nobody_can_find_out_who_voted(app, board, aino, orjan, notes):
    show_totals(board)
    vote(aino, notes[0]), vote(orjan, notes[0])
    with app.app_context(), transaction(writes=False):
        columns = {column.name for column in Vote.__table__.columns}
        assert columns == {"note_id", "voter", "phase_id"}
        assert db.session.scalars(sa.select(Change.audience).where(Change.part.like("note:%"))).all().count("everyone") >= 2
        assert not db.session.scalars(sa.select(Change).where(Change.audience.like("%person%"))).all()
    assert not any(place.startswith("vote.") for place in rows_with(app, [AINO.sub, ORJAN.sub]))


def test_the_marks_of_one_person_in_two_votings_have_nothing_in_common(app, board, aino, notes):
    other = board.marja.post(f"{board.activity}/copy")
    assert other.status == 303
    vote(aino, notes[0])
    with app.app_context(), transaction(writes=False):
        from lti_tool.boards.vote import voter_in

        [mark] = db.session.scalars(sa.select(Vote.voter)).all()
        person = next(n for n in range(1, 20) if voter_in(db.session.scalar(sa.select(Vote.phase_id)), n) == mark)
        assert len({voter_in(phase, person) for phase in db.session.scalars(sa.select(Phase.id))}) == 2


def test_a_storm_from_many_tabs_never_gives_more_votes_than_there_are(app, platform, board, aino, notes):
    more = [board.note(aino, f"Myrsky {n}") for n in range(8)]
    tabs = [Visitor(app, platform, AINO).launch() for _tab in range(2)]
    statuses = []

    def act(tab, note):
        return lambda: statuses.append(vote(tab, note).status)

    all_at_once([act(tabs[n % 2], note) for n, note in enumerate([*notes, *more] * 2)][:20])
    assert set(statuses) == {200, 409}
    assert len(voted(aino.open(board.path))) == 2
    with app.app_context(), transaction(writes=False):
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Vote)) == 2


def test_a_storm_of_many_people_counts_everybody_once(app, platform, board, aino, notes):
    people = [Visitor(app, platform, AINO._replace(sub=f"user-{200 + n}")).launch() for n in range(10)]
    all_at_once([lambda person=person: vote(person, notes[0]) for person in people for _twice in range(2)])
    show_totals(board)
    assert totals(board, aino)[notes[0]] == 10


def test_the_same_act_sent_again_is_done_once(board, aino, notes):
    first = aino.send(f"/notes/{notes[0]}/vote", op="the-same-vote")
    take_back(aino, notes[0])
    again = aino.send(f"/notes/{notes[0]}/vote", op="the-same-vote")
    assert first.status == again.status == 200
    assert again.headers["X-Votes"] == ""


def test_votes_for_a_note_that_was_deleted_are_free_again_and_never_too_many_when_it_comes_back(board, aino, orjan, notes):
    for note in notes[:2]:
        vote(aino, note), vote(orjan, note)
    aino.send(f"/notes/{notes[0]}/deletion")
    assert vote(aino, notes[2]).status == 200
    aino.send(f"/notes/{notes[0]}/restoration")
    show_totals(board)
    assert totals(board, aino) == {notes[0]: 1, notes[1]: 2, notes[2]: 1, notes[3]: 0}  # Örjan had not given his elsewhere
    assert voted(aino.open(board.path)) == [notes[1], notes[2]]


def test_the_same_for_a_column(board, aino, notes):
    vote(aino, notes[0]), vote(aino, notes[1])
    elsewhere = [board.note(aino, f"Muualla {n}", column=1) for n in range(2)]
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    assert vote(aino, elsewhere[0]).status == 200
    board.marja.send(f"/columns/{board.columns[0]}/restoration")
    assert len(voted(aino.open(board.path))) == 2


def test_notes_are_sorted_by_votes_only_when_totals_are_shown(board, aino, orjan, notes):
    vote(aino, notes[2]), vote(orjan, notes[2]), vote(aino, notes[3])
    by_votes = f"{board.path}?sort=votes"
    assert aino.open(by_votes).notes_in(board.columns[0]) == notes
    assert by_votes not in aino.open(board.path).links
    show_totals(board)
    assert by_votes in aino.open(board.path).links
    assert aino.open(by_votes).notes_in(board.columns[0]) == [notes[2], notes[3], notes[0], notes[1]]
    assert aino.open(board.path).notes_in(board.columns[0]) == notes


@pytest.mark.every_case
@pytest.mark.parametrize("each", ["0", "21", "-1", "2.5", "kolme", "", "999999", "٣"])
def test_from_one_to_twenty_votes(board, each):
    assert board.marja.send(f"{board.path}/voting", open="yes", votes_each=each).status == 422


def test_without_javascript(board, aino, notes):
    board.marja.press(board.marja.open(f"{board.path}/voting"), f"{board.path}/voting", votes_each="3")
    page = aino.press(aino.open(board.path), f"/notes/{notes[0]}/vote")
    assert (page.path, voted(page)) == (board.path, [notes[0]])
    page = aino.submit(f"/notes/{notes[0]}/vote/withdrawal")
    assert voted(page) == []
    marja = board.marja.press(board.marja.open(board.path), f"{board.path}/voting")  # ends it
    assert not aino.open(board.path).all("span", data_left=True)
    assert marja.path == board.path


def test_whoever_is_elsewhere_votes_not(enter, notes):
    assert vote(enter(EEVA), notes[0]).status == 404


def test_my_data_count_my_votes_and_name_no_note(board, aino, orjan, notes):
    vote(aino, notes[0]), vote(aino, notes[1]), vote(orjan, notes[0])
    data = aino.open("/me/data.json").response.get_json()
    [held] = [held["records"] for held in data["held"] if held["table"] == "vote"]
    assert [list(record.values())[-1] for record in held] == [2]
    assert not str(held).count("Lappu")


def test_erasing_takes_the_votes_along_or_leaves_them_to_nobody(app, board, aino, orjan, enter, notes):
    mine = board.note(orjan, "Örjanin lappu")
    vote(aino, mine), vote(orjan, mine)
    show_totals(board)
    orjan.post("/me/erasure", sure="yes", texts="leave")
    assert totals(board, aino)[mine] == 2
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert totals(board, board.marja)[mine] == 1
    assert voted(enter(ORJAN).open(board.path)) == []


def test_a_copy_of_the_board_has_its_tools_but_no_open_voting(app, board, notes):
    board.marja.send(f"{board.path}/tools", comments="no", reactions="yes")
    board.marja.post(f"{board.activity}/copy")
    with app.app_context(), transaction(writes=False):
        first, copy = db.session.scalars(sa.select(Phase).order_by(Phase.id)).all()
        assert (copy.votes_each, copy.comments, copy.reactions, copy.voting_open, copy.votes_shown) == (2, False, True, False, False)
