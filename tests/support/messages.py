"""The messages of the program, read from its sources as the translators' tools read them."""
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

ROOT = Path(__file__).resolve().parents[2]


@cache
def extracted() -> Catalog:
    """Every message in the sources, with where it stands."""
    with (ROOT / "config" / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalog = Catalog()
    for room in ("lti_tool", "templates"):
        for file, line, message, comments, context in extract_from_dir(
                ROOT / room, [(pattern.removeprefix(f"{room}/"), method) for pattern, method in methods if pattern.startswith(room)], options,
                comment_tags=("TRANSLATORS:",)):
            catalog.add(message, None, [(f"{room}/{file}", line)], auto_comments=comments, context=context)
    return catalog
