"""A wall as rows: one for each language of each post, then one for each comment. As text (CSV) and as a workbook (XLSX)."""
from flask_babel import gettext as _

from ...activities.anonymity import level_word
from ...documents.printable import day_of, printable, removed_words
from ...documents.workbook import Head, Sheet, workbook_of
from ...web import language_name
from ...web.spreadsheet import csv_of
from ..adoption import STEPS, step_words
from .comments import marked_words
from .contents import Export, ExportedPost, ExportedText
from .words import facts, plain_answer


def as_csv(export: Export) -> bytes:
    about = [[what, line] for what, lines in facts(export) for line in lines]
    said = [[], [head.words for head in comment_heads()], *comment_rows(export)] if export.comment_total else []
    return csv_of([*about, [], [head.words for head in heads(export)], *rows(export), *said])


def as_xlsx(export: Export) -> bytes:
    where = (_("The posts"), [_("They are on the next sheet: %(name)s.", name=_("Posts"))])
    said = [Sheet(_("Comments"), comment_heads(), comment_rows(export), export.comment_total)] if export.comment_total else []
    number = sum(max(1, len(post.texts)) for post in export.posts)
    return workbook_of(printable(export.wall.title.best(*export.reading).text), [*facts(export), where], _("Posts"), heads(export), rows(export), number, said)


def heads(export: Export) -> list[Head]:
    said = [Head(_("Number"), 9), Head(_("Language"), 11), Head(_("Title"), 34)]
    said += [Head(printable(field.title.best(*export.reading).text), 50) for field in export.fields]
    said += [Head(_("Topics"), 24), Head(_("Who"), 24), Head(_("Anonymity"), 22), Head(_("Published"), 14), Head(_("Edited"), 10), Head(_("Archived"), 10)]
    return [*said, *(Head(words, 26) for words in step_words().values()), Head(_("Files"), 30)]


def rows(export: Export):
    levels, yes = {level: level_word(level) for level in export.levels}, _("yes")
    for post in export.posts:
        for text in post.texts or [None]:
            yield [post.number, *words_of(text, export), ", ".join(printable(theme.title.best(*export.reading).text) for theme in post.themes), printable(post.author),
                   levels[post.anonymity], day_of(post.published) if post.published else "", yes if post.edited else "", yes if post.archived else "", *steps_of(post),
                   "\n".join(printable(file.name) for file in post.files)]


def words_of(text: ExportedText | None, export: Export) -> list[str]:
    if text is None:
        return ["", removed_words(), *("" for _field in export.fields)]
    answers = {field.id: plain_answer(answer, (text.language, *export.reading)) for field, answer in text.answers}
    return [language_name(text.language), printable(text.title), *(answers.get(field.id, "") for field in export.fields)]


def steps_of(post: ExportedPost) -> list[str]:
    """For each step its regions, with how many people."""
    told = dict(post.steps)
    return ["\n".join(f"{printable(region)}: {people}" for region, people in told.get(step, ())) for step in STEPS]


def comment_heads() -> list[Head]:
    """Of a table of their own: `Post` is the number of the post in the other one."""
    return [Head(_("Post"), 9), Head(_("Number"), 9), Head(_("Answers number"), 9), Head(_("Comment"), 60), Head(_("Language"), 11), Head(_("Who"), 24), Head(_("Anonymity"), 22),
            Head(_("Written"), 14), Head(_("Edited"), 10), Head(_("Marked"), 26)]


def comment_rows(export: Export):
    levels, yes = {level: level_word(level) for level in export.levels}, _("yes")
    for post in export.posts:
        for comment in post.comments:
            yield [post.number, comment.number, comment.to or "", removed_words() if comment.removed else printable(comment.text), language_name(comment.language),
                   printable(comment.author), levels[comment.anonymity], day_of(comment.made), yes if comment.edited else "", marked_words(comment)]
