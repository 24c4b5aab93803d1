"""Settings: config/default.toml, then the environment's file, then LTI_TOOL_... variables. Says which values are unsafe in production."""
import os
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = ("production", "development", "testing")
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
    for name, default in settings.items():
        if (text := variables.get(f"LTI_TOOL_{name.upper()}")) is not None:
            settings[name] = parse(name, text, default)
    if unknown := given.keys() - settings.keys():
        raise WrongSetting(f"There is no setting called {', '.join(sorted(unknown))}.")
    settings |= given | {"environment": environment}
    settings["public_url"] = settings["public_url"].rstrip("/")
    if environment == "production" and (wrong := unsafe(settings)):
        raise UnsafeSettings("Not started, because these settings are not safe:\n" + "\n".join(f"- {line}" for line in wrong))
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
