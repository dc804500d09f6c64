"""Puts the large tables of a finished draft into the form in which a pack keeps them.

The end of ``db/schema.sql`` says what that is; its views undo what is done here, to the last bit.
"""

from __future__ import annotations

import sqlite3

_PAY = ("mean", "p10", "p25", "p50", "p75", "p90")


def compact(connection: sqlite3.Connection) -> None:
    """Move every row of the TEMP tables into the pack's own, and drop the TEMP tables.

    Ratings get their places: how many occupations are lower, equal, and have one at all.

    Raises:
        AssertionError: when a row is of an occupation, area or industry that is not there.
    """
    for statement in _NUMBERED:
        connection.execute(statement)
    for table, statement in _KEPT.items():
        (rows,) = connection.execute(f"SELECT count(*) FROM temp.{table}").fetchone()
        before = connection.total_changes
        try:
            connection.execute(f"INSERT INTO kept_{table} {statement}")
        except sqlite3.IntegrityError as error:
            raise AssertionError(f"{table}: {error}") from error
        if connection.total_changes - before != rows:
            raise AssertionError(f"table {table} points at a missing row of another")
        connection.execute(f"DROP TABLE temp.{table}")
    connection.execute("DROP TABLE place")


def _whole(column: str, per: int) -> str:
    """A number as that many parts of one, or as itself where that would lose something."""
    parts = f"CAST({column} * {per} + 0.5 AS INTEGER)"
    return f"iif({parts} / {per}.0 = {column}, {parts}, {column})"


def _beyond_hours(column: str) -> str:
    """A year's wage without what the hour's wage tells of it."""
    cents = f"CAST(h_{column} * 100 + 0.5 AS INTEGER)"
    told = f"({cents} * 208 + 50) / 100 * 10"
    return f"a_{column} - iif({cents} / 100.0 = h_{column}, {told}, 0)"


_ANSWERED = (
    "(SELECT a.no FROM answered a"
    " WHERE a.date = r.date AND a.rater = r.rater AND a.source_id = r.source_id)"
)
_NOTE = (  # nearly all have the first
    "(SELECT n.no FROM pay_note n WHERE n.pay_basis IS w.pay_basis AND n.marks IS w.marks"
    " AND n.source_id = w.source_id)"
)
_BOUNDS = f"n, {_whole('se', 10_000)}, {_whole('low', 10_000)}, {_whole('high', 10_000)}, suppress"
_PAID = ", ".join(
    (
        "employment",
        _whole("emp_rse", 10),
        _whole("h_mean", 100),
        _beyond_hours("mean"),
        _whole("mean_rse", 10),
        *(_whole(f"h_{one}", 100) for one in _PAY[1:]),
        *map(_beyond_hours, _PAY[1:]),
    )
)

_NUMBERED = (
    "WITH RECURSIVE paid(occ) AS (SELECT min(occ) FROM wage UNION ALL"
    " SELECT (SELECT min(occ) FROM wage WHERE occ > paid.occ) FROM paid WHERE occ IS NOT NULL),"
    " by_industry(occ) AS (SELECT min(occ) FROM industry_wage UNION ALL"
    " SELECT (SELECT min(occ) FROM industry_wage WHERE occ > by_industry.occ) FROM by_industry"
    " WHERE occ IS NOT NULL)"
    " INSERT INTO code (code) SELECT code FROM occupation UNION SELECT code FROM area"
    " UNION SELECT code FROM industry UNION SELECT occ FROM paid WHERE occ IS NOT NULL"
    " UNION SELECT occ FROM by_industry WHERE occ IS NOT NULL ORDER BY 1",
    'INSERT INTO scored (element, scale, "of") SELECT element, scale, count(*) FROM rating'
    " GROUP BY 1, 2 UNION SELECT DISTINCT element, scale, NULL FROM requirement ORDER BY 1, 2, 3",
    "CREATE TEMP TABLE place (element TEXT, scale TEXT, value REAL, equal, below, scored,"
    " PRIMARY KEY (element, scale, value)) WITHOUT ROWID",
    "INSERT INTO place SELECT r.*, sum(equal) OVER (PARTITION BY no ORDER BY value) - equal, no"
    " FROM (SELECT element, scale, value, count(*) AS equal FROM rating GROUP BY 1, 2, 3) r"
    " JOIN scored s ON s.element = r.element AND s.scale = r.scale AND s.of NOTNULL",
    "INSERT INTO answered (date, rater, source_id)"
    " SELECT DISTINCT date, rater, source_id FROM rating"
    " UNION SELECT DISTINCT date, rater, source_id FROM requirement ORDER BY 1, 2, 3",
    "INSERT INTO pay_note (pay_basis, marks, source_id)"
    " SELECT DISTINCT pay_basis, marks, source_id FROM wage"
    " UNION SELECT DISTINCT pay_basis, marks, source_id FROM industry_wage ORDER BY 1, 2, 3",
)  # fmt: skip
_KEPT = {
    "rating": f"SELECT c.no, p.scored, {_whole('r.value', 100)}, {_BOUNDS}, not_relevant,"
    f" {_ANSWERED}, p.below, p.equal FROM code c CROSS JOIN rating r ON r.code = c.code"
    " CROSS JOIN place p ON p.element = r.element AND p.scale = r.scale AND p.value = r.value",
    "requirement": f"SELECT c.no, s.no, category, {_whole('percent', 100)},"
    f" {_BOUNDS}, {_ANSWERED} FROM code c CROSS JOIN requirement r ON r.code = c.code"
    " CROSS JOIN scored s ON s.element = r.element AND s.scale = r.scale AND s.of ISNULL",
    "wage": f"SELECT c.no, (SELECT no FROM code WHERE code = w.area), {_PAID},"
    f" {_whole('jobs_per_1000', 1000)}, {_whole('location_quotient', 100)}, {_NOTE}"
    " FROM code c CROSS JOIN wage w ON w.occ = c.code",
    "industry_wage": f"SELECT c.no, (SELECT no FROM code WHERE code = w.industry), {_PAID}, {_NOTE}"
    " FROM code c CROSS JOIN industry_wage w ON w.occ = c.code",
}
"""By table: what is put into its kept form, which stands in the order of the table's key."""
