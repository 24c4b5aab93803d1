"""Rich text that comes with a form: from the editor as HTML, without our script as lines of text. Guarded as every text that people write."""
from flask import request
from flask_babel import gettext as _

from .client_data import guarded
from .rich_text import Block, RichText, Run, read_html
from .rich_text_plain import read_plain
from .text import Unsuitable, must_fit

LETTERS_OF_MARKUP = 8  # for each letter of text: what is longer was not written by people


def take_rich_text(field: str, limit: int, before: RichText = RichText()) -> RichText:
    """The field's text, of at most `limit` characters without its markup. `before` is what stands there now: what was kept once is not asked about again.

    Raises Unsuitable and ClientData.
    """
    sent = request.form.get(field, "")
    if len(sent) > limit * LETTERS_OF_MARKUP:
        raise Unsuitable(field, _("The text is far too long (at most %(limit)s characters).", limit=limit))
    rich = read_html(sent) if request.form.get(f"{field}-format") == "html" else read_plain(sent, before)
    must_fit(field, rich.text, limit)
    if guarded(field, rich.text, before.text) != rich.text:
        rich = rich.changed(lambda block: blanked(field, block, before.text))
    return rich


def blanked(field: str, block: Block, before: str) -> Block:
    text = guarded(field, block.text, before)
    return block if text == block.text else block._replace(runs=(Run(text),))

