"""Reads an answer as a person sees it: words, elements, forms, parts."""
import re
from functools import cached_property

import lxml.html
from werkzeug.test import TestResponse

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = ("script", "style", "template", "head")
PARSER = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)  # quick; that the pages are sound is asked of html5lib (tests/architecture/test_html.py)
INLINE = ("a", "b", "em", "i", "strong")  # no gap between their words and those around them


def words_of(element) -> str:
    """All words in an element, with single spaces."""
    words = []

    def walk(node):
        if not isinstance(node.tag, str) or node.tag in UNSEEN:  # comments have no words
            return
        gap = "" if node.tag in INLINE else " "
        words.append(gap + (node.text or ""))
        for child in node:
            walk(child)
            words.append(child.tail or "")
        words.append(gap)

    walk(element)
    return " ".join("".join(words).split())


def heading_of(element) -> str:
    """The words of the first heading in an element, of whichever level."""
    return words_of(next(inner for inner in element.iter() if inner.tag in HEADINGS))


class Form:
    """A form of a page: what it would send as it stands, its buttons, and all its fields' names."""

    def __init__(self, element):
        self.element, self.values, self.buttons, self.names = element, {}, [], set()
        for field in element.iter():
            if field.tag in ("input", "textarea", "select", "button") and field.get("name"):
                self._read(field)

    def _read(self, field):
        name, kind = field.get("name"), field.get("type")
        if field.tag == "button":
            self.buttons.append((name, field.get("value", "")))
            return
        self.names.add(name)
        if field.tag == "textarea":
            self.values[name] = field.text or ""
        elif field.tag == "select":
            options = list(field.iter("option"))
            chosen = next((option for option in options if option.get("selected") is not None), options[0])
            self.values[name] = chosen.get("value")
        elif kind not in ("radio", "checkbox") or field.get("checked") is not None:
            self.values[name] = field.get("value", "on" if kind == "checkbox" else "")


class Seen:
    """An answer as a person sees it: its status, its words, its elements."""

    def __init__(self, response: TestResponse):
        self.response, self.status = response, response.status_code
        self.data = response.get_data()
        self.html = self.data.decode(errors="replace")  # pictures and documents are no text

    @property
    def headers(self):
        return self.response.headers

    @property
    def path(self) -> str:
        """Where it was found, after redirects."""
        return self.response.request.path

    @cached_property
    def tree(self):
        return lxml.html.document_fromstring(self.html or "<html></html>", parser=PARSER)

    @property
    def text(self) -> str:
        """All visible words, with single spaces."""
        return words_of(self.tree)

    def all(self, tag="*", **attributes) -> list:
        """The elements with that tag and those attributes (data_state for data-state); True asks only whether there is one."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [element for element in self.tree.iter(tag) if isinstance(element.tag, str)
                and all(element.get(name) is not None if value is True else element.get(name) == value for name, value in wanted.items())]

    def one(self, number: str):
        """The element with that id, or None."""
        return next(iter(self.all(id=number)), None)

    def words(self, number: str) -> str:
        """The words of the element with that id."""
        element = self.one(number)
        assert element is not None, f"there is no #{number}"
        return words_of(element)

    def numbers(self, kind: str) -> list[int]:
        """The ids in the order of the page: numbers("note") for note-3, note-9."""
        return [int(n) for n in re.findall(rf'\bid="{kind}-(\d+)"', self.html)]

    def notes_in(self, column: int) -> list[int]:
        """The notes of a column, in their order."""
        place = self.one(f"column-{column}-notes")
        return [int(note.get("data-note")) for note in place.iter("li") if note.get("data-note")]

    def form(self, path) -> Form:
        """The page's form that is sent there by POST."""
        found = self.all("form", action=path, method="post")
        assert found, f"there is no form to {path}, only {[form.get('action') for form in self.all('form')]}"
        return Form(found[0])

    @property
    def typed(self) -> list[str]:
        """What stands in text fields: what somebody typed and must not lose."""
        return [field.text or "" for field in self.all("textarea")]

    @property
    def links(self) -> list[str]:
        return [link.get("href") for link in self.all("a")]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The changed parts of an answer to our script: (what they are put into, how)."""
        return [(part.get("hx-target"), part.get("hx-swap")) for part in self.all("hx-partial")]

    @property
    def leads_to(self) -> str:
        """Where the answer sends the browser, or our script, on to."""
        return self.headers.get("Location") or self.headers.get("X-Location", "")
