"""One client's whole record on paper, for inspection: everything that is kept, nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.record.handout import local_day
from counselor_app.domain.record.record import Record, TakenInventory, TakenScores
from counselor_app.domain.session.inventory import INSTRUMENT, LIKING, Form, FormKey
from counselor_app.reports.letters import lacks_letters
from counselor_app.reports.parts import Report, day_words, footer

WHOLE = "Everything that is kept of this client is in this report."
FOR = {"client": "the client", "counselor": "the counselor only"}


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One part of the record; ``widths`` are shares of the page, ``note`` stands above it."""

    title: str
    note: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RecordReport(Report):
    """The parts of the record in order; a part that holds nothing says so."""

    kind = "record"

    lead: str
    remark: str
    tables: tuple[RecordTable, ...]


def record_content(
    record: Record,
    *,
    titles: Mapping[str, str],
    elements: Mapping[str, str],
    forms: Mapping[FormKey, Form],
    made_on: date,
    version: str,
    sources: Collection[Source],
) -> RecordReport:
    """The whole record, notes for the counselor included and marked.

    ``titles`` are of occupations by code and ``elements`` of rated elements by id; what they
    lack is printed as its code. ``forms`` give the words of the inventory's items.
    """
    tables = (
        _sessions(record),
        *(_inventory(taken, forms) for taken in record.inventories),
        _scores(record),
        _ratings(record, elements),
        _values(record, elements),
        _shortlist(record, titles),
        _notes(record, titles),
        _steps(record),
        _reports(record),
    )
    typed = (cell for table in tables for row in table.rows for cell in row)
    lost = any(map(lacks_letters, (record.name, *typed)))
    title = f"Record of {record.name or 'a client without a name'}"
    return RecordReport(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name="Client record, confidential",
        title=title,
        document_title=title,
        header_note=f"Printed {day_words(made_on)}",
        footer_note=footer(version, sources),
        attribution="",
        lead=f"{WHOLE} File {record.uid}; added {_when(record.created)}, last changed"
        f" {_when(record.changed)}.",
        remark="Letters that this report’s typeface lacks are printed as “?”." if lost else "",
        tables=tables,
    )


def _when(at: datetime | None) -> str:
    """Day and time on this computer's clock."""
    if at is None:
        return "not yet"
    local = at.astimezone()
    return f"{day_words(local_day(at))}, {local.hour}:{local.minute:02}"


def _named(code: str, titles: Mapping[str, str]) -> str:
    return f"{titles[code]} ({code})" if code in titles else code


def _sessions(record: Record) -> RecordTable:
    rows = tuple(
        (_when(met.started), _when(met.ended) if met.ended else "still open",
         ", ".join(met.position.codes) or "none")
        for met in record.sessions
    )  # fmt: skip
    return RecordTable("Sessions", "", ("Began", "Ended", "Occupations open"), (3, 3, 4), rows)


def _inventory(taken: TakenInventory, forms: Mapping[FormKey, Form]) -> RecordTable:
    items = {item.id: item.text for form in forms.values() for item in form.items}
    answers = [(items.get(item, item), LIKING[value]) for item, value in taken.given.items()]
    answers += [(items.get(item, item), "left out") for item in sorted(taken.skipped)]
    note = (
        f"Begun {_when(taken.started)}, finished {_when(taken.finished)}, edition {taken.version},"
        f" {number(taken.seconds)} seconds."
    )
    title = f"Answers: {INSTRUMENT[taken.form].name}"
    return RecordTable(title, note, ("Question", "Answer"), (7, 3), tuple(answers))


def _scores(record: Record) -> RecordTable:
    header = ("Inventory", "Taken", *LETTERS, "Code")
    rows = tuple(_scored(taken) for taken in record.scores)
    note = "R Realistic, I Investigative, A Artistic, S Social, E Enterprising, C Conventional."
    return RecordTable("Scores", note, header, (7, 4, *(1 for _ in LETTERS), 2), rows)


def _scored(taken: TakenScores) -> tuple[str, ...]:
    scores = taken.scores
    when = day_words(scores.date) if scores.date else "date not given"
    points = tuple(f"{value:.3g}" for value in scores.scores) or ("–",) * 6
    return (scores.instrument.name, when, *points, client_codes(scores)[0])


def _ratings(record: Record, elements: Mapping[str, str]) -> RecordTable:
    rows = tuple(
        (elements.get(rated.element, rated.element), f"{rated.level:.2g}", _when(rated.rated))
        for rated in record.ratings
    )
    header = ("Skill, ability or knowledge", "Level, 0 to 7", "When")
    return RecordTable("The client’s own ratings", "", header, (5, 2, 3), rows)


def _values(record: Record, elements: Mapping[str, str]) -> RecordTable:
    found = record.values
    rows = () if found is None else tuple(
        (str(place), elements.get(element, element), _when(found.ordered))
        for place, element in enumerate(found.elements, start=1)
    )  # fmt: skip
    header = ("Place", "Work value", "When")
    return RecordTable("Work values in the client’s own order", "", header, (2, 5, 3), rows)


def _shortlist(record: Record, titles: Mapping[str, str]) -> RecordTable:
    rows = tuple(
        (_named(line.code, titles), line.word or "none", _when(line.added))
        for line in record.shortlist
    )
    return RecordTable("Shortlist", "", ("Occupation", "Why", "Added"), (4, 4, 3), rows)


def _notes(record: Record, titles: Mapping[str, str]) -> RecordTable:
    rows = tuple(
        (_when(note.written), FOR[note.reader], _named(note.code, titles) or "none", note.text)
        for note in record.notes
    )
    return RecordTable("Notes", "", ("Written", "For", "About", "Note"), (4, 3, 4, 11), rows)


def _steps(record: Record) -> RecordTable:
    rows = tuple(
        (step.text, _when(step.written), _when(step.done) if step.done else "to do")
        for step in record.steps
    )
    return RecordTable("Next steps", "", ("Step", "Written", "Done"), (5, 3, 3), rows)


def _reports(record: Record) -> RecordTable:
    rows = tuple(
        (made.kind, made.format, ", ".join(made.codes) or "none", _when(made.made))
        for made in record.reports
    )
    header = ("Report", "Form", "Occupations", "When")
    return RecordTable("Reports made", "", header, (2, 3, 4, 3), rows)
