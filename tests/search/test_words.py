"""Which words find which texts: the same on both databases."""
import pytest

from lti_tool.search.words import words_asked, words_of

TEXTS = {
    "kahvi": "Kirjaamiskahvit joka toinen perjantai",
    "sali": "Sali varattu",
    "sali2": "Säli ei ole sali",
    "asu": "Åsa och Örjan har prövat",
    "accents": "Café José naïve Zoë",
    "apart": "Cafe\u0301 a\u0308iti",  # decomposed
    "hyphen": "asiakas-asiakirja e-mail 2026-11-22",
    "digits": "1e5x 3.14 0x1f 007 v2",
    "operators": "AND OR NOT NEAR and words like these",
    "emoji": "Hienoa 🎉 työtä 👩‍💻",
    "cyrillic": "Привет Ёлка",
    "stop": "ja on the och att",
    "long": "x" * 300 + " loppu",
}
FINDS = {
    "kirjaamis": {"kahvi"}, "KAHVIT": set(), "KIRJAAMISKAHVIT": {"kahvi"}, "kirja joka": {"kahvi"}, "kirja puuttuu": set(), "kirja kirjaa": {"kahvi"},
    "sali": {"sali", "sali2"}, "säli": {"sali2"}, "SÄLI": {"sali2"}, "åsa": {"asu"}, "asa": set(), "orjan": set(), "örj": {"asu"},
    "cafe": {"accents", "apart"}, "café": {"accents", "apart"}, "zoe": {"accents"}, "jose": {"accents"}, "äiti": {"apart"}, "aiti": set(),
    "asiakas-asia": {"hyphen"}, "asiakirja": {"hyphen"}, "e-mail": {"hyphen"}, "2026-11": {"hyphen"}, "-asiakas": {"hyphen"},
    "1e5": {"digits"}, "1e5x": {"digits"}, "e5x": set(), "3.14": {"digits"}, "0x1": {"digits"}, "00": {"digits"}, "v2": {"digits"},
    "AND": {"operators"}, "OR": {"operators"}, "NOT words": {"operators"}, "NEAR(words, 5)": set(), "words NEAR": {"operators"}, "and:or": {"operators"},
    '"kirjaamiskahvit joka"': {"kahvi"}, '"': set(), '""': set(), "'": set(), "kirja*": {"kahvi"}, "*": set(), "(kirja": {"kahvi"}, ")(": set(), "kirja) OR (sali": set(),
    "words:sali": set(), "course_id:1": set(), "^sali": {"sali", "sali2"}, "sali & !säli": {"sali2"}, "sali | kahvi": set(), "sali:*": {"sali", "sali2"}, "{sali}": {"sali", "sali2"},
    "'; DROP TABLE search_entry; --": set(), "\\": set(), "%": set(), "_": set(), "sal_": {"sali", "sali2"}, "s%li": set(),
    "🎉": set(), "hienoa 🎉": {"emoji"}, "👩‍💻": set(), "приве": {"cyrillic"}, "ПРИВЕТ": {"cyrillic"}, "елка": {"cyrillic"},
    "the": {"operators", "stop"}, "och": {"asu", "stop"}, "on": {"stop"}, "sa\x00li": {"sali", "sali2"}, "\x00": set(), "": set(), "   ": set(), "\u200b": set(),
    "x" * 300: {"long"}, "x" * 41: {"long"}, "loppu": {"long"}, "kirja " * 1700: {"kahvi"}, "x" * 10_000: {"long"}, "ß": set(), "İ": set(), "ﬁ": set(),
}


@pytest.fixture
def texts(board, aino):
    for text in TEXTS.values():
        board.note(aino, text)
    return {" ".join(text.split()): name for name, text in TEXTS.items()}


def test_each_query_finds_the_same_on_both_databases(texts, aino, look_for):
    found = {}
    for query in FINDS:
        page = look_for(aino, query)
        found[query] = {name for name, text in TEXTS.items() if any(same_beginning(text, title) for title in page.titles)}
    assert {query[:60]: found[query] for query in FINDS if found[query] != FINDS[query]} == {}


def same_beginning(text, title):
    import unicodedata
    return " ".join(unicodedata.normalize("NFC", text).split())[:12] == title.removeprefix("… ")[:12]


def test_words_hold_nothing_that_is_an_operator_anywhere():
    for text in (*TEXTS.values(), *FINDS):
        assert all(word.isalnum() and word.islower() for word in (*words_of(text).split(), *words_asked(text)))


def test_a_word_that_another_begins_with_is_asked_once():
    assert words_asked("kirja kirjaaminen KIRJA") == ["wkirjaaminen"]
