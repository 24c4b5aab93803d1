"""Sends one score to a line item (LTI-AGS 2.0, 3.4), and says what the platform's answer means."""
import json
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from .access_token import TokenSource
from .addresses import is_suitable
from .asking import ask_with_token
from .grade_problem import GradeAddressIsUnsafe, GradeWasNotKept, LaterGradeIsThere, PersonIsNotGraded, of_grades
from .grade_service import SCORE
from .service_answer import must_be_good
from .service_problem import ServiceProblem

MEDIA_TYPE = "application/vnd.ims.lis.v1.score+json"  # exactly: Moodle knows no handler for anything more
LARGEST_ANSWER = 64 * 1024


class ScoreToSend(NamedTuple):
    """Always a final one: whatever else is said of its progress, Moodle erases the grade that is there."""

    subject: str
    given: float
    maximum: float
    at: datetime  # whole seconds: Moodle forgets the rest

    def as_data(self) -> bytes:
        return json.dumps({"userId": self.subject, "scoreGiven": plain(self.given), "scoreMaximum": plain(self.maximum), "activityProgress": "Completed",
                           "gradingProgress": "FullyGraded", "timestamp": self.at.strftime("%Y-%m-%dT%H:%M:%SZ")}).encode()


def plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


def beside_item(item: str, what: str) -> str:
    """Behind the path and before the query (3.4.2): Moodle's line items end in ?type_id=2."""
    parts = urlsplit(item)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{what}"))


def send_score(source: TokenSource, item: str, score: ScoreToSend, tried_before: bool, until: float) -> None:
    """Returns when the platform has it. Not inside a transaction. Raises a ServiceProblem.

    `tried_before`: a score of this very moment may have arrived, and only its answer was lost. Then 409 says that it is there.
    """
    if not is_suitable(item):
        raise GradeAddressIsUnsafe("the address of the line item is not a plain https address")
    try:
        answer = ask_with_token(source, (SCORE,), "post", beside_item(item, "scores"), until, data=score.as_data(),
                                headers={"Content-Type": MEDIA_TYPE, "Accept": "*/*"}, largest=LARGEST_ANSWER)
        if answer.status_code == 409:
            if tried_before:
                return
            raise LaterGradeIsThere("the service answered 409")
        if answer.status_code in (400, 422):
            raise PersonIsNotGraded(f"the service answered {answer.status_code}")
        if answer.status_code == 500:
            raise GradeWasNotKept("the service answered 500")
        if not 200 <= answer.status_code < 300:
            must_be_good(answer)
    except ServiceProblem as problem:
        raise of_grades(problem) from problem
