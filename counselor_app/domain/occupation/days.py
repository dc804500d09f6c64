"""Filters on licenses and on what the days are like, with what is not said kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.handbook import LICENSED, NAMED, STRAIN
from counselor_app.language import Said, _, pgettext

DayFilter = Literal["licence", "regular", "no_nights", "home", "outdoors", "no_lifting"]

TELEWORK_SHARE = 50.0
"""From this percent of workers with telework on, a job can be done from home [convention]."""

FILTERS: dict[DayFilter, Said] = {
    "licence": pgettext("filter", "Needs a license"),
    "regular": pgettext("filter", "Regular days"),
    "no_nights": pgettext("filter", "No nights"),
    "home": pgettext("filter", "From home"),
    "outdoors": pgettext("filter", "Outdoors"),
    "no_lifting": pgettext("filter", "No heavy lifting"),
}
FILTER_NOTES: dict[DayFilter, Said] = {
    "licence": _("A license is needed everywhere, in some states or for some roles."),
    "regular": _(
        "The handbook's page tells the hours and names no evenings, nights, weekends, shifts or"
        " calls."
    ),
    "no_nights": _("The handbook's page tells the hours and names no nights, shifts or calls."),
    "home": _(
        "The handbook's page names work at home, or at least half of the workers can telework."
    ),
    "outdoors": _("The handbook's page names work outdoors, always or sometimes."),
    "no_lifting": _(
        "The handbook's page tells the place or the strain and names no heavy lifting."
    ),
}
"""What a filter lets through, exactly."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What filters ask of an occupation: codes of `handbook`, and telework in percent."""

    licence: str = "none said"
    days: Mapping[str, str] = field(default_factory=dict)
    telework: float | None = None

    def named(self, *facts: str) -> bool:
        """Whether the page says that one of the facts is so, if only for some."""
        return any(self.days.get(fact) in NAMED for fact in facts)

    def told(self, facts: Iterable[str]) -> bool:
        """Whether the page says anything of these facts."""
        return any(self.days.get(fact, "not said") != "not said" for fact in facts)


@dataclass(frozen=True, slots=True)
class DayCount:
    """Of some occupations: how many a filter lets through, keeps out, and knows nothing of."""

    passing: int
    not_passing: int
    not_said: int

    @property
    def words(self) -> Said:
        """ "212 jobs; not said of 340 more"."""
        return _(
            "{n} jobs; not said of {unknown} more",
            n=number(self.passing), unknown=number(self.not_said),
        )  # fmt: skip


def passes(filter_: DayFilter, facts: DayFacts | None) -> bool | None:
    """Whether an occupation meets a filter (`FILTER_NOTES`); None where nothing says."""
    return None if facts is None else _TESTS[filter_](facts)


def passes_all(filters: Iterable[DayFilter], facts: DayFacts | None) -> bool | None:
    """Whether an occupation meets all filters; None where it fails none and one is unknown."""
    answers = [passes(one, facts) for one in filters]
    if False in answers:
        return False
    return None if None in answers else True


def count(filter_: DayFilter, everyone: Iterable[DayFacts | None]) -> DayCount:
    """How many of these occupations a filter lets through, and of how many nothing is said."""
    answers = [passes(filter_, facts) for facts in everyone]
    return DayCount(answers.count(True), answers.count(False), answers.count(None))


def _licence(facts: DayFacts) -> bool | None:
    return None if facts.licence == "none said" else facts.licence in LICENSED


def _unnamed(told_by: Iterable[str], *facts: str) -> Callable[[DayFacts], bool | None]:
    """Meets where none of the facts is named by a page that tells of such things."""
    telling = tuple(told_by)

    def test(one: DayFacts) -> bool | None:
        if one.named(*facts):
            return False
        return True if one.told(telling) else None

    return test


def _home(facts: DayFacts) -> bool | None:
    if facts.named("home"):
        return True
    return None if facts.telework is None else facts.telework >= TELEWORK_SHARE


def _outdoors(facts: DayFacts) -> bool | None:
    return facts.named("outdoors") if facts.told(("outdoors", "office")) else None


_HOURS = ("full_time", "part_time", "evenings", "nights", "weekends", "shifts", "overtime",
          "on_call")  # fmt: skip
_TESTS: dict[DayFilter, Callable[[DayFacts], bool | None]] = {
    "licence": _licence,
    "regular": _unnamed(_HOURS, "evenings", "nights", "weekends", "shifts", "on_call"),
    "no_nights": _unnamed(_HOURS, "nights", "shifts", "on_call"),
    "home": _home,
    "outdoors": _outdoors,
    "no_lifting": _unnamed(("office", "outdoors", *STRAIN), "lifting"),
}
