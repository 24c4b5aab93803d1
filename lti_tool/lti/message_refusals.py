"""Why a launch is refused because its message (the id_token) is not genuine or not fresh. LTI security framework 5.1.3."""
from flask_babel import gettext as _

from .refusals import LaunchRefused, Step


class MessageIsMalformed(LaunchRefused):
    """The id_token is no JSON web token."""

    step = Step.SIGNATURE

    def what(self):
        return _("The learning platform's message cannot be read.")

    def repair(self):
        return _("The message (id_token) is not a signed JSON web token. Check that the platform uses LTI 1.3.")


class OtherSender(LaunchRefused):
    """Issuer, audience or authorized party are not those of the login."""

    status, step = 403, Step.SIGNATURE

    def what(self):
        return _("The message is not from the platform that began this login, or it is not meant for this tool.")

    def repair(self):
        return _("Check that issuer (iss), audience (aud) and authorized party (azp) of the message are those stored here.")


class WrongAlgorithm(LaunchRefused):
    """Signed with something else than RS256, or not at all."""

    status, step = 403, Step.SIGNATURE

    def what(self):
        return _("The message is not signed in a way that is accepted here.")

    def repair(self):
        return _("The platform must sign its messages with RS256.")


class KeyIsNotNamed(LaunchRefused):
    """The message's header has no kid."""

    status, step = 403, Step.SIGNATURE

    def what(self):
        return _("The message does not say with which key it was signed.")

    def repair(self):
        return _("The platform must name its key (kid) in the header of the message.")


class UnknownKey(LaunchRefused):
    """The platform's key set has no key of that name."""

    status, step = 403, Step.SIGNATURE

    def __init__(self, kid: str):
        super().__init__(f"the platform's key set has no key {kid[:60]!r}")

    def what(self):
        return _("The message was signed with a key that the platform does not publish.")

    def repair(self):
        return _("Check that the key set address stored here is the platform's. After a change of keys, try again in half a minute.")


class KeyIsTooSmall(LaunchRefused):
    """The platform's key has fewer than 2048 bits."""

    status, step = 403, Step.SIGNATURE

    def __init__(self, kid: str):
        super().__init__(f"the platform's key {kid[:60]!r} is too small")

    def what(self):
        return _("The platform signs with a key that is too small to be safe.")

    def repair(self):
        return _("The platform's key must have at least 2048 bits. Have a new one made in the platform.")


class KeysNotReachable(LaunchRefused):
    """The platform's key set could not be fetched or read."""

    status, step = 424, Step.SIGNATURE

    def what(self):
        return _("The learning platform's keys could not be fetched just now, so its message could not be checked.")

    def advice(self):
        return _("Go back to your course and open the link again in a moment. If it goes on, tell your facilitator.")

    def repair(self):
        return _("Check that the key set address stored here is right and that this server can reach it.")


class WrongSignature(LaunchRefused):
    """The signature does not fit the message."""

    status, step = 403, Step.SIGNATURE

    def what(self):
        return _("The message's signature is wrong: it was changed on its way, or somebody else made it.")

    def repair(self):
        return _("If this goes on, check that the key set address stored here is the platform's.")


class TimesAreWrong(LaunchRefused):
    """`iat` or `exp` is missing, past, too far away."""

    step = Step.TIMES

    def what(self):
        return _("The message is too old, or its times cannot be right.")

    def advice(self):
        return _("Go back to your course and open the link again. If it happens again, tell your facilitator.")

    def repair(self):
        return _("Compare the clocks of the platform and of this server: they may differ by a minute at most.")


class OtherLogin(LaunchRefused):
    """The nonce is that of another login, or there is none."""

    status, step = 403, Step.TIMES

    def what(self):
        return _("The message does not belong to this login.")

    def advice(self):
        return _("Go back to your course and open the link again.")
