"""Many open streams at once, read by one thread that does as little as possible with each: so that the server is what is measured."""
import select
import socket
import time

from .connection import request


class Listener:
    """One open stream: what arrived of it, and when what was waited for was there."""

    __slots__ = ("socket", "waiting", "found")

    def __init__(self, sock):
        self.socket, self.waiting, self.found = sock, b"", 0.0


class Crowd:
    """`Crowd(port)`; `arrive(path, cookies)`; `until(marker)` reads until everybody has it."""

    def __init__(self, port: int):
        self.port, self.poll, self.members = port, select.epoll(), {}
        self.received = self.ended = 0
        self.keep = None  # a list, to keep all that arrives

    def arrive(self, path: str, cookies, at_once: int = 20, seconds: float = 60) -> float:
        """Opens a stream for each; goes on when each has said something. How long that took."""
        began = time.perf_counter()
        for n in range(0, len(cookies), at_once):
            for cookie in cookies[n:n + at_once]:
                self.join().socket.send(request("GET", path, cookie, Accept="text/event-stream"))
            self.until(b"\n\n", seconds)
        return time.perf_counter() - began

    def join(self) -> Listener:
        """One more connection, on which nothing has been asked yet."""
        sock = socket.create_connection(("127.0.0.1", self.port), 30)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setblocking(False)
        self.members[sock.fileno()] = member = Listener(sock)
        self.poll.register(sock, select.EPOLLIN)
        return member

    def forget(self) -> None:
        """What comes from now on is waited for anew."""
        for member in self.members.values():
            member.waiting, member.found = b"", 0.0

    def until(self, marker: bytes, seconds: float = 10) -> None:
        """Reads until everybody has the marker, or the time is over. `found` is then the moment of each, 0 for who never had it."""
        missing = sum(1 for member in self.members.values() if not member.found)
        end = time.perf_counter() + seconds
        while missing and time.perf_counter() < end:
            for number, _event in self.poll.poll(0.05):
                member = self.members[number]
                data = self.read(member)
                if member.found:
                    continue
                member.waiting = member.waiting + data if member.waiting else data
                if marker in member.waiting:
                    member.found, member.waiting = time.perf_counter(), b""
                    missing -= 1

    def listen(self, seconds: float) -> bytes:
        """What all of them together receive in that time."""
        heard, end = [], time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            for number, _event in self.poll.poll(min(left, 0.05)):
                heard.append(self.read(self.members[number]))
        return b"".join(heard)

    def read(self, member: Listener) -> bytes:
        try:
            data = member.socket.recv(65536)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self.poll.unregister(member.socket)
            self.ended += 1
        self.received += len(data)
        if self.keep is not None:
            self.keep.append(data)
        return data

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for member in self.members.values():
            member.socket.close()
        self.poll.close()
