"""Every area of a kind with what it can be ranked by: one query, a few figures a row."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.occupation import Occupation
from counselor_app.domain.places import AreaFigures, AreaKind, Measure, RankedArea, rank_areas
from counselor_app.domain.provenance import Figure, Source, Unit
from counselor_app.domain.wages import NATION, Basis
from counselor_app.domain.wording import CAPPED, NOT_IN_PACK
from counselor_app.errors import UserError
from counselor_app.store.reference import Pack
from counselor_app.store.wages import (
    NO_AREA_ROW,
    NO_OEWS,
    WAGES,
    about_wage,
    marks_of,
    stated_cap,
    wage_flag,
)

_COLUMNS = (
    "employment", "emp_rse", "jobs_per_1000", "location_quotient", "pay_basis", "marks", *WAGES,
)  # fmt: skip
_SELECT = ", ".join(f"w.{name}" for name in _COLUMNS)


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
    rows = pack.connection.execute(
        f"SELECT a.code, a.name, a.kind, w.source_id, {_SELECT} FROM area a"
        " LEFT JOIN wage w ON w.area = a.code AND w.occ = ?"
        " WHERE (a.kind = ? OR a.code = ?) AND a.code <> ?",
        (occupation.oews_code, kind, home, NATION),
    ).fetchall()
    basis: Basis = "hourly" if any(row[8] == "hourly_only" for row in rows) else "annual"
    oews = pack.kind("oews")
    why = NOT_IN_PACK if not oews.key else NO_AREA_ROW if occupation.oews_code else NO_OEWS
    about = about_wage(occupation) if occupation.oews_code else None
    areas = [
        _missing(row, oews, why, basis)
        if row[3] is None
        else _figures(pack, row, pack.sources[row[3]], basis, about)
        for row in rows
    ]
    own = next((area for area in areas if area.code == home), None)
    if home is not None and own is None:
        raise UserError(
            f"{home!r} is no state, metropolitan or nonmetropolitan area of this pack; expected a"
            " seven-digit OEWS code, such as 4800000 for Texas."
        )
    return rank_areas([area for area in areas if area.kind == kind], measure, own)


def _figures(
    pack: Pack, row: Sequence[object], source: Source, basis: Basis, about: str | None
) -> AreaFigures:
    code, name, kind, _, employed, rse, per_1000, quotient, pay_basis, marks, *wages = row
    assert isinstance(name, str)
    column = "h_p50" if basis == "hourly" else "a_p50"
    pay = wages[WAGES.index(column)]
    flag, low = None, None
    if pay is None:
        mark = marks_of(str(marks)).get(column) if marks else None
        flag = wage_flag(column, mark, str(pay_basis) if pay_basis else None)
        if flag == CAPPED:
            low = stated_cap(pack, column, dict(zip(WAGES, wages, strict=True)))
    release = source.release

    def figure(key: str, value: object, unit: Unit, se: float | None = None) -> Figure:
        assert value is None or isinstance(value, (int, float))
        why = None if value is not None else f"{_WORDS[key]} not released"
        return Figure(key, value, unit, source, release, None, se, None, None, why, about, "", name)

    se = employed * rse / 100 if isinstance(employed, int) and isinstance(rse, float) else None
    assert pay is None or isinstance(pay, (int, float))
    return AreaFigures(
        str(code), name, str(kind),
        Figure(
            f"wage.{basis}.p50", pay, _PAY_UNITS[basis], source, release, None, None, low, None,
            flag, about, "", name,
        ),
        figure("employment.oews", employed, "persons", se),
        figure("jobs_per_1000", per_1000, "jobs per 1,000"),
        figure("location_quotient", quotient, "ratio to the nation"),
    )  # fmt: skip


_PAY_UNITS: dict[Basis, Unit] = {"annual": "dollars a year", "hourly": "dollars an hour"}
_WORDS = {
    "employment.oews": "employment",
    "jobs_per_1000": "jobs per 1,000",
    "location_quotient": "share of jobs",
}


def _missing(row: Sequence[object], oews: Source, why: str, basis: Basis) -> AreaFigures:
    name = str(row[1])

    def figure(key: str, unit: Unit) -> Figure:
        return Figure(key, None, unit, oews, oews.release, flag=why, area=name)

    return AreaFigures(
        str(row[0]), name, str(row[2]),
        figure(f"wage.{basis}.p50", _PAY_UNITS[basis]),
        figure("employment.oews", "persons"),
        figure("jobs_per_1000", "jobs per 1,000"),
        figure("location_quotient", "ratio to the nation"),
    )  # fmt: skip
