"""What a launch says of the platform's assignment and grade services (LTI-AGS 2.0, 3.1): where they are, and what this tool may do there."""
from typing import NamedTuple

from ..web.headers import origin_of

ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"
ADDRESS_LIMIT = 2000


class GradeService(NamedTuple):
    item: str | None  # the link's one line item; Moodle names none when it has several
    items: str | None  # where the line items of the course are, and are made
    may_score: bool
    may_make: bool  # line items


NOT_OFFERED = GradeService(None, None, False, False)


def grade_service_of(claims: dict) -> GradeService:
    """As far as it is what it should be; whatever else stands there counts as not offered."""
    said = claims.get(ENDPOINT) or {}
    scopes = said.get("scope")
    scopes = [scope for scope in scopes if isinstance(scope, str)] if isinstance(scopes, list) else []
    return GradeService(address_in(said, "lineitem"), address_in(said, "lineitems"), SCORE in scopes, LINE_ITEM in scopes)


def address_in(said: dict, name: str) -> str | None:
    address = said.get(name)
    return address if isinstance(address, str) and 0 < len(address) <= ADDRESS_LIMIT and origin_of(address) else None
