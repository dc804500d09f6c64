"""A client's list as it is printed: who is in it, by which filters, and from which releases."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import money, number, percent
from counselor_app.domain.fit.matches_filter import EDUCATION, Candidate, Filters
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS

_GROWTH = {"grows": "growing", "faster": "growing faster than all jobs"}


@dataclass(frozen=True, slots=True)
class MatchList:
    """The occupations that pass the filters, closest first, and where their figures are from.

    ``of`` counts the ranked occupations before any filter, ``filters`` are words, ``place`` is
    where the pay is read.
    """

    rows: tuple[Candidate, ...]
    of: int
    filters: str
    place: str
    interests: Source
    zones: Source
    education: Source
    pay: Source


def filter_words(filters: Filters) -> str:
    """ "no filter set", or "job zone 3 or less; median pay of $40,000 or more"."""
    said = []
    if filters.zone is not None:
        said.append(f"job zone {filters.zone} or less")
    if filters.education is not None:
        said.append(f"at most {EDUCATION_WORDS[EDUCATION[filters.education]]}")
    if filters.pay is not None:
        said.append(f"median pay of {money(filters.pay)} or more")
    if filters.growth != "any":
        said.append(_GROWTH[filters.growth])
    if filters.openings is not None:
        said.append(f"{number(filters.openings)} openings a year or more")
    if filters.family is not None:
        said.append(f"job family {filters.family} only")
    if filters.gap is not None:
        said.append(f"a skill gap of at most {percent(100 * filters.gap, 0)}")
    return "; ".join(said) or "no filter set"
