"""Reads what a line item shows of one person (LTI-AGS 2.0, 3.5)."""
import json

from .access_token import TokenSource
from .addresses import is_suitable
from .asking import ask_with_token
from .grade_service import RESULT_READ
from .names_and_roles import with_query
from .score_service import beside_item
from .service_answer import must_be_good
from .service_problem import ServiceProblem

RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json"
LARGEST_ANSWER = 1024 * 1024


def shows_no_number(source: TokenSource, item: str, subject: str, until: float) -> bool:
    """Whether the platform has something of this person there, but no number: it took the score and shows nothing of it.

    False also where it cannot be known, because results may not be read. Not inside a transaction.
    """
    address = with_query(beside_item(item, "results"), user_id=subject)
    if not is_suitable(address):
        return False
    try:
        answer = ask_with_token(source, (RESULT_READ,), "get", address, until, headers={"Accept": RESULTS}, largest=LARGEST_ANSWER)
        must_be_good(answer)
        said = json.loads(answer.content)
    except (ServiceProblem, ValueError, RecursionError):
        return False
    own = [one for one in said if isinstance(one, dict) and str(one.get("userId")) == subject] if isinstance(said, list) else []
    return bool(own) and all(one.get("resultScore") is None for one in own)
