"""Word, PowerPoint and Excel files: zip archives of XML, taken only when they are what they say and carry no program. Nothing of them is unpacked here
but the lists of what they contain."""
import io
import re
import zipfile
from urllib.parse import urlsplit
from xml.parsers import expat

from flask_babel import gettext as _

from ..web import Unsuitable

MAIN = {f"application/vnd.openxmlformats-officedocument.{part}.main+xml": kind
        for kind, part in {"docx": "wordprocessingml.document", "pptx": "presentationml.presentation", "xlsx": "spreadsheetml.sheet"}.items()}
ENTRIES_AT_MOST, UNPACKED_AT_MOST, RATIO_AT_MOST, LIST_AT_MOST = 5000, 300_000_000, 300, 2_000_000
HEAD_OF_ENTRY = 30  # bytes before an entry's name
PROGRAM = re.compile(r"vbaproject|vbadata|macrosheet|activex|\.(exe|dll|scr|com|bat|cmd|js|jse|vbs|vbe|wsf|hta|ps1|lnk|jar|msi)$", re.I)
PROGRAM_TYPE = re.compile(r"macro|vba|activex|javascript", re.I)
FETCHED = ("attachedtemplate", "oleobject", "frame", "subdocument", "control")  # what would be opened by itself, with its program


class Broken(Exception):
    """Not an archive of the kind that it says it is."""


def must_be_harmless(data: bytes, kind: str) -> None:
    """Raises Unsuitable with words about what is wrong."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            must_be_small(archive, len(data))
            types = content_types(archive)
            if {MAIN[found] for found in types if found in MAIN} != {kind} and not any(PROGRAM_TYPE.search(found) for found in types):
                raise Broken
            if has_program(archive, types):
                raise Unsuitable("file", _("The file contains a program (macro) or fetches one. Save it without macros and try again."))
    except (Broken, zipfile.BadZipFile, expat.ExpatError, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise Unsuitable("file", _("The name says %(kind)s, but the content is something else, or the file is broken.", kind=kind.upper())) from None


def must_be_small(archive, size: int) -> None:
    """Whoever opens it must not drown in it: neither by what entries say, nor by entries that lie on each other."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES_AT_MOST or unpacked > UNPACKED_AT_MOST or unpacked > RATIO_AT_MOST * size:
        raise Unsuitable("file", _("The file is packed so tightly that opening it could stop a computer. Save it again in its own program."))
    if entries and entries[0].header_offset:
        raise Broken
    end = 0
    for entry in entries:
        path = entry.filename
        if entry.header_offset < end or entry.flag_bits & 1 or path.startswith("/") or "\\" in path or ".." in path.split("/"):
            raise Broken
        end = entry.header_offset + HEAD_OF_ENTRY + entry.compress_size
    if len({entry.filename.lower() for entry in entries}) != len(entries):  # or two readers could see two files
        raise Broken


def content_types(archive) -> set[str]:
    return {attributes.get("ContentType", "").lower() for _name, attributes in tags(archive, "[Content_Types].xml")}


def has_program(archive, types) -> bool:
    if any(PROGRAM.search(entry.filename) for entry in archive.infolist()) or any(PROGRAM_TYPE.search(found) for found in types):
        return True
    return any(fetches(attributes) for entry in archive.infolist() if entry.filename.lower().endswith(".rels")
               for _name, attributes in tags(archive, entry.filename))


def fetches(relationship: dict) -> bool:
    """A template or an object from another computer. A path on the author's own is what every company's template leaves behind."""
    kind = relationship.get("Type", "").rpartition("/")[2].lower()
    if relationship.get("TargetMode", "").lower() != "external" or kind not in FETCHED:
        return False
    target = relationship.get("Target", "").strip().replace("\\", "/")
    parts = urlsplit(target)
    return parts.scheme not in ("", "file") and len(parts.scheme) > 1 or target.startswith("//") or bool(parts.netloc) or target.startswith("file:////")


def tags(archive, name: str):
    """[(tag, attributes), ...] of one list in the archive. A document type, with which XML becomes a bomb, has no place there."""
    with archive.open(name) as file:
        xml = file.read(LIST_AT_MOST + 1)
    if len(xml) > LIST_AT_MOST:
        raise Broken
    found = []

    def refuse(*_what):
        raise Broken

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(xml, True)
    return found
