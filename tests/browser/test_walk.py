"""A walk over all pages in the platform's frame: no complaint in the console, nothing asked of anybody else."""
import re

import pytest

from .copied import nothing_chosen
from .gallery import STRANGER
from .module_views import overtaken, refused_question
from .views import VIEWS, asked_without_javascript, conflict, conflicting, exported_page, exported_results, refused_file

pytestmark = pytest.mark.browser
ELSEWHERE = (conflict, conflicting, asked_without_javascript, exported_page, exported_results, refused_file, refused_question, overtaken, nothing_chosen)  # answered with 4xx, or a file outside of the tool


@pytest.mark.parametrize("who", ["aino", "orjan", "marja", "eeva"])
def test_no_page_complains_or_asks_anybody_but_the_tool_and_the_platform(gallery, who):
    somebody, screen = gallery.framed(who)
    seen = []
    for view in VIEWS:
        if view.who == who and "refusal" not in view.name and view.then not in ELSEWHERE:
            screen.evaluate("window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true })")
            screen.go(view.path.format(**gallery.numbers))
            if view.then:
                view.then(screen, gallery.numbers)
            seen.append(screen.frame.url)
    assert seen
    assert somebody.faults == somebody.losses == []
    assert somebody.strangers == set()


@pytest.mark.parametrize("view", [view for view in VIEWS if not view.who], ids=lambda view: view.name)
def test_no_page_before_the_login_complains_or_asks_anybody_else(gallery, view):
    gallery.show(view)
    somebody = gallery.visitors[STRANGER]
    assert somebody.faults == []
    assert somebody.strangers == set()


def test_the_policy_of_every_page_allows_only_our_own_scripts_and_styles(gallery):
    screen = gallery.show(VIEWS[0])
    policy = screen.page.request.get(screen.frame.url).headers["content-security-policy"]
    assert re.search(r"script-src 'self';", policy) and re.search(r"style-src 'self';", policy) and "unsafe" not in policy
    blocked = screen.evaluate("""() => new Promise(done => {
        document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.intruder = true";
        document.head.append(script);
    })""")
    assert blocked.startswith("script-src")
    assert screen.evaluate("window.intruder") is None
