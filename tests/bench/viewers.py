"""A thousand people have one board open and somebody writes: when the last of them has it, what the writer waits, what a stream weighs."""
import re
import threading
import time

from .connection import Connection, note_request
from .course import make_course
from .crowd import Crowd
from .figure import Figure, quantile
from .tool import floor, served

VIEWERS = 1000
PAUSE = 0.15  # seconds between two notes


def words(n: int) -> str:
    return f"Kirjaamiskahvit joka toinen perjantai auttoivat uusia alkuun, ja jokainen toi oman esimerkin marker{n:04d}."


def spread_notes(crowd, sender, ask, numbers) -> tuple[list, list, int]:
    """Milliseconds until the last viewer had each note, and until its writer had the answer; how many viewers missed one."""
    last, answers, missed = [], [], 0
    for n in numbers:
        crowd.forget()
        began = time.perf_counter()
        sender.socket.send(ask(words(n), f"operation-{n:04d}"))
        crowd.until(f"marker{n:04d}".encode())
        found = [member.found for member in crowd.members.values() if member is not sender]
        missed += found.count(0.0)
        last.append(1000 * (max(found) - began))
        answers.append(1000 * (sender.found - began))
        crowd.listen(PAUSE)
    return last, answers, missed


def warm(course) -> None:
    """Everybody asks something first, eight at once: what each thread's connection then keeps of the database belongs to no stream."""
    def ask(cookies):
        with Connection(course.port) as connection:
            for connection.cookie in cookies:
                connection.get(f"/activities/{course.board}/changes?since=0")

    threads = [threading.Thread(target=ask, args=(course.cookies[n % 3::3],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def run(process, path, cookies, ask, count):
    """(last viewer, writer's answer, missed, bytes of memory for each stream)."""
    with Crowd(process.port) as crowd:
        crowd.arrive(path, cookies[:50])  # what the first streams bring with them belongs to no single one
        crowd.listen(0.5)
        before = process.memory
        crowd.arrive(path, cookies[50:])
        crowd.listen(1.5)
        each = (process.memory - before) / len(cookies[50:])
        sender = crowd.join()
        spread_notes(crowd, sender, ask, range(5))
        return *spread_notes(crowd, sender, ask, range(5, 5 + count)), each


def an_event(course) -> bytes:
    """A note as the tool sends it to a viewer, with %s for its words."""
    with Crowd(course.port) as crowd, Connection(course.port, course.cookies[0]) as writer:
        crowd.arrive(course.stream + "0", course.cookies[1:2])
        writer.note(course.notes_of(), words(0), "operation-first")
        heard = crowd.listen(1)
    event = next(piece for piece in re.split(rb"\n\n\r\n", heard) if b"marker0000" in piece)
    return re.sub(rb"^[0-9a-f]+\r\n", b"", event).replace(b"%", b"%%").replace(words(0).encode(), b"%s") + b"\n\n"


def measure(bench):
    count = 20 if bench.quick else 60
    course = make_course(bench.folder, people=VIEWERS + 1, notes=60)
    path = course.stream + "0"
    with served(course) as process:
        warm(course)
        event = an_event(course)
        (bench.folder / "event").write_bytes(event)
        bench.say(f"{VIEWERS} viewers, {count} notes of {len(event)} bytes")
        last, answers, missed, memory = run(process, path, course.cookies[1:], lambda text, op: note_request(course.notes_of(), course.cookies[0], text, op), count)
    with floor("broadcast", bench.folder / "event") as process:
        bench.say("the same bytes by a bare broadcast")
        floor_last, floor_answers, _missed, floor_memory = run(process, path, course.cookies[1:], lambda text, op: note_request("/", "", "", "")
                                                               + text.encode(), count)
    ratio = Figure("", last, "", "", True).median / Figure("", floor_last, "", "", True).median
    yield Figure(f"note sent until the last of {VIEWERS:,} viewers has it", last, "ms", "≤ 2 × the bare broadcast", ratio <= 2 and not missed,
                 f"p95 {quantile(last, 0.95):.1f} ms" + (f", {missed} missed" if missed else ""), floor_last, "bare asyncio broadcast of the same bytes", "ms", ratio,
                 "`websockets` 20; bare socket.io 24; scrumblr 28–33; WBO 48–62",
                 "One person writes, through the whole application and durably; the others listen, in three languages and two roles, and are read by one thread.")
    yield Figure(f"the sender's own answer with {VIEWERS:,} viewers", answers, "ms", "≤ 10 ms median", Figure("", answers, "", "", True).median <= 10,
                 f"p95 {quantile(answers, 0.95):.1f} ms", floor_answers, "bare asyncio broadcast", "ms", None, "", "From the same notes.")
    yield Figure("memory per open stream", [memory / 1000], "KB", "≤ 15 KB", memory <= 15_000, "", [floor_memory / 1000], "raw TCP with asyncio", "KB",
                 memory / floor_memory, "raw TCP 5, `websockets` 13, socket.io 25, scrumblr 26, WBO 40",
                 f"What the server process has for itself alone, after {VIEWERS - 50} more streams were opened.")
