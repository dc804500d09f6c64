"""What matching a client or comparing occupations reads from the pack."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.similarity import IMPORTANT, Demand
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.language import published
from counselor_app.store.reference import Pack

COMPARED = ("skill", "ability", "knowledge")
"""Domains whose importance makes the similarity of two occupations (METHODS 3)."""

_ELEMENTS = f"SELECT id FROM element WHERE domain IN ({', '.join('?' * len(COMPARED))})"


def interest_profile(pack: Pack, code: str) -> InterestProfile | None:
    """The occupation's interests; None where the release does not give all six."""
    return next((p for p in pack.interest_profiles if p.code == code), None)


def importances(pack: Pack) -> dict[str, dict[str, float]]:
    """Importance (1-5) of every skill, ability and knowledge, by occupation and element."""
    found: dict[str, dict[str, float]] = {}
    for code, element, value in pack.connection.execute(
        f"SELECT code, element, value FROM rating WHERE scale = 'IM' AND element IN ({_ELEMENTS})"
        " ORDER BY code, element",
        COMPARED,
    ):
        found.setdefault(code, {})[element] = value
    return found


def demands(pack: Pack, code: str) -> dict[str, Demand]:
    """Importance and level of every skill, ability and knowledge of one occupation."""
    found: dict[str, Demand] = {}
    for element, scale, value, se, suppress, irrelevant in pack.connection.execute(
        "SELECT element, scale, value, se, suppress, not_relevant FROM rating"
        f" WHERE code = ? AND scale IN ('IM', 'LV') AND element IN ({_ELEMENTS})"
        " ORDER BY element, scale",
        (code, *COMPARED),
    ):
        name = pack.elements[element][0]
        if scale == "IM":
            found[element] = Demand(name, value, None, None, False)
        elif element in found:
            level = None if irrelevant else value
            found[element] = Demand(name, found[element].importance, level, se, bool(suppress))
    return found


def important_demands(pack: Pack) -> dict[str, dict[str, Demand]]:
    """By occupation and element, the demands of importance 3 or more that have a level.

    One reading for all occupations, a fifth of a second: not for the thread of the window.
    """
    found: dict[str, dict[str, Demand]] = {}
    for code, element, importance, level, se, suppress in pack.connection.execute(
        "SELECT im.code, im.element, im.value, lv.value, lv.se, lv.suppress"
        " FROM rating im"
        " JOIN rating lv ON lv.code = im.code AND lv.element = im.element AND lv.scale = 'LV'"
        f" WHERE im.scale = 'IM' AND im.value >= ? AND im.element IN ({_ELEMENTS})"
        " AND lv.value IS NOT NULL AND lv.not_relevant = 0 ORDER BY im.code, im.element",
        (IMPORTANT, *COMPARED),
    ):
        demand = Demand(pack.elements[element][0], importance, level, se, bool(suppress))
        found.setdefault(code, {})[element] = demand
    return found


def titles(pack: Pack) -> dict[str, str]:
    """Every occupation's title, by code."""
    found = pack.connection.execute("SELECT code, title FROM occupation")
    return {code: published("title", title) for code, title in found}


def demand_sources(pack: Pack, code: str) -> tuple[Source, ...]:
    """The releases that the importance of one occupation's elements comes from."""
    rows = pack.connection.execute(
        "SELECT DISTINCT source_id FROM rating WHERE code = ? AND scale = 'IM'"
        f" AND element IN ({_ELEMENTS}) ORDER BY source_id",
        (code, *COMPARED),
    )
    return tuple(pack.sources[source_id] for (source_id,) in rows)
