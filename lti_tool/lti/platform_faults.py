"""Why a platform's registration is refused because of what the platform answered, or did not. LTI dynamic registration 3.5 to 3.7."""
from flask_babel import gettext as _

from .no_answer import NoAnswer
from .registration_refusals import RegistrationRefused


class ConfigurationNotReachable(RegistrationRefused):
    """The platform's OpenID configuration could not be fetched or read."""

    status = 424

    def __init__(self, error: NoAnswer):
        super().__init__(f"configuration: {type(error).__name__} {error}")
        self.error = error

    def what(self):
        return _("The platform's configuration could not be read. %(why)s", why=self.error.what())

    def advice(self):
        return _("Close this window and begin again in the platform in a moment. If it goes on, show this page to whoever looks after the platform's "
                 "server, or to the operator of this tool.")


class ConfigurationIsWrong(RegistrationRefused):
    """A member of the configuration is missing or not of its kind."""

    status = 424

    def __init__(self, member: str):
        super().__init__(f"configuration: {member}")
        self.member = member

    def what(self):
        return _("The platform's configuration is incomplete: “%(member)s” is missing or cannot be right.", member=self.member)

    def advice(self):
        return _("Show this page to whoever looks after the platform. The tool can also be connected by hand.")


class OtherIssuer(RegistrationRefused):
    """The configuration comes from another host than the platform that it speaks for: anybody could claim that (3.5.1)."""

    status = 403

    def __init__(self, host: str, issuer_host: str):
        super().__init__("the issuer is at another host than the configuration")
        self.host, self.issuer_host = host, issuer_host

    def what(self):
        return _("The configuration is at %(host)s but speaks for a platform at %(issuer)s. Only a platform itself can connect itself.",
                 host=self.host, issuer=self.issuer_host)

    def advice(self):
        return _("Check the platform's own address in its settings (in Moodle: wwwroot). Nothing was sent there.")


class PlatformLacks(RegistrationRefused):
    """The platform does not support what this tool cannot do without."""

    status = 424

    def __init__(self, lacking: str):
        super().__init__(f"the platform does not support {lacking}")
        self.lacking = lacking

    def what(self):
        return _("The platform does not support “%(lacking)s”, which this tool needs.", lacking=self.lacking)

    def advice(self):
        return _("Show this page to whoever looks after the platform.")


class RegistrationNotAnswered(RegistrationRefused):
    """The platform's registration address gave nothing that can be used."""

    status, sent = 424, True

    def __init__(self, error: NoAnswer):
        super().__init__(f"registration: {type(error).__name__} {error}")
        self.error = error

    def what(self):
        return _("The platform did not confirm the connection. %(why)s", why=self.error.what())

    def advice(self):
        return _("Close this window and begin again in the platform. The link can still be used.")


class PlatformRefused(RegistrationRefused):
    """The platform answered the registration with an error. Most often its token is used or older than an hour."""

    status = 424

    def __init__(self, answered: int):
        super().__init__(f"the platform refused the registration with {answered}")
        self.answered = answered

    def what(self):
        return _("The platform refused the connection with the error %(status)s. Often this only means that the page was open for too long.",
                 status=self.answered)

    def advice(self):
        return _("Close this window and begin again in the platform. The link can still be used.")


class RegistrationAnswerIsWrong(RegistrationRefused):
    """The platform took the registration but does not say what it calls the tool."""

    status, sent = 424, True

    def __init__(self, member: str):
        super().__init__(f"registration answer: {member}")
        self.member = member

    def what(self):
        return _("The platform took the connection, but its answer is incomplete: “%(member)s” is missing or cannot be right.", member=self.member)

    def advice(self):
        return _("Show this page to whoever looks after the platform. The tool can also be connected by hand.")
