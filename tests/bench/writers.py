"""Fifty people write at once and never pause: how many notes a second, how long the slowest waits, beside a view that does nothing."""
import select
import socket
import time

from .connection import note_request, request
from .course import make_course, sentences
from .figure import Figure
from .tool import floor, served

WRITERS = 50


class Writer:
    """One connection that asks again as soon as it has its answer."""

    def __init__(self, port, number):
        self.number, self.sent, self.began, self.heard = number, 0, 0.0, b""
        self.socket = socket.create_connection(("127.0.0.1", port), 30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, make):
        self.began, self.heard, self.sent = time.perf_counter(), b"", self.sent + 1
        self.socket.sendall(make(self.number, self.sent))

    def is_answered(self) -> bool:
        self.heard += self.socket.recv(65536)
        head, sep, body = self.heard.partition(b"\r\n\r\n")
        if not sep:
            return False
        lengths = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        return len(body) >= lengths[0] if lengths else body.endswith(b"0\r\n\r\n")


def storm(port: int, make, seconds: float) -> tuple[float, list[float], int]:
    """(answers a second, how long each waited in seconds, how many were refused)."""
    writers = [Writer(port, number) for number in range(WRITERS)]
    by_socket, poll, waits, refused = {writer.socket.fileno(): writer for writer in writers}, select.epoll(), [], 0
    for writer in writers:
        poll.register(writer.socket, select.EPOLLIN)
        writer.ask(make)
    began = time.perf_counter()
    spent, answers = 0.0, 0
    while by_socket:  # to the last answer: what is left in the queue would be the next storm's wait
        for number, _event in poll.poll(1):
            writer = by_socket[number]
            if not writer.is_answered():
                continue
            waits.append(time.perf_counter() - writer.began)
            refused += not writer.heard.startswith(b"HTTP/1.1 201")
            if time.perf_counter() - began < seconds:
                spent, answers = time.perf_counter() - began, answers + 1
                writer.ask(make)
            else:
                del by_socket[number]
                writer.socket.close()
    return answers / spent, waits, refused


def measure(bench):
    seconds, runs = (4, 1) if bench.quick else (8, 3)
    course, texts = make_course(bench.folder, people=WRITERS, notes=20), sentences(200)

    def note(number, sent):
        return note_request(course.notes_of(number % 4), course.cookies[number], texts[(number * 7 + sent) % len(texts)], f"write-{number}-{sent}-{run}")

    def bare(number, sent):
        return request("POST", "/", course.cookies[number], b"text=" + b"x" * 90, HX_Request="true")

    ours, floors, waits, refused = [], [], [], 0
    for run in range(runs):
        with floor("view") as process:
            bench.say(f"a bare view, {WRITERS} at once, {seconds} s")
            storm(process.port, bare, 1)
            floors.append(storm(process.port, bare, seconds)[0])
        with served(course):
            bench.say(f"notes, {WRITERS} at once, {seconds} s")
            storm(course.port, lambda number, sent: note(number, sent + 1_000_000), 1)
            rate, waited, wrong = storm(course.port, note, seconds)
            ours, waits, refused = [*ours, rate], waits + waited, refused + wrong
    figure = Figure(f"{WRITERS} writers at once (SQLite, FULL), whole application", ours, "notes/s", "≥ 0.08 × the bare view, 0 errors, worst wait ≤ 0.5 s", False,
                    f"{refused} errors, worst wait {max(waits):.2f} s", floors, "a bare Flask view (a2wsgi, uvicorn)", "requests/s", None,
                    "our prototype: 0.11 of a bare view, without sessions, roles, undo or anonymity",
                    "Each of them sends the next note as soon as the last was answered, all to one board; each answer follows a commit that waited for the disk.")
    figure.ratio = figure.median / sorted(floors)[len(floors) // 2]
    figure.reached = figure.ratio >= 0.08 and not refused and max(waits) <= 0.5
    yield figure
