"""Rungs of schooling: the typical entry education of the projections on one ladder."""

from __future__ import annotations

from collections.abc import Mapping

RUNGS: Mapping[str, int] = {
    "No formal educational credential": 0,
    "High school diploma or equivalent": 0,
    "Some college, no degree": 1,
    "Postsecondary nondegree award": 1,
    "Associate's degree": 1,
    "Bachelor's degree": 2,
    "Master's degree": 3,
    "Doctoral or professional degree": 4,
}
"""Typical entry education as published, and its rung, 0 to 4 (METHODS 5, convention)."""


def rung(education: str | None) -> int | None:
    """The rung of a published entry education; None where none is published."""
    return RUNGS.get(education or "")
