"""Compression dictionary transport (RFC 9842): browsers that can do it keep what the pages have in common, and get a page as the difference to that.

What they have in common is read from the templates: their markup and words, without anything of anybody's; parts that are the same for all stand in it as they are. There is one dictionary for each language; it is a
file like those that are built, and its name carries its content's hash.
"""
import base64
import hashlib
from typing import NamedTuple

import zstandard
from flask import Response, abort, current_app, render_template, request
from flask_babel import force_locale, gettext
from jinja2 import nodes

from .assets import asset, icons, send_made, versions_of
from .language import current_language

FOLDER = "dictionaries/"
CODING = "dcz"
MAGIC = bytes.fromhex("5e2a4d1820000000")  # RFC 9842, section 5: then the dictionary's SHA-256, then Zstandard
LEVEL = 9  # of 22: 12 takes three times as long for 1 % less
# Repetitions shorter than six letters are left alone: finding them costs time, and naming so many places costs more than it saves (2 % of a board).
PARAMETERS = zstandard.ZstdCompressionParameters.from_level(LEVEL, source_size=1 << 17, strategy=zstandard.STRATEGY_LAZY2, search_log=8, min_match=6)
OF_PAGES = 'match="/*", match-dest=("document" "iframe")'


class Dictionary(NamedTuple):
    name: str  # its file's
    versions: dict[str, bytes]
    digest: bytes
    prepared: zstandard.ZstdCompressionDict

    @property
    def available(self) -> str:
        """How a browser says that it has it."""
        return f":{base64.b64encode(self.digest).decode()}:"

    def compress(self, data: bytes) -> bytes:
        return MAGIC + self.digest + zstandard.ZstdCompressor(dict_data=self.prepared).compress(data)


def common_text(names, known) -> str:
    """What the templates say as they stand, in their order: markup, and what is `known` without knowing who asks for what."""
    env = current_app.jinja_env
    trees = (env.parse(env.loader.get_source(env, name)[0]) for name in names)
    return "".join(text_of(node, known) for tree in trees for node in tree.find_all((nodes.TemplateData, nodes.Call, nodes.Getattr)))


def text_of(node, known) -> str:
    match node:
        case nodes.TemplateData(data=text):
            return text
        case nodes.Call(node=nodes.Name(name="icons"), args=[]):
            return icons()
        case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=value)]) if callable(known.get(name)):
            return str(known[name](value))
        case nodes.Getattr(node=nodes.Name(name=name), attr=attribute) if name in known:
            return known[name].get(attribute, "")
    return ""


def make_dictionary(language: str) -> Dictionary:
    with force_locale(language):
        icon = current_app.jinja_env.get_template("parts/icon.html").module.icon
        known = {"_": gettext, "asset": asset, "icon": icon, **{name: words() for name, words in current_app.extensions["dictionary_words"].items()}}
        rendered = "".join(render() for render in current_app.extensions["dictionary_parts"])
        content = (common_text(current_app.extensions["dictionary_templates"], known) + rendered).encode()
    digest = hashlib.sha256(content)
    prepared = zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    prepared.precompute_compress(compression_params=PARAMETERS)
    return Dictionary(f"{FOLDER}{language}-{digest.hexdigest()[:8]}", versions_of(content), digest.digest(), prepared)


def dictionary_of(language: str) -> Dictionary:
    """Made once for an application, when it is first asked for."""
    made = current_app.extensions["dictionaries"]
    if language not in made:
        made[language] = make_dictionary(language)
    return made[language]


def dictionary_address() -> str:
    return f"/static/{dictionary_of(current_language()).name}"


def available_dictionary() -> Dictionary | None:
    """That of ours which the browser has, if it takes pages compressed with it."""
    told = request.headers.get("Available-Dictionary")
    if not told or CODING not in request.headers.get("Accept-Encoding", ""):
        return None
    return next((one for one in map(dictionary_of, current_app.config["LANGUAGES"]) if one.available == told), None)


def send_dictionary(name: str) -> Response:
    """Raises NotFound for the dictionary of another version."""
    found = next((one for one in map(dictionary_of, current_app.config["LANGUAGES"]) if one.name == name), None) or abort(404)
    response = send_made(found.versions, "text/plain")
    response.headers["Use-As-Dictionary"] = OF_PAGES
    return response


def register_dictionary(app) -> None:
    app.extensions.update(dictionaries={}, dictionary_templates=["base.html", "parts/_tools.html"], dictionary_words={},
                          dictionary_parts=[lambda: render_template("parts/_guard.html")])
    app.jinja_env.globals["dictionary_address"] = dictionary_address
