"""The shape of the demo's texts: what a board, a column and a note say. A wording is a dict of language to text;
a language that is not in it is a version that nobody has written yet."""

from typing import NamedTuple


class Note(NamedTuple):
    column: int  # index into the board's columns; notes of one column stand in this order
    author: str  # key of a person in demo.people
    language: str  # fi or sv
    colour: str  # sun, heart, leaf, drop, star or stone
    days_ago: int  # when it was written, counted back from the day of loading
    text: str


class Column(NamedTuple):
    title: dict
    prompt: dict
    colour: str


class Board(NamedTuple):
    key: str
    link: str  # id of the platform's link (resource link) that opens it
    kind: str  # workshop or board
    number: int | None  # place in the workshop series
    title: dict
    prompt: dict
    state: str  # draft, open, closed or archived
    columns: tuple
    notes: tuple
    anonymity: str = "named"
