"""Registers what workshops give to the other rooms."""
from ..access import permission_parent
from ..live import part_renderer
from ..web.slots import put
from .group import WorkGroup, place_of_group
from .group_routes import link_to_groups, my_group, render_my_group, work_group_pages
from .mark_routes import marks, marks_of_another_phase, marks_of_the_page, render_marks
from .holdings import register_holdings
from .preassignment_routes import in_the_bar, preassignments, tasks_at_home
from .presenting import forget_presented
from .presenting_routes import acts_with_column, acts_with_note, presented_bar, presenting


def register_workshops(app) -> None:
    register_holdings(app)
    permission_parent(app, WorkGroup, place_of_group)
    put(app, "board own", my_group)
    part_renderer(app, "my-group", render_my_group)
    put(app, "board own", marks_of_the_page)
    put(app, "board menu", link_to_groups)
    part_renderer(app, "marks", render_marks)
    app.extensions["another_phase"].append(marks_of_another_phase)
    put(app, "board bar", in_the_bar)
    put(app, "home sections", tasks_at_home)
    put(app, "board bar", presented_bar)
    put(app, "note acts", acts_with_note)
    put(app, "column acts", acts_with_column)
    app.extensions["another_phase"].append(forget_presented)
    blueprints = (marks, presenting, work_group_pages, preassignments)
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
