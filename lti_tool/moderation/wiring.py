"""Registers what moderation gives to the other rooms."""
from ..access import permission_parent
from ..web.slots import put
from .holdings import register_holdings
from .log import LogEntry, place_of_entry
from .places import at_home, in_home_menu, on_post, where_people_write, with_note, with_thing
from .queue_routes import queue
from .reason import reason_word
from .spoken import forget_reports_of_gone, hear_removal
from .stop import WritingStop, must_not_be_stopped, place_of_stop
from .thing_routes import things


def register_moderation(app) -> None:
    permission_parent(app, LogEntry, place_of_entry)
    permission_parent(app, WritingStop, place_of_stop)
    register_holdings(app)
    app.extensions["may_write"].append(must_not_be_stopped)
    app.extensions["words_removed"].append(hear_removal)
    app.extensions["chores"].append(forget_reports_of_gone)
    app.jinja_env.globals["moderation_reason"] = reason_word
    for place, render in (("home sections", at_home), ("home menu", in_home_menu), ("board own", where_people_write), ("wall own", where_people_write), ("note acts", with_note),
                          ("comment acts", with_thing), ("post acts", with_thing), ("post told", on_post)):
        put(app, place, render)
    for blueprint in (things, queue):
        app.register_blueprint(blueprint)
