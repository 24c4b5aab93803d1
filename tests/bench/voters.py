"""Three hundred people vote within ten seconds, each three times, while all of them look on: every vote counted once, and how soon the last viewer sees the final totals."""
import re
import sqlite3
import threading
import time

from .connection import Connection, request
from .course import make_course
from .crowd import Crowd
from .figure import Figure
from .tool import served

VOTERS, VOTES, SECONDS, HANDS = 300, 3, 10, 12


def open_voting(course) -> list[int]:
    """With shown totals. The notes that are voted on."""
    with sqlite3.connect(course.database) as database:
        database.execute("UPDATE phase SET votes_each = ?, voting_open = 1, votes_shown = 1", (VOTES,))
        return [number for (number,) in database.execute("SELECT id FROM note ORDER BY id LIMIT ?", (VOTES,))]


def vote(course, notes: list[int], seconds: float) -> tuple[list[float], int, float]:
    """(how long each waited in seconds, how many were refused, when the last was answered). Everybody's votes are spread over the time."""
    waits, refused, lock, began = [], [0], threading.Lock(), time.perf_counter()
    turns = [(seconds * place / (VOTERS * VOTES), place % VOTERS, place // VOTERS) for place in range(VOTERS * VOTES)]

    def hand(first: int):
        with Connection(course.port) as line:
            for at, person, nth in turns[first::HANDS]:
                time.sleep(max(0, began + at - time.perf_counter()))
                asked = time.perf_counter()
                note = notes[(person + nth) % len(notes)]  # in another order each, so that no note is finished early
                answer = line.ask(request("POST", f"/notes/{note}/vote", course.cookies[person], f"op=vote-{person}-{nth}-of-the-bench".encode(), HX_Request="true"))
                with lock:
                    waits.append(time.perf_counter() - asked)
                    refused[0] += answer.status != 200

    hands = [threading.Thread(target=hand, args=(first,)) for first in range(HANDS)]
    for one in hands:
        one.start()
    for one in hands:
        one.join()
    return waits, refused[0], time.perf_counter()


def counted(course) -> list[int]:
    with sqlite3.connect(course.database) as database:
        return [number for (number,) in database.execute("SELECT count(*) FROM vote GROUP BY note_id ORDER BY note_id")]


def look_on(crowd: Crowd, notes: list[int], voting: threading.Thread) -> list[float]:
    """When each page had been sent the final total of every note; infinity for who never was."""
    final = re.compile(rb'id="note-(\d+)"[^>]*data-total="%d"' % VOTERS)
    seen, tails, found, end = {}, {}, {}, float("inf")
    while len(found) < len(crowd.members) and time.perf_counter() < end:
        for number, _event in crowd.poll.poll(0.05):
            data = tails.get(number, b"") + crowd.read(crowd.members[number])
            tails[number] = data[-2000:]  # longer than the beginning of a note
            seen.setdefault(number, set()).update(int(note) for note in final.findall(data))
            if len(seen[number]) == len(notes):
                found.setdefault(number, time.perf_counter())
        if end == float("inf") and not voting.is_alive():
            end = time.perf_counter() + 10
    return [found.get(number, float("inf")) for number in crowd.members]


def measure(bench):
    runs, lasts, waits, refused, wrong = 1 if bench.quick else 3, [], [], 0, 0
    for _run in range(runs):
        course = make_course(bench.folder, people=VOTERS, notes=20)
        notes, done = open_voting(course), []
        with served(course), Crowd(course.port) as crowd:
            bench.say(f"{VOTERS} people, {VOTES} votes each, within {SECONDS} s")
            crowd.arrive(course.stream + "0", course.cookies)
            voting = threading.Thread(target=lambda: done.append(vote(course, notes, SECONDS)))
            voting.start()
            saw = look_on(crowd, notes, voting)
            voting.join()
        waited, not_taken, last = done[0]
        lasts.append(1000 * max(0.0, max(saw) - last))
        waits, refused = waits + waited, refused + not_taken
        wrong += counted(course) != [VOTERS] * VOTES
    yield Figure(f"{VOTERS} people voting within {SECONDS} s: the last viewer right", lasts, "ms", "≤ 1 s, every vote counted once", max(lasts) <= 1000 and not refused and not wrong,
                 f"{refused} refused, {wrong} of {runs} counts wrong, worst answer {1000 * max(waits):.0f} ms", [], "", "ms", None, "",
                 "From the answer to the last vote until the last of 300 open pages was sent the final totals, which are shown while people vote: each vote changes every page.")


__all__ = ["measure"]
