"""Registers what walls give to the other rooms."""
from flask import url_for
from flask_babel import gettext as _

from ..access import permission_parent
from ..activities import Card, Kind, register_kind
from ..activities.act_routes import register_acts
from ..activities.activity import place_of_activity
from .act_words import words_of_walls
from .adoption_routes import adoptions
from .archive import archive
from .arranging_routes import arranging
from .copying import copy_wall, sow
from .field import Field
from .holdings import register_holdings
from .moderating import register_moderating
from .packing import pack
from .parts import new_words, post_count, register_parts
from .post import Post, place_of_post
from .post_routes import posts, take_back_post, take_back_text
from .post_text import PostText, place_of_text
from .purge import purge_deleted
from .reading import card_counts
from .starting import PICTURE, make, starts
from .theme import Theme
from .told_region import hear_region
from .wall import Wall
from .wall_routes import walls


def cards(wall_ids, since, person_id):
    counted = card_counts(wall_ids, since, person_id)
    return {wall: Card(label=_("Wall"), contents=post_count(counted.get(wall, (0, 0))[0]), new=counted.get(wall, (0, 0))[1], picture=PICTURE) for wall in wall_ids}


def register_walls(app) -> None:
    for noun, place_of in ((Wall, place_of_activity), (Post, place_of_post), (PostText, place_of_text), (Theme, Theme.place_of), (Field, Field.place_of)):
        permission_parent(app, noun, place_of)
    register_parts(app)
    register_holdings(app)
    register_moderating(app)
    register_acts(app, "post", words_of_walls, take_back_post)
    register_acts(app, "post-text", words_of_walls, take_back_text)
    register_kind(app, Kind(name="wall", icon="wall", label=lambda: _("Wall"), hint=lambda: _("Posts that people share, and answers to them"),
                            address=lambda number: url_for("walls.show", wall_id=number), starts=starts, own_starts=None, receive=None, make=make, copy=copy_wall,
                            copy_starts=lambda source, course: None, sow=sow, archive=archive, about=lambda wall: wall.purpose, cards=cards, new_words=new_words, pack=pack))
    app.extensions["chores"].append(purge_deleted)
    app.extensions["region_told"].append(hear_region)
    for blueprint in (walls, posts, arranging, adoptions):
        app.register_blueprint(blueprint)
