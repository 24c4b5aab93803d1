"""The file of a backup: a tar of small members in a fixed order, written and read as a stream.

backup.json first (what there is), then tables/<name>.<piece>.jsonl, then files/ab/cdef…, then SHA256SUMS over all of them, as `sha256sum -c`
reads it. The sums tell damage; whoever can write the file can also write its sums. Knows neither tables nor databases.
"""
import contextlib
import gzip
import hashlib
import os
import re
import tarfile
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import zstandard

MANIFEST, SUMS = "backup.json", "SHA256SUMS"
NAME = re.compile(r"backup\.json|tables/[a-z0-9_]{1,60}\.\d{6}\.jsonl|files/[0-9a-f]{2}/[0-9a-f]{62}(\.small)?|SHA256SUMS")
LARGEST = 64 * 1024 * 1024  # bytes of a member, which is read as a whole
BLOCK = tarfile.BLOCKSIZE
MAGIC = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst"}
ENDINGS = {".tar": "", ".tar.gz": "gz", ".tgz": "gz", ".tar.zst": "zst"}
UNREADABLE = (OSError, EOFError, zlib.error, zstandard.ZstdError, tarfile.TarError)


class ArchiveRefused(Exception):
    """The file is not a whole and unchanged backup of ours, or may not be written there. The message says why and what to do."""


class Writer:
    def __init__(self, stream):
        self.stream, self.sums, self.made = stream, [], int(time.time())

    def add(self, name: str, data: bytes) -> None:
        if len(data) > LARGEST or not NAME.fullmatch(name):
            raise ArchiveRefused(f"{name} cannot be in a backup: it is larger than {LARGEST // 1024 ** 2} MB, or its name is a strange one.")
        self.sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        self.put(name, data)

    def put(self, name, data):
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = len(data), 0o600, self.made
        for part in (member.tobuf(tarfile.USTAR_FORMAT), data, bytes(-len(data) % BLOCK)):
            self.stream.write(part)

    def end(self) -> None:
        self.put(SUMS, "".join(self.sums).encode())
        self.stream.write(bytes(2 * BLOCK))


@contextlib.contextmanager
def new_archive(path: Path) -> Iterator[Writer]:
    """Writes beside it, for nobody else to read, and renames at the end: the file is whole, or as it was. Raises ArchiveRefused and OSError."""
    ending = next((ending for ending in ENDINGS if path.name.endswith(ending)), None)
    if ending is None:
        raise ArchiveRefused(f"The name of a backup ends in {', '.join(list(ENDINGS)[:-1])} or {list(ENDINGS)[-1]}.")
    if not path.parent.is_dir():
        raise ArchiveRefused(f"There is no folder {path.parent.resolve()}.")
    if path.exists() and not is_ours(path):
        raise ArchiveRefused(f"{path} is there already and is not a backup. Choose another name.")
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            with compressed(file, ENDINGS[ending]) as stream:
                writer = Writer(stream)
                yield writer
                writer.end()
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # or the name itself could be lost in a power cut
    finally:
        os.close(folder)


def compressed(file: BinaryIO, way: str):
    if way == "gz":
        return gzip.GzipFile(fileobj=file, mode="wb", mtime=0)
    if way == "zst":
        return zstandard.ZstdCompressor(level=9, write_checksum=True).stream_writer(file, closefd=False)
    return contextlib.nullcontext(file)


def expanded(file: BinaryIO):
    head = file.read(4)
    way = next((way for magic, way in MAGIC.items() if head.startswith(magic)), "")
    file.seek(0)
    if way == "gz":
        return gzip.GzipFile(fileobj=file, mode="rb")
    if way == "zst":
        return zstandard.ZstdDecompressor(max_window_size=2 ** 27).stream_reader(file, read_across_frames=True)
    return file


def is_ours(path: Path) -> bool:
    try:
        return next(members(path))[0] == MANIFEST
    except (ArchiveRefused, StopIteration):
        return False


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each member, the sums last, which are checked. Raises ArchiveRefused, also after some members were given."""
    try:
        with path.open("rb") as file, expanded(file) as stream:
            yield from checked_members(stream)
    except UNREADABLE as error:
        raise ArchiveRefused(f"{path} cannot be read: {error.strerror if isinstance(error, OSError) and error.strerror else 'it is damaged, or not a backup'}.") from error


def checked_members(stream) -> Iterator[tuple[str, bytes]]:
    sums, last = hashlib.sha256(), ""
    while last != SUMS:
        name, data = next_member(stream)
        if place_of(name) <= place_of(last):
            raise ArchiveRefused(f"It is not a backup as this tool makes them: {name} stands at the wrong place.")
        if name == SUMS:
            if hashlib.sha256(data).digest() != sums.digest():
                raise ArchiveRefused("It is damaged: what it holds is not what its checksums say.")
        else:
            sums.update(f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode())
        last = name
        yield name, data
    if exactly(stream, 2 * BLOCK).strip(b"\0") or stream.read(1):  # also lets a compressed file check its own end
        raise ArchiveRefused("It is damaged: something stands behind its end.")


def place_of(name: str) -> tuple[int, str]:
    """In which order the members stand."""
    kinds = ("", MANIFEST, "tables/", "files/", SUMS)
    return max(place for place, kind in enumerate(kinds) if name.startswith(kind)), name


def next_member(stream) -> tuple[str, bytes]:
    """Only plain files with the names that we give: no links, no paths that lead elsewhere, nothing that grows without an end."""
    header = exactly(stream, BLOCK)
    if not header.strip(b"\0"):
        raise ArchiveRefused("It was cut off: its end is missing.")
    member = tarfile.TarInfo.frombuf(header, "utf-8", "replace")
    if member.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or not NAME.fullmatch(member.name) or not 0 <= member.size <= LARGEST:
        raise ArchiveRefused("It is not a backup as this tool makes them: something in it is no plain file of ours.")
    return member.name, exactly(stream, member.size + -member.size % BLOCK)[:member.size]


def exactly(stream, size: int) -> bytes:
    pieces, missing = [], size
    while missing:
        piece = stream.read(min(missing, 1024 * 1024))
        if not piece:
            raise ArchiveRefused("It was cut off: its end is missing.")
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
