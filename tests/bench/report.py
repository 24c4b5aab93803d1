"""Writes what was measured: figures.json for programs, figures.md for people."""
import json
from datetime import date

HEAD = ("what", "ours: median (least–most)", "floor of the same run", "ratio", "to be reached", "reached", "other systems, November 2026")


def table(figures) -> str:
    rows = [HEAD, ["---"] * len(HEAD), *(figure.cells() for figure in figures)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def write(folder, figures, about: dict, quick: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    known = {"date": str(date.today()), "quick": quick, "machine": about, "figures": [figure.as_dict() for figure in figures]}
    (folder / "figures.json").write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    told = ", ".join(f"{name} {value}" for name, value in about.items())
    explained = "\n".join(f"- **{figure.what}**: {figure.how}" for figure in figures if figure.how)
    text = f"Measured {date.today()} by `python3 dev.py bench{' --quick' if quick else ''}`: {told}.\n\n{table(figures)}\n\n{explained}\n"
    (folder / "figures.md").write_text(text, encoding="utf-8")
