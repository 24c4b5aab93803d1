"""When two short texts are the same to us: spaces, signs of quotation and dashes of every kind are alike, and so are capital letters unless they matter.

å, ä and ö are letters of their own, as everywhere in Finnish and Swedish: never a, a and o. Other accents (é, ü, š) may be left out, or be there: not every keyboard has them.
"""
import re
import unicodedata

OWN_MARKS = {"a": "\u0308\u030a", "o": "\u0308"}  # what makes ä, å and ö of them
ALIKE = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("‘’‚´`", "'"), **dict.fromkeys("“”„«»", '"')})
STAR = re.compile(r"(?<!\\)\*")


def folded(text: str, case_matters: bool = False) -> str:
    """Spaces at its edges stay, as one."""
    letters = unicodedata.normalize("NFC", text).translate(ALIKE)
    letters = unicodedata.normalize("NFD", letters if case_matters else letters.casefold())
    made, base = [], ""
    for letter in letters:
        if unicodedata.category(letter) == "Cf":
            continue  # soft hyphens and what is as invisible
        if not unicodedata.combining(letter):
            base = letter.lower()
        elif letter in OWN_MARKS.get(base, ""):
            base = ""  # has got its own
        else:
            continue
        made.append(letter)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", "".join(made)))


def is_like(text: str, pattern: str, case_matters: bool = False) -> bool:
    """`*` in the pattern stands for anything, also for nothing; `\\*` for a star."""
    said = folded(text, case_matters).strip()
    first, *others = [folded(piece.replace("\\*", "*"), case_matters) for piece in STAR.split(pattern.strip())]
    if not others:
        return said == first.strip()
    *between, last = others
    if not said.startswith(first) or not said.endswith(last) or len(said) < len(first) + len(last):
        return False
    place, end = len(first), len(said) - len(last)
    for piece in between:
        place = said.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return True
