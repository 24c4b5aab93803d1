"""A thousand people arrive one after the other: how many messages they get because of it."""
import re

from .course import make_course
from .crowd import Crowd
from .figure import Figure
from .tool import served

GROUPS = (250, 1000)
AFTER = 3  # seconds in which messages may still come


def arrivals(bench, people: int) -> tuple[int, float]:
    """(messages but for heartbeats, seconds it took) while that many open the board's stream."""
    course = make_course(bench.folder, people=people, notes=10)
    with served(course), Crowd(course.port) as crowd:
        bench.say(f"{people} people arrive")
        crowd.keep = []
        spent = crowd.arrive(course.stream + "0", course.cookies)
        crowd.listen(AFTER)
        heard = b"".join(crowd.keep)
    return heard.count(b"data:") - len(re.findall(rb"event: beat\n(?:id: \d+\n)?data:", heard)), spent


def measure(bench):
    (few, _), (many, spent) = (arrivals(bench, people) for people in GROUPS)
    growth = (many / few) if few else 0
    most = GROUPS[1] / GROUPS[0] * 1.5
    yield Figure(f"{GROUPS[1]:,} people arriving: messages sent because of it", [many], "messages", "grows with viewers, not with their square", many == 0 or growth <= most,
                 f"{many / GROUPS[1]:.1f} for each; {growth:.1f} × as many as at {GROUPS[0]}", [few], f"{GROUPS[0]} people arriving", "messages", growth or None,
                 "scrumblr 0.5 million, WBO 1 million",
                 f"Everything that streams get while they open within {spent:.0f} s and {AFTER} s after, without heartbeats; telling everybody of everybody would be {GROUPS[1] ** 2 // 2:,}.")
