"""How a client rates their own skills, abilities and knowledge, on the level scale 0-7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from counselor_app.domain.ratings import SCALE_ENDS
from counselor_app.errors import UserError

ANCHORED = (2, 4, 6)
"""Levels that have an anchor."""

ABOUT_ANCHORS = (
    "The examples are our own and have not been tested; they are there to make the numbers mean"
    " something. A self-rating is the client's own view, not a measurement."
)


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """What to ask about one element: a question, and a task that stands for levels 2, 4, 6."""

    element: str
    name: str
    question: str
    anchors: tuple[str, str, str]


def with_level(rated: Mapping[str, float], element: str, level: float) -> dict[str, float]:
    """The client's levels (0-7, by element) with one more, or in place of an earlier one.

    Raises:
        UserError: when the level is not within 0 to 7.
    """
    low, high = SCALE_ENDS["LV"]
    if not isfinite(level) or not low <= level <= high:
        raise UserError(
            f"The level for {element} is {level:g}; expected {low:g} (none) to {high:g} (the"
            " highest there is)."
        )
    return {**rated, element: level}


def without_level(rated: Mapping[str, float], element: str) -> dict[str, float]:
    """The client's levels without this element: not rated, which is not 0."""
    return {one: level for one, level in rated.items() if one != element}
