"""Rich text in a text document: real headings, lists and links, and each part in its language."""
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from ..web.rich_text import Block, Run
from .text_document import Body, is_rtl, run, within

HEADINGS = {"h2": 1, "h3": 2}  # levels below the text's own heading
LISTS = {"ul": ("ListBullet", "ListBullet2", "ListBullet3"), "ol": ("ListNumber", "ListNumber2", "ListNumber3")}
CONTINUED = ("ListContinue", "ListContinue2", "ListContinue3")  # a second paragraph of the same point
LINK = "0A5293"


class Writing:
    """Blocks one after the other; each numbered list begins with one. `below` is the level of the heading under which they stand."""

    def __init__(self, document, below: int = 1):
        self.document, self.below, self.numbered, self.begun = document, below, {}, set()
        quote = document.styles["Quote"]
        quote.font.color.rgb, quote.paragraph_format.left_indent, quote.paragraph_format.right_indent = RGBColor(0x33, 0x33, 0x33), Mm(8), Mm(8)

    def add(self, body: Body, block: Block, language: str | None = None) -> None:
        """`language` of its words where they say no other."""
        if not block.runs:
            return
        body.add(self.style_of(block), *self.made(block.runs, language), bidi=is_rtl(block.text))
        if block.path and block.path[-1].tag == "ol" and block.path not in self.begun:
            self.number(body.end.getprevious(), block)
        self.begun.add(block.path)

    def style_of(self, block: Block) -> str:
        if not block.path:
            if block.tag in HEADINGS:
                return f"Heading{HEADINGS[block.tag] + self.below}"
            return "Quote" if block.quoted else "Normal"
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

    def made(self, runs, language: str | None):
        for one in runs:
            one = one._replace(language=one.language or language or "")
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
