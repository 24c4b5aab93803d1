"""What the databases keep beside our tables, and nobody writes into: it is made anew from a table whenever it is needed."""

SEARCH_INDEX = "search_index"  # SQLite: a virtual table, which keeps tables of its own whose names begin so
SEARCH_INDEX_OF_POSTGRESQL = "ix_search_entry_words"


def is_a_side_table(name: str) -> bool:
    return name == SEARCH_INDEX or name.startswith(f"{SEARCH_INDEX}_")


def is_ours(name: str | None, kind: str, _parents=None) -> bool:
    """Whether the program's tables say something of it: for comparing them with a database (alembic's `include_name`)."""
    return not (kind == "table" and is_a_side_table(name) or kind == "index" and name == SEARCH_INDEX_OF_POSTGRESQL)
