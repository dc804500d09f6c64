"""A profile's sections as an outline."""

from __future__ import annotations

from collections.abc import Iterator

from counselor_app.reports.blocks import (
    BarsBlock,
    ExposureBlock,
    FactsBlock,
    InterestsBlock,
    ListBlock,
    OutlookBlock,
    PayBlock,
    RatingsBlock,
    RelatedBlock,
)
from counselor_app.reports.content import Profile
from counselor_app.reports.outline import (
    Cell,
    Column,
    Outline,
    Picture,
    Section,
    Table,
    mark_of,
    outlined,
    said,
    table,
    words,
)
from counselor_app.reports.parts import PrintedBars, Run, Text

_WIDE = 520.0
_HALF = 320.0
_HIGHER = "Higher than, share of jobs"
OUR_NAMES = "The names of the activities are ours."
AGREED = "No interval is given where all raters agreed or none is published."


def profile_outline(content: Profile) -> Outline:
    """The same sections, figures and notes as on the pages."""
    lead = tuple(text for text in (content.one.lead, content.one.also_called) if text)
    notes = tuple(note for column in content.note_columns for note in column)
    return outlined(content, lead, _sections(content), notes, content.code)


def _sections(content: Profile) -> Iterator[Section]:
    one, two = content.one, content.two
    if one.on_the_job:
        yield _lines("on-the-job", one.on_the_job)
    yield _key_figures(content)
    if one.pay:
        yield _pay(one.pay)
    if one.outlook:
        yield _outlook(one.outlook)
    if one.getting_in:
        yield _facts("getting-in", one.getting_in)
    if one.ratings:
        yield _ratings(one.ratings)
    if one.interests:
        yield _interests(one.interests)
    if two.like:
        yield _facts("like", two.like)
    if two.activities:
        yield _activities(two.activities)
    if two.tools:
        yield _facts("tools", two.tools)
    if two.knowledge:
        yield _bars("knowledge", two.knowledge, "Importance, 1 to 5")
    if two.styles:
        yield _bars("styles", two.styles, "Impact, −3 to +3")
    if two.education:
        yield _bars("education", two.education, "Share of people asked", "percent")
    if two.related:
        yield _related(two.related)
    if two.where:
        yield _bars("where", two.where, "Share of employees", "percent", beside="Median pay")
    if two.exposure:
        yield _exposure(two.exposure)


def _lines(section: str, block: FactsBlock) -> Section:
    """Lines without labels, numbered; one line alone as a paragraph."""
    texts = tuple(fact.text for fact in block.facts)
    if len(texts) == 1:
        return Section(section, block.kicker, sentences=texts)
    columns = ("Line", Column("What people do", mark=mark_of(texts[-1])))
    rows = [(str(place), words(text)) for place, text in enumerate(texts, start=1)]
    return Section(section, block.kicker, tables=(table(block.kicker, columns, rows),))


def _key_figures(content: Profile) -> Section:
    figures = content.one.key_figures
    pay = f"dollars {figures[0].label.removeprefix('median pay ')}"
    units = (pay, "employees", "percent", "openings a year", "zone, 1 to 5")
    rows = [
        (
            f"{f.label}, {f.unit}" if f.unit else f.label,
            Cell(f.value, unit, f.mark),
            "; ".join(filter(None, (f.note, f.whose))),
        )
        for f, unit in zip(figures, units, strict=True)
    ]
    made = table("Key figures", ("Figure", "Value", "About"), rows)
    return Section("key-figures", "Key figures", tables=(made,))


def _pay(pay: PayBlock) -> Section:
    chart = pay.chart
    mark, unit = mark_of(pay.finding), f"dollars {chart.unit}"
    ends = {0: "Place"}
    columns = [
        Column(ends.get(i, name), "" if i == 0 else unit, None if i == 0 else mark)
        for i, name in enumerate(chart.table.header)
    ]
    made = table(f"Pay, $ {chart.unit}", columns, chart.table.rows)
    employees = table(
        "Employees",
        ("Place", Column("Employees", "employees", mark)),
        [(row.label, row.sub.removesuffix(" employees")) for row in chart.rows if row.sub],
    )
    return Section(
        "pay",
        pay.kicker,
        pay.finding,
        pay.lines,
        pictures=(Picture("pay-bands", chart, chart.sentence, _WIDE),),
        tables=(made, employees) if employees.rows else (made,),
        notes=said(pay.note),
    )


def _outlook(outlook: OutlookBlock) -> Section:
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    if outlook.chart:
        mark = mark_of(outlook.sentence)
        header, *_ = outlook.chart.table.header
        columns = (header, Column("People or jobs", "a year", mark))
        tables = (table("Openings each year", columns, outlook.chart.table.rows),)
        pictures = (Picture("openings", outlook.chart, outlook.chart.sentence, _HALF),)
    return Section(
        "outlook",
        outlook.kicker,
        outlook.finding,
        (outlook.sentence,),
        pictures=pictures,
        tables=tables,
        notes=said(outlook.note) + said(outlook.chart.note if outlook.chart else ""),
    )


def _facts(section: str, block: FactsBlock) -> Section:
    named = [fact for fact in block.facts if fact.label]
    rows = [(f.label, Cell(words(f.text), mark=mark_of(f.text))) for f in named]
    common = mark_of(block.finding)
    made = table(block.kicker, ("What", Column("Answer", mark=common)), rows)
    plain = tuple(fact.text for fact in block.facts if not fact.label)
    return Section(section, block.kicker, block.finding, plain, tables=(made,) if rows else ())


def _ratings(ratings: RatingsBlock) -> Section:
    tables = tuple(
        _rated(group.title, group.bars, "Importance, 1 to 5", group.mark)
        for group in ratings.groups
    )
    notes = said(AGREED) if tables else ()
    return Section(
        "skills", ratings.kicker, ratings.finding, tables=tables, notes=notes + said(ratings.note)
    )


def _rated(name: str, bars: PrintedBars, measure: str, mark: int | None) -> Table:
    ranked = any(row.rank_text for row in bars.rows)
    rows = []
    for row in bars.rows:
        cells = [Cell(row.name), Cell(row.text)]
        cells += [Cell(row.rank_text.removesuffix(" of jobs"))] if ranked else []
        cells.append(
            Cell(_interval(row.interval) + ("; low precision" if row.low_precision else ""))
        )
        rows.append(cells)
    columns = [Column("Name"), Column(measure, measure.lower(), mark)]
    columns += [Column(_HIGHER, "percent of jobs", mark)] if ranked else []
    return table(name, [*columns, Column("95% interval", mark=mark)], rows)


def _interval(interval: tuple[float, float] | None) -> str:
    if interval is None:
        return "none"
    low, high = (f"{end:.2f}".replace("-", "−") for end in interval)
    return f"{low} to {high}"


def _interests(interests: InterestsBlock) -> Section:
    chart, mark = interests.chart, mark_of(interests.sentence)
    if chart is None:
        return Section("interests", interests.kicker, interests.finding, (interests.sentence,))
    _, measure, letter = chart.table.header
    columns = ("Interest", Column(measure, "interest, 1 to 7", mark), Column(letter, mark=mark))
    return Section(
        "interests",
        interests.kicker,
        interests.finding,
        (interests.sentence,),
        pictures=(Picture("hexagon", chart, chart.sentence, 280.0),),
        tables=(table("Interests", columns, chart.table.rows),),
    )


def _activities(block: ListBlock) -> Section:
    tables: tuple[Table, ...] = ()
    if block.bars:
        mark = mark_of(block.finding)
        tables = (_rated(block.kicker, block.bars, "Importance, 1 to 5", mark),)
    return Section(
        "activities",
        block.kicker,
        block.finding,
        items=block.items,
        tables=tables,
        notes=said(OUR_NAMES) if block.bars else (block.note,) if block.note else (),
    )


def _bars(
    section: str, block: BarsBlock, measure: str, unit: str = "", beside: str = ""
) -> Section:
    if block.bars is None:
        return Section(section, block.kicker, block.finding, notes=said(block.note))
    mark = mark_of(block.finding)
    if beside:
        columns = ("Name", Column(measure, unit, mark), Column(beside, mark=mark))
        made = table(
            block.kicker,
            columns,
            [(row.name, row.text, Cell(row.sub, _wage_unit(row.sub))) for row in block.bars.rows],
        )
    elif unit:
        made = _shares(block.kicker, block.bars, measure, mark)
    else:
        made = _rated(block.kicker, block.bars, measure, mark)
    return Section(section, block.kicker, block.finding, tables=(made,), notes=said(block.note))


def _wage_unit(text: str) -> str:
    """Only wages by the hour are printed with cents."""
    return "dollars an hour" if "." in text else "dollars a year"


def _shares(name: str, bars: PrintedBars, measure: str, mark: int | None) -> Table:
    rows = []
    for row in bars.rows:
        ends = "none published"
        if row.interval:
            ends = f"{row.interval[0]:.0f}% to {row.interval[1]:.0f}%"
        rows.append((row.name, row.text, ends + ("; low precision" if row.low_precision else "")))
    columns = ("Answer", Column(measure, "percent", mark), Column("95% interval", mark=mark))
    return table(name, columns, rows)


def _related(block: RelatedBlock) -> Section:
    if not block.rows:
        return Section("related", block.kicker, block.finding, notes=said(block.note))
    units = ("", "dollars a year", "percent", "openings a year", "zone, 1 to 5")
    columns = [
        Column(words(head), unit, mark_of(head))
        for head, unit in zip(block.header, units, strict=True)
    ]
    columns.insert(1, Column("Code"))
    rows = [[r.title, r.code, r.pay, r.change_text, r.openings, r.zone_text] for r in block.rows]
    if any(r.whose for r in block.rows):
        columns.append(Column("Pay and outlook are of"))
        for cells, r in zip(rows, block.rows, strict=True):
            cells.append(r.whose or "this occupation alone")
    return Section(
        "related",
        block.kicker,
        block.finding,
        tables=(table(block.kicker, columns, rows),),
        notes=said(block.note),
    )


def _exposure(block: ExposureBlock) -> Section:
    if not block.rows:
        return Section("exposure", block.kicker, block.finding, (block.sentence,))
    mark = mark_of(block.finding) or mark_of(block.sentence)
    columns = (
        "Study",
        "What it measures",
        Column("Percentile among jobs", "percentile", mark),
        Column("Value on its own scale", "the study’s own scale", mark),
    )
    rows = [(row.name, row.sub, row.rank_text, row.text) for row in block.rows]
    sentence: Text = tuple(
        Run(run.text.replace("Each dot ranks", "Each row ranks"), run.style, run.mark)
        for run in block.sentence
    )
    return Section(
        "exposure",
        block.kicker,
        block.finding,
        (sentence,),
        tables=(table("Studies of automation and AI", columns, rows),),
        notes=said(block.note),
    )
