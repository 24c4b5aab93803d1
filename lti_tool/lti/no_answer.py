"""Why a platform that was asked gave nothing that can be used: one family, named for the situations."""
from flask_babel import gettext as _


class NoAnswer(Exception):
    """`what()` says it in a sentence to whoever looks after the platform."""

    def what(self) -> str:
        raise NotImplementedError


class AddressIsUnsuitable(NoAnswer):
    """Not https, or written so that programs could read different hosts in it."""

    def what(self):
        return _("The address is not a plain one that begins with https://.")


class HostIsUnknown(NoAnswer):
    """The name leads to no address, or nobody could say in time."""

    def what(self):
        return _("There is no server of that name, as far as this server can see.")


class AddressIsPrivate(NoAnswer):
    """At least one of the host's addresses is not public, and the settings allow only public ones."""

    def what(self):
        return _("The name leads to an address inside a private network, and this tool asks only public ones. Its operator can allow it with the "
                 "setting private_addresses.")


class NotReachable(NoAnswer):
    """No connection, or it broke off."""

    def what(self):
        return _("It could not be reached from this server.")


class NotSecure(NoAnswer):
    """TLS did not come about: a certificate that is not trusted here, is of another name, or has ended."""

    def what(self):
        return _("No secure connection came about: its certificate is not trusted here, has ended, or is for another name.")


class TookTooLong(NoAnswer):
    """Not whole within the time that a request may take."""

    def what(self):
        return _("It did not answer in time.")


class LeadsElsewhere(NoAnswer):
    """A redirect; none is followed."""

    def what(self):
        return _("It answered that the address has moved. For safety this is not followed.")


class AnswerIsTooLarge(NoAnswer):
    """More bytes than such an answer may have."""

    def what(self):
        return _("Its answer is too large.")


class AnswerIsEncoded(NoAnswer):
    """Compressed although it was asked not to be: a small one could grow without an end."""

    def what(self):
        return _("Its answer came compressed, although it was asked not to be.")


class AnsweredWith(NoAnswer):
    """A status that is no success."""

    def __init__(self, status: int):
        super().__init__(f"answered {status}")
        self.status = status

    def what(self):
        return _("It answered with the error %(status)s.", status=self.status)


class AnswerIsNoJson(NoAnswer):
    """Not a JSON object."""

    def what(self):
        return _("Its answer is not what was asked for: a web page perhaps, and no data.")
