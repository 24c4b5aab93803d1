"""A server on this machine that speaks HTTP as badly as it is told: for tests of what the tool asks of platforms. Real sockets, with and without TLS."""
import datetime
import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager, suppress

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from .platform import rsa_key

HOST = "127.0.0.1"
JSON = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n" + b'{"is": "here"}\n'


class Wire:
    """Answers each request with `speak(wire, sock)` after it was read, until that says False; `asked` are the requests."""

    def __init__(self, speak, context=None):
        self.speak, self.context, self.asked, self.connections, self.stopped = speak, context, [], 0, threading.Event()
        self.listening = socket.create_server((HOST, 0))
        self.port = self.listening.getsockname()[1]
        self.thread = threading.Thread(target=self.serve)

    def serve(self):
        while True:
            sock, _address = self.listening.accept()
            if self.stopped.is_set():
                sock.close()
                return
            self.connections += 1
            threading.Thread(target=self.answer, args=(sock,), daemon=True).start()

    def answer(self, sock):
        with suppress(OSError):
            if self.context:
                sock = self.context.wrap_socket(sock, server_side=True)
            with sock:
                while request := self.request(sock):
                    self.asked.append(request)
                    if self.speak(self, sock) is False:
                        return

    def request(self, sock) -> bytes:
        """Up to the end of the headers; b"" when the other side has gone."""
        request = b""
        while b"\r\n\r\n" not in request:
            piece = sock.recv(65536)
            if not piece:
                return b""
            request += piece
        return request

    def until_stopped(self, seconds: float) -> bool:
        return self.stopped.wait(seconds)

    def stop(self):
        self.stopped.set()
        socket.create_connection((HOST, self.port)).close()
        self.thread.join(10)
        self.listening.close()


def says(answer: bytes):
    """speak: these bytes, and the connection stays."""
    return lambda wire, sock: sock.sendall(answer)


def says_and_ends(answer: bytes):
    def speak(wire, sock):
        sock.sendall(answer)
        return False
    return speak


def drips(begin: bytes, drop: bytes, pause=0.02):
    """speak: after `begin` one drop after the other, without an end."""
    def speak(wire, sock):
        sock.sendall(begin)
        while not wire.until_stopped(pause):
            sock.sendall(drop)
        return False
    return speak


def pours(begin: bytes, piece: bytes):
    """speak: as fast as it is taken, without an end."""
    def speak(wire, sock):
        sock.sendall(begin)
        while not wire.stopped.is_set():
            sock.sendall(piece)
        return False
    return speak


@contextmanager
def wire(speak, context=None):
    server = Wire(speak, context)
    server.thread.start()
    try:
        yield server
    finally:
        server.stop()


def certificate(name: str, subject_key, issuer: str, signing_key, authority=False):
    at = datetime.datetime.now(datetime.timezone.utc)
    made = (x509.CertificateBuilder().subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]))
            .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, issuer)])).public_key(subject_key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(at - datetime.timedelta(days=1)).not_valid_after(at + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True))
    if not authority:
        try:
            alternative = x509.IPAddress(ipaddress.ip_address(name))
        except ValueError:
            alternative = x509.DNSName(name)
        made = made.add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
    return made.sign(signing_key, hashes.SHA256())


def pem(*certificates) -> bytes:
    return b"".join(each.public_bytes(serialization.Encoding.PEM) for each in certificates)


def authority_file(folder):
    """The certificate of an authority of our own, which signs with rsa_key("authority")."""
    file = folder / "authority.pem"
    file.write_bytes(pem(certificate("Authority", rsa_key("authority"), "Authority", rsa_key("authority"), authority=True)))
    return file


def tls_for(name: str, folder) -> ssl.SSLContext:
    """A server's side, with a certificate of that name by our authority."""
    file = folder / f"{name}.pem"
    key = rsa_key("server")
    file.write_bytes(pem(certificate(name, key, "Authority", rsa_key("authority"))) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
