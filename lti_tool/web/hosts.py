"""Hosts that look like another: written as browsers write them (xn--…), so that nobody takes them for what they are not."""
import re

PARTS = re.compile(r"((?:https?://|mailto:[^@]*@))([^/?#:@\s]+)(.*)", re.IGNORECASE | re.DOTALL)
READ_AS_IT_IS = re.compile(r"[\x00-\x7fà-öø-ÿ]*", re.IGNORECASE)  # what is written here has no twin in it: å, ä and ö stay


def honest_host(host: str) -> str:
    return host if READ_AS_IT_IS.fullmatch(host) else ".".join(encoded(label) for label in host.split("."))


def encoded(label: str) -> str:
    try:
        return label.encode("idna").decode()
    except UnicodeError:
        return "xn--" + label.encode("punycode").decode()


def host_of(address: str) -> str:
    found = PARTS.fullmatch(address)
    return found[2] if found else ""


def honest(address: str) -> str:
    """The address with such a host."""
    found = PARTS.fullmatch(address)
    return f"{found[1]}{honest_host(found[2])}{found[3]}" if found else address
