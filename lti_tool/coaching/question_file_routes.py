"""Questions in files: GIFT (Moodle's text format) and our own JSON come into a part of a module, and leave from the whole of it."""
from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ..access import FACILITATE, find, here
from ..activities.activity import TITLE_LIMIT
from ..db import Wording, transaction
from ..live import operation_done, remember_operation
from ..questions import as_json
from ..questions.exports import as_file, as_gift
from ..questions.imports import Told, read_gift, read_questions
from ..web import Unsuitable, leads_to, own_transactions, safe_name, saved_as, take_language, takes_up_to
from ..web.rich_text import read_html
from .kinds.question import asked_in
from .module import Module
from .showing import module_context
from .step import Step, add_step
from .unit import Unit

question_files = Blueprint("question_files", __name__)
BYTES_AT_MOST = 2_000_000


@question_files.post("/units/<int:unit_id>/questions")
@own_transactions
@takes_up_to(BYTES_AT_MOST + 100_000)  # what a form puts around the file
def take(unit_id):
    """A page with what came in and what did not. The file is read between the question whether one may and the writing, so that nobody waits for it."""
    with transaction(writes=False):
        find(Unit, unit_id, to=FACILITATE)
    questions, told = read(request.files.get("file"))
    with transaction():
        unit = find(Unit, unit_id, to=FACILITATE)
        if operation_done(here().topic):
            return leads_to(url_for("writing.show", module_id=unit.module_id, _anchor=f"unit-{unit.id}"))
        room = Step.AT_MOST - len(Step.of(unit.id))
        for question in questions[:room]:
            add_step(unit, "question", title_of(question), {"text": {}, "question": as_json(question)})
        remember_operation(here().topic, f"unit:{unit.id}")
        if left := len(questions[room:]):
            told = [*told, Told(0, "", ngettext("%(num)s question did not fit: a part holds at most %(most)s steps.", "%(num)s questions did not fit: a part holds at most %(most)s steps.",
                                                left, most=Step.AT_MOST))]
        return render_template("coaching/questions_taken.html", unit=unit, count=len(questions[:room]), told=told, viewpoint=here().own, **module_context(unit.module))


def read(file) -> tuple[list, list]:
    """Raises FileCannotBeTaken, and Unsuitable without a file."""
    if file is None or not file.filename:
        raise Unsuitable("file", _("Choose a file first."))
    data = file.read()
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" and (file.filename.lower().endswith(".json") or b'"questions"' in data[:200]):
        return read_questions(data), []
    taken = read_gift(data, take_language())
    return taken.questions, taken.told


def title_of(question) -> Wording:
    """What its author called it, else its first words."""
    if question.title:
        return Wording(dict.fromkeys(question.languages, question.title))
    return Wording({language: shortened(read_html(question.in_language(language).text).text) for language in question.languages})


def shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= TITLE_LIMIT else words[:TITLE_LIMIT - 2].rpartition(" ")[0] + " …"


@question_files.get("/modules/<int:module_id>/questions")
def choose(module_id):
    """What the file for Moodle would leave out is said before it is saved."""
    module = find(Module, module_id, to=FACILITATE)
    questions = questions_of(module)
    files = {language: as_gift(questions, language) for language in module.course.languages} if questions else {}
    return render_template("coaching/questions_leaving.html", questions=questions, files=files, viewpoint=here().own, **module_context(module))


def questions_of(module: Module) -> list:
    """Those on the writing table, in their order."""
    return [asked for step in module.contents().steps if step.kind == "question" and (asked := asked_in(step.contents))]


@question_files.get("/modules/<int:module_id>/questions.<any(gift, json):form>")
def download(module_id, form):
    module = find(Module, module_id, to=FACILITATE)
    questions, languages = questions_of(module), module.course.languages
    name = module.title.best(*languages).text
    if form == "json":
        return saved_as(safe_name(name, "json", otherwise="questions"), as_file(questions), "application/json")
    language = request.args.get("language", "")
    return saved_as(safe_name(name, "txt", otherwise="questions"), as_gift(questions, language if language in languages else languages[0]).text.encode(), "text/plain")
