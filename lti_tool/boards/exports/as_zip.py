"""Everything in one packet: the page with its pictures, the files beside it, and the data that comes back. Alone, or in a packet of many."""
import zipfile
from tempfile import SpooledTemporaryFile

from flask import current_app

from ...documents.printable import safe
from ...files import open_stored
from .as_html import as_html
from .as_json import as_json
from .contents import Export, export_of
from .words import file_name

IN_MEMORY = 4_000_000


def as_zip(export: Export):
    """An open file, at its beginning. Long ones lie on the disk, so that no export fills the memory."""
    packet = SpooledTemporaryFile(max_size=IN_MEMORY)
    with zipfile.ZipFile(packet, "w", zipfile.ZIP_DEFLATED) as archive:
        put_into(archive, export)
    packet.seek(0)
    return packet


def pack(board, archive: zipfile.ZipFile, number: int) -> str:
    """The board in a folder of its own; where its page is."""
    export = export_of(board)
    folder = f"{number}-{file_name(export, 'html').removesuffix('.html')}/"
    put_into(archive, export, folder)
    return folder + file_name(export, "html")


def put_into(archive: zipfile.ZipFile, export: Export, folder: str = "") -> None:
    places = places_of(export)
    whole = export._replace(left_out=export.left_out._replace(files=0))
    archive.writestr(folder + file_name(export, "html"), as_html(whole, places))
    archive.writestr(folder + file_name(export, "json"), as_json(export))
    for made_of in current_app.extensions["packed_with_boards"]:
        for name, data in made_of(export.board):
            archive.writestr(folder + name, data)
    for file in [*(file for note in export.notes for file in note.files), *files_of_materials(export)]:
        # Pictures and office files are compressed already.
        with open_stored(file.file) as bytes_of_file, archive.open(zipfile.ZipInfo(folder + places[file.id]), "w") as entry:
            while piece := bytes_of_file.read(65536):
                entry.write(piece)


def files_of_materials(export: Export) -> list:
    return [material.file for phase in export.phases for material in phase.materials if material.file]


def places_of(export: Export) -> dict[int, str]:
    """attachment -> where it lies in the packet: the note's number in this export and a name that no system takes amiss."""
    of_notes = {file.id: f"files/{note.number}-{place}-{safe(file.name)}" for note in export.notes for place, file in enumerate(note.files, 1)}
    return of_notes | {file.id: f"materials/{place}-{safe(file.name)}" for place, file in enumerate(files_of_materials(export), 1)}
