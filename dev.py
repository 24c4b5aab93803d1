#!/usr/bin/env python3
"""Sets everything up and starts it:

    python3 dev.py run  [--fresh]        the tool, a demo learning platform and a demo course
    python3 dev.py test [pytest options] every test, on SQLite and PostgreSQL, in a browser too
    python3 dev.py bench [--quick]       how quick and how safe it is, each figure beside its floor of the same run

Needs Python 3.11+ with pip, and git. Standard library only, because nothing is installed yet when it starts.
"""
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / ".tools"
PINS = ROOT / "config" / "pins"
MADE_FROM = {
    "front end and translations": [ROOT / "lti_tool" / "frontend", ROOT / "lti_tool" / "translations", ROOT / "config" / "build_hook.py"],
}


def run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, **options)


def find_uv():
    """uv from the machine, else from PyPI into .tools: pip's --target works where venv and plain installs do not (Debian 12)."""
    if found := shutil.which("uv"):
        return found
    if not (TOOLS / "bin" / "uv").exists():
        print("Setting up (first time only) ...", flush=True)
        run(sys.executable, "-m", "pip", "install", "--quiet", "--root-user-action=ignore", "--target", TOOLS, "uv>=0.9,<1")
    return TOOLS / "bin" / "uv"


def fingerprint(paths):
    """What the given files and folders hold, as one short text."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            inner = file.relative_to(ROOT).as_posix()
            if file.is_file() and "node_modules" not in inner and not inner.endswith((".mo", ".pyc")):
                digest.update(inner.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def once(name, inputs, act):
    """Does `act` unless it was already done for exactly these inputs."""
    stamp = VENV / f"made-{name}"
    now = fingerprint(inputs)
    if not stamp.exists() or stamp.read_text() != now:
        act()
        stamp.write_text(now)


def node_is_here():
    node = shutil.which("node") and shutil.which("npm")
    if not node:
        return False
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip().lstrip("v")
    return version.split(".")[0].isdigit() and int(version.split(".")[0]) >= 18


def install(pins):
    uv = find_uv()
    if not PYTHON.exists():
        run(uv, "venv", "--quiet", "--python", sys.executable, VENV, env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"})
    files = [PINS / f"{pins}.txt"] + ([] if node_is_here() else [PINS / "node.txt"])

    def install_pins():
        for file in files:
            run(uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON, "--require-hashes", "-r", file)

    def install_project():
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, "--no-build-isolation", "--no-deps", "-e", ROOT)

    once(f"pins-{pins}", files, install_pins)
    once("project", [ROOT / "pyproject.toml"], install_project)
    once("built", MADE_FROM["front end and translations"], lambda: run(PYTHON, ROOT / "config" / "build_hook.py"))


def path_of_chromium():
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


# What the browser tests need of the machine: whether it is there, and Debian's packages for it. libatomic is for Playwright's driver.
OF_THE_MACHINE = {
    "Chromium": (path_of_chromium, ["chromium", "fonts-liberation"]),
    "libatomic": (lambda: ctypes.util.find_library("atomic"), ["libatomic1"]),
}


def find_chromium():
    """The path of Chromium. Installs Debian's packages where this user may; else says what is missing and stops."""
    missing = {name: packages for name, (find, packages) in OF_THE_MACHINE.items() if not find()}
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing {' and '.join(missing)} for the browser tests ...", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *sum(missing.values(), [])], env=quiet, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        missing = {name: packages for name, (find, packages) in OF_THE_MACHINE.items() if not find()}
    if missing:
        sys.exit(f"The browser tests need {' and '.join(missing)}, and this machine has it not. Install it "
                 f"(Debian: apt-get install {' '.join(sum(missing.values(), []))}), then run this again.")
    return path_of_chromium()


def main():
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed.")
    command, *rest = sys.argv[1:] or ["run"]
    if command == "run":
        install("run")
        os.execv(PYTHON, [str(PYTHON), "-m", "demo", *rest])
    if command == "test":
        chromium = find_chromium()
        install("test")
        workers = [] if any(word.startswith(("-n", "-p", "--pdb")) for word in rest) else ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
        environment = {**os.environ, "CHROMIUM": chromium}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # pytest writes each assertion anew: half a minute of every worker's time, unless it is kept
        os.execve(PYTHON, [str(PYTHON), "-m", "pytest", *workers, *rest], environment)
    if command == "bench":
        chromium = find_chromium()
        install("test")
        os.execve(PYTHON, [str(PYTHON), "-m", "tests.bench", *rest], {**os.environ, "CHROMIUM": chromium})
    sys.exit(__doc__)


if __name__ == "__main__":
    main()
