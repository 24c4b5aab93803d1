"""Flask in threads: answers of any length arrive whole, and nobody waits for what is done after one."""
import asyncio
import io
import threading

import pytest

from lti_tool.live.threads import IN_ONE_PIECE, FlaskInThreads

SCOPE = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "http_version": "1.1", "headers": []}


def answer_of(wsgi, body=None):
    """The messages which the server is given."""
    async def scenario():
        sent = []

        async def send(message):
            sent.append(message)

        await FlaskInThreads(wsgi, 1)({**SCOPE}, body, send)
        return sent
    return asyncio.run(scenario())


@pytest.mark.parametrize("pieces, messages", [([], 2), ([b"one"], 2), ([b"x" * 8192] * 20, 2), ([b"x" * 8192] * 100, 5), ([b"y" * (IN_ONE_PIECE + 1)], 3)])
def test_an_answer_arrives_whole_and_in_few_messages(pieces, messages):
    def wsgi(environ, start_response):
        start_response("206 Partial Content", [("Content-Type", "text/plain")])
        return pieces

    start, *rest = answer_of(wsgi)
    assert (start["status"], start["headers"]) == (206, [(b"content-type", b"text/plain")])
    assert b"".join(message["body"] for message in rest) == b"".join(pieces)
    assert [message.get("more_body", False) for message in rest] == [True] * (len(rest) - 1) + [False]
    assert len(rest) + 1 == messages


def test_a_body_is_there_as_a_file_and_is_closed_afterwards():
    body = io.BytesIO(b"what was sent")

    def wsgi(environ, start_response):
        start_response("200 OK", [])
        return [environ["wsgi.input"].read()]

    assert answer_of(wsgi, body)[-1]["body"] == b"what was sent"


def test_nobody_waits_for_what_is_done_after_the_answer():
    answered, closed = threading.Event(), threading.Event()

    class Answer(list):
        def close(self):
            assert answered.wait(30)
            closed.set()

    def wsgi(environ, start_response):
        start_response("200 OK", [])
        return Answer([b"done"])

    assert answer_of(wsgi)[-1]["body"] == b"done"
    answered.set()
    assert closed.wait(30)


def test_an_application_that_fails_is_an_answer_too():
    def wsgi(environ, start_response):
        raise RuntimeError

    start, body = answer_of(wsgi)
    assert (start["status"], body["body"]) == (500, b"")
