"""In which language an answer is: the person's own choice, then the launch's locale, then the browser."""
from flask import current_app, g, has_request_context, request
from flask_babel import Babel, get_locale

LANGUAGE_NAMES = {"fi": "suomi", "sv": "svenska", "en": "English"}


def known(language: str | None) -> str | None:
    """`language` (as "fi", "fi-FI" or "sv_fi") as one of ours, or None."""
    short = (language or "").replace("_", "-").split("-")[0].lower()
    return short if short in current_app.config["LANGUAGES"] else None


def choose_language() -> str:
    """Asks those who registered (a person's choice, a launch's locale), then the browser."""
    languages = current_app.config["LANGUAGES"]
    if has_request_context():
        for ask in current_app.extensions["language_choosers"]:
            if language := known(ask()):
                return language
        return request.accept_languages.best_match(languages) or languages[0]
    return languages[0]


def choose_time_zone() -> str:
    return (g.get("time_zone") if has_request_context() else None) or current_app.config["TIME_ZONE"]


def current_language() -> str:
    locale = get_locale()
    return locale.language if locale else current_app.config["LANGUAGES"][0]


def language_name(language: str) -> str:
    """The language's name in itself."""
    return LANGUAGE_NAMES.get(language, language)


def register_language(app) -> None:
    app.extensions["language_choosers"] = []
    Babel(app, default_locale=app.config["LANGUAGES"][0], locale_selector=choose_language, timezone_selector=choose_time_zone)
    app.jinja_env.globals.update(current_language=current_language, language_name=language_name, LANGUAGE_NAMES=LANGUAGE_NAMES)
