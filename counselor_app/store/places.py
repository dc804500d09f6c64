"""Every area of a kind with what it can be ranked by: two queries, one small value a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counselor_app.domain.figures.wording import CAPPED, NOT_IN_PACK
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.places import (
    AreaFigures,
    AreaKind,
    Measure,
    RankedArea,
    rank_areas,
)
from counselor_app.domain.occupation.wages import NATION, Basis
from counselor_app.errors import UserError
from counselor_app.language import _
from counselor_app.store.reference import Pack
from counselor_app.store.wages import (
    NO_AREA_ROW,
    NO_OEWS,
    WAGES,
    about_wage,
    marks_of,
    paid_in_areas,
    stated_cap,
    wage_flag,
)

_COLUMNS = (
    "source_id", "employment", "emp_rse", "jobs_per_1000", "location_quotient", "pay_basis",
    "marks", *WAGES,
)  # fmt: skip
_WANTED = "(a.kind = ? OR a.code = ?) AND a.code <> ?"


def ranked_areas(
    pack: Pack,
    occupation: Occupation,
    measure: Measure,
    kind: AreaKind,
    home: str | None = None,
) -> tuple[RankedArea, ...]:
    """Every area of a kind ranked for an occupation, ``home`` (an area code) first.

    Pay is the median by the year, or by the hour where the occupation is so published in any
    of the areas. A home of another kind comes first too, unranked.

    Raises:
        UserError: when the home is no state, metro or nonmetro area of the pack.
    """
    paid = paid_in_areas(pack, occupation, _COLUMNS, _WANTED, kind, home, NATION)
    rows = pack.connection.execute(
        f"SELECT a.code, a.name, a.kind FROM area a WHERE {_WANTED}", (kind, home, NATION)
    )
    bases = {row[_COLUMNS.index("pay_basis")] for row in paid.values()}
    basis: Basis = "hourly" if "hourly_only" in bases else "annual"
    oews = pack.kind("oews")
    why = NOT_IN_PACK if not oews.key else NO_AREA_ROW if occupation.oews_code else NO_OEWS
    areas = [
        _figures(pack, (code, name, area_kind), paid[code], basis, occupation)
        if code in paid
        else AreaFigures(code, name, area_kind, (None, None, None, None), oews, basis, why)
        for code, name, area_kind in rows
    ]
    own = next((area for area in areas if area.code == home), None)
    if home is not None and own is None:
        raise UserError(
            _(
                "{typed} is no state, metropolitan or nonmetropolitan area of this pack; expected a"
                " seven-digit OEWS code, such as 4800000 for Texas.",
                typed=repr(home),
            )
        )
    return rank_areas([area for area in areas if area.kind == kind], measure, own)


def _figures(
    pack: Pack, area: tuple[str, str, AreaKind], row: Sequence[Any], basis: Basis,
    occupation: Occupation,
) -> AreaFigures:  # fmt: skip
    source_id, employed, rse, per_1000, quotient, pay_basis, marks, *wages = row
    column = "h_p50" if basis == "hourly" else "a_p50"
    pay = wages[WAGES.index(column)]
    flag, low = None, None
    if pay is None:
        flag = wage_flag(column, marks_of(marks).get(column), pay_basis)
        if flag == CAPPED:
            low = stated_cap(pack, column, dict(zip(WAGES, wages, strict=True)))
    values = (pay, employed, per_1000, quotient)
    return AreaFigures(
        *area, values, pack.sources[source_id], basis, None, flag, low, rse, about_wage(occupation),
        occupation.wage_group,
    )  # fmt: skip
