"""Somebody who has launched: opens pages, sends forms (plain, or as our script does), and reads what they see."""
import itertools
from urllib.parse import urlsplit

from .page import Seen
from .platform import TOOL, LearningPlatform

OPERATIONS = itertools.count(1)
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}
BY_SCRIPT = {**FROM_HERE, "HX-Request": "true"}

__all__ = ["BY_SCRIPT", "FROM_HERE", "Seen", "Visitor"]


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

    def ask(self, method, path, headers=FROM_HERE, **how) -> Seen:
        """Any request, as it is; no redirect is followed."""
        if LearningPlatform.everybody_in_english:
            headers = {"Accept-Language": "en", **headers}
        return Seen(self.client.open(path, method=method, base_url=TOOL, headers=headers, buffered=True, **how))

    def open(self, path, headers=None, **how) -> Seen:
        return self.ask("GET", path, {**FROM_HERE, **(headers or {})}, **how)

    def post(self, path, headers=None, **form) -> Seen:
        """A plain form, as without JavaScript; answered with the redirect itself."""
        return self.ask("POST", path, {**FROM_HERE, **(headers or {})}, data=form)

    def submit(self, path, **form) -> Seen:
        """A plain form, as without JavaScript; the redirect is followed."""
        return self.ask("POST", path, data=form, follow_redirects=True)

    def press(self, seen: Seen, path, button=None, **filled) -> Seen:
        """Sends the page's own form with that address, with what it holds and what is filled in. `button` is the pressed one's (name, value)."""
        form = seen.form(path)
        if unknown := filled.keys() - form.names:
            raise AssertionError(f"the form to {path} has no field called {', '.join(unknown)}")
        assert button is None or button in form.buttons, f"{button} is not among {form.buttons}"
        return self.ask("POST", path, data={**form.values, **dict([button] if button else []), **filled}, follow_redirects=True)

    def send(self, path, op=None, headers=None, **form) -> Seen:
        """As our script sends it: answered with parts."""
        return self.ask("POST", path, {**BY_SCRIPT, **(headers or {})}, data={**form, "op": op or f"operation-{next(OPERATIONS)}"})

    def read(self, path) -> Seen:
        """As our script fetches a dialog or a part."""
        return self.open(path, headers=BY_SCRIPT)
