"""A comparison as an outline: a section a question, the answers as tables."""

from __future__ import annotations

from collections.abc import Iterator

from counselor_app.domain.occupation.wages import PERCENTILES, ordinal
from counselor_app.reports.compare import ComparisonReport
from counselor_app.reports.compare_blocks import (
    AmountAnswer,
    Answer,
    BarsAnswer,
    ChangeAnswer,
    DotsAnswer,
    PayAnswer,
    Question,
    ReadyAnswer,
    ShapeAnswer,
    WordsAnswer,
)
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

_ANSWER = "Answer"


def compare_outline(content: ComparisonReport) -> Outline:
    """The same questions, answers and notes as on the pages."""
    sections = (_section(content, question) for question in content.questions)
    return outlined(content, said(content.lead), sections, content.notes)


def _section(content: ComparisonReport, question: Question) -> Section:
    title, mark = words(question.question), mark_of(question.question)
    titles = [title for title, _ in content.jobs]
    lines = [dict(_lines(answer)) for answer in question.answers]
    names = list(dict.fromkeys(name for line in lines for name in line))
    if len(names) > 1 and _ANSWER in names:
        # Who has no figure says why in place of the first.
        names.remove(_ANSWER)
        lines = [{names[0]: line[_ANSWER], **line} if _ANSWER in line else line for line in lines]
    rows = [
        (Cell(name), *(line.get(name, Cell("see above" if i else "none given")) for line in lines))
        for i, name in enumerate(names)
    ]
    jobs = [f"{title} ({code})" for title, code in content.jobs]
    columns = [Column("What"), *(Column(job, mark=mark) for job in jobs)]
    tables: tuple[Table, ...] = (table(title, columns, rows),) if rows else ()
    pictures = []
    for job, answer in zip(titles, question.answers, strict=True):
        if isinstance(answer, BarsAnswer) and answer.bars:
            bars = [(row.name, row.text) for row in answer.bars.rows]
            values = Column("Value", _unit(question.id), mark)
            tables = (*tables, table(f"{title} {job}", ("Name", values), bars))
        if isinstance(answer, ShapeAnswer):
            pictures.append(Picture("shape", answer.chart, f"{job}. {answer.chart.sentence}", 200))
    return Section(
        question.id,
        title,
        sentences=said(question.sub) if question.id == "pay" else (),
        pictures=tuple(pictures),
        tables=tables,
        notes=said(question.note),
    )


def _unit(section: str) -> str:
    return "percent" if section == "education" else "importance, 1 to 5"


def _lines(answer: Answer) -> Iterator[tuple[str, Cell]]:
    """What an answer says, a named line each, and of whom it is."""
    yield from _said(answer)
    if isinstance(answer, (PayAnswer, ChangeAnswer, AmountAnswer, ReadyAnswer)):
        yield "Published for", Cell(answer.whose or "this occupation alone")


def _said(answer: Answer) -> Iterator[tuple[str, Cell]]:
    if isinstance(answer, WordsAnswer):
        yield _ANSWER, Cell(words(answer.text), mark=mark_of(answer.text))
        if answer.place:
            yield "In the chosen place", Cell(words(answer.place), mark=mark_of(answer.place))
    elif isinstance(answer, PayAnswer):
        for percentile in PERCENTILES:
            name = "Median" if percentile == 50 else ordinal(percentile)
            yield name, Cell(answer.band.knot(percentile).text, "dollars")
        if answer.place:
            yield "In the chosen place", Cell(words(answer.place), mark=mark_of(answer.place))
    elif isinstance(answer, (ChangeAnswer, AmountAnswer)):
        unit = "percent" if isinstance(answer, ChangeAnswer) else "openings a year"
        yield "Number", Cell(answer.text, unit)
        if answer.sub:
            yield "In words", Cell(words(answer.sub), mark=mark_of(answer.sub))
    elif isinstance(answer, ReadyAnswer):
        yield "Education", Cell(answer.education)
        yield "What else", Cell("; ".join(answer.rest) or "nothing else")
        yield "Job zone", Cell(answer.zone_text)
    elif isinstance(answer, BarsAnswer):
        if answer.words:
            yield "What stands out", Cell(answer.words)
    elif isinstance(answer, ShapeAnswer):
        yield "Code", Cell(answer.code or "no code given")
        for corner in answer.chart.corners:
            yield corner.name, Cell(corner.text, "interest, 1 to 7")
        if answer.lines:
            yield "In words", Cell(" ".join(words(line) for line in answer.lines))
    elif isinstance(answer, DotsAnswer):
        yield _ANSWER, Cell(answer.words)
