"""A scenario: a case from work, told in parts. What one chooses leads on, and shows what comes of it. Nothing is right or wrong by number."""
from flask import request
from flask_babel import gettext as _

from ...db import Wording, now
from ...documents.place import Place
from ...web import Unsuitable, take_wording
from ..work import BEGUN, DONE
from .filed import read_key
from .step_kind import StepKind

PARTS_AT_MOST, CHOICES_AT_MOST = 12, 4
PART_LIMIT, CHOICE_LIMIT, TOLD_LIMIT = 3000, 300, 1500
KEY_LIMIT = 6
END = ""  # where a choice leads that ends the case


class Scenario(StepKind):
    name = "scenario"
    icon = "stack"
    tells_back = True
    is_text_needed = False

    def word(self):
        return _("Scenario")

    def hint(self):
        return _("A case told in parts, with choices and what comes of them.")

    def begin(self):
        return {"text": {}, "parts": [empty_part("1")]}

    def take(self, before, languages):
        """Parts as the form shows them; “add” makes room for one more."""
        held = super().take(before, languages)
        parts = [part_taken(part, place, languages) for place, part in enumerate(before["parts"])]
        parts = [part for place, part in enumerate(parts) if request.form.get("remove") != str(place)] or [empty_part("1")]
        if request.form.get("add") == "part":
            if len(parts) >= PARTS_AT_MOST:
                raise Unsuitable("parts", _("A case has at most %(number)s parts.", number=PARTS_AT_MOST))
            parts.append(empty_part(str(max(int(part["key"]) for part in before["parts"]) + 1)))
        keys = {part["key"] for part in parts}
        for part in parts:  # what led to a part that is gone leads nowhere: it is said, and not bent to something else
            part["choices"] = [{**choice, "to": choice["to"] if choice["to"] in keys or choice["to"] == END else "?"} for choice in part["choices"]]
        if faults := ways_wrong(parts, being_written=True):
            raise Unsuitable("parts", faults[0])
        return {**held, "parts": parts}

    def faults(self, step):
        parts = step.contents["parts"]
        empty = [_("Part %(number)s has no text yet.", number=place) for place, part in enumerate(parts, 1) if not part["text"]]
        return empty or ways_wrong(parts)

    def read(self, place):
        before, held, parts = place.findings.count, super().read(place, "parts"), []
        for row in place.part("parts").rows(PARTS_AT_MOST, _("A case has at most %(number)s parts.", number=PARTS_AT_MOST), required=True):
            if row.must_be_object("key", "text", "choices"):
                key = read_key(row.part("key"), [part["key"] for part in parts])
                parts.append({"key": key, "text": dict(row.part("text").wording(PART_LIMIT)), "choices": read_choices(row.part("choices"))})
        if parts and place.findings.count == before:
            for fault in ways_wrong(parts, being_written=True)[:1]:
                place.part("parts").wrong(fault)
        return {**held, "parts": parts or held["parts"]}

    def said(self, contents, language):
        """How it begins: what comes later depends on what one chooses."""
        return [*super().said(contents, language), contents["parts"][0]["text"].get(language, "")]

    def for_author(self, contents):
        return {**super().for_author(contents), "parts_most": PARTS_AT_MOST, "choices_most": CHOICES_AT_MOST, "part_limit": PART_LIMIT, "choice_limit": CHOICE_LIMIT,
                "told_limit": TOLD_LIMIT}

    def for_learner(self, step, work, reading):
        chosen = (work.answer or {}).get("chosen", []) if work else []
        return {"chosen": chosen, "walked": walked(step.contents["parts"], chosen)}

    def do(self, step, work):
        """One choice further, or from the beginning again. A page that is behind, on another device, is shown how far they are. Who only looks brings their way along."""
        parts = {part["key"]: part for part in step.contents["parts"]}
        chosen, way = list((work.answer or {}).get("chosen", [])), way_taken()
        if work.learner_id is None:
            chosen = way or []
        if request.form.get("again"):
            chosen = []
        elif way not in (None, chosen):
            return False
        else:
            here = walked(step.contents["parts"], chosen)[-1]
            place = request.form.get("choice", "")
            if here["ends"] or not place.isascii() or not place.isdigit() or int(place) >= len(parts[here["part"]["key"]]["choices"]):
                raise Unsuitable("choice", _("Choose one of what is offered."))
            chosen.append(int(place))
        work.answer, work.at = {"chosen": chosen}, now()
        ends = walked(step.contents["parts"], chosen)[-1]["ends"]
        work.state = DONE if ends or work.state == DONE else BEGUN
        return False


def way_taken() -> list[int] | None:
    """The choices that the page shows: “0,2”."""
    way = request.form.get("way")
    return None if way is None else [int(place) for place in way.split(",") if place.isascii() and place.isdigit() and len(place) < 3]


def empty_part(key: str) -> dict:
    return {"key": key, "text": {}, "choices": []}


def part_taken(before: dict, place: int, languages) -> dict:
    choices = []
    for number in range(CHOICES_AT_MOST):
        held = before["choices"][number] if number < len(before["choices"]) else {"words": {}, "told": {}, "to": END}
        words = take_wording(f"choice-{place}-{number}", CHOICE_LIMIT, languages, Wording(held["words"]), one_line=True)
        told = take_wording(f"told-{place}-{number}", TOLD_LIMIT, languages, Wording(held["told"]))
        if words:
            choices.append({"words": dict(words), "told": dict(told), "to": request.form.get(f"to-{place}-{number}", held["to"])})
        elif told:
            raise Unsuitable(f"choice-{place}-{number}", _("Part %(number)s: something comes of a choice that has no words.", number=place + 1))
    return {"key": before["key"], "text": dict(take_wording(f"part-{place}", PART_LIMIT, languages, Wording(before["text"]))), "choices": choices}


def read_choices(place: Place) -> list[dict]:
    choices = []
    for row in place.rows(CHOICES_AT_MOST, _("there are too many answers to choose from (at most %(number)s).", number=CHOICES_AT_MOST)):
        if row.must_be_object("words", "told", "to"):
            choices.append({"words": dict(row.part("words").wording(CHOICE_LIMIT, required=True, one_line=True)), "told": dict(row.part("told").wording(TOLD_LIMIT)),
                            "to": row.part("to").text(KEY_LIMIT, one_line=True)})
    return choices


def ways_wrong(parts: list[dict], being_written: bool = False) -> list[str]:
    """What is wrong with the ways through a case, in words that name the place. While it `being_written` a part to which no choice leads yet is no fault."""
    place_of = {part["key"]: place for place, part in enumerate(parts, 1)}
    wrong = [_("Part %(number)s, choice %(choice)s leads to a part that is not there.", number=place_of[part["key"]], choice=number)
             for part in parts for number, choice in enumerate(part["choices"], 1) if choice["to"] not in place_of and choice["to"] != END]
    if wrong:
        return wrong
    leads = {part["key"]: [choice["to"] for choice in part["choices"] if choice["to"] != END] for part in parts}
    if circle := circle_in(leads):
        return [_("The parts %(numbers)s lead in a circle: nobody comes to the end.", numbers=", ".join(str(place_of[key]) for key in circle))]
    reached = reached_from(parts[0]["key"], leads)
    return [] if being_written else [_("No choice leads to part %(number)s.", number=place_of[key]) for key in leads if key not in reached]


def circle_in(leads: dict[str, list[str]]) -> list[str]:
    """The parts of a circle, in its order; none if there is none."""
    finished = set()

    def follow(key, way):
        if key in way:
            return [*way[way.index(key):], key]
        if key in finished:
            return []
        for further in leads[key]:
            if found := follow(further, [*way, key]):
                return found
        finished.add(key)
        return []
    return next((found for key in leads if (found := follow(key, []))), [])


def reached_from(key: str, leads: dict[str, list[str]]) -> set[str]:
    reached, waiting = set(), [key]
    while waiting:
        if (one := waiting.pop()) not in reached:
            reached.add(one)
            waiting.extend(leads[one])
    return reached


def walked(parts: list[dict], chosen: list[int]) -> list[dict]:
    """[{"part", "chosen" (its choice, if one was made), "ends"}], the last being where one stands. What was chosen in another edition counts as far as it still leads."""
    by_key, here, way = {part["key"]: part for part in parts}, parts[0], []
    for place in chosen:
        if place >= len(here["choices"]):
            break
        choice = here["choices"][place]
        way.append({"part": here, "chosen": choice, "ends": choice["to"] == END})
        if choice["to"] == END:
            return way
        here = by_key[choice["to"]]
    return [*way, {"part": here, "chosen": None, "ends": not here["choices"]}]
