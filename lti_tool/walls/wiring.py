"""Registers what walls give to the other rooms."""
from flask import url_for
from flask_babel import gettext as _

from ..access import permission_parent
from ..activities import Card, Kind, register_kind
from ..activities.act_routes import register_acts
from ..activities.activity import place_of_activity
from ..files import Attachable, register_attachable
from ..web.slots import put
from .act_words import words_of_walls
from .adoption_routes import adoptions
from .archive import archive
from .arranging_routes import arranging
from .comment import PostComment, place_of_comment
from .comment_routes import post_comments, take_back_comment
from .drafting import register_drafting
from .copying import copy_templates, copy_wall, sow
from .export_routes import wall_exports
from .featured_at_home import worth_reading
from .field import Field
from .file_routes import announce_files, post_files
from .finding import register_to_search
from .following_routes import followings
from .holdings import register_holdings
from .moderating import register_moderating
from .recalling import register_to_recall
from .news_routes import links_at_home, news
from .packing import pack
from .parts import new_words, post_count, register_parts
from .picture import pictures_of
from .post import Post, parts_of_posts_by, place_of_post
from .post_routes import posts, take_back_post, take_back_text
from .post_text import PostText, place_of_text
from .purge import purge_deleted
from .reading import card_counts
from .starting import make, starts
from .taking_part import register_taking_part
from .template import WallTemplate
from .template_routes import wall_templates
from .theme import Theme
from .told_region import hear_region
from .wall import Wall
from .wall_routes import walls


def cards(wall_ids, since, person_id):
    counted, pictures = card_counts(wall_ids, since, person_id), pictures_of(wall_ids)
    return {wall: Card(label=_("Wall"), contents=post_count(counted.get(wall, (0, 0))[0]), new=counted.get(wall, (0, 0))[1], picture=pictures[wall]) for wall in wall_ids}


def register_walls(app) -> None:
    for noun, place_of in ((Wall, place_of_activity), (Post, place_of_post), (PostText, place_of_text), (PostComment, place_of_comment), (Theme, Theme.place_of), (Field, Field.place_of),
                           (WallTemplate, WallTemplate.place_of)):
        permission_parent(app, noun, place_of)
    register_parts(app)
    register_holdings(app)
    register_to_search(app)
    register_taking_part(app)
    register_to_recall(app)
    register_moderating(app)
    register_drafting(app)
    register_acts(app, "post", words_of_walls, take_back_post)
    register_acts(app, "post-text", words_of_walls, take_back_text)
    register_acts(app, "post-comment", words_of_walls, take_back_comment)
    put(app, "home since", links_at_home)
    put(app, "home sections", worth_reading)
    register_kind(app, Kind(name="wall", icon="wall", label=lambda: _("Wall"), hint=lambda: _("Posts that people share, and answers to them"),
                            empty=lambda: _("Empty wall"),
                            address=lambda number: url_for("walls.show", wall_id=number), starts=starts, own_starts=lambda course: url_for("wall_templates.show", course_id=course),
                            receive=lambda course: url_for("wall_templates.take_wall_file", course_id=course), make=make, copy=copy_wall,
                            copy_starts=copy_templates, sow=sow, archive=archive, about=lambda wall: wall.purpose, cards=cards, new_words=new_words, pack=pack))
    register_attachable(app, "post", Attachable(Post, lambda number: url_for("post_files.show", post_id=number), parts_of_posts_by, announce_files))
    app.extensions["chores"].append(purge_deleted)
    app.extensions["region_told"].append(hear_region)
    for blueprint in (walls, posts, arranging, adoptions, post_comments, followings, news, wall_exports, wall_templates, post_files):
        app.register_blueprint(blueprint)
