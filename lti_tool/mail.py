"""Sends letters by SMTP, where mail is set up (settings `mail_*`). Knows no kind of letter, keeps none, and tells nobody's address to a log."""
import re
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid, parseaddr
from urllib.parse import urlsplit

from flask import current_app

SECONDS = 20
PORTS = {"tls": 465, "starttls": 587, "none": 25}
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")


class NotSent(Exception):
    """The server did not take the letter. The message says why in technical words, without anybody's address."""


def mail_is_set_up() -> bool:
    return bool(current_app.config["MAIL_SERVER"])


def is_address(text) -> bool:
    """Whether this is one plain e-mail address, to which a letter can be sent as it stands."""
    return isinstance(text, str) and len(text) <= 254 and ADDRESS.fullmatch(text) is not None


def address_in(text: str) -> str | None:
    """The first e-mail address in what somebody wrote as a contact: "Tuki, tuki@example.org, 029 123"."""
    found = ADDRESS.search(text)
    return found.group() if found and len(found.group()) <= 254 else None


def send(to: str, subject: str, text: str, answer_to: str | None = None) -> None:
    """One letter to one person. Raises NotSent. Waits for another server: never call it inside a transaction."""
    letter = EmailMessage(policy=SMTP)
    sender = current_app.config["MAIL_FROM"]
    letter["From"], letter["To"], letter["Subject"] = sender, to, " ".join(subject.split())
    letter["Date"], letter["Message-ID"] = formatdate(localtime=False), make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"  # or absent people's programs would answer it (RFC 3834)
    if answer_to:
        letter["Reply-To"] = answer_to
    letter.set_content(text, cte="quoted-printable")  # every server can take it
    try:
        server = connected()
        try:
            server.send_message(letter)
        finally:
            with suppress(smtplib.SMTPException, OSError):  # what was taken is taken
                server.quit()
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(f"{type(error).__name__} {code_of(error)}".strip()) from None


def connected() -> smtplib.SMTP:
    config = current_app.config
    place, security = urlsplit(f"//{config['MAIL_SERVER']}"), config["MAIL_SECURITY"]
    host, port = place.hostname, place.port or PORTS[security]
    if security == "tls":
        server = smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
    else:
        server = smtplib.SMTP(host, port, timeout=SECONDS)
    try:
        if security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if config["MAIL_USER"]:
            server.login(config["MAIL_USER"], config["MAIL_PASSWORD"])
    except BaseException:
        server.close()
        raise
    return server


def code_of(error) -> str:
    """What the server answered, as a number; its words may hold addresses."""
    refused = getattr(error, "recipients", None)
    codes = {answer[0] for answer in refused.values()} if isinstance(refused, dict) else {getattr(error, "smtp_code", "")}
    return " ".join(sorted(map(str, codes)))
