"""A note is sent, and the connection dies before the answer is there (a change of Wi-Fi): whether it arrives once, in a real browser."""
import re
import socket
import sqlite3
import threading
from collections import Counter

from .browser import address, browsers, signed_in
from .course import make_course
from .figure import Figure
from .tool import served


class Wifi(threading.Thread):
    """Between browser and tool. Cuts a write off when it has been told to: on its way there, or its answer on the way back."""

    def __init__(self, port: int):
        super().__init__(daemon=True)
        self.target, self.listening, self.cut, self.cuts = port, socket.create_server(("127.0.0.1", 0)), None, 0
        self.port = self.listening.getsockname()[1]

    def run(self):
        while True:
            try:
                near, _address = self.listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.carry, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near, False), daemon=True).start()

    def carry(self, source, to, is_question: bool):
        try:
            while data := source.recv(65536):
                if self.cut == "answer" and not is_question and re.match(rb"HTTP/1.1 201", data) or self.cut == "question" and is_question and data.startswith(b"POST /columns"):
                    self.cut, self.cuts = None, self.cuts + 1
                    break
                to.sendall(data)
        except OSError:
            pass
        for sock in (source, to):
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def measure(bench):
    count = 6 if bench.quick else 20
    course = make_course(bench.folder, people=5, notes=5)
    texts = [f"Ennen katkosta {n}" for n in range(count)]
    with served(course), browsers() as (browser,):
        wifi = Wifi(course.port)
        wifi.start()
        page = signed_in(browser, course, 1, wifi.port).new_page()
        page.goto(address(course, port=wifi.port))
        bench.say(f"{count} notes into connections that die")
        page.click(f"[data-open-composer=composer-{course.columns[0]}]")
        field = page.locator(f"#composer-{course.columns[0]} textarea")
        shown = 0
        for n, text in enumerate(texts):
            wifi.cut = ("answer", "question")[n % 2]
            field.fill(text)
            field.press("Enter")
            try:
                page.locator(".note[data-note] .text", has_text=re.compile(f"^{text}$")).wait_for(timeout=40_000)
                shown += 1
            except Exception as error:
                bench.say(f"{text}: {type(error).__name__}")
        wifi.listening.close()
    stored = Counter(text for (text,) in sqlite3.connect(course.database).execute("SELECT text FROM note"))
    wrong = sum(stored[text] != 1 for text in texts)
    yield Figure("notes sent into a connection that then dies: not there exactly once", [wrong], "", "arrives once, always", not wrong and wifi.cuts == count,
                 f"of {count}; {shown} shown to their sender without a reload", peers="scrumblr and WBO: shown to the sender, gone after reconnect",
                 how="Chromium behind a relay that drops the connection, by turns before the tool has read the note and after it has answered; the page sends it again with the same operation.")
