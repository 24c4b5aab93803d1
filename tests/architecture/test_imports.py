"""Rooms stand on the rooms below them: the contracts of pyproject.toml hold, and they do catch what they are for."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BAD = {  # where -> what must not be imported there, and the contract that says so
    "live/notifier.py": ("from ..boards import Note", "Rooms stand on the rooms below them"),
    "web/text.py": ("import lti_tool.people.person", "Rooms stand on the rooms below them"),
    "db/sorting.py": ("from lti_tool.app import create_app", "Rooms stand on the rooms below them"),
    "boards/note.py": ("import pylti1p3.registration", "Only lti knows pylti1p3"),
}


def lint(folder):
    """What import-linter says about the package in that folder."""
    ran = subprocess.run([sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())", "--no-cache"],
                         cwd=folder, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_no_room_imports_from_above():
    code, said = lint(ROOT)
    assert code == 0, said
    assert re.search(r"(\d+) kept, 0 broken", said), said


def test_every_room_is_in_the_contract():
    rooms = {path.stem for path in (ROOT / "lti_tool").iterdir() if (path / "__init__.py").exists() or path.suffix == ".py"} - {"__init__"}
    said = set(re.findall(r"lti_tool\.(\w+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2].partition("]")[0]))
    assert said == rooms


def test_imports_from_above_are_caught(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "lti_tool", tmp_path / "lti_tool", ignore=shutil.ignore_patterns("frontend", "static", "__pycache__", "translations"))
    for file, (line, _contract) in BAD.items():
        with (tmp_path / "lti_tool" / file).open("a", encoding="utf-8") as source:
            source.write(f"\n{line}\n")
    code, said = lint(tmp_path)
    assert code != 0
    for file, (_line, contract) in BAD.items():
        assert f"lti_tool.{file.removesuffix('.py').replace('/', '.')} -> " in said, said
        assert re.search(f"{contract}.* BROKEN", said), said
