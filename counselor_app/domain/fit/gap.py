"""What a client would have to learn for an occupation: its levels less the client's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counselor_app.domain.figures.wording import percent
from counselor_app.domain.fit.similarity import IMPORTANT, Demand, LevelGap, shortfall
from counselor_app.language import _, joined, listed

ENOUGH, ENOUGH_SHARE = 5, 0.25
"""How many of an occupation's important elements, and what part of them, a client must have
rated before a gap to it is spoken of [convention]: all 35 skills reach most occupations."""

ABOUT_ENOUGH = _(
    "Skill gap: what the client’s own ratings fall short of, as a part of all that the job asks,"
    " weighted by importance; only what is rated counts, {n} elements and a quarter of what"
    " matters in the job at the least.",
    n=ENOUGH,
)


@dataclass(frozen=True, slots=True)
class SkillGap:
    """A client's levels against what one occupation asks (METHODS 3, convention).

    Over the elements of importance 3 or more: ``index`` is sum IM max(0, Lt - Lp) / sum IM Lt,
    0 (nothing to make up) to 1, None when nothing can be compared. It counts every gap; only a
    gap's ``real`` tells it from noise: above 1.645 SE of the occupation's level (a self-rating
    has no SE), None where no SE is published. ``gaps`` come by importance times gap, largest
    first; ``met``, ``not_rated`` (by the client) and ``no_level`` (not relevant or not published
    for the occupation, and in no sum) name elements, most important first.
    """

    index: float | None
    gaps: tuple[LevelGap, ...]
    met: tuple[str, ...]
    not_rated: tuple[str, ...]
    no_level: tuple[str, ...]

    @property
    def build_first(self) -> tuple[LevelGap, ...]:
        """The real gaps, the one that matters most first: importance times gap."""
        return tuple(gap for gap in self.gaps if gap.real)

    @property
    def within_error(self) -> tuple[LevelGap, ...]:
        """Gaps no larger than the error of the occupation's own level."""
        return tuple(gap for gap in self.gaps if gap.real is False)

    @property
    def no_claim(self) -> tuple[LevelGap, ...]:
        """Gaps of which nothing can be said: the release gives no SE."""
        return tuple(gap for gap in self.gaps if gap.real is None)


def skill_gap(asked: Mapping[str, Demand], rated: Mapping[str, float]) -> SkillGap:
    """The client's self-ratings (level 0-7, by element) against an occupation's demands.

    The same one-sided sum as between two occupations, with a self-rating on one side; elements
    the client has not rated are left out of it and named.
    """
    # An SE of 0 on the client's side leaves 1.645 SE of the occupation alone.
    own = {element: Demand("", 0, level, 0.0, False) for element, level in rated.items()}
    found = shortfall(asked, own)
    missing = {gap.element for gap in found.gaps}
    matter = sorted(
        ((element, demand) for element, demand in asked.items() if demand.importance >= IMPORTANT),
        key=lambda pair: (-pair[1].importance, pair[1].name),
    )
    return SkillGap(
        index=found.index,
        gaps=found.gaps,
        met=tuple(
            demand.name
            for element, demand in matter
            if demand.level is not None and element in rated and element not in missing
        ),
        not_rated=found.not_compared,
        no_level=tuple(demand.name for _, demand in matter if demand.level is None),
    )


@dataclass(frozen=True, slots=True)
class OverallGap:
    """A client's gap to one occupation among many: ``index`` as in `SkillGap`, 0 to 1.

    ``compared`` of the ``of`` elements that matter there have a rating of the client.
    """

    index: float | None
    compared: int
    of: int

    @property
    def enough(self) -> bool:
        """Whether enough is rated to speak of this occupation [convention]."""
        return self.compared >= ENOUGH and self.compared >= ENOUGH_SHARE * self.of


def overall_gaps(
    asked: Mapping[str, Mapping[str, Demand]], rated: Mapping[str, float]
) -> dict[str, OverallGap]:
    """The client's gap to every occupation: ``asked`` by code, self-ratings by element.

    An element that is not of importance 3 or more may be left out of ``asked``.
    """
    found = {}
    for code, demands in asked.items():
        gap = skill_gap(demands, rated)
        compared = len(gap.met) + len(gap.gaps)
        found[code] = OverallGap(gap.index, compared, compared + len(gap.not_rated))
    return found


def overall_words(gap: OverallGap | None) -> str:
    """ "8.1%", or that there is too little to compare."""
    if gap is None:
        return _("nothing to compare")
    if gap.enough and gap.index is not None:
        return percent(100 * gap.index)
    return _("too few rated")


def gap_sentence(gap: SkillGap) -> str:
    """How many of the important elements the client meets, and what stands out, in words."""
    compared = len(gap.met) + len(gap.gaps)
    if not compared:
        return _("Nothing can be compared yet: rate some of what matters in this job first.")
    said = [
        _("Level met on {n} of {compared} that matter in this job and are rated",
          n=len(gap.met), compared=compared)
    ]  # fmt: skip
    if n := len(gap.build_first):
        said.append(_("clearly below it on {n}", n=n))
    if n := len(gap.within_error):
        said.append(_("too close to call on {n}", n=n))
    if n := len(gap.no_claim):
        said.append(_("below it with no published error to judge by on {n}", n=n))
    sentence = _("{clauses}.", clauses=joined(said, "; "))
    if not gap.build_first:
        return sentence
    first = listed(g.name for g in gap.build_first[:3])
    return joined((sentence, _("To build first: {elements}.", elements=first)))
