"""The answers to a wall's form, as they come with a request: each by the kind of its question."""
from flask import request
from flask_babel import gettext as _

from ..web import Unsuitable, take_rich_text, take_text
from ..web.links import take_link
from ..web.rich_text import read_html
from .field import CHOICE, FILE, LINK, LONG, SHORT, SHORT_LIMIT
from .post_text import TEXT_LIMIT


def name_of(field) -> str:
    return f"answer-{field.id}"


def answers_taken(fields, before: dict, complete: bool, attached: bool = False) -> dict:
    """{number of the field: answer}, with what was answered earlier to questions that are asked no more. `complete`: required ones must be answered.

    Raises Unsuitable and ClientData.
    """
    asked = {str(field.id) for field in fields}
    answers = {number: answer for number, answer in before.items() if number not in asked}
    length = 0
    for field in fields:
        number = str(field.id)
        answer, letters = answer_taken(field, before.get(number, ""))
        length += letters
        if answer:
            answers[number] = answer
        elif complete and field.required and not (field.kind == FILE and attached):
            raise Unsuitable(name_of(field), _("This question has to be answered before the post is published."))
    if length > TEXT_LIMIT:
        raise Unsuitable(name_of(fields[-1]), _("The whole post is %(number)s characters too long (at most %(limit)s).", number=length - TEXT_LIMIT, limit=TEXT_LIMIT))
    return answers


def length_of(fields, answers: dict) -> int:
    """Characters of text in them, as they are counted together."""
    counted = [(field.kind, answers.get(str(field.id), "")) for field in fields if field.kind in (SHORT, LONG)]
    return sum(len(read_html(answer).text) if kind == LONG else len(answer) for kind, answer in counted)


def answer_taken(field, before: str) -> tuple[str, int]:
    """(answer, how many characters of text it has)."""
    name = name_of(field)
    if name not in request.form and field.kind != FILE:
        return before, 0
    if field.kind == LONG:
        rich = take_rich_text(name, TEXT_LIMIT, read_html(before))
        return rich.html, len(rich.text)
    if field.kind == SHORT:
        text = take_text(name, SHORT_LIMIT, one_line=True)
        return text, len(text)
    if field.kind == LINK:
        return take_link(name), 0
    if field.kind == CHOICE:
        return choice_taken(name, field), 0
    return "", 0


def choice_taken(name: str, field) -> str:
    chosen = request.form.get(name, "")
    if chosen and not (chosen.isascii() and chosen.isdecimal() and int(chosen) < len(field.options)):
        raise Unsuitable(name, _("Choose one of the answers of the list."))
    return chosen
