"""How pay is spread over all published occupations: what one occupation is compared with."""

from __future__ import annotations

from statistics import median

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.landscape import OUTER_TENTH, Landscape, Peers, peers_figure
from counselor_app.domain.occupation.wages import NATION, NATION_NAME
from counselor_app.store.reference import Pack


def landscape(pack: Pack) -> Landscape:
    """What the rules of what stands out compare with; read it once, it costs a few ms.

    Over the codes that OEWS publishes, so that a shared wage counts once, and only pay of a full
    year.
    """
    # CROSS JOIN holds the order: the other way round every wage of every area is read.
    rows = pack.connection.execute(
        "SELECT DISTINCT w.occ, p.entry_education, w.a_p10, w.a_p50, w.a_p90 FROM occupation o"
        " CROSS JOIN wage w ON w.occ = o.oews_code AND w.area = ? AND w.pay_basis IS NULL"
        " LEFT JOIN projection p ON p.occ = o.ep_code",
        (NATION,),
    ).fetchall()
    medians: dict[str, list[float]] = {}
    for _, education, _, pay, _ in rows:
        if education is not None and pay is not None:
            medians.setdefault(education, []).append(pay)
    spreads = {occ: (p10, p90) for occ, _, p10, _, p90 in rows if p10 and p90}
    ratios = sorted(p90 / p10 for p10, p90 in spreads.values())
    outer = int(len(ratios) * OUTER_TENTH)
    oews = pack.source_of("wage", "oews")
    plain = Figure("wage.annual.p50", None, "dollars a year", oews, oews.release, area=NATION_NAME)
    return Landscape(
        peers={
            education: Peers(len(pay), peers_figure(plain, median(pay), len(pay), education))
            for education, pay in medians.items()
        },
        wide=ratios[-outer] if outer else None,
        narrow=ratios[outer - 1] if outer else None,
    )
