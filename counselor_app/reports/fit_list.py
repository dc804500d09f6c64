"""The ranked list of a fit report."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.fit_blocks import ListBlock, ListRow
from counselor_app.reports.fit_page import Subject
from counselor_app.reports.parts import Notes, Run, Text, plain

SHOWN = 15
_ALSO = 4


def list_block(subject: Subject, chosen: Sequence[Sheet], notes: Notes) -> ListBlock | None:
    """The closest occupations that pass the filters; None where nothing can be ranked."""
    view, matches = subject.view, subject.matches
    if not view.ranking:
        return None
    own = {sheet.occupation.code for sheet in chosen}
    rows = tuple(_row(subject, one, one.match.code in own) for one in matches.rows[:SHOWN])
    ends = [row.interval[0] if row.interval else row.value for row in rows]
    low = max(-1.0, floor(10 * min(ends, default=0.7)) / 10)
    r, bands = notes.mark("r"), notes.mark("bands")
    header: tuple[Text, ...] = (
        plain("Occupation"),
        plain("Code", notes.mark("interests")),
        plain("r", r),
        plain("Band", bands),
        plain("Job zone", notes.mark("zones")),
        plain("Entry education", notes.mark("education")),
        plain("Median pay", notes.mark("pay")),
    )
    name, edge = subject.view.edition.lowest[0]
    return ListBlock(
        of=number(matches.of),
        filters=matches.filters,
        finding=plain(_finding(rows)),
        header=header,
        low=low,
        edge=edge,
        rows=rows,
        note=_note(subject, chosen, rows, name if edge > low else ""),
    )


def _row(subject: Subject, one: Candidate, own: bool) -> ListRow:
    match, view = one.match, subject.view
    stability = view.redraws.of(match, view.edition) if view.redraws else None
    return ListRow(
        rank=match.rank,
        code=match.code,
        title=match.title,
        letters="-".join(match.letters),
        value=match.r,
        text=correlation_words(match.r),
        interval=stability.r if stability else None,
        band=band_words(match.band, view.edition),
        zone=one.job.job_zone,
        education=one.education_short,
        pay=one.pay_words.replace(" an hour", "/h"),
        own=own,
        whose=one.job.figures_note,
    )


def _finding(rows: Sequence[ListRow]) -> str:
    """Whether the order is worth anything: ranges of retakes that overlap from first to last."""
    if not rows:
        return "No occupation passes the filters"
    first, last = rows[0], rows[-1]
    if len(rows) > 1 and first.interval and last.interval and last.interval[1] > first.interval[0]:
        return "Close ranks: treat the order as rough"
    return ""


def _note(subject: Subject, chosen: Sequence[Sheet], rows: Sequence[ListRow], band: str) -> Text:
    """How to read the list, and where the chosen occupations stand that are not in it."""
    said = [Run("Dot: r. ")]
    if subject.view.redraws is not None:
        said.append(Run("Line: 90% of simulated retakes. "))
    if band:
        said.append(Run(f"Gray rule: {band} begins. "))
    if any(row.whose for row in rows):
        said.append(Run("* Published for the group named under the job. "))
    if any(YEAR_ONLY_MARK in row.pay for row in rows):
        said.append(Run(f"{YEAR_ONLY}. "))
    shown = {row.title for row in rows}
    found = [subject.view.by_code.get(sheet.occupation.code) for sheet in chosen]
    others = [match for match in found if match is not None and match.title not in shown]
    if others:
        said.append(Run("Also chosen: "))
        for i, match in enumerate(others[:_ALSO]):
            said += [Run(", " if i else ""), Run(match.title, "bold"), Run(f" ({_place(match)})")]
        more = len(others) - _ALSO
        said.append(Run(f" and {more} more." if more > 0 else "."))
    return tuple(said)


def _place(match: Match) -> str:
    return f"rank {number(match.rank)}, r {correlation_words(match.r)}"
