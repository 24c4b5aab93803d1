"""Orders things by short text keys: moving one changes only that one's key."""
from fractional_indexing import generate_key_between, generate_n_keys_between


def between(before: str | None, after: str | None) -> str:
    """A key that sorts (byte by byte) after `before` and before `after`; None stands for the end."""
    return generate_key_between(before, after)


def in_a_row(count: int) -> list[str]:
    """Ascending keys for so many things that begin together."""
    return generate_n_keys_between(None, None, count)
