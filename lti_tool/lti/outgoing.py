"""The session for requests to platforms: always with time-outs, never following redirects, keeping no cookies."""
from http.cookiejar import DefaultCookiePolicy

import requests

TIMEOUTS = (3.05, 10)  # seconds to connect, and between two pieces of an answer


class Outgoing(requests.Session):
    def __init__(self):
        super().__init__()
        self.headers["User-Agent"] = "lti-tool"
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def request(self, method, url, **options):
        options.setdefault("timeout", TIMEOUTS)
        options["allow_redirects"] = False  # or a platform could send us to an address inside our own network
        return super().request(method, url, **options)
