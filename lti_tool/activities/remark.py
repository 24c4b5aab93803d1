"""What somebody says to a thing that others wrote: comments on notes and on posts are changed, deleted and restored alike."""
from flask_babel import gettext as _

from ..web import Refusal
from .act import Act, Undoable


class CommentIsDeleted(Refusal):
    status = 409

    def words(self):
        return (_("The comment has been deleted"), _("It was deleted before your change arrived."),
                _("It can be restored from the list of what was deleted here. Your text is still here."))


class CommentIsRemoved(Refusal):
    """Its text was removed for good: only the mark is left, and nothing is written into it."""

    status = 409

    def words(self):
        return (_("The text has been removed for good"), _("A facilitator removed the text of this comment, for example because of client data in it."),
                _("Write a new comment without that. Your text is still here."))


class CommentWasDeletedByAFacilitator(Refusal):
    status = 403

    def words(self):
        return (_("A facilitator deleted this comment"), _("Only facilitators can restore what a facilitator has deleted."),
                _("If you think it should come back, ask a facilitator of the course."))


class CommentWasChanged(Refusal):
    """Somebody saved the comment while it was being edited. Both texts are shown; the person decides."""

    status = 409
    is_dialog = True

    def __init__(self, comment, text):
        super().__init__()
        self.comment, self.text, self.template = comment, text, comment.conflict_template

    def words(self):
        return (_("The comment has been changed meanwhile"), _("Somebody saved a change of their own. Your text is safe."),
                _("Choose which one stays, or combine them."))

    def details(self):
        return {"comment": self.comment, "text": self.text}


class Remark(Undoable):
    """For tables with `text`, `language`, `edited_at`, `deleted_at`, `deleted_by_facilitator`, `removed_at`; `conflict_template` shows both texts."""

    def edit(self, text: str, language: str, version: int, by: int) -> Act | None:
        """Raises CommentWasChanged when somebody has edited it since that `version`, and CommentIsRemoved."""
        if self.removed_at is not None:
            raise CommentIsRemoved
        if text != self.text and self.was_edited_since(version):
            raise CommentWasChanged(self, text)
        before = self.fields(("text", "language"))
        self.text, self.language, self.edited_at = text, language, self.moment()
        return self.did("edited", by, before)

    def delete(self, by: int, as_facilitator: bool = False) -> Act:
        """`as_facilitator`: somebody else's, which then only facilitators restore."""
        self.deleted_at, self.deleted_by_facilitator = self.moment(), as_facilitator
        return self.did("deleted", by, {})

    def restore(self, by: int) -> Act:
        self.deleted_at, self.deleted_by_facilitator = None, False
        return self.did("restored", by, {})
