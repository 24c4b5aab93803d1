"""A post in one language: its title and what it answers to the questions of the wall's form. The draft beside it is its author's until it is published."""
import re
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..access import Place
from ..activities import Activity
from ..activities.act import Act, ActIsOvertaken, Undoable
from ..db import Instant, db
from ..moderation import IsHidden
from ..web import Refusal
from ..web.rich_text import PARAGRAPH, RichText, read_html
from ..web.rich_text_plain import as_plain
from .field import LONG, SHORT
from .post import DRAFT, Post

TITLE_LIMIT, TEXT_LIMIT = 120, 10_000  # characters; the answers together, without their markup
BEGINNING, LINES = 260, 8  # characters and lines of what a card shows


class Words(NamedTuple):
    """What a post says in one language."""

    title: str
    answers: dict


class PostWasChanged(Refusal):
    """Somebody saved the post while it was being edited. Both texts are shown; the person decides."""

    status = 409
    template = "walls/_post_conflict.html"
    is_dialog = True

    def __init__(self, text, yours: Words):
        super().__init__()
        self.text, self.yours = text, yours

    def words(self):
        return (_("The post has been changed meanwhile"), _("Somebody saved a change of their own. Your text is safe."),
                _("Choose which one stays, or combine them."))

    def details(self):
        return {"text": self.text, "yours": self.yours}


class PostText(Undoable, db.Model):
    __tablename__ = "post_text"
    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(sa.ForeignKey("post.id", ondelete="CASCADE"))
    activity_id: Mapped[int] = mapped_column(sa.ForeignKey("activity.id", ondelete="CASCADE"), index=True)
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")  # empty: not published yet
    answers: Mapped[dict] = mapped_column(sa.JSON)  # {number of the field: HTML of a long text, else what was typed}
    beginning: Mapped[str] = mapped_column(default="")  # of the first text, as a card shows it
    draft: Mapped[dict | None] = mapped_column(sa.JSON(none_as_null=True))  # {"title", "answers"}: typed, and not published
    draft_at: Mapped[object | None] = mapped_column(Instant)
    version: Mapped[int] = mapped_column(default=1)
    post: Mapped[Post] = relationship(lazy="joined", innerjoin=True)
    __table_args__ = (sa.UniqueConstraint("post_id", "language"), {"sqlite_autoincrement": True})

    @property
    def part(self) -> str:
        return f"post-text:{self.id}"

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.post.part,)

    def is_by(self, viewpoint) -> bool:
        return self.post.is_by(viewpoint)

    def in_sight_of(self, viewpoint) -> bool:
        return self.post.in_sight_of(viewpoint)

    def moment(self):
        return self.post.moment()

    @property
    def is_published(self) -> bool:
        return bool(self.title)

    def typed(self) -> Words:
        """What its author goes on with: the draft, else what stands."""
        return Words(self.draft["title"], self.draft["answers"]) if self.draft else Words(self.title, self.answers)

    def keep_draft(self, title: str, answers: dict) -> None:
        same = (title, answers) == (self.title, self.answers)
        self.draft, self.draft_at = (None, None) if same else ({"title": title, "answers": answers}, self.moment())

    def save(self, title: str, answers: dict, fields, version: int, by: int) -> Act | None:
        """What stands from now on. Raises PostWasChanged when somebody saved since that `version`."""
        if (title, answers) != (self.title, self.answers) and self.is_published and self.was_edited_since(version):
            raise PostWasChanged(self, Words(title, answers))
        before, was_published = self.fields_before(), self.is_published
        self.draft = self.draft_at = None
        if (title, answers) == (before["title"], before["answers"]):
            return None
        self.set_words(title, answers, fields)
        if was_published:
            self.post.edited_at = self.moment()
        return self.did("edited" if was_published else "added", by, before)

    def take_back(self, act: Act, by: int) -> Act:
        """What was published first becomes a draft again, with the post where it has no other text."""
        if act.verb != "added":
            return super().take_back(act, by)
        if act.version != self.version:
            raise ActIsOvertaken
        if self.post.is_hidden:  # or publishing it anew would show it
            raise IsHidden
        before = self.fields_before()
        self.draft, self.draft_at = {"title": self.title, "answers": self.answers}, self.moment()
        self.title, self.answers, self.beginning = "", {}, ""
        others = sa.select(PostText.id).where(PostText.post_id == self.post_id, PostText.id != self.id, PostText.title != "")
        if db.session.scalar(others.limit(1)) is None:
            self.post.state = DRAFT
        return self.did("withdrawn", by, before)

    def fields_before(self) -> dict:
        return self.fields(("title", "answers", "beginning"))

    def set_words(self, title: str, answers: dict, fields) -> None:
        self.title, self.answers, self.beginning = title, answers, beginning_of(answers, fields)


def plain(answer: str, kind: str) -> str:
    """Its paragraphs and the points of its lists, one in a line."""
    if kind != LONG:
        return answer
    return as_plain(RichText(tuple(block._replace(tag=PARAGRAPH, quoted=False) for block in read_html(answer).blocks)))


def beginning_of(answers: dict, fields) -> str:
    """Of the text that has to be answered, else of the first: whole sentences as far as they fit, else whole words."""
    texts = [field for field in fields if field.kind in (SHORT, LONG) and answers.get(str(field.id))]
    chosen = next((field for field in texts if field.required), next(iter(texts), None))
    first = plain(answers[str(chosen.id)], chosen.kind) if chosen else ""
    lines = [re.sub("^- ", "• ", line) for line in (" ".join(line.split()) for line in first.split("\n")) if line]
    text = "\n".join(lines[:LINES])
    if len(text) <= BEGINNING:
        return text + (" …" if len(lines) > LINES else "")
    cut = text[:BEGINNING]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", ".\n", "!\n", "?\n"))
    return cut[:end + 1] if end > BEGINNING // 3 else cut[:max(cut.rfind(" "), cut.rfind("\n"))] + " …"


def texts_of(post_ids) -> dict[int, dict[str, PostText]]:
    """post -> language -> text, with one question."""
    found = {number: {} for number in post_ids}
    for text in db.session.scalars(sa.select(PostText).options(sa.orm.lazyload(PostText.post)).where(PostText.post_id.in_(found)).order_by(PostText.id)):
        found[text.post_id][text.language] = text
    return found


def text_in(post: Post, language: str) -> PostText:
    """The post's text in that language, begun when there is none."""
    text = db.session.scalar(sa.select(PostText).filter_by(post_id=post.id, language=language))
    if text is None:
        text = PostText(post_id=post.id, post=post, activity_id=post.activity_id, language=language, title="", answers={}, beginning="")
        db.session.add(text)
        db.session.flush()
    return text


def place_of_text(number: int) -> Place | None:
    row = db.session.execute(sa.select(Activity.course_id, Activity.topic_id).join(PostText, PostText.activity_id == Activity.id).where(PostText.id == number)).one_or_none()
    return Place(*row) if row else None
