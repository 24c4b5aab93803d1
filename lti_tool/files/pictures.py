"""Pictures are written anew: only their pixels go on, turned upright. Nothing else that came along is kept, be it a place, a name or a second file."""
import io
import threading
import warnings
from contextlib import contextmanager
from typing import NamedTuple

from flask_babel import gettext as _
from PIL import Image, ImageOps

from ..web import Unsuitable, logger
from .stored_file import SMALL_WIDTH

PIXELS_AT_MOST, LONGEST_SIDE = 40_000_000, 2400
AT_ONCE, WAIT_SECONDS = 2, 5
OPENED_AS = {"jpg": ("JPEG", "MPO"), "png": ("PNG",), "webp": ("WEBP",)}  # MPO: what some phones call a JPEG with a second picture in it
WRITTEN_AS = {"jpg": dict(format="JPEG", quality=85, optimize=True, progressive=True), "png": dict(format="PNG"), "webp": dict(format="WEBP", quality=85)}
Image.MAX_IMAGE_PIXELS = PIXELS_AT_MOST
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)  # refused in words, see below
decoders = threading.BoundedSemaphore(AT_ONCE)


class Picture(NamedTuple):
    data: bytes
    small: bytes | None  # narrow enough for a note; None when it already is
    width: int
    height: int


@contextmanager
def turn():
    """A large picture takes a second and 160 MB: a few at once. Raises TimeoutError when there are too many before."""
    if not decoders.acquire(timeout=WAIT_SECONDS):
        raise TimeoutError("too many pictures at once")
    try:
        yield
    finally:
        decoders.release()


def written_anew(data: bytes, kind: str) -> Picture:
    """Raises Unsuitable for what is no picture, or is too large to be opened."""
    with turn():
        try:
            return rewrite(data, kind)
        except Unsuitable:
            raise
        except Image.DecompressionBombError:
            raise too_many_pixels() from None
        except Exception as error:  # what a decoder raises over a broken or hostile file can be anything
            logger.info("picture refused: %s", type(error).__name__)
            raise Unsuitable("file", _("The picture cannot be opened: it is broken, or not what its name says.")) from None


def rewrite(data: bytes, kind: str) -> Picture:
    with Image.open(io.BytesIO(data), formats=OPENED_AS[kind]) as image:
        if image.width * image.height > PIXELS_AT_MOST:
            raise too_many_pixels()
        image = plain(upright(small_enough(image, kind)), kind)
    small = None
    if image.width > SMALL_WIDTH:
        small = written(image.resize((SMALL_WIDTH, max(1, round(image.height * SMALL_WIDTH / image.width))), Image.Resampling.LANCZOS, reducing_gap=3), kind)
    return Picture(written(image, kind), small, image.width, image.height)


def too_many_pixels() -> Unsuitable:
    return Unsuitable("file", _("The picture is too large to be opened: at most %(millions)s million pixels.", millions=PIXELS_AT_MOST // 1_000_000))


def small_enough(image, kind: str):
    """The first frame, no larger than it will be. A JPEG is even decoded smaller; of other kinds shades are mixed rightly only between plain pixels."""
    if kind != "jpg":
        image = in_plain_mode(image, kind)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    image.load()
    return image


def upright(image):
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # what is said about the picture is broken; the picture is not
        return image


def plain(image, kind: str):
    """Without anything said about the picture."""
    image = in_plain_mode(image, kind)
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def in_plain_mode(image, kind: str):
    """In eight bits, with transparency only where the kind has it."""
    if image.mode.startswith(("I", "F")):
        image = in_eight_bits(image)
    see_through = kind != "jpg" and (image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info)
    mode = "RGBA" if see_through else "L" if image.mode in ("1", "L") else "RGB"
    return image if image.mode == mode else image.convert(mode)


def in_eight_bits(image):
    """Of grey pictures with more bits; converting alone would make most of them white."""
    lowest, highest = image.getextrema()
    if image.mode.startswith("I;16"):
        image, lowest, highest = image.convert("I"), 0, 65535
    elif image.mode == "I" and 0 <= lowest and 255 < highest <= 65535:
        lowest, highest = 0, 65535
    scale = 255 / ((highest - lowest) or 1)
    return image.point(lambda value: value * scale - lowest * scale).convert("L")


def in_png(data: bytes) -> bytes:
    """A picture of ours as PNG, for programs that know no other kind with transparency."""
    with turn(), Image.open(io.BytesIO(data), formats=("WEBP",)) as image:
        return written(image.convert("RGBA"), "png")


def written(image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, **WRITTEN_AS[kind])
    return out.getvalue()
