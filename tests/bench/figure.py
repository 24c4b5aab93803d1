"""One row of the table: what was measured, its floor of the same run, what other systems need, and what is to be reached."""
import statistics
from dataclasses import asdict, dataclass, field


def quantile(values, share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def short(number: float) -> str:
    if number == int(number) and abs(number) < 100:
        return str(int(number))
    if number and abs(number) < 10:
        return f"{number:.2f}".rstrip("0").rstrip(".") if abs(number) >= 0.005 else f"{number:.2g}"
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.1f}"


def spread(values, unit: str) -> str:
    """Median with least and most; a single value as it is."""
    if not values:
        return "none"
    said = f"{short(statistics.median(values))} {unit}".strip()
    return said if len(values) == 1 else f"{said} ({short(min(values))}–{short(max(values))})"


@dataclass
class Figure:
    what: str
    values: list
    unit: str
    target: str
    reached: bool
    said: str = ""  # what the values come to beyond their median, as "p95 41 ms, worst 88 ms"
    floor: list = field(default_factory=list)
    floor_is: str = ""  # what the floor is
    floor_unit: str = ""
    ratio: float | None = None  # ours to the floor, where the ratio binds
    peers: str = ""
    how: str = ""  # one sentence: what exactly was measured

    @property
    def median(self) -> float:
        return statistics.median(self.values) if self.values else 0.0

    def as_dict(self) -> dict:
        known = asdict(self)
        for name in ("values", "floor"):
            values = known.pop(name)
            known[name] = {"median": statistics.median(values), "min": min(values), "max": max(values), "runs": len(values)} if values else None
        return known

    def cells(self) -> list[str]:
        ours = spread(self.values, self.unit) + (f"; {self.said}" if self.said else "")
        floor = f"{self.floor_is}: {spread(self.floor, self.floor_unit or self.unit)}" if self.floor else "–"
        return [self.what, ours, floor, "–" if self.ratio is None else f"{self.ratio:.2f}", self.target, "yes" if self.reached else "**no**",
                self.peers or "–"]
