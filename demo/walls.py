"""The demo's walls: a year of good practices and of questions to peers, written through what people's own forms use."""
from datetime import timedelta

import sqlalchemy as sa

from lti_tool.activities.act import Act
from lti_tool.activities.placement import ACTIVITY, Placement
from lti_tool.db import Wording, db, now
from lti_tool.live import Viewpoint
from lti_tool.walls.adoption import STEPS, Adoption
from lti_tool.walls.featuring import set_featured
from lti_tool.walls.field import LONG
from lti_tool.walls.post import ARCHIVED, DRAFT, WAITING, Post, begin_post
from lti_tool.walls.post_text import PostText, text_in
from lti_tool.walls.starting import make, ready_walls
from lti_tool.walls.wall import Wall
from lti_tool.web.rich_text_plain import read_plain

from .texts_walls import WALLS


def add_walls(course, members: dict) -> None:
    for name, link, title, anonymity, posts in WALLS:
        wall = make(course, Wording(ready_walls()[name].title), name)
        wall.state, wall.anonymity = "open", anonymity
        themes, fields = wall.themes, wall.fields
        for place, told in enumerate(posts):
            add_post(wall, told, members, themes, fields, now() - timedelta(days=told.days_ago, hours=place % 7, minutes=place * 11 % 60))
        db.session.add(Placement(course_id=course.id, resource_link=link, title=title, opens=ACTIVITY, activity_id=wall.id))


def add_post(wall: Wall, told, members: dict, themes: list, fields: list, at) -> Post:
    author = members[told.author].person_id
    post = begin_post(wall, author)
    post.made_at = at
    post.put_under([themes[place] for place in told.themes])
    for language, words in told.texts.items():
        text, (title, answers) = text_in(post, language), typed(words, fields)
        if told.state == DRAFT:
            text.keep_draft(title, answers)
            text.draft_at = at
        else:
            text.save(title, answers, fields, 0, author)
    if told.state != DRAFT:
        publish(post, told, at, author, members["marja"].person_id)
    take_steps(post, told, members, at)
    return post


def typed(words, fields: list) -> tuple[str, dict]:
    """The title, and what each question of the form gets; nothing where nothing is said."""
    title, *answers = words
    return title, {str(field.id): read_plain(answer).html if field.kind == LONG else answer for field, answer in zip(fields, answers) if answer}


def publish(post: Post, told, at, author: int, facilitator: int) -> None:
    """One that waits came while a facilitator looked at each post first."""
    post.wall.approves_first = told.state == WAITING
    post.publish(Viewpoint("participant", "fi", author))
    post.wall.approves_first = False
    if post.published_at is not None:
        post.published_at = at
    if told.pinned:
        post.set_pinned(True, facilitator)
    if told.featured:
        set_featured(post, True, facilitator)
    if told.state == ARCHIVED:
        post.set_state(ARCHIVED, author)
    if told.edited is not None:
        post.edited_at = now() - timedelta(days=told.edited)
    db.session.flush()
    texts = [f"post-text:{number}" for number in db.session.scalars(sa.select(PostText.id).filter_by(post_id=post.id))]
    db.session.execute(sa.update(Act).where(Act.thing.in_([post.part, *texts])).values(at=at))


def take_steps(post: Post, told, members: dict, at) -> None:
    """Some days after each other, the last of them before now."""
    places = (told.need, told.will, told.tried, told.works)
    taken = [(key, step) for step, keys in zip(STEPS, places) for key in keys.split()]
    apart = (now() - at) / (len(taken) + 1)
    db.session.add_all(Adoption(post_id=post.id, person_id=members[key].person_id, step=step, at=at + apart * (place + 1)) for place, (key, step) in enumerate(taken))
