"""The mail server: answers, over TLS when that is wanted, and takes our name and password. No letter is sent."""
import smtplib
import socket
import ssl

from flask import current_app

from ...mail import connected, mail_is_set_up
from ..finding import bad, good


def look_at_mail():
    server = current_app.config["MAIL_SERVER"]
    if not mail_is_set_up():
        yield good("mail", "No mail is sent: facilitators are told on their pages.")
        return
    try:
        with connected() as session:
            session.noop()
    except smtplib.SMTPAuthenticationError:
        yield bad("mail", f"{server} does not take our name and password.", "Set LTI_TOOL_MAIL_USER and LTI_TOOL_MAIL_PASSWORD.")
    except smtplib.SMTPNotSupportedError:
        yield bad("mail", f"{server} does not offer what mail_security or mail_user ask of it.", "Set LTI_TOOL_MAIL_SECURITY: tls, starttls or none.")
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or "it may speak plain text at this port"
        yield bad("mail", f"No secure connection to {server} came about: {reason}.", "Set LTI_TOOL_MAIL_SECURITY as the server wants it, and use the name of its certificate.")
    except socket.gaierror:
        yield bad("mail", f"The name of {server} leads nowhere, as seen from here.", "Set LTI_TOOL_MAIL_SERVER right.")
    except (smtplib.SMTPException, OSError) as error:
        yield bad("mail", f"{server} does not answer as a mail server does ({type(error).__name__}).", "See LTI_TOOL_MAIL_SERVER, and whether a firewall is between.")
    else:
        yield good("mail", f"{server} answers.")
