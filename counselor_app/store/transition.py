"""What moving on from a job reads from the pack."""

from __future__ import annotations

from counselor_app.domain.fit.transition import Job
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
