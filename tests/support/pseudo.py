"""A pseudo-locale: every message of the program in ⟦brackets⟧, so that words which nobody could translate stand out."""
import re

import html5lib
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from lti_tool.web import LANGUAGE_NAMES

from .messages import extracted

LANGUAGE = "en"  # whose catalogue it takes the place of: English has none
ATTRIBUTES = ("aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt", "label", "data-copied", "data-selected")
UNSEEN = ("script", "style", "svg", "kbd", "code")  # keys are called as they are on the keyboard, settings as in the file
INNERMOST = re.compile("⟦[^⟦⟧]*⟧")
# What is no message: names of licences, the mark of a copy (in the title's own languages), addresses (also of authorities), names of languages and their codes, short names of months and days, endings of files' names, the name of this software.
NO_WORDS = re.compile(r"\bCC BY(?:-SA)? 4\.0|\bCC0 1\.0|\(copy\)|https?://\S+|\S+@\S+|\b[\w.]+\.fi\b\S*|\.(?:jpg|png|pdf)\b|\b(?:" + "|".join([*LANGUAGE_NAMES.values(), *LANGUAGE_NAMES, *map(str.upper, LANGUAGE_NAMES), "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
                                                       "Mon|Tue|Wed|Thu|Fri|Sat|Sun"]) + r")\b")
LETTERS = re.compile(r"[A-Za-zÅÄÖåäö]+")


def speak_pseudo(app, folder) -> None:
    """From now on the application speaks it to those who read English."""
    catalog = Catalog(locale=LANGUAGE)
    for message in extracted():
        if message.id:
            ids = list(message.id) if message.pluralizable else [message.id]
            catalog.add(message.id, [f"⟦{text}⟧" for text in ids] if message.pluralizable else f"⟦{ids[0]}⟧", context=message.context)
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    app.extensions["babel"].translation_directories[:] = [str(folder)]


def bare_words(text: str) -> list[str]:
    """Latin words outside of the brackets. What people wrote in tests is in Cyrillic letters."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    return LETTERS.findall(NO_WORDS.sub(" ", text))


def untranslated(html: str) -> list[str]:
    """What somebody sees or hears on this page, or in this fragment, that is no message."""
    found = []

    def look(element):
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in UNSEEN:
            return
        texts = [element.text, *(child.tail for child in element), *(element.get(name) for name in ATTRIBUTES)]
        if element.tag == "input" and element.get("type") in ("submit", "button", "reset"):
            texts.append(element.get("value"))
        found.extend(f"<{element.tag}> {text.strip()}" for text in texts if text and bare_words(text))
        for child in element:
            look(child)

    look(html5lib.parse(html, namespaceHTMLElements=False))
    return found
