"""Files are what their content says: good ones are taken, and those that lie, burst or carry a program are refused in words."""
import pytest

from lti_tool.files.kinds import KINDS, kind_of
from lti_tool.files.office import must_be_harmless
from lti_tool.files.pictures import written_anew
from lti_tool.files.upload import split_name
from lti_tool.web import Unsuitable
from tests.support.files import BAD, GOOD, NAMES, fetching, mp3, office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def app(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        yield app


def looked_at(name, data):
    kind = kind_of(data, split_name(name)[1])
    if kind.is_picture:
        written_anew(data, kind.name)
    return kind.name


def test_every_kind_is_among_the_good_ones(app):
    assert {looked_at(name, data) for name, data in GOOD.items()} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("name, data", BAD.values(), ids=BAD)
def test_what_is_not_what_it_says_is_refused_in_words(app, name, data):
    with pytest.raises(Unsuitable) as refused:
        looked_at(name, data)
    assert refused.value.field == "file" and len(refused.value.sentence) > 20


@pytest.mark.parametrize("what, word", [("macros by their file", "macro"), ("template from elsewhere", "macro"), ("bomb of one entry", "packed"), ("docm", "docx"),
                                        ("png of 50,000 by 50,000", "40 million"), ("svg called png", "content")])
def test_the_words_say_what_is_wrong(app, what, word):
    with pytest.raises(Unsuitable) as refused:
        looked_at(*BAD[what])
    assert word in refused.value.sentence


def test_what_offices_really_send_is_taken(app):
    """Links, pictures and the template of their own organisation are no programs."""
    must_be_harmless(fetching("hyperlink", "https://thl.fi/kirjaaminen"), "docx")
    must_be_harmless(fetching("attachedTemplate", r"file:///C:\Users\aino\Templates\Hyvinvointialue.dotx"), "docx")
    must_be_harmless(office(extra={"word/media/kuva.svg": "<svg/>", "word/embeddings/Taulukko.xlsx": "PK"}), "docx")


def test_a_sound_whose_tag_is_a_page_is_still_a_sound(app):
    assert looked_at("aani.mp3", mp3(b"\x03<script>alert(1)</script>")) == "mp3"


@pytest.mark.parametrize("given, shown", NAMES.items(), ids=range(len(NAMES)))
def test_names_hold_only_what_people_can_read_and_computers_can_save(app, given, shown):
    stem, extension = split_name(given)
    assert (f"{stem}.{extension}" == shown) if shown else (stem, extension) == ("file", "png")
    assert len(stem) <= 115
