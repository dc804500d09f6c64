"""The columns of the counselor's list: their words, and what they are sorted by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from counselor_app.domain.figures.wording import correlation_words, openings_words, percent
from counselor_app.domain.fit.board import Placing, tier_words
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.gap import overall_words
from counselor_app.domain.fit.matches_filter import EDUCATION, Candidate, Unranked
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.language import Said, _, joined, pgettext

UNKNOWN = float("inf")
"""Stands for what is not known: it comes last."""
NO_PROJECTION = pgettext("in place of a figure", "no projection")
_NOT_PUBLISHED = pgettext("in place of a figure", "not published")
_NO_ZONE = pgettext("job zone", "none")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width at 100 % (0: the room left), a cell's words, what it is
    sorted by (what is not known comes last), and whether it stands right.
    """

    key: str
    title: Said | str
    width: int
    words: Callable[[Unranked], str]
    value: Callable[[Unranked], float | str]
    right: bool = False


def columns(
    placing: Placing, place: str, edition: BandEdition, *, sure: bool, rated: bool, liked: bool
) -> tuple[Column, ...]:
    """The columns of a list; ``sure`` adds what is statistical, ``rated`` the skill gap,
    ``liked`` the job's areas that the client likes."""
    order = {code: n for n, code in enumerate(placing.section)}
    found = [
        Column("tick", pgettext("column", "Ticked"), 26, lambda _one: "", lambda _one: 0.0),
        Column("star", pgettext("column", "Starred"), 26, lambda _one: "", lambda _one: 0.0),
        Column("job", pgettext("column", "Job"), 0, _titled, lambda one: one.job.title.casefold()),
        Column("tier", pgettext("column", "Closeness"), 126,
               lambda one: tier_words(one, placing), lambda one: float(order[one.job.code])),
    ]  # fmt: skip
    if placing.basis == "openings":
        found.pop()
    if sure and placing.basis in ("tier", "rank"):
        of = len(placing.section)
        found += [
            Column("rank", _("Place of {n}", n=of), 84,
                   lambda one: str(_rank(one)), lambda one: float(_rank(one)), True),
            Column("r", pgettext("column", "r"), 44, _r_words, lambda one: -_r(one), True),
            Column("band", pgettext("column", "Band"), 84, partial(_band, edition=edition),
                   lambda one: -_r(one)),
        ]  # fmt: skip
    found += [
        Column("pay", _("Pay in {place}", place=in_place(place)), 120, lambda one: one.pay_words,
               lambda one: _least(one.pay), True),
        Column("change", pgettext("column", "Change"), 92, _change,
               lambda one: _least(one.job.change_pct), True),
        Column("openings", _("Openings a year"), 112, _openings,
               lambda one: _least(one.job.openings), True),
        Column("schooling", pgettext("column", "Schooling"), 142,
               lambda one: one.education_short, _schooling),
        Column("zone", pgettext("column", "Zone"), 48,
               lambda one: str(one.job.job_zone or _NO_ZONE),
               lambda one: float(one.job.job_zone or UNKNOWN), True),
    ]  # fmt: skip
    if rated:
        gap = pgettext("column", "Skill gap")
        found.append(Column("gap", gap, 84, lambda one: overall_words(one.gap), _gap, True))
    if liked:
        found.append(
            Column("areas", pgettext("column", "Liked areas"), 150,
                   lambda one: joined(one.areas or (), "; "), lambda one: -len(one.areas or ()))
        )  # fmt: skip
    return tuple(found)


def _titled(one: Unranked) -> str:
    job = one.job
    if not job.group:
        return job.title
    return _("{title} (* {group})", title=job.title, group=job.whose)


def _rank(one: Unranked) -> int:
    assert isinstance(one, Candidate)
    return one.match.rank


def _r(one: Unranked) -> float:
    assert isinstance(one, Candidate)
    return one.match.r


def _r_words(one: Unranked) -> str:
    return correlation_words(_r(one))


def _band(one: Unranked, edition: BandEdition) -> str:
    return band_words(edition.band(_r(one)), edition)


def _change(one: Unranked) -> str:
    if one.job.change_pct is None:
        return NO_PROJECTION
    return joined((percent(one.job.change_pct, signed=True), one.job.star), "")


def _openings(one: Unranked) -> str:
    if one.job.openings is None:
        return _NOT_PUBLISHED
    return joined((openings_words(one.job.openings), one.job.star), "")


def _schooling(one: Unranked) -> float:
    return float(EDUCATION.index(one.education)) if one.education in EDUCATION else UNKNOWN


def _gap(one: Unranked) -> float:
    return one.gap.index if one.gap and one.gap.enough and one.gap.index is not None else UNKNOWN


def _least(value: float | None) -> float:
    """Most first; what is not published last."""
    return UNKNOWN if value is None else -value
