"""Rich text in a plain field, for whoever has no script: blank lines make paragraphs, a hyphen a point of a list, two number signs a heading.

What is not touched keeps its emphasis and its links: lines that come back as they were stand for the blocks they were made of.
"""
import re
from collections import defaultdict

from .rich_text import LEVELS, PARAGRAPH, Block, Level, RichText, Run, tidied
from .text import clean

HEADING, POINT, QUOTE = re.compile(r"(#{2,3}) +(.*)"), re.compile(r"( *)(?:(-|•|\*)|(\d{1,3})[.)]) +(.*)"), re.compile(r"> ?(.*)")
MARK = {"h2": "## ", "h3": "### "}


def as_plain(rich: RichText) -> str:
    out, numbers, before = [], {}, None
    for block in rich.blocks:
        if before is not None:
            out.append("\n" if block.path and before.path else "\n\n")
        out.append(start_of(block, before, numbers) + block.text.replace("\n", "\n" + "  " * len(block.path) if block.path else "\n> " if block.quoted else "\n"))
        before = block
    return "".join(out)


def start_of(block: Block, before: Block | None, numbers: dict) -> str:
    if not block.path:
        return "> " if block.quoted else MARK.get(block.tag, "")
    level, indent = block.path[-1], "  " * (len(block.path) - 1)
    if before is not None and before.path and block.path == before.path[:len(block.path)]:
        return indent + "  "  # goes on in the same point
    numbers[level.list] = numbers.get(level.list, 0) + 1
    return indent + (f"{numbers[level.list]}. " if level.tag == "ol" else "- ")


def read_plain(text: str, before: RichText = RichText()) -> RichText:
    """`before` is what the field was filled with."""
    known = defaultdict(list)
    for block in before.blocks:
        known[block.tag, block.text].append(block.runs)
    lines = Lines()
    for line in clean(text).split("\n"):
        lines.take(line)
    lines.end()
    return RichText(tuple(block._replace(runs=known[block.tag, block.text].pop(0)) if known[block.tag, block.text] else block for block in lines.blocks))


class Lines:
    """Puts lines together to blocks."""

    def __init__(self):
        self.blocks, self.words, self.tag, self.path, self.quoted, self.made = [], [], PARAGRAPH, (), False, 0

    def take(self, line: str) -> None:
        if heading := HEADING.fullmatch(line):
            self.begin("h2" if len(heading[1]) == 2 else "h3", heading[2])
            self.end()
        elif point := POINT.fullmatch(line):
            self.begin(PARAGRAPH, point[4], self.path_of(len(point[1]) // 2, "ul" if point[2] else "ol"))
        elif quote := QUOTE.fullmatch(line):
            if not self.quoted:
                self.begin(PARAGRAPH, quoted=True)
            self.words.append(quote[1])
        elif not line.strip():
            self.end()
        else:
            self.words.append(line.strip())

    def begin(self, tag: str, words: str = "", path=(), quoted=False) -> None:
        self.end(bool(path))
        self.tag, self.path, self.quoted = tag, path, quoted
        self.words = [words] if words else []

    def end(self, in_list: bool = False) -> None:
        if runs := tidied([Run("\n".join(self.words))]):
            self.blocks.append(Block(self.tag, runs, self.path, self.quoted))
        self.words, self.tag, self.quoted = [], PARAGRAPH, False
        if not in_list:
            self.path = ()

    def path_of(self, depth: int, tag: str) -> tuple[Level, ...]:
        """A step deeper than the point before at most."""
        before = self.path or (self.blocks[-1].path if self.blocks and self.words else ())
        depth = min(depth, len(before), LEVELS - 1)
        self.made += 1
        same = len(before) > depth and before[depth].tag == tag
        return (*before[:depth], before[depth]._replace(item=self.made) if same else Level(tag, self.made, self.made))
