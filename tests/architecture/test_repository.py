"""What may stand in the repository: no registry, no machine's path, no file that is too long, nothing put off."""
import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300
BINARY = (".png", ".ico", ".woff2")
# Put together here, because this file is in the repository too.
HOSTS = ["registry" + ".npmjs", "pypi" + ".org", "python" + "hosted.org", "np" + "mjs.com", "regis" + "try.yarnpkg"]
PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/"]
PUT_OFF = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
NOT_RUN = ["mark.sk" + "ip", "pytest.sk" + "ip", "importor" + "skip", "xf" + "ail", "unittest.sk" + "ip", "test.sk" + "ip("]


@cache
def tracked():
    """path -> text of every file that git knows and that is still there."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in names if name and not name.endswith(BINARY) and (ROOT / name).is_file()}


def lines_with(words, files=None):
    return [f"{name}:{number}: {line.strip()[:120]}" for name, text in tracked().items() if files is None or files(name)
            for number, line in enumerate(text.splitlines(), 1) if any(word in line for word in words)]


def test_no_file_names_a_registry():
    assert lines_with(HOSTS) == []


def test_no_file_names_a_path_of_somebodys_machine():
    assert lines_with(PATHS) == []


def test_nothing_is_put_off():
    assert lines_with(PUT_OFF) == []


def test_every_test_is_run():
    assert lines_with(NOT_RUN) == []


def test_pins_have_hashes_and_name_no_place():
    assert "uv.lock" not in tracked()
    for name, text in tracked().items():
        if re.fullmatch(r"config/pins/\w+\.txt", name):
            pins = re.findall(r"^[a-z0-9].*", text, re.M)
            assert pins, name
            assert text.count("--hash=sha256:") >= len(pins)
            assert all("==" in pin and "://" not in pin for pin in pins), name
            assert not re.search(r"^--?(index|find|extra)", text, re.M), name


def test_the_lock_of_the_front_end_says_what_and_not_where_from():
    lock = json.loads(tracked()["lti_tool/frontend/package-lock.json"])
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert not any("resolved" in package for package in packages.values())
    assert all(package.get("integrity") for package in packages.values())
    settings = tracked()["lti_tool/frontend/.npmrc"]
    assert "omit-lockfile-registry-resolved=true" in settings and "ignore-scripts=true" in settings


def test_third_party_code_and_what_is_built_are_not_in_the_repository():
    assert [name for name in tracked() if re.search(r"node_modules/|static/dist/|\.mo$|\.min\.|\.egg-info|\.pyc$", name)] == []


def test_files_are_short_enough_to_be_read():
    made = ("lti_tool/migrations/versions/", "lti_tool/translations/", "lti_tool/frontend/package-lock.json", "lti_tool/boards/designs/")
    lengths = {name: text.count("\n") for name, text in tracked().items() if name.startswith("lti_tool/") and not name.startswith(made)}
    assert {name: length for name, length in lengths.items() if length >= LONGEST} == {}


def test_every_module_says_what_it_is_for():
    without = [name for name, text in tracked().items() if name.endswith(".py") and text.strip() and not name.startswith("lti_tool/migrations/versions/")
               and not re.match(r'(#!.*\n)?r?"""\S', text)]
    assert without == []


@pytest.mark.parametrize("name", ["LICENSE", "README.md"])
def test_is_there_and_says_something(name):
    assert len(tracked()[name].strip()) > 200


def test_the_licence_is_the_one_that_the_project_names():
    assert 'license = "EUPL-1.2"' in tracked()["pyproject.toml"]
    assert re.search(r"EUROPEAN UNION PUBLIC LICEN[CS]E|European Union Public Licence", tracked()["LICENSE"])
