"""What is removed for good where a card came from does not live on in the card.

Removed whole, the card goes. Of a part, its exact words go from the card, and nobody gets it until a facilitator has looked at it: words that were written anew by hand cannot be known.
"""
import re
from difflib import SequenceMatcher

from ..db import Wording, db
from ..web.taking_out import mark_in, without
from .card import CardWords, RecallCard, cards_from
from .source import kind_of_part

LEAST = 3  # characters: shorter pieces stand in any text


def hear_removal(part: str, texts, stays: str, words: str = "") -> None:
    """`texts`: what the thing said before; `stays` is what is left of it, or nothing; `words`: those that were taken out, where the rest stays."""
    word, _sep, number = part.partition(":")
    if (kind := kind_of_part(word)) is None or not number.isdigit():
        return
    for card in cards_from(kind, [int(number)]):
        if not stays and not words:
            db.session.delete(card)
            continue
        if lose(card, texts, stays, words) or texts:
            card.hold()


def lose_words(kind: str, numbers, texts, stays: str = "", words: str = "") -> None:
    """Something that such a thing tells of, too, was removed: its cards wait for a facilitator where they held its words."""
    for card in cards_from(kind, numbers):
        if lose(card, texts, stays, words):
            card.hold()


def lose(card: RecallCard, texts, stays: str, words: str = "") -> bool:
    """Whether it held some of it."""
    pieces = [words] if words else sorted({piece for text in texts for piece in gone(text, stays)}, key=len, reverse=True)
    cleared = CardWords(*(without_pieces(wording, pieces) for wording in (card.front, card.back)))
    if cleared == (card.front, card.back):
        return False
    card.front, card.back = cleared
    return True


def without_pieces(wording: Wording, pieces) -> Wording:
    for language, text in wording.items():
        for piece in pieces:
            text = without(text, piece, mark_in(language))
        wording = wording.with_version(language, text)
    return wording


def gone(text: str, stays: str) -> list[str]:
    """The pieces of `text` that are not in what stays."""
    if not stays:
        return [text] if len(text) >= LEAST else []
    before, after = re.findall(r"\w+|\W", text), re.findall(r"\w+|\W", stays)
    pieces = ("".join(before[start:end]).strip() for tag, start, end, _from, _to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if tag in ("delete", "replace"))
    return [piece for piece in pieces if len(piece) >= LEAST]
