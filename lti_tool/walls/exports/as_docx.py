"""A wall, or one post, as a text document: real headings and lists, each text in its language."""
from flask_babel import gettext as _

from ...db import Wording
from ...documents import printable
from ...documents.printable import removed_words
from ...documents.rich_document import Writing
from ...documents.text_document import Body, add_backing, add_facts, add_picture, is_rtl, line_break, new_document, run, saved
from ...files import open_stored
from ...web import RichText
from ...web.rich_text import Block, Run
from ..licence import licence_line
from .comments import about_comment
from .contents import Export, ExportedPost, ExportedText
from .words import about, facts, source_line, step_lines


def as_docx(export: Export) -> bytes:
    document = new_document(printable(export.wall.title.best(*export.reading).text))
    body = Body(document)
    body.said("Heading1", export.wall.title.best(*export.reading))
    body.said("Normal", export.wall.purpose.best(*export.reading))
    add_facts(body, facts(export))
    for post in export.posts:
        if not post.texts:
            body.add("Heading2", run(removed_words()))
        for text in post.texts:
            add_title(body, "Heading2", text)
            body.add("Normal", run(about(post, export.reading), quiet=True))
            add_answers(document, body, text, export, level=3)
        add_what_belongs(body, post)
        names = ", ".join(printable(file.name) for file in post.files)
        if names:
            body.add("Normal", run(_("Files: %(names)s", names=names), quiet=True))
        add_comments(body, post)
    if not export.posts:
        body.add("Normal", run(_("No posts."), quiet=True))
    add_backing(document, body, export)
    return saved(document)


def post_as_docx(export: Export, text: ExportedText | None) -> bytes:
    """One post in one of its languages (None: it was removed for good), with its pictures, its source and its licence: for taking it to one's own area."""
    post = export.posts[0]
    document = new_document(printable(text.title) if text else removed_words())
    body = Body(document)
    if text is None:
        body.add("Heading1", run(removed_words()))
    else:
        add_title(body, "Heading1", text)
        body.add("Normal", run(about(post, export.reading), quiet=True))
        add_answers(document, body, text, export, level=2)
        add_files(document, body, post)
    add_what_belongs(body, post)
    licence = licence_line(export.wall, export.reading)
    body.add("Heading2", run(_("Source")))
    body.add("Normal", run(source_line(export)))
    if licence:
        body.add("Normal", run(_("Licence: %(licence)s", licence=printable(licence))))
    add_backing(document, body, export)
    return saved(document)


def add_title(body: Body, style: str, text: ExportedText) -> None:
    title = printable(text.title)
    body.add(style, run(title, language=text.language, rtl=is_rtl(title)), bidi=is_rtl(title))


def add_answers(document, body: Body, text: ExportedText, export: Export, level: int) -> None:
    """Each below its question. `level` of the headings."""
    for field, answer in text.answers:
        body.said(f"Heading{level}", field.title.best(text.language, *export.reading))
        writing = Writing(document, below=level)
        if isinstance(answer, RichText):
            for block in answer.blocks:
                writing.add(body, block._replace(runs=tuple(one._replace(text=printable(one.text)) for one in block.runs)), text.language)
        elif isinstance(answer, Wording):
            body.said("Normal", answer.best(text.language, *export.reading))
        else:
            words = printable(answer)
            href = answer if field.kind == "link" else ""
            writing.add(body, Block("p", (Run(words, href=href),)), text.language)


def add_files(document, body: Body, post: ExportedPost) -> None:
    """Pictures are in the document; of other files the names."""
    for file in post.files:
        if file.is_picture:
            try:
                with open_stored(file.file, small=True) as picture:
                    add_picture(document, picture.read(), file.file.kind.name, file.file.small_size, file.alternative_text)
            except FileNotFoundError:
                continue  # its bytes are lost; the text can still be taken along
        else:
            body.add("Normal", run(_("Files: %(names)s", names=printable(file.name)), quiet=True))


def add_comments(body: Body, post: ExportedPost) -> None:
    """Answers one step further in."""
    if post.comments:
        body.add("Heading3", run(_("Comments")))
    for comment in post.comments:
        words = removed_words() if comment.removed else printable(comment.text)
        rtl = is_rtl(words)
        body.add("ListBullet2" if comment.is_answer else "ListBullet", run(about_comment(comment), quiet=True), line_break(),
                 run(words, language=None if comment.removed else comment.language, rtl=rtl), bidi=rtl)


def add_what_belongs(body: Body, post: ExportedPost) -> None:
    for line in step_lines(post):
        body.add("Normal", run(line, quiet=True))
