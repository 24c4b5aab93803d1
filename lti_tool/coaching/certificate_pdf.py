"""A certificate as a PDF that a screen reader reads (PDF/UA-1). Only where the extra `pdf`, typst, is installed; elsewhere browsers print the page."""
import json
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from flask_babel import gettext as _

from ..web import Refusal, current_language
from ..web.pages import date_words
from .certificate import Certificate

TEMPLATE = Path(__file__).with_name("certificate.typ")
NO_GLYPH = "could not be displayed"  # as typst says it, who refuses to leave a hole where a letter should be


class LettersAreMissing(Refusal):
    status = 409

    def words(self):
        return (_("The PDF cannot show every letter"), _("The fonts of this server do not have all letters of the certificate."),
                _("Print the certificate from its page: your browser can also save it as a PDF."))


def pdf_is_possible() -> bool:
    return find_spec("typst") is not None


def as_pdf(certificate: Certificate, address: str, code: str, given_by: str, reading) -> bytes:
    """In the language of whoever asks. What the certificate says is handed over as data, and nothing outside of an empty folder can be read. Raises LettersAreMissing."""
    import typst

    with TemporaryDirectory() as empty:
        try:
            return typst.compile(TEMPLATE.read_bytes(), root=empty, package_path=empty, package_cache_path=empty, pdf_standards="ua-1",
                                 sys_inputs={"certificate": json.dumps(said(certificate, address, code, given_by, reading))})
        except typst.TypstError as error:
            if NO_GLYPH in str(error):
                raise LettersAreMissing from None
            raise


def said(certificate: Certificate, address: str, code: str, given_by: str, reading) -> dict[str, str]:
    title = certificate.title.best(*reading)
    return {"language": current_language(), "document": f"{_('Certificate')}: {title}", "organisation": given_by, "heading": _("Certificate"), "name": certificate.name,
            "finished": _("has finished the module"), "title": str(title), "title_language": title.language, "day": date_words(certificate.finished_at),
            "verified_at": _("Whether it is genuine can be seen at:"), "address": address, "code": code, "code_says": _("The same address as a QR code"),
            "revoked": _("This certificate has been revoked.") if certificate.revoked_at else ""}
