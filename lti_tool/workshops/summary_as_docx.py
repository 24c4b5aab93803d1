"""The summary as a text document to go on writing in."""
from flask_babel import gettext as _

from ..documents.rich_document import Writing
from ..documents.text_document import Body, add_backing, add_facts, new_document, run, saved


def summary_as_docx(exported) -> bytes:
    document = new_document(exported.title)
    body, writing = Body(document), Writing(document)
    body.add("Heading1", run(_("Summary: %(title)s", title=exported.title)))
    for block in exported.rich.blocks:
        writing.add(body, block)
    body.add("Heading2", run(_("About this summary")))
    add_facts(body, exported.facts)
    add_backing(document, body, exported)
    return saved(document)
