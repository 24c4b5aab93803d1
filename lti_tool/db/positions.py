"""Orders things by short text keys: moving one changes only that one's key."""
from fractional_indexing import generate_key_between


def between(before: str | None, after: str | None) -> str:
    """A key that sorts (byte by byte) after `before` and before `after`; None stands for the end."""
    return generate_key_between(before, after)
