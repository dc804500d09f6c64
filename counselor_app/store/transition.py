"""What moving on from a job reads from the pack."""

from __future__ import annotations

from counselor_app.domain.fit.transition import Basis, Job
from counselor_app.domain.occupation.rungs import rung
from counselor_app.store.reference import Pack


def jobs(pack: Pack) -> dict[str, Job]:
    """Every occupation with its rung of schooling (typical entry education) and job zone."""
    return {
        code: Job(code, title, rung(education), zone)
        for code, title, education, zone in pack.connection.execute(
            "SELECT o.code, o.title, p.entry_education, z.zone FROM occupation o"
            " LEFT JOIN projection p ON p.occ = o.ep_code LEFT JOIN job_zone z ON z.code = o.code"
            " ORDER BY o.code"
        )
    }


def medians(pack: Pack, area: str) -> dict[str, dict[Basis, float]]:
    """The published median pay of every occupation in an area, by basis; none where withheld."""
    found: dict[str, dict[Basis, float]] = {}
    for code, annual, hourly in pack.connection.execute(
        "SELECT o.code, w.a_p50, w.h_p50 FROM occupation o"
        " JOIN wage w ON w.occ = o.oews_code AND w.area = ?",
        (area,),
    ):
        pay: dict[Basis, float | None] = {"annual": annual, "hourly": hourly}
        found[code] = {basis: value for basis, value in pay.items() if value is not None}
    return found
