"""Takes one file from a form: looks at its content, writes pictures anew and puts the bytes on the disk, all before any transaction."""
import unicodedata
from typing import NamedTuple

from flask import request
from flask_babel import gettext as _

from ..db import db
from ..web import Unsuitable, take_text
from . import store
from .attachment import ALTERNATIVE_LIMIT, FILES_AT_MOST, Attachment, attachments_of, deleted_attachments_of, must_have_room
from .kinds import ACCEPTED, KINDS, PICTURE_EXTENSIONS, FileKind, kind_of
from .pictures import written_anew
from .removal import remove_for_good
from .stored_file import row_of

MEGABYTE = 1024 * 1024
SIZE_AT_MOST, UPLOAD_AT_MOST = 10 * MEGABYTE, 11 * MEGABYTE  # the file, and with the form around it
NAME_LIMIT = 120
NOT_IN_NAMES = set('\\/:*?"<>|')


class Upload(NamedTuple):
    kind: FileKind
    name: str
    data: bytes
    digest: str
    alternative_text: str = ""
    decorative: bool = False
    small: bytes | None = None
    width: int | None = None
    height: int | None = None

    def keep(self) -> None:
        """Puts the bytes on the disk; again is no harm. Raises OSError when there is no room."""
        if self.small:
            store.put(self.digest, self.small, small=True)
        store.put(self.digest, self.data)


def take_upload(field: str = "file") -> Upload:
    """Raises Unsuitable. Not inside a transaction: a large picture takes a second."""
    return make_upload(*take_file(field), take_alternative)


def take_picture(field: str, size_at_most: int) -> Upload:
    """A picture and nothing else; what it shows in words is asked for elsewhere. Raises Unsuitable. Not inside a transaction either."""
    name, data = take_file(field, size_at_most)
    if split_name(name)[1] not in PICTURE_EXTENSIONS:
        raise Unsuitable(field, _("Choose a picture: %(kinds)s.", kinds=", ".join(kind.name for kind in KINDS if kind.is_picture)))
    return make_upload(name, data, lambda: ("", True))


def take_file(field: str, size_at_most: int = SIZE_AT_MOST) -> tuple[str, bytes]:
    """(the name it was given, its content). Raises Unsuitable."""
    given = request.files.get(field)
    if given is None or not given.filename:
        raise Unsuitable(field, _("Choose a file first."))
    data = given.stream.read(size_at_most + 1)
    if len(data) > size_at_most:
        raise Unsuitable(field, _("The file is too large: at most %(size)s MB.", size=size_at_most // MEGABYTE))
    if not data:
        raise Unsuitable(field, _("The file is empty."))
    return given.filename, data


def make_upload(given_name: str, data: bytes, describe) -> Upload:
    """`describe()` is asked about pictures: (what it shows, whether it is only decorative)."""
    stem, extension = split_name(given_name)
    kind = kind_of(data, extension)
    upload = Upload(kind, f"{stem}.{kind.name}", data, store.digest_of(data))
    if kind.is_picture:
        alternative_text, decorative = describe()
        picture = written_anew(data, kind.name)
        upload = upload._replace(data=picture.data, digest=store.digest_of(picture.data), small=picture.small, width=picture.width, height=picture.height,
                                 alternative_text=alternative_text, decorative=decorative)
    upload.keep()
    return upload


def take_alternative() -> tuple[str, bool]:
    """(what the picture shows, whether it is only decorative): one of the two."""
    text, decorative = take_text("alternative", ALTERNATIVE_LIMIT, one_line=True), request.form.get("decorative") == "yes"
    if not text and not decorative:
        raise Unsuitable("alternative", _("Say in words what the picture shows, or tick that it is only decorative."))
    if text and decorative:
        raise Unsuitable("decorative", _("Either the picture is only decorative, or it needs words: not both."))
    return text, decorative


def split_name(given: str) -> tuple[str, str]:
    """(the name without its extension, the extension in small letters). Of the name only what people can read and any computer can save."""
    name = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    name = "".join(" " if c in NOT_IN_NAMES else c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = extension, ""
    stem = " ".join(stem.split()).strip(". ")[:NAME_LIMIT - 5].strip(". ")  # nobody wrote it for others to read: it may be cut
    return stem or _("file"), extension.strip().lower()


def attaching(thing: str) -> dict:
    """What the form for attaching to it shows (templates/files/_attachments.html)."""
    attached = attachments_of([thing])[thing]
    return {"attached": attached, "deleted": deleted_attachments_of(thing), "has_room": len(attached) < FILES_AT_MOST, "most": FILES_AT_MOST, "size_most": SIZE_AT_MOST,
            "accepted": ACCEPTED, "alternative_limit": ALTERNATIVE_LIMIT}


def attach(thing, upload: Upload) -> Attachment:
    """Raises TooManyFiles. Of deleted ones as many are kept for restoring as there may be files."""
    must_have_room(thing.part)
    remove_for_good(deleted_attachments_of(thing.part)[FILES_AT_MOST:])
    attachment = Attachment(activity_id=thing.activity_id, thing=thing.part, file=row_of(upload), name=upload.name, alternative_text=upload.alternative_text,
                            decorative=upload.decorative)
    db.session.add(attachment)
    db.session.flush()
    return attachment
