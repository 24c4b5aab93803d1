"""Registers what modules give to the other rooms."""
from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import permission_parent
from ..activities import Card, Kind, register_kind
from ..activities.act_routes import register_acts
from ..activities.activity import place_of_activity
from ..files import Attachable, register_attachable
from .assessment_routes import assessments
from .cards import cards
from .certificate import Certificate, place_of_certificate
from .certificate_routes import certificates
from .check_routes import checks
from .cohort import Cohort
from .copying import copy_module
from .feedback_forms import register_feedback_steps
from .finding import register_to_search
from .grading import register_to_grades
from .holdings import register_holdings
from .learner_routes import learners
from .learning_routes import learning
from .module import Module, make_module
from .module_file_routes import module_files
from .module_routes import modules
from .parts import register_parts
from .purge import purge_deleted
from .reading import archive, pack
from .question_file_routes import question_files
from .question_routes import step_questions
from .recalling import register_to_recall
from .step import Step
from .step_file_routes import announce_files, step_files
from .step_routes import steps
from .table import words_of_act
from .table_routes import table, take_back_step, take_back_unit
from .unit import Unit
from .writing_routes import writing


def register_coaching(app) -> None:
    for noun, place_of in ((Module, place_of_activity), (Unit, Unit.place_of), (Step, Step.place_of), (Cohort, Cohort.place_of), (Certificate, place_of_certificate)):
        permission_parent(app, noun, place_of)
    register_parts(app)
    register_holdings(app)
    register_to_grades(app)
    register_to_recall(app)
    register_feedback_steps(app)
    register_to_search(app)
    register_acts(app, "step", words_of_act, take_back_step)
    register_acts(app, "unit", words_of_act, take_back_unit)
    register_kind(app, Kind(name="module", icon="book", label=lambda: _("Module"), hint=lambda: _("Steps to go through at one's own pace: to read, to try, to think about"),
                            empty=lambda: _("Empty module"),
                            address=lambda number: url_for("modules.show", module_id=number), starts=lambda course: [], own_starts=None,
                            receive=lambda course: url_for("module_files.take", course_id=course),
                            make=lambda course, title, start="": make_module(course, title), copy=copy_module, copy_starts=lambda source, course: None,
                            sow=lambda *args, **how: 0, archive=archive, about=lambda module: module.purpose, cards=cards,
                            new_words=lambda number: ngettext("%(num)s new step", "%(num)s new steps", number), pack=pack))
    register_attachable(app, "step", Attachable(Step, lambda number: url_for("step_files.show", step_id=number), lambda person: [], announce_files))
    app.extensions["chores"].append(purge_deleted)
    for blueprint in (modules, module_files, writing, table, steps, step_files, step_questions, question_files, checks, assessments, certificates, learning, learners):
        app.register_blueprint(blueprint)
