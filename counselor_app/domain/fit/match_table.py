"""A client's list as it is printed: who is in it, by which filters, and from which releases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import money, number, percent
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.matches_filter import EDUCATION, Candidate, Filters
from counselor_app.domain.occupation.days import FILTERS
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.occupation.short import Short
from counselor_app.language import Said, _, joined, lowered, pgettext

_GROWTH = {
    "kept": pgettext("filter of a list", "not shrinking"),
    "grows": pgettext("filter of a list", "growing"),
    "faster": _("growing faster than all jobs"),
}

STARTERS = 2
"""Jobs of each interest for a client whom no list can be made for."""


@dataclass(frozen=True, slots=True)
class MatchList:
    """The occupations that pass the filters, by tier and r, and where their figures are from.

    ``of`` counts the ranked occupations before any filter, ``filters`` are words, ``place`` is
    where the pay is read. ``families`` puts near twins together. ``short`` reads what a card says
    of the job with a code, ``all_jobs_change_pct`` is the change of all jobs in percent.
    ``starters`` are `STARTERS` jobs of each interest, for a client whom no list can be made for;
    empty where there is one.
    """

    rows: tuple[Candidate, ...]
    of: int
    filters: str
    place: str
    interests: Source
    zones: Source
    education: Source
    pay: Source
    short: Callable[[str], Short]
    all_jobs_change_pct: float | None
    starters: tuple[OccupationRow, ...] = ()
    families: Families = Families({}, {})  # noqa: RUF009  (a frozen value)


def filter_words(filters: Filters) -> Said:
    """ "no filter set", or "job zone 3 or less; median pay of $40,000 or more"."""
    said: list[str] = []
    if filters.zone is not None:
        said.append(_("job zone {zone} or less", zone=filters.zone))
    if filters.education is not None:
        most = EDUCATION_WORDS[EDUCATION[filters.education]]
        said.append(_("at most {education}", education=most))
    if filters.pay is not None:
        said.append(_("median pay of {pay} or more", pay=money(filters.pay)))
    if filters.growth != "any":
        said.append(_GROWTH[filters.growth])
    if filters.openings is not None:
        said.append(_("{n} openings a year or more", n=number(filters.openings)))
    if filters.family is not None:
        said.append(_("job family {family} only", family=filters.family))
    if filters.gap is not None:
        said.append(_("a skill gap of at most {gap}", gap=percent(100 * filters.gap, 0)))
    if filters.areas:
        said.append(_("in an area that they like"))
    said += [lowered(FILTERS[day]) for day in filters.days]
    return joined(said, "; ") if said else _("no filter set")
