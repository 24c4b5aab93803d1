"""Registers what recall gives to the other rooms."""
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import permission_parent
from ..web.slots import put
from .card import RecallCard
from .card_routes import recall_cards
from .follow_up import FollowUp, plan_follow_ups
from .holdings import register_holdings
from .memory import Memory
from .places import at_home, in_home_menu, with_note, with_post, with_summary
from .purge import purge_deleted
from .recall_routes import recall
from .removal import hear_removal


def returns_words(days: int) -> str:
    return _("tomorrow") if days == 1 else ngettext("in %(num)s day", "in %(num)s days", days)


def register_recall(app) -> None:
    for noun in (RecallCard, Memory, FollowUp):
        permission_parent(app, noun, noun.place_of)
    register_holdings(app)
    app.extensions["words_removed"].append(hear_removal)
    app.extensions["module_finished"].append(plan_follow_ups)
    app.extensions["chores"].append(purge_deleted)
    for place, render in (("home sections", at_home), ("home menu", in_home_menu), ("note acts", with_note), ("post acts", with_post), ("summary acts", with_summary)):
        put(app, place, render)
    app.jinja_env.globals["returns_words"] = returns_words
    for blueprint in (recall, recall_cards):
        app.register_blueprint(blueprint)
