"""Peer-sharing walls: posts made by a form of questions, under themes, in several languages; what people answer to them and take along."""
from .adoption import STEPS, Adoption
from .comment import PostComment
from .field import Field
from .following import Following, SavedPost
from .mention import Mention
from .news_look import NewsLook
from .post import Post
from .post_text import PostText
from .template import WallTemplate
from .theme import Theme
from .wall import Wall

__all__ = ["Adoption", "Field", "Following", "Mention", "NewsLook", "Post", "PostComment", "PostText", "STEPS", "SavedPost", "Theme", "Wall", "WallTemplate"]
