"""What a module holds, only to be read: in the archive of an earlier course, and in the packet of a course that leaves."""
import json
from zipfile import ZipFile

from flask import render_template
from markupsafe import Markup

from ..documents import safe
from ..feedback import forms_of_activity, results_of
from ..files import attachments_of
from ..web import current_language
from .module import Module

FORMAT, VERSION = "coaching-module", 1


def as_data(module: Module) -> dict:
    """As a file says it: the writing table, with the names of files that stay here."""
    kept = module.contents().kept()
    steps = [step for unit in kept["units"] for step in unit["steps"]]
    files = attachments_of([f"step:{step['id']}" for step in steps])
    for step in steps:
        if some := files[f"step:{step['id']}"]:
            step["attachments"] = [file.name for file in some]
    return {"format": FORMAT, "version": VERSION, "title": dict(module.title), "purpose": dict(module.purpose), **kept}


def as_json(module: Module) -> bytes:
    return json.dumps(as_data(module), ensure_ascii=False, indent=1).encode()


def archive(module: Module, until) -> Markup:
    """The newest edition that was published by then; nobody's work."""
    edition = module.edition()
    shown = edition is not None and edition.published_at <= until
    return Markup(render_template("coaching/_read.html", contents=edition.read(), **words_of(module))) if shown else Markup()


def words_of(module: Module) -> dict:
    return {"module": module, "reading": (current_language(), *module.course.languages), "language": current_language()}


def results_of_module(module: Module) -> list[tuple]:
    """[(form, its results), ...], the newest first."""
    return [(form, results_of(form)) for form in reversed(forms_of_activity(module.id))]


def pack(module: Module, archive: ZipFile, number: int) -> str:
    """Its page and its data, as they stand on the writing table; where its page is. For facilitators: with what is right, and with what feedback says."""
    name = f"{number}-{safe(module.title.best(*module.course.languages).text) or 'module'}"
    archive.writestr(f"{name}/{name}.html", render_template("coaching/exported.html", contents=module.contents(), for_facilitators=True,
                                                                   feedback=results_of_module(module), **words_of(module)))
    archive.writestr(f"{name}/{name}.json", as_json(module))
    return f"{name}/{name}.html"
