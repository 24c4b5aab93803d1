"""A wall in one packet: its page, its data, and the files beside them. Alone, or in the packet of its course."""
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..documents import safe
from ..files import open_stored
from .exports import Export, as_html, as_json, export_of, file_name
from .wall import Wall

IN_MEMORY = 4_000_000


def as_zip(export: Export):
    """An open file, at its beginning. Long ones lie on the disk, so that no export fills the memory."""
    packet = SpooledTemporaryFile(max_size=IN_MEMORY)
    with ZipFile(packet, "w", ZIP_DEFLATED) as archive:
        put_into(archive, export)
    packet.seek(0)
    return packet


def pack(wall: Wall, archive: ZipFile, number: int) -> str:
    """In a folder of its own; where its page is."""
    export = export_of(wall)
    folder = f"{number}-{file_name(export, 'html').removesuffix('.html')}/"
    put_into(archive, export, folder)
    return folder + file_name(export, "html")


def put_into(archive: ZipFile, export: Export, folder: str = "") -> None:
    places = {file.id: f"files/{post.number}-{place}-{safe(file.name)}" for post in export.posts for place, file in enumerate(post.files, 1)}
    archive.writestr(folder + file_name(export, "html"), as_html(export._replace(left_out=export.left_out._replace(files=0)), places))
    archive.writestr(folder + file_name(export, "json"), as_json(export))
    for file in (file for post in export.posts for file in post.files):
        # Pictures and office files are compressed already.
        with open_stored(file.file) as content, archive.open(ZipInfo(folder + places[file.id]), "w") as entry:
            while piece := content.read(65536):
                entry.write(piece)
