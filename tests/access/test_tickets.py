"""From the frame to a window of its own: a pass that is good for half a minute, once, to one address of ours."""
import pytest

from lti_tool.access.tickets import Ticket
from lti_tool.db.chores import do_chores
from tests.support.cast import AINO, ORJAN
from tests.support.platform import TOOL
from tests.support.visitor import FROM_HERE

AS_DATA = {**FROM_HERE, "Accept": "application/json"}
FOREIGN = ["//evil.example/", "https://evil.example/", "http:evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
           "/\n/evil.example", "\t//evil.example", " //evil.example", "\x01//evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example", "",
           "/\x00/evil.example", "//tool.example@evil.example/", "https:///evil.example", "/%09/evil.example", "/..//evil.example", "/.\\/evil.example"]


def ticket_of(visitor, address="/me"):
    return visitor.ask("POST", "/tickets", AS_DATA, data={"address": address}).response.json


def window(app, ticket, address, **headers):
    """A window at top level: it has none of the frame's cookies."""
    client = app.test_client()
    answer = client.post("/window", base_url=TOOL, headers={**FROM_HERE, **headers}, data={"ticket": ticket, "address": address}, buffered=True)
    return client, answer


def test_a_pass_opens_the_same_page_as_the_same_person(app, board, enter):
    pass_ = ticket_of(enter(AINO), board.path)
    client, answer = window(app, pass_["ticket"], pass_["address"])
    assert (answer.status_code, answer.location) == (303, board.path)
    assert "Aino" in client.get("/me", base_url=TOOL).text
    assert client.get(board.path, base_url=TOOL).status_code == 200


def test_a_pass_is_good_once(app, enter):
    pass_ = ticket_of(enter(AINO))
    assert window(app, pass_["ticket"], "/me")[1].status_code == 303
    client, answer = window(app, pass_["ticket"], "/me")
    assert answer.status_code == 403
    assert client.get("/me", base_url=TOOL).status_code == 401


def test_a_pass_is_good_for_half_a_minute(app, enter, clock):
    aino = enter(AINO)
    early, late = ticket_of(aino), ticket_of(aino)
    clock.forward(seconds=28)
    assert window(app, early["ticket"], "/me")[1].status_code == 303
    clock.forward(seconds=4)
    assert window(app, late["ticket"], "/me")[1].status_code == 403


def test_a_pass_is_good_for_its_own_address_only(app, board, enter):
    pass_ = ticket_of(enter(AINO), "/me")
    assert window(app, pass_["ticket"], board.path)[1].status_code == 403


@pytest.mark.every_case
@pytest.mark.parametrize("ticket", ["", "x" * 43, "ä", "x" * 100_000])
def test_a_made_up_pass_opens_nothing(app, enter, ticket):
    enter(AINO)
    assert window(app, ticket, "/me")[1].status_code == 403


def test_a_pass_from_another_site_opens_nothing(app, enter):
    pass_ = ticket_of(enter(AINO))
    client = app.test_client()
    answer = client.post("/window", base_url=TOOL, headers={"Sec-Fetch-Site": "cross-site"}, data=pass_)
    assert answer.status_code == 403
    assert window(app, pass_["ticket"], "/me")[1].status_code == 303  # and was not spent


def test_a_pass_never_leads_away(app, enter):
    aino = enter(AINO)
    for address in FOREIGN:
        pass_ = ticket_of(aino, address)
        assert pass_["address"].startswith("/") and not pass_["address"].startswith(("//", "/\\")), address
        answer = window(app, pass_["ticket"], pass_["address"])[1]
        assert answer.status_code == 303, address
        assert not answer.location.startswith(("//", "/\\", "http")) and "evil" not in answer.location.partition("/")[0], address


def test_settings_never_lead_away(enter):
    aino = enter(AINO)
    for address in FOREIGN:
        location = aino.post("/me/settings", scheme="dark", back=address).leads_to
        assert location.startswith("/") and not location.startswith(("//", "/\\")), address
        back = aino.open("/me", query_string={"from": address}).links
        assert not any(link.startswith(("//", "/\\", "http", "javascript", "data")) for link in back), address


def test_without_javascript_the_pass_is_a_button(app, board, enter):
    aino = enter(AINO)
    page = aino.press(aino.open(board.path), "/tickets")
    form = page.form("/window")
    assert form.element.get("target") == "_blank"
    client, answer = window(app, form.values["ticket"], form.values["address"])
    assert answer.location == board.path
    assert client.get(board.path, base_url=TOOL).status_code == 200


def test_passes_are_stored_hashed_and_forgotten(app, enter, clock, rows):
    first = ticket_of(enter(AINO))
    assert first["ticket"] not in repr([vars(row) for row in rows(Ticket)])
    clock.forward(minutes=1)
    ticket_of(enter(ORJAN))
    assert do_chores(app) == []
    assert len(rows(Ticket)) == 1
