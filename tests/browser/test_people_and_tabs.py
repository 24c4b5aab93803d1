"""Several people and several tabs: the session says who, the address says what, the membership says which role."""
import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

import demo.platform.courses as courses
from lti_tool.access import Visit

pytestmark = pytest.mark.browser


def end_visits(tool):
    with tool.writing() as session:
        session.execute(sa.delete(Visit))


def test_two_people_in_two_browsers_are_two_people(meet, board):
    aino, orjan = meet("aino").open(board.link), meet("orjan").open(board.link)
    aino.write(board.columns[0], "Ainolta")
    orjan.write(board.columns[0], "Från Örjan")
    for screen in (aino, orjan):
        expect(screen.note("Ainolta").locator(".who")).to_contain_text("Aino")
        expect(screen.note("Från Örjan").locator(".who")).to_contain_text("Örjan")
    expect(aino.locator("html")).to_have_attribute("lang", "fi")
    expect(orjan.locator("html")).to_have_attribute("lang", "sv")


def test_two_courses_in_two_tabs_of_one_browser_stay_two_courses(meet, board, monkeypatch):
    first, second = courses.COURSES
    monkeypatch.setattr(courses, "COURSES", (first, second._replace(members=("eeva", "marja"))))
    marja = meet("marja")
    one, other = marja.open(board.link), marja.open("21")
    expect(other.locator(".home .word")).to_have_text("Toinen verkosto")
    one.write(board.columns[0], "Ensimmäiseltä kurssilta")
    expect(one.note("Ensimmäiseltä kurssilta")).to_be_visible()
    other.page.reload()
    expect(other.page.frame_locator("#contentframe").locator(".home .word")).to_have_text("Toinen verkosto")
    assert "Ensimmäiseltä kurssilta" in board.texts()


def test_the_last_launch_decides_the_role_in_a_tab_that_is_already_open(meet, board):
    marja = meet("marja")
    open_tab = marja.open(board.link)
    expect(open_tab.locator("body")).to_have_attribute("data-role", "facilitator")
    marja.open(board.link, role="student")
    open_tab.write(board.columns[0], "Nyt opiskelijana")
    expect(open_tab.note("Nyt opiskelijana")).to_be_visible()
    expect(open_tab.locator("body")).to_have_attribute("data-role", "participant")
    open_tab.note(board.notes[0]).locator("summary").click()
    expect(open_tab.note(board.notes[0]).locator(".sheet [href$='/position']")).to_be_visible()
    expect(open_tab.note(board.notes[0]).locator(".own-act").first).to_be_hidden()
    expect(open_tab.column(board.columns[0]).locator("header .menu")).to_have_count(0)


def test_a_session_that_has_ended_keeps_the_text_and_goes_on_after_a_launch_in_another_tab(meet, board, tool):
    somebody = meet("aino")
    aino, column = somebody.open(board.link), board.columns[0]
    end_visits(tool)
    aino.write(column, "Istunto loppui")
    expect(aino.locator("#banner-session")).to_be_visible()
    expect(aino.locator("#banner-session a")).to_have_attribute("target", "_top")
    expect(aino.locator(".note.waiting .text")).to_have_text("Istunto loppui")
    assert "Istunto loppui" not in board.texts()
    somebody.open(board.link)
    aino.evaluate("document.querySelector('#banner-session button')?.click()")  # the page asks by itself, too, and may have been quicker
    expect(aino.note("Istunto loppui")).to_be_visible()
    expect(aino.locator(".note.waiting")).to_have_count(0)
    expect(aino.locator("#banner-session")).to_have_count(0)
    assert board.texts().count("Istunto loppui") == 1


def test_on_a_shared_computer_nothing_is_written_in_the_name_of_the_next_person(meet, board):
    aino = meet("aino")
    open_tab, column = aino.open(board.link), board.columns[0]
    open_tab.type_into(column, "Ainon ajatus")
    orjan = meet("orjan", context=aino.context)
    orjan.open(board.link)
    open_tab.page.bring_to_front()
    open_tab.press("Enter")
    expect(open_tab.locator(f"#composer-{column} [data-refusal]")).not_to_be_empty()
    expect(open_tab.field(column)).to_have_value("Ainon ajatus")
    assert "Ainon ajatus" not in board.texts()


def test_two_people_who_edit_one_note_both_keep_their_words(meet, board):
    aino, marja, note = meet("aino").open(board.link), meet("marja").open(board.link), board.notes[0]
    for screen in (aino, marja):
        screen.act(screen.note(note), f"/notes/{note}")
        expect(screen.locator("#edit-text")).to_be_visible()
    marja.locator("#edit-text").fill("Marjan sanat")
    marja.dialog.locator(".primary").click()
    expect(aino.note(note).locator(".text")).to_have_text("Marjan sanat")
    expect(aino.locator("#edit-text")).to_have_value("Kirjaamiskahvit perjantaisin")
    aino.locator("#edit-text").fill("Ainon sanat")
    aino.dialog.locator(".primary").click()
    expect(aino.dialog.locator(".version p")).to_have_text(["Marjan sanat", "Ainon sanat"])
    assert board.texts() == ["Marjan sanat"]
    aino.locator("#conflict-text").fill("Marjan ja Ainon sanat")
    aino.dialog.locator(".primary").click()
    for screen in (aino, marja):
        expect(screen.note(note).locator(".text")).to_have_text("Marjan ja Ainon sanat")
    expect(aino.dialog).to_have_count(0)


def test_the_boards_text_stays_when_the_second_person_gives_way(meet, board):
    aino, marja, note = meet("aino").open(board.link), meet("marja").open(board.link), board.notes[0]
    aino.act(aino.note(note), f"/notes/{note}")
    aino.locator("#edit-text").fill("Ainon sanat")
    marja.act(marja.note(note), f"/notes/{note}")
    marja.locator("#edit-text").fill("Marjan sanat")
    marja.dialog.locator(".primary").click()
    expect(aino.note(note).locator(".text")).to_have_text("Marjan sanat")
    aino.dialog.locator(".primary").click()
    expect(aino.dialog.locator(".version")).to_have_count(2)
    aino.dialog.locator("a[data-close]").click()
    expect(aino.dialog).to_have_count(0)
    assert board.texts() == ["Marjan sanat"]
