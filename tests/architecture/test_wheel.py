"""The wheel: built without a network, put into a clean place, and launched there from a learning platform."""
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "lti_tool/"
INSIDE = ["templates/base.html", "templates/boards/show.html", "config/default.toml", "boards/templates/swot.toml", "static/dist/manifest.json", "migrations/env.py",
          "migrations/versions/001_the_first_tables.py", "translations/fi/LC_MESSAGES/messages.mo", "translations/sv/LC_MESSAGES/messages.mo"]
# What somebody does who has only the wheel and what it needs. Nothing of the checkout is in reach.
LAUNCH = """
import re, sys
from pathlib import Path

import lti_tool
assert Path(lti_tool.__file__).is_relative_to(sys.argv[1]), lti_tool.__file__
from lti_tool import create_app
from lti_tool.db import db
from lti_tool.db.migrating import newest, present, upgrade
from tests.support.boards import make_board
from tests.support.cast import AINO
from tests.support.platform import LearningPlatform
from tests.support.visitor import Visitor

app = create_app(environment="production", public_url="https://tool.example", database_url=f"sqlite:///{sys.argv[2]}/tool.db",
                 secret_key="a-secret-of-a-wheel-that-nobody-else-knows")
with app.app_context():
    upgrade(db.engine)
    assert present(db.engine) == newest()
platform = LearningPlatform()
platform.register(app)
board = make_board(app, lambda person: Visitor(app, platform, person).launch())
aino = Visitor(app, platform, AINO).launch()
note = board.note(aino, "Paketista lähetetty")
pages = {language: Visitor(app, platform, AINO._replace(locale=language)).launch().open(board.path) for language in ("fi", "sv", "en")}
assert all(page.status == 200 and "Paketista lähetetty" in page.text for page in pages.values())
assert len({page.words("main") for page in pages.values()}) == 3, "the pages speak one language only"
for address in re.findall(r'(?:src|href)="(/static/[^"#]+)', pages["fi"].html):
    assert aino.open(address).status == 200, address
for outside in ("demo", "tests.boards"):
    assert importlib.util.find_spec(outside) is None, outside
print("launched")
"""


def hook():
    spec = importlib.util.spec_from_file_location("build_hook", ROOT / "config" / "build_hook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from the checkout, in which `dev.py` has built the front end; npm would need a network."""
    place = tmp_path_factory.mktemp("wheel")
    checkout = place / "checkout"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".git", ".venv", ".tools", ".data", "node_modules", "__pycache__", "*.mo", "*.egg-info"))
    assert (checkout / "lti_tool/static/dist/manifest.json").exists(), "build the front end first: python3 dev.py test does it"
    hook().compile_translations(checkout)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)], cwd=checkout, check=True, capture_output=True,
                   env={**os.environ, "HATCH_BUILD_NO_HOOKS": "true"})
    found, = place.glob("*.whl")
    return found


def test_everything_that_is_needed_is_inside_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {PACKAGE + name for name in INSIDE} <= names
    assert {name for name in names if not name.startswith((PACKAGE, "lti_tool-"))} == set()
    wrong = ("demo/", "tests/", "frontend/", "node_modules", ".po", "__pycache__", ".db", ".data")
    assert [name for name in names if any(part in name for part in wrong)] == []
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.html")}
    assert {PACKAGE + name for name in templates} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_what_was_installed_from_it_is_launched(wheel, tmp_path):
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    zipfile.ZipFile(wheel).extractall(installed)  # what installing a wheel without compiled parts does
    shutil.copytree(ROOT / "tests" / "support", elsewhere / "tests" / "support", ignore=shutil.ignore_patterns("__pycache__"))
    (elsewhere / "tests" / "__init__.py").touch()
    # -S leaves out the .pth files, by which the checkout would be found.
    paths = [str(installed), str(elsewhere), sysconfig.get_path("purelib")]
    ran = subprocess.run([sys.executable, "-S", "-c", f"import importlib.util, sys; sys.path[:0] = {paths!r}\n{LAUNCH}", str(installed), str(tmp_path)],
                         cwd=elsewhere, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "launched"


def test_the_command_is_named_in_it(wheel):
    entry, = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("entry_points.txt")]
    assert "lti-tool = lti_tool.cli:main" in zipfile.ZipFile(wheel).read(entry).decode()
