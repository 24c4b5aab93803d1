"""Addresses of built files: their names carry a hash of their content, so browsers keep them for ever."""
import json
from pathlib import Path

from flask import current_app

STATIC = Path(__file__).resolve().parent.parent / "static"


class NotBuilt(RuntimeError):
    """The front end was not built. `python3 dev.py run` does it."""


def read_manifest() -> dict[str, str]:
    file = STATIC / "dist" / "manifest.json"
    if not file.exists():
        raise NotBuilt("lti_tool/static/dist is missing: build the front end with `python3 dev.py run` or `npm run build` in lti_tool/frontend")
    return json.loads(file.read_text(encoding="utf-8"))


def asset(name: str) -> str:
    """The address of a built file, as `asset('app.css')`."""
    app = current_app
    if "assets" not in app.extensions or app.config["DEBUG"]:
        app.extensions["assets"] = read_manifest()
    return f"/static/dist/{app.extensions['assets'][name]}"


def register_assets(app) -> None:
    app.jinja_env.globals["asset"] = asset
