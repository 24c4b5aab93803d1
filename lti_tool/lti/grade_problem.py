"""Why a score did not arrive, in words for facilitators: what is said of services in general, made plain for grades."""
from flask_babel import gettext as _

from .service_problem import AddressIsUnsafe, AnswerIsUnreadable, ListIsTooLarge, ServiceIsNotAllowed, ServiceIsNotThere, ServiceProblem


class GradesAreNotOffered(ServiceProblem):
    """No launch of a link to this activity has named a grade service for us, or none that this person belongs to."""

    @classmethod
    def what(cls):
        return _("The learning platform takes no grades through the links to this page.")

    @classmethod
    def repair(cls):
        return _("In Moodle open the tool under “Manage tools”, and under “Services” set “IMS LTI Assignment and Grade Services” to “Use this service for grade sync "
                 "and column management”. Then open the link in the course once.")


class GradesAreNotAllowed(ServiceProblem):
    """The platform knows the tool and does not let it send scores or make line items (invalid_scope, 401, 403)."""

    @classmethod
    def what(cls):
        return _("The learning platform does not allow this tool to send grades.")

    @classmethod
    def repair(cls):
        return GradesAreNotOffered.repair()


class LineItemIsNotThere(ServiceProblem):
    """404 or 410: the column of grades was deleted in the platform, or moved."""

    @classmethod
    def what(cls):
        return _("The column of grades is no longer in the learning platform.")

    @classmethod
    def repair(cls):
        return _("Open the link in the course once: with that the platform says anew where the grades go.")


class PersonIsNotGraded(ServiceProblem):
    """400: Moodle takes scores only of those who are enrolled as students."""

    @classmethod
    def what(cls):
        return _("The learning platform takes no grade for this person.")

    @classmethod
    def repair(cls):
        return _("It grades those who are enrolled in the course as students. Check the enrolment there, then send again.")


class LaterGradeIsThere(ServiceProblem):
    """409 to a moment that was not tried before: something at least as new is there, or the platform's clock is ahead of ours."""

    may_pass = True

    @classmethod
    def what(cls):
        return _("The learning platform already has a grade that is newer.")

    @classmethod
    def repair(cls):
        return _("It is sent again by itself. If a teacher has graded by hand there, that grade may stay.")


class GradeWasNotKept(ServiceProblem):
    """500: Moodle says so of a column that is locked."""

    may_pass = True

    @classmethod
    def what(cls):
        return _("The learning platform could not keep the grade.")

    @classmethod
    def repair(cls):
        return _("It is sent again by itself. In Moodle this happens while the column is locked: unlock it in the gradebook. If it is not locked, look into the platform's own error log.")


class ColumnShowsNoNumber(ServiceProblem):
    """It takes scores and shows none: in Moodle with the grade type “None”, for which every score is answered with 200."""

    @classmethod
    def what(cls):
        return _("The learning platform took the grade, but its column shows no number.")

    @classmethod
    def repair(cls):
        return _("In Moodle open the settings of the activity, and under “Grade” set the type to “Point”. Then send again.")


class GradeIsNotUnderstood(ServiceProblem):
    """The platform answers something that the specification does not know."""

    may_pass = True

    @classmethod
    def what(cls):
        return _("The learning platform's answer to the grade cannot be read.")

    @classmethod
    def repair(cls):
        return _("It is sent again by itself. If this goes on, look into the platform's own error log.")


class GradeAddressIsUnsafe(ServiceProblem):
    @classmethod
    def what(cls):
        return _("The learning platform names an address for its grades that is not safe.")

    @classmethod
    def repair(cls):
        return AddressIsUnsafe.repair()


MEANING = {ServiceIsNotAllowed: GradesAreNotAllowed, ServiceIsNotThere: LineItemIsNotThere, AnswerIsUnreadable: GradeIsNotUnderstood,
           ListIsTooLarge: GradeIsNotUnderstood, AddressIsUnsafe: GradeAddressIsUnsafe}


def of_grades(problem: ServiceProblem) -> ServiceProblem:
    """The same problem in the words of grades."""
    meaning = MEANING.get(type(problem))
    return meaning(str(problem)) if meaning else problem
