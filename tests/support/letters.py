"""A mail server of the tests' own, on this machine: takes letters and shows them. With it mail is set up."""
import socketserver
import threading
from email import message_from_bytes
from email.policy import default


class Letterbox:
    """`letters` are those that came, as (to whom, the message). `refuses` are addresses that it does not take."""

    def __init__(self):
        self.letters, self.refuses = [], set()
        box = self

        class Conversation(socketserver.StreamRequestHandler):
            def handle(self):
                box.talk(self.rfile, lambda line: self.wfile.write(line.encode() + b"\r\n"))

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.server.server_address[1]}"

    def talk(self, lines, say):
        say("220 letterbox")
        whom = []
        for line in lines:
            word, _space, rest = line.decode().strip().partition(" ")
            match word.upper():
                case "RCPT":
                    address = rest.partition("<")[2].partition(">")[0]
                    whom.append(address)
                    say("550 no such person" if address in self.refuses else "250 ok")
                case "DATA":
                    say("354 go on")
                    content = b"".join(line.removeprefix(b".") for line in iter(lines.readline, b".\r\n"))
                    self.letters.append((whom, message_from_bytes(content, policy=default)))
                    whom = []
                    say("250 taken")
                case "QUIT":
                    return say("221 bye")
                case _:
                    say("250 ok")

    def set_up(self, app) -> "Letterbox":
        app.config.update(MAIL_SERVER=self.place, MAIL_SECURITY="none", MAIL_FROM="Työtila <tyotila@tool.example>")
        return self

    def close(self):
        self.server.shutdown()
        self.server.server_close()
