"""A board page in a real browser: what the first and every later visit transfer and how soon it can be used; what an idle page asks."""
import time
from collections import defaultdict

from .browser import address, browsers, signed_in
from .course import make_course
from .figure import Figure
from .tool import served

NOTES = 60
LISTEN = 20  # seconds in which an idle page is watched: more than one heartbeat
# The first paint with words on it, and the script in charge of all forms (its listeners are there when the document is loaded).
USABLE = """() => Math.max(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
                           performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity)"""


class Wire:
    """What a page transfers, by the browser's own count of bytes, headers and all."""

    def __init__(self, page):
        self.requests, self.sizes, self.kept = [], defaultdict(int), set()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self.sent)
        session.on("Network.requestServedFromCache", lambda told: self.kept.add(told["requestId"]))
        session.on("Network.responseReceived", self.answered)
        session.on("Network.dataReceived", self.received)
        session.on("Network.loadingFinished", self.finished)

    def sent(self, told):
        if told["request"]["url"].startswith("http"):
            self.requests.append((told["requestId"], told["request"]["url"]))

    def answered(self, told):
        response = told["response"]
        if response.get("fromDiskCache") or response.get("fromPrefetchCache"):
            self.kept.add(told["requestId"])
        elif told["requestId"] not in self.kept:
            self.sizes[told["requestId"]] += response["encodedDataLength"]

    def received(self, told):
        """Counts for the stream, which does not finish."""
        self.sizes[told["requestId"]] += told["encodedDataLength"]

    def finished(self, told):
        self.sizes[told["requestId"]] = told["encodedDataLength"]

    @property
    def bytes(self) -> int:
        return int(sum(size for number, size in self.sizes.items() if number not in self.kept))

    @property
    def asked(self) -> list[str]:
        """The addresses that were really asked of the server."""
        return [url for number, url in self.requests if number not in self.kept]


def visit(context, course, path=None) -> tuple[int, int, float]:
    """(bytes, requests, seconds until usable) of opening the board, or that page."""
    page = context.new_page()
    wire = Wire(page)
    page.goto(address(course, path))
    page.wait_for_timeout(700)  # for the stream's first words and what else comes late
    usable = page.evaluate(USABLE) / 1000
    page.close()
    return wire.bytes, len(wire.asked), usable


def describe(what, visits, kilobytes, requests, seconds, peers, how, page=f"board page with {NOTES} notes", others=""):
    """`peers` of what is transferred, `others` of how soon it can be used."""
    sizes, counts, usable = zip(*visits)
    middle = sorted(usable)[len(usable) // 2]
    size = Figure(f"{page}, {what}: transferred", [n / 1000 for n in sizes], "KB", f"≤ {kilobytes} KB in ≤ {requests} requests",
                  max(sizes) <= kilobytes * 1000 and max(counts) <= requests, f"{max(counts)} requests, the stream among them", peers=peers, how=how)
    soon = Figure(f"{page}, {what}: usable", [1000 * n for n in usable], "ms", f"before {seconds} s", middle <= seconds,
                  peers=others,
                  how="Until the first paint and until our script is in charge, whichever is later, by the browser's clock from the start of the navigation.")
    return size, soon


def measure(bench):
    count = 3 if bench.quick else 9
    course = make_course(bench.folder, people=50, notes=NOTES)
    with served(course), browsers() as (browser,):
        bench.say(f"{count} first visits, {count} returns")
        visit(signed_in(browser, course, 1), course)  # the server's own first time
        firsts, returns = visits(browser, course, count)
        yield from describe("first visit", firsts, 80, 8, 0.4, "mod_board 1.23 MB in 17–25; scrumblr 645 KB in 41; WBO 659 KB in 97",
                            "A fresh browser profile opens the board: page, script and its words, style, stream, dictionary.", others="scrumblr 0.68 s, WBO 0.74, mod_board 0.65–1.0")
        yield from describe("return visit", returns, 8, 4, 0.2, "mod_board 24.6 KB in 6; scrumblr 9.0 KB in 37; WBO 1.5 KB in 5",
                            "The same profile opens it again: built files are not asked for, the page comes whole (it may not stay on a shared computer).", others="WBO 0.51 s")
        yield idle(bench, browser, course)


def visits(browser, course, count: int, path=None) -> tuple[list, list]:
    """First visits, each in a fresh profile, and the same profile's second."""
    made = []
    for number in range(2, 2 + count):
        context = signed_in(browser, course, number)
        made.append([visit(context, course, path) for _time in range(2)])
        context.close()
    return tuple(map(list, zip(*made)))


def idle(bench, browser, course) -> Figure:
    page = signed_in(browser, course, 3).new_page()
    wire = Wire(page)
    page.goto(address(course))
    page.wait_for_timeout(1500)
    before, size, began = len(wire.asked), wire.bytes, time.monotonic()
    bench.say(f"an idle page, {LISTEN} s")
    page.wait_for_timeout(1000 * LISTEN)
    spent = time.monotonic() - began
    asked, beats = len(wire.asked) - before, wire.bytes - size
    return Figure("idle viewer: requests", [asked], "", "no requests; one heartbeat in 15 s", asked == 0, f"{beats} bytes heard in {spent:.0f} s",
                  peers="mod_board 0.017–0.2 requests/s of 42 ms", how="A board that is open in a browser while nobody does anything.")
