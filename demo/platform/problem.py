"""What did not work, in words: every fault that a person meets here becomes a page that says what happened and leads on."""

from flask import render_template, url_for

from .choices import language
from .words import say


class Problem(Exception):
    """`word` is a key of the words; `values` fill it in; `back` is where the page leads, the front page when nothing is said."""

    def __init__(self, word, status=400, back=None, **values):
        self.word, self.status, self.back, self.values = word, status, back, values

    def page(self):
        text = say(language(), self.word, **self.values)
        return render_template("problem.html", text=text, back=self.back or url_for("pages.front")), self.status
