"""The jobs that a client reads first: a few in each group of schooling, near twins as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.wording import money
from counselor_app.domain.fit.board import FOLDED, Card, Placing, Schooling, Section, board
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.occupation.student_page import Trend, change_short, trend_of
from counselor_app.domain.occupation.titles import title_inside
from counselor_app.language import Said, _, listed, pgettext

EACH = 4
"""Jobs of a group at the most."""


@dataclass(frozen=True, slots=True)
class FirstJob:
    """One job, or near twins under the name of their family; ``count`` is how many they are.

    ``section`` is its place on the board ("likely"). Schooling, outlook and trend are "" where
    twins differ; ``whose`` names the larger group that the figures are of, else it is "".
    """

    title: str
    code: str
    count: int
    section: str
    pay: Said | str
    school: Said | str
    outlook: Said | str
    trend: Trend
    whose: Said | str


@dataclass(frozen=True, slots=True)
class FirstGroup:
    """Jobs of one level of schooling, the surest first; ``counts`` are of all jobs by section."""

    schooling: Schooling
    counts: tuple[tuple[str, int], ...]
    jobs: tuple[FirstJob, ...]


def first_jobs(matches: MatchList, placing: Placing) -> tuple[FirstGroup, ...]:
    """The three groups of schooling, empty ones too, each with at most `EACH` of its jobs.

    What is less likely among the closest is not among them (METHODS 2).
    """
    columns = board(matches.rows, placing, matches.families, matches.all_jobs_change_pct or 0.0)
    return tuple(
        FirstGroup(
            column.schooling,
            tuple((one.name, one.count) for one in _open(column.sections)),
            tuple(_job(card, matches) for card in _cards(_open(column.sections))),
        )
        for column in columns
        if column.schooling != "unknown"
    )


def _open(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(one for one in sections if one.name not in FOLDED)


def _cards(sections: Sequence[Section]) -> tuple[Card, ...]:
    return tuple(card for section in sections for card in section.cards)[:EACH]


def _job(card: Card, matches: MatchList) -> FirstJob:
    first, everyone = matches.short(card.code), matches.all_jobs_change_pct
    outlooks = {change_short(one.job.change_pct, everyone) for one in card.jobs}
    alike = len(outlooks) == 1
    return FirstJob(
        title=card.title,
        code=card.code,
        count=len(card.codes),
        section=card.section,
        pay=_pay(card, first.pay),
        school=first.school if len({one.education for one in card.jobs}) == 1 else "",
        outlook=outlooks.pop() if alike else "",
        trend=trend_of(card.jobs[0].job.change_pct) if alike else "",
        whose=listed(
            pgettext("whose figures", "all {group}", group=title_inside(title))
            for title in dict.fromkeys(one.job.group.title for one in card.jobs if one.job.group)
        ),
    )


def _pay(card: Card, alone: Said | str) -> Said | str:
    """A job's own pay as its page says it; of twins from the lowest to the highest."""
    known = {one.pay for one in card.jobs if one.pay is not None}
    if len(known) < 2:
        return alone
    return _("{low} to {high}", low=money(min(known)), high=money(max(known)))
