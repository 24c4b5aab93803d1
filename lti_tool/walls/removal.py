"""Removing for good what a post says, or some words of it: from every language, drafts, earlier texts and files. A mark stays."""
import sqlalchemy as sa
from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from ..activities.act import Act
from ..db import db
from ..files import remove_attachments_of
from ..web.rich_text import read_html
from ..web.taking_out import mark_in, places_of, rich_without, without
from .field import LINK, LONG, SHORT
from .post import Post
from .post_text import PostText, plain, texts_of
from .showing import every_field

HOLD_EARLIER = ("edited", "added", "withdrawn", "removed")


def remove_for_good(post: Post, by: int) -> None:
    """A version in another language that nobody else has seen goes altogether."""
    texts, fields = texts_of([post.id])[post.id], every_field(post.wall)
    say_removed(post, {said for text in texts.values() for said in words_of(text, fields)}, "")
    remove_attachments_of(post.part)
    for text in texts.values():
        forget_earlier(text)
        if not text.is_published:
            db.session.delete(text)
            continue
        with force_locale(text.language):
            text.title = _("Removed")
        text.answers, text.beginning = {}, ""
        text.draft = text.draft_at = None
        text.did("removed", by, {})
    post.removed_at = post.moment()
    post.did("removed", by, {})


def take_out(post: Post, words: str, by: int) -> bool:
    """Out of all its languages, and what is typed there and not published. Whether the words stood there."""
    fields, changed = {str(field.id): field.kind for field in every_field(post.wall)}, False
    for text in texts_of([post.id])[post.id].values():
        instead = mark_in(text.language)
        title, answers = without(text.title, words, instead), answers_without(text.answers, fields, words, instead)
        draft = text.draft and {**text.draft, "title": without(text.draft["title"], words, instead), "answers": answers_without(text.draft["answers"], fields, words, instead)}
        if (title, answers, draft) != (text.title, text.answers, text.draft):
            text.draft = draft
            text.set_words(title, answers, every_field(post.wall))
            changed = True
            forget_earlier(text)
            text.did("removed", by, {})
    if changed:
        say_removed(post, {words}, mark_in(post.wall.course.languages[0]))
    return changed


def answers_without(answers: dict, kinds: dict, words: str, instead: str) -> dict:
    """A link that holds the words goes altogether; what is chosen from a list are no words of the author."""
    changed = {}
    for number, answer in answers.items():
        kind = kinds.get(number)
        if kind == LONG:
            answer = rich_without(read_html(answer), words, instead).html
        elif kind == SHORT:
            answer = without(answer, words, instead)
        elif kind == LINK and places_of(words, answer, longer=True):
            continue
        changed[number] = answer
    return changed


def forget_earlier(text: PostText) -> None:
    db.session.execute(sa.delete(Act).where(Act.thing == text.part, Act.verb.in_(HOLD_EARLIER)))


def has_been_cut(texts) -> bool:
    """Whether something was ever taken out of one of them, or all of it removed."""
    return bool(db.session.scalar(sa.select(Act.id).where(Act.thing.in_([text.part for text in texts]), Act.verb == "removed").limit(1)))


def words_of(text: PostText, fields) -> set[str]:
    return {text.title, *(plain(text.answers[str(field.id)], field.kind) for field in fields if field.kind in (LONG, SHORT) and text.answers.get(str(field.id)))} - {""}


def say_removed(post: Post, words: set[str], stays: str) -> None:
    """To whoever took its words along."""
    for hear in current_app.extensions["words_removed"]:
        hear(post.part, words, stays)
