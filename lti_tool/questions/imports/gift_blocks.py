"""A GIFT file as its blocks: the lines between empty lines, without comments, and with what a backslash protects put out of the way of the signs that part them."""
import re
from typing import NamedTuple

from flask_babel import gettext as _

from ...documents.strict_json import FileCannotBeTaken

BYTES_AT_MOST = 2_000_000
QUESTIONS_AT_MOST = 500
BLOCK_LIMIT = 60_000  # letters
PROTECTED = "~=#{}:\n\\"
# Noncharacters, which no text has (a file that has them is refused), stand for what is protected as long as a block is taken apart.
HIDDEN = {letter: chr(0xFDD0 + place) for place, letter in enumerate(PROTECTED)}
SHOWN = str.maketrans({hidden: letter for letter, hidden in HIDDEN.items()})
NO_TEXT = re.compile("[\ufdd0-\ufdef\x00-\x08\x0b\x0c\x0e-\x1f]")
ESCAPED = re.compile(r"\\([~=#{}:n\\])")
LINE_END = re.compile(r"\r\n|\r|\n")
BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Block(NamedTuple):
    line: int  # where it begins, from 1
    text: str

    @property
    def beginning(self) -> str:
        """Its first words, for telling which one is meant."""
        words = " ".join(shown(self.text).split())
        return words if len(words) <= 60 else words[:60].rpartition(" ")[0] + " …" if " " in words[:60] else words[:60] + " …"


def decoded(data: bytes) -> str:
    """Raises FileCannotBeTaken."""
    if len(data) > BYTES_AT_MOST:
        raise FileCannotBeTaken(_("The file is too large: %(megabytes)s MB is the most.", megabytes=BYTES_AT_MOST // 1_000_000))
    if data[:2] in BOMS:
        raise FileCannotBeTaken(_("The file is in %(encoding)s. Save it as UTF-8 and send it again.", encoding=BOMS[data[:2]]))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[:error.start].count(b"\n") + 1
        raise FileCannotBeTaken(_("The file is not text in UTF-8: reading stopped at line %(line)s. Save it as UTF-8 and send it again.", line=line)) from None
    if not text.strip():
        raise FileCannotBeTaken(_("The file is empty."))
    if found := NO_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise FileCannotBeTaken(_("Line %(line)s holds signs that stand in no text. Is it really a GIFT file?", line=line))
    return text


def blocks_of(text: str) -> tuple[list[Block], list[int]]:
    """(the blocks, the lines of the comments)."""
    blocks, comments, lines, first = [], [], [], 0
    for number, line in enumerate([*LINE_END.split(text), ""], 1):
        plain = line.strip()
        if plain.startswith("//"):
            comments.append(number)
        elif plain:
            if not lines:
                first = number
            lines.append(plain)
            if plain.startswith("$CATEGORY:") and len(lines) == 1:  # it stands for itself, also when the next line is not empty
                blocks.append(Block(first, hidden(plain)))
                lines = []
        elif lines:
            blocks.append(Block(first, hidden("\n".join(lines))))
            lines = []
    return blocks, comments


def hidden(text: str) -> str:
    return ESCAPED.sub(lambda found: HIDDEN["\n" if found[1] == "n" else found[1]], text)


def shown(text: str) -> str:
    """Again as it is read."""
    return text.translate(SHOWN)
