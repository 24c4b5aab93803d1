"""A module only to be read: in the packet of its course, and in the archive of an earlier one."""
import io
import zipfile

import html5lib
import pytest
from flask import render_template

from lti_tool.coaching.module import Module
from lti_tool.coaching.reading import words_of
from lti_tool.db import db, transaction

from .test_feedback_steps import give_all
from .test_going_through import asked

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_the_packet_holds_questions_with_what_is_right_and_the_feedback_and_the_archive_does_not(module, board, app):
    unit = module.unit()
    asked(module, unit)
    module.step(unit, "feedback", "Mitä pidit?", **{"question-1-fi": "Auttoiko tämä?", "kind-1": "rating"})
    module.publish()
    give_all(app, board, 10)
    packed = zipfile.ZipFile(io.BytesIO(module.marja.open(f"{board.home}/retention/everything.zip").data))
    page = packed.read(next(name for name in packed.namelist() if name.endswith(".html") and "Kirjaamisen-perusteet" in name and "/" in name)).decode()
    html5lib.HTMLParser(strict=True).parse(page)
    for words in ("Kumpi on havainto?", "Näin kolme kirjettä", "Ei selviydy", "Sen näit.", "Auttoiko tämä?", "Lisää esimerkkejä.", "5,0"):
        assert words in page
    with app.test_request_context(), transaction(writes=False):
        read = render_template("coaching/_read.html", contents=db.session.get(Module, module.id).edition().read(), **words_of(db.session.get(Module, module.id)))
    assert "Näin kolme kirjettä" in read and "Ei selviydy" in read and "Auttoiko tämä?" in read
    assert "Sen näit." not in read and "right-answer" not in read and "Lisää esimerkkejä." not in read
