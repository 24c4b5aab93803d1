"""The fields of the author's form. Every text enters here: cleaned, and asked about when it may hold a client's data; how long it may be is said later, beside it."""
from ..web.client_data import guarded
from ..web.rich_text import Block, RichText, Run, read_html
from ..web.rich_text_plain import read_plain
from ..web.text import clean
from .matching import Matching
from .option import WHOLE
from .question import ID, PARTS_AT_MOST, Question, new_id
from .words import PartWords, Words

READ_AT_MOST = 40_000  # letters of one field, with its markup: the body of a request is not much longer


class AuthorForm:
    """`before` is the question as it was kept: what stands there already is not asked about again."""

    def __init__(self, form, language: str, before: Question):
        self.form, self.language, self.before = form, language, before
        self.words: Words = before.in_language(language)
        self.parts = self.ids("part")

    def ids(self, name: str) -> list[str]:
        return [number for number in dict.fromkeys(self.form.getlist(name)) if ID.fullmatch(number)][:2 * PARTS_AT_MOST]

    def line(self, name: str, before: str = "") -> str:
        return guarded(name, " ".join(clean(self.form.get(name, "")).split()), before)

    def lines(self, name: str, before: str = "") -> str:
        return guarded(name, clean(self.form.get(name, "")), before)

    def rich(self, name: str) -> str:
        before, sent = read_html(getattr(self.words, name)), self.form.get(name, "")
        if len(sent) > READ_AT_MOST:
            return RichText((Block("p", (Run(clean(sent)),)),)).html  # far too long, and said so; nobody reads markup of that length
        rich = read_html(sent) if self.form.get(f"{name}-format") == "html" else read_plain(sent, before)
        if guarded(name, rich.text, before.text) != rich.text:
            rich = rich.changed(lambda block: Block(block.tag, (Run(guarded(name, block.text, before.text)),), block.path, block.quoted))
        return read_html(rich.html).html  # as it will be read again

    def number(self, name: str) -> int:
        """Zero for what is none: no field takes that."""
        text = self.form.get(name, "1").strip()
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0

    def percent(self, name: str) -> int:
        return min(self.number(name) if name in self.form else 0, WHOLE)

    def words_of(self, number: str, question: Question) -> PartWords:
        before = self.words.part(number)
        text = self.line(f"text-{number}", before.text) if f"text-{number}" in self.form else self.match_of(number, question, before)
        return PartWords(text, self.lines(f"feedback-{number}", before.feedback))

    # Pairs: the second half of each stands beside it

    def match_of(self, number: str, question: Question, before: PartWords) -> str:
        if not isinstance(question, Matching):
            return ""
        item = next((item.id for item in question.parts if item.target == number), "")
        return self.line(f"match-{item}", before.text)

    def target_of(self, item: str, taken: list[str]) -> str:
        """The target of that pair; `taken` are those of the pairs before it."""
        said, number = self.line(f"match-{item}", self.words.part(self.form.get(f"target-{item}", "")).text), self.form.get(f"target-{item}", "")
        number = number if ID.fullmatch(number) and number not in self.parts else new_id()
        for earlier, other in zip(taken, self.parts):
            same = bool(said) and " ".join(clean(self.form.get(f"match-{other}", "")).split()).casefold() == said.casefold()
            if earlier == number:
                return number if same or not said else new_id()
            if same and not self.tells_apart(earlier, number):
                return earlier
        return number

    def tells_apart(self, one: str, other: str) -> bool:
        return any(language != self.language and version.part(one).text and version.part(other).text and version.part(one).text != version.part(other).text
                   for language, version in self.before.words.items())

    def extra_targets(self, taken: list[str]) -> list[str]:
        return [number for number in self.ids("extra") if number not in taken and number not in self.parts]
