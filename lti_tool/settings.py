"""Settings: config/default.toml, then the environment's file, then LTI_TOOL_... variables. Says which values are unsafe in production."""
import os
import tomllib
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = ("production", "development", "testing")
MAIL_SECURITY = ("tls", "starttls", "none")
SECRET_LENGTH = 32


class UnsafeSettings(Exception):
    """Production would start with values that only suit a trial. The message names each of them."""


class WrongSetting(Exception):
    """A setting that does not exist, or a value that is not of its kind."""


def folder(name):
    """`config` or `templates`: beside the package in a checkout, inside it in a wheel."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name


def load(variables=None, **given):
    """All settings as one dict with lower-case names. `given` wins over everything (tests use it).

    Raises UnsafeSettings in production and WrongSetting everywhere.
    """
    variables = os.environ if variables is None else variables
    environment = given.pop("environment", None) or variables.get("LTI_TOOL_ENVIRONMENT", "production")
    if environment not in ENVIRONMENTS:
        raise WrongSetting(f"LTI_TOOL_ENVIRONMENT is one of {', '.join(ENVIRONMENTS)}, not {environment!r}.")
    settings = read("default")
    if environment != "production":
        settings |= read(environment)
    known = {f"LTI_TOOL_{name.upper()}" for name in (*settings, "environment")}
    if unknown := {name for name in variables if name.startswith("LTI_TOOL_")} - known:
        raise WrongSetting(f"There is no setting called {', '.join(sorted(unknown))}.")
    for name, default in settings.items():
        if (text := variables.get(f"LTI_TOOL_{name.upper()}")) is not None:
            settings[name] = parse(name, text, default)
    if unknown := given.keys() - settings.keys():
        raise WrongSetting(f"There is no setting called {', '.join(sorted(unknown))}.")
    settings |= given | {"environment": environment}
    settings["public_url"] = settings["public_url"].rstrip("/")
    if sentences := wrong(settings):
        raise WrongSetting("\n".join(sentences))
    if environment == "production" and (reasons := unsafe(settings)):
        raise UnsafeSettings("Not started, because these settings are not safe:\n" + "\n".join(f"- {reason}" for reason in reasons))
    return settings


def read(name):
    return tomllib.loads((folder("config") / f"{name}.toml").read_text(encoding="utf-8"))


def parse(name, text, default):
    """The variable's text as a value of the same kind as the default. Lists are separated by commas."""
    try:
        if isinstance(default, bool):
            return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}[text.strip().lower()]
        if isinstance(default, int):
            return int(text)
    except (KeyError, ValueError):
        raise WrongSetting(f"LTI_TOOL_{name.upper()}={text!r} is not a {type(default).__name__}.") from None
    if isinstance(default, list):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def wrong(settings):
    """One sentence for each value with which nothing could be served, as the variable that sets it."""
    address = urlsplit(settings["public_url"])
    least = {"port": 0, "proxy_hops": 0, "threads": 1, "body_limit": 1, "body_seconds": 1, "session_idle_hours": 1, "session_longest_hours": 1,
             "retention_months": 0}
    mail = bool(settings["mail_server"])
    checks = (
        (address.scheme not in ("http", "https") or not address.netloc, "public_url", "is not an address that begins with https://"),
        (not settings["database_url"].startswith(("sqlite:///", "postgresql+psycopg:")), "database_url", "begins with neither sqlite:/// nor postgresql+psycopg:"),
        (not settings["languages"], "languages", "is empty"),
        (not settings["course_languages"], "course_languages", "is empty"),
        (not is_zone(settings["time_zone"]), "time_zone", "is not a time zone, as Europe/Helsinki is"),
        (mail and not is_server(settings["mail_server"]), "mail_server", "is not host:port"),
        (mail and "@" not in parseaddr(settings["mail_from"])[1], "mail_from", "holds no address, as Workspace <workspace@example.org> does"),
        (settings["mail_security"] not in MAIL_SECURITY, "mail_security", f"is none of {', '.join(MAIL_SECURITY)}"),
        (not 70 <= settings["recall_retention"] <= 97, "recall_retention", "is not between 70 and 97"),
        *((settings[name] < number, name, f"is less than {number}") for name, number in least.items()),
    )
    return [f"LTI_TOOL_{name.upper()} {what}." for is_wrong, name, what in checks if is_wrong]


def is_zone(name):
    try:
        return bool(ZoneInfo(name))
    except (LookupError, OSError, ValueError):
        return False


def is_server(text):
    try:
        place = urlsplit(f"//{text}")
        return bool(place.hostname) and place.port != 0 and place.netloc == text and not place.username
    except ValueError:
        return False


def unsafe(settings):
    """One sentence for each value with which production must not start."""
    checks = (
        (len(settings["secret_key"]) < SECRET_LENGTH,
         f"secret_key is missing or shorter than {SECRET_LENGTH} characters: set LTI_TOOL_SECRET_KEY to a long random text."),
        (settings["secret_key"] in {read("development")["secret_key"], read("testing")["secret_key"]},
         "secret_key is one that everybody can read in the source: set LTI_TOOL_SECRET_KEY to a long random text."),
        (not settings["public_url"].startswith("https://"),
         "public_url is not https: set LTI_TOOL_PUBLIC_URL to the address that people's browsers use."),
        (settings["debug"], "debug is on: it shows the program's inside to strangers."),
        (settings["demo"], "demo is on: it is for trials on one's own machine."),
    )
    return [sentence for wrong, sentence in checks if wrong]
