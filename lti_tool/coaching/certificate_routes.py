"""A certificate: asking for it, its page to print, the public address where it is verified, and revoking it."""
import io

import segno
from flask import Blueprint, abort, current_app, g, render_template, request, url_for
from markupsafe import Markup

from ..access import CHANGE, CONTRIBUTE, FACILITATE, SEE, find, here
from ..web import current_language, framed_by_anybody, leads_to, public, safe_name, saved_as, take_text
from .certificate import NAME_LIMIT, Certificate, ModuleIsNotFinished, certificate_called, certificate_of, give_certificate
from .certificate_pdf import as_pdf, pdf_is_possible
from .learner import learner_of
from .module import Module
from .showing import module_context

certificates = Blueprint("certificates", __name__)


@certificates.get("/modules/<int:module_id>/certificate")
def ask(module_id):
    """For whoever has finished the module: which name it says, and who may see that."""
    module = find(Module, module_id, to=SEE)
    learner = learner_of(module.id, here().person)
    if learner is None or learner.finished_at is None:
        raise ModuleIsNotFinished
    known = certificate_of(module.id, learner.person_id)
    return render_template("coaching/certificate_words.html", certificate=known, name=known.name if known else g.membership.shown_name if g.membership.person.given_name else "",
                           name_limit=NAME_LIMIT, viewpoint=here().own, **module_context(module))


@certificates.post("/modules/<int:module_id>/certificate")
def give(module_id):
    module = find(Module, module_id, to=CONTRIBUTE)
    certificate = give_certificate(module, learner_of(module.id, here().person), take_text("name", NAME_LIMIT, required=True, one_line=True, guarded=False), request.form.get("shows_name") == "yes")
    return leads_to(url_for("certificates.show", certificate_id=certificate.id))


def public_address(certificate: Certificate) -> str:
    """Whole: it is read from paper."""
    return current_app.config["PUBLIC_URL"].rstrip("/") + url_for("certificates.verify", key=certificate.key)


def qr_code(address: str) -> Markup:
    """As SVG without colours of its own (ISO/IEC 18004, error correction M)."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2, svgclass="qr", lineclass=None)
    return Markup(drawn.getvalue().decode())


@certificates.get("/certificates/<int:certificate_id>")
def show(certificate_id):
    """To print, or to hand on as it is printed into a file."""
    certificate = find(Certificate, certificate_id, to=CHANGE)
    address = public_address(certificate)
    return render_template("coaching/certificate.html", certificate=certificate, address=address, code=qr_code(address), course=g.membership.course, viewpoint=here().own,
                           reading=reading(), own=certificate.is_by(here().own), has_pdf=pdf_is_possible())


def reading() -> tuple[str, ...]:
    return (current_language(), *g.membership.course.languages)


@certificates.get("/certificates/<int:certificate_id>/certificate.pdf")
def download(certificate_id):
    certificate = find(Certificate, certificate_id, to=CHANGE)
    if not pdf_is_possible():
        abort(404)
    address = public_address(certificate)
    data = as_pdf(certificate, address, qr_code(address), certificate.organisation or g.membership.course.title, reading())
    return saved_as(safe_name(certificate.title.best(*reading()).text, "pdf", otherwise="certificate"), data, "application/pdf")


@certificates.get("/verify/<key>")
@public
def verify(key):
    """For whoever holds the paper. What was never given and what was mistyped look alike."""
    framed_by_anybody()
    certificate = certificate_called(key) if len(key) < 60 else None
    page = render_template("coaching/verified.html", certificate=certificate, reading=(current_language(),))
    return page if certificate else (page, 404)


@certificates.post("/certificates/<int:certificate_id>/revocation")
def revoke(certificate_id):
    """`back`: it holds again."""
    certificate = find(Certificate, certificate_id, to=FACILITATE)
    certificate.restore() if request.form.get("back") else certificate.revoke()
    return leads_to(url_for("learners.show", module_id=certificate.module_id) if certificate.module_id else url_for("home.show", course_id=certificate.course_id))
