"""What moderation needs to know of notes and comments."""
from flask_babel import gettext as _

from ..db import db
from ..moderation import Moderated, register_moderated
from .board import Board
from .comment import Comment
from .dialogs import announce_change, page_with
from .note import Note, parts_of_notes_by
from .removal import remove_for_good, take_out
from .response_holdings import comments_by


def said(thing) -> list[tuple[str, str]]:
    return [] if thing.removed_at else [(thing.text, thing.language)]


def tell(thing) -> None:
    announce_change(topic_of(thing), thing)


def topic_of(thing) -> int:
    return db.session.get(Board, thing.activity_id).topic_id


def address(thing) -> str:
    return page_with(thing.part, thing.activity_id)


def parts_of_comments_by(person_id: int) -> list[str]:
    return [comment.part for comment, _activity in comments_by(person_id)]


def register_moderating(app) -> None:
    for kind, noun, word, by in (("note", Note, lambda: _("Note"), parts_of_notes_by), ("comment", Comment, lambda: _("Comment"), parts_of_comments_by)):
        register_moderated(app, kind, Moderated(noun, word, address, said, tell, take_out, remove_for_good, by))
