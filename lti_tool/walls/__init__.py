"""Peer-sharing walls: posts made by a form of questions, under themes, in several languages; what people answer to them and take along."""
from .adoption import STEPS, Adoption
from .field import Field
from .post import Post
from .post_text import PostText
from .template import WallTemplate
from .theme import Theme
from .wall import Wall

__all__ = ["Adoption", "Field", "Post", "PostText", "STEPS", "Theme", "Wall", "WallTemplate"]
