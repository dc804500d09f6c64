"""How hours, pressure and control stand in every occupation, as far as a pack knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from counselor_app.domain.occupation.hours_pressure import (
    BLOCKS,
    ELEMENTS,
    SCALES,
    Block,
    Mean,
    enough,
    score,
)


def block_scores(
    connection: sqlite3.Connection, elements: Iterable[str]
) -> Mapping[Block, tuple[float, ...]]:
    """The scores of all occupations by block; a block of which too little is known is left out.

    ``elements`` are those that the pack holds: where they fill no block, no rating is read.
    """
    possible = [block for block in BLOCKS if enough(block, elements)]
    if not possible:
        return {}
    by_code: dict[str, dict[str, Mean]] = {}
    marks = ", ".join("?" * len(ELEMENTS))
    # By occupation, along the key: by element alone all ratings would be read.
    for code, element, scale, value, se in connection.execute(
        "SELECT r.code, r.element, r.scale, r.value, r.se FROM occupation o CROSS JOIN scored s"
        " CROSS JOIN rating r ON r.code = o.code AND r.element = s.element AND r.scale = s.scale"
        f" WHERE s.element IN ({marks})",
        ELEMENTS,
    ):
        if scale in SCALES:
            by_code.setdefault(code, {})[element] = Mean(value, se, scale)
    scored = {block: [score(block, known) for known in by_code.values()] for block in possible}
    return {
        block: tuple(one.value for one in found if one is not None)
        for block, found in scored.items()
    }
