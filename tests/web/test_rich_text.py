"""Rich text: whatever arrives, only headings, lists, emphasis, quotations and good links are kept; and lines of text make and keep them too."""
import re
import time

import html5lib
import pytest

from lti_tool.web.rich_text import LEVELS, read_html
from lti_tool.web.rich_text_plain import as_plain, read_plain

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-unhide:no; font-size:11pt} --></style></head><body lang=FI>
<!--StartFragment--><h1 style='mso-pagination:none'><span style='font-family:"Calibri"'>Otsikko<o:p></o:p></span></h1>
<p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'><span style='mso-fareast-language:FI'>Lihava</span></b>&nbsp;ja <i>kursiivi</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Kohta</p>
<p class=MsoNormal><a href="https://thl.fi/">THL</a></p><!--EndFragment--></body></html>"""


@pytest.fixture
def database_url(sqlite_url):
    """Nothing is stored here: one is enough."""
    return sqlite_url


@pytest.fixture(autouse=True)
def in_application(app):
    with app.app_context():
        yield


@pytest.mark.parametrize("html", [
    "<script>alert(1)</script>a", "<p onclick=alert(1)>a</p>", "<img src=x onerror=alert(1)>a", "<a href='javascript:alert(1)'>a</a>", "<a href='jAvA&#x09;script:alert(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>", "<a href='//evil.example'>a</a>", "<a href='/\\evil.example'>a</a>", "<a href='vbscript:x'>a</a>",
    "<svg><script>alert(1)</script></svg>a", "<math><mtext><script>alert(1)</script></mtext></math>a", "<iframe src=//evil.example></iframe>a", "<style>*{display:none}</style>a",
    "<p style='position:fixed'>a</p>", "<form action=//evil.example><input name=x></form>a", "<base href=//evil.example>a", "<meta http-equiv=refresh content=0>a", "<p id=main class=banner>a</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>a</noscript>a", "<!--><img src=x onerror=alert(1)>-->a", "<template><script>1</script></template>a", "<p data-send hx-get=/x>a</p>",
    "<a href=' https://x.example/ onmouseover=1'>a</a>", "<span lang='fi\" onclick=1'>a</span>", "<xmp><script>1</script></xmp>a", "<table background=javascript:1><td>a</table>"])
def test_nothing_harmful_is_kept(html):
    rich = read_html(html)
    kept = html5lib.parseFragment(rich.html, namespaceHTMLElements=False)
    for element in kept.iter():
        if element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "span", "br", "blockquote"}
            assert set(element.attrib) <= {"href", "lang", "target", "rel"}
            assert re.match(r"https?://|mailto:|/[^/\\]|$", element.get("href", ""))
    assert "a" in rich.text


def test_what_is_kept_comes_back_as_it_was():
    html = ('<h2>Otsikko</h2><p>Sana <strong>lihava </strong><strong><em>ja</em></strong><br>rivi</p><ul><li><p>yksi</p><ol><li><p>sisällä</p></li></ol><p>jatkuu</p></li><li><p>kaksi</p></li></ul>'
            '<blockquote><p>lainaus</p><p>toinen</p></blockquote><p><span lang="sv">på svenska</span> <a href="/boards/7#note-12">lähde</a> '
            '<a href="https://thl.fi/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer ugc">THL</a></p><h3>Alaotsikko</h3>')
    assert read_html(html).html == html
    assert read_html(read_html(html).html).html == html


@pytest.mark.parametrize("html", ["<blockquote><p>a</p></blockquote><ol><li><p>b</p></li></ol><blockquote><p>c</p></blockquote>", "<ul><li><p>a</p></li></ul><h2>b</h2><blockquote><p>c</p></blockquote>",
                                  "<ul><li><p>a</p><ul><li><p>b</p><ol><li><p>c</p></li></ol></li></ul></li></ul><p>d</p>", "<ol><li><p>a</p></li></ol><ul><li><p>b</p></li></ul>"])
def test_whatever_follows_whatever_it_is_well_nested(html):
    assert read_html(html).html == html
    html5lib.HTMLParser(strict=True).parseFragment(html)


def test_two_lists_next_to_each_other_stay_two():
    assert read_html("<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol>").html.count("<ul>") == 2


def test_what_a_word_processor_gives_is_plain_afterwards():
    rich = read_html(WORD)
    assert [block.tag for block in rich.blocks] == ["h2", "p", "p", "p"]
    assert "<strong>Lihava</strong>" in rich.html and "<em>kursiivi</em>" in rich.html and 'href="https://thl.fi/"' in rich.html
    assert "mso" not in rich.html.lower() and "style" not in rich.html and "font" not in rich.html and "[if" not in rich.html


def test_a_table_becomes_paragraphs():
    assert read_html("<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>").html == "<p>A</p><p>B</p><p>C</p>"


@pytest.mark.parametrize("tag", ["div", "ul><li", "b", "blockquote", "span", "a href=/x", "table><tr><td", "ol><li><p"])
def test_ten_thousand_within_each_other_are_read_and_made_flat(tag):
    begun = time.perf_counter()
    rich = read_html(f"<{tag}>" * 10_000 + "syvällä")
    assert rich.text == "syvällä" and len(rich.blocks[0].path) <= LEVELS
    assert time.perf_counter() - begun < 30


def test_a_megabyte_is_read():
    assert len(read_html("<p>sana sana</p>" * 3_000 + "x" * 900_000).text) > 900_000


def test_no_control_characters_and_composed_letters():
    assert read_html("<p>a\x00\x08b&#1;a\u0308</p>").text == "abaä".replace("aä", "ä")


LINES = """Johdanto alkaa tästä
ja jatkuu.

## Mikä toimii

- Kahvit
  - Joka perjantai
  - Lyhyesti
- Malli
1. Ensin
2. Sitten

> Sanottua

### Alempi

Loppu"""


def test_lines_of_text_become_headings_lists_and_quotations():
    rich = read_plain(LINES)
    assert [block.tag for block in rich.blocks] == ["p", "h2", "p", "p", "p", "p", "p", "p", "p", "h3", "p"]
    assert [len(block.path) for block in rich.blocks] == [0, 0, 1, 2, 2, 1, 1, 1, 0, 0, 0]
    assert as_plain(rich) == LINES
    assert read_plain(as_plain(rich)).html == rich.html


def test_lines_that_come_back_untouched_keep_their_emphasis_and_links():
    before = read_html('<h2>Otsikko</h2><ul><li><p><strong>Kahvit</strong> <a href="/boards/7#note-1">lähde</a></p></li><li><p>toinen <em>kohta</em></p></li></ul>')
    after = read_plain(as_plain(before).replace("toinen kohta", "toinen"), before)
    assert "<strong>Kahvit</strong>" in after.html and "/boards/7#note-1" in after.html and "<em>" not in after.html


@pytest.mark.parametrize("text", ["", "\n\n\n", "-", "- ", "##", "#### x", "    - liian syvällä", "> ", "1.", "- a\n- b\n\n\n- c", "<b>ei</b> &amp;", "2024. oli vuosi"])
def test_no_line_is_lost_or_breaks_anything(text):
    rich = read_plain(text)
    assert set(re.findall(r"\w+", rich.text)) | {"1", "2024"} >= set(re.findall(r"\w+", text)) - {"amp"} or "amp" in text
    assert read_html(rich.html).html == rich.html
