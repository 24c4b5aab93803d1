"""Headless Chromium for the rows that are about what people see."""
import os
import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextmanager
def browsers(count: int = 1):
    """That many, each a process tree of its own."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        raise SystemExit("Chromium is needed: run this with `python3 dev.py bench`.")
    with sync_playwright() as playwright:
        started = [playwright.chromium.launch(executable_path=path, args=ARGUMENTS) for _browser in range(count)]
        try:
            yield started
        finally:
            for browser in started:
                browser.close()


def signed_in(browser, course, number: int, port: int | None = None):
    """A fresh profile of the course's person of that number."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fi")
    name, _equals, token = course.cookies[number].partition("=")
    context.add_cookies([{"name": name, "value": token, "url": f"https://localhost:{port or course.port}", "secure": True, "httpOnly": True}])
    return context


def address(course, path: str | None = None, port: int | None = None) -> str:
    return f"http://localhost:{port or course.port}{path or course.page}"
