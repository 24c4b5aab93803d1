"""Our own access log: method, rule and time. No query strings, no addresses, nothing that names a person or a note."""
import logging
import time

from flask import g, request

access = logging.getLogger("lti_tool.access")


def register_log(app) -> None:
    @app.before_request
    def start():
        g.started = time.perf_counter()

    @app.after_request
    def tell(response):
        if request.endpoint != "static":
            spent = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
            access.info("%s %s %s %.0f ms", request.method, request.url_rule or "-", response.status_code, spent)
        return response
