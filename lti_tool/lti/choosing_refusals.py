"""Why nobody can choose links for the platform now (deep linking): who asks, what is asked for, where the answer would go, and that it was given."""
from flask_babel import gettext as _

from ..web import Refusal
from .refusals import LaunchRefused


class ChoosingIsForFacilitators(LaunchRefused):
    """A participant asks to choose links."""

    status = 403

    def title(self):
        return _("Links are chosen by facilitators")

    def what(self):
        return _("The learning platform asked which links are to be added to the course, but it says that you are a participant here.")

    def advice(self):
        return _("Close this. If you teach this course, ask whoever looks after it in the platform to give you that role.")

    def repair(self):
        return _("The platform must send the role Instructor with whoever adds content to a course.")


class ReturnAddressIsWrong(LaunchRefused):
    """The answer would go to an address that is not the platform's own."""

    def title(self):
        return _("Nothing can be chosen here")

    def what(self):
        return _("The learning platform did not say properly where your choice is to be sent.")

    def repair(self):
        return _("The address “deep_link_return_url” must begin with https and be one of the platform's own. If the platform has several addresses, "
                 "have the operator of this tool add them.")


class OtherTypesWanted(LaunchRefused):
    """The platform asks for something else than links to this tool."""

    def title(self):
        return _("Nothing fits here")

    def what(self):
        return _("The learning platform asked for something else than a link, such as a file or a picture. This tool gives links to its workshops and boards.")

    def advice(self):
        return _("Close this, and add the tool to the course as an activity or a link.")

    def repair(self):
        return _("The platform must accept “ltiResourceLink” in the place from which this was opened.")


class ChoiceIsMade(Refusal):
    """The platform takes one answer, and it was given: in another tab, or before this page was opened again."""

    status = 409

    def words(self):
        return (_("This choice has been made already"), _("What was chosen has been sent to the learning platform. Each dialog takes one answer."),
                _("Look at your course. If something is missing, add the tool there once more: what was made is offered again."))


class ChoiceIsOver(Refusal):
    """Opened too long ago."""

    status = 409

    def words(self):
        return (_("This dialog was open too long"), _("The learning platform waits two hours for a choice. Nothing was changed."),
                _("Close it, and add the tool to your course once more."))
