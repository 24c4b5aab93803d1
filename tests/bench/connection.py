"""One HTTP connection that stays open: small enough that what it costs does not blur what is measured."""
import socket
from typing import NamedTuple
from urllib.parse import urlencode

WAIT = 30


class Answer(NamedTuple):
    status: int
    headers: dict  # what is said several times in lines
    body: bytes

    @property
    def cookies(self) -> str:
        """What was set, as it is sent back; without what was taken away."""
        set_now = [line.partition(";")[0] for line in self.headers.get("set-cookie", "").splitlines() if "Max-Age=0" not in line]
        return "; ".join(set_now)


def request(method: str, path: str, cookie: str = "", body: bytes = b"", **headers) -> bytes:
    """As a browser sends it, headers and all."""
    told = {"Host": "localhost", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) bench", "Accept": "text/html,*/*;q=0.8", "Accept-Language": "fi,sv;q=0.8",
            "Sec-Fetch-Site": "same-origin", **{name.replace("_", "-"): value for name, value in headers.items()}}
    if cookie:
        told["Cookie"] = cookie
    if method == "POST":
        told["Content-Type"], told["Content-Length"] = "application/x-www-form-urlencoded", str(len(body))
    return f"{method} {path} HTTP/1.1\r\n".encode() + "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode() + b"\r\n" + body


def note_request(path: str, cookie: str, text: str, op: str) -> bytes:
    """A note as the page's script sends it."""
    return request("POST", path, cookie, urlencode({"text": text, "colour": "sun", "language": "fi", "op": op}).encode(), HX_Request="true")


class Connection:
    def __init__(self, port: int, cookie: str = ""):
        self.cookie, self.socket = cookie, socket.create_connection(("127.0.0.1", port), WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def ask(self, sent: bytes) -> Answer:
        self.socket.sendall(sent)
        first = self.file.readline()
        if not first:
            raise ConnectionError("hung up")
        lines = iter(self.file.readline, b"\r\n")
        headers = {}
        for name, _colon, value in (line.decode("latin1").partition(":") for line in lines):
            headers[name.lower()] = f"{headers[name.lower()]}\n{value.strip()}" if name.lower() in headers else value.strip()
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(self.file.readline(), 16):
                body += self.file.read(size)
                self.file.readline()
            self.file.readline()
        else:
            body = self.file.read(int(headers.get("content-length", 0)))
        return Answer(int(first.split()[1]), headers, body)

    def get(self, path: str, **headers) -> Answer:
        return self.ask(request("GET", path, self.cookie, **headers))

    def note(self, path: str, text: str, op: str) -> Answer:
        return self.ask(note_request(path, self.cookie, text, op))

    def close(self):
        self.file.close()
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
