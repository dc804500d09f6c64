"""Employment now and then, where openings come from, and the exposure studies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.charts.axis import Table
from counselor_app.charts.bars import NOT_RANKED
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number, openings_words, told, value_words
from counselor_app.domain.occupation.outlook import Exposure, Outlook
from counselor_app.language import Said, _, joined, listed, pgettext

ROUNDED_PARTS = _("Each part is rounded on its own, so the parts do not add up exactly.")


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
    change = joined((value_words(outlook.change), f"({value_words(outlook.change_pct)})"))
    return EmploymentBars(
        base_year=outlook.base_year,
        target_year=outlook.target_year,
        base=base,
        projected=projected,
        base_text=number(base),
        projected_text=number(projected),
        change_text=change,
        high=max(base, projected) or 1.0,
        sentence=told(_employment_sentence(outlook, base, projected), outlook.base),
        table=Table(
            (pgettext("column", "Year"), pgettext("column", "Jobs")),
            (
                (str(outlook.base_year), number(base)),
                (str(outlook.target_year), number(projected)),
                (pgettext("row", "Change"), change),
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
        Step("exits", _("leave work altogether"), 0.0, exits, exits, value_words(outlook.exits)),
        Step(
            "transfers", pgettext("openings", "change occupation"), exits, leaving, transfers,
            value_words(outlook.transfers),
        ),
    ]  # fmt: skip
    rounded = round(yearly / 100) * 100
    if rounded:
        kind: Literal["growth", "decline"] = "growth" if yearly > 0 else "decline"
        label = pgettext("openings", "new jobs") if yearly > 0 else _("jobs go away")
        text = number(rounded, signed=True)
        steps.append(Step(kind, label, leaving, leaving + yearly, yearly, text))
    steps.append(Step("openings", _("openings a year"), 0.0, openings, openings, number(openings)))
    parts = joined((joined((s.text, s.label)) for s in steps[:-1]), ", ")
    said = _("{n} openings a year: {parts}.", n=number(openings), parts=parts)
    header = (pgettext("column", "Each year"), _("People or jobs"))
    note = "" if exits + transfers + rounded == openings else ROUNDED_PARTS
    return OpeningsSteps(
        steps=tuple(steps),
        high=max(max(s.start, s.end) for s in steps),
        sentence=told(joined((said, note)), outlook.openings),
        note=note,
        table=Table(header, tuple((s.label, s.text) for s in steps)),
    )


def strips(exposure: Sequence[Exposure]) -> Strips | None:
    """A strip a study, the studies without this occupation in words; None without any value."""
    rows = tuple(_strip(e) for e in exposure)
    if all(row.value is None and row.span is None for row in rows):
        return None
    cells = tuple(
        (
            joined((row.name, str(row.year)), ", "),
            row.text,
            NOT_RANKED if row.more_than is None else str(row.more_than),
        )
        for row in rows
    )
    return Strips(
        rows,
        joined(row.sentence for row in rows),
        Table(
            (
                pgettext("column", "Study"),
                _("Value on its own scale"),
                _("Higher than, of 100 jobs"),
            ),
            cells,
        ),
    )


def _strip(exposure: Exposure) -> Strip:
    figure, place = exposure.figure, exposure.place
    span = None
    if figure.number is None and figure.low is not None and figure.high is not None:
        span = figure.low, figure.high
    text = value_words(figure)
    if span:
        text = listed((number(value, 2) for value in span), "to")
    said: list[str] = [value_words(figure)]
    if exposure.whose and not span:
        said.append(exposure.whose)
    if place:
        said.append(_("higher than {n} of 100 jobs", n=place.more_than))
    sentence = _(
        "{study} {year}: {values}.",
        study=exposure.name, year=exposure.year, values=joined(said, ", "),
    )  # fmt: skip
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
        sentence=sentence,
        figure=figure,
    )


def _employment_sentence(outlook: Outlook, base: float, projected: float) -> Said:
    said = _change_sentence(outlook, base, projected)
    openings = outlook.openings.number
    if openings is None:
        return _("{change}.", change=said)
    return _("{change}; {n} openings a year.", change=said, n=openings_words(openings))


def _change_sentence(outlook: Outlook, base: float, projected: float) -> Said:
    change = outlook.change.number
    if change is None:
        change = projected - base
    jobs, by, year = number(base), number(abs(change)), outlook.target_year
    if change == 0:
        return _("{n} jobs, about the same in {year}", n=jobs, year=year)
    if change < 0:
        return _("{n} jobs fall by {change} by {year}", n=jobs, change=by, year=year)
    return _("{n} jobs grow by {change} by {year}", n=jobs, change=by, year=year)
