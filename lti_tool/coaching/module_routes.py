"""A module's own page: what it is, where one is in it, and beginning. And how it is set up."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from ..access import CONTRIBUTE, FACILITATE, SEE, find, here
from ..activities.activity import TITLE_LIMIT
from ..db import Wording
from ..live import head_of
from ..web import Unsuitable, leads_to, take_wording, thing_number
from .checking import check_of
from .cohort import Cohort
from .contents import ALL, Needs
from .learner import PATHS, REFRESHER, WHOLE, begin, learner_of, learners_of
from .module import BACKGROUND_LIMIT, BACKGROUNDS_AT_MOST, PURPOSE_LIMIT, STATEMENT_LIMIT, STATEMENTS_AT_MOST, Module
from .progress import progress_of
from .showing import module_context

modules = Blueprint("modules", __name__)


@modules.get("/modules/<int:module_id>")
def show(module_id):
    module = find(Module, module_id, to=SEE)
    viewer, edition = here(), module.edition()
    learner = None if viewer.own.facilitates else learner_of(module.id, viewer.person)
    contents = learner.edition.read() if learner else edition.read() if edition else None
    return render_template("coaching/show.html", edition=edition, contents=contents, learner=learner, has_check=bool(contents and check_of(contents)), seq=head_of(module.topic_id), cohorts=Cohort.of(module.id), viewpoint=viewer.own,
                           progress=progress_of(learner) if learner else None, learner_count=len(learners_of(module.id)) if viewer.own.facilitates else 0, **module_context(module))


@modules.post("/modules/<int:module_id>/learner")
def start(module_id):
    """Leads to the first step. Begun again, it changes path and background, and keeps what was done."""
    module = find(Module, module_id, to=CONTRIBUTE)
    module.must_take_contributions()
    if here().own.facilitates or (edition := module.edition()) is None:
        return leads_to(url_for("modules.show", module_id=module.id))
    contents = edition.read()
    background, path = request.form.get("background", ""), request.form.get("path", WHOLE)
    if background and background not in contents.backgrounds or path not in PATHS:
        raise Unsuitable("background", _("Choose one of what is offered."))
    cohorts = Cohort.of(module.id)
    cohort = next((one for one in cohorts if one.id == request.form.get("cohort", type=thing_number)), None)
    if cohorts and cohort is None and learner_of(module.id, here().person) is None:
        raise Unsuitable("cohort", _("Choose the group with which you begin."))
    learner = begin(module, here().person, path, background, cohort)
    module.announce_at_home()
    further = progress_of(learner).next_step
    if learner.cohort is not None and not learner.cohort.has_started or further is None:
        return leads_to(url_for("modules.show", module_id=module.id))
    if path == REFRESHER and check_of(learner.edition.read()):
        return leads_to(url_for("checks.show", module_id=module.id))
    return leads_to(url_for("learning.show", module_id=module.id, step_id=further.id))


@modules.post("/modules/<int:module_id>/learner/edition")
def go_on(module_id):
    """With the newest edition; what was done stays done."""
    module = find(Module, module_id, to=CONTRIBUTE)
    module.must_take_contributions()
    if learner := learner_of(module.id, here().person):
        learner.go_on_with(module.edition())
        progress_of(learner).settle()
    return leads_to(url_for("modules.show", module_id=module.id))


@modules.get("/modules/<int:module_id>/settings")
def settings(module_id):
    module = find(Module, module_id, to=FACILITATE)
    return render_template("coaching/settings.html", needs=Needs.read(module.needs), purpose_limit=PURPOSE_LIMIT, background_limit=BACKGROUND_LIMIT, viewpoint=here().own,
                           backgrounds=[Wording(one["words"]) for one in module.backgrounds], backgrounds_most=BACKGROUNDS_AT_MOST,
                           statements=[Wording(one["words"]) for one in module.statements], statements_most=STATEMENTS_AT_MOST, statement_limit=STATEMENT_LIMIT, **module_context(module))


@modules.post("/modules/<int:module_id>/settings")
def change_settings(module_id):
    module = find(Module, module_id, to=FACILITATE)
    languages = module.course.languages
    purpose = take_wording("purpose", PURPOSE_LIMIT, languages, module.purpose)
    needs = Needs(percent_taken("share", ALL), percent_taken("score", 0), request.form.get("checked") == "yes").kept()
    backgrounds = listed_taken("background", module.backgrounds, BACKGROUNDS_AT_MOST, BACKGROUND_LIMIT, languages)
    statements = listed_taken("statement", module.statements, STATEMENTS_AT_MOST, STATEMENT_LIMIT, languages)
    if (needs, backgrounds, statements) != (module.needs, module.backgrounds, module.statements):
        module.needs, module.backgrounds, module.statements = needs, backgrounds, statements
        module.was_written()
    module.purpose = purpose
    module.rename(take_wording("title", TITLE_LIMIT, languages, module.title, required=True, one_line=True))
    return leads_to(url_for("modules.show", module_id=module.id))


def percent_taken(field: str, otherwise: int) -> int:
    number = request.form.get(field, otherwise, thing_number)
    if not 0 <= number <= ALL:
        raise Unsuitable(field, _("Give a number from 0 to 100."))
    return number


def listed_taken(name: str, before: list[dict], most: int, limit: int, languages) -> list[dict]:
    """Those that have words in any language; keys stay with their places in the form."""
    taken = []
    for place in range(most):
        held = before[place] if place < len(before) else {"key": "", "words": {}}
        if words := take_wording(f"{name}-{place}", limit, languages, Wording(held["words"]), one_line=True):
            taken.append({"key": held["key"], "words": dict(words)})
    last = max((int(one["key"]) for one in taken if one["key"].isdigit()), default=0)
    for one in taken:
        if not one["key"]:
            last += 1
            one["key"] = str(last)
    return taken


