"""The settings, and whether the program is whole."""
from flask import current_app

from ...settings import HERE, unsafe
from ...web.assets import NotBuilt, read_manifest
from ..finding import bad, good, look

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def look_at_settings():
    """What would not start is not seen here: the program says that itself, before any command."""
    config = current_app.config
    plain = {name.lower(): value for name, value in config.items()}
    found = []
    if config["ENVIRONMENT"] != "production":
        found.append(look("settings", f"The environment is {config['ENVIRONMENT']}, whose settings are for trials.", "Take LTI_TOOL_ENVIRONMENT away where people work."))
        found += [look("settings", sentence, "In production the program would not start with it.") for sentence in unsafe(plain)]
    if config["PUBLIC_URL"].startswith("https:") and not config["PROXY_HOPS"]:
        found.append(look("settings", "public_url is https, but no reverse proxy is announced; the tool itself speaks only http.",
                          "Put a proxy with TLS before it, and set LTI_TOOL_PROXY_HOPS=1."))
    if config["PROXY_HOPS"] and config["HOST"] not in LOOPBACK:
        found.append(look("settings", f"The server listens on {config['HOST']} and believes what proxies say (proxy_hops).",
                          "See that nobody but the proxy reaches that port: by LTI_TOOL_HOST=127.0.0.1, a firewall, or a network of its own."))
    if config["PROXY_HOPS"] > 2:
        found.append(look("settings", f"{config['PROXY_HOPS']} reverse proxies are announced, which is a lot.", "Count them: a header of a stranger must not be believed."))
    if not config["HELP_CONTACT"]:
        found.append(look("settings", "Nobody is named whom people can ask for help.", "Set LTI_TOOL_HELP_CONTACT."))
    if not (config["HELP_CONTACT"] or config["PRIVACY_CONTACT"]):
        found.append(look("settings", "The privacy notice names nobody, unless a platform's own people have said it.", "Set LTI_TOOL_PRIVACY_CONTACT."))
    if not config["RETENTION_MONTHS"]:
        found.append(look("settings", "Courses are kept without an end, unless somebody said otherwise for theirs.", "Set LTI_TOOL_RETENTION_MONTHS."))
    yield from found or [good("settings", f"The settings are safe, and fit {config['PUBLIC_URL']}.")]


def look_at_program():
    try:
        read_manifest()
    except NotBuilt as error:
        yield bad("program", "The front end was not built: pages cannot be shown.", str(error))
        return
    missing = [language for language in current_app.config["LANGUAGES"]
               if language != "en" and not (HERE / "translations" / language / "LC_MESSAGES" / "messages.mo").exists()]
    if missing:
        yield bad("program", f"The translations were not built: {', '.join(missing)}.", "Install the wheel, or run `python3 config/build_hook.py` in the clone.")
    else:
        yield good("program", "The program is whole.")
