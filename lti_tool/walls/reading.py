"""What a wall's pages show: which posts, and of each what a card needs, with a fixed number of questions however many there are."""
from typing import NamedTuple

import sqlalchemy as sa

from ..db import db
from ..files import Attachment, attachments_of
from ..web import current_language
from .adoption import Adoption, counts_of
from .look import Look
from .post import DRAFT, HIDDEN, PUBLISHED, WAITING, Post, PostTheme
from .post_text import PostText, texts_of
from .talk import Talk, talk_of
from .theme import Theme
from .wall import Wall

AT_ONCE = 24  # cards; more when they are asked for
IN_A_COLUMN, PAGES_AT_ONCE = 8, 20
IN_ORDER = (Post.pinned.desc(), Post.published_at.desc(), Post.id.desc())
OF_THIS_WALL = sa.orm.lazyload(Post.wall)  # which is loaded already: once more with every post it is most of what the database sorts


class Card(NamedTuple):
    """A post as the wall shows it."""

    post: Post
    text: PostText  # in the reader's language, else in another
    languages: list[str]  # of its other texts
    themes: list[Theme]
    steps: dict[str, int]
    talk: Talk
    is_new: bool = False
    files: tuple[Attachment, ...] = ()

    @property
    def picture(self) -> Attachment | None:
        """The first."""
        return next((file for file in self.files if file.is_picture), None)


class Shown(NamedTuple):
    cards: list[Card]
    more: bool  # there are more than these
    before: int = 0  # as many stand before them


def best_text(texts: dict[str, PostText], languages) -> PostText | None:
    """Of those that are published, in the first of these languages that there is."""
    published = {language: text for language, text in texts.items() if text.is_published}
    return next((published[language] for language in languages if language in published), next(iter(published.values()), None))


def as_cards(wall: Wall, posts: list[Post], since=None, viewpoint=None) -> list[Card]:
    """In the order of the posts; those without any published text are left out."""
    numbers, languages = [post.id for post in posts], (current_language(), *wall.course.languages)
    texts, steps, themes, talk, files = texts_of(numbers), counts_of(numbers), themes_of(numbers), talk_of(numbers), attachments_of([post.part for post in posts])
    made = []
    for post in posts:
        if text := best_text(texts[post.id], languages):
            others = [language for language, other in texts[post.id].items() if other is not text and other.is_published]
            is_new = bool(since and post.published_at and post.published_at > since and not (viewpoint and post.is_by(viewpoint)))
            made.append(Card(post, text, others, themes[post.id], steps[post.id], talk.get(post.id, Talk()), is_new, () if post.removed_at else tuple(files[post.part])))
    return made


def themes_of(post_ids) -> dict[int, list[Theme]]:
    found = {number: [] for number in post_ids}
    rows = db.session.execute(sa.select(PostTheme.post_id, Theme).join(Theme).where(PostTheme.post_id.in_(found), Theme.deleted_at.is_(None))
                              .order_by(PostTheme.post_id, PostTheme.place))
    for post, theme in rows:
        found[post].append(theme)
    return found


def standing(wall_id: int):
    """What everybody sees, pinned first, then the newest."""
    return sa.select(Post).where(Post.activity_id == wall_id, Post.state == PUBLISHED, Post.deleted_at.is_(None)).order_by(*IN_ORDER)


def looked_for(wall: Wall, look: Look, since):
    query = standing(wall.id)
    if look.theme:
        query = query.where(Post.id.in_(sa.select(PostTheme.post_id).where(PostTheme.theme_id == look.theme)))
    if look.language:
        query = query.where(Post.id.in_(sa.select(PostText.post_id).where(PostText.activity_id == wall.id, PostText.language == look.language, PostText.title != "")))
    if look.step:
        query = query.where(Post.id.in_(sa.select(Adoption.post_id).where(Adoption.step == look.step)))
    if look.only_featured:
        query = query.where(Post.featured_at.is_not(None))
    if look.only_new and since:
        query = query.where(Post.published_at > since)
    return query


def shown_posts(wall: Wall, look: Look, since, viewpoint, only_last: bool = False) -> Shown:
    """Of many pages the last ones; `only_last`: of all the last."""
    before = AT_ONCE * max(0, look.pages - (1 if only_last else PAGES_AT_ONCE))
    limit = AT_ONCE * look.pages - before
    chosen = looked_for(wall, look, since).with_only_columns(Post.id).offset(before).limit(limit + 1)
    posts = list(db.session.scalars(sa.select(Post).options(OF_THIS_WALL).where(Post.id.in_(chosen)).order_by(*IN_ORDER)))
    return Shown(as_cards(wall, posts[:limit], since, viewpoint), len(posts) > limit, before)


def shown_columns(wall: Wall, look: Look, since, viewpoint) -> list[tuple[Theme | None, Shown, int]]:
    """[(theme, its first posts, how many it has), ...]: a post stands under its first theme. Last, what has none."""
    first = (sa.select(PostTheme.theme_id).join(Theme).where(PostTheme.post_id == Post.id, Theme.deleted_at.is_(None))
             .order_by(PostTheme.place).limit(1).correlate(Post).scalar_subquery())
    placed = looked_for(wall, look, since).order_by(None).with_only_columns(Post.id, Post.pinned, Post.published_at, first.label("theme_id")).subquery()
    of_theme, newest = {"partition_by": placed.c.theme_id}, (placed.c.pinned.desc(), placed.c.published_at.desc(), placed.c.id.desc())
    found = sa.select(placed.c.id, placed.c.theme_id, sa.func.row_number().over(**of_theme, order_by=newest).label("nth"),
                      sa.func.count().over(**of_theme).label("total")).subquery()
    by_theme, counts = {}, {}
    for post, theme, total in db.session.execute(sa.select(Post, found.c.theme_id, found.c.total).options(OF_THIS_WALL).join(found, found.c.id == Post.id)
                                                 .where(found.c.nth <= IN_A_COLUMN).order_by(found.c.nth, Post.id)):
        by_theme.setdefault(theme, []).append(post)
        counts[theme] = total
    cards = {card.post.id: card for card in as_cards(wall, [post for posts in by_theme.values() for post in posts], since, viewpoint)}
    made = []
    for theme in [*wall.themes, None]:
        posts, count = by_theme.get(theme and theme.id, []), counts.get(theme and theme.id, 0)
        if theme is not None or posts:
            made.append((theme, Shown([cards[post.id] for post in posts if post.id in cards], count > IN_A_COLUMN), count))
    return made


def own_unfinished(wall: Wall, viewpoint) -> list[tuple[Post, str]]:
    """(post, its title): drafts, what waits and what is hidden of whoever looks."""
    posts = db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.author_id == viewpoint.person, Post.deleted_at.is_(None),
                                                     Post.state.in_((DRAFT, WAITING, HIDDEN))).order_by(Post.id.desc())).all()
    texts = texts_of([post.id for post in posts])
    return [(post, title_of(texts[post.id])) for post in posts if post.state != DRAFT or any(text.draft or text.is_published for text in texts[post.id].values())]


def with_titles(posts: list[Post]) -> list[tuple[Post, str]]:
    texts = texts_of([post.id for post in posts])
    return [(post, title_of(texts[post.id])) for post in posts]


def title_of(texts: dict[str, PostText]) -> str:
    """Of what is published, else of what is typed; empty where nothing is."""
    text = best_text(texts, (current_language(),))
    return text.title if text else next((other.draft["title"] for other in texts.values() if other.draft), "")


def posts_in_state(wall: Wall, state: str) -> list[Post]:
    return list(db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.state == state, Post.deleted_at.is_(None)).order_by(Post.id.desc())))


def deleted_posts(wall: Wall, viewpoint) -> list[Post]:
    """Those that whoever looks may restore."""
    posts = db.session.scalars(sa.select(Post).where(Post.activity_id == wall.id, Post.deleted_at.is_not(None)).order_by(Post.deleted_at.desc(), Post.id.desc()))
    return [post for post in posts if post.is_by(viewpoint) and not post.deleted_by_facilitator or viewpoint.facilitates and post.state != DRAFT]


def theme_counts(wall: Wall) -> dict[int, int]:
    rows = db.session.execute(sa.select(PostTheme.theme_id, sa.func.count()).join(Post).where(
        Post.activity_id == wall.id, Post.state == PUBLISHED, Post.deleted_at.is_(None)).group_by(PostTheme.theme_id))
    return dict(tuple(row) for row in rows)


def count_standing(wall_id: int) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(standing(wall_id).order_by(None).subquery()))


def card_counts(wall_ids, since, person_id: int) -> dict[int, tuple[int, int]]:
    """wall -> (posts, those that others published since)."""
    new = sa.and_(Post.published_at > since, sa.or_(Post.author_id != person_id, Post.author_id.is_(None))) if since else sa.false()
    rows = db.session.execute(sa.select(Post.activity_id, sa.func.count(), sa.func.sum(sa.case((new, 1), else_=0)))
                              .where(Post.activity_id.in_(wall_ids), Post.state == PUBLISHED, Post.deleted_at.is_(None)).group_by(Post.activity_id))
    return {wall: (count, int(fresh)) for wall, count, fresh in rows}
