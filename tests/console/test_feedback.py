"""Feedback on accessibility: read by the platform's own administrators, the newest first, and marked as handled."""
import pytest

from lti_tool.db import now
from lti_tool.notices.feedback import Feedback
from tests.support.page import words_of

pytestmark = pytest.mark.usefixtures("in_english")


def write(console, platform=None, **values) -> int:
    with console.writing() as session:
        feedback = Feedback(**{"issuer": platform and platform.issuer, "client_id": platform and platform.client_id, "text": "Ruudunlukija ei kerro", "language": "fi",
                               "contact": "", "made_at": now(), **values})
        session.add(feedback)
        session.flush()
        return feedback.id


def shown(seen) -> list[str]:
    return [words_of(text) for text in seen.all("p", class_="written")]


def test_it_is_shown_newest_first_in_its_language_and_with_where_to_answer(otto, console, platform):
    write(console, platform, text="Ensimmäinen")
    write(console, platform, text="Den andra <b>", language="sv", contact="ina@example.fi")
    seen = otto.open(console.path("feedback"))
    assert shown(seen) == ["Den andra <b>", "Ensimmäinen"]
    assert [text.get("lang") for text in seen.all("p", class_="written")] == ["sv", "fi"]
    assert "Wants an answer: ina@example.fi" in seen.text and "No answer was asked for." in seen.text


def test_it_can_be_marked_as_handled_and_as_not(otto, console, platform, clock):
    number = write(console, platform)
    path = f"/console/feedback/{number}/handling"
    seen = otto.open(console.path("feedback"))
    assert "Not handled yet" in seen.text
    seen = otto.press(seen, path, button=("handled", "yes"))
    assert seen.path == console.path("feedback") and "Handled today" in seen.text
    clock.forward(days=1)
    otto.launch()
    assert "Handled yesterday" in otto.submit(path, handled="yes").text  # a second time is no later time
    assert "Not handled yet" in otto.press(otto.open(console.path("feedback")), path, button=("handled", "no")).text


def test_what_is_about_no_platform_is_the_operators_(otto, kaisa, console, platform, liisa):
    number, gone = write(console, text="Yleistä"), write(console, text="Poistetusta", issuer="https://gone.example", client_id="x")
    write(console, platform, text="Alustasta")
    assert shown(kaisa.open("/console/feedback")) == ["Poistetusta", "Yleistä"]
    for one in (number, gone):
        assert otto.post(f"/console/feedback/{one}/handling", handled="yes").status == 404 == liisa.post(f"/console/feedback/{one}/handling", handled="yes").status
        assert kaisa.submit(f"/console/feedback/{one}/handling", handled="yes").path == "/console/feedback"
    assert shown(kaisa.open(console.path("feedback"))) == ["Alustasta"]


def test_what_waits_is_told_where_the_console_begins(otto, kaisa, console, platform, clock):
    number = write(console, platform)
    write(console, platform, handled_at=clock())
    write(console, text="Yleistä"), write(console, text="Yleistä")
    assert "1 piece of feedback on accessibility waits" in otto.open(console.path()).text
    assert "2 pieces of feedback on accessibility wait" in kaisa.open("/console/platforms").text
    otto.submit(f"/console/feedback/{number}/handling", handled="yes")
    assert "feedback on accessibility" not in otto.open(console.path()).text


def test_much_of_it_goes_on_in_pages(otto, console, platform):
    for number in range(51):
        write(console, platform, text=f"Palaute {number}")
    first = otto.open(console.path("feedback"))
    second = otto.open(next(link for link in first.links if "before=" in link))
    assert shown(first) + shown(second) == [f"Palaute {number}" for number in range(50, -1, -1)]


def test_none_says_so(otto, console):
    assert "Nobody has written anything" in otto.open(console.path("feedback")).text
