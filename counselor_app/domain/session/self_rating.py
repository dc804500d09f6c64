"""How a client rates their own skills, abilities and knowledge, on the level scale 0-7."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from counselor_app.domain.figures.amounts import parse_number
from counselor_app.domain.figures.ratings import SCALE_ENDS
from counselor_app.errors import UserError
from counselor_app.language import _

ANCHORED = (2, 4, 6)
"""Levels that have an anchor."""

ABOUT_ANCHORS = _(
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
            _("The level for {element} is {level}; expected {low} (none) to {high} (the highest"
              " there is).", element=element, level=format(level, "g"), low=format(low, "g"),
              high=format(high, "g"))
        )  # fmt: skip
    return {**rated, element: level}


def parse_levels(text: str, elements: Mapping[str, str]) -> dict[str, float]:
    """Levels (0-7) by element from lines such as "2.A.1.a,4" or "Reading Comprehension,4".

    ``elements`` names every element that can be rated, by id. A first line that ends in "level"
    is a heading. What stands between id and level is not read.

    Raises:
        UserError: for a line that names no element or no level, or an element a second time.
    """
    by_name = {name.casefold(): element for element, name in elements.items()}
    rated: dict[str, float] = {}
    lines = [line.strip() for line in text.splitlines()]
    for place, line in enumerate(lines, 1):
        cells = [cell.strip().strip('"') for cell in line.replace("\t", ",").split(",")]
        if not line or (place == 1 and cells[-1].casefold() == "level"):
            continue
        said = ",".join(cells[:-1])
        element = cells[0] if cells[0] in elements else by_name.get(said.casefold(), "")
        if not element:
            raise UserError(
                _("Line {line}: {element} is no skill, ability or knowledge area of this pack;"
                  " expected lines such as: Reading Comprehension,4",
                  line=place, element=repr(said or line))
            )  # fmt: skip
        if element in rated:
            raise UserError(
                _("Line {line}: {element} is rated a second time.",
                  line=place, element=elements[element])
            )  # fmt: skip
        try:
            level = parse_number(cells[-1], "4")
        except UserError:
            raise UserError(
                _("Line {line}: {level} is no level; expected a number from 0 to 7.",
                  line=place, level=repr(cells[-1]))
            ) from None  # fmt: skip
        rated = with_level(rated, element, level)
    if not rated:
        raise UserError(_("There is no rating; expected lines such as: Reading Comprehension,4"))
    return rated
