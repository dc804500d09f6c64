"""Employment now and then, where openings come from, and the exposure studies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.charts.axis import Table
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number, openings_words, told, value_words
from counselor_app.domain.occupation.outlook import Exposure, Outlook

ROUNDED_PARTS = "Each part is rounded on its own, so the parts do not add up exactly."


@dataclass(frozen=True, slots=True)
class EmploymentBars:
    """Jobs in the base and the target year, both drawn from 0 to ``high``; persons."""

    base_year: int
    target_year: int
    base: float
    projected: float
    base_text: str
    projected_text: str
    change_text: str
    high: float
    sentence: str
    table: Table


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the yearly openings, drawn from ``start`` to ``end``; jobs a year."""

    kind: Literal["exits", "transfers", "growth", "decline", "openings"]
    label: str
    start: float
    end: float
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class OpeningsSteps:
    """People leaving work + people changing occupation + change in jobs = openings a year.

    ``note`` says so where the printed parts, each rounded on its own, do not add up; else "".
    """

    steps: tuple[Step, ...]
    high: float
    sentence: str
    note: str
    table: Table


@dataclass(frozen=True, slots=True)
class Strip:
    """One study in its own order and scale: every occupation's value, and this one's.

    ``value`` is None where the study has several values for the occupation: ``span`` is then
    their range. ``percentile`` and ``more_than`` are None then too. Both are None where the
    study does not have the occupation; ``text`` says so.
    """

    study: str
    name: str
    year: int
    meaning: str
    values: tuple[float, ...]
    value: float | None
    span: tuple[float, float] | None
    text: str
    percentile: float | None
    more_than: int | None
    sentence: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Strips:
    """The studies one below another; they are never averaged."""

    rows: tuple[Strip, ...]
    sentence: str
    table: Table


def employment_bars(outlook: Outlook) -> EmploymentBars | None:
    """The two bars, None where either number is not published."""
    base, projected = outlook.base.number, outlook.projected.number
    if base is None or projected is None:
        return None
    change, percent = value_words(outlook.change), value_words(outlook.change_pct)
    return EmploymentBars(
        base_year=outlook.base_year,
        target_year=outlook.target_year,
        base=base,
        projected=projected,
        base_text=number(base),
        projected_text=number(projected),
        change_text=f"{change} ({percent})",
        high=max(base, projected) or 1.0,
        sentence=told(
            f"{_change_sentence(outlook, base, projected)}{_openings_words(outlook)}.",
            outlook.base,
        ),
        table=Table(
            ("Year", "Jobs"),
            (
                (str(outlook.base_year), number(base)),
                (str(outlook.target_year), number(projected)),
                ("Change", f"{change} ({percent})"),
            ),
        ),
    )


def openings_steps(outlook: Outlook) -> OpeningsSteps | None:
    """The steps, None where a part is not published or there is nothing to draw."""
    exits, transfers = outlook.exits.number, outlook.transfers.number
    openings, change = outlook.openings.number, outlook.change.number
    if exits is None or transfers is None or openings is None or change is None or openings <= 0:
        return None
    yearly = change / (outlook.target_year - outlook.base_year)
    leaving = exits + transfers
    steps = [
        Step("exits", "leave work altogether", 0.0, exits, exits, value_words(outlook.exits)),
        Step(
            "transfers", "change occupation", exits, leaving, transfers,
            value_words(outlook.transfers),
        ),
    ]  # fmt: skip
    rounded = round(yearly / 100) * 100
    if rounded:
        kind: Literal["growth", "decline"] = "growth" if yearly > 0 else "decline"
        label = "new jobs" if yearly > 0 else "jobs go away"
        text = number(rounded, signed=True)
        steps.append(Step(kind, label, leaving, leaving + yearly, yearly, text))
    steps.append(Step("openings", "openings a year", 0.0, openings, openings, number(openings)))
    parts = ", ".join(f"{s.text} {s.label}" for s in steps[:-1])
    note = "" if exits + transfers + rounded == openings else ROUNDED_PARTS
    return OpeningsSteps(
        steps=tuple(steps),
        high=max(max(s.start, s.end) for s in steps),
        sentence=told(
            f"{number(openings)} openings a year: {parts}. {note}".strip(), outlook.openings
        ),
        note=note,
        table=Table(("Each year", "People or jobs"), tuple((s.label, s.text) for s in steps)),
    )


def strips(exposure: Sequence[Exposure]) -> Strips | None:
    """A strip a study, the studies without this occupation in words; None without any value."""
    rows = tuple(_strip(e) for e in exposure)
    if all(row.value is None and row.span is None for row in rows):
        return None
    cells = tuple(
        (
            f"{row.name}, {row.year}",
            row.text,
            "not ranked" if row.more_than is None else str(row.more_than),
        )
        for row in rows
    )
    return Strips(
        rows,
        " ".join(row.sentence for row in rows),
        Table(("Study", "Value on its own scale", "Higher than, of 100 jobs"), cells),
    )


def _strip(exposure: Exposure) -> Strip:
    figure, place = exposure.figure, exposure.place
    span = None
    if figure.number is None and figure.low is not None and figure.high is not None:
        span = figure.low, figure.high
    text = value_words(figure)
    if span:
        text = " to ".join(number(value, 2) for value in span)
    said = f"{exposure.name} {exposure.year}: {value_words(figure)}"
    if figure.about and not span:
        said += f", {figure.about.removesuffix('.')}"
    if place:
        said += f", higher than {place.more_than} of 100 jobs"
    return Strip(
        study=exposure.study,
        name=exposure.name,
        year=exposure.year,
        meaning=exposure.meaning,
        values=exposure.strip,
        value=figure.number,
        span=span,
        text=text,
        percentile=place.percentile if place else None,
        more_than=place.more_than if place else None,
        sentence=said + ".",
        figure=figure,
    )


def _change_sentence(outlook: Outlook, base: float, projected: float) -> str:
    change = outlook.change.number
    if change is None:
        change = projected - base
    if change == 0:
        return f"{number(base)} jobs, about the same in {outlook.target_year}"
    verb = "fall" if change < 0 else "grow"
    return f"{number(base)} jobs {verb} by {number(abs(change))} by {outlook.target_year}"


def _openings_words(outlook: Outlook) -> str:
    openings = outlook.openings.number
    return f"; {openings_words(openings)} openings a year" if openings is not None else ""
