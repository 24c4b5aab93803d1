"""Reads from a platform who is in a course (LTI names and role provisioning services 2.0): all pages, or nothing."""
import time
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit, urlunsplit

import requests
from requests.utils import parse_header_links

from ..people import FACILITATOR, PARTICIPANT, RosterMember
from .access_token import TokenSource
from .addresses import host_of, is_suitable
from .asking import ask_with_token
from .claims import name_of
from .platform import suitable_id
from .roles import is_facilitator
from .service_answer import json_object, must_be_good
from .service_problem import AddressIsUnsafe, AnswerIsUnreadable, ListIsTooLarge, ListOfAnotherCourse, ServiceIsNotAllowed, ServiceIsNotThere

SCOPES = ("https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",)
MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"
PEOPLE_A_PAGE, PAGES_AT_MOST, PEOPLE_AT_MOST = 500, 100, 20_000
LARGEST_PAGE = 2 * 1024 * 1024  # bytes
SECONDS = 120  # for all pages together, where nobody waits
GONE = ("inactive", "deleted")  # 2.3.2.1; whatever else a platform says, they are there


class RosterSource(NamedTuple):
    """Whose list it is and where: plain values that need no transaction."""

    tokens: TokenSource
    address: str
    link: str | None  # the resource link through which names are shown, where the platform leaves that to each link
    context_id: str | None  # None: the platform names no contexts


def read_members(source: RosterSource, seconds: float = SECONDS) -> list[RosterMember]:
    """Everybody who is in the course now, each once. Not inside a transaction. Raises a ServiceProblem.

    The list for one link leaves out whom that link is hidden from: so it is only asked for the names which the course's own list lacks.
    """
    until = time.monotonic() + seconds
    members = everybody(source, until)
    if source.link and any(member.name is None for member in members.values()):
        try:
            named = everybody(source, until, rlid=source.link)
        except (ServiceIsNotAllowed, ServiceIsNotThere, AnswerIsUnreadable):
            named = {}  # that link is gone or not ours any more; who is there is known
        members = {subject: member if member.name or subject not in named else member._replace(name=named[subject].name)
                   for subject, member in members.items()}
    return list(members.values())


def everybody(source: RosterSource, until: float, **wanted) -> dict[str, RosterMember]:
    """subject -> member, of all pages."""
    if not is_suitable(source.address):
        raise AddressIsUnsafe("the address of the list is not a plain https address")
    address = with_query(source.address, limit=PEOPLE_A_PAGE, **wanted)
    asked, members = set(), {}
    while address:
        if address in asked:
            raise AnswerIsUnreadable("the pages lead in a circle")
        if len(asked) == PAGES_AT_MOST:
            raise ListIsTooLarge(f"there are more than {PAGES_AT_MOST} pages")
        asked.add(address)
        answer = page_of(source, address, until)
        for member in members_in(answer, source.context_id):
            members.setdefault(member.subject, member)
        if len(members) > PEOPLE_AT_MOST:
            raise ListIsTooLarge(f"there are more than {PEOPLE_AT_MOST} people")
        address = next_page(answer, address)
    return members


def page_of(source: RosterSource, address: str, until: float) -> requests.Response:
    answer = ask_with_token(source.tokens, SCOPES, "get", address, until, headers={"Accept": MEDIA_TYPE}, largest=LARGEST_PAGE)
    must_be_good(answer)
    return answer


def members_in(answer: requests.Response, context_id: str | None) -> list[RosterMember]:
    """Those of one page who are there. What is no member at all is passed over; a page of nothing else cannot be right."""
    said = json_object(answer)
    context, listed = said.get("context"), said.get("members")
    named = context.get("id") if isinstance(context, dict) else None
    if context_id is not None and named is not None and str(named) != context_id:
        raise ListOfAnotherCourse("the list is of another context")
    if not isinstance(listed, list):
        raise AnswerIsUnreadable("the answer holds no members")
    known = [member for member in listed if isinstance(member, dict) and suitable_id(member.get("user_id"))]
    if listed and not known:
        raise AnswerIsUnreadable("no member has a user id")
    return [member_of(member) for member in known if str(member.get("status")).lower() not in GONE]


def member_of(said: dict) -> RosterMember:
    names = {name: said[name] for name in ("name", "given_name", "family_name") if isinstance(said.get(name), str)}
    roles = said.get("roles")
    is_teacher = is_facilitator([role for role in roles if isinstance(role, str)]) if isinstance(roles, list) else False
    return RosterMember(said["user_id"], name_of(names), FACILITATOR if is_teacher else PARTICIPANT)


def next_page(answer: requests.Response, address: str) -> str | None:
    """From the Link header (RFC 8288), as it was sent. Raises AddressIsUnsafe when it leads to another site: the token is not for that."""
    for link in parse_header_links(answer.headers.get("Link") or ""):
        if "next" in link.get("rel", "").lower().split():
            try:
                following = urljoin(address, link.get("url", ""))
            except ValueError:
                following = ""
            if not is_suitable(following) or site_of(following) != site_of(address):
                raise AddressIsUnsafe("the next page is on another site")
            return following
    return None


def site_of(address: str) -> tuple[str, str]:
    """Of a suitable address."""
    return urlsplit(address).scheme, host_of(address)


def with_query(address: str, **wanted) -> str:
    """The address with more in its query; what it says itself stays."""
    parts = urlsplit(address)
    more = urlencode({name: value for name, value in wanted.items() if name not in parse_qs(parts.query)})
    return urlunsplit(parts._replace(query="&".join(part for part in (parts.query, more) if part), fragment=""))
