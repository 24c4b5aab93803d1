"""Asks a service with an access token. A token may have ended before its time: then another one is asked for, once."""
import requests

from .access_token import TokenSource, access_tokens
from .service_answer import ask


def ask_with_token(source: TokenSource, scopes: tuple[str, ...], method: str, address: str, until: float, headers: dict, **how) -> requests.Response:
    """The answer, whatever its status. Not inside a transaction. Raises a ServiceProblem."""
    tokens = access_tokens()
    for tries_left in (1, 0):
        token = tokens.token(source, scopes, until)
        answer = ask(method, address, until, headers={**headers, "Authorization": f"Bearer {token}"}, **how)
        if answer.status_code != 401:
            break
        tokens.drop(source, scopes, token)
    return answer
