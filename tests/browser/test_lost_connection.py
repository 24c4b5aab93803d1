"""The connection is lost while somebody writes: nothing is lost, nothing is doubled, and it goes on by itself."""
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def somebody(meet):
    return meet("aino")


@pytest.fixture
def aino(somebody, board):
    return somebody.open(board.link)


def waiting(screen):
    return screen.locator(".note.waiting")


def test_notes_written_offline_wait_in_sight_and_are_sent_once_in_order_when_it_is_back(somebody, aino, meet, board):
    orjan, column = meet("orjan").open(board.link), board.columns[1]
    somebody.context.set_offline(True)
    aino.write(column, "Ensin")
    aino.write(column, "Sitten")
    expect(waiting(aino).locator(".text")).to_have_text(["Ensin", "Sitten"])
    expect(aino.locator("#banner-sending")).to_be_visible()
    expect(aino.field(column)).to_be_focused()
    somebody.context.set_offline(False)
    expect(orjan.column(column).locator(".note .text")).to_have_text(["Ensin", "Sitten"])
    expect(waiting(aino)).to_have_count(0)
    expect(aino.locator("#banner-sending.good")).to_be_visible()
    assert board.texts().count("Ensin") == board.texts().count("Sitten") == 1


def test_a_note_whose_answer_was_lost_after_it_was_saved_is_not_doubled(aino, board):
    column, lost = board.columns[0], []

    def lose_first_answer(route):
        answer = route.fetch()
        lost.append(answer.status)
        if len(lost) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    aino.page.route("**/notes", lose_first_answer)
    aino.write(column, "Vain kerran")
    expect(waiting(aino)).to_have_count(0)
    expect(aino.locator("#banner-sending.good")).to_be_visible()
    assert lost == [201, 201]
    assert board.texts().count("Vain kerran") == 1
    expect(aino.note("Vain kerran")).to_have_count(1)
    expect(aino.note("Vain kerran").locator(".mine-tag")).to_be_visible()


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_note_that_a_proxy_answers_with_a_page_of_its_own_waits_and_is_sent(aino, board, status):
    column, answers = board.columns[0], []

    def first_from_the_proxy(route):
        answers.append(route.request.post_data)
        if len(answers) == 1:
            route.fulfill(status=status, content_type="text/html", body="<!doctype html><title>Bad gateway</title>")
        else:
            route.continue_()

    aino.page.route("**/notes", first_from_the_proxy)
    aino.write(column, "Välipalvelin")
    expect(aino.note("Välipalvelin")).to_be_visible()
    expect(waiting(aino)).to_have_count(0)
    assert answers[0] == answers[1]
    assert board.texts().count("Välipalvelin") == 1


def test_pressing_enter_twice_sends_one_note(aino, board):
    column = board.columns[0]
    aino.type_into(column, "Kahdesti")
    aino.press("Enter", "Enter")
    aino.write(column, "Seuraava")
    expect(aino.note("Seuraava")).to_be_visible()
    assert board.texts().count("Kahdesti") == 1


def test_the_server_restarts_and_both_windows_go_on(aino, meet, board, tool):
    orjan, column = meet("orjan").open(board.link), board.columns[1]
    tool.stop()
    aino.write(column, "Katkon aikana")
    expect(waiting(aino)).to_have_count(1)
    tool.start()
    expect(orjan.note("Katkon aikana")).to_be_visible()
    expect(waiting(aino)).to_have_count(0)
    orjan.write(column, "Katkon jälkeen")
    expect(aino.note("Katkon jälkeen")).to_be_visible()
    assert sorted(board.texts()[1:]) == ["Katkon aikana", "Katkon jälkeen"]


def test_an_edit_that_cannot_be_sent_stays_in_its_dialog_and_is_saved_when_it_is_back(somebody, aino, meet, board):
    orjan, note = meet("orjan").open(board.link), board.notes[0]
    aino.act(aino.note(note), f"/notes/{note}")
    aino.locator("#edit-text").fill("Muutettu ilman yhteyttä")
    somebody.context.set_offline(True)
    aino.dialog.locator(".primary").click()
    expect(aino.dialog.locator("[data-refusal]")).not_to_be_empty()
    expect(aino.locator("#edit-text")).to_have_value("Muutettu ilman yhteyttä")
    somebody.context.set_offline(False)
    expect(orjan.note(note).locator(".text")).to_have_text("Muutettu ilman yhteyttä")
    expect(aino.dialog).to_have_count(0)


def test_leaving_the_page_is_asked_about_only_while_something_would_be_lost(somebody, board):
    asked = []
    aino = somebody.open(board.link, window=True)
    aino.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    aino.write(board.columns[0], "Lähetetty")
    expect(aino.note("Lähetetty")).to_be_visible()
    aino.page.reload()
    assert asked == []
    aino.type_into(board.columns[0], "Kesken")
    aino.page.reload()
    assert asked == ["beforeunload"]


def test_what_was_typed_into_a_dialog_is_there_again_when_it_is_opened_again(aino, board):
    note = board.notes[0]
    aino.act(aino.note(note), f"/notes/{note}")
    aino.locator("#edit-text").fill("Jäi kesken")
    aino.press("Escape")
    expect(aino.dialog).to_have_count(0)
    aino.act(aino.note(note), f"/notes/{note}")
    expect(aino.locator("#edit-text")).to_have_value("Jäi kesken")
    aino.dialog.locator(".guard button").click()
    expect(aino.locator("#edit-text")).to_have_value("Kirjaamiskahvit perjantaisin")


def test_too_long_a_text_is_refused_in_words_and_not_cut(aino, board):
    column = board.columns[0]
    field = aino.field(column)
    field.fill("ä" * 1001)
    expect(aino.locator(f"#composer-{column} output")).to_have_text("1001/1000")
    field.press("Enter")
    expect(aino.locator(f"#composer-{column} [data-refusal]")).to_contain_text("1")
    assert len(field.input_value()) == 1001
    field.fill("😀")
    expect(aino.locator(f"#composer-{column} output")).to_have_text("1/1000")
