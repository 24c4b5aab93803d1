"""Routes the tool's requests to platforms into WSGI applications of this process, without sockets. The network's edge."""
import io
from typing import NamedTuple
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from werkzeug.test import Client

from lti_tool.db import db


class Call(NamedTuple):
    method: str
    address: str
    timeout: tuple


class WsgiAdapter(BaseAdapter):
    """Mount it on a requests session under an origin. `calls` lists what was asked."""

    def __init__(self, application):
        super().__init__()
        self.application, self.calls = application, []

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        assert not db.session().in_transaction(), f"{request.url} was asked inside a transaction"
        assert timeout is not None, f"{request.url} was asked without a time-out"
        self.calls.append(Call(request.method, request.url, timeout))
        parts, body = urlsplit(request.url), request.body or b""
        given = Client(self.application).open(
            path=parts.path, query_string=parts.query, method=request.method, base_url=f"{parts.scheme}://{parts.netloc}",
            headers=[(name, value) for name, value in request.headers.items() if name.lower() != "content-length"],
            data=body.encode() if isinstance(body, str) else body)
        answer = requests.Response()
        answer.status_code, answer.url, answer.request = given.status_code, request.url, request
        answer.headers = requests.structures.CaseInsensitiveDict(given.headers.items())
        answer.raw = io.BytesIO(given.data)
        return answer

    def close(self):
        pass
