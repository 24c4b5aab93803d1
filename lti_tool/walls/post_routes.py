"""What people do with posts: write, read, change, pin, feature, archive, delete and restore."""
from flask import Blueprint, abort, current_app, g, jsonify, render_template, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from ..access import CHANGE, CONTRIBUTE, FACILITATE, SEE, find, here
from ..activities.act_routes import offered_act
from ..files import attachments_of
from ..grades import took_part
from ..live import head_of, new_operation, operation_done
from ..moderation import record
from ..web import Unsuitable, current_language, json_wanted, leads_to, take_text, thing_number
from ..web.pages import moment_words
from ..web.rich_text import read_html
from ..web.rich_text_plain import as_plain
from .adoption import counts_of, steps_by
from .answers import answers_taken, length_of
from .comment import COMMENT_LIMIT
from .dialogs import do_once, done, done_already
from .field import LONG
from .featuring import set_featured, take_feature_back, told_words
from .file_routes import has_files
from .following import following_of, is_saved
from .matrix import regions_of
from .pace import must_keep_pace
from .mention import Mentions
from .parts import wall_context
from .post import ARCHIVED, DRAFT, PUBLISHED, THEMES_AT_MOST, Post, begin_post
from .post_text import TEXT_LIMIT, TITLE_LIMIT, PostText, text_in, texts_of
from .reading import best_text
from .showing import paired
from .talk import comments_of
from .unfinished import untouched_draft
from .wall import Wall

posts = Blueprint("posts", __name__)
LANGUAGE = "<any(fi, sv, en):language>"


@posts.post("/walls/<int:wall_id>/posts")
def begin(wall_id):
    """A draft of one's own; one that was begun and left without a word is used again."""
    wall = find(Wall, wall_id, to=CONTRIBUTE)
    wall.must_take_posts(here().own)
    post = untouched_draft(wall, here().person)
    if post is None:
        must_keep_pace(wall, here().person)
        post = begin_post(wall, here().person)
    language = g.person.note_language or current_language()
    return leads_to(url_for("posts.edit", post_id=post.id, language=language))


@posts.get("/posts/<int:post_id>")
def show(post_id):
    post = find(Post, post_id, to=SEE)
    wall, viewer = post.wall, here()
    seq = head_of(wall.topic_id)
    texts = {language: text for language, text in texts_of([post.id])[post.id].items() if text.is_published}
    wanted = request.args.get("language", "")
    text = texts.get(wanted) or best_text(texts, (current_language(), *wall.course.languages))
    if text is None:
        return leads_to(url_for("posts.edit", post_id=post.id)) if post.is_by(viewer.own) else abort(404)
    beside = next((code for code in texts if code == request.args.get("beside") and code != text.language), None)
    return render_template("walls/post.html", post=post, text=text, texts=texts, beside=beside, pairs=paired(text, texts[beside], wall) if beside else [],
                           seq=seq, by_region=regions_of(post), themes=post.themes, counts=counts_of([post.id])[post.id], own=steps_by(post.id, viewer.person),
                           files=attachments_of([post.part])[post.part], **talked(post, viewer), own_act=post.is_by(viewer.own), featured_words=told_words(wall), act=offered_act(), viewpoint=viewer.own, **wall_context(wall))


def talked(post: Post, viewer) -> dict:
    """What is said about it, and how whoever looks stands to that."""
    comments, following = comments_of(post), following_of(post, viewer.person)
    return {"comments": comments, "comment_total": sum(not comment.is_gone for comment in comments), "limit": COMMENT_LIMIT, "note_language": g.person.note_language,
            "mentions": Mentions(post.wall.course_id, [comment.id for comment in comments]), "follows": bool(following and following.wanted), "saved": is_saved(post, viewer.person)}


@posts.get("/posts/<int:post_id>/edit")
def edit(post_id):
    post = find(Post, post_id, to=CHANGE)
    post.must_have_text()
    wall, texts = post.wall, texts_of([post.id])[post.id]
    language = language_of(wall, request.args.get("language") or next(iter(texts), None) or current_language())
    text = texts.get(language)
    title, answers = text.typed() if text else ("", {})
    fields = wall.fields
    rich = {field.id: read_html(answers.get(str(field.id), "")) for field in fields if field.kind == LONG}
    return render_template("walls/post_edit.html", post=post, text=text, texts=texts, shown_language=language, title=title, answers=answers, fields=fields,
                           html={number: Markup(one.html) for number, one in rich.items()}, plain={number: as_plain(one) for number, one in rich.items()},
                           lengths={number: len(one.text) for number, one in rich.items()}, length=length_of(fields, answers), limit=TEXT_LIMIT, themes=wall.themes, chosen=[s.id for s in post.themes],
                           themes_most=THEMES_AT_MOST, files=attachments_of([post.part])[post.part], op=new_operation(), version=text.version if text else 0, viewpoint=here().own, **wall_context(wall))


def language_of(wall: Wall, language: str) -> str:
    return language if language in current_app.config["LANGUAGES"] else wall.course.languages[0]


@posts.post(f"/posts/<int:post_id>/texts/{LANGUAGE}")
def save(post_id, language):
    """`publish`: what stands from now on. Else it is kept as a draft; `autosave`: by our script while somebody types, answered as data."""
    post = find(Post, post_id, to=CHANGE)
    viewer = here()
    if operation_done(viewer.topic):
        return done_already(post)
    post.must_be_changeable(viewer.own)
    publishes, fields = request.form.get("publish") == "yes", post.wall.fields
    text = text_in(post, language)
    title = take_text("title", TITLE_LIMIT, required=publishes, one_line=True)
    answers = answers_taken(fields, text.typed()[1], complete=publishes, attached=has_files(post))
    if post.state == DRAFT or publishes:
        post.put_under(themes_taken(post.wall))
    if not publishes:
        text.keep_draft(title, answers)
        return kept(post, text)
    remember_language(language)
    act = text.save(title, answers, fields, request.form.get("version", 0, thing_number), viewer.person)
    post.publish(viewer.own)
    took_part(post.wall, viewer.person)
    return done(text, act)


def kept(post: Post, text: PostText):
    """As a draft: nobody hears of it."""
    if json_wanted():
        return jsonify(version=text.version, saved=_("Draft saved %(when)s", when=moment_words(text.draft_at)) if text.draft_at else "")
    if request.form.get("then") == "files":
        return leads_to(url_for("post_files.show", post_id=post.id, language=text.language))
    return leads_to(url_for("posts.edit", post_id=post.id, language=text.language))


def remember_language(language: str) -> None:
    if g.person.note_language != language:
        g.person.note_language = language


def themes_taken(wall: Wall) -> list:
    chosen = request.form.getlist("theme", type=thing_number)
    if len(chosen) > THEMES_AT_MOST:
        raise Unsuitable("theme", _("Choose at most %(number)s topics.", number=THEMES_AT_MOST))
    return [theme for theme in wall.themes if theme.id in chosen]


@posts.post("/posts/<int:post_id>/state")
def set_state(post_id):
    """Facilitators let a waiting post stand; whoever wrote it and facilitators archive it and bring it back."""
    post = find(Post, post_id, to=CHANGE)
    state = request.form.get("state")
    if (post.state, state) not in {(PUBLISHED, ARCHIVED), (ARCHIVED, PUBLISHED), ("waiting", PUBLISHED)}:
        raise Unsuitable("state", _("That is not possible with this post now."))
    if post.state == "waiting" and not here().own.facilitates:
        abort(403)
    if post.state == "waiting" and not operation_done(here().topic):
        record(post, PUBLISHED, here().person)
    return do_once(post, lambda post, viewer: post.set_state(state, viewer.person))


@posts.post("/posts/<int:post_id>/pin")
def pin(post_id):
    return do_once(find(Post, post_id, to=FACILITATE), lambda post, viewer: post.set_pinned(request.form.get("pinned") == "yes", viewer.person))


@posts.post("/posts/<int:post_id>/feature")
def feature(post_id):
    return do_once(find(Post, post_id, to=FACILITATE), lambda post, viewer: set_featured(post, request.form.get("featured") == "yes", viewer.person))


@posts.post("/posts/<int:post_id>/deletion")
def delete(post_id):
    def delete_post(post, viewer):
        if post.deleted_at is None:
            return post.delete(viewer.person, as_facilitator=not post.is_by(viewer.own))
    return do_once(find(Post, post_id, to=CHANGE), delete_post)


@posts.post("/posts/<int:post_id>/restoration")
def restore(post_id):
    post = find(Post, post_id, to=CHANGE)
    post.must_be_restorable(here().own)
    return do_once(post, lambda post, viewer: post.restore(viewer.person) if post.deleted_at is not None else None)


def take_back_post(act, number: int):
    features = act.verb in ("featured", "unfeatured")
    post = find(Post, number, to=FACILITATE if features else CHANGE)
    if operation_done(here().topic):
        return done_already(post)
    undone = take_feature_back(post, act, here().person) if features else post.take_back(act, here().person)
    return done(post, undone, offers_undo=False)


def take_back_text(act, number: int):
    text = find(PostText, number, to=CHANGE)
    if operation_done(here().topic):
        return done_already(text)
    text.post.must_be_changeable(here().own)
    return done(text, text.take_back(act, here().person), offers_undo=False)


