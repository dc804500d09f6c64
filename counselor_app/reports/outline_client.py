"""The reports about a client as outlines: fit, handout, record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counselor_app.charts import Hexagon
from counselor_app.charts.ranking import OwnShape, ScoreBars
from counselor_app.domain.figures.wording import MINUS, listed
from counselor_app.reports.fit import FitReport
from counselor_app.reports.fit_blocks import (
    ChosenBlock,
    LinesBlock,
    ListBlock,
    PartsBlock,
    ScoresBlock,
    ShapeBlock,
    SpreadBlock,
    WordsBlock,
)
from counselor_app.reports.handout import HandoutReport
from counselor_app.reports.handout_blocks import InterestsBrief, NoteBlock
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
from counselor_app.reports.parts import Text
from counselor_app.reports.record import RecordReport

_NARROW = 200.0
_R = "r, −1 to 1"


def fit_outline(content: FitReport) -> Outline:
    """The same blocks, list and notes as on the pages."""
    page = content.page
    lead = said(page.lead) + ((page.scores,) if page.scores else ())
    lead += tuple(text for words in page.cautions for text in said(words))
    return outlined(content, lead, _fit_sections(content), content.notes)


def _fit_sections(content: FitReport) -> Iterator[Section]:
    page = content.page
    rows = [(f.label, Cell(f.value, f.unit, f.mark), f.note) for f in page.key_figures]
    figures = [(label, _with_unit(cell), note) for label, cell, note in rows]
    made = table("Key figures", ("Figure", "Value", "About"), figures)
    yield Section("key-figures", "Key figures", tables=(made,))
    for place, block in enumerate(page.blocks):
        yield _block(f"part-{place + 1}", block)
    if page.ranked:
        yield _ranked(page.ranked)
    if page.profile:
        yield Section("profile", "Ties and profile in detail", sentences=(page.profile,))
    for place, chosen in enumerate(content.chosen):
        yield _chosen(f"chosen-{place + 1}", chosen)


def _with_unit(cell: Cell) -> Cell:
    """ "50" of "923 jobs" is no number by itself."""
    return Cell(f"{cell.text} {cell.unit}", mark=cell.mark) if cell.unit else cell


def _block(
    name: str,
    block: ScoresBlock | ShapeBlock | PartsBlock | SpreadBlock | LinesBlock | WordsBlock,
) -> Section:
    title, finding = block.kicker, block.finding
    if isinstance(block, ScoresBlock):
        pictures, tables = _scores(title, block.chart, mark_of(finding))
        return Section(
            name, title, finding, pictures=pictures, tables=tables, notes=said(block.note)
        )
    if isinstance(block, ShapeBlock):
        return Section(name, title, finding, pictures=(_shape(block.chart),))
    if isinstance(block, PartsBlock):
        return Section(name, title, finding, tables=(_parts(block),))
    if isinstance(block, SpreadBlock):
        picture = Picture("spread", block.chart, block.chart.sentence, _NARROW)
        sentences = said(block.chart.sentence)
        return Section(name, title, finding, sentences, pictures=(picture,))
    if isinstance(block, LinesBlock):
        named = [fact for fact in block.facts if fact.label]
        rows = [(f.label, Cell(words(f.text), mark=mark_of(f.text))) for f in named]
        rest = tuple(fact.text for fact in block.facts if not fact.label)
        tables = (table(title, ("What", "Answer"), rows),) if rows else ()
        return Section(name, title, finding, tables=tables, notes=rest)
    return Section(name, title, finding, (block.text,))


def _scores(
    title: str, chart: ScoreBars, mark: int | None
) -> tuple[tuple[Picture, ...], tuple[Table, ...]]:
    """The client's scores, what lies within their error, and which of them tie."""
    ties = [[listed(r.name for r in chart.rows[tie.first : tie.last + 1])] for tie in chart.ties]
    rows = []
    for row in chart.rows:
        error = "not known"
        if row.interval:
            low, high = (f"{end:.3g}" for end in row.interval)
            error = f"{low} to {high}"
        rows.append((row.name, row.text, error))
    unit = f"score, {chart.low:g} to {chart.high:g}"
    columns = ("Interest", Column("Score", unit, mark), Column("Within error", mark=mark))
    tables = [table(title, columns, rows)]
    if ties:
        tables.append(table("Scores that tie", ("Too close to tell apart",), ties))
    return (Picture("scores", chart, chart.sentence, _NARROW),), tuple(tables)


def _shape(chart: Hexagon | OwnShape) -> Picture:
    return Picture("shape", chart, chart.sentence, _NARROW)


def _parts(block: PartsBlock) -> Table:
    mark = mark_of(block.finding)
    rows = [(row.name, row.you, row.job, row.text) for row in block.rows]
    columns = ("Letter", "You", "The job", Column("Part of r", "part of r", mark))
    rows.append(("Sum", "all six", "all six", block.total))
    return table("What carries the match", columns, rows)


def _ranked(block: ListBlock) -> Section:
    heads = [Column(words(head), mark=mark_of(head)) for head in block.header]
    job, letters, *rest = heads
    units = (_R, "", "zone, 1 to 5", "", "dollars a year")
    columns = [job, Column("Code"), Column("Rank", "rank"), letters]
    columns += [Column(h.name, unit, h.mark) for h, unit in zip(rest, units, strict=True)]
    columns.append(Column("90% of retakes"))
    grouped = any(row.whose for row in block.rows)
    columns += [Column("Education and pay are of")] if grouped else []
    rows: list[list[Cell | str]] = []
    for row in block.rows:
        retakes = "not simulated"
        if row.interval:
            ends = (f"{end:.2f}".replace("-", MINUS) for end in row.interval)
            retakes = " to ".join(ends)
        zone = "not rated" if row.zone is None else str(row.zone)
        title = f"{row.title} (chosen)" if row.own else row.title
        rows.append(
            [title, row.code, str(row.rank), row.letters, row.text, row.band, zone,
             row.education.removesuffix("*"), Cell(row.pay.replace("*", "")), retakes]
        )  # fmt: skip
        if grouped:
            rows[-1].append(row.whose.removeprefix("* ") or "this occupation alone")
    name = f"The closest of {block.of}"
    made = (table(name, columns, rows),) if rows else ()
    filters = said(f"Filter: {block.filters}.")
    return Section("list", name, block.finding, filters, tables=made, notes=_noted(block.note))


def _noted(note: Text) -> tuple[Text, ...]:
    """What of a note is not about the drawing."""
    drawing = ("Dot: r.", "Line: 90%", "Gray rule:")
    kept = tuple(run for run in note if not run.text.startswith(drawing))
    return (kept,) if words(kept) else ()


def _chosen(name: str, block: ChosenBlock) -> Section:
    pictures = (_shape(block.chart),) if block.chart else ()
    return Section(
        name,
        f"{block.title} ({block.code})",
        sentences=tuple(text for text in (block.facts, block.fit, *block.lines) if text),
        pictures=pictures,
        tables=(_parts(block.parts),) if block.parts else (),
    )


def handout_outline(content: HandoutReport) -> Outline:
    """The same parts as on the pages: the client's copy holds no note of the counselor's."""
    lead = said(content.warning) + said(content.lead) + said(content.remark)
    return outlined(content, lead, _handout_sections(content), content.notes)


def _handout_sections(content: HandoutReport) -> Iterator[Section]:
    if content.steps:
        rows = [(" ".join(step.text), step.done or "to do") for step in content.steps]
        made = table("Next steps", ("Step", "Done"), rows)
        yield Section("steps", "Next steps", tables=(made,))
    if content.client_notes:
        yield from _notes("notes", "Notes", content.client_notes)
    if content.own and content.own.notes:
        yield from _notes("own", "For the counselor only", content.own.notes)
    if content.interests:
        yield _brief(content.interests)
    if content.jobs:
        jobs = [
            (job.title, job.code, Cell(words(job.facts), mark=mark_of(job.facts)),
             Cell(words(job.fit) or "no interests given", mark=mark_of(job.fit)),
             job.listed or "no", Cell(words(job.summary), mark=mark_of(job.summary)))
            for job in content.jobs
        ]  # fmt: skip
        heads = ("Occupation", "Code", "Key facts", "Fit", "Shortlist", "In short")
        yield Section("jobs", "What we looked at", tables=(table("Occupations", heads, jobs),))


def _notes(name: str, title: str, notes: Sequence[NoteBlock]) -> Iterator[Section]:
    rows = [(note.head, "\n".join(note.text)) for note in notes]
    yield Section(name, title, tables=(table(title, ("When, about what", "Note"), rows),))


def _brief(interests: InterestsBrief) -> Section:
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    if interests.chart:
        pictures, tables = _scores("Interests", interests.chart, mark_of(interests.finding))
    return Section(
        "interests", "Interests", interests.finding, interests.lines, (), pictures, tables
    )


def record_outline(content: RecordReport) -> Outline:
    """Every table of the record."""
    lead = said(content.lead) + said(content.remark)
    return outlined(content, lead, _record_sections(content), ())


def _record_sections(content: RecordReport) -> Iterator[Section]:
    for place, part in enumerate(content.tables):
        made = (table(part.title, part.header, part.rows),) if part.rows else ()
        told = said(part.note) + (() if part.rows else said("Nothing is kept here."))
        yield Section(f"part-{place + 1}", part.title, sentences=told, tables=made)
