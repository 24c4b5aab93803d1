"""The results of a form as a file: a page to read and print, a table for other programs. They hold what the page shows, and nothing of fewer than five."""
from flask import render_template
from flask_babel import gettext as _

from ..db import now
from ..web import current_language, language_name
from ..web.spreadsheet import csv_of
from .form import FeedbackForm
from .question import SCALE, scale_words
from .results import Results, said_mean


def as_csv(form: FeedbackForm, results: Results, reading) -> bytes:
    """First what can be counted, then what was written, each answer in a row of its own."""
    rows = [[_("Feedback form"), form.title.best(*reading).text], [_("Course"), form.course.title], [_("People whose answers are shown"), results.number], []]
    if not results.of_questions:
        return csv_of([*rows, [least_words()]])
    scale = scale_words()
    rows.append([_("Question"), _("Answers"), _("Mean"), *(f"{value} {scale[value]}" for value in SCALE)])
    for result in results.of_questions:
        if result.question.is_rating and result.mean is not None:
            rows.append([result.question.said(*reading).text, result.number, said_mean(result.mean), *(result.counts[value] for value in SCALE)])
        elif result.question.is_rating:
            rows.append([result.question.said(*reading).text, least_words()])
    rows += [[], [_("Question"), _("In their own words"), _("Language")]]
    for result in results.of_questions:
        rows += [[result.question.said(*reading).text, removed_words() if text.removed else text.text, language_name(text.language)] for text in result.texts]
    if form.reply:
        rows += [[], [_("You said, we changed"), form.reply.best(*reading).text]]
    return csv_of(rows)


def as_html(form: FeedbackForm, results: Results, reading) -> bytes:
    return render_template("feedback/export.html", form=form, results=results, reading=reading, made=now(), language=current_language()).encode()


def least_words() -> str:
    return _("Shown from five answers on.")


def removed_words() -> str:
    return _("[Removed for good by a facilitator]")


MAKERS = {"html": (as_html, "text/html; charset=utf-8"), "csv": (as_csv, "text/csv; charset=utf-8")}
