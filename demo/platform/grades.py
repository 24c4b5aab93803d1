"""The grades of a course as its teachers see them: for each line item the people who have a grade."""

from typing import NamedTuple

from .enrolment import enrolled_in
from .line_item import LineItem, line_items_of, line_items_of_link
from .score import scores_of


class Column(NamedTuple):
    item: LineItem
    grades: list  # (person, score), by name


def grades_of(course):
    enrolled = [one.person for one in enrolled_in(course)]
    return [Column(item, grades_for(item, enrolled)) for item in line_items_of(course.id)]


def grades_for(item, people):
    scores = {score.person: score for score in scores_of(item) if score.given is not None}
    return [(person, scores[person.sub]) for person in people if person.sub in scores]


def own_grade(link, person):
    """(line item, score) of the link's grade that the person has, or None."""
    return next(((item, score) for item in line_items_of_link(link.id) for _person, score in grades_for(item, [person])), None)
