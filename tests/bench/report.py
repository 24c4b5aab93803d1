"""Writes what was measured: figures.json for programs, figures.md for people (docs/figures.md is a copy of it)."""
import json
from datetime import date

HEAD = ("what", "ours: median (least–most)", "floor of the same run", "ratio", "to be reached", "reached", "other systems, November 2026")
INTRODUCTION = """# Figures

How quick, how small and how safe it is, as `python3 dev.py bench` measures it: the tool as `lti-tool serve` runs it, in a process of its own over an
SQLite file that waits for the disk at each commit, on loopback; real headless Chromium where it is about what people see. Each figure stands beside its
floor, measured in the same run: where there is one, the ratio is what counts, because it says the same on a busy machine. The reasons are in
[decisions/004-speed.md](decisions/004-speed.md). Measure anew with `python3 dev.py bench` and copy `.data/bench/figures.md` here.
"""


def table(figures) -> str:
    rows = [HEAD, ["---"] * len(HEAD), *(figure.cells() for figure in figures)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def listed(lines, otherwise: str) -> str:
    return "\n".join(f"- {line}" for line in lines) or otherwise


def write(folder, figures, about: dict, quick: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    known = {"date": str(date.today()), "quick": quick, "machine": about, "figures": [figure.as_dict() for figure in figures]}
    (folder / "figures.json").write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    run = f"Measured on {date.today()} with `python3 dev.py bench{' --quick' if quick else ''}`: " + ", ".join(f"{name} {value}" for name, value in about.items())
    short = listed([f"**{figure.what}**: {figure.cells()[1]}, wanted {figure.target}." for figure in figures if not figure.reached], "Nothing in this run.")
    how = listed([f"**{figure.what}**: {figure.how}" for figure in figures if figure.how], "")
    text = f"{INTRODUCTION}\n{run}.\n\n{table(figures)}\n\n## What falls short\n{short}\n\n## What exactly was measured\n{how}\n"
    (folder / "figures.md").write_text(text, encoding="utf-8")
