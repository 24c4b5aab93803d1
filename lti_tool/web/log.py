"""Our own access log: method, rule and time. No query strings, no addresses, nothing that names a person or a note."""
import logging
import time
import traceback

from flask import g, request

access = logging.getLogger("lti_tool.access")


def way_to(error: BaseException) -> str:
    """The traceback without the messages of exceptions, which may quote what somebody wrote."""
    told, links = [], []
    while error is not None and error not in links:
        links.append(error)
        told.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\nwhile handling:\n\n".join(told)


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
