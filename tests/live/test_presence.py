"""How many people have a board open: told soon to who comes, seldom to all, and by messages that grow with the viewers only."""
import asyncio

import pytest

from lti_tool.live import Viewer
from lti_tool.live.presence import Presence
from lti_tool.live.stream import LONGEST_MENTIONS, Stream, Streams
from lti_tool.live.telling import Telling

TOPIC = 4


class Page:
    """A stream as far as it is told something; remembers what."""

    def __init__(self, person, topic=TOPIC):
        self.viewer, self.told = Viewer(topic=topic, course=1, person=person, role="participant", language="fi"), []

    def mention(self, data):
        self.told.append(data.decode().split("data: ")[1].strip())


class House:
    """Pages that come and go; time passes when it is told to."""

    def __init__(self):
        self.streams, self.planned, self.pauses, self.pages = Streams(), [], [], []
        self.telling = Telling(self.streams, self.later)
        self.presence = Presence(self.telling)

    def later(self, seconds, act):
        self.pauses.append(seconds)
        self.planned.append(act)

    def enter(self, person, **where):
        page = Page(person, **where)
        self.pages.append(page)
        self.streams.add(page)
        self.presence.came(page)
        return page

    def leave(self, page):
        self.streams.remove(page)
        self.presence.left(page)

    def pass_time(self):
        while self.planned:
            self.planned.pop(0)()

    @property
    def messages(self):
        return sum(len(page.told) for page in self.pages)


@pytest.fixture
def house():
    return House()


def test_who_comes_is_told_at_once_and_the_others_soon(house):
    aino = house.enter(1)
    house.pass_time()
    orjan = house.enter(2)
    assert (aino.told[-1], orjan.told) == ("1", ["2"])
    house.pass_time()
    assert (aino.told[-1], orjan.told[-1]) == ("2", "2")


def test_a_person_with_two_pages_is_here_once_and_until_the_last_is_closed(house):
    one, other, orjan = house.enter(1), house.enter(1), house.enter(2)
    house.pass_time()
    assert orjan.told[-1] == "2"
    house.leave(one)
    house.pass_time()
    assert orjan.told[-1] == "2"
    house.leave(other)
    house.pass_time()
    assert orjan.told[-1] == "1"


def test_a_page_that_is_loaded_anew_disturbs_nobody(house):
    page, other = house.enter(1), house.enter(2)
    house.pass_time()
    before = len(other.told)
    house.leave(page)
    again = house.enter(1)
    house.pass_time()
    assert len(other.told) == before and again.told[-1] == "2"


def test_in_the_end_all_pages_show_the_same_number_whoever_came_and_went_meanwhile(house):
    aino = house.enter(1)
    house.enter(2)
    house.pass_time()
    orjan = house.enter(3)
    house.leave(aino)  # before the others heard of Örjan: as many as they know, but he was told another number
    house.pass_time()
    assert orjan.told[-1] == "2"


def test_boards_do_not_hear_of_each_other_and_an_empty_one_is_forgotten(house):
    here, there = house.enter(1), house.enter(2, topic=5)
    house.pass_time()
    assert (here.told[-1], there.told[-1]) == ("1", "1")
    house.leave(here)
    house.pass_time()
    assert house.presence.count(TOPIC) == 0 and not house.presence._people.get(TOPIC) and TOPIC not in house.presence._shown


def test_a_thousand_who_arrive_cost_messages_by_their_number_and_not_by_its_square(house):
    """Each is told once at once; then one message to all, however many came meanwhile."""
    for person in range(1000):
        house.enter(person)
    assert house.messages == 1000
    house.pass_time()
    assert house.messages == 2000
    assert {page.told[-1] for page in house.pages} == {"1000"}


def test_the_more_are_here_the_more_seldom_they_are_told(house):
    for person in range(1000):
        house.enter(person)
    house.pass_time()
    house.pauses.clear()
    house.enter(1000)
    assert house.pauses == [10.01]  # together a hundred messages a second


def test_a_page_that_does_not_read_is_spared_what_may_be_lost():
    async def scenario():
        free = asyncio.Event()
        sent = []

        async def send(message):
            await free.wait()
            sent.append(message["body"])

        stream = Stream(Page(1).viewer, 0, {}, send, None)
        stream.mention(b"first;")
        await asyncio.sleep(0)  # on its way
        for _time in range(50):
            stream.mention(b"more;")
        assert stream.take(b"a change;", 1)  # what matters still finds room
        free.set()
        while stream._writer:
            await stream._writer
        assert b"".join(sent) == b"first;" + b"more;" * LONGEST_MENTIONS + b"a change;"
    asyncio.run(scenario())


def test_pages_of_a_real_server_hear_how_many_are_here(served, aino, orjan, stream_path, head):
    first = served.listen(aino, stream_path, since=head(), told=True)
    assert first.until("presence")[-1].data == "1"
    second = served.listen(orjan, stream_path, since=head(), told=True)
    event = second.until("presence")[-1]
    assert (event.data, event.id) == ("2", None)
    while first.until("presence")[-1].data != "2":
        pass
    second.close()
    while first.until("presence")[-1].data != "1":
        pass
    first.close()
