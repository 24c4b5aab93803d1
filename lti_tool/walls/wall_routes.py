"""A wall's pages: what stands on it, and how it is set up."""
from flask import Blueprint, g, render_template, request, url_for
from flask_babel import gettext as _

from ..access import FACILITATE, SEE, find, here
from ..activities.act_routes import offered_act
from ..activities.activity import TITLE_LIMIT
from ..activities.anonymity import level_meaning, level_word
from ..activities.colours import COLOURS, colour_words
from ..db import now
from ..live import head_of
from ..web import Unsuitable, leads_to, take_wording, thing_number
from ..web.days import take_day
from .adoption import own_steps
from .field import KINDS, Field
from .featuring import featured_on
from .following import followed_by
from .licence import LICENCES, WORDS_LIMIT, licence_meaning, licence_word
from .look import COLUMNS, look_taken
from .matrix import matrix_of
from .parts import wall_context
from .post import ARCHIVED, WAITING, Post
from .reading import count_standing, deleted_posts, own_unfinished, posts_in_state, shown_columns, shown_posts, theme_counts, with_titles
from .talk import deleted_comments
from .theme import Theme
from .wall import LEVELS, POSTING, PURPOSE_LIMIT, SHARED, Wall, shared_word

walls = Blueprint("walls", __name__)
PAGES_AT_MOST = 1000


@walls.get("/walls/<int:wall_id>")
def show(wall_id):
    """`part`: only the cards of the last page that the look asks for, for our script."""
    wall = find(Wall, wall_id, to=SEE)
    viewer, look, since = here(), look_taken(), g.membership.visit_before(now())
    if request.args.get("part"):
        return render_template("walls/_more.html", look=look, viewpoint=viewer.own, posts=shown_posts(wall, look, since, viewer.own, only_last=True),
                               own_steps=own_steps(wall.id, viewer.person), **wall_context(wall))
    seq = head_of(wall.topic_id)  # first: what follows may be newer than this number, never older
    by_theme = look.arrangement == COLUMNS and not look.theme
    posts = {"columns": shown_columns(wall, look, since, viewer.own)} if by_theme else {"posts": shown_posts(wall, look, since, viewer.own)}
    context = wall_context(wall)
    return render_template("walls/show.html", look=look, featured=featured_on(Post.activity_id == wall.id, context["reading"]), seq=seq, viewpoint=viewer.own, themes=wall.themes, counts=theme_counts(wall), total=count_standing(wall.id),
                           unfinished=own_unfinished(wall, viewer.own), waiting=with_titles(posts_in_state(wall, WAITING)) if viewer.own.facilitates else [], since=since,
                           own_steps=own_steps(wall.id, viewer.person), matrix=matrix_of(wall, most=12) if wall.takes_steps else None,
                           followed=followed_by(viewer.person, [wall.id]), welcomed=g.membership.welcomed_at, act=offered_act(), **posts, **context)


@walls.get("/walls/<int:wall_id>/steps")
def steps(wall_id):
    """Which practice has come how far in which region: all of them, page by page."""
    wall, page = find(Wall, wall_id, to=SEE), max(1, min(request.args.get("page", 1, type=thing_number) or 1, PAGES_AT_MOST))
    return render_template("walls/steps.html", matrix=matrix_of(wall, page=page), page=page, viewpoint=here().own, **wall_context(wall))


@walls.get("/walls/<int:wall_id>/archived")
def archived(wall_id):
    wall = find(Wall, wall_id, to=SEE)
    return render_template("walls/_listed.html", heading=_("Archived posts"), hint=_("They can be read, and do not stand among the others."), opens=True,
                           listed=with_titles(posts_in_state(wall, ARCHIVED)), viewpoint=here().own, **wall_context(wall))


@walls.get("/walls/<int:wall_id>/deleted")
def deleted(wall_id):
    """For facilitators all; for others those that they deleted of their own."""
    wall = find(Wall, wall_id, to=SEE)
    return render_template("walls/_listed.html", heading=_("Deleted posts and comments"), hint=_("They can be restored for 30 days."), opens=False,
                           comments=deleted_comments(wall.id, here().own), listed=with_titles(deleted_posts(wall, here().own)), viewpoint=here().own, **wall_context(wall))


@walls.get("/walls/<int:wall_id>/settings")
def settings(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    return render_template("walls/settings.html", viewpoint=here().own, levels=LEVELS, level_word=level_word, level_meaning=level_meaning, shared_kinds=SHARED, shared_word=shared_word,
                           themes=wall.themes, fields=wall.fields, deleted_themes=Theme.of(wall.id, deleted=True), deleted_fields=Field.of(wall.id, deleted=True),
                           colours=COLOURS, colour_words=colour_words(), kinds=KINDS, licences=LICENCES, licence_word=licence_word,
                           licence_meaning=licence_meaning, licence_limit=WORDS_LIMIT, **wall_context(wall))


def days_taken() -> tuple:
    first, last = take_day("opens_on"), take_day("closes_on")
    if first and last and last < first:
        raise Unsuitable("closes_on", _("The last day comes before the first."))
    return first, last


@walls.post("/walls/<int:wall_id>/settings")
def change_settings(wall_id):
    wall, form = find(Wall, wall_id, to=FACILITATE), request.form
    languages = wall.course.languages
    for name, known in (("anonymity", LEVELS), ("shared", SHARED), ("posting", POSTING), ("licence", LICENCES)):
        if form.get(name, getattr(wall, name)) not in known:
            raise Unsuitable(name, _("Choose one of what is offered."))
    wall.purpose = take_wording("purpose", PURPOSE_LIMIT, languages, wall.purpose)
    wall.set_anonymity(form.get("anonymity", wall.anonymity))
    wall.shared, wall.posting = form.get("shared", wall.shared), form.get("posting", wall.posting)
    wall.approves_first, wall.takes_comments, wall.takes_steps = (form.get(name) == "yes" for name in ("approves_first", "takes_comments", "takes_steps"))
    wall.opens_on, wall.closes_on = days_taken()
    wall.set_licence(form.get("licence", wall.licence), take_wording("own_licence", WORDS_LIMIT, languages, wall.own_licence, one_line=True))
    wall.rename(take_wording("title", TITLE_LIMIT, languages, wall.title, required=True, one_line=True))
    return leads_to(url_for("walls.show", wall_id=wall.id))


@walls.post("/walls/<int:wall_id>/freeze")
def freeze(wall_id):
    wall = find(Wall, wall_id, to=FACILITATE)
    wall.frozen = request.form.get("frozen") == "yes"
    wall.changed()
    return leads_to(url_for("walls.show", wall_id=wall.id))
