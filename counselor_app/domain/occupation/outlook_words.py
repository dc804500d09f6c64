"""Why employment changes, and why two counts differ: in our own words, by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.wording import number, percent, told
from counselor_app.domain.occupation.outlook import Factor, Outlook
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.language import Said, _, joined, listed, lowered, pgettext, published

NAMED = 3
ALL_INDUSTRIES = "Total, all industries"

# Kind of factor (table 1.12) -> what it means when the share of jobs rises, and when it falls.
_KINDS: dict[str, tuple[Said, Said]] = {
    "demand change": (_("more of this work is wanted"), _("less of this work is wanted")),
    "productivity change": (
        _("more people are needed for the same work"),
        _("fewer people are needed for the same work"),
    ),
    "capital/labor substitution": (
        _("people take over from machines or software"),
        _("machines or software take over part of the work"),
    ),
    "sourcing change": (
        _("work comes in from other companies"),
        _("work goes out to other companies"),
    ),
    "occupational substitution": (
        _("this job takes over work from other jobs"),
        _("other jobs take over part of the work"),
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a rising or falling share of jobs, and the industries where it works."""

    rising: bool
    words: str
    industries: tuple[str, ...]

    @property
    def everywhere(self) -> bool:
        """It works in all industries together."""
        return ALL_INDUSTRIES in self.industries

    @property
    def hidden(self) -> bool:
        """``where`` leaves industries unnamed."""
        return len(self.industries) - self.everywhere > NAMED

    def where(self, most: int = NAMED) -> str:
        """The industries in words, at most ``most`` of them by name."""
        named = [name for name in self.industries if name != ALL_INDUSTRIES]
        shown: list[str] = [industry_words(name) for name in named[:most]]
        if rest := len(named) - len(shown):
            shown.append(pgettext("industries", "and {n} more", n=number(rest)))
        places = joined(shown, "; ")
        if not self.everywhere:
            return pgettext("industries", "in {places}", places=places) if named else ""
        if not named:
            return _("in all industries")
        return _("in all industries; also in {places}", places=places)


def reasons(factors: Sequence[Factor]) -> tuple[Reason, ...]:
    """The factors grouped by what they mean, the ones for all industries first."""
    found: dict[tuple[bool, str], list[str]] = {}
    for factor in factors:
        rising = factor.direction == "increases"
        words = listed(_kind_words(kind.strip(), rising) for kind in factor.kind.split(","))
        found.setdefault((rising, words), []).append(factor.industry)
    grouped = [Reason(up, words, tuple(names)) for (up, words), names in found.items()]
    return tuple(sorted(grouped, key=lambda r: (not r.everywhere, -len(r.industries), r.words)))


def _kind_words(kind: str, rising: bool) -> str:
    return _KINDS.get(kind, (kind, kind))[0 if rising else 1]


def industry_words(name: str) -> str:
    """An industry's name inside a sentence: lower case, its owner in brackets."""
    plain, _mark, owner = name.partition("; ")
    said = lowered(published("industry", plain))
    if not owner:
        return said
    return joined((said, joined(("(", published("industry", owner), ")"), "")))


def two_counts(sheet: Sheet) -> str | None:
    """Why the survey's employees and the projections' jobs differ; None unless both are known."""
    employees, jobs = sheet.nation.employment, sheet.outlook.base
    if employees.number is None or jobs.number is None:
        return None
    said = _(
        "Two counts, never mixed: the wage survey found {employees} employees in {date}; the"
        " projections count {jobs} jobs in {year}, the self-employed included.",
        employees=number(employees.number), date=employees.vintage, jobs=number(jobs.number),
        year=sheet.outlook.base_year,
    )  # fmt: skip
    return told(said, employees)


def openings_title(outlook: Outlook) -> str:
    """ "Where 341,700 openings a year come from"; plain where there are next to none."""
    openings = outlook.openings.number
    title = _("Openings a year")
    if openings:
        title = _("Where {n} openings a year come from", n=number(openings))
    return told(title, outlook.openings)


def no_steps_words(outlook: Outlook) -> Said:
    """Why the parts of the openings are not drawn."""
    if outlook.openings.number == 0:
        return _("Fewer than 50 a year: too few to tell where they come from.")
    if outlook.openings.number is None:
        return _("The openings are not published.")
    return _("Where they come from is not published.")


def rank_words(outlook: Outlook) -> str | None:
    """ "9th of 832", 1st having most openings; None where the occupation is not ranked."""
    if outlook.openings_rank is None:
        return None
    rank, of = outlook.openings_rank
    return _("{nth} of {n}", nth=ordinal(rank), n=number(of))


def missing_industries(missing_pct: float | None, shares: int) -> str:
    """What part of the employees no listed sector holds, in words; "" when next to none."""
    if missing_pct is None or not shares:
        return _("Not published by industry for this occupation.")
    if missing_pct < 0.5:
        return ""
    return _(
        "{share} of employees are in sectors whose numbers are not released.",
        share=percent(missing_pct),
    )


def outlook_numbers(outlook: Outlook) -> tuple[str, ...]:
    """The numbers of the outlook's sentence, as it prints them."""
    figures = (outlook.base, outlook.change, outlook.openings)
    return tuple(number(abs(f.number)) for f in figures if f.number)
