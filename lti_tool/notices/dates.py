"""When the statements were written and checked. Whoever looks through the tool's accessibility anew writes the day here."""
from datetime import date

STATEMENT_PREPARED = date(2026, 11, 22)
STATEMENT_CHECKED = date(2026, 11, 22)  # against the tool as it is now; at least once a year
NOTICE_WRITTEN = date(2026, 11, 22)
