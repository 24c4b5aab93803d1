"""Registers what leading a workshop needs: marks, presenting, groups, the pre-assignment."""
from ..access import permission_parent
from ..live import part_renderer
from ..web.slots import put
from .group import WorkGroup, place_of_group
from .group_routes import link_to_groups, my_group, render_my_group, work_group_pages
from .holdings import register_holdings
from .mark_routes import marks, marks_of_another_phase, marks_of_the_page, render_marks
from .preassignment_routes import in_the_bar, preassignments, tasks_at_home
from .presenting import forget_presented
from .presenting_routes import acts_with_column, acts_with_note, presented_bar, presenting


def register_leading(app) -> None:
    register_holdings(app)
    permission_parent(app, WorkGroup, place_of_group)
    part_renderer(app, "my-group", render_my_group)
    part_renderer(app, "marks", render_marks)
    for place, render in (("board own", my_group), ("board own", marks_of_the_page), ("board menu", link_to_groups), ("board bar", in_the_bar), ("board bar", presented_bar),
                          ("home sections", tasks_at_home), ("note acts", acts_with_note), ("column acts", acts_with_column)):
        put(app, place, render)
    app.extensions["another_phase"] += [marks_of_another_phase, forget_presented]
    for blueprint in (marks, presenting, work_group_pages, preassignments):
        app.register_blueprint(blueprint)
