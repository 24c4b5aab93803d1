"""A wall as data that comes back: docs/formats.md. With posts it is an export, without them a template."""
import json

from ...activities.anonymity import NAMED
from ...web import RichText
from ..field import CHOICE
from ..layout import FORMAT, VERSION, WallLayout, design, layout_of
from .comments import comment_data, told_moment
from .contents import Export, ExportedPost


def as_json(export: Export) -> bytes:
    """With every question that some post answers, asked still or not: an answer names its question by its place in the file."""
    wall, out = export.wall, export.left_out
    layout = layout_of(wall)
    answered = {field.id for post in export.posts for text in post.texts for field, _answer in text.answers}
    more = [field for field in export.fields if field.deleted_at is not None and field.id in answered]
    places = {field.id: place for place, field in enumerate([*(field for field in export.fields if field.deleted_at is None), *more], 1)}
    themes = {theme.id: place for place, theme in enumerate(export.themes, 1)}
    data = design(wall.title, layout.with_fields(more), wall.purpose)
    data["posts"] = [post_data(post, places, themes) for post in export.posts]
    data["exported"] = {"at": export.at.isoformat(timespec="seconds"), "course": wall.course.title, "posts": len(export.posts), "left_out": {
        "drafts": out.drafts, "waiting": out.waiting, "hidden": out.hidden, "deleted": out.deleted, "names": out.names,
        "hidden_comments": out.hidden_comments, "deleted_comments": out.deleted_comments, "contents_of_files": out.files}}
    return dumped(data)


def post_data(post: ExportedPost, places: dict[int, int], themes: dict[int, int]) -> dict:
    """Only what is so is said: no `name` where none may be told."""
    told = {"number": post.number, "anonymity": post.anonymity, "texts": {text.language: {"title": text.title, "answers": answers_data(text, places)} for text in post.texts}}
    if post.published:
        told["published"] = told_moment(post.published, post.anonymity == NAMED)
    more = {"topics": [themes[theme.id] for theme in post.themes if theme.id in themes], "edited": post.edited, "archived": post.archived, "pinned": post.pinned, "featured": post.featured,
            "removed": post.removed, "imported": post.imported, "region": post.region, "name": post.author if post.anonymity == NAMED and not post.imported else "",
            "steps": {step: [{"region": region, "people": people} for region, people in regions] for step, regions in post.steps},
            "attachments": [file.name for file in post.files], "comments": [comment_data(comment) for comment in post.comments]}
    return told | {name: value for name, value in more.items() if value}


def answers_data(text, places: dict[int, int]) -> dict:
    """{place of the question, from 1: HTML of a long text, the place of a choice from 1, else what was typed}."""
    return {str(places[field.id]): answer_data(field, answer) for field, answer in text.answers}


def answer_data(field, answer):
    if isinstance(answer, RichText):
        return answer.html
    return field.choices.index(answer) + 1 if field.kind == CHOICE else answer


def template_data(title, purpose, layout: WallLayout) -> dict:
    return design(title, layout, purpose)


def dumped(data: dict) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


__all__ = ["FORMAT", "VERSION", "as_json", "dumped", "template_data"]
