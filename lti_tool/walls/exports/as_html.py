"""A wall, or one post, as a page that needs nothing else: for reading, printing, and for screen readers."""
from urllib.parse import quote

from flask import render_template
from markupsafe import Markup

from ...documents import printable
from ...documents.printable import removed_words
from ...web import RichText, current_language
from ..licence import licence_of
from .comments import about_comment
from .contents import Export
from .words import about, facts, source_line, step_lines


def as_html(export: Export, places: dict[int, str] | None = None) -> bytes:
    """`places`: attachment -> where the file lies beside the page, when it does."""
    return rendered("walls/exported.html", export, {file: quote(place) for file, place in (places or {}).items()}, facts=facts(export)).encode()


def render_post_page(export: Export, text, **more) -> str:
    """One post in one of its languages, as a page of the tool to be printed. Its pictures are shown from where they are."""
    places = {file.id: file.small_address if file.is_picture else file.address for file in export.posts[0].files}
    return rendered("walls/post_page.html", export, places, text=text, source=source_line(export), **more)


def text_in(export: Export, language: str):
    """The post's text in that language, else its first; None where it was removed for good."""
    texts = {text.language: text for text in export.posts[0].texts}
    return texts.get(language) or next(iter(texts.values()), None)


def rendered(template: str, export: Export, places: dict[int, str], **more) -> str:
    return render_template(template, export=export, wall=export.wall, reading=export.reading, backing=export.backing, places=places, about=about, about_comment=about_comment, step_lines=step_lines,
                           as_rich=as_rich, removed_words=removed_words(), licence=licence_of(export.wall, export.reading), language=current_language(), **more)


def as_rich(answer) -> Markup | None:
    """Written anew from its blocks, each of its letters one that HTML takes; None for what is no rich text."""
    if not isinstance(answer, RichText):
        return None
    return Markup(answer.changed(lambda block: block._replace(runs=tuple(run._replace(text=printable(run.text)) for run in block.runs))).html)
