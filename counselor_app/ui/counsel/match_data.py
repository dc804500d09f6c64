"""What the page of matches reads, and its table as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.table_text import csv_text
from counselor_app.domain.figures.wording import FEWER_THAN_50
from counselor_app.domain.fit.board import SECTION_WORDS, Placing
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.gap import overall_words
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.match_table import filter_words
from counselor_app.domain.fit.matches_filter import (
    Candidate,
    Filters,
    Unranked,
    candidates,
    unranked,
)
from counselor_app.domain.fit.sureness import TIER_WORDS, Tier
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation.days import DayFacts
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.session.areas import liked_in
from counselor_app.domain.session.client import ClientView
from counselor_app.domain.session.placing import placed
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, lowered, ngettext, pgettext
from counselor_app.ui.parts.files import dated_name, file_to_save
from counselor_app.ui.parts.host import Host
from counselor_app.ui.style.theme import Theme

RANKED = ("tier", "rank")
"""The bases of a placing by which one job is closer than another."""


@dataclass(frozen=True, slots=True)
class MatchData:
    """List rows, places to choose for pay, pay by place, interests, groups of twins, and what is
    known of licenses and days; three interest areas of each job that is rated on them.
    """

    jobs: Mapping[str, OccupationRow]
    education: Mapping[str, str]
    places: Sequence[tuple[str, str]]
    pay: Callable[[str], Mapping[str, tuple[float | None, str]]]
    all_jobs_change_pct: float | None
    sources: Sequence[Source]
    profiles: Sequence[InterestProfile]
    families: Families
    days: Mapping[str, DayFacts]
    areas: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is starred, set aside, ticked to compare and seen, by code."""

    starred: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    seen: frozenset[str] = frozenset()

    @property
    def kept(self) -> tuple[tuple[str, ...], ...]:
        """What the choice of jobs goes by: all but what is seen."""
        return self.starred, self.aside, self.ticked


def everyone(
    view: ClientView, data: MatchData, place: str
) -> tuple[Placing | None, tuple[Unranked, ...]]:
    """By what a client's jobs stand in sections, None while that is worked out; and the jobs, with
    their pay in a place.
    """
    found = placed(view, data.profiles, data.jobs.values())
    if found is None:
        return None, ()
    codes, placing = found
    pay = data.pay(place)
    known = data.education, view.gaps, data.days, liked_in(view.client.areas, data.areas)
    if placing.basis in RANKED:
        return placing, candidates([view.by_code[c] for c in codes], data.jobs, pay, *known)
    jobs = [data.jobs[code] for code in codes if code in data.jobs]
    return placing, unranked(jobs, pay, *known)


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


_CLOSENESS: Mapping[str, str] = {
    section: lowered(TIER_WORDS.get(cast(Tier, section), words))
    for section, words in SECTION_WORDS.items()
}


def match_table(
    rows: Sequence[Unranked], placing: Placing, edition: BandEdition, theme: Theme
) -> str:
    """A list of matches as CSV in the language of the window.

    Every figure stands as a number, and as it is printed.
    """
    header, told = theme.said((
        (
            pgettext("column of a file", "rank"),
            pgettext("column of a file", "code"),
            pgettext("column of a file", "title"),
            pgettext("column of a file", "closeness"),
            pgettext("column of a file", "correlation"),
            pgettext("column of a file", "band ({edition})", edition=edition.label),
            pgettext("column of a file", "job zone"),
            pgettext("column of a file", "entry education"),
            _("median pay a year"),
            _("pay as printed"),
            pgettext("column of a file", "change percent"),
            _("openings a year"),
            pgettext("column of a file", "skill gap"),
            _("skill gap compared on"),
            _("elements that matter"),
            _("pay, schooling and outlook published for"),
            _("schooling its raters name"),
        ),
        tuple(
            (
                *_ranked(one, placing, edition), one.job.job_zone, one.education,
                one.pay, one.pay_words, one.job.change_pct,
                FEWER_THAN_50 if one.job.openings == 0 else one.job.openings,
                overall_words(one.gap) if one.gap else pgettext("cell", "not rated"),
                one.gap.compared if one.gap else None, one.gap.of if one.gap else None,
                one.job.whose or one.job.title, one.job.raters,
            )
            for one in rows
        ),
    ))  # fmt: skip
    return csv_text(header, told)


def save_table(host: Host, text: str, client: str) -> None:
    """Ask for a file, write the table of a client's matches, and say where it is."""
    from counselor_app.reports.files import write_report

    suggested = f"{dated_name('matches', client, on=date.today())}.csv"
    title = pgettext("title of a dialog", "Save table")
    path = file_to_save(host, host.theme, title, suggested, ("CSV", "*.csv"))
    if path is None:
        return
    try:
        # A byte order mark, else a spreadsheet takes accents for something else.
        write_report(text.encode("utf-8-sig"), path)
    except UserError as error:
        host.say(str(error))
        return
    said = _("Saved as {file} in {folder}.", file=path.name, folder=str(path.parent))
    host.say(said, problem=False, saved=path)


def _ranked(
    one: Unranked, placing: Placing, edition: BandEdition
) -> tuple[str | float | None, ...]:
    code, title = one.job.code, one.job.title
    section = "" if placing.basis == "openings" else _CLOSENESS[placing.section[code]]
    if not isinstance(one, Candidate):
        return None, code, title, section, None, None
    match = one.match
    band = band_words(edition.band(match.r), edition)
    return match.rank, code, title, section, round(match.r, 4), band
