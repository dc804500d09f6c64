"""Axes with round numbers, and the table behind a chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Table:
    """A chart as a table: one header row, rows of printed values or words."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A labeled place on an axis, in data units."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear axis from ``low`` to ``high`` in data units."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """Where ``value`` lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def nice_axis(low: float, high: float, label: Callable[[float], str], most: int = 10) -> Axis:
    """The axis around ``low`` to ``high`` with at most ``most`` steps of 1, 2 or 5 times 10^n.

    It starts and ends on a tick, and never below zero for values that are not.
    """
    if high <= low:
        margin = abs(low) * 0.1 or 1.0
        low, high = max(0.0, low - margin) if low >= 0 else low - margin, high + margin
    power = 10.0 ** floor(log10((high - low) / most))
    for step in (power, 2 * power, 5 * power, 10 * power, 20 * power):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first <= most:
            break
    ticks = tuple(Tick(i * step, label(i * step)) for i in range(first, last + 1))
    return Axis(ticks[0].value, ticks[-1].value, ticks)
