"""Recall: cards that return, spaced, with a question and its answer; and, weeks after a module, the question what was put into practice.

Rooms above say from what of theirs a card can be made (`source.py`): this room knows no board, wall or module.
"""
from .card import CardWords, RecallCard
from .giving import give_cards_of, renew_cards
from .removal import lose_words
from .source import Source, register_source

__all__ = ["CardWords", "RecallCard", "Source", "give_cards_of", "lose_words", "register_source", "renew_cards"]
