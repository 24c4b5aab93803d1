"""What a board costs the server: the page with 500 notes, and a note more when there are few or many."""
import statistics
import time

from .connection import Connection
from .course import make_course, sentences
from .figure import Figure
from .tool import served


def timed(act, count: int) -> list[float]:
    """Milliseconds of each, after some that are not counted."""
    spent = []
    for n in range(count + 5):
        began = time.perf_counter()
        act(n)
        spent.append(1000 * (time.perf_counter() - began))
    return spent[5:]


def pages(bench, notes: int, count: int) -> tuple[list, list, int]:
    """(milliseconds of the page, of the smallest answer there is, bytes of the page as it is sent)."""
    course = make_course(bench.folder, people=50, notes=notes)
    with served(course), Connection(course.port, course.cookies[1]) as reader:
        bench.say(f"the page with {notes} notes, {count} times")
        sent = []
        spent = timed(lambda n: sent.append(len(reader.get(course.page, Accept_Encoding="gzip, deflate, br, zstd").body)), count)
        return spent, timed(lambda n: reader.get("/healthz"), count), sent[-1]


def adding(bench, count: int) -> tuple[list, list]:
    """Milliseconds of a note more at 10 and at 5,000 notes, by turns, so that both meet the same machine."""
    courses, texts = [make_course(bench.folder, people=50, notes=notes) for notes in (10, 5000)], sentences(count + 5)
    with served(courses[0]), served(courses[1]):
        bench.say(f"a note more on boards with 10 and with 5000 notes, {count} times")
        writers = [Connection(course.port, course.cookies[1]) for course in courses]
        spent = [[], []]
        for n in range(count + 5):
            for writer, course, times in zip(writers, courses, spent):
                began = time.perf_counter()
                writer.note(course.notes_of(n % 4), texts[n], f"adding-{n:05d}")
                times.append(1000 * (time.perf_counter() - began))
        for writer in writers:
            writer.close()
    return spent[0][5:], spent[1][5:]


def measure(bench):
    count = 20 if bench.quick else 60
    spent, least, size = pages(bench, 500, count)
    yield Figure("board page with 500 notes, server time", spent, "ms", "≤ 50 ms", statistics.median(spent) <= 50, f"{size / 1000:.0f} KB sent", least,
                 "the smallest answer (/healthz)", "ms", None, "", "From the request to the last byte of the answer, compressed as browsers ask for it, one after the other.")
    few, many = adding(bench, count * 2)
    ratio = statistics.median(many) / statistics.median(few)
    yield Figure("adding a note at 5,000 notes", many, "ms", "≤ 1.5 × at 10 notes", ratio <= 1.5, "", few, "adding a note at 10 notes", "ms", ratio, "",
                 "From the request to the whole answer, durably; two servers, asked by turns.")
