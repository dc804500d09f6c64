"""A report off paper: facts, bars and what stands in columns become tables of figures.

Web page, workbook and table of figures are made of the same report in this form; it holds
prose, items, charts and tables alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counselor_app.language import _, joined, pgettext
from counselor_app.reports.parts import (
    Bar,
    Bars,
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Items,
    Part,
    Prose,
    Report,
    Section,
    Table,
    Text,
    mark_of,
    plain,
    table,
    words,
)

_WHAT = pgettext("column", "What")
_ANSWER = pgettext("column", "Answer")
_NONE_GIVEN = pgettext("report", "none given")
_SEE_ABOVE = pgettext("report", "see above")
INTERVAL = pgettext("column", "95% interval")


def tabled(report: Report) -> Report:
    """The report with every figure in a table; what is about a drawing alone is left out."""
    sections = (
        replace(section, title=_title(section), parts=tuple(_parts(section, report)), columns=())
        for section in report.sections
    )
    return replace(report, sections=tuple(sections))


def _title(section: Section) -> str:
    return joined((section.title, f"({section.code})")) if section.code else section.title


def section_tables(report: Report) -> Iterator[tuple[Section, Table]]:
    """Every table of a `tabled` report with its section, in order."""
    for section in report.sections:
        yield from ((section, part) for part in section.parts if isinstance(part, Table))


def _parts(section: Section, report: Report) -> Iterator[Part]:
    common = mark_of(section.finding)
    if section.columns:
        yield from _compared(section, report)
    for part in section.parts:
        if isinstance(part, Facts):
            yield from _facts(part, common)
        elif isinstance(part, Bars):
            yield _bars(part)
        elif isinstance(part, Chart):
            yield from _chart(part)
        elif isinstance(part, Items) and part.column is not None and len(part.items) > 1:
            columns = (pgettext("column", "Line"), part.column)
            rows = [(str(n), words(text)) for n, text in enumerate(part.items, start=1)]
            yield table(part.name, columns, rows)
        elif not isinstance(part, Prose) or part.look != "drawing":
            yield part


def _chart(part: Chart) -> Iterator[Part]:
    if part.width:
        yield replace(part, tables=())
    yield from part.tables


def _facts(part: Facts, common: int | None) -> Iterator[Part]:
    if part.form == "figures":
        heads = (
            pgettext("column", "Figure"), Column(pgettext("column", "Value"), mark=part.mark),
            pgettext("column", "About"),
        )  # fmt: skip
        yield table(part.name, heads, map(_figure, part.facts))
        return
    plainly = tuple(fact.text for fact in part.facts if not fact.label)
    if plainly:
        yield Prose(plainly)
    rows = [(fact.label, Cell(fact.text, fact.unit)) for fact in part.facts if fact.label]
    if rows:
        yield table(part.name, (_WHAT, Column(_ANSWER, mark=common)), rows)


def _figure(fact: Fact) -> tuple[str | Cell, ...]:
    """A figure whose unit is known stays a number; "50" of "923 jobs" is none by itself."""
    label, value = fact.label, fact.text
    if fact.of and fact.unit:
        label = joined((label, fact.of), ", ")
    elif fact.of:
        value = (replace(value[0], text=joined((value[0].text, fact.of))), *value[1:])
    return label, Cell(value, fact.unit), joined((fact.about, fact.whose), "; ")


def _bars(part: Bars) -> Table:
    name, measure, *beside = part.columns
    ranked = any(bar.rank for bar in part.rows)
    shares = measure.unit == "percent"
    columns = [name, measure, *beside]
    if ranked:
        higher = _("Higher than, share of jobs")
        columns.append(Column(higher, _("percent of jobs"), measure.mark))
    if not beside and part.form != "few":
        columns.append(Column(INTERVAL, mark=measure.mark))
    rows = []
    for bar in part.rows:
        cells = [Cell(plain(bar.name)), Cell(plain(bar.text))]
        cells += [bar.beside] if beside and bar.beside else []
        cells += [Cell(plain(bar.share or bar.rank))] if ranked else []
        if len(cells) < len(columns):
            cells.append(Cell(plain(_interval(bar, shares))))
        rows.append(cells)
    return table(part.name, columns, rows)


def _interval(bar: Bar, shares: bool) -> str:
    said: str = pgettext("interval", "none published") if shares else pgettext("interval", "none")
    if bar.interval is not None:
        form = "{:.0f}%" if shares else "{:.2f}"
        low, high = (form.format(end).replace("-", "−") for end in bar.interval)
        said = _("{low} to {high}", low=low, high=high)
    return joined((said, pgettext("report", "low precision")), "; ") if bar.low_precision else said


def _compared(section: Section, report: Report) -> Iterator[Part]:
    """What each occupation has, a named line each; who has no figure says why in its place."""
    mark = mark_of(section.finding)
    lines = [_lines(column) for column in section.columns]
    names = list(dict.fromkeys(name for line in lines for name in line))
    if len(names) > 1 and _ANSWER in names:
        names.remove(_ANSWER)
        lines = [{names[0]: line[_ANSWER], **line} if _ANSWER in line else line for line in lines]
    rows: list[tuple[str | Cell, ...]] = [
        (name, *(line.get(name, Cell(plain(_SEE_ABOVE if i else _NONE_GIVEN))) for line in lines))
        for i, name in enumerate(names)
    ]
    heads = [Column(joined((title, f"({code})")), mark=mark) for title, code in report.heads]
    drawn = [(head, part) for head, column in zip(report.heads, section.columns, strict=True)
             for part in column]  # fmt: skip
    yield from (part for _, part in drawn if isinstance(part, Chart) and part.width)
    if rows:
        yield table(section.title, [Column(_WHAT), *heads], rows)
    for (title, _code), part in drawn:
        if isinstance(part, Bars):
            yield _bars(replace(part, name=joined((section.title, title))))


def _lines(column: Sequence[Part]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for fact in (fact for part in column if isinstance(part, Facts) for fact in part.facts):
        name = fact.label or _ANSWER
        text: Text = fact.text
        if name in found:
            text = plain(joined((words(found[name].text), words(text)), "; "))
        found[name] = Cell(text, fact.unit)
    return found
