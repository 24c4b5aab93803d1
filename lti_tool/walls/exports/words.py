"""What every export of a wall says in words: at its beginning, and on each post."""
from flask_babel import gettext as _
from flask_babel import ngettext

from ...activities.anonymity import level_meaning, level_word
from ...documents.printable import day_of, minute_of, printable
from ...web import RichText, safe_name
from ..adoption import step_words
from ..licence import licence_line
from .contents import Export, ExportedPost


def facts(export: Export) -> list[tuple[str, list[str]]]:
    """(what, its lines): which wall, when, how much, who sees names, on which terms, what was left out."""
    wall = export.wall
    licence = licence_line(wall, export.reading)
    return [
        (_("Wall"), [printable(wall.title.best(*export.reading).text)]),
        (_("Course"), [printable(wall.course.title)]),
        (_("Exported"), [minute_of(export.at)]),
        (_("Posts"), [str(len(export.posts))]),
        *([(_("Comments"), [str(export.comment_total)])] if export.comment_total else []),
        (_("Anonymity"), [_("%(level)s. %(meaning)s", level=level_word(level), meaning=level_meaning(level)) for level in export.levels]),
        *([(_("Licence"), [printable(licence)])] if licence else []),
        (_("Left out"), left_out_words(export) or [_("Nothing")]),
    ]


def left_out_words(export: Export) -> list[str]:
    out, said = export.left_out, []
    if out.drafts:
        said.append(_("Drafts, which only their authors see"))
    if out.waiting:
        said.append(ngettext("%(num)s post that waits for a facilitator", "%(num)s posts that wait for a facilitator", out.waiting))
    if out.hidden:
        said.append(ngettext("%(num)s hidden post", "%(num)s hidden posts", out.hidden))
    if out.deleted:
        said.append(ngettext("%(num)s deleted post", "%(num)s deleted posts", out.deleted))
    if out.names:
        said.append(_("The names of those whose level of anonymity hides them"))
    if out.hidden_comments:
        said.append(ngettext("%(num)s hidden comment", "%(num)s hidden comments", out.hidden_comments))
    if out.deleted_comments:
        said.append(ngettext("%(num)s deleted comment", "%(num)s deleted comments", out.deleted_comments))
    if out.files:
        said.append(ngettext("%(num)s attached file (only its name is here)", "%(num)s attached files (only their names are here)", out.files))
    return said


def about(post: ExportedPost, reading) -> str:
    """What stands under a post's title: who, when, its topics."""
    topics = ", ".join(printable(theme.title.best(*reading).text) for theme in post.themes)
    said = [printable(post.author), day_of(post.published) if post.published else "", _("edited") if post.edited else "", _("archived") if post.archived else "", _("featured") if post.featured else "", topics]
    return " · ".join(filter(None, said))


def step_lines(post: ExportedPost) -> list[str]:
    words = step_words()
    return [f"{words[step]}: " + ", ".join(f"{printable(region)} {people}" for region, people in regions) for step, regions in post.steps]


def plain_answer(answer, reading) -> str:
    """As text without any marks: for cells of tables."""
    if isinstance(answer, RichText):
        return printable(answer.text)
    return printable(answer if isinstance(answer, str) else answer.best(*reading).text)


def source_line(export: Export) -> str:
    """Where a post comes from: it stands below what is taken along."""
    post, wall = export.posts[0], export.wall
    said = [printable(post.author), printable(wall.title.best(*export.reading).text), printable(wall.course.title), day_of(post.published) if post.published else ""]
    return " · ".join(filter(None, said))


def file_name(export: Export, ending: str) -> str:
    return safe_name(export.wall.title.best(*export.reading).text, ending, otherwise="wall")
