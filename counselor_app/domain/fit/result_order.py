"""In which order what a search finds is listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from counselor_app.domain.fit.matches_filter import EDUCATION, Unranked
from counselor_app.domain.fit.sureness import TIERS, Tier
from counselor_app.language import Said, _

Order = Literal["best", "pay", "growth", "openings", "schooling", "tier"]

ORDERS: dict[Order, Said] = {
    "best": _("Best match first"),
    "pay": _("Highest pay first"),
    "growth": _("Fastest growing first"),
    "openings": _("Most openings first"),
    "schooling": _("Least schooling first"),
    "tier": _("Closest to the answers first"),
}
_TIERS = [name for name, _least in TIERS]


def in_order(
    found: Sequence[Unranked], order: Order, tier: Callable[[str], Tier | None]
) -> list[Unranked]:
    """The occupations in an order, equal ones as they were found; last those of which that is not
    known. Tiers have no order within.
    """

    def key(one: Unranked) -> float | None:
        job = one.job
        if order == "schooling":
            return EDUCATION.index(one.education) if one.education in EDUCATION else None
        if order == "tier":
            near = tier(job.code)
            return None if near is None else _TIERS.index(near)
        value = {"pay": one.pay, "growth": job.change_pct, "openings": job.openings}.get(order, 0.0)
        return None if value is None else -value

    keys = {one.job.code: key(one) for one in found}
    known = [one for one in found if keys[one.job.code] is not None]
    known.sort(key=lambda one: keys[one.job.code] or 0.0)
    return known + [one for one in found if keys[one.job.code] is None]
