"""Backups that are not whole, not ours, or made to do harm: each is refused in words before anything is written."""
import gzip
import hashlib
import io
import json
import shutil
import tarfile

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from lti_tool.cli import lti_tool
from lti_tool.operating.archive import LARGEST, MANIFEST, SUMS, ArchiveRefused, members
from lti_tool.operating.backup import back_up
from lti_tool.operating.restore import check, restore
from tests.support.application import make_app
from tests.support.files import pdf

from .conftest import engine_of

RECIPE = "003"
DIGEST = hashlib.sha256(pdf()).hexdigest()
FILE = f"files/{DIGEST[:2]}/{DIGEST[2:]}"


@pytest.fixture(scope="module")
def members_of_a_good_one(pattern, tmp_path_factory):
    folder = tmp_path_factory.mktemp("good")
    app = make_app(f"sqlite:///{shutil.copy(pattern('sqlite', None, RECIPE), folder / 'tool.db')}")
    app.extensions["files_folder"] = folder / "files"
    with engine_of(app) as engine:
        back_up(engine, folder / "good.tar")
    return {name: data for name, data in members(folder / "good.tar") if name != SUMS}


@pytest.fixture
def good(members_of_a_good_one):
    """The members of a good backup: name -> content, without its sums."""
    return dict(members_of_a_good_one)


@pytest.fixture
def write(tmp_path):
    def write(contents, sums=None, extra=()):
        """A tar of these members with the right sums, as somebody makes it who knows how; `extra` are tarfile members besides."""
        contents = dict(contents)
        if sums is None:
            sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items())
        file = tmp_path / "written.tar"
        with tarfile.open(file, "w", format=tarfile.USTAR_FORMAT) as tar:
            for name, data in {**contents, SUMS: sums.encode()}.items():
                for member in extra if name == SUMS else ():
                    tar.addfile(member, io.BytesIO(b"x" * member.size))
                member = tarfile.TarInfo(name)
                member.size = len(data)
                tar.addfile(member, io.BytesIO(data))
        content = file.read_bytes()
        file.write_bytes(content.rstrip(b"\0") + bytes(-len(content.rstrip(b"\0")) % 512 + 1024))  # tar rounds up further
        return file
    return write


@pytest.fixture
def refused(new_app, kind, tmp_path):
    """refused(file) restores it as an operator does, who sees a sentence; nothing is left in the database and in the folders. Gives the sentence."""
    app = new_app(kind)
    before = {path for path in tmp_path.rglob("*")}

    def refused(file):
        ran = CliRunner().invoke(lti_tool, ["restore", str(file)], obj=app)
        assert ran.exit_code == 1 and type(ran.exception) is SystemExit, ran.exception
        assert ran.output.startswith("Error: ") and "Traceback" not in ran.output
        with engine_of(app) as engine:
            assert sa.inspect(engine).get_table_names() == []
        assert not app.extensions["files_folder"].exists()
        assert {path for path in tmp_path.rglob("*")} - before <= {file} | {path for path in tmp_path.glob("*.db*")}
        return ran.output
    return refused


def manifest(good, **values):
    return {**good, MANIFEST: json.dumps({**json.loads(good[MANIFEST]), **values}).encode()}


def row(good, table, **values):
    """The first row of the table with other values."""
    name = f"tables/{table}.000001.jsonl"
    columns = next(each for each in json.loads(good[MANIFEST])["tables"] if each["name"] == table)["columns"]
    first, _newline, rest = good[name].partition(b"\n")
    changed = {**dict(zip(columns, json.loads(first))), **values}
    return {**good, name: json.dumps(list(changed.values())).encode() + b"\n" + rest}


def test_what_was_written_by_hand_is_taken_when_it_is_right(good, write):
    """Or all of the refusals below would say nothing."""
    assert check(write(good)).revision == RECIPE
    assert check(write({**good, FILE: pdf()}))


@pytest.mark.parametrize("name", ["../../outside", "/tmp/outside", "files/ab/../../../outside", "files/AB/" + "c" * 62, "files/ab/" + "c" * 61, "tables/note.000001.jsonl/x",
                                  "tables/../note.000001.jsonl", "tables/Note.000001.jsonl", "backup.json\n", "anything"])
def test_no_name_but_ours_is_taken(good, write, refused, name):
    assert "no plain file of ours" in refused(write({**good, name: b"x"}))


@pytest.mark.parametrize("kind_of_member", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME,
                                            tarfile.GNUTYPE_SPARSE])
def test_nothing_but_plain_files_is_taken(good, write, refused, kind_of_member):
    member = tarfile.TarInfo(FILE)
    member.type, member.linkname = kind_of_member, "/etc/passwd"
    assert "no plain file of ours" in refused(write(good, extra=[member]))


def test_a_member_that_says_it_is_huge_is_not_read(good, write, refused):
    file = write(good)
    huge = tarfile.TarInfo(FILE)
    huge.size = LARGEST + 1
    content = file.read_bytes()
    at = content.index(SUMS.encode())
    file.write_bytes(content[:at] + huge.tobuf(tarfile.USTAR_FORMAT) + content[at:])
    assert "no plain file of ours" in refused(file)


@pytest.mark.parametrize("ending", [".tar", ".tar.gz", ".tar.zst"])
def test_one_that_was_cut_off_anywhere_is_refused(new_app, tmp_path, ending):
    file, cut = tmp_path / f"b{ending}", tmp_path / "cut"
    with engine_of(new_app("sqlite", recipe=RECIPE)) as engine:
        back_up(engine, file)
    content, whole = file.read_bytes(), list(members(file))
    for length in {0, 1, 3, 511, 512, 513, *range(0, len(content), max(1, len(content) // 40)), len(content) - 1}:
        cut.write_bytes(content[:length])
        try:
            found = list(members(cut))
        except ArchiveRefused:
            continue
        # Of zstandard's own checksum, which stands last, a part may be missing: ours came before it.
        assert ending == ".tar.zst" and length >= len(content) - 4 and found == whole
    with pytest.raises(ArchiveRefused):
        cut.write_bytes(content[:len(content) // 2])
        check(cut)


@pytest.mark.parametrize("ending", [".tar", ".tar.gz", ".tar.zst"])
def test_one_in_which_a_byte_of_what_it_holds_changed_is_refused(new_app, tmp_path, ending):
    file, changed = tmp_path / f"b{ending}", tmp_path / "changed"
    with engine_of(new_app("sqlite", recipe=RECIPE)) as engine:
        back_up(engine, file)
    content, whole = bytearray(file.read_bytes()), list(members(file))
    if ending == ".tar":  # of a header only the checksum's own blanks, the date and the like may differ
        places = [content.index(words) for words in (b"Kirjaamiskahvit", b'"revision"', b"kaavio.png", SUMS.encode())]
    else:
        places = range(len(content) // 20, len(content), len(content) // 20)
    for place in places:
        one = bytearray(content)
        one[place] ^= 0x10
        changed.write_bytes(one)
        try:
            found = list(members(changed))
        except ArchiveRefused:
            continue
        # A compressed file can say the same in other bytes: which of the earlier zeros are meant, or the bits that fill its last byte.
        assert ending != ".tar" and found == whole
    with pytest.raises(ArchiveRefused):
        check(changed_in_the_middle(file, changed))


def changed_in_the_middle(file, changed):
    """Where a table's rows stand, in words of a deflated or zstandard block: many bytes, so that it cannot say the same."""
    content = bytearray(file.read_bytes())
    middle = content.index(b"Kirjaamiskahvit") if b"Kirjaamiskahvit" in content else len(content) // 2
    content[middle:middle + 16] = bytes(byte ^ 0xFF for byte in content[middle:middle + 16])
    changed.write_bytes(content)
    return changed


def test_what_stands_behind_the_end_is_refused(good, write, refused):
    file = write(good)
    file.write_bytes(file.read_bytes() + b"more")
    assert "behind its end" in refused(file)


def test_a_backup_of_the_future_says_which_program_is_needed(good, write, refused):
    assert "revision 999" in (said := refused(write(manifest(good, revision="999", program="7.1")))) and "7.1" in said
    assert "newer program (7.1)" in refused(write(manifest(good, version=2, program="7.1")))


@pytest.mark.parametrize("change", [
    {"format": "another"}, {"tables": 7}, {"tables": [{"name": "note"}]}, {"numbers": {"note": -1}}, {"numbers": {"note": "7"}}, {"numbers": []}, {"made_at": "yesterday"},
    {"revision": None}, {"revision": ["003"]}, {"program": 7},
], ids=str)
def test_a_beginning_that_cannot_be_right_is_refused(good, write, refused, change):
    assert "not a backup as this tool makes them" in refused(write(manifest(good, **change)))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"[" * 100_000, b"\xff\xfe", b"9" * 5000], ids=lambda content: repr(content[:8]))
def test_a_beginning_that_is_no_json_is_refused(good, write, refused, content):
    assert "not a backup as this tool makes them" in refused(write({**good, MANIFEST: content}))


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" + bytes(600), gzip.compress(b"hello"), b"\x28\xb5\x2f\xfd" + bytes(600), bytes(10240), b"\x1f\x8b"],
                         ids=lambda content: repr(content[:4]))
def test_what_is_no_backup_at_all_is_refused(refused, tmp_path, content):
    file = tmp_path / "written.tar"
    file.write_bytes(content)
    assert refused(file)


@pytest.mark.parametrize("values", [{"id": "1"}, {"id": True}, {"id": 1.5}, {"id": 2 ** 63}, {"id": None}, {"text": 7}, {"text": ["x"]}, {"text": None}, {"made_at": "soon"},
                                    {"made_at": "2026-11-01T08:00:00"}, {"made_at": 7}, {"text": "\ud800"}], ids=str)
def test_rows_with_values_of_another_kind_are_refused(good, write, refused, values):
    assert refused(write(row(good, "note", **values)))


@pytest.mark.parametrize("line", [b"{}", b"[]", b"7", b"[1,2]", b"[" * 5000, b"", b"not json"], ids=lambda line: repr(line[:8]))
def test_lines_that_are_no_rows_are_refused(good, write, refused, line):
    name = "tables/note.000001.jsonl"
    first, _newline, rest = good[name].partition(b"\n")
    assert "cannot be read" in refused(write({**good, name: line + b"\n" + rest}))


def test_json_that_the_database_could_not_read_again_is_refused(good, write, refused):
    assert "cannot be read" in refused(write(row(good, "course", languages="{broken")))


def test_rows_that_refer_to_nothing_are_refused(good, write, refused):
    assert "do not fit together" in refused(write(row(good, "note", column_id=77)))
    assert "do not fit together" in refused(write(row(good, "note", id=2)))  # two of one number


def test_rows_that_are_missing_are_missed(good, write, refused):
    name = "tables/note.000001.jsonl"
    assert "not hold as many rows" in refused(write({**good, name: good[name].partition(b"\n")[2]}))
    assert "not hold as many rows" in refused(write({each: data for each, data in good.items() if each != name}))


def test_tables_that_its_revision_does_not_have_are_refused(good, write, refused):
    tables = json.loads(good[MANIFEST])["tables"]
    strange = {"name": "customers", "columns": {"id": "integer"}, "key": ["id"], "rows": 0}
    assert "customers" in refused(write(manifest(good, tables=[*tables, strange])))
    assert "has no table" in refused(write({name: data for name, data in manifest(good, tables=[each for each in tables if each["name"] != "vote"]).items() if "/vote." not in name}))
    assert "says nothing of a table" in refused(write({**good, "tables/zoo.000001.jsonl": b"[1]\n"}))
    feedback = next(each for each in tables if each["name"] == "feedback")
    feedback["columns"] = {"bonus" if name == "text" else name: kind for name, kind in feedback["columns"].items()}
    assert "not as revision 003 has it" in refused(write(manifest(good, tables=tables)))


def test_a_table_that_it_only_claims_is_never_taken_away(good, write, new_app, kind):
    app = new_app(kind)
    with engine_of(app) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE customers (id INTEGER)")
    tables = [*json.loads(good[MANIFEST])["tables"], {"name": "customers", "columns": {"id": "integer"}, "key": ["id"], "rows": 0}]
    with engine_of(app) as engine, pytest.raises(Exception, match="not this tool's"):
        restore(engine, write(manifest(good, tables=tables)), replace=True)


def test_a_file_that_is_not_the_one_of_its_name_is_refused(good, write, refused):
    assert "not the file that its name says" in refused(write({**good, FILE: b"another"}))


def test_members_twice_or_in_another_order_are_refused(good, write, refused):
    names = list(good)
    assert "wrong place" in refused(write({name: good[name] for name in (names[0], *reversed(names[1:]))}))
    assert "does not begin with" in refused(write({name: good[name] for name in (*names[1:], names[0])}))


def test_without_sums_or_with_others_it_is_refused(good, write, refused):
    assert "checksums" in refused(write(good, sums=""))
    assert "checksums" in refused(write(good, sums="0" * 64 + "  backup.json\n"))
