"""Registers what this room gives to the others."""
from flask import render_template

from ..jobs import register_job
from ..live import part_renderer
from ..web.slots import put
from .grading import copy_gradings
from .holdings import register_holdings
from .leading_routes import grades
from .own_routes import chip, own_grades, render_chip
from .participation import JOB as COUNTING
from .participation import count_as_job
from .sending import JOB as SENDING
from .sending import hear_line_item, plan_forgotten, send_as_job
from .words import how_to_mend, said_points, score_state_word, what_went_wrong


def in_the_menu(activity) -> str:
    return render_template("grades/_menu.html", activity=activity)


def register_grades(app) -> None:
    register_job(app, COUNTING, count_as_job)
    register_job(app, SENDING, send_as_job)
    register_holdings(app)
    part_renderer(app, "participation", render_chip)
    put(app, "board own", lambda board, phase, viewpoint: chip(board, viewpoint))
    put(app, "board menu", lambda board: in_the_menu(board))
    put(app, "wall for me", lambda wall, viewpoint: chip(wall, viewpoint))
    put(app, "wall menu", lambda wall: in_the_menu(wall))
    app.extensions["line_item_told"].append(hear_line_item)
    app.extensions["course_copied"].append(copy_gradings)
    app.extensions["chores"].append(plan_forgotten)
    app.jinja_env.globals.update(score_state_word=score_state_word, said_points=said_points, what_went_wrong=what_went_wrong, how_to_mend=how_to_mend)
    for blueprint in (grades, own_grades):
        app.register_blueprint(blueprint)
