"""The summary as a text document to go on writing in: real headings, lists and links, and each part in its language."""
import io

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from flask_babel import gettext as _

from ..boards.exports.as_docx import Body, add_backing, add_facts, is_rtl, prepare, run, within
from ..web.rich_text import Block, Run

HEADINGS = {"h2": "Heading2", "h3": "Heading3"}
LISTS = {"ul": ("ListBullet", "ListBullet2", "ListBullet3"), "ol": ("ListNumber", "ListNumber2", "ListNumber3")}
CONTINUED = ("ListContinue", "ListContinue2", "ListContinue3")  # a second paragraph of the same point
LINK = "0A5293"


def summary_as_docx(exported) -> bytes:
    document = Document()
    prepare(document, exported.title)
    quote = document.styles["Quote"]
    quote.font.color.rgb, quote.paragraph_format.left_indent, quote.paragraph_format.right_indent = RGBColor(0x33, 0x33, 0x33), Mm(8), Mm(8)
    body, writing = Body(document), Writing(document)
    body.add("Heading1", run(_("Summary: %(title)s", title=exported.title)))
    for block in exported.rich.blocks:
        writing.add(body, block)
    body.add("Heading2", run(_("About this summary")))
    add_facts(body, exported.facts)
    add_backing(document, body, exported)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Writing:
    """Blocks one after the other; each numbered list begins with one."""

    def __init__(self, document):
        self.document, self.numbered, self.begun = document, {}, set()

    def add(self, body: Body, block: Block) -> None:
        if not block.runs:
            return
        body.add(self.style_of(block), *self.made(block.runs), bidi=is_rtl(block.text))
        if block.path and block.path[-1].tag == "ol" and block.path not in self.begun:
            self.number(body.end.getprevious(), block)
        self.begun.add(block.path)

    def style_of(self, block: Block) -> str:
        if not block.path:
            return "Quote" if block.quoted else HEADINGS.get(block.tag, "Normal")
        level = min(len(block.path), 3) - 1
        return CONTINUED[level] if block.path in self.begun else LISTS[block.path[-1].tag][level]

    def number(self, paragraph, block: Block) -> None:
        level = block.path[-1]
        if level.list not in self.numbered:
            style = self.document.styles[f"List Number{'' if len(block.path) == 1 else f' {min(len(block.path), 3)}'}"].element
            numbering = self.document.part.numbering_part.element
            known = style.pPr.numPr.numId.val
            abstract = next(num for num in numbering.num_lst if num.numId == known).abstractNumId.val
            num = numbering.add_num(abstract)
            num.add_lvlOverride(ilvl=0).add_startOverride(1)
            self.numbered[level.list] = num.numId
        properties = OxmlElement("w:numPr")
        paragraph.pPr.insert(1, properties)  # right behind the style, where the format wants it
        within(properties, "w:ilvl", "0")
        within(properties, "w:numId", str(self.numbered[level.list]))

    def made(self, runs):
        for one in runs:
            yield self.linked(one) if one.href else self.worded(one)

    def worded(self, one: Run):
        made = run(one.text, language=one.language or None, bold=one.strong, rtl=is_rtl(one.text))
        if one.em:
            properties = made.find(qn("w:rPr"))
            italic = within(properties, "w:i")
            properties.remove(italic)  # the format wants it behind bold, before all else
            properties.insert(1 if one.strong else 0, italic)
        return made

    def linked(self, one: Run):
        link = self.worded(one)
        properties = link.find(qn("w:rPr"))
        place = next((place for place, child in enumerate(properties) if child.tag in (qn("w:rtl"), qn("w:lang"))), len(properties))
        for tag, value in (("w:u", "single"), ("w:color", LINK)):
            made = within(properties, tag, value)
            properties.remove(made)
            properties.insert(place, made)
        around = OxmlElement("w:hyperlink")
        around.set(qn("r:id"), self.document.part.relate_to(one.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        around.append(link)
        return around
