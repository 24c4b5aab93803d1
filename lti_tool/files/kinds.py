"""Which files may be attached, told by their content: a name, or what a browser says, proves nothing. The name has to agree."""
import re
from typing import NamedTuple

from flask_babel import gettext as _

from ..web import Unsuitable
from .office import must_be_harmless
from .sound import is_sound

END_OF_ZIP = b"PK\x05\x06"


class FileKind(NamedTuple):
    name: str  # as the extension of its files
    media_type: str
    extensions: tuple[str, ...]
    is_picture: bool = False

    @property
    def word(self) -> str:
        return self.name.upper()


KINDS = (
    FileKind("jpg", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), True),
    FileKind("png", "image/png", ("png",), True),
    FileKind("webp", "image/webp", ("webp",), True),
    FileKind("pdf", "application/pdf", ("pdf",)),
    FileKind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    FileKind("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ("pptx",)),
    FileKind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    FileKind("mp3", "audio/mpeg", ("mp3",)),
)
PICTURE_EXTENSIONS = tuple(extension for kind in KINDS if kind.is_picture for extension in kind.extensions)
ACCEPTED = ",".join(f".{extension}" for kind in KINDS for extension in kind.extensions)  # for the browser's list of files


def kind_named(name: str) -> FileKind:
    return next(kind for kind in KINDS if kind.name == name)


def kind_of(data: bytes, extension: str) -> FileKind:
    """Raises Unsuitable with words about what is wrong."""
    kind = next((kind for kind in KINDS if extension in kind.extensions), None)
    if kind is None:
        raise Unsuitable("file", _("Files of this kind cannot be attached. Use %(kinds)s.", kinds=", ".join(kind.name for kind in KINDS)))
    if not looks_like(kind, data):
        raise Unsuitable("file", _("The name says %(kind)s, but the content is something else, or the file is broken.", kind=kind.word))
    if kind.name in ("docx", "pptx", "xlsx"):
        must_be_harmless(data, kind.name)
    return kind


def looks_like(kind: FileKind, data: bytes) -> bool:
    """Whether it begins, and ends, as such files do. Pictures are written anew anyway; what others read must not be two things at once."""
    match kind.name:
        case "jpg":
            return data.startswith(b"\xff\xd8\xff")
        case "png":
            return data.startswith(b"\x89PNG\r\n\x1a\n")
        case "webp":
            return data.startswith(b"RIFF") and data[8:12] == b"WEBP"
        case "pdf":
            return bool(re.match(rb"%PDF-[12]\.\d", data)) and b"%%EOF" in data[-2048:] and not ends_as_zip(data)
        case "mp3":
            return is_sound(data) and not ends_as_zip(data)
        case _:
            return data.startswith(b"PK\x03\x04") and ends_as_zip(data)


def ends_as_zip(data: bytes) -> bool:
    """Whether a zip archive ends exactly where the file ends."""
    place = data.rfind(END_OF_ZIP, max(0, len(data) - 22 - 65535))
    return place >= 0 and place + 22 + int.from_bytes(data[place + 20:place + 22], "little") == len(data)
