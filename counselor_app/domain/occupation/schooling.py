"""The schooling that fits the job: a group's published entry, or what its own raters say instead.

The projections publish one typical entry education for a whole group of occupations. Where more
than half of those asked about the job itself (O*NET, education) name more, or less, than that,
both are said, the raters' answer first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import number, percent, told, whose
from counselor_app.domain.occupation.preparation import (
    EDUCATION_SHORT,
    EDUCATION_WORDS,
    getting_in_finding,
    way_in,
)
from counselor_app.domain.occupation.sheet import Requirement, Sheet
from counselor_app.language import Said, _, capitalised, joined, lowered

MOST = 50.0
"""Percent of those asked: more than so many name another schooling, or one level [convention]."""

LEVELS = tuple(EDUCATION_WORDS)
"""Entry education as published (Employment Projections), least first."""

# Category of the O*NET scale -> place among `LEVELS`; certificates after a degree lie between.
_PLACES: Mapping[int, float] = {
    1: 0, 2: 1, 3: 3, 4: 2, 5: 4, 6: 5, 7: 5.5, 8: 6, 9: 6.5, 10: 7, 11: 7, 12: 7,
}  # fmt: skip
_BETWEEN: Mapping[float, tuple[Said, Said]] = {
    5.5: (_("a certificate after a bachelor's degree"), _("Certificate after a bachelor’s")),
    6.5: (_("a certificate after a master's degree"), _("Certificate after a master’s")),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What most of those asked about a job say, where it is not the published entry.

    ``level`` is their middle answer as one of `LEVELS`; ``words`` and ``short`` name the level
    that more than half of them name, else "more than a high school diploma"; ``percent`` of
    those asked say so. ``category`` is the answer most named among them. ``more``: they name more
    than is published; ``named``: more than half of them the same level.
    """

    level: str
    words: str
    short: str
    percent: float
    category: int
    more: bool
    named: bool


def answer(entry: str, shares: Mapping[int, float]) -> Answer | None:
    """What raters say instead of ``entry``; None where most of them bear it out, or none is asked.

    ``shares`` are percent of those asked by category of the O*NET scale.
    """
    if entry not in LEVELS or not shares:
        return None
    published = LEVELS.index(entry)
    for more in (True, False):
        side = {
            category: share
            for category, share in shares.items()
            if (_PLACES[category] > published if more else _PLACES[category] < published)
        }
        if sum(side.values()) > MOST:
            break
    else:
        return None
    most = max(side, key=lambda category: (side[category], -category))
    place = _PLACES[most]
    level = int(_PLACES[_middle(shares)])
    same = sum(share for category, share in side.items() if _PLACES[category] == place)
    if same > MOST:
        same_level = LEVELS[int(place)]
        words, short = _BETWEEN.get(place) or (
            EDUCATION_WORDS[same_level], EDUCATION_SHORT[same_level])  # fmt: skip
        return Answer(LEVELS[level], words, short, same, most, more, named=True)
    words, short = EDUCATION_WORDS[entry], lowered(EDUCATION_SHORT[entry])
    if more:
        words, short = _("more than {level}", level=words), _("More than {level}", level=short)
    else:
        words, short = _("less than {level}", level=words), _("Less than {level}", level=short)
    return Answer(LEVELS[level], words, short, sum(side.values()), most, more, named=False)


def _middle(shares: Mapping[int, float]) -> int:
    """The category that the middle one of those asked names."""
    counted = 0.0
    for category in sorted(shares, key=lambda c: _PLACES[c]):
        counted += shares[category]
        if 2 * counted >= sum(shares.values()):
            return category
    raise AssertionError("the shares add up to their sum")


def asked_shares(asked: Sequence[Requirement]) -> dict[int, float]:
    """The answers on education as percent by category."""
    return {r.category: share for r in asked if (share := r.figure.number) is not None}


def raters_answer(sheet: Sheet) -> Answer | None:
    """What raters of the job say instead of a group's entry; None of an entry that is its own."""
    entry = sheet.outlook.education
    if entry.group is None:
        return None
    return answer(str(entry.value), asked_shares(sheet.requirements.get("RL", ())))


def borne_out(sheet: Sheet) -> bool:
    """The published entry is the job's own, or those asked about the job bear it out.

    A group's entry that no one was asked about judges no job.
    """
    if sheet.outlook.education.group is None:
        return True
    return bool(sheet.requirements.get("RL")) and raters_answer(sheet) is None


def rated_figure(sheet: Sheet, found: Answer) -> Figure:
    """The figure behind an answer: the category most named, with its raters and its date."""
    return next(r.figure for r in sheet.requirements["RL"] if r.category == found.category)


def share_words(sheet: Sheet, found: Answer) -> str:
    """ "86% of 28 asked", and that the release advises not to rely on it."""
    figure = rated_figure(sheet, found)
    share = percent(found.percent, 0)
    said = (
        _("{share} of {n} asked", share=share, n=number(figure.n))
        if figure.n
        else _("{share} of those asked", share=share)
    )
    return joined((said, figure.flag or ""), ", ")


def usual_way(sheet: Sheet) -> str | None:
    """`way_in` as it fits the job: its own, its group's by name, or its raters' answer first."""
    way, found = way_in(sheet.outlook), raters_answer(sheet)
    group = whose(sheet.outlook.education)
    if way is None or not group:
        return way
    if found is None:
        return _("{schooling} (as published for {group})", schooling=way, group=group)
    return _(
        "{schooling}, say {share}; for {group}, {published}",
        schooling=found.words, share=share_words(sheet, found), group=group, published=way,
    )  # fmt: skip


def entry_finding(sheet: Sheet) -> str | None:
    """The head of what is said on getting in, as it fits the job."""
    head, found = getting_in_finding(sheet), raters_answer(sheet)
    if found is None:
        return told(head or "", sheet.outlook.education) or None
    return _(
        "{schooling}, say {share}",
        schooling=capitalised(found.words), share=share_words(sheet, found),
    )  # fmt: skip
