"""The comparison of two to four occupations: one row a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from counselor_app.domain.figures.attribution import PRODUCT, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.reports.compare_blocks import Question
from counselor_app.reports.compare_notes import compare_notes
from counselor_app.reports.compare_rows import questions
from counselor_app.reports.parts import Note, Notes, Report, day_words, footer
from counselor_app.reports.sections import all_sections

_COUNT = {2: "Two", 3: "Three", 4: "Four"}


@dataclass(frozen=True, slots=True)
class ComparisonReport(Report):
    """``jobs`` are (title, code), a column each."""

    kind = "compare"

    lead: str
    jobs: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]


def compare_content(
    sheets: Sequence[Sheet],
    view: ClientView | None = None,
    *,
    made_on: date,
    version: str,
    named: bool = True,
    sections: Collection[str] | None = None,
) -> ComparisonReport:
    """Two to four occupations side by side; with a client's ``view`` also how each fits.

    Without ``named`` the client is "you" and nowhere named; ``sections`` are the ids of the
    questions wanted, None for all.

    Raises:
        UserError: when they are not two to four different occupations.
    """
    wanted = all_sections("compare")
    wanted = wanted if sections is None else wanted.intersection(sections)
    if view is not None and view.client.scores is None:
        view = None
    fits = [found for sheet in sheets if view is not None and (found := view.fit(sheet))]
    told = compare(sheets, fits, view.redraws if view else None)
    name = view.client.name if view is not None and named else ""
    notes = Notes(compare_notes(sheets, view))
    rows = questions(sheets, told, fits, notes, wanted, name)
    title = f"{_COUNT[len(sheets)]} occupations, side by side"
    heads = (name, f"Printed {day_words(made_on)}")
    return ComparisonReport(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name="Comparison",
        title=title,
        document_title=f"{' / '.join(title for _, title in told.occupations)}: comparison",
        header_note="\u2003".join(part for part in heads if part),
        footer_note=footer(version, sheets[0].sources.values()),
        attribution=onet_attribution(_printed(sheets)) or "",
        lead=lead(sheets, wanted),
        jobs=tuple((title, code) for code, title in told.occupations),
        questions=rows,
        notes=notes.listed(),
    )


def _printed(sheets: Sequence[Sheet]) -> set[Source]:
    """The releases whose titles, ratings, interests and zones may be printed."""
    sources = {sheet.titles.source for sheet in sheets}
    for sheet in sheets:
        figures = [sheet.figures["job_zone"], sheet.interests.letters]
        figures += [r.main for d in ("skill", "knowledge") for r in sheet.ratings.get(d, ())[:1]]
        figures += [r.figure for r in sheet.requirements.get("RL", ())[:1]]
        sources |= {figure.source for figure in figures if figure.value is not None}
    return sources
