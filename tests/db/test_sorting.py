"""Text in the order that Finnish and Swedish readers expect."""
import unicodedata

import pytest

from lti_tool.db import sort_key

ORDERS = {
    "å ä ö stand after z, in this order": ["Aalto", "Zetterberg", "Zzz", "Åberg", "Ängskulla", "Öhman"],
    "capitals do not come first": ["aino", "Anna", "eeva", "Eija"],
    "accents stand with their letter": ["Andre", "André", "Andrea", "Sari", "Šarlotta", "Sarpila"],
    "ü stands with y": ["Ürjälä", "Yrjö", "Yrsa", "Zacharias"],
    "a short word stands before a longer one": ["Ha", "Hai", "Haikala"],
}


@pytest.mark.parametrize("names", ORDERS.values(), ids=ORDERS)
def test_names_are_sorted_so_that(names):
    assert [sort_key(name) for name in names] == sorted(map(sort_key, names))


def test_letters_sort_alike_however_they_are_composed():
    for name in ("Åke", "Äijö", "Ürjälä", "André"):
        assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(name)


def test_keys_sort_alike_byte_by_byte():
    names = [name for order in ORDERS.values() for name in order]
    assert sorted(names, key=sort_key) == sorted(names, key=lambda name: sort_key(name).encode())
