"""Finds or makes the line item of a link (LTI-AGS 2.0, 3.2 and 3.3). One that is there is always taken: a link has at most one."""
import json
from typing import NamedTuple
from urllib.parse import urljoin

import requests
from requests.utils import parse_header_links

from .access_token import TokenSource
from .addresses import is_suitable
from .asking import ask_with_token
from .grade_problem import GradeAddressIsUnsafe, GradeIsNotUnderstood, of_grades
from .grade_service import LINE_ITEM
from .names_and_roles import site_of, with_query
from .service_answer import json_object, must_be_good
from .service_problem import AnswerIsUnreadable, ServiceProblem

ITEM = "application/vnd.ims.lis.v2.lineitem+json"
ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json"
LARGEST_ANSWER, PAGES_AT_MOST = 1024 * 1024, 20


class WantedItem(NamedTuple):
    """What a line item is to be, where none is there."""

    link: str  # the platform's id of the link
    label: str
    maximum: float
    resource: str
    tag: str
    shares_its_link: bool  # then only one of this very resource is meant


def find_or_make(source: TokenSource, items: str, wanted: WantedItem, until: float) -> str:
    """Its address. Not inside a transaction. Raises a ServiceProblem."""
    if not is_suitable(items):
        raise GradeAddressIsUnsafe("the address of the line items is not a plain https address")
    try:
        return chosen(listed(source, items, wanted, until), wanted) or made(source, items, wanted, until)
    except ServiceProblem as problem:
        raise of_grades(problem) from problem


def listed(source: TokenSource, items: str, wanted: WantedItem, until: float) -> list[dict]:
    """Of this link; platforms that do not know the filter answer with more."""
    address, found, asked = with_query(items, resource_link_id=wanted.link), [], set()
    while address:
        if address in asked or len(asked) == PAGES_AT_MOST:
            raise AnswerIsUnreadable("the pages lead in a circle or do not end")
        asked.add(address)
        answer = ask_with_token(source, (LINE_ITEM,), "get", address, until, headers={"Accept": ITEMS}, largest=LARGEST_ANSWER)
        must_be_good(answer)
        found += [item for item in items_in(answer) if str(item.get("resourceLinkId")) == wanted.link and is_of(items, item.get("id"))]
        address = next_page(answer, address)
    return found


def items_in(answer: requests.Response) -> list[dict]:
    try:
        said = json.loads(answer.content)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, list):
        raise AnswerIsUnreadable("the answer is no list of line items")
    return [item for item in said if isinstance(item, dict)]


def is_of(items: str, address) -> bool:
    """Whether the token may go there: the same site."""
    return is_suitable(address) and site_of(address) == site_of(items)


def next_page(answer: requests.Response, address: str) -> str | None:
    following = next((link.get("url", "") for link in parse_header_links(answer.headers.get("Link") or "") if "next" in link.get("rel", "").lower().split()), None)
    if following is None:
        return None
    try:
        following = urljoin(address, following)
    except ValueError:
        following = ""
    if not is_of(address, following):
        raise GradeAddressIsUnsafe("the next page is on another site")
    return following


def chosen(found: list[dict], wanted: WantedItem) -> str | None:
    own = [item for item in found if item.get("resourceId") == wanted.resource]
    best = own if wanted.shares_its_link else (of_the_platform(found) or own or found)
    return best[0]["id"] if best else None


def of_the_platform(found: list[dict]) -> list[dict]:
    """Those without a resource id: a teacher let the link be graded, and no tool made them. In Moodle it is these that completion looks at."""
    return [item for item in found if not item.get("resourceId")]


def instead_of(source: TokenSource, items: str, address: str, wanted: WantedItem, until: float) -> str | None:
    """The platform's own line item of the link, where it has come since we made ours at `address`. Launches then name neither. Not inside a transaction."""
    if wanted.shares_its_link or not is_suitable(items):
        return None
    try:
        found = listed(source, items, wanted, until)
    except ServiceProblem:
        return None  # the one that is known will do
    made_here = any(item["id"] == address and item.get("resourceId") == wanted.resource for item in found)
    others = [item["id"] for item in of_the_platform(found) if item["id"] != address]
    return others[0] if made_here and others else None


def made(source: TokenSource, items: str, wanted: WantedItem, until: float) -> str:
    words = {"label": wanted.label, "scoreMaximum": wanted.maximum, "resourceId": wanted.resource, "tag": wanted.tag, "resourceLinkId": wanted.link}
    answer = ask_with_token(source, (LINE_ITEM,), "post", items, until, data=json.dumps(words).encode(), headers={"Content-Type": ITEM, "Accept": ITEM},
                            largest=LARGEST_ANSWER)
    if not 200 <= answer.status_code < 300:
        must_be_good(answer)
    address = json_object(answer).get("id")
    if not is_of(items, address):
        raise GradeIsNotUnderstood("the new line item has no address on the platform")
    return address
