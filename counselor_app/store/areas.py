"""The most distinctive interest areas of every occupation, where a release rates them."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter

from counselor_app.domain.figures.provenance import Placement
from counselor_app.domain.session.areas import SHOWN, distinctive_order
from counselor_app.store.reference import Pack


def distinctive_areas(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Three elements an occupation, the most distinctive first; {} without such a table."""
    elements = [element for element, (_name, domain) in pack.elements.items() if domain == "area"]
    if not elements:
        return {}
    marks = ", ".join("?" * len(elements))
    # By occupation, along the key: by element alone all ratings would be read.
    rows = pack.connection.execute(
        "SELECT r.code, r.element, r.value, r.below, r.equal, r.of FROM occupation o"
        " CROSS JOIN scored s CROSS JOIN rating r"
        " ON r.code = o.code AND r.element = s.element AND r.scale = s.scale"
        f" WHERE s.scale = 'OI' AND s.element IN ({marks}) ORDER BY o.code",
        elements,
    )
    return {
        code: tuple(
            area
            for *_order, area in nsmallest(
                SHOWN,
                (
                    distinctive_order(Placement(below, equal, of).percentile, value, element)
                    for _code, element, value, below, equal, of in group
                ),
            )
        )
        for code, group in groupby(rows, key=itemgetter(0))
    }
