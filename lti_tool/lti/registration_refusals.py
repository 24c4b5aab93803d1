"""Why a platform's registration is refused before anything is sent: the invitation, the address, too many at once.
platform_faults.py has what is wrong with the platform's own answers.

Each says what happened and what whoever stands before the platform's admin page can do. Nothing was stored when one of these is shown.
"""
from flask_babel import gettext as _

from ..web import Refusal


class RegistrationRefused(Refusal):
    """Subclasses are named for the situation. The detail is for the log: technical words, nobody's data."""

    status = 400
    sent = False  # whether the platform was already told about the tool

    def __init__(self, detail: str = ""):
        super().__init__(detail)
        self.detail = detail

    def words(self):
        return self.title(), self.what(), self.advice()

    def title(self) -> str:
        return _("The connection was not made")

    def what(self) -> str:
        raise NotImplementedError

    def advice(self) -> str:
        return _("Ask the operator of this tool for a new invitation.")


class OpenedByHand(RegistrationRefused):
    """Nobody but a platform's admin page can open this address."""

    def title(self):
        return _("This link belongs into your learning platform")

    def what(self):
        return _("It was opened directly, so there is no platform to connect.")

    def advice(self):
        return _("In Moodle, go to Site administration → Plugins → Activity modules → External tool → Manage tools, paste the link into the field "
                 "“Tool URL” and press “Add LTI Advantage”. In other platforms look for “dynamic registration”.")


class AddressIsWrong(RegistrationRefused):
    """The address of the platform's configuration, or its registration token, cannot be right."""

    def what(self):
        return _("What the platform sent along is incomplete, or its address does not begin with https://.")

    def advice(self):
        return _("Close this window and begin again in the platform. If it goes on, the platform has to be reachable by https.")


class InvitationIsNeeded(RegistrationRefused):
    """The settings allow no registrations without an invitation."""

    status = 403

    def what(self):
        return _("Platforms are connected here by invitation only, and there is none in this link.")

    def advice(self):
        return _("Ask the operator of this tool for an invitation.")


class InvitationIsUnknown(RegistrationRefused):
    status = 403

    def what(self):
        return _("The invitation in this link is not known here.")

    def advice(self):
        return _("Check that the whole link was copied. If it was, ask the operator of this tool for a new invitation.")


class InvitationIsUsed(RegistrationRefused):
    """Each is good once. Also when two registrations with it were going on: then the platform has been told about the tool already."""

    status = 410

    def __init__(self, detail: str = "", sent: bool = False):
        super().__init__(detail)
        self.sent = sent

    def what(self):
        return _("The invitation in this link has already been used.")


class InvitationHasEnded(RegistrationRefused):
    status = 410

    def what(self):
        return _("The invitation in this link is older than two weeks and no longer good.")


class InvitationWasWithdrawn(RegistrationRefused):
    status = 410

    def what(self):
        return _("The invitation in this link was withdrawn.")


class InvitationIsForAnotherHost(RegistrationRefused):
    status = 403

    def __init__(self, invited: str, host: str):
        super().__init__("the invitation is for another host")
        self.invited, self.host = invited, host

    def what(self):
        return _("The invitation is for %(invited)s, and this platform is at %(host)s.", invited=self.invited, host=self.host)

    def advice(self):
        return _("Use the link in the platform it is for, or ask the operator of this tool for an invitation for %(host)s.", host=self.host)


class TooManyWait(RegistrationRefused):
    """So many uninvited platforms wait for approval that no more are taken."""

    status = 403

    def what(self):
        return _("Too many platforms are waiting for approval here just now, so no more are taken without an invitation.")

    def advice(self):
        return _("Ask the operator of this tool for an invitation.")


class OthersAreConnecting(RegistrationRefused):
    status = 429

    def what(self):
        return _("Other platforms are just being connected.")

    def advice(self):
        return _("Wait a moment, close this window and begin again in the platform.")


class KnownPlatformWouldChange(RegistrationRefused):
    """Without an invitation nothing changes of a platform that is known: not where its keys are, not how it is deployed."""

    status, sent = 409, True

    def what(self):
        return _("This platform is already connected, and some of its addresses have changed since. Without an invitation they are not changed here.")

    def advice(self):
        return _("The connection that was made before goes on working as it was. To change it, ask the operator of this tool for an invitation.")
