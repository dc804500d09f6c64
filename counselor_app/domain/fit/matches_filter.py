"""A client's ranking narrowed down: filters that compose, and what lies just outside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar, cast

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.gap import OverallGap
from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation.days import FILTERS, DayFacts, DayFilter, passes
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.outlook import SHRINKS
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT, EDUCATION_WORDS
from counselor_app.language import Said, _, joined, listed, lowered, pgettext

Growth = Literal["any", "kept", "grows", "faster"]
EDUCATION = tuple(EDUCATION_WORDS)
"""Entry education as published (Employment Projections), least first."""

IN_LIKED = _("In areas they like")
_NOT_PUBLISHED = pgettext("in place of a figure", "not published")

NEAR = 0.95
"""From this part of a floor on, an occupation is just under it [convention]."""

NEAR_GAP = 0.02
"""Up to so much more gap (0-1), an occupation is just over the most asked for [convention]."""


@dataclass(frozen=True, slots=True)
class Unranked:
    """An occupation with what filters ask about it.

    ``pay`` is the annual median in dollars in the chosen area, None where none of a full year's
    work is published; ``education`` one of `EDUCATION`: as published, or what its raters name
    instead of a group's. ``gap`` is the client's own, None without ratings. ``days`` is what is
    known of licenses and days, None where nothing is. ``areas`` are those of the job's most
    distinctive interest areas that the client likes, None where the job has none rated.
    """

    job: OccupationRow
    pay: float | None
    pay_words: str
    education: str | None
    gap: OverallGap | None = None
    days: DayFacts | None = None
    areas: tuple[str, ...] | None = None

    @property
    def liked_words(self) -> Said | str:
        """ "Liked areas: music; teaching"; "" where there is none."""
        if not self.areas:
            return ""
        return _("Liked areas: {areas}", areas=joined(self.areas, "; "))

    @property
    def education_short(self) -> str:
        """For a narrow column: * where it is a group's (`job.figures_note`)."""
        if self.education is None:
            return _NOT_PUBLISHED
        star = "" if self.job.raters else self.job.star  # raters speak of the job itself
        return joined((EDUCATION_SHORT.get(self.education, self.education), star), "")


@dataclass(frozen=True, slots=True)
class Candidate(Unranked):
    """An occupation of a client's ranking.

    ``tier`` is how likely it is among the closest tenth, None where nothing is re-drawn.
    """

    match: Match = field(kw_only=True)
    tier: Tier | None = None


J = TypeVar("J", bound=Unranked)


@dataclass(frozen=True, slots=True)
class Filters:
    """What an occupation must meet; None and "any" ask nothing, "kept" that it does not shrink.

    ``zone`` and ``education`` (a place in `EDUCATION`) are the most that may be needed,
    ``pay`` (dollars a year) and ``openings`` (a year) the least, ``gap`` (0-1) the most that
    the client's own levels may fall short. ``days`` ask of licenses and of what the days are like,
    ``areas`` that one of the job's most distinctive areas is liked.
    """

    zone: int | None = None
    education: int | None = None
    pay: float | None = None
    growth: Growth = "any"
    openings: float | None = None
    family: str | None = None
    gap: float | None = None
    days: tuple[DayFilter, ...] = ()
    areas: bool = False

    def without(self, name: str) -> Filters:
        """The same without one that is asked: a field, or one of ``days``."""
        if name in FILTERS:
            return replace(self, days=tuple(one for one in self.days if one != name))
        nothing: Filters = replace(self, **{name: getattr(Filters(), name)})
        return nothing


@dataclass(frozen=True, slots=True)
class Filtered(Generic[J]):
    """What passes, in the order of the ranking; ``beside`` says what one filter alone left out.

    ``hides`` counts, by field of `Filters` or one of its days, what each filter in use leaves out;
    ``grouped`` what passes by figures of a group.
    """

    rows: tuple[J, ...]
    beside: tuple[str, ...]
    hides: Mapping[str, int] = field(default_factory=dict)
    grouped: int = 0


def candidates(
    ranking: Iterable[Match],
    jobs: Mapping[str, OccupationRow],
    pay: Mapping[str, tuple[float | None, str]],
    education: Mapping[str, str],
    gaps: Mapping[str, OverallGap] | None = None,
    days: Mapping[str, DayFacts] | None = None,
    liked: Mapping[str, tuple[str, ...]] | None = None,
    tiers: Mapping[str, Tier | None] | None = None,
) -> tuple[Candidate, ...]:
    """The ranking with each occupation's figures, and its tier where one is known."""
    gaps, tiers = gaps or {}, tiers or {}
    return tuple(
        Candidate(
            *_figures(jobs[match.code], pay, education, gaps, days or {}, liked or {}), match=match,
            tier=tiers.get(match.code),
        )
        for match in ranking
        if match.code in jobs
    )  # fmt: skip


def unranked(
    jobs: Iterable[OccupationRow],
    pay: Mapping[str, tuple[float | None, str]],
    education: Mapping[str, str],
    gaps: Mapping[str, OverallGap] | None = None,
    days: Mapping[str, DayFacts] | None = None,
    liked: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Unranked, ...]:
    """Occupations with their figures, in the order in which they come."""
    found = (_figures(job, pay, education, gaps or {}, days or {}, liked or {}) for job in jobs)
    return tuple(Unranked(*one) for one in found)


def _figures(
    job: OccupationRow,
    pay: Mapping[str, tuple[float | None, str]],
    education: Mapping[str, str],
    gaps: Mapping[str, OverallGap],
    days: Mapping[str, DayFacts],
    liked: Mapping[str, tuple[str, ...]],
) -> tuple[
    OccupationRow, float | None, str, str | None, OverallGap | None, DayFacts | None,
    tuple[str, ...] | None,
]:  # fmt: skip
    code = job.code
    amount, words = pay.get(code, (None, _NOT_PUBLISHED))
    return (
        job, amount, words, education.get(code), gaps.get(code), days.get(code), liked.get(code)
    )  # fmt: skip


def filtered(
    everyone: Sequence[J], filters: Filters, all_jobs_change_pct: float | None
) -> Filtered[J]:
    """The occupations that meet every filter.

    An occupation whose figure is not published does not meet a filter on it; how many that
    leaves out is said, as is how many lie just beyond a limit and meet all the rest.
    """
    tests = _tests(filters, all_jobs_change_pct)
    kept = []
    near = dict.fromkeys(tests, 0)
    unknown = dict.fromkeys(tests, 0)
    hides = dict.fromkeys(tests, 0)
    asked = [(name, value, meets) for name, (value, meets) in tests.items()]
    for one in everyone:
        failed = [
            (name, found)
            for name, value, meets in asked
            if (found := value(one)) is None or not meets(found)
        ]
        if not failed:
            kept.append(one)
            continue
        for name, _found in failed:
            hides[name] += 1
        if len(failed) == 1:  # what two filters leave out is beside neither
            ((name, found),) = failed
            if found is None:
                unknown[name] += 1
            elif name in _LIMITS and _just_beyond(name, found, getattr(filters, name)):
                near[name] += 1
    said = [_LIMITS[name](number(count)) for name, count in near.items() if count]
    said += [_unknown_words(name, number(count)) for name, count in unknown.items() if count]
    grouped = 0
    if not _OF_GROUPS.isdisjoint(tests):
        grouped = sum(one.job.group is not None for one in kept)
    return Filtered(tuple(kept), tuple(said), hides, grouped)


def count_words(found: Filtered[J], of: int) -> Said:
    """ "38 of 923 occupations; 2 more just under your pay floor."."""
    shown, all_of_them = number(len(found.rows)), number(of)
    said = list(found.beside)
    if found.grouped:
        n = number(found.grouped)
        said.append(_("{n} of them by figures of the group named beside them (*)", n=n))
    if not said:
        return _("{n} of {of} occupations.", n=shown, of=all_of_them)
    beside = listed(said)
    return _("{n} of {of} occupations; {beside}.", n=shown, of=all_of_them, beside=beside)


def hides_most(found: Filtered[J], filters: Filters) -> tuple[str, int, Filters] | None:
    """The filter that hides most: its field, how many it leaves out, the filters without it.

    None where no filter is in use. Of two that hide as many the first asked counts.
    """
    if not found.hides:
        return None
    name = max(found.hides, key=lambda one: found.hides[one])
    return name, found.hides[name], filters.without(name)


_LIMITS: dict[str, Callable[[str], Said]] = {
    "pay": lambda n: _("{n} more just under your pay floor", n=n),
    "openings": lambda n: _("{n} more just under your floor of openings", n=n),
    "gap": lambda n: _("{n} more just over your skill gap", n=n),
}
_UNKNOWN: dict[str, Callable[[str], Said]] = {
    "zone": lambda n: _("{n} more without a job zone", n=n),
    "education": lambda n: _("{n} more without a published entry education", n=n),
    "pay": lambda n: _("{n} more without a full year's pay published there", n=n),
    "growth": lambda n: _("{n} more without a projection", n=n),
    "openings": lambda n: _("{n} more without published openings", n=n),
    "gap": lambda n: _("{n} more that too few of the client's ratings can be compared with", n=n),
    "areas": lambda n: _("{n} more whose interest areas are not rated", n=n),
}


def _unknown_words(name: str, n: str) -> Said:
    if name in _UNKNOWN:
        return _UNKNOWN[name](n)
    filter_ = FILTERS[cast(DayFilter, name)]
    return _("{n} more where it is not said: {filter}", n=n, filter=lowered(filter_))


_OF_GROUPS = {"education", "pay", "growth", "openings"}
"""The filters on figures that can be published for a group."""
_Value = Callable[[Unranked], "float | None"]


def _just_beyond(name: str, found: float, limit: float) -> bool:
    return found <= limit + NEAR_GAP if name == "gap" else found >= NEAR * limit


def _tests(
    filters: Filters, all_jobs_change_pct: float | None
) -> dict[str, tuple[_Value, Callable[[float], bool]]]:
    """For each filter in use: the value it asks for, and what the value must meet."""
    found: dict[str, tuple[_Value, Callable[[float], bool]]] = {}
    zone, education, pay, openings = filters.zone, filters.education, filters.pay, filters.openings
    if zone is not None:
        found["zone"] = (lambda one: one.job.job_zone, lambda value: value <= zone)
    if education is not None:
        found["education"] = (_education, lambda value: value <= education)
    if pay is not None:
        found["pay"] = (lambda one: one.pay, lambda value: value >= pay)
    if filters.growth == "kept":
        found["growth"] = (lambda one: one.job.change_pct, lambda value: value > SHRINKS)
    elif filters.growth != "any":
        floor = all_jobs_change_pct or 0.0 if filters.growth == "faster" else 0.0
        found["growth"] = (lambda one: one.job.change_pct, lambda value: value > floor)
    if openings is not None:
        found["openings"] = (lambda one: one.job.openings, lambda value: value >= openings)
    if filters.family is not None:
        found["family"] = (
            lambda one: float(one.job.family == filters.family), lambda value: value == 1
        )  # fmt: skip
    if (most := filters.gap) is not None:
        found["gap"] = (_gap, lambda value: value <= most)
    if filters.areas:
        found["areas"] = (
            lambda one: None if one.areas is None else float(bool(one.areas)),
            lambda value: value == 1,
        )
    for day in filters.days:
        found[day] = (lambda one, day=day: passes(day, one.days), lambda value: value == 1)  # type: ignore[misc]
    return found


def _gap(one: Unranked) -> float | None:
    return one.gap.index if one.gap is not None and one.gap.enough else None


def _education(one: Unranked) -> float | None:
    return EDUCATION.index(one.education) if one.education in EDUCATION else None
