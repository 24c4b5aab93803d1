"""Pictures are written anew: upright, in eight bits, no larger than needed, and with nothing else in them."""
import io
import threading

import pytest
from PIL import Image

from lti_tool.files import pictures
from lti_tool.files.pictures import written_anew
from tests.support.files import HTML, animated, phone_photo, picture, sixteen_bits

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def app(app):
    with app.test_request_context():
        yield app


def opened(data) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def is_red(pixel) -> bool:
    return pixel[0] > 200 and pixel[2] < 60


def test_nothing_is_left_of_what_the_phone_wrote_into_it(app):
    photo = phone_photo()
    for told in (b"Virtanen", b"Puhelimen", b"Asiakkaan", b"ICC-PROFILE", b"Exif", b"xmpmeta"):
        assert told in photo
    written = written_anew(photo, "jpg")
    for data in (written.data, written.small):
        image = opened(data)
        assert not image.getexif() and set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        for told in (b"Virtanen", b"Puhelimen", b"Asiakkaan", b"ICC-PROFILE", b"Exif", b"xmpmeta"):
            assert told not in data


@pytest.mark.parametrize("kind, how", [("PNG", {}), ("WEBP", {"exif": Image.Exif(), "xmp": b"Virtanen", "icc_profile": b"Virtanen"})])
def test_other_kinds_of_picture_keep_nothing_either(app, kind, how):
    from PIL.PngImagePlugin import PngInfo

    if kind == "PNG":
        words = PngInfo()
        words.add_text("Author", "Virtanen")
        words.add_itxt("XML:com.adobe.xmp", "Virtanen")
        how = {"pnginfo": words, "icc_profile": b"Virtanen"}
    data = picture(kind, **how) + HTML
    assert b"Virtanen" in data or kind == "PNG"
    written = written_anew(data, kind.lower())
    assert b"Virtanen" not in written.data and b"<script>" not in written.data
    assert set(opened(written.data).info) <= {"loop", "background", "timestamp", "duration"}


def test_a_picture_taken_sideways_stands_upright(app):
    written = written_anew(phone_photo(orientation=6), "jpg")
    assert (written.width, written.height) == (600, 800)
    image = opened(written.data)
    assert is_red(image.getpixel((590, 400))) and not is_red(image.getpixel((10, 400)))


def test_a_large_picture_is_made_smaller_and_a_narrow_one_for_the_note(app):
    written = written_anew(picture(size=(4000, 3000)), "jpg")
    assert (written.width, written.height) == opened(written.data).size == (2400, 1800)
    assert opened(written.small).size == (480, 360)
    assert len(written.small) < len(written.data)


def test_a_narrow_picture_is_shown_as_it_is(app):
    written = written_anew(picture(size=(300, 3000)), "jpg")
    assert written.small is None and (written.width, written.height) == (240, 2400)
    assert written_anew(picture(size=(40, 30)), "jpg")[2:] == (40, 30)


def test_print_colours_become_those_of_screens(app):
    image = opened(written_anew(picture(mode="CMYK", colour=(0, 255, 255, 0)), "jpg").data)
    assert image.mode == "RGB" and is_red(image.getpixel((10, 10)))


def test_sixteen_bits_become_eight_and_keep_their_shades(app):
    image = opened(written_anew(sixteen_bits(), "png").data)
    assert image.mode == "L"
    assert [abs(image.getpixel((x, 8)) - x) <= 1 for x in (0, 64, 128, 255)] == [True] * 4


@pytest.mark.parametrize("kind, mode", [("PNG", "RGBA"), ("PNG", "LA"), ("WEBP", "RGBA")])
def test_what_is_see_through_stays_so(app, kind, mode):
    image = opened(written_anew(picture(kind, mode=mode, colour=(9, 9, 9, 0) if mode == "RGBA" else (9, 0)), kind.lower()).data)
    assert image.mode == "RGBA" and image.getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("mode", ["P", "I;16", "1", "RGBA"])
def test_large_pictures_of_every_kind_are_made_smaller_without_losing_their_shades(app, mode):
    """A fine chequerboard seen from afar is grey."""
    tile = Image.new("L", (2, 2))
    tile.putdata([0, 255, 255, 0])
    board = Image.new("L", (4800, 400))
    for x in range(0, 4800, 2):
        board.paste(tile, (x, 0))
    for y in range(2, 400, 2):
        board.paste(board.crop((0, 0, 4800, 2)), (0, y))
    board = board.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else board.convert(mode)
    out = io.BytesIO()
    board.save(out, format="PNG")
    image = opened(written_anew(out.getvalue(), "png").data)
    assert image.size == (2400, 200)
    assert 90 < image.convert("L").getpixel((1200, 100)) < 165


def test_a_palette_and_black_and_white_are_taken(app):
    palette = opened(picture("PNG")).convert("P", palette=Image.Palette.ADAPTIVE)
    out = io.BytesIO()
    palette.save(out, format="PNG", transparency=0)
    assert opened(written_anew(out.getvalue(), "png").data).mode == "RGBA"
    assert opened(written_anew(picture("PNG", mode="1", colour=1), "png").data).getpixel((3, 3)) == 255


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_of_a_moving_picture_the_first_one_stays(app, kind):
    image = opened(written_anew(animated(kind), kind.lower()).data)
    assert getattr(image, "n_frames", 1) == 1 and is_red(image.convert("RGB").getpixel((30, 30)))


def test_the_same_picture_gives_the_same_bytes(app):
    assert written_anew(phone_photo(), "jpg") == written_anew(phone_photo(), "jpg")


def test_only_a_few_pictures_are_opened_at_once_and_the_rest_wait_in_vain_no_longer_than_told(app, monkeypatch):
    monkeypatch.setattr(pictures, "WAIT_SECONDS", 0.01)
    inside, go = threading.Barrier(pictures.AT_ONCE + 1), threading.Event()

    def occupy():
        with pictures.turn():
            inside.wait(30)
            go.wait(30)

    threads = [threading.Thread(target=occupy) for _time in range(pictures.AT_ONCE)]
    for thread in threads:
        thread.start()
    inside.wait(30)
    with pytest.raises(TimeoutError):
        written_anew(picture(), "jpg")
    go.set()
    for thread in threads:
        thread.join(30)
    assert written_anew(picture(), "jpg").width == 640
