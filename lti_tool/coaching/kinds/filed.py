"""Words, links and pictures of a step as a file says them: by the rules of its author's form, read and written anew."""
import re

from flask import current_app
from flask_babel import gettext as _

from ...documents.place import Place
from ...questions.stored import rich
from ...web.links import LINK_LIMIT, is_web_address

NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)  # as forms number what is listed


def read_texts(place: Place, limit: int) -> dict[str, str]:
    """Rich text by language: what may not stand in it is gone."""
    languages = current_app.config["LANGUAGES"]
    if place.is_missing or not place.must_be_object(*languages):
        return {}
    texts = {language: rich(place.part(language), limit) for language in languages if language in place.value}
    return {language: html for language, html in texts.items() if html}


def read_link(place: Place) -> str:
    address = place.text(LINK_LIMIT, one_line=True)
    if address and not is_web_address(address):
        place.wrong(_("An address begins with https:// or http://."))
    return address


def read_key(place: Place, known) -> str:
    """A number in quotation marks, each once; `known` are those that stood before."""
    key = place.value
    if not isinstance(key, str) or not NUMBER.fullmatch(key) or key in known:
        place.wrong(_("a number in quotation marks is needed here, and each only once."))
        return ""
    return key
