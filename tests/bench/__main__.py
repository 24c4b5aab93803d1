"""python3 dev.py bench [--quick] [--out FOLDER] [row ...]: measures, and writes a table and its figures."""
import argparse
import importlib
import os
import platform
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from .report import write

ROOT = Path(__file__).resolve().parents[2]
ROWS = ("seen", "viewers", "presence", "arrivals", "page", "board", "wall", "launch", "writers", "voters", "kills", "dying", "cuts", "acts", "search")
VERSIONS = ("flask", "sqlalchemy", "uvicorn", "uvloop", "httptools", "pylti1p3", "playwright")


class Bench:
    """What a row needs: a folder of its own, whether it is to hurry, and where to say how far it has come."""

    def __init__(self, folder: Path, quick: bool):
        self.folder, self.quick = folder, quick

    def say(self, words: str) -> None:
        print(f"    {words}", flush=True)


def machine() -> dict:
    with open("/proc/cpuinfo") as told:
        model = next((line.partition(":")[2].strip() for line in told if line.startswith("model name")), platform.machine())
    return {"processor": model, "cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version(),
            "load at the start": round(os.getloadavg()[0], 2), **{name: version(name) for name in VERSIONS}}


def main():
    options = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    options.add_argument("rows", nargs="*", metavar="row", help=f"only these: {', '.join(ROWS)}")
    options.add_argument("--quick", action="store_true", help="fewer runs: about two minutes")
    options.add_argument("--out", type=Path, default=ROOT / ".data" / "bench", help="where the results are put")
    chosen = options.parse_args()
    if unknown := set(chosen.rows) - set(ROWS):
        options.error(f"there is no row called {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    figures, about, began = [], machine(), time.monotonic()
    for name in chosen.rows or ROWS:
        print(f"{name} ...", flush=True)
        with tempfile.TemporaryDirectory(prefix="lti-tool-bench-") as folder:
            for figure in importlib.import_module(f".{name}", __package__).measure(Bench(Path(folder), chosen.quick)):
                figures.append(figure)
                print(f"  {'reached ' if figure.reached else 'NOT YET '} " + " | ".join(figure.cells()[:4]), flush=True)
    about["minutes"] = round((time.monotonic() - began) / 60, 1)
    write(chosen.out, figures, about, chosen.quick)
    print(f"\n{sum(figure.reached for figure in figures)} of {len(figures)} reached, in {about['minutes']} minutes: {chosen.out}")


if __name__ == "__main__":
    sys.exit(main())
