"""Why one of a platform's services could not be used just now. Facilitators read it in words, the log in technical ones.

Not for launches: those are refused (refusals.py). A service is asked when nobody has to wait for it, and what was known before stays.
"""
from flask import current_app
from flask_babel import gettext as _


class ServiceProblem(Exception):
    """Subclasses are named for the situation, and kept by that name. `str()` of one is technical words and nobody's data."""

    may_pass = False  # whether asking again later can help without anybody changing anything

    @classmethod
    def what(cls) -> str:
        raise NotImplementedError

    @classmethod
    def repair(cls) -> str:
        """How a course admin fixes it."""
        raise NotImplementedError


class PlatformDoesNotAnswer(ServiceProblem):
    """No connection, no answer in time, or the platform says that it is overloaded or out of order (429, 5xx)."""

    may_pass = True

    @classmethod
    def what(cls):
        return _("The learning platform did not answer.")

    @classmethod
    def repair(cls):
        return _("It is asked again by itself. If this goes on, check that the platform is running and that it can be reached from this tool's server.")


class PlatformIsSwitchedOff(ServiceProblem):
    """An operator has switched it off, or not yet approved it."""

    @classmethod
    def what(cls):
        return _("This learning platform has been switched off here.")

    @classmethod
    def repair(cls):
        return _("Ask the operator of this tool to switch it on again.")


class ToolIsNotRecognised(ServiceProblem):
    """The platform does not give a token (LTI security framework 4.1): it does not accept what we sign, or does not know our client id."""

    @classmethod
    def what(cls):
        return _("The learning platform does not recognise this tool.")

    @classmethod
    def repair(cls):
        return _("In the platform's settings of the tool set the public key type to “Keyset URL” and the public keyset to %(address)s.",
                 address=f"{current_app.config['PUBLIC_URL']}/lti/jwks")


class ServiceIsNotAllowed(ServiceProblem):
    """The platform knows the tool, but does not let it use the service (invalid_scope, 401, 403)."""

    @classmethod
    def what(cls):
        return _("Names and Role Provisioning is not allowed for this tool.")

    @classmethod
    def repair(cls):
        return _("In Moodle open the tool under “Manage tools”, and under “Services” set “IMS LTI Names and Role Provisioning” to "
                 "“Use this service to retrieve members' information as per privacy settings”.")


class ServiceIsNotThere(ServiceProblem):
    """There is nothing at the address that the platform named."""

    @classmethod
    def what(cls):
        return _("The list is no longer where the learning platform said it was.")

    @classmethod
    def repair(cls):
        return _("Open the tool once more from the course in the platform: with that the platform says anew where the list is.")


class ConnectionIsNotSecure(ServiceProblem):
    """TLS did not come about."""

    @classmethod
    def what(cls):
        return _("No secure connection to the learning platform came about.")

    @classmethod
    def repair(cls):
        return _("The platform's certificate is not trusted here, has ended, or is for another name.")


class AddressIsNotPublic(ServiceProblem):
    """The platform is inside a private network, and the settings allow only public addresses."""

    @classmethod
    def what(cls):
        return _("The learning platform is inside a private network, and this tool asks only public addresses.")

    @classmethod
    def repair(cls):
        return _("The operator of this tool can allow it with the setting private_addresses.")


class AddressIsUnsafe(ServiceProblem):
    """The platform named an address without encryption, or leads on to another site: no token is sent there."""

    @classmethod
    def what(cls):
        return _("The learning platform names an address for its list that is not safe.")

    @classmethod
    def repair(cls):
        return _("Addresses of the platform's services must begin with https and stay on one site. Check the platform's own address in its configuration.")


class AnswerIsUnreadable(ServiceProblem):
    """Something else came than the specification says: an error page, JSON of another kind, pages without an end."""

    @classmethod
    def what(cls):
        return _("The learning platform's answer cannot be read.")

    @classmethod
    def repair(cls):
        return _("Read the list again. If this goes on, look into the platform's own error log: it may have answered with an error page.")


class ListIsTooLarge(ServiceProblem):
    """More than is taken: bytes of a page, pages, people."""

    @classmethod
    def what(cls):
        return _("The learning platform's list is larger than what is taken here.")

    @classmethod
    def repair(cls):
        return _("A course may have at most 20,000 people here. Use a course of its own for each group of people.")


class ListOfAnotherCourse(ServiceProblem):
    """The roster names another context than the one that was asked for."""

    @classmethod
    def what(cls):
        return _("The learning platform answered with the list of another course.")

    @classmethod
    def repair(cls):
        return _("Open the tool once more from this course in the platform: with that the platform says anew where the list is.")


def problem_named(name: str) -> type[ServiceProblem] | None:
    """The kind of problem that is kept under that name; None: there is none."""
    if not name:
        return None
    return next((kind for kind in ServiceProblem.__subclasses__() if kind.__name__ == name), AnswerIsUnreadable)
