"""In which order a client's occupations stand on the board, and by what their sections go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counselor_app.domain.fit.board import Basis, Placing
from counselor_app.domain.fit.code_list import by_code
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.fit.tiers import by_tier, no_redraws
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.session.client import ClientView

TENTH = 10
"""One in so many occupations counts as among the closest (METHODS 2)."""


def basis(view: ClientView) -> Basis | None:
    """By what the board goes; None without scores, or while the re-draws are under way."""
    scores = view.client.scores
    if scores is None:
        return None
    if not scores.scores:
        return "letters"
    if flat(scores):
        return "openings"
    if no_redraws(scores) is not None:
        return "rank"
    return "tier" if view.redraws is not None else None


def placed(
    view: ClientView, profiles: Sequence[InterestProfile], jobs: Iterable[OccupationRow]
) -> tuple[tuple[str, ...], Placing] | None:
    """The codes in their order, and their sections; None where `basis` is.

    Tiers, then r, title, code; without a known error by r; a code by the agreement of letters,
    equal ones by title; a flat profile by openings, what has none published last.
    """
    by = basis(view)
    if by is None or view.client.scores is None:
        return None
    if by == "tier":
        ranked = by_tier(view.ranking, view.redraws)
        return tuple(p.match.code for p in ranked), Placing(
            by, {p.match.code: p.tier for p in ranked if p.tier}
        )
    if by == "rank":
        most = max(1, len(view.ranking) // TENTH)
        section = {m.code: "tenth" if m.rank <= most else "rest" for m in view.ranking}
        return tuple(section), Placing(by, section)
    if by == "letters":
        found = by_code(view.client.scores.letters, profiles)
        section = {
            c.code: "all letters" if c.m == c.m_max else "some letters" if c.m else "no letters"
            for c in found
        }
        return tuple(section), Placing(by, section)
    ordered = sorted(
        jobs, key=lambda j: (j.openings is None, -(j.openings or 0.0), j.title, j.code)
    )
    return tuple(j.code for j in ordered), Placing(by, {j.code: "openings" for j in ordered})
