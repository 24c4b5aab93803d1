"""Streams are cut at any byte and resume, while others write: whether each viewer hears each note once."""
import random
import re
import socket
import threading
import time
from collections import Counter

from .connection import Connection, request
from .course import make_course
from .figure import Figure
from .tool import served

VIEWERS = 40


class Viewer(threading.Thread):
    """Listens, is cut off now and then, and resumes from the last event that arrived whole, as a page does."""

    def __init__(self, course, number, cuts, chance):
        super().__init__(daemon=True)
        self.course, self.cookie, self.cuts_left, self.chance = course, course.cookies[number], cuts, chance
        self.heard, self.last, self.resyncs, self.over = Counter(), 0, 0, False

    def run(self):
        while not self.over:
            try:
                self.listen(cut_after=self.chance.uniform(0.02, 0.5) if self.cuts_left else 3600)
            except OSError:
                time.sleep(0.05)

    def listen(self, cut_after):
        with socket.create_connection(("127.0.0.1", self.course.port), 5) as sock:
            sock.sendall(request("GET", self.course.stream + "0", self.cookie, **({"Last-Event-ID": str(self.last)} if self.last else {})))
            sock.settimeout(0.05)
            waiting, end = b"", time.monotonic() + cut_after
            while not self.over:
                try:
                    data = sock.recv(self.chance.choice((7, 100, 4096)))
                except TimeoutError:
                    data = None
                if data == b"":
                    return
                waiting = self.take(waiting + (data or b""))
                if time.monotonic() > end:
                    self.cuts_left -= 1
                    return

    def take(self, waiting: bytes) -> bytes:
        """Whole events are heard; what is left waits for its end. Pieces' lengths stand between the lines and are passed over."""
        *whole, rest = waiting.split(b"\n\n\r\n")
        for event in whole:
            if b"event: resync" in event:
                self.resyncs += 1
            self.heard.update(re.findall(rb'<p class="text"[^>]*>cut-note-(\d+)-', event))
            if number := re.findall(rb"id: (\d+)\n", event):
                self.last = int(number[-1])
        return rest


def measure(bench):
    cuts = 200 if bench.quick else 1000
    course = make_course(bench.folder, people=VIEWERS + 2, notes=5)
    with served(course):
        bench.say(f"{VIEWERS} viewers, {cuts} cuts")
        viewers = [Viewer(course, number + 2, cuts // VIEWERS, random.Random(number)) for number in range(VIEWERS)]
        for viewer in viewers:
            viewer.start()
        written = 0
        with Connection(course.port, course.cookies[1]) as writer:
            while any(viewer.cuts_left > 0 for viewer in viewers) and written < 1900:
                writer.note(course.notes_of(written % 4), f"cut-note-{written}- å ä ö", f"cut-{written:06d}")
                written += 1
                time.sleep(0.01)
        until = time.monotonic() + 10
        while time.monotonic() < until and any(len(viewer.heard) < written for viewer in viewers):
            time.sleep(0.1)
        for viewer in viewers:
            viewer.over = True
        for viewer in viewers:
            viewer.join(5)
    missed = sum(written - len(viewer.heard) for viewer in viewers)
    doubled = sum(count - 1 for viewer in viewers for count in viewer.heard.values())
    made = sum(cuts // VIEWERS - viewer.cuts_left for viewer in viewers)
    yield Figure(f"events missed or doubled by streams that are cut and resume ({made:,} cuts)", [missed + doubled], "", "0", missed + doubled == 0,
                 f"{missed} missed, {doubled} doubled of {written * VIEWERS:,}; {sum(viewer.resyncs for viewer in viewers)} times all anew",
                 how=f"{VIEWERS} viewers are cut off at any byte and come back with the number of the last event that arrived whole, while one person adds {written} notes.")
