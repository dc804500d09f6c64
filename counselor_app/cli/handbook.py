"""What ``show`` prints of licenses, days and ways in and up."""

from __future__ import annotations

from typing import Any

from counselor_app.cli.terminal import figure_json
from counselor_app.domain.occupation.handbook import (
    DAYS,
    NO_ADVANCEMENT,
    NO_DAYS,
    NO_PAGE,
    HandbookPage,
)
from counselor_app.domain.occupation.hours_pressure import Condition, why_no_conditions
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.workers import NO_CLUSTER, NOT_LISTED


def ways_json(sheet: Sheet) -> dict[str, Any]:
    """``licence``, ``days``, ``hours_and_pressure``, ways up and in, ``similar`` and ``clusters``.

    Each is null where nothing is known, with the reason in ``not_known``.
    """
    page, listed = sheet.handbook, sheet.apprenticeship
    conditions = sheet.conditions
    found: dict[str, Any] = {
        "licence": page and _licence(page),
        "days": page and _days(page),
        "hours_and_pressure": {one.block: _condition(one) for one in conditions} or None,
        "advancement": (page and page.advancement_line and {
            "line": page.advancement_line, **_origin(page)
        }) or None,
        "similar": page and {
            "pages": [{"title": one.title, "codes": list(one.codes)} for one in page.similar],
            **_origin(page),
        },
        "apprenticeship": listed and {
            "listed": True,
            "hours_low": listed.hours_low,
            "hours_high": listed.hours_high,
            "source": listed.source.label,
        },
        "clusters": [
            {"cluster": one.name, "sub_clusters": list(one.narrower), "source": one.source.label}
            for one in sheet.clusters
        ]
        or None,
    }  # fmt: skip
    reasons = {
        "licence": NO_PAGE, "days": NO_DAYS,
        "hours_and_pressure": why_no_conditions("conditions" in sheet.lacks),
        "advancement": NO_ADVANCEMENT, "similar": NO_DAYS,
        "apprenticeship": NOT_LISTED, "clusters": NO_CLUSTER,
    }  # fmt: skip
    unknown = {name: str(reasons[name]) for name, value in found.items() if value is None}
    return {**found, "not_known": unknown}


def _condition(one: Condition) -> dict[str, Any]:
    """A block of 0 to 100, where more is easier, and its place among all jobs that have one."""
    ends, places = (one.figure.low, one.figure.high), one.standing.interval
    return {
        **figure_json(one.figure, "value", "se", "n", "source", "vintage", "flag"),
        "interval": None if None in ends else list(ends),
        "percentile": one.standing.percentile,
        "percentile_interval": None if places is None else list(places),
        "of": one.standing.of,
    }


def _origin(page: HandbookPage) -> dict[str, str]:
    return {
        "source": page.source.label,
        "page": page.address,
        "page_title": page.title,
        "dated": page.dated,
    }


def _licence(page: HandbookPage) -> dict[str, Any]:
    return {
        "required": page.licence,
        "kind": list(page.licence_kinds),
        "from": page.licence_from or None,
        "line": page.licence_line,
        "certificate": page.certificate,
        "certificate_line": page.certificate_line or None,
        **_origin(page),
    }


def _days(page: HandbookPage) -> dict[str, Any]:
    return {
        **{fact: page.days[fact] for fact in DAYS},
        "place_line": page.place_line or None,
        "hours_line": page.hours_line or None,
        "strain_line": page.strain_line or None,
        **_origin(page),
    }
