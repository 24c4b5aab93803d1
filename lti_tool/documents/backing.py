"""Who stands behind a course, at the end of what is read and printed: the funding line, and the logo as bytes."""
import base64
from typing import NamedTuple

from ..db import Wording, db
from ..db.wording import Said
from ..files import StoredFile, open_stored
from ..people import Course, organisation_of


class Logo(NamedTuple):
    data: bytes
    kind: str  # jpg | png | webp
    media_type: str
    size: tuple[int, int]  # width and height in pixels
    alternative: Said

    @property
    def address(self) -> str:
        """The picture itself as an address: a page that asks for nothing else."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"


class Backing(NamedTuple):
    funding: Wording
    logo: Logo | None

    def __bool__(self):
        return bool(self.funding or self.logo)


def backing_of(course: Course, reading) -> Backing:
    """`reading`: languages, the reader's first."""
    organisation = organisation_of(course)
    file = db.session.get(StoredFile, organisation.logo_id) if organisation.logo_id else None
    return Backing(organisation.funding, file and logo_of(file, organisation.logo_alternative.best(*reading)))


def logo_of(file: StoredFile, alternative: Said) -> Logo | None:
    """None where its bytes are lost: the rest can still be taken along."""
    try:
        with open_stored(file, small=True) as picture:
            return Logo(picture.read(), file.kind.name, file.kind.media_type, file.small_size, alternative)
    except FileNotFoundError:
        return None
