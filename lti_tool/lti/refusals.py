"""Why a launch is refused before its message is looked at: the login, the platform, the browser.
message_refusals.py and content_refusals.py have the rest.

Each says in the reader's words what happened (`what`), what the person can do (`advice`) and how a course admin fixes it (`repair`),
and at which step of the connection check it happened. The detail is for the launch record: technical words, nobody's data.
"""
from enum import IntEnum

from flask_babel import gettext as _

from ..web import Refusal


class Step(IntEnum):
    """The connection check (launch doctor), in the order in which a launch is looked at."""

    LOGIN, PLATFORM, ANSWER, SIGNATURE, TIMES, DEPLOYMENT, CONTENT = range(7)

    def words(self) -> str:
        return {
            Step.LOGIN: _("The learning platform's login request arrived"),
            Step.PLATFORM: _("The platform and its client ID are known here"),
            Step.ANSWER: _("The platform answered this login, in the same browser"),
            Step.SIGNATURE: _("The message is signed by the platform and meant for this tool"),
            Step.TIMES: _("The message is fresh and belongs to this login"),
            Step.DEPLOYMENT: _("The deployment is known here"),
            Step.CONTENT: _("Role, course and link are complete"),
        }[self]


class LaunchRefused(Refusal):
    """A launch from a platform that cannot be let in. Subclasses are named for the situation."""

    status = 400
    template = "lti/refused.html"
    step = Step.CONTENT

    def __init__(self, detail: str = ""):
        super().__init__(detail)
        self.detail = detail

    @classmethod
    def as_recorded(cls, record) -> "LaunchRefused":
        """The same once more, from what its record has kept: to be said in the language of whoever reads it later."""
        return cls(record.detail)

    def words(self):
        return self.title(), self.what(), self.advice()

    def title(self) -> str:
        return _("This link could not be opened")

    def what(self) -> str:
        raise NotImplementedError

    def advice(self) -> str:
        return _("As a participant you need not do anything. A course admin can fix it with what stands below.")

    def repair(self) -> str:
        """How a course admin fixes it; empty where there is nothing to fix."""
        return ""


class LoginIsIncomplete(LaunchRefused):
    """The login request lacks the issuer or the login hint (OIDC third-party-initiated login 4)."""

    step = Step.LOGIN

    def what(self):
        return _("The learning platform's login request is incomplete.")

    def advice(self):
        return _("Open the link in your course in the learning platform.")

    def repair(self):
        return _("The request has to say who the platform is (iss) and whom it logs in (login_hint). If you opened this address yourself, "
                 "open the link in a course instead.")


class UnknownPlatform(LaunchRefused):
    """Nobody has added a platform of that issuer."""

    status, step = 403, Step.PLATFORM

    def __init__(self, issuer: str):
        super().__init__("no platform of this issuer was added")
        self.issuer = issuer

    @classmethod
    def as_recorded(cls, record):
        return cls(record.issuer)

    def what(self):
        return _("This learning platform is not known here.")

    def repair(self):
        return _("The platform calls itself %(issuer)s. Ask the operator of this tool to add it under exactly this name.", issuer=self.issuer)


class UnknownClient(LaunchRefused):
    """The issuer is known, the client ID is not."""

    status, step = 403, Step.PLATFORM

    def __init__(self, client_id: str, known: list[str]):
        super().__init__("the issuer is known, the client id is not")
        self.client_id, self.known = client_id, known

    @classmethod
    def as_recorded(cls, record):
        return cls(record.client_id, [])

    def what(self):
        return _("The platform sent a client ID that is not known here.")

    def repair(self):
        if len(self.known) == 1:
            return _("The platform sent the client ID “%(sent)s”; “%(known)s” is stored here. Copy the client ID from the platform's tool "
                     "settings and have the operator store it here.", sent=self.client_id, known=self.known[0])
        return _("The platform sent the client ID “%(sent)s”. Copy the client ID from the platform's tool settings and have the operator "
                 "store it here.", sent=self.client_id)


class ClientIsNotNamed(LaunchRefused):
    """Several platforms share the issuer, and the login request does not say which one it is."""

    status, step = 403, Step.PLATFORM

    def what(self):
        return _("The platform did not say which of its connections this is.")

    def repair(self):
        return _("Several connections are stored for this platform. Set the platform so that its login request sends the client ID.")


class PlatformIsDisabled(LaunchRefused):
    """An operator has switched the platform off."""

    status, step = 403, Step.PLATFORM

    def what(self):
        return _("This learning platform has been switched off here.")

    def repair(self):
        return _("Ask the operator of this tool to switch it on again.")


class PlatformIsPending(LaunchRefused):
    """It registered itself without an invitation, and no operator has approved it yet."""

    status, step = 403, Step.PLATFORM

    def what(self):
        return _("This learning platform was connected, but not yet approved here.")

    def repair(self):
        return _("Ask the operator of this tool to approve the connection (in its console, or with “lti-tool platforms approve”). Nothing needs to be "
                 "changed in the platform.")


class PlatformSaidNo(LaunchRefused):
    """The platform answered the login with an error (OpenID Connect core 3.1.2.6)."""

    step = Step.ANSWER

    def __init__(self, error: str):
        super().__init__(f"the platform answered with the error {error}")
        self.error = error

    @classmethod
    def as_recorded(cls, record):
        return cls(record.detail.rpartition(" ")[2])

    def what(self):
        if self.error in ("login_required", "interaction_required", "account_selection_required", "consent_required"):
            return _("The learning platform says that you are not signed in there.")
        return _("The learning platform answered with an error.")

    def advice(self):
        return _("Sign in to the learning platform, go to your course and open the link again.")

    def repair(self):
        return _("The platform's error was “%(error)s”. If it returns, look at the tool's settings in the platform.", error=self.error)


class LaunchIsSpent(LaunchRefused):
    """The state is used, too old or was never given out: a reloaded page, a replay, a login older than ten minutes."""

    step = Step.ANSWER

    def what(self):
        return _("This opening of the link has already been used, or it is older than ten minutes.")

    def advice(self):
        return _("Go back to your course and open the link again.")


class LoginWasElsewhere(LaunchRefused):
    """The state's cookie did not come back: the browser refused it in the frame, or the login was begun in another browser."""

    status, step = 403, Step.ANSWER
    template = "lti/elsewhere.html"

    def title(self):
        return _("Let us open this in a window of its own")

    def what(self):
        return _("Your browser did not keep the sign-in inside the learning platform's page. In a window of its own everything works.")

    def advice(self):
        return _("Go back to your course and open the link again in a new window: hold Ctrl (on a Mac ⌘) while you click it, or choose "
                 "“Open in new tab” from its menu.")


class NothingArrived(LaunchRefused):
    """The launch address was posted to without a message."""

    step = Step.ANSWER

    def what(self):
        return _("The learning platform sent no message.")

    def advice(self):
        return _("Open the link in your course in the learning platform.")
