"""The small drawing of a wall: its topics, each with as many posts as there is room for."""
import sqlalchemy as sa

from ..db import db
from .post import PUBLISHED, Post, PostTheme
from .theme import Theme

WITHOUT_TOPICS = [["stone"], ["stone", "stone"], ["stone"]]
COLUMNS, HIGH = 5, 3


def picture_of(topics: list[tuple[str, int]]) -> list[list[str]]:
    """Of (colour, posts)."""
    return [[colour] * min(count, HIGH) for colour, count in topics[:COLUMNS]] or WITHOUT_TOPICS


def pictures_of(wall_ids) -> dict[int, list]:
    """wall -> its drawing, with one question."""
    about = sa.and_(Post.id == PostTheme.post_id, Post.state == PUBLISHED, Post.deleted_at.is_(None))
    rows = db.session.execute(
        sa.select(Theme.wall_id, Theme.colour, sa.func.count(Post.id)).outerjoin(PostTheme, sa.and_(PostTheme.theme_id == Theme.id, PostTheme.place == 0)).outerjoin(Post, about)
        .where(Theme.wall_id.in_(wall_ids), Theme.deleted_at.is_(None)).group_by(Theme.wall_id, Theme.id, Theme.colour, Theme.position).order_by(Theme.position, Theme.id))
    topics = {number: [] for number in wall_ids}
    for wall, colour, count in rows:
        topics[wall].append((colour, count))
    return {wall: picture_of(found) for wall, found in topics.items()}
