"""Why a launch is refused although its message is genuine: deployment, kind of message, what it says. LTI core 5.3."""
from flask_babel import gettext as _

from .refusals import LaunchRefused, Step


class DeploymentIsNotNamed(LaunchRefused):
    """There is no deployment id (LTI core 5.3.3)."""

    step = Step.DEPLOYMENT

    def what(self):
        return _("The message does not say by which deployment the tool was opened.")

    def repair(self):
        return _("The platform must send the deployment ID of the tool.")


class UnknownDeployment(LaunchRefused):
    """The platform is known, this deployment of it is not."""

    status, step = 403, Step.DEPLOYMENT

    def __init__(self, deployment_id: str):
        super().__init__("the platform is known, the deployment is not")
        self.deployment_id = deployment_id

    @classmethod
    def as_recorded(cls, record):
        return cls(record.deployment_id)

    def what(self):
        return _("The platform sent a deployment ID that is not known here.")

    def repair(self):
        if not self.deployment_id:  # of a record that did not keep it yet
            return _("Have the operator of this tool add the deployment ID that the platform sends.")
        return _("The platform sent the deployment ID “%(sent)s”. Have the operator of this tool add it.", sent=self.deployment_id)


class WrongVersion(LaunchRefused):
    """Not a message of LTI 1.3.0 (LTI core 5.3.2)."""

    def what(self):
        return _("The message is not of LTI version 1.3.")

    def repair(self):
        return _("Set the tool to LTI 1.3 in the platform.")


class UnsupportedMessage(LaunchRefused):
    """The message type is missing or none that is taken here (LTI core 5.3.1)."""

    def what(self):
        return _("The platform asked for something that this tool does not do.")

    def repair(self):
        return _("This tool is opened by links (LtiResourceLinkRequest) and lets facilitators choose them (LtiDeepLinkingRequest).")


class ClaimIsMissing(LaunchRefused):
    """Something that every launch has to say is not there."""

    def __init__(self, claim: str):
        super().__init__(f"{claim} is missing")
        self.claim = claim

    @classmethod
    def as_recorded(cls, record):
        return cls(record.detail.removesuffix(" is missing"))

    def what(self):
        return _("The message is incomplete.")

    def repair(self):
        return _("The platform must send “%(claim)s”.", claim=self.claim)


class ClaimIsWrong(LaunchRefused):
    """Something in the message is not of the kind that the specification says."""

    def __init__(self, claim: str):
        super().__init__(f"{claim} is not of its kind")
        self.claim = claim

    @classmethod
    def as_recorded(cls, record):
        return cls(record.detail.removesuffix(" is not of its kind"))

    def what(self):
        return _("Something in the message is not as it has to be.")

    def repair(self):
        return _("What the platform sends as “%(claim)s” does not follow the LTI specification.", claim=self.claim)


class OtherTarget(LaunchRefused):
    """The link leads to an address that is not this tool's (LTI core 5.3.4)."""

    def what(self):
        return _("The link in the course leads to another address than this tool's.")

    def repair(self):
        return _("Set the tool's address in the link or in the platform's tool settings to this tool's own.")
