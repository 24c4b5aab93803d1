"""The tool's own keys: readable with the present secret_key, and not too old."""
from datetime import timedelta

from ...db import now, transaction
from ...lti.key import KeyCannotBeRead, loaded, published_keys
from ..finding import bad, good, look, many

OLD = timedelta(days=400)


def look_at_keys():
    with transaction(writes=False):
        published = published_keys()
        try:
            for key in published:
                loaded(key)
        except KeyCannotBeRead:
            yield bad("keys", "The tool's keys cannot be read: they were encrypted with another secret_key.",
                      "Put the earlier LTI_TOOL_SECRET_KEY back. If it is lost: `lti-tool keys rotate --overlap-days 0`; people then count as new for votes and anonymous notes.")
            return
        age = now() - published[0].made_at if published else timedelta()
    if not published:
        yield good("keys", "There is no key yet; the first is made when it is needed.")
    elif age > OLD:
        yield look("keys", f"The tool's key is {age.days} days old.", "Make a new one: `lti-tool keys rotate`. The earlier one stays published for a week.")
    else:
        yield good("keys", f"The tool's key can be read; it is {many(age.days, 'day')} old.")
