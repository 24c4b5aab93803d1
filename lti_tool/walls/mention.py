"""Calling somebody by name in a comment, where names are shown: they hear of it. The text keeps what was typed; it is shown with their present name."""
import re

import sqlalchemy as sa
from markupsafe import Markup
from sqlalchemy.orm import Mapped, mapped_column

from ..activities.anonymity import NAMED
from ..db import Instant, db, now
from ..people.everybody import HERE, members_of
from ..web.pages import with_links
from .comment import PostComment

AT_MOST, OFFERED = 20, 8  # in one comment; names shown to choose from
FIRST_WORD = re.compile(r"[\w'’-]+")


class Mention(db.Model):
    __tablename__ = "mention"
    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(sa.ForeignKey("post_comment.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id", ondelete="CASCADE"), index=True)
    typed: Mapped[str]  # as it stands in the text, without its @
    at: Mapped[object] = mapped_column(Instant)
    __table_args__ = (sa.UniqueConstraint("comment_id", "person_id"), {"sqlite_autoincrement": True})


def people_here(course_id: int) -> dict[int, str]:
    """person -> present name, of those who can be called: whoever the platform no longer lists has left."""
    return {somebody.membership.person_id: somebody.name for somebody in members_of(course_id, {}) if somebody.state == HERE}


def names_offered(course_id: int, called: str, besides: int) -> list[str]:
    """Some whose name has a word that begins like that. Names that two people have cannot be told apart, and are not offered."""
    names, begun = [name for person, name in people_here(course_id).items() if person != besides], called.casefold()
    fitting = [name for name in names if names.count(name) == 1 and any(at.casefold().startswith(begun) for at in beginnings(name))]
    return sorted(fitting, key=lambda name: (not name.casefold().startswith(begun), name.casefold()))[:OFFERED]


def beginnings(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[place:]) for place in range(len(words))]


def called_in(text: str, people: dict[int, str]) -> dict[int, str]:
    """person -> what was typed: after each @ the longest name that is there, else a first name that only one of them has."""
    found = {}
    for at in (place for place, letter in enumerate(text) if letter == "@" and (place == 0 or not text[place - 1].isalnum())):
        rest = text[at + 1:]
        named = [(person, name) for person, name in people.items() if begins_with(rest, name)]
        longest = max((len(name) for _person, name in named), default=0)
        fitting = [(person, rest[:longest]) for person, name in named if len(name) == longest]
        if not fitting and (word := FIRST_WORD.match(rest)):
            fitting = [(person, word[0]) for person, name in people.items() if name.split()[0].casefold() == word[0].casefold()]
        if len(fitting) == 1:
            found.setdefault(*fitting[0])
    return dict(list(found.items())[:AT_MOST])


def begins_with(text: str, name: str) -> bool:
    return text[:len(name)].casefold() == name.casefold() and not text[len(name):len(name) + 1].isalnum()


def remember_mentions(comment: PostComment, by: int) -> None:
    """After each change of its text. Who was called before and still is hears nothing new; who has left is not called anew."""
    before = {mention.person_id: mention for mention in db.session.scalars(sa.select(Mention).filter_by(comment_id=comment.id))}
    is_shared = comment.anonymity == NAMED and comment.post.wall.anonymity == NAMED
    called = called_in(comment.text, people_here(comment.post.wall.course_id)) if is_shared and "@" in comment.text else {}
    called.pop(by if comment.author_id == by else None, None)
    for person, mention in before.items():
        if person in called:
            mention.typed = called[person]
        elif f"@{mention.typed}" not in comment.text:
            db.session.delete(mention)
    db.session.add_all(Mention(comment_id=comment.id, person_id=person, typed=typed, at=now()) for person, typed in called.items() if person not in before)


class Mentions:
    """Of a batch of comments: asks the database once, and for names only when somebody is called."""

    def __init__(self, course_id: int, comment_ids):
        self.course_id, self._names, self._typed = course_id, None, {}
        for comment, person, typed in db.session.execute(sa.select(Mention.comment_id, Mention.person_id, Mention.typed).where(Mention.comment_id.in_(comment_ids))):
            self._typed.setdefault(comment, []).append((typed, person))

    def shown(self, comment: PostComment) -> Markup:
        """Its text with links and names. Who has left stays as what was typed."""
        typed = {typed: person for typed, person in self._typed.get(comment.id, ()) if person in self.names}
        if not typed:
            return with_links(comment.text)
        either = re.compile("@(" + "|".join(re.escape(name) for name in sorted(typed, key=len, reverse=True)) + r")(?!\w)")
        html, end = Markup(), 0
        for called in either.finditer(comment.text):
            html += with_links(comment.text[end:called.start()]) + Markup('<b class="called">@{}</b>').format(self.names[typed[called[1]]])
            end = called.end()
        return html + with_links(comment.text[end:])

    @property
    def names(self) -> dict[int, str]:
        if self._names is None:
            self._names = people_here(self.course_id)
        return self._names
