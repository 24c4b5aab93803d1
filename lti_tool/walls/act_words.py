"""What was done on a wall, in words."""
from flask_babel import gettext as _

from ..activities.act import Act


def words_of_walls(act: Act) -> str:
    kind = act.thing.partition(":")[0]
    return {
        ("post", "published"): _("Post published."), ("post", "hidden"): _("Post hidden."), ("post", "archived"): _("Post archived."),
        ("post", "deleted"): _("Post deleted."), ("post", "restored"): _("Post restored."), ("post", "pinned"): _("Post pinned."),
        ("post", "unpinned"): _("Post no longer pinned."), ("post", "featured"): _("Post featured."),
        ("post", "unfeatured"): _("Post no longer featured."), ("post", "removed"): _("Text of a post removed for good."),
        ("post-comment", "added"): _("Comment added."), ("post-comment", "edited"): _("Comment saved."), ("post-comment", "deleted"): _("Comment deleted."),
        ("post-comment", "restored"): _("Comment restored."), ("post-comment", "removed"): _("Text of a comment removed for good."),
        ("post-comment", "marked"): _("Marked as an answer."), ("post-comment", "unmarked"): _("No longer marked as an answer."),
        ("post-text", "added"): _("Post published."), ("post-text", "withdrawn"): _("The post is a draft again."), ("post-text", "edited"): _("Post saved."), ("post-text", "removed"): _("Text of a post removed for good."),
    }[kind, act.verb]
