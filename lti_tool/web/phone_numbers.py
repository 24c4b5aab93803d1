"""Phone numbers in a text, Finnish and international: found by how they begin, how long they are and how they are grouped.

People write about dates, laws, budgets and opening hours here, so what only might be a number is left alone.
`frontend/js/phone_numbers.js` says the same; `tests/fixtures/guard.json` holds both to it.
"""
import re

SPACE = " \u00a0\u2007\u2009\u202f"
DASH = "\\-\u2010-\u2015\u2212"
# Everything here is bounded: a text of any length is read once.
NUMBER = re.compile(rf"(?<![\w+])\(?\+?\(?[0-9]{{1,15}}\)?(?:[{SPACE}]{{0,2}}[{DASH}./]?[{SPACE}]{{0,2}}\(?[0-9]{{1,15}}\)?){{0,7}}")
DIGITS = re.compile("[0-9]+")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)

MOBILE, SERVICE, AREA = "0(?:4[0-69]|50)", "0(?:10|20|29|30|39|60|70|71|73|75|80)", "0(?:[235689]|1[3-9])"
WHOLE = re.compile(f"{MOBILE}[0-9]{{6,8}}|{SERVICE}[0-9]{{6,7}}|0[235689][0-9]{{7,8}}|01[3-9][0-9]{{6,7}}"
                   "|00[1-9][0-9]{9,13}|358(?:4[0-69]|50)[0-9]{6,8}")
# How the first group looks, and how many digits such a number has. 00 is followed by a country; postal codes of Helsinki begin so too.
LEADS = ((re.compile(f"{MOBILE}[0-9]"), 9, 11), (re.compile(MOBILE), 9, 10), (re.compile(f"{SERVICE}[0-9]?"), 9, 10), (re.compile(AREA), 8, 10),
         (re.compile("00(?:358|37[12]|[2-6][0-9]|[17])"), 11, 17), (re.compile("358"), 11, 13))
LEADS_ANOTHER = re.compile(f"(?:{MOBILE}|{SERVICE})[0-9]?")
COUNTRY = re.compile("[1-9][0-9]{0,14}")
# What follows makes it something else: a word, a decimal, a clock, the year of a case, an amount.
NO_NUMBER_BEFORE = re.compile(rf"[^\W0-9]|[.,:][0-9]|/(?:19|20)[0-9]{{2}}(?![0-9])|[{SPACE}]?(?:€|%|(?:eur|euroa?|kpl|milj|mrd)(?!\w))")
IN_A_NUMBER = re.compile(rf"[0-9](?:[.,:]|[{SPACE}])\Z")
DATE = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}")
BUSINESS_ID = re.compile(rf"[0-9]{{7}}[{DASH}][0-9]")


def phone_numbers(text: str):
    """(start, end) of each."""
    addresses = bytearray(len(text))
    for address in WEB_ADDRESS.finditer(text):
        addresses[address.start():address.end()] = b"\1" * len(address.group())
    place = 0
    while match := NUMBER.search(text, place):
        groups = [found.span() for found in DIGITS.finditer(text, match.start(), match.end())]
        start, end = match.start(), end_of_number(text, match.start(), groups)
        if end and text[start] == "(" and ")" not in text[start:end]:  # a bracket round the whole
            start += 1
        if end and not any(addresses[start:end]):
            yield start, end
        place = end or groups[0][1]


def end_of_number(text: str, start: int, groups: list[tuple[int, int]]) -> int | None:
    """Where the number ends that starts there, or None when it is none. Groups that no longer belong to it are left out."""
    first, is_international = text[groups[0][0]:groups[0][1]], "+" in text[start:groups[0][0]]
    if DIGITS.match(text, groups[0][1]):  # longer than any
        return None
    if is_international:
        least, most = (9, 13 if first.startswith("358") else 15) if COUNTRY.fullmatch(first) else (1, 0)
    elif WHOLE.fullmatch(first) and not DATE.fullmatch(first):
        least, most, groups = len(first), len(first), groups[:1]
    else:
        least, most = next(((least, most) for lead, least, most in LEADS if lead.fullmatch(first)), (1, 0))
    groups = groups[:joined(text, groups, first)]
    while groups:
        parts = [text[begin:end] for begin, end in groups]
        if least <= sum(map(len, parts)) <= most and not is_something_else(text, start, groups, parts, is_international):
            return groups[-1][1]
        groups.pop()
    return None


def joined(text, groups, first) -> int:
    """How many groups belong together: a slash stands only behind the first, dots only in mobile numbers with long groups."""
    for place in range(1, len(groups)):
        gap, length = text[groups[place - 1][1]:groups[place][0]], groups[place][1] - groups[place][0]
        if re.fullmatch(AREA, first) and place + 1 < len(groups) and LEADS_ANOTHER.fullmatch(text, *groups[place]):  # 08–16 050 123 4567
            return place
        if ("/" in gap and place > 1) or ("." in gap and not (re.match(MOBILE, first) and length > 2)):
            return place
    return len(groups)


def is_something_else(text, start, groups, parts, is_international) -> bool:
    """A date, an amount, a business id, a list of small numbers."""
    first, rest = parts[0], parts[1:]
    if NO_NUMBER_BEFORE.match(text, groups[-1][1]) or BUSINESS_ID.fullmatch(text, start, groups[-1][1]):
        return True
    if rest and not is_international and (rest[0].startswith("0") and first != "00358" or DATE.fullmatch("".join(parts[:3]))):
        return True
    if is_international and rest and rest[0].startswith("00"):  # +20 000
        return True
    if first == "358" and not is_international and not re.match("4[0-69]|50", rest[0] if rest else ""):
        return True
    if all(len(part) == 2 for part in parts):  # 05 10 15 20
        return True
    before = text[max(0, start - 2):start]
    return bool(IN_A_NUMBER.search(before)) and (before[-1] not in SPACE or all(len(part) == 3 for part in parts))  # 1 040 123 456
