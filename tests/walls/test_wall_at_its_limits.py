"""Walls under what nobody means well: ten thousand posts, three hundred a minute, topics and questions that go, and hostile texts and addresses."""
from datetime import timedelta

import pytest

from lti_tool.walls.pace import AT_MOST
from tests.support.bulk import counted, many_posts
from tests.support.cast import AINO, ORJAN

pytestmark = pytest.mark.usefixtures("in_english")

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm;font-family:"Calibri"}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=FI style='tab-interval:65.2pt'>
<h1 style='mso-style-name:Otsikko'>Näin teemme<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Ensin</b> sovitaan.<o:p>&nbsp;</o:p></p>
<ul type=disc><li class=MsoListParagraph style='mso-list:l0'>kuka kirjaa</li><li class=MsoListParagraph>kuka lukee</li></ul>
<table border=1 onclick="x()"><tr><td width=200>Viikko 1</td><td>Kummi</td></tr></table></body></html>"""
LOOKALIKE = "https://k\u0430nta.fi/ohje"  # its second letter is Cyrillic
AS_BROWSERS_SAY_IT = "https://" + "k\u0430nta".encode("idna").decode() + ".fi/ohje"


@pytest.fixture
def aino(enter, board):
    return enter(AINO)


@pytest.fixture
def orjan(enter, board):
    return enter(ORJAN._replace(locale="en"))


def cards(page) -> int:
    return page.html.count('class="card post')


def test_ten_thousand_posts_are_a_page_of_twenty_four_and_more_when_asked(app, board, aino):
    many_posts(app, board, 100)
    aino.open("/walls/900")
    app.extensions["lti_frame_origins"].clear()  # remembered for some seconds only: asked for each time
    with counted(app) as few:
        aino.open("/walls/900")
    many_posts(app, board, 9_900)
    app.extensions["lti_frame_origins"].clear()
    with counted(app) as many:
        page = aino.open("/walls/900")
    assert len(many) == len(few)
    assert "10000 posts" in page.text.replace(",", "").replace("\xa0", "") and cards(page) == 24
    assert "pages=2" in page.html and cards(aino.open("/walls/900?pages=2")) == 48
    assert cards(aino.open("/walls/900?pages=2&part=yes")) == 24
    far = aino.open("/walls/900?look=list&pages=400")
    assert cards(far) == 480 and "9120 posts stand before these" in far.text.replace(",", "")
    columns = aino.open("/walls/900?as=columns")
    assert cards(columns) == 5 * 8


def test_the_table_of_steps_is_turned_page_by_page(app, board, aino):
    many_posts(app, board, 101)
    first, second = aino.open("/walls/900/steps"), aino.open("/walls/900/steps?page=2")
    assert [page.html.count('<th scope="row">') for page in (first, second)] == [100, 1]
    assert 'rel="next"' in first.html and 'rel="prev"' not in first.html
    assert 'rel="prev"' in second.html and 'rel="next"' not in second.html
    assert "All practices" in aino.open("/walls/900/steps?page=77").html
    assert aino.open("/walls/900/steps?page=-1").html.count('<th scope="row">') == 100


def test_the_list_is_the_same_page_in_another_look(wall, aino):
    post = wall.post(aino)
    cards, as_list = aino.open(wall.path), aino.open(f"{wall.path}?look=list")
    assert 'class="posts listed"' in as_list.html and 'class="posts listed"' not in cards.html
    assert post in as_list.html and "look=list" in as_list.html


def test_who_sends_three_hundred_posts_a_minute_is_asked_to_wait(wall, aino, orjan, clock):
    wall.post(aino)
    asked = wall.questions(aino, wall.begin(aino))
    refused = None
    for number in range(300):
        begun = aino.post(f"{wall.path}/posts")
        if begun.status != 303:
            refused = begun
            break
        post = "/posts/" + begun.headers["Location"].split("/posts/")[1].split("/")[0]
        aino.post(f"{post}/texts/fi", title=f"Sarjassa {number}", publish="yes", **{f"answer-{asked[2]}": "Sama"})
    assert refused.status == 429 and "many posts in a short time" in refused.text and f"{AT_MOST} posts" in refused.text
    assert f"{AT_MOST} posts" in orjan.open(wall.path).text
    assert wall.begin(orjan)
    clock.ahead += timedelta(seconds=61)
    assert wall.begin(aino)


def test_posts_of_a_deleted_topic_stay_and_come_back_with_it(wall, aino, orjan):
    theme = wall.marja.open(f"{wall.path}/settings").html.split("/themes/")[1].split('"')[0].split("/")[0]
    post = wall.post(aino, theme=theme)
    assert f"theme={theme}" in orjan.open(wall.path).html
    assert wall.marja.post(f"/themes/{theme}/deletion").status == 303
    for path in (wall.path, f"{wall.path}?as=columns"):
        page = orjan.open(path)
        assert "Kirjaamiskahvit" in page.text and f"theme={theme}" not in page.html
    assert "Without a topic" in orjan.open(f"{wall.path}?as=columns").text
    assert orjan.open(post).status == orjan.open(f"{wall.path}?theme={theme}").status == 200
    assert wall.marja.post(f"/themes/{theme}/restoration").status == 303
    assert f"theme={theme}" in orjan.open(wall.path).html


def test_answers_to_a_question_that_is_asked_no_more_stay_readable_through_a_change(wall, aino, orjan):
    post = wall.begin(aino)
    problem, _whom, how, *_more = wall.questions(aino, post)
    aino.post(f"{post}/texts/fi", title="Kahvit", publish="yes", **{f"answer-{problem}": "Kukaan ei lukenut.", f"answer-{how}": "Luetaan."})
    assert wall.marja.post(f"/fields/{problem}/deletion").status == 303
    assert "Kukaan ei lukenut." in orjan.open(post).text
    page = aino.open(f"{post}/edit")
    assert f"answer-{problem}" not in page.html
    version = page.form(f"{post}/texts/fi").values["version"]
    assert aino.post(f"{post}/texts/fi", title="Kahvit", publish="yes", version=version, **{f"answer-{how}": "Luetaan ääneen."}).status == 303
    seen = orjan.open(post).text
    assert "Kukaan ei lukenut." in seen and "Luetaan ääneen." in seen


def write(wall, visitor, html, **more):
    post = wall.begin(visitor)
    how = wall.questions(visitor, post)[2]
    seen = visitor.post(f"{post}/texts/fi", title="Käytäntö", publish="yes", **{f"answer-{how}": html, f"answer-{how}-format": "html", **more})
    assert seen.status == 303, seen.text
    return post


def test_what_is_pasted_from_word_keeps_its_words_and_its_lists_only(wall, aino, orjan):
    html = orjan.open(write(wall, aino, FROM_WORD)).html
    read = html.partition('<div class="read"')[2].partition("</article>")[0]
    assert "Näin teemme</h2>" in read and "<strong>Ensin</strong>" in read and "<li><p>kuka kirjaa</p></li>" in read and "Viikko 1" in read
    for trace in ("mso", "Mso", "<o:p", "style", "Calibri", "onclick", "<table", "xml"):
        assert trace not in read, trace
    card = orjan.open(wall.path).html
    assert "Ensin sovitaan.\n• kuka kirjaa\n• kuka lukee" in card


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
                                     "//evil.example", "https://user@evil.example"])
def test_links_lead_to_pages_or_nowhere(wall, aino, orjan, address):
    post = write(wall, aino, f'<p><a href="{address}">katso</a></p>')
    page = orjan.open(post)
    assert "katso" in page.text
    hrefs = [link.get("href", "") for link in page.all("a")]
    assert not [href for href in hrefs if href.lower().startswith(("java", "data:", "vbscript", "//"))]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://user@evil.example", "java script:x"])
def test_a_link_of_the_form_is_an_address_of_the_web(wall, aino, address):
    post = wall.begin(aino)
    asked = wall.questions(aino, post)
    seen = aino.send(f"{post}/texts/fi", title="Kahvit", publish="yes", **{f"answer-{asked[2]}": "Luetaan.", f"answer-{asked[5]}": address})
    assert seen.status == 422 and "Give the address of a page" in seen.text


def test_a_host_that_looks_like_another_is_shown_as_browsers_write_it(wall, aino, orjan):
    link = wall.questions(aino, wall.begin(aino))[5]
    post = write(wall, aino, f'<p>Katso <a href="{LOOKALIKE}">{LOOKALIKE}</a></p>', **{f"answer-{link}": LOOKALIKE})
    page = orjan.open(post)
    assert LOOKALIKE not in page.html and "k\u0430nta" not in page.text
    assert page.text.count(AS_BROWSERS_SAY_IT) == 2
    honest = orjan.open(write(wall, aino, "<p>Hei</p>", **{f"answer-{link}": "https://jyväskylä.fi/ohje"}))
    assert "https://jyväskylä.fi/ohje" in honest.text
