"""Pictures and files on notes: attached, described, looked at, deleted and restored, by who may."""
import io
import re

import pytest

from lti_tool.db import db, transaction
from lti_tool.files import FILES_AT_MOST, SIZE_AT_MOST, Attachment, StoredFile, attachments_of, open_stored, remove_attachments_of
from tests.support.cast import AINO, EEVA, ORJAN
from tests.support.files import BAD, GOOD, NAMES, mp3, pdf, phone_photo, picture
from tests.support.visitor import Visitor

SENT_NAMES = [(given, shown) for given, shown in NAMES.items() if shown and '"' not in given]  # a browser sends no quotes within quotes
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def aino(enter):
    return enter(AINO)


@pytest.fixture
def note(board, aino):
    return board.note(aino, "Kirjaamiskahvit")


def path_of(note):
    return f"/notes/{note}/attachments"


def file_of(name="kuva.jpg", data=None):
    return io.BytesIO(GOOD[name] if data is None else data), name


def attach(visitor, note, name="kuva.jpg", data=None, **form):
    """As our script sends it; pictures get words unless told otherwise."""
    return visitor.send(path_of(note), file=file_of(name, data), **{"alternative": "Kaavio", **form})


def addresses(seen) -> list[str]:
    """Of the small pictures and the files that are shown."""
    return [image.get("src") for image in seen.all("img") if "/attachments/" in image.get("src")] + [link.get("href") for link in seen.all("a", class_="file")]


def files_in(app) -> list:
    return sorted(path for path in app.extensions["files_folder"].rglob("*") if path.is_file())


def counted(app, noun=Attachment) -> int:
    with app.app_context(), transaction(writes=False):
        return db.session.query(noun).count()


def test_a_picture_is_on_the_note_for_everybody(app, board, aino, note, enter):
    answer = attach(aino, note, data=picture(size=(1000, 500)), alternative="Kaavio kirjaamisen kulusta")
    assert answer.status == 200
    assert answer.parts == [(f"#column-{board.columns[0]}-notes", "place")] and answer.headers["X-Note"] == str(note)
    for seen in (answer, enter(ORJAN).open(board.path)):
        [image] = [image for image in seen.all("img") if image.get("alt") == "Kaavio kirjaamisen kulusta"]
        assert (image.get("width"), image.get("height"), image.get("loading")) == ("480", "240", "lazy")
        small = enter(ORJAN).open(image.get("src"))
        assert (small.status, small.headers["Content-Type"]) == (200, "image/jpeg")


def test_others_hear_of_it_at_once(app, board, aino, note):
    since = board.marja.open(board.path).one("live").get("data-seq")
    attach(aino, note, alternative="Kaavio")
    heard = board.marja.open(f"{board.activity}/changes?since={since}")
    assert [image.get("alt") for image in heard.all("img")] == ["Kaavio"]


@sqlite
def test_the_picture_is_opened_large_in_the_page_and_without_script(aino, note, board):
    seen = attach(aino, note, alternative="Kaavio")
    [link] = [link for link in seen.links if re.fullmatch(r"/attachments/\d+", link)]
    for large in (aino.read(link), aino.open(link)):
        assert large.status == 200
        [image] = [image for image in large.all("img") if image.get("alt") == "Kaavio"]
        assert aino.open(image.get("src")).headers["Content-Type"] == "image/jpeg"


@sqlite
@pytest.mark.parametrize("name", GOOD)
def test_every_kind_is_taken_and_sent_safely(aino, note, name):
    seen = attach(aino, note, name)
    assert seen.status == 200, seen.text
    [address] = addresses(seen)
    sent = aino.open(address)
    is_picture = name.rpartition(".")[2].lower() in ("jpg", "jpeg", "png", "webp")
    assert sent.status == 200
    assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert sent.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert sent.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sent.headers["Cache-Control"] == "private, no-cache"
    assert sent.headers["Content-Disposition"].startswith("inline" if is_picture else "attachment")
    assert not sent.headers["Content-Type"].startswith("text/")


@sqlite
def test_what_is_not_written_anew_comes_back_as_it_was(aino, note):
    [address] = addresses(attach(aino, note, "haastattelu.mp3"))
    assert aino.open(address).response.data == GOOD["haastattelu.mp3"]
    part = aino.open(address, headers={"Range": "bytes=10-19"})
    assert (part.status, part.response.data) == (206, GOOD["haastattelu.mp3"][10:20])


@sqlite
def test_a_browser_that_has_it_asks_whether_it_may_still_show_it(aino, board, note):
    [address] = addresses(attach(aino, note))
    mark = {"If-None-Match": aino.open(address).headers["ETag"]}
    assert aino.open(address, headers=mark).status == 304
    board.marja.send(f"/notes/{note}/deletion")
    assert Visitor(aino.app, aino.platform, ORJAN).launch().open(address, headers=mark).status == 404


@sqlite
@pytest.mark.parametrize("name, data", BAD.values(), ids=BAD)
def test_what_lies_about_itself_is_refused_and_leaves_nothing(app, aino, note, name, data):
    refused = attach(aino, note, name, data)
    assert refused.status == 422
    assert (counted(app), counted(app, StoredFile), files_in(app)) == (0, 0, [])


@sqlite
@pytest.mark.parametrize("given, shown", SENT_NAMES, ids=range(len(SENT_NAMES)))
def test_names_are_only_words(aino, board, note, given, shown):
    attach(aino, note, data=picture("PNG"), name=given)
    page = aino.open(path_of(note))
    assert shown in page.text and not page.all("script", src=None) and "onerror" not in str([element.keys() for element in page.all()])
    address = next(image.get("src") for image in page.all("img") if "/attachments/" in image.get("src"))
    large = aino.open(address.replace("/small", f"/{shown}"))
    assert large.status == 200
    assert not re.search(r"[\r\n<>]", large.headers["Content-Disposition"])


@sqlite
def test_the_place_where_it_was_taken_is_not_kept(app, aino, note):
    attach(aino, note, data=phone_photo())
    assert files_in(app)
    for path in files_in(app):
        assert b"Exif" not in path.read_bytes() and b"Virtanen" not in path.read_bytes()


@sqlite
@pytest.mark.parametrize("form", [{"alternative": ""}, {"alternative": "   "}, {"alternative": "Kaavio", "decorative": "yes"}, {"alternative": "x" * 251}])
def test_a_picture_needs_words_or_the_word_that_it_needs_none(app, aino, note, form):
    refused = attach(aino, note, **form)
    assert refused.status == 422 and counted(app) == 0
    assert attach(aino, note, alternative="x" * 250).status == 200
    assert attach(aino, note, alternative="", decorative="yes").status == 200


@sqlite
def test_a_decorative_picture_is_passed_over(aino, note):
    seen = attach(aino, note, alternative="", decorative="yes")
    [image] = seen.all("img")
    assert image.get("alt") == "" and not [link for link in seen.links if re.fullmatch(r"/attachments/\d+", link)]


@sqlite
def test_the_words_can_be_mended(board, aino, note, enter):
    attach(aino, note, alternative="Kaavoi")
    [path] = [form.get("action") for form in aino.open(path_of(note)).all("form") if form.get("action").endswith("/alternative")]
    mended = aino.send(path, alternative="Kaavio")
    assert [image.get("alt") for image in mended.all("img")] == ["Kaavio"]
    assert aino.send(path, alternative="", decorative="").status == 422
    assert enter(ORJAN).send(path, alternative="Ei minun").status == 403
    assert aino.press(aino.open(path_of(note)), path, alternative="Parempi").status == 200
    assert "Parempi" in board.marja.open(board.path).html


def test_a_note_takes_three_files_and_no_more(app, aino, note):
    for _time in range(FILES_AT_MOST):
        assert attach(aino, note).status == 200
    assert attach(aino, note).status == 409
    assert counted(app) == FILES_AT_MOST
    assert not [form for form in aino.open(path_of(note)).all("form") if form.get("enctype")]


def test_the_same_act_sent_again_attaches_once(app, aino, note):
    for _time in range(2):
        assert attach(aino, note, op="the-same-upload").status == 200
    assert counted(app) == 1


def test_the_same_bytes_are_kept_once(app, aino, note):
    attach(aino, note, "ohje.pdf"), attach(aino, note, "ohje.pdf")
    assert (counted(app), counted(app, StoredFile), len(files_in(app))) == (2, 1, 1)


@sqlite
def test_a_file_of_just_the_limit_is_taken_and_one_byte_more_is_not(aino, note):
    def large(size):
        return pdf(b" " * (size - len(pdf())))

    assert len(large(SIZE_AT_MOST)) == SIZE_AT_MOST
    assert attach(aino, note, "ohje.pdf", large(SIZE_AT_MOST)).status == 200
    refused = attach(aino, note, "ohje.pdf", large(SIZE_AT_MOST + 1))
    assert refused.status == 422 and "10" in refused.text
    assert attach(aino, note, "ohje.pdf", b"x" * 12_000_000).status == 413


@sqlite
def test_only_the_address_for_files_takes_so_much(board, aino, note):
    assert aino.send(f"/notes/{note}", text="x" * 2_000_000, version="1").status == 413


@sqlite
@pytest.mark.parametrize("form", [{}, {"file": (io.BytesIO(b""), "")}, {"file": "not a file"}], ids=["no field", "nothing chosen", "text"])
def test_a_form_without_a_file_is_refused_in_words(aino, note, form):
    assert aino.send(path_of(note), alternative="Kaavio", **form).status == 422


@sqlite
def test_who_may_not_change_the_note_attaches_nothing(app, board, note, enter):
    orjan = enter(ORJAN)
    assert orjan.open(path_of(note)).status == 403
    assert attach(orjan, note).status == 403
    assert attach(enter(EEVA), note).status == 404
    assert (counted(app), files_in(app)) == (0, [])
    assert attach(board.marja, note).status == 200  # facilitators all


@sqlite
def test_another_person_at_the_same_computer_attaches_nothing(app, board, aino, note):
    page = board.marja.open(board.path)
    mark = page.all("meta", name="person")[0].get("content")
    assert aino.send(path_of(note), headers={"X-Person": mark}, file=file_of(), alternative="Kaavio").status == 409
    assert counted(app) == 0


def test_a_closed_board_a_locked_column_and_a_deleted_note_take_nothing(app, board, aino, note):
    attach(aino, note)
    [address] = addresses(aino.open(board.path))
    number = re.search(r"\d+", address).group()
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="yes")
    assert [attach(aino, note).status, aino.send(f"/attachments/{number}/deletion").status] == [409, 409]
    board.marja.send(f"/columns/{board.columns[0]}/lock", locked="no")
    board.close()
    assert [attach(aino, note).status, aino.send(f"/attachments/{number}/alternative", alternative="Uusi").status] == [409, 409]
    assert aino.open(address).status == 200  # it can still be read
    board.set_state("open")
    aino.send(f"/notes/{note}/deletion")
    assert attach(aino, note).status == 409
    assert counted(app) == 1


def test_who_may_not_see_the_note_does_not_see_its_files(app, board, aino, note, enter):
    attach(aino, note)
    [address] = addresses(aino.open(board.path))
    orjan, eeva, stranger = enter(ORJAN), enter(EEVA), Visitor(app, aino.platform, ORJAN)

    def seen():
        return [visitor.open(path).status for visitor in (orjan, eeva, stranger) for path in (address, address.replace("/small", "/kuva.jpg"), address.replace("/small", ""))]

    assert seen() == [200] * 3 + [404] * 3 + [401] * 3
    aino.send(f"/notes/{note}/deletion")
    assert seen() == [404] * 6 + [401] * 3
    assert [visitor.open(address).status for visitor in (aino, board.marja)] == [200, 200]  # who may restore it
    aino.send(f"/notes/{note}/restoration")
    board.marja.send(f"/columns/{board.columns[0]}/deletion")
    assert seen()[0] == 404
    board.marja.send(f"/columns/{board.columns[0]}/restoration")
    assert seen()[0] == 200
    board.set_state("draft")
    assert seen()[0] == 404


def test_a_deleted_file_is_out_of_sight_and_can_be_restored(board, aino, note, enter):
    attach(aino, note)
    [address] = addresses(aino.open(board.path))
    path = address.removesuffix("/small")
    assert enter(ORJAN).send(f"{path}/deletion").status == 403
    deleted = aino.send(f"{path}/deletion")
    assert deleted.status == 200 and addresses(deleted) == []
    assert f"{path}/restoration" in [form.get("action") for form in deleted.all("form")]  # the offer to undo
    assert [visitor.open(address).status for visitor in (aino, board.marja)] == [404, 404]
    assert addresses(aino.send(f"{path}/restoration")) == [address]
    assert aino.open(address).status == 200


def test_deleting_and_restoring_work_without_script(board, aino, note):
    added = aino.submit(path_of(note), file=file_of(), alternative="Kaavio")
    assert (added.status, added.path) == (200, path_of(note))
    [path] = [form.get("action") for form in added.all("form") if form.get("action").endswith("/deletion")]
    deleted = aino.press(added, path)
    restored = aino.press(deleted, path.replace("deletion", "restoration"))
    assert path in [form.get("action") for form in restored.all("form")]
    assert len(addresses(aino.open(board.path))) == 1


def test_of_deleted_files_only_a_few_wait_to_be_restored(app, board, aino, note):
    for number in range(6):
        seen = attach(aino, note, data=picture(size=(20 + number, 20)))
        [address] = addresses(seen)
        assert aino.send(address.replace("/small", "/deletion")).status == 200
    assert counted(app) <= FILES_AT_MOST + 1 and len(files_in(app)) <= FILES_AT_MOST + 1


def test_restoring_needs_a_place_too(board, aino, note):
    [address] = addresses(attach(aino, note))
    aino.send(address.replace("/small", "/deletion"))
    for _time in range(FILES_AT_MOST):
        attach(aino, note)
    assert aino.send(address.replace("/small", "/restoration")).status == 409


def test_other_rooms_read_the_files_of_many_things_at_once_and_their_bytes(app, aino, note, board):
    attach(aino, note, "ohje.pdf"), attach(aino, note, "haastattelu.mp3")
    with app.test_request_context(), transaction(writes=False):
        found = attachments_of([f"note:{note}", "note:999"])
        assert [one.name for one in found[f"note:{note}"]] == ["ohje.pdf", "haastattelu.mp3"] and found["note:999"] == []
        with open_stored(found[f"note:{note}"][1].file) as file:
            assert file.read() == mp3()


def test_what_is_removed_for_good_is_gone_at_once(app, aino, board, note):
    other = board.note(aino, "Toinen")
    attach(aino, note, data=picture(size=(1000, 10))), attach(aino, note, "ohje.pdf"), attach(aino, other, "ohje.pdf")
    [address, *_rest] = addresses(aino.open(board.path))
    aino.send(address.replace("/small", "/deletion"))
    with app.app_context(), transaction():
        remove_attachments_of(f"note:{note}")
        assert len(files_in(app)) == 3  # until it is certain
    assert (counted(app), counted(app, StoredFile)) == (1, 1)
    assert [path.read_bytes() for path in files_in(app)] == [GOOD["ohje.pdf"]]  # another note refers to it


def test_a_removal_that_is_taken_back_takes_nothing(app, aino, note):
    attach(aino, note)
    with pytest.raises(LookupError), app.app_context(), transaction():
        remove_attachments_of(f"note:{note}")
        raise LookupError
    assert counted(app) == 1 and len(files_in(app)) == 2


def test_my_data_lists_my_files_and_erasing_takes_them(app, board, aino, note, enter):
    orjans = board.note(enter(ORJAN), "Örjans")
    attach(aino, note, alternative="Minun kaavioni"), attach(enter(ORJAN), orjans, "ohje.pdf")
    for path in ("/me", "/me/data.json", "/me/data.html"):
        page = aino.open(path)
        assert "kuva.jpg" in page.html and "Minun kaavioni" in page.html and "https://tool.example/attachments/" in page.html and "ohje.pdf" not in page.html
    aino.post("/me/erasure", sure="yes", texts="erase")
    assert counted(app) == 1 and len(files_in(app)) == 1
    assert addresses(board.marja.open(board.path))


def test_texts_that_are_left_keep_their_files(app, board, aino, note):
    attach(aino, note)
    aino.post("/me/erasure", sure="yes", texts="leave")
    assert len(addresses(board.marja.open(board.path))) == 1
