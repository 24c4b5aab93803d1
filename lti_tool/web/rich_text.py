"""Text with headings, lists, emphasis and links, as people write it in the editor or paste it from a word processor.

Whatever arrives becomes a list of blocks, and only blocks are written out again: nothing of what came can be in it that is not named here.
"""
import re
import unicodedata
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from typing import NamedTuple

import nh3

from .hosts import honest, honest_host, host_of
from .language import known

HEADINGS, PARAGRAPH, LEVELS, HREF_LIMIT = ("h2", "h3"), "p", 4, 2000
# What is read; the rest goes, and its words stay. Tables come from word processors: their cells become paragraphs.
READ_AS = {"p": "p", "div": "p", "td": "p", "th": "p", "tr": "p", "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
EMPHASIS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
TAGS = {*READ_AS, *EMPHASIS, "ul", "ol", "li", "a", "br", "span", "blockquote", "table", "tbody"}
WITHOUT_CONTENT = {"script", "style", "title", "xml", "noscript", "template", "iframe", "object", "svg", "math"}
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\<>\"]+|/(?![/\\])[^\s\\<>\"]*", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SPACE = re.compile(r"[ \t\r\n\f]+")


class Run(NamedTuple):
    """Words of one kind in a block; "\\n" breaks the line."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""
    language: str = ""  # where it is not that of the whole text


class Level(NamedTuple):
    """One step into a list: two blocks with the same `item` stand in the same point of it."""

    tag: str  # ul | ol
    list: int
    item: int


class Block(NamedTuple):
    tag: str
    runs: tuple[Run, ...]
    path: tuple[Level, ...] = ()
    quoted: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def hrefs(self) -> set[str]:
        return {run.href for run in self.runs if run.href}


class RichText(NamedTuple):
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """Its words alone: what is counted, searched and looked through for client data."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def html(self) -> str:
        return written(self.blocks)

    def changed(self, change) -> "RichText":
        """With every block as `change(block)` gives it."""
        return RichText(tuple(change(block) for block in self.blocks))

    def __bool__(self):
        return bool(self.blocks)


def read_html(html: str) -> RichText:
    """Whatever somebody sends, made harmless: scripts, styles, frames and addresses of other kinds are gone, and nothing is nested deeper than it is shown."""
    reader = Reader()
    reader.feed(nh3.clean(html, tags=TAGS, clean_content_tags=WITHOUT_CONTENT, attributes={"a": {"href"}, "span": {"lang"}},
                          url_schemes={"http", "https", "mailto"}, link_rel=None, strip_comments=True))
    reader.close()
    reader.end_block()
    return RichText(tuple(reader.blocks))


def good_address(href: str | None) -> str:
    href = (href or "").strip()
    return honest(href) if len(href) <= HREF_LIMIT and ADDRESS.fullmatch(href) else ""


class Reader(HTMLParser):
    """Goes through cleaned HTML from its beginning to its end, without ever calling itself: nobody nests it out of breath."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.runs, self.tag, self.lists, self.made = [], [], PARAGRAPH, [], 0
        self.claimed = []  # hosts of the links, as they came
        self.emphasis, self.links, self.languages, self.quotes = {"strong": 0, "em": 0}, [], [], 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in READ_AS:
            self.end_block()
            self.tag = READ_AS[tag]
        elif tag in ("ul", "ol"):
            self.end_block()
            self.made += 1
            self.lists.append(Level(tag, self.made, 0))
        elif tag == "li":
            self.end_block()
            if self.lists:
                self.lists[-1] = self.lists[-1]._replace(item=self.lists[-1].item + 1)
        elif tag == "blockquote":
            self.end_block()
            self.quotes += 1
        elif tag == "br":
            self.add("\n")
        elif tag in EMPHASIS:
            self.emphasis[EMPHASIS[tag]] += 1
        elif tag == "a":
            self.links.append(good_address(given.get("href")))
            self.claimed.append(host_of((given.get("href") or "").strip()))
        elif tag == "span":
            self.languages.append(known(given.get("lang")) or "")

    def handle_endtag(self, tag):
        if tag in READ_AS or tag == "li":
            self.end_block()
        elif tag in ("ul", "ol"):
            self.end_block()
            del self.lists[-1:]
        elif tag == "blockquote":
            self.end_block()
            self.quotes -= 1
        elif tag in EMPHASIS:
            self.emphasis[EMPHASIS[tag]] -= 1
        elif tag == "a":
            del self.links[-1:], self.claimed[-1:]
        elif tag == "span":
            del self.languages[-1:]

    def handle_data(self, data):
        self.add(SPACE.sub(" ", data))

    def add(self, text: str) -> None:
        text = CONTROLS.sub("", unicodedata.normalize("NFC", text))
        if self.claimed and self.claimed[-1]:
            text = text.replace(self.claimed[-1], honest_host(self.claimed[-1]))
        language = next((language for language in reversed(self.languages) if language), "")
        self.runs.append(Run(text, self.emphasis["strong"] > 0, self.emphasis["em"] > 0, self.links[-1] if self.links else "", language))

    def end_block(self) -> None:
        if runs := tidied(self.runs):
            path = tuple(level for level in self.lists if level.item)[:LEVELS]
            if len(self.lists) > LEVELS and path:  # what is deeper still stands in points of its own
                self.made += 1
                path = (*path[:-1], path[-1]._replace(item=-self.made))
            self.blocks.append(Block(PARAGRAPH if path else self.tag, runs, path, self.quotes > 0 and not path and self.tag == PARAGRAPH))
        self.runs, self.tag = [], PARAGRAPH


def tidied(runs) -> tuple[Run, ...]:
    """Without spaces at the edges and after line breaks, with neighbours of one kind as one."""
    made = []
    for run in runs:
        text = run.text.lstrip(" ") if not made or made[-1].text[-1] in " \n" else run.text
        if text:
            made.append(run._replace(text=text))
    while made and not made[-1].text.strip():
        made.pop()
    while made and not made[0].text.strip():
        made.pop(0)
    if made:
        made[0] = made[0]._replace(text=made[0].text.lstrip())
        made[-1] = made[-1]._replace(text=made[-1].text.rstrip())
    return tuple(kind._replace(text="".join(run.text for run in same)) for kind, same in groupby(made, lambda run: run._replace(text="")))


def written(blocks) -> str:
    """As HTML, lists within lists as they were."""
    out, open_levels, quoted = [], [], False
    for block in (*blocks, Block(PARAGRAPH, ())):  # the last closes what is open
        shared = 0
        while shared < min(len(open_levels), len(block.path)) and open_levels[shared] == block.path[shared]:
            shared += 1
        while len(open_levels) > shared:
            level = open_levels.pop()
            goes_on = len(open_levels) == shared < len(block.path) and block.path[shared][:2] == level[:2]
            out.append("</li><li>" if goes_on else f"</li></{level.tag}>")
            if goes_on:
                open_levels.append(block.path[shared])
                shared += 1
        if quoted != block.quoted:
            quoted = block.quoted
            out.append("<blockquote>" if quoted else "</blockquote>")
        for level in block.path[shared:]:
            out.append(f"<{level.tag}><li>")
            open_levels.append(level)
        if block.runs:
            out.append(f"<{block.tag}>{inside(block.runs)}</{block.tag}>")
    return "".join(out)


def inside(runs) -> str:
    """Links to elsewhere open a window of their own: inside the platform's frame they could show nothing."""
    out = []
    for href, linked in groupby(runs, lambda run: run.href):
        words = "".join(map(run_html, linked))
        elsewhere = "" if href.startswith("/") else ' target="_blank" rel="noopener noreferrer ugc"'
        out.append(f'<a href="{escape(href)}"{elsewhere}>{words}</a>' if href else words)
    return "".join(out)


def run_html(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br>")
    if run.language:
        html = f'<span lang="{run.language}">{html}</span>'
    if run.em:
        html = f"<em>{html}</em>"
    return f"<strong>{html}</strong>" if run.strong else html
