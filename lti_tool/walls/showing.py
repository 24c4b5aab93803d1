"""The answers of a post as they are shown."""
from markupsafe import Markup

from ..web.rich_text import read_html
from .field import CHOICE, LONG, Field
from .post_text import PostText


def answered(text: PostText, wall, fields: list[Field] | None = None) -> list[tuple[Field, object]]:
    """[(question, answer to be shown), ...]: those that are asked, in their order, then answers to questions that are asked no more."""
    fields = fields if fields is not None else every_field(wall)
    return [(field, shown_answer(field, text.answers[str(field.id)])) for field in fields if text.answers.get(str(field.id))]


def paired(one: PostText, other: PostText, wall) -> list[tuple[Field, object, object]]:
    """[(question, answer of the one, answer of the other), ...]: what either of two languages answers, so that the same question stands beside itself."""
    fields = every_field(wall)
    left, right = ({field.id: answer for field, answer in answered(text, wall, fields)} for text in (one, other))
    return [(field, left.get(field.id), right.get(field.id)) for field in fields if field.id in left or field.id in right]


def every_field(wall) -> list[Field]:
    return [*wall.fields, *Field.of(wall.id, deleted=True)]


def shown_answer(field: Field, answer: str):
    """Long texts are read and written anew, whatever stands in the row."""
    if field.kind == LONG:
        return Markup(read_html(answer).html)
    if field.kind == CHOICE:
        return field.choices[int(answer)] if int(answer) < len(field.options) else None
    return answer
