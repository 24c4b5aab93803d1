"""Text documents (DOCX): how they look, their paragraphs, and who stands behind them at their end. Real headings and lists, each text in its language."""
import io
import unicodedata

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..db import now
from ..files.pictures import in_png
from ..web import current_language
from .printable import printable

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
LISTS = ("ListBullet", "ListBullet2", "ListBullet3")  # the styles of the three levels
LOGO_WIDTH, LOGO_HEIGHT = Mm(60), Mm(20)  # it fits into these
PICTURE_WIDTH, PICTURE_HEIGHT = Mm(150), Mm(110)
INK, QUIET = RGBColor(0x0A, 0x52, 0x93), "595959"


def new_document(title: str):
    document = Document()
    prepare(document, title)
    return document


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def prepare(document, title: str) -> None:
    """Language, title, day, paper, and how it looks: what the library's own document says of itself would be wrong here."""
    section, properties = document.sections[0], document.core_properties
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(22)
    properties.title, properties.language, properties.author, properties.comments = title, TAGS[current_language()], "", ""
    properties.created = properties.modified = now().replace(tzinfo=None)
    for number, relation in list(document.part.package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a picture of another document
            del document.part.package.rels[number]
    settings = document.settings.element
    settings.find(f".//{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']").set(qn("w:val"), "15")  # else Word says that the file is of an old version
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    prepare_styles(document)
    number_pages(section)


def prepare_styles(document) -> None:
    """Headings dark enough to be read and nearer to what they are of; one typeface; points of lists apart from each other."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}")
    defaults.find(f".//{qn('w:lang')}").set(qn("w:val"), TAGS[current_language()])
    for letters in ("w:asciiTheme", "w:hAnsiTheme"):
        defaults.find(f".//{qn('w:rFonts')}").set(qn(letters), "majorHAnsi")
    for level, size, before, after in ((1, 20, 0, 8), (2, 15, 18, 4), (3, 13, 12, 4)):
        style = document.styles[f"Heading {level}"]
        style.font.color.rgb, style.font.size = INK, Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for style in document.styles:
        if style.name == "Normal" or style.name.startswith("List "):
            style.paragraph_format.space_after = Pt(6)
            for together in style.element.findall(f".//{qn('w:contextualSpacing')}"):
                together.getparent().remove(together)


def number_pages(section) -> None:
    """At the foot of each."""
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    number.append(run("1", quiet=True))
    foot._p.append(number)


class Body:
    """Puts paragraphs at the document's end. Straight into its XML: the library would look through all of it for each of 5,000 notes."""

    def __init__(self, document):
        self.body, self.end = document.element.body, document.element.body.sectPr

    def add(self, style: str, *runs, bidi=False) -> None:
        paragraph = OxmlElement("w:p")
        properties = within(paragraph, "w:pPr")
        within(properties, "w:pStyle", style)
        if bidi:
            within(properties, "w:bidi")
        paragraph.extend(runs)
        self.end.addprevious(paragraph)

    def said(self, style: str, said, otherwise: str = "") -> None:
        """One version of a Wording, in its language; nothing where nothing is written."""
        if text := printable(said.text) or otherwise:
            self.add(style, run(text, language=said.language if said else None))


def add_facts(body: Body, facts) -> None:
    """What it is about; several things of one kind as a list below."""
    for what, lines in facts:
        if len(lines) == 1:
            body.add("Normal", run(f"{what}: ", bold=True), run(lines[0]))
        elif lines:
            body.add("Normal", run(f"{what}:", bold=True))
            for line in lines:
                body.add("ListBullet", run(line))


def add_backing(document, body: Body, export) -> None:
    """The funding line, and the logo with what it says for those who do not see it."""
    body.said("Normal", export.backing.funding.best(*export.reading))
    if logo := export.backing.logo:
        add_picture(document, logo.data, logo.kind, logo.size, logo.alternative.text, (LOGO_WIDTH, LOGO_HEIGHT))


def add_picture(document, data: bytes, kind: str, size: tuple[int, int], alternative: str, most=(PICTURE_WIDTH, PICTURE_HEIGHT)) -> None:
    """At the document's end, within `most` (width, height)."""
    data = in_png(data) if kind == "webp" else data  # a document knows no WebP
    picture = document.add_picture(io.BytesIO(data), **({"width": most[0]} if size[0] * most[1] > size[1] * most[0] else {"height": most[1]}))
    properties = picture._inline.docPr
    properties.set("descr", printable(alternative))
    properties.set("name", "picture")


def run(text: str, language: str | None = None, bold=False, quiet=False, rtl=False):
    made = OxmlElement("w:r")
    properties = within(made, "w:rPr")
    if bold:
        within(properties, "w:b")
    if quiet:
        within(properties, "w:color", QUIET)
        within(properties, "w:sz", "18")
    if rtl:
        within(properties, "w:rtl")
    if language and language != current_language():
        within(properties, "w:lang", TAGS[language])
    for index, line in enumerate(text.split("\n")):
        if index:
            within(made, "w:br")
        written = within(made, "w:t")
        written.text = line.replace("\t", " ")
        written.set(qn("xml:space"), "preserve")
    return made


def line_break():
    made = OxmlElement("w:r")
    within(made, "w:br")
    return made


def within(parent, tag: str, value: str | None = None):
    """A new element at the parent's end."""
    made = OxmlElement(tag)
    if value is not None:
        made.set(qn("w:val"), value)
    parent.append(made)
    return made


def is_rtl(text: str) -> bool:
    """Whether its first letter with a direction goes from right to left."""
    return next((way != "L" for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), False)
