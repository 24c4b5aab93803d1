"""How files are called in words: their kind and size."""
from flask_babel import format_decimal
from flask_babel import gettext as _

KILO, MEGA = 1024, 1024 * 1024


def file_size(size: int) -> str:
    """As people say it."""
    if size < MEGA:
        return _("%(size)s kB", size=format_decimal(max(1, round(size / KILO))))
    return _("%(size)s MB", size=format_decimal(round(size / MEGA, 1)))


def kind_and_size(file) -> str:
    return _("%(kind)s, %(size)s", kind=file.kind.word, size=file_size(file.size))
