"""The summary as marked-up text, for those who put it into another system."""
import re

from flask_babel import gettext as _

from ..web.rich_text import Block, Run

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
LIKE_A_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def summary_as_markdown(exported) -> bytes:
    parts = [f"# {plain(_('Summary: %(title)s', title=exported.title))}", *blocks(exported.rich.blocks), f"## {plain(_('About this summary'))}"]
    parts += ["\n".join(f"- {plain(what)}: {plain(line)}" for what, lines in exported.facts for line in lines)]
    if funding := exported.backing.funding.best(*exported.reading):
        parts.append(plain(funding.text))
    return ("\n\n".join(parts) + "\n").encode()


def blocks(given):
    """Points of one list stand together; everything else is kept apart by an empty line."""
    points, begun, counted = [], set(), {}
    for block in given:
        if block.path:
            points.append(point(block, begun, counted))
            begun.add(block.path)
        else:
            if points:
                yield "\n".join(points)
                points = []
            yield paragraph(block)
    if points:
        yield "\n".join(points)


def point(block: Block, begun: set, counted: dict) -> str:
    level, indent = block.path[-1], "    " * (len(block.path) - 1)
    words = inline(block.runs, f"\\\n{indent}    ")
    if block.path in begun:
        return f"\n{indent}    {words}"
    counted[level.list] = counted.get(level.list, 0) + 1
    return f"{indent}{counted[level.list]}. {words}" if level.tag == "ol" else f"{indent}- {words}"


def paragraph(block: Block) -> str:
    if block.tag != "p":
        return f"{'#' * int(block.tag[1])} {inline(block.runs, ' ')}"
    return f"> {inline(block.runs, chr(92) + chr(10) + '> ')}" if block.quoted else inline(block.runs, "\\\n")


def inline(runs, line_break: str) -> str:
    return "".join(run_words(run, line_break) for run in runs)


def run_words(run: Run, line_break: str) -> str:
    """Marks stand close to the words they mark: spaces at the edges go outside."""
    words = line_break.join(plain(line) for line in run.text.split("\n"))
    inner = words.strip(" ")
    if not inner.strip():
        return words
    before, after = words[:len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")):]
    for is_so, sign in ((run.em, "*"), (run.strong, "**")):
        if is_so:
            inner = f"{sign}{inner}{sign}"
    return before + (f"[{inner}](<{run.href}>)" if run.href else inner) + after


def plain(text: str) -> str:
    return LIKE_A_LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", SPECIAL.sub(r"\\\1", text))
