"""The newest backup: how old it is, and whether it can be read to its end."""
from datetime import timedelta
from pathlib import Path

from ...db import now
from ..archive import ENDINGS, ArchiveRefused
from ..finding import bad, good, look
from ..restore import check

OLD, TOO_OLD = timedelta(hours=26), timedelta(days=8)


def look_at_backups(place: Path | None = None):
    if place is None:
        yield look("backup", "Nobody said where the backups are, so they were not looked at.", "Say it: `lti-tool doctor --backup FILE`, or the folder in which they are.")
        return
    file = newest(place)
    if file is None:
        yield bad("backup", f"There is no backup at {place}.", "Make one: `lti-tool backup FILE`, every night by a timer.")
        return
    try:
        age = now() - check(file).made_at
    except ArchiveRefused as error:
        yield bad("backup", f"{file} cannot be restored. {error}", "Make a new one at once, and see why this one is as it is.")
        return
    hours = age.total_seconds() / 3600
    if age > TOO_OLD:
        yield bad("backup", f"The newest backup is {age.days} days old: {file}.", "See why no newer one was made.")
    elif age > OLD:
        yield look("backup", f"The newest backup is {hours:.0f} hours old: {file}.", "See why no newer one was made.")
    else:
        yield good("backup", f"{file} is whole, and {hours:.0f} hours old.")


def newest(place: Path) -> Path | None:
    """It, or the newest in it."""
    if not place.is_dir():
        return place if place.exists() else None
    found = [file for file in place.iterdir() if file.name.endswith(tuple(ENDINGS)) and not file.name.startswith(".") and file.is_file()]
    return max(found, key=lambda file: file.stat().st_mtime, default=None)
