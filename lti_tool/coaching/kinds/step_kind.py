"""What all kinds of steps have in common: a text in each language, and being done when its learner says so."""
import re

from flask import request
from flask_babel import gettext as _
from markupsafe import Markup

from ...db import Wording
from ...documents.place import Place
from ...recall import CardWords
from ...web import take_rich_text
from ...web.rich_text import RichText, read_html
from ...web.rich_text_plain import as_plain
from ..contents import StepShown
from ..work import StepWork
from .filed import read_texts
from .key_points import cards_of_points

TEXT_LIMIT = 20_000  # characters, without markup


class StepKind:
    name = ""
    icon = "file"
    is_marked = False  # something in it is right or wrong
    tells_back = False  # what one does there has an answer, which is read before one goes on
    is_text_needed = True
    is_nobodys = False  # nothing of whoever goes through is kept, so it never has to be done

    stays: tuple[str, ...] = ()  # what it holds that belongs to its course, and never comes in with a file

    def word(self) -> str:
        raise NotImplementedError

    def hint(self) -> str:
        """What it is good for."""
        raise NotImplementedError

    # Its author

    def begin(self) -> dict:
        """What it holds at first."""
        return {"text": {}}

    def take(self, before: dict, languages) -> dict:
        """What it holds after the form was sent. Raises Unsuitable and ClientData."""
        return {**before, "text": take_texts("text", TEXT_LIMIT, before.get("text", {}), languages)}

    def read(self, place: Place, *more: str) -> dict:
        """What it holds, as a file says it, by the rules of `take`; what is wrong goes to the findings of the place. `more`: what a kind reads besides the text."""
        place.must_be_object("text", *more, *self.stays)
        return {**self.begin(), "text": read_texts(place.part("text"), TEXT_LIMIT)}

    def faults(self, step: StepShown) -> list[str]:
        """What keeps it from being published, in words."""
        return [_("There is no text yet.")] if self.is_text_needed and not step.contents.get("text") else []

    def for_author(self, contents: dict) -> dict:
        """What its form needs besides the contents."""
        return {"rich": {language: fielded(html) for language, html in contents.get("text", {}).items()}, "text_limit": TEXT_LIMIT}

    def taken_along(self, contents: dict, course_id: int) -> dict:
        """What of it goes into a copy that stands in that course."""
        return contents

    @property
    def form_template(self) -> str:
        return f"coaching/kinds/{self.name}_form.html"

    def recall_cards(self, step: StepShown) -> dict[str, CardWords]:
        """What of it returns to its learners: key -> question and answer. The same key is the same card, whatever is reworded."""
        return cards_of_points(step)

    def said(self, contents: dict, language: str) -> list[str]:
        """What the search looks through: what everybody reads who comes to the step, without markup. Never what is right, or what is told to an answer."""
        return [read_html(contents.get("text", {}).get(language, "")).text]

    # Its learner

    @property
    def template(self) -> str:
        return f"coaching/kinds/{self.name}.html"

    def for_learner(self, step: StepShown, work: StepWork | None, reading) -> dict:
        """What its page needs besides step and work."""
        return {}

    def only_arranges(self, step: StepShown) -> bool:
        """Whether what was sent only moves something on the page: then it is shown again, and nothing is done."""
        return False

    def do(self, step: StepShown, work: StepWork) -> bool:
        """Takes what its learner sent; whether they go on to the next step then. Raises Unsuitable and ClientData."""
        work.finish()
        return True


def take_texts(field: str, limit: int, before: dict, languages) -> dict:
    """Rich text from fields named `text-fi`, `text-sv`, as HTML by language; what the form does not show is kept."""
    kept = dict(before)
    for language in languages:
        name = f"{field}-{language}"
        if name in request.form:
            kept[language] = take_rich_text(name, limit, read_html(kept.get(language, ""))).html
    return {language: html for language, html in kept.items() if html}


def fielded(html: str) -> dict:
    """As the field for rich text takes it."""
    rich: RichText = read_html(html)
    return {"html": Markup(rich.html), "plain": as_plain(rich), "length": len(rich.text)}


def best_html(texts: dict, reading) -> tuple[Markup, str]:
    """In the first of these languages there is, and which that is."""
    said = Wording(texts).best(*reading)
    return Markup(read_html(said.text).html), said.language


def page_html(texts: dict, reading) -> tuple[Markup, str]:
    """The same on a page of its own, under the title of the step."""
    html, language = best_html(texts, reading)
    return Markup(side_by_side(lifted(str(html)))), language


def lifted(html: str) -> str:
    """Whose author wrote lesser headings only: they come right under the title, and no level is left out."""
    return html if "<h2>" in html else html.replace("<h3>", "<h2>").replace("</h3>", "</h2>")


SAMPLE = r"<h([23])>[^<]*</h\1><blockquote>(?:(?!</blockquote>).)*</blockquote>"
SAMPLES = re.compile(f"(?:{SAMPLE})+", re.DOTALL)
ONE_SAMPLE = re.compile(SAMPLE, re.DOTALL)


def side_by_side(html: str) -> str:
    """Two quotations that follow each other, each under a heading, are compared: they stand beside each other where there is room."""
    def paired(found) -> str:
        samples = [one.group() for one in ONE_SAMPLE.finditer(found.group())]
        return '<div class="compare">%s</div>' % "".join(f'<div class="sample">{one}</div>' for one in samples) if len(samples) == 2 else found.group()
    return SAMPLES.sub(paired, html)
