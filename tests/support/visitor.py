"""Somebody who has launched: opens pages, sends forms (plain, or as our script does), and reads what they see."""
import itertools
import re
from urllib.parse import urlsplit

import html5lib
from werkzeug.test import TestResponse

from .platform import TOOL

OPERATIONS = itertools.count(1)


class Seen:
    """An answer as a person sees it: its status, its words, its elements."""

    def __init__(self, response: TestResponse):
        self.response, self.status, self.html = response, response.status_code, response.text

    @property
    def text(self) -> str:
        """All visible words, with single spaces."""
        tree = html5lib.parse(self.html, namespaceHTMLElements=False)
        for hidden in list(tree.iter()):
            if hidden.tag in ("script", "style", "template", "head"):
                hidden.clear()
        return " ".join(" ".join(tree.itertext()).split())

    def numbers(self, kind: str) -> list[int]:
        """The ids in the order of the page: numbers("note") for note-3, note-9."""
        return [int(n) for n in re.findall(rf'id="{kind}-(\d+)"', self.html)]


class Visitor:
    """A browser of one person. `home`, `board` and so on are plain paths."""

    def __init__(self, app, platform, person):
        self.app, self.platform, self.person = app, platform, person
        self.client = app.test_client()
        self.address = None

    def launch(self, **how) -> "Visitor":
        response = self.platform.launch(self.client, self.person, **how)
        assert response.status_code == 303, response.text
        self.address = urlsplit(response.headers["Location"]).path
        return self

    def open(self, path, **how) -> Seen:
        return Seen(self.client.get(path, base_url=TOOL, headers={"Sec-Fetch-Site": "same-origin", **how.pop("headers", {})}, **how))

    def submit(self, path, **form) -> Seen:
        """A plain form, as without JavaScript; the redirect is followed."""
        return Seen(self.client.post(path, data=form, base_url=TOOL, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=True))

    def send(self, path, op=None, headers=None, **form) -> Seen:
        """As our script sends it: answered with parts."""
        return Seen(self.client.post(path, data={**form, "op": op or f"operation-{next(OPERATIONS)}"}, base_url=TOOL,
                                     headers={"Sec-Fetch-Site": "same-origin", "HX-Request": "true", **(headers or {})}))

    def read(self, path) -> Seen:
        """As our script fetches a dialog or a part."""
        return self.open(path, headers={"HX-Request": "true"})
