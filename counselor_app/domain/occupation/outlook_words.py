"""Why employment changes, and why two counts differ: in our own words, by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.wording import listed, lowered, number, told
from counselor_app.domain.occupation.outlook import Factor, Outlook
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import WageRow, ordinal

NAMED = 3
ALL_INDUSTRIES = "Total, all industries"

# Kind of factor (table 1.12) -> what it means when the share of jobs rises, and when it falls.
_KINDS: dict[str, tuple[str, str]] = {
    "demand change": ("more of this work is wanted", "less of this work is wanted"),
    "productivity change": (
        "more people are needed for the same work",
        "fewer people are needed for the same work",
    ),
    "capital/labor substitution": (
        "people take over from machines or software",
        "machines or software take over part of the work",
    ),
    "sourcing change": (
        "work comes in from other companies",
        "work goes out to other companies",
    ),
    "occupational substitution": (
        "this job takes over work from other jobs",
        "other jobs take over part of the work",
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
        parts = ["in all industries"] if self.everywhere else []
        if named:
            shown = [industry_words(name) for name in named[:most]]
            rest = len(named) - len(shown)
            text = "; ".join(shown) + (f"; and {number(rest)} more" if rest else "")
            parts.append(f"{'also in' if self.everywhere else 'in'} {text}")
        return "; ".join(parts)


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
    plain, _, owner = name.partition("; ")
    return lowered(plain) + (f" ({owner})" if owner else "")


def two_counts(sheet: Sheet) -> str | None:
    """Why the survey's employees and the projections' jobs differ; None unless both are known."""
    employees, jobs = sheet.nation.employment, sheet.outlook.base
    if employees.number is None or jobs.number is None:
        return None
    return told(
        f"Two counts, never mixed: the wage survey found {number(employees.number)} employees"
        f" in {employees.vintage}; the projections count {number(jobs.number)} jobs in"
        f" {sheet.outlook.base_year}, the self-employed included.",
        employees,
    )


def openings_title(outlook: Outlook) -> str:
    """ "Where 341,700 openings a year come from"; plain where there are next to none."""
    openings = outlook.openings.number
    title = f"Where {number(openings)} openings a year come from" if openings else "Openings a year"
    return told(title, outlook.openings)


def no_steps_words(outlook: Outlook) -> str:
    """Why the parts of the openings are not drawn."""
    if outlook.openings.number == 0:
        return "Fewer than 50 a year: too few to tell where they come from."
    if outlook.openings.number is None:
        return "The openings are not published."
    return "Where they come from is not published."


def rank_words(outlook: Outlook) -> str | None:
    """ "9th of 832", 1st having most openings; None where the occupation is not ranked."""
    if outlook.openings_rank is None:
        return None
    rank, of = outlook.openings_rank
    return f"{ordinal(rank)} of {number(of)}"


def missing_industries(missing_pct: float | None, shares: int) -> str:
    """What part of the employees no listed sector holds, in words; "" when next to none."""
    if missing_pct is None or not shares:
        return "Not published by industry for this occupation."
    if missing_pct < 0.5:
        return ""
    return f"{number(missing_pct, 1)}% of employees are in sectors whose numbers are not released."


def top_states(states: Sequence[WageRow], key: str, most: int = 5) -> tuple[WageRow, ...]:
    """The states with the highest figure ``key``, highest first; ties by name."""
    known = [(value, row) for row in states if (value := row.figures[key].number) is not None]
    known.sort(key=lambda pair: (-pair[0], pair[1].place))
    return tuple(row for _, row in known[:most])


def outlook_numbers(outlook: Outlook) -> tuple[str, ...]:
    """The numbers of the outlook's sentence, as it prints them."""
    figures = (outlook.base, outlook.change, outlook.openings)
    return tuple(number(abs(f.number)) for f in figures if f.number)
