"""The order of a ranking of areas."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import CAPPED
from counselor_app.domain.occupation.places import AreaFigures, rank_areas

OEWS = Source("oews-2025", "oews", "OEWS", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")


def area(name: str, pay: float | None, flag: str | None = None, kind: str = "state") -> AreaFigures:
    return AreaFigures(name.lower(), name, kind, (pay, None, None, None), OEWS, pay_flag=flag)


def order(*areas: AreaFigures, home: AreaFigures | None = None) -> list[tuple[int | None, str]]:
    return [(r.rank, r.area.name) for r in rank_areas(areas, "pay", home)]


def test_ties_share_a_rank_and_the_next_one_is_left_out() -> None:
    found = order(area("C", 10.0), area("A", 30.0), area("D", 20.0), area("B", 30.0))
    assert found == [(1, "A"), (1, "B"), (3, "D"), (4, "C")]


def test_missing_areas_come_last_unranked_and_the_cap_before_all_numbers() -> None:
    found = rank_areas(
        [area("N", None, "wage not released"), area("A", 30.0), area("P", None, CAPPED)], "pay"
    )
    assert [(r.rank, r.area.name, r.of) for r in found] == [
        (None, "P", 1), (1, "A", 1), (None, "N", 1),
    ]  # fmt: skip
    assert found[-1].area.of("pay").flag == "wage not released"


def test_the_home_area_comes_first_with_its_own_rank() -> None:
    home = area("H", 5.0)
    assert order(area("A", 30.0), home, home=home) == [(2, "H"), (1, "A")]


def test_a_home_of_another_kind_comes_first_unranked() -> None:
    assert order(area("A", 30.0), home=area("H", 50.0, kind="metro")) == [(None, "H"), (1, "A")]


def test_a_figure_has_its_unit_error_and_source() -> None:
    place = AreaFigures(
        "4800000", "Texas", "state", (25.5, 200, None, 1.5), OEWS, "hourly", employed_rse=3.0
    )
    pay, employed = place.of("pay"), place.of("employment")
    assert (pay.key, pay.value, pay.unit) == ("wage.hourly.p50", 25.5, "dollars an hour")
    assert (employed.value, employed.se, employed.source) == (200, 6.0, OEWS)
    assert place.of("jobs_per_1000").flag == "jobs per 1,000 not released"
    assert place.of("location_quotient").area == "Texas"
