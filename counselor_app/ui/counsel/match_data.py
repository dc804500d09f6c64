"""What the page of matches reads, and its table as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.table_text import csv_text
from counselor_app.domain.figures.wording import FEWER_THAN_50
from counselor_app.domain.fit.board import Placing, Schooling
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.gap import overall_words
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.match_table import filter_words
from counselor_app.domain.fit.matches_filter import Candidate, Filters, Unranked
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.style.theme import Theme


@dataclass(frozen=True, slots=True)
class MatchData:
    """List rows, places to choose for pay, pay by place, interests and groups of twins."""

    jobs: Mapping[str, OccupationRow]
    education: Mapping[str, str]
    places: Sequence[tuple[str, str]]
    pay: Callable[[str], Mapping[str, tuple[float | None, str]]]
    all_jobs_change_pct: float | None
    sources: Sequence[Source]
    profiles: Sequence[InterestProfile]
    families: Families


@dataclass(frozen=True, slots=True)
class PageLeft:
    """How the page was left: sections and cards shown whole, schooling, order and find of the
    list.
    """

    more: frozenset[tuple[str, str]] = frozenset()
    open: frozenset[str] = frozenset()
    schooling: Schooling = "some"
    sorted_by: tuple[str, bool] = ("", False)
    sought: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is starred, set aside, ticked to compare and seen, by code."""

    starred: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    seen: frozenset[str] = frozenset()


def standing(everyone: Sequence[Unranked], only: str, marks: Marks) -> Sequence[Unranked]:
    """The jobs of which filters ask: all but those set aside, or what is ticked, starred, aside."""
    if only == "all":
        aside = set(marks.aside)
        return [one for one in everyone if one.job.code not in aside] if aside else everyone
    named = {"ticked": marks.ticked, "shortlist": marks.starred, "aside": marks.aside}[only]
    return [one for one in everyone if one.job.code in named]


def printed_words(filters: Filters, only: str, aside: int) -> str:
    """What is printed, in words: the filters, and what is left out besides."""
    words: str = filter_words(filters)
    if only in _ONLY:
        return joined((_ONLY[only], words), "; ")
    if not aside:
        return words
    out = ngettext("{n} set aside left out", "{n} set aside left out", aside, n=aside)
    return joined((words, out), "; ")


_ONLY: Mapping[str, Said] = {
    "ticked": _("ticked ones only"),
    "shortlist": pgettext("filter of a list", "shortlist only"),
    "aside": _("set aside only"),
}


def match_table(rows: Sequence[Unranked], placing: Placing, edition: BandEdition) -> str:
    """A list of matches as CSV: every figure as a number, and as it is printed."""
    return csv_text(
        (
            "rank", "code", "title", "closeness", "correlation", f"band ({edition.label})",
            "job zone", "entry education", "median pay a year", "pay as printed",
            "change percent", "openings a year", "skill gap", "skill gap compared on",
            "elements that matter", "pay, schooling and outlook published for",
            "schooling its raters name",
        ),
        (
            (
                *_ranked(one, placing, edition), one.job.job_zone, one.education,
                one.pay, one.pay_words, one.job.change_pct,
                FEWER_THAN_50 if one.job.openings == 0 else one.job.openings,
                overall_words(one.gap) if one.gap else "not rated",
                one.gap.compared if one.gap else None, one.gap.of if one.gap else None,
                one.job.whose or one.job.title, one.job.raters,
            )
            for one in rows
        ),
    )  # fmt: skip


def save_table(page: QWidget, theme: Theme, text: str, failed: Callable[[str], object]) -> None:
    """Ask for a file and write the table; ``failed`` is told what went wrong."""
    from counselor_app.reports.files import write_report

    say = theme.say
    name, _kind = QFileDialog.getSaveFileName(
        page,
        say(pgettext("title of a dialog", "Save table")),
        "matches.csv",
        say(pgettext("files", "CSV (*.csv)")),
    )
    if not name:
        return
    try:
        # A byte order mark, else a spreadsheet takes accents for something else.
        write_report(text.encode("utf-8-sig"), Path(name))
    except UserError as error:
        failed(str(error))


def _ranked(
    one: Unranked, placing: Placing, edition: BandEdition
) -> tuple[str | float | None, ...]:
    code, title = one.job.code, one.job.title
    section = "" if placing.basis == "openings" else placing.section[code]
    if not isinstance(one, Candidate):
        return None, code, title, section, None, None
    match = one.match
    band = band_words(edition.band(match.r), edition)
    return match.rank, code, title, section, round(match.r, 4), band
