"""Pay, places, industries and comparison on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counselor_app.cli import main

TEXAS = "4800000"


def run(capsys: pytest.CaptureFixture[str], pack: Path, *arguments: str) -> tuple[int, str, str]:
    try:
        status = main(["--pack", str(pack), *arguments])
    except SystemExit as stop:
        status = int(stop.code or 0)
    said = capsys.readouterr()
    return status, said.out, said.err


def answer(capsys: pytest.CaptureFixture[str], pack: Path, *arguments: str) -> Any:
    status, out, err = run(capsys, pack, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize(
    ("arguments", "percentile"),
    [
        (("43-4051", "--wage", "44770"), 50.0),
        (("43-4051", "--wage", "$44,770"), 50.0),
        (("43-4051", "--wage", "5000"), "below the 10th"),
        (("43-4051", "--wage", "500000"), "above the 90th"),
        (("43-4051", "--wage", "21.53", "--hourly"), 50.0),
        (("43-4051", "--wage", "40420", "--area", TEXAS), 50.0),
        (("43-4051", "--wage", "46730", "--industry", "524000"), 50.0),
        (("55-1011", "--wage", "50000"), "not published"),
        (("27-2011", "--wage", "50000"), "not published"),
        (("25-1011", "--wage", "40", "--hourly"), "not published"),
        (("29-1151", "--wage", "50000", "--area", "0010580"), "not published"),
    ],
)
def test_where_a_wage_stands(
    seed_pack: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    percentile: float | str,
) -> None:
    found = answer(capsys, seed_pack, "wage-percentile", *arguments)
    assert found["percentile"] == percentile
    assert (found["source"], found["vintage"]) == ("OEWS May 2025", "May 2025")
    assert (found["reason"] is not None) == (percentile == "not published")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("43-4051", "--wage", "25"), "ask with --hourly"),
        (("43-4051", "--wage", "50000", "--hourly"), "ask without --hourly"),
        (("27-2011", "--wage", "30"), "ask with --hourly"),
        (("43-4051", "--wage", "31000"), ""),
        (("43-4051", "--wage", "9", "--hourly"), ""),
        (("43-4051", "--wage", "1"), ""),
        (("55-1011", "--wage", "25"), ""),
    ],
)
def test_hours_and_years_mixed_up_are_pointed_out(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], hint: str
) -> None:
    status, out, err = run(capsys, seed_pack, "wage-percentile", *arguments, "--json")
    assert status == 0
    assert json.loads(out)["wage"] == float(arguments[2])
    assert hint in err
    assert bool(hint) == bool(err)


def test_the_wage_is_printed_as_typed(seed_pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = run(capsys, seed_pack, "wage-percentile", "43-4051", "--wage", "21.5")
    assert err.startswith("The wage was taken as $21.50 a year; if it is by the hour")
    assert out.startswith("$21.50 a year as Customer Service Representatives")
    _, out, _ = run(capsys, seed_pack, "wage-percentile", "43-4051", "--wage", "31000")
    assert out.startswith("$31,000 a year as")


@pytest.mark.parametrize("code", ["55-1011", "45-3031"])
def test_a_job_without_wages_ranks_no_places(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    status, out, err = run(capsys, seed_pack, "places", code, "--json")
    assert (status, json.loads(out)) == (0, [])
    assert "has no figures for states and territories: not published for this occupation" in err


def test_a_wage_between_two_percentiles_is_a_number_between_them(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, seed_pack, "wage-percentile", "43-4051", "--wage", "50000")
    assert found["percentile"] == 69.58
    assert found["knots"] == {"p10": 31750, "p25": 36870, "p50": 44770, "p75": 51780, "p90": 63590}
    _, out, _ = run(capsys, seed_pack, "wage-percentile", "43-4051", "--wage", "50000")
    assert "the 70th percentile. OEWS May 2025." in out


def test_a_plateau_is_an_interval(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], pack: Any
) -> None:
    occ, area, wage = pack.connection.execute(
        "SELECT occ, area, a_p25 FROM wage JOIN occupation ON code = occ || '.00' WHERE"
        " a_p10 < a_p25 AND a_p25 = a_p50 AND a_p50 < a_p75 ORDER BY occ, area LIMIT 1"
    ).fetchone()
    arguments = ("wage-percentile", occ, "--wage", str(wage), "--area", area)
    assert answer(capsys, seed_pack, *arguments)["percentile"] == [25, 50]
    _, out, _ = run(capsys, seed_pack, *arguments)
    assert "between the 25th and the 50th percentile" in out


def test_show_gives_an_industrys_wages_and_the_nations_projection(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = answer(capsys, seed_pack, "show", "43-4051", "--industry", "524000")
    figures = {f["key"]: f for f in shown["figures"]}
    assert shown["area"]["code"] == "0000000"
    assert shown["industry"]["name"] == "Insurance Carriers and Related Activities"
    assert figures["wage.annual.p50"]["value"] == 46730
    assert figures["employment.oews"]["value"] == 292830
    assert figures["employment.base"]["value"] == 2814000
    assert figures["price_parity"]["value"] is None
    assert figures["price_parity"]["flag"]


def test_show_knows_prices_parts_of_openings_answers_and_reasons(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = answer(capsys, seed_pack, "show", "43-4051", "--area", TEXAS)
    figures = {f["key"]: f for f in shown["figures"]}
    assert figures["price_parity"]["value"] == 97.175
    assert figures["price_parity"]["source"] == "BEA regional price parities 2023"
    assert figures["wage.real.annual.p50"]["value"] == 41595
    assert figures["exits.annual"]["value"] == 154200
    assert figures["transfers.annual"]["value"] == 202900
    assert figures["requirement.RL.2"]["n"] is None or figures["requirement.RL.2"]["n"] > 0
    assert "buys what $41,600 buys on average" in shown["cost_of_living"]
    assert shown["industry"] is None
    assert {r["direction"] for r in shown["reasons"]} <= {"increases", "decreases", "no change"}
    assert shown["reasons"]


def test_show_says_what_stands_out_with_the_figures_behind_it(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = answer(capsys, seed_pack, "show", "43-4051")
    found = {item["key"]: item for item in shown["stands_out"]}
    assert found["many_openings"] == {
        "key": "many_openings",
        "side": "for",
        "sentence": "341,700 openings a year, the 9th most of 832 occupations.",
        "figures": ["openings.annual"],
        "sources": ["Employment Projections 2024–34"],
    }
    assert answer(capsys, seed_pack, "show", "55-1011")["stands_out"] == []


def test_places_are_ranked_the_home_first(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(
        capsys, seed_pack, "places", "43-4051", "--by", "location-quotient", "--home", TEXAS,
        "--limit", "3",
    )  # fmt: skip
    assert [place["home"] for place in found] == [True, False, False]
    assert found[0]["name"] == "Texas"
    values = {f["key"]: f["value"] for f in found[0]["figures"]}
    assert values["location_quotient"] == 1.44
    assert found[1]["rank"] == 1
    _, out, _ = run(capsys, seed_pack, "places", "43-4051", "--home", TEXAS)
    assert "54 of 54 states and territories by median pay; OEWS May 2025" in out


def test_industries_of_one_level_with_what_is_missing(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, seed_pack, "industries", "43-4051", "--level", "3-digit")
    assert found["industries"][0]["code"] == "561000"
    assert found["industries"][0]["median_annual"] == 37990
    assert sum(i["share"] or 0 for i in found["industries"]) == pytest.approx(100, abs=0.5)
    assert all(i["flag"] for i in found["industries"] if i["share"] is None)
    four = answer(capsys, seed_pack, "industries", "43-4051", "--level", "4-digit")
    assert four["missing_percent"] == 10.0


def test_compare_prints_one_row_a_question(
    seed_pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(
        capsys, seed_pack, "compare", "43-4051", "41-2031", "--area", TEXAS,
        "--scores", "12,20,9,33,24,28",
    )  # fmt: skip
    assert [o["code"] for o in found["occupations"]] == ["43-4051.00", "41-2031.00"]
    rows = {row["key"]: row for row in found["rows"]}
    assert next(iter(rows)) == "pay.here"
    assert rows["pay.here"]["cells"][0]["figures"][0]["value"] == 40420
    assert rows["fit"]["cells"][0]["words"].startswith("Likely among the tenth")
    _, out, _ = run(capsys, seed_pack, "compare", "43-4051", "41-2031")
    assert "Customer Service Representatives: $44,770 a year" in out
    assert "[OEWS May 2025]" in out
    assert "fit you" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("wage-percentile", "43-4051"),
        ("wage-percentile", "43-4051", "--wage", "much"),
        ("wage-percentile", "43-4051", "--wage", "-5"),
        ("wage-percentile", "43-4051", "--wage", "nan"),
        ("wage-percentile", "43-4051", "--wage", "5", "--area", "524000"),
        ("wage-percentile", "43-4051", "--wage", "5", "--industry", TEXAS),
        ("wage-percentile", "43-4051", "--wage", "5", "--industry", "524000", "--area", TEXAS),
        ("wage-percentile", "99-9999", "--wage", "5"),
        ("show", "43-4051", "--industry", "999999"),
        ("places", "43-4051", "--home", "Atlantis"),
        ("places", "43-4051", "--kind", "county"),
        ("industries", "nurse"),
        ("compare", "43-4051"),
        ("compare", "43-4051", "43-4051.00"),
        ("compare", "43-4051", "41-2031", "--scores", "1,2,3"),
    ],
)
def test_an_error_is_one_line_and_exit_2(
    seed_pack: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    status, out, err = run(capsys, seed_pack, *arguments)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
