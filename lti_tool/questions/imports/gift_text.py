"""Texts of a GIFT file, with their mark of format ([html], [plain], [markdown], [moodle]), as this tool keeps them. `notes` gathers what is lost on the way."""
import re

from flask_babel import gettext as _

from ...web.rich_text import PARAGRAPH, RichText, read_html
from ...web.rich_text_plain import read_plain
from ...web.text import clean
from .gift_blocks import shown

MARK = re.compile(r"\[(html|markdown|plain|moodle)\]")
TAG, ENTITY = re.compile(r"</?([a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE), re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
KEPT = {"p", "div", "br", "span", "strong", "b", "em", "i", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "a", "blockquote"}
MARKDOWN = re.compile(r"\*\*|__|`|\]\(|^\s*\|", re.MULTILINE)


class Texts:
    """The texts of one question. The format of the question is that of its answers, unless they say their own."""

    def __init__(self):
        self.format, self.notes = "moodle", []

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def parted(self, text: str) -> tuple[str, str]:
        """(format, the text without its mark)."""
        text = text.strip()
        if found := MARK.match(text):
            return found[1], shown(text[found.end():]).strip()
        return self.format, shown(text).strip()

    def asked(self, text: str) -> RichText:
        """The question's own text: what it is marked with holds for the others too."""
        self.format, _text = self.parted(text)
        return self.rich(text)

    def rich(self, text: str) -> RichText:
        form, text = self.parted(text)
        if form == "html" or (form == "moodle" and (TAG.search(text) or ENTITY.search(text))):
            self.look_for_losses(text)
            return read_html(text if form == "html" else text.replace("\n", "<br>"))
        if form == "markdown" and MARKDOWN.search(text):
            self.note(_("It is marked as Markdown: signs such as ** stay as they are written."))
        return read_html(read_plain(text).html)  # as it will be read again

    def look_for_losses(self, html: str) -> None:
        others = sorted({found[1].lower() for found in TAG.finditer(html)} - KEPT)
        if "@@PLUGINFILE@@" in html or {"img", "audio", "video", "source"} & set(others):
            self.note(_("Pictures and recordings were not taken over."))
        if others := [name for name in others if name not in ("img", "audio", "video", "source")][:5]:
            self.note(_("Formatting that there is not here was not taken over (%(tags)s).", tags=", ".join(f"<{name}>" for name in others)))

    def plain(self, text: str) -> str:
        """Answers and their feedback have no formatting here."""
        form, words = self.parted(text)
        if form in ("plain", "markdown") or not (TAG.search(words) or ENTITY.search(words)):
            return clean(words)
        rich = self.rich(text)
        if any(run.strong or run.em or run.href or run.language for block in rich.blocks for run in block.runs) or any(block.path or block.tag != PARAGRAPH for block in rich.blocks):
            self.note(_("Answers are plain text here: their formatting was not taken over."))
        return clean(rich.text)

    def line(self, text: str) -> str:
        return " ".join(self.plain(text).split())

    def bare(self, text: str) -> str:
        """What has no format at all: right sides of pairs."""
        return " ".join(clean(shown(text)).split())
