"""What was done on a board, in words."""
from flask_babel import gettext as _

from ..activities.act import Act


def words_of_boards(act: Act) -> str:
    kind = act.thing.partition(":")[0]
    return {
        ("note", "edited"): _("Note saved."), ("note", "moved"): _("Note moved."), ("note", "deleted"): _("Note deleted."),
        ("note", "restored"): _("Note restored."), ("note", "added"): _("Note added."), ("note", "stacked"): _("Notes put together."),
        ("note", "unstacked"): _("Note taken out of the stack."), ("note", "split"): _("The stack is split."), ("note", "removed"): _("Text of a note removed for good."),
        ("comment", "edited"): _("Comment saved."), ("comment", "deleted"): _("Comment deleted."), ("comment", "restored"): _("Comment restored."),
        ("comment", "added"): _("Comment added."), ("comment", "removed"): _("Text of a comment removed for good."),
        ("column", "edited"): _("Column saved."), ("column", "moved"): _("Column moved."), ("column", "deleted"): _("Column deleted."),
        ("column", "restored"): _("Column restored."), ("column", "locked"): _("Column locked."), ("column", "unlocked"): _("Column unlocked."),
        ("column", "added"): _("Column added."),
    }[kind, act.verb]
