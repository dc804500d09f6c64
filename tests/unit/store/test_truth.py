"""What must hold of every figure of the pack, occupation by occupation and area by area.

What the source itself violates is named in ``KNOWN_...``, with why, and asserted to be still so:
a correction by the agency makes the test say it.
"""

from __future__ import annotations

import pytest

from counselor_app.store.reference import Pack
from counselor_app.store.wages import OVERLAPPING

TABLES = ("wage", "industry_wage")
PLACE = {"wage": "area", "industry_wage": "industry"}
LEVELS = ("p10", "p25", "p50", "p75", "p90", "mean")
PERCENTILES = LEVELS[:5]

# Half a cent an hour is $10.40 a year, and annual wages are rounded to $10.
HOURLY_ROUNDING = 10.40 + 5 + 1e-6
# Employment is rounded to 10: half of it on either side of a comparison.
COUNT_ROUNDING = 5
# Projections are in thousands with one decimal.
EP_ROUNDING = 0.1 + 1e-6

# Rows whose 90th percentile is marked as capped under a 75th far above the cap that the
# release states: no cap can be printed for them.
KNOWN_P75_ABOVE_CAP: dict[str, set[tuple[str, str]]] = {
    "wage": {
        ("11-1011", "3900003"),  # Chief Executives, Eastern Ohio nonmetropolitan area
        ("27-2021", "0028140"),  # Athletes and Sports Competitors, Kansas City
        ("27-2021", "0041180"),  # St. Louis
        ("27-2021", "2900000"),  # Missouri
        ("29-1211", "0024340"),  # Anesthesiologists, Grand Rapids
        ("29-1212", "0027260"),  # Cardiologists, Jacksonville
        ("29-1242", "2700000"),  # Orthopedic Surgeons, Minnesota
        ("29-1242", "5500000"),  # Wisconsin
        ("29-1249", "1900000"),  # Surgeons, All Other, Iowa
        ("29-1249", "3400000"),  # New Jersey
    },
    "industry_wage": {
        ("11-1011", "622300"),  # Chief Executives, Specialty Hospitals
        ("11-1011", "622305"),  # the same, privately owned
        ("11-1011", "711200"),  # Spectator Sports
    },
}


def rows(pack: Pack, query: str, *values: object) -> list[tuple[object, ...]]:
    return pack.connection.execute(query, values).fetchall()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("basis", ["a", "h"])
def test_percentiles_never_fall(pack: Pack, table: str, basis: str) -> None:
    pairs = [
        (f"{basis}_{low}", f"{basis}_{high}")
        for place, low in enumerate(PERCENTILES)
        for high in PERCENTILES[place + 1 :]
    ]
    falls = " OR ".join(f"{low} > {high}" for low, high in pairs)
    assert rows(pack, f"SELECT occ, {PLACE[table]} FROM {table} WHERE {falls}") == []


@pytest.mark.parametrize("table", TABLES)
def test_hourly_times_2080_is_annual_where_both_are_published(pack: Pack, table: str) -> None:
    apart = " OR ".join(f"ABS(h_{x} * 2080 - a_{x}) > {HOURLY_ROUNDING}" for x in LEVELS)
    assert rows(pack, f"SELECT occ, {PLACE[table]} FROM {table} WHERE {apart}") == []


@pytest.mark.parametrize("table", TABLES)
def test_what_is_published_one_way_only_has_no_other(pack: Pack, table: str) -> None:
    wrong = " OR ".join(
        f"(pay_basis = 'annual_only' AND h_{x} IS NOT NULL)"
        f" OR (pay_basis = 'hourly_only' AND a_{x} IS NOT NULL)"
        for x in LEVELS
    )
    assert rows(pack, f"SELECT occ, {PLACE[table]} FROM {table} WHERE {wrong}") == []


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_figure_has_its_mark_and_a_marked_one_no_number(pack: Pack, table: str) -> None:
    columns = ("employment", *(f"{b}_{x}" for b in "ah" for x in LEVELS))
    silent = " OR ".join(
        f"({c} IS NULL AND (marks IS NULL OR INSTR(';' || marks, ';{c}=') = 0)"
        f" AND COALESCE(pay_basis, '') <> '{'hourly_only' if c[0] == 'a' else 'annual_only'}')"
        f" OR ({c} IS NOT NULL AND INSTR(';' || marks, ';{c}=') > 0)"
        for c in columns
    )
    assert rows(pack, f"SELECT occ, {PLACE[table]} FROM {table} WHERE {silent}") == []


@pytest.mark.parametrize("table", TABLES)
def test_figures_are_within_their_bounds(pack: Pack, table: str) -> None:
    wages = " OR ".join(f"{basis}_{x} <= 0" for basis in "ah" for x in LEVELS)
    outside = (
        f"{wages} OR employment < 0 OR emp_rse NOT BETWEEN 0 AND 100"
        " OR mean_rse NOT BETWEEN 0 AND 100"
    )
    if table == "wage":
        outside += " OR jobs_per_1000 NOT BETWEEN 0 AND 1000 OR location_quotient < 0"
    assert rows(pack, f"SELECT occ, {PLACE[table]} FROM {table} WHERE {outside}") == []


def test_an_area_never_has_more_employees_than_the_nation(pack: Pack) -> None:
    assert rows(
        pack,
        "SELECT w.occ, w.area FROM wage w JOIN wage n ON n.occ = w.occ AND n.area = '0000000'"
        " JOIN area a ON a.code = w.area WHERE w.employment > n.employment",
    ) == []  # fmt: skip


def test_the_states_together_have_no_more_employees_than_the_nation(pack: Pack) -> None:
    """Within the rounding of each state; the nation leaves the territories out."""
    found = rows(
        pack,
        "SELECT w.occ, SUM(w.employment), n.employment FROM wage w"
        " JOIN area a ON a.code = w.area AND a.kind = 'state'"
        " AND a.postal NOT IN ('GU', 'PR', 'VI')"
        " JOIN wage n ON n.occ = w.occ AND n.area = '0000000' GROUP BY w.occ"
        f" HAVING SUM(w.employment) - n.employment > {COUNT_ROUNDING} * (COUNT(*) + 1)",
    )
    assert found == []


def test_jobs_per_1000_and_the_location_quotient_follow_from_employment(pack: Pack) -> None:
    """Within the rounding of the counts to 10 and of the quotient to two decimals."""
    found = rows(
        pack,
        "WITH paid AS MATERIALIZED"
        " (SELECT occ, area, employment, jobs_per_1000, location_quotient FROM wage)"
        " SELECT w.occ, w.area FROM paid w"
        " JOIN paid t ON t.occ = '00-0000' AND t.area = w.area"
        " JOIN paid n ON n.occ = w.occ AND n.area = '0000000'"
        " JOIN paid u ON u.occ = '00-0000' AND u.area = '0000000'"
        " WHERE ABS(w.jobs_per_1000 - 1000.0 * w.employment / t.employment) >"
        " 0.0006 + 1010.0 * ?1 / t.employment * (1 + 1.0 * w.employment / t.employment)"
        " OR ABS(w.location_quotient - 1.0 * w.employment * u.employment / t.employment"
        " / n.employment) > 0.0051 + 1.01 * ?1 * u.employment / t.employment / n.employment"
        " * (1 + 1.0 * w.employment / t.employment + 1.0 * w.employment / n.employment)",
        COUNT_ROUNDING,
    )
    assert found == []


@pytest.mark.parametrize("level", ["sector", "3-digit", "4-digit"])
def test_industries_of_one_level_hold_no_more_than_the_nation(pack: Pack, level: str) -> None:
    marks = ", ".join("?" for _ in OVERLAPPING)
    found = rows(
        pack,
        "SELECT w.occ, SUM(w.employment), n.employment FROM industry_wage w"
        f" JOIN industry i ON i.code = w.industry AND i.level = ? AND i.code NOT IN ({marks})"
        " JOIN wage n ON n.occ = w.occ AND n.area = '0000000' GROUP BY w.occ"
        f" HAVING SUM(w.employment) - n.employment > {COUNT_ROUNDING} * (COUNT(*) + 1)",
        level, *OVERLAPPING,
    )  # fmt: skip
    assert found == []


@pytest.mark.parametrize("table", TABLES)
def test_capped_wages_under_higher_numbers_are_the_known_ones(pack: Pack, table: str) -> None:
    found = rows(
        pack,
        f"SELECT occ, {PLACE[table]} FROM {table}"
        " WHERE INSTR(';' || marks, ';a_p90=#') > 0 AND a_p75 > ?",
        float(pack.meta["oews_cap_annual"]),
    )
    assert set(found) == KNOWN_P75_ABOVE_CAP[table]


def test_change_is_projected_less_base(pack: Pack) -> None:
    assert rows(
        pack,
        f"SELECT occ FROM projection WHERE ABS(projected - base - change) > {EP_ROUNDING}",
    ) == []  # fmt: skip


def test_change_in_percent_follows_from_the_numbers(pack: Pack) -> None:
    assert rows(
        pack,
        "SELECT occ FROM projection WHERE base > 0 AND ABS(change_pct - 100 * change / base) >"
        " 0.051 + 100 * 0.05 / base * (1 + ABS(change) / base)",
    ) == []  # fmt: skip


def test_openings_are_exits_transfers_and_the_yearly_change(pack: Pack) -> None:
    assert rows(
        pack,
        "SELECT occ FROM projection WHERE ABS(openings - exits - transfers"
        " - change / (target_year - base_year)) > 0.161",
    ) == []  # fmt: skip


def test_projections_are_within_their_bounds(pack: Pack) -> None:
    assert rows(
        pack,
        "SELECT occ FROM projection WHERE base < 0 OR projected < 0 OR openings < 0 OR exits < 0"
        " OR transfers < 0 OR self_employed_pct NOT BETWEEN 0 AND 100 OR change_pct < -100"
        " OR openings_rank NOT BETWEEN 1 AND openings_of OR target_year <> base_year + 10",
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [("IM", 1, 5), ("LV", 0, 7), ("WI", -3, 3), ("EX", 1, 7), ("CX", 1, 5), ("CT", 1, 3)],
)
def test_ratings_are_on_their_scale_and_inside_their_interval(
    pack: Pack, scale: str, low: float, high: float
) -> None:
    found = rows(
        pack,
        "SELECT code, element, value, low, high FROM rating WHERE scale = ? AND"
        " (value NOT BETWEEN ? AND ? OR value < low - 0.011 OR value > high + 0.011 OR se < 0"
        " OR below + equal > of OR equal < 1)",
        scale, low, high,
    )  # fmt: skip
    assert found == []


def test_percents_of_answers_add_up(pack: Pack) -> None:
    found = rows(
        pack,
        "SELECT code, scale, SUM(percent) FROM requirement GROUP BY code, scale"
        " HAVING SUM(percent) NOT BETWEEN 99.5 AND 100.5 OR MIN(percent) < 0",
    )
    assert found == []


def test_every_row_names_a_source_of_the_pack(pack: Pack) -> None:
    tables = [
        str(name)
        for (name,) in rows(
            pack,
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type IN ('table', 'view') AND c.name = 'source_id' ORDER BY m.name",
        )
    ]
    assert {"wage", "industry_wage", "projection", "rating", "interest"} <= set(tables)
    for table in tables:
        assert rows(
            pack,
            f"SELECT DISTINCT source_id FROM {table} WHERE source_id IS NULL"
            " OR source_id NOT IN (SELECT id FROM source)",
        ) == [], table  # fmt: skip
    assert (
        rows(pack, "SELECT key FROM source WHERE label = '' OR release = '' OR licence = ''") == []
    )


def test_price_levels_are_near_the_nation_and_the_nation_is_100(pack: Pack) -> None:
    assert rows(
        pack,
        "SELECT area, year FROM price_parity WHERE all_items NOT BETWEEN 50 AND 200"
        " OR (area = '0000000' AND all_items <> 100)",
    ) == []  # fmt: skip
