"""Which tests run on PostgreSQL: of a test with many cases the first one, because its cases differ in words and not in statements.

Where they do differ in statements, the test is marked `every_case`. `--every-case` runs all of them all (docs/decisions/004-speed.md).
"""


def on_postgresql(item) -> bool:
    return hasattr(item, "callspec") and item.callspec.params.get("database_url") == "postgresql"


def once_on_postgresql(items) -> tuple[list, list]:
    """(what runs, what does not), in their order. A case that was asked for alone is the first one, so it runs."""
    run, leave, seen = [], [], set()
    for item in items:
        test = item.nodeid.partition("[")[0]
        spare = on_postgresql(item) and test in seen and not item.get_closest_marker("every_case")
        (leave if spare else run).append(item)
        if on_postgresql(item):
            seen.add(test)
    return run, leave
