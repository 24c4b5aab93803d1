"""What somebody looks for, read from the address of the page. What is nobody's topic, language or step asks for nothing."""
from typing import NamedTuple

from flask import current_app, request, url_for

from ..activities.activity import Activity, activity_in
from ..people import Course
from ..web import thing_number
from ..web.text import clean
from .findable import findables
from .words import words_asked

QUERY_LIMIT, PAGES_AT_MOST = 200, 1000


class Asked(NamedTuple):
    q: str = ""
    kind: str = ""
    language: str = ""
    theme: str = ""
    step: str = ""
    author: int | None = None  # the number of a member
    within: Activity | None = None  # only on this board or wall
    page: int = 1

    @property
    def words(self) -> list[str]:
        return words_asked(self.q)

    @property
    def is_narrowed(self) -> bool:
        return any((self.kind, self.language, self.theme, self.step, self.author, self.within))

    def address(self, course: Course, **changes) -> str:
        """Of the page with something else asked for; the first page of it, unless it is said."""
        said = {name: value or None for name, value in self._replace(**{"page": None, **changes})._asdict().items()}
        said["in"] = said["within"] and said["within"].id
        return url_for("search.show", course_id=course.id, **{name: value for name, value in said.items() if value and name != "within"})


def asked_for(course: Course, viewpoint, choices: dict[str, list[tuple[str, str]]]) -> Asked:
    def one_of(name: str, known) -> str:
        value = request.args.get(name, "")
        return value if value in known else ""
    within = activity_in(course.id, request.args.get("in", type=thing_number))
    page = request.args.get("page", 1, type=thing_number) or 1
    return Asked(q=" ".join(clean(request.args.get("q", "")[:QUERY_LIMIT]).split()), kind=one_of("kind", findables()), language=one_of("language", current_app.config["LANGUAGES"]),
                 theme=one_of("theme", dict(choices.get("theme", ()))), step=one_of("step", dict(choices.get("step", ()))), author=request.args.get("author", type=thing_number),
                 within=within if within is not None and within.deleted_at is None and within.in_sight_of(viewpoint) else None, page=min(page, PAGES_AT_MOST))


def choices_in(course_id: int, viewpoint) -> dict[str, list[tuple[str, str]]]:
    """name of a filter -> [(value, words), ...]: those that there are in this course."""
    return {name: choices(course_id, viewpoint) for name, choices in current_app.extensions["search_choices"].items()}
