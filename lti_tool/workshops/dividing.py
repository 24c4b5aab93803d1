"""How people are divided into groups: by chance, by region, by language. Knows neither database nor page; `chance` is a random.Random."""
from random import Random
from typing import NamedTuple

RANDOM, REGIONS_MIXED, REGIONS_TOGETHER, LANGUAGES, PLATFORM, OWN, BY_HAND = WAYS = ("random", "regions-mixed", "regions-together", "languages", "platform", "own", "hand")


class Someone(NamedTuple):
    person: int
    region: int | None
    language: str


class Division(NamedTuple):
    """One group to be: who is in it, and in which language it works, if it is one of a language."""

    people: list[Someone]
    language: str | None = None


def divide(people: list[Someone], number: int, way: str, chance: Random) -> list[Division]:
    """Into `number` groups whose sizes differ by one at most (with languages: among the groups of one language). Fewer groups than asked only where a
    language has fewer people than groups."""
    shuffled = chance.sample(people, len(people))
    if way == REGIONS_MIXED:
        return [Division(group) for group in dealt(sorted(shuffled, key=region), number)]
    if way == REGIONS_TOGETHER:
        return [Division(group) for group in cut(sorted(shuffled, key=region), number)]
    if way == LANGUAGES:
        return by_language(shuffled, number)
    if way == RANDOM:
        return [Division(group) for group in dealt(shuffled, number)]
    return [Division([]) for _group in range(number)]


def region(someone: Someone) -> int:
    return someone.region or 0


def dealt(people: list[Someone], number: int) -> list[list[Someone]]:
    """Like cards: neighbours in the list come into different groups."""
    return [people[first::number] for first in range(number)]


def cut(people: list[Someone], number: int) -> list[list[Someone]]:
    """Neighbours in the list stay together."""
    return [people[len(people) * group // number:len(people) * (group + 1) // number] for group in range(number)]


def by_language(people: list[Someone], number: int) -> list[Division]:
    """Every language that somebody speaks has a group at least; the rest of the groups go where groups are largest."""
    speakers: dict[str, list[Someone]] = {}
    for someone in people:
        speakers.setdefault(someone.language, []).append(someone)
    groups = dict.fromkeys(sorted(speakers, key=lambda language: (-len(speakers[language]), language)), 1)
    while sum(groups.values()) < number and (growing := [language for language in groups if groups[language] < len(speakers[language])]):
        groups[max(growing, key=lambda language: len(speakers[language]) / groups[language])] += 1
    return [Division(part, language) for language in groups for part in dealt(speakers[language], groups[language])] or [Division([]) for _group in range(number)]


def place_for(language: str, sizes: list[tuple[int, str | None, int]]) -> int | None:
    """Where a latecomer goes: to the smallest group of their language, else to the smallest of no language, else to the smallest.

    `sizes` are (group, its language or None, how many are in it).
    """
    for fits in (lambda of: of == language, lambda of: of is None, lambda of: True):
        if suitable := [(size, place, group) for place, (group, of, size) in enumerate(sizes) if fits(of)]:
            return min(suitable)[2]
    return None
