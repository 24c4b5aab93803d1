"""Two people, each in a browser of their own, have one board open: how long from Enter here until the note stands there."""
from .browser import address, browsers, signed_in
from .course import make_course
from .figure import Figure, quantile
from .tool import served

# In the page: the moment at which each note is sent, and at which each appears, both by the machine's clock.
WATCH = """() => {
  window.benchSeen = {}; window.benchSent = {};
  const now = () => performance.timeOrigin + performance.now();
  addEventListener("submit", (event) => { benchSent[event.target.elements.text?.value] ??= now(); }, true);
  new MutationObserver(() => {
    for (const text of document.querySelectorAll(".note .text")) benchSeen[text.textContent.trim()] ??= now();
  }).observe(document.getElementById("columns"), { subtree: true, childList: true, characterData: true });
}"""


def measure(bench):
    count = 30 if bench.quick else 100
    course = make_course(bench.folder, people=10, notes=60)
    with served(course), browsers(2) as (one, other):
        writing, reading = (signed_in(browser, course, number).new_page() for browser, number in ((one, 1), (other, 2)))
        for page in (writing, reading):
            page.goto(address(course))
            page.wait_for_load_state("load")
            page.evaluate(WATCH)
        bench.say(f"{count} notes from one browser to another")
        column = course.columns[0]
        writing.click(f"[data-open-composer=composer-{column}]")
        field = writing.locator(f"#composer-{column} textarea")
        texts = [f"Mitattu lappu {n}" for n in range(count + 5)]
        for text in texts:
            field.fill(text)
            field.press("Enter")
            reading.wait_for_function("(text) => benchSeen[text] !== undefined", arg=text)
            writing.wait_for_timeout(60)
        sent, seen, own = writing.evaluate("benchSent"), reading.evaluate("benchSeen"), writing.evaluate("benchSeen")
    there = [seen[text] - sent[text] for text in texts[5:]]
    here = [own[text] - sent[text] for text in texts[5:] if text in own]
    middle, most = sorted(there)[len(there) // 2], max(there)
    yield Figure("note sent by A until visible at B (two real browsers)", there, "ms", "median ≤ 25 ms, p95 ≤ 60, worst of 100 ≤ 200, committed before anybody sees it",
                 middle <= 25 and quantile(there, 0.95) <= 60 and most <= 200, f"p95 {quantile(there, 0.95):.0f} ms, worst {most:.0f} ms", here,
                 "until it stands in A's own page, with its number", "ms", None,
                 "mod_board 29.4 s, 2.15 s polling every 5 s; scrumblr 25 ms, p95 51; WBO 10 ms, p95 25, not durable",
                 "From the form's submit event in one Chromium until the note is in the other's page; the server tells others only after the commit.")
