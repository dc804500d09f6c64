"""Regional price parities of one year as figures."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.prices import NO_PARITY, OLDEST, PriceParities, parity_year
from counselor_app.domain.occupation.wages import NATION_NAME
from counselor_app.language import _
from counselor_app.store.reference import Pack


def price_parities(pack: Pack, wage_year: int | None) -> PriceParities:
    """The price levels to set beside wages of ``wage_year`` (METHODS 4): one year for all."""
    years = [y for (y,) in pack.connection.execute("SELECT DISTINCT year FROM price_parity")]
    year = None if wage_year is None else parity_year(years, wage_year)
    rows = pack.connection.execute(
        "SELECT p.area, a.name, a.kind, p.all_items, p.source_id FROM price_parity p"
        " JOIN area a ON a.code = p.area WHERE p.year = ? ORDER BY p.area",
        (year,),
    )
    found = {
        area: Figure(
            "price_parity", value, "nation = 100", pack.sources[source_id], str(year),
            area=NATION_NAME if kind == "national" else name,
        )
        for area, name, kind, value, source_id in rows
    }  # fmt: skip
    if not years:
        missing = _("price levels are not in this pack")
    elif year is None:
        missing = _(
            "the pack has no price level of the wage's year or the {n} years before", n=OLDEST
        )
    else:
        missing = NO_PARITY
    source = next((f.source for f in found.values()), pack.kind("rpp"))
    return PriceParities(year, source, found, missing)
