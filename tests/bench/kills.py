"""The server is killed (SIGKILL) while people write: whether every note that was acknowledged is still there."""
import contextlib
import random
import signal
import sqlite3
import threading
import time

from .connection import Connection
from .course import make_course
from .figure import Figure
from .tool import tool

WRITERS = 8


def write_until_killed(course, number: int, round_: int, acknowledged: list) -> None:
    with contextlib.suppress(OSError, ValueError), Connection(course.port, course.cookies[number]) as writer:
        for n in range(10_000):
            text = f"kierros {round_} kirjoittaja {number} lappu {n}"
            if writer.note(course.notes_of(number % 4), text, f"kill-{round_}-{number}-{n}").status == 201:
                acknowledged.append(text)


def measure(bench):
    rounds, chance = (5 if bench.quick else 20), random.Random(9)
    course, acknowledged, starts = make_course(bench.folder, people=WRITERS, notes=10), [], []
    bench.say(f"{rounds} rounds of {WRITERS} writers and a SIGKILL")
    for round_ in range(rounds):
        began = time.perf_counter()
        process = tool(course).start()
        starts.append(time.perf_counter() - began)
        threads = [threading.Thread(target=write_until_killed, args=(course, number, round_, acknowledged)) for number in range(WRITERS)]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.3, 1.0))
        process.stop(signal.SIGKILL)
        for thread in threads:
            thread.join()
    with tool(course), Connection(course.port, course.cookies[0]) as reader:
        page = reader.get(course.page).body.decode()
    stored = {text for (text,) in sqlite3.connect(course.database).execute("SELECT text FROM note")}
    lost = [text for text in acknowledged if text not in stored or f">{text}<" not in page]
    yield Figure(f"acknowledged notes lost after kill -9 under load ({rounds} rounds)", [len(lost)], "", "0", not lost,
                 f"of {len(acknowledged):,} acknowledged; started again in {sorted(starts)[len(starts) // 2]:.1f} s", peers="scrumblr 3 of 20 single notes, 30 of 30 when its store is killed; WBO 30 of 30",
                 how=f"{WRITERS} people write without pause until the server is killed; afterwards each note that was answered with 201 is looked for on the page and in the file.")
