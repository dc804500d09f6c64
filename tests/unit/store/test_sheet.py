"""The one function that reads an occupation, on the shipped figures."""

from __future__ import annotations

import pytest

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.errors import UserError
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

TEXAS = "4800000"


def values(sheet: Sheet, *keys: str) -> list[object]:
    return [sheet.figures[key].value for key in keys]


def percentiles(basis: str) -> list[str]:
    return [f"wage.{basis}.p{p}" for p in (10, 25, 50, 75, 90)]


def test_customer_service_in_the_nation(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    assert values(sheet, *percentiles("annual")) == [31750, 36870, 44770, 51780, 63590]
    assert values(sheet, "wage.hourly.p50", "employment.oews") == [21.53, 2595750]
    assert values(
        sheet, "employment.base", "employment.projected", "employment.change",
        "employment.change_pct", "openings.annual",
    ) == [2814000, 2660300, -153700, -5.5, 341700]  # fmt: skip
    assert values(sheet, "education.entry", "experience.entry", "training.entry") == [
        "High school diploma or equivalent",
        "None",
        "Short-term on-the-job training",
    ]
    assert values(sheet, *(f"interest.{x}" for x in "RIASEC"), "interest.code") == [
        1.97, 1.63, 1.00, 3.77, 5.08, 6.32, "CES",
    ]  # fmt: skip
    assert sheet.figures["employment.oews"].se == pytest.approx(10_383)
    assert sheet.figures["location_quotient"].value is None
    assert sheet.figures["interest.C"].vintage == "February 2026"


def test_an_area_gives_its_own_wages_and_the_nations_projection(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051.00", [TEXAS])
    assert values(sheet, "employment.oews", "wage.annual.p50", "location_quotient") == [
        337170,
        40420,
        1.44,
    ]
    assert sheet.figures["employment.base"].value == 2814000
    assert [row.place for row in sheet.wages] == ["United States", "Texas"]


def test_the_exposure_studies_stand_on_their_own(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    found = {e.study: e for e in sheet.exposure}
    assert found["frey_osborne"].figure.value == 0.55
    assert found["aioe"].figure.number == pytest.approx(0.956, abs=5e-4)
    assert found["aioe_lm"].figure.number == pytest.approx(1.076, abs=5e-4)
    assert found["gpts_beta_model"].figure.number == pytest.approx(0.568, abs=5e-4)
    assert found["gpts_beta_human"].figure.number == pytest.approx(0.705, abs=5e-4)
    assert found["applicability"].figure.number == pytest.approx(0.440, abs=5e-4)
    assert found["observed"].figure.number == pytest.approx(0.701, abs=5e-4)
    assert {(e.name, e.year) for e in sheet.exposure} == {
        ("Frey and Osborne", 2013),
        ("AIOE", 2021),
        ("AIOE, language models", 2023),
        ("GPT exposure, rated by a model", 2023),
        ("GPT exposure, rated by people", 2023),
        ("AI applicability", 2025),
        ("Observed AI exposure", 2025),
    }
    places = [round(e.place.percentile) for e in sheet.exposure if e.place]
    assert places == [45, 73, 79, 87, 98, 99, 100]


def test_a_combined_code_gives_its_wage_and_says_that_it_is_shared(pack: Pack) -> None:
    sheet = read_sheet(pack, "31-1121")
    wage = sheet.figures["wage.annual.p50"]
    assert sheet.occupation.oews_code == "31-1120"
    assert wage.number is not None
    assert "Home Health and Personal Care Aides (31-1120)" in (wage.about or "")
    assert "31-1122.00" in [code for code, _ in sheet.occupation.shares]
    assert "31-1120" in (sheet.figures["employment.base"].about or "")


def test_a_wage_of_the_six_digit_parent_says_who_shares_it(pack: Pack) -> None:
    wage = read_sheet(pack, "29-1141.01").figures["wage.annual.p50"]
    assert wage.value == 97550
    assert "5 O*NET occupations share this figure" in (wage.about or "")


def test_the_military_has_words_instead_of_wages(pack: Pack) -> None:
    sheet = read_sheet(pack, "55-1011")
    for key, figure in sheet.figures.items():
        assert figure.value is None, key
        assert figure.flag, key
    assert value_words(sheet.figures["wage.annual.p50"]) == "not published for this occupation"
    assert sheet.states == ()


def test_pay_published_one_way_only_says_which(pack: Pack) -> None:
    teachers = read_sheet(pack, "25-1011").figures
    assert teachers["wage.annual.p50"].value == 99080
    assert teachers["wage.hourly.p50"].flag == "published by the year only"
    actors = read_sheet(pack, "27-2011").figures
    assert actors["wage.annual.p50"].flag == "published by the hour only"
    assert actors["wage.hourly.p50"].number is not None


def test_several_values_of_a_study_are_a_range_never_an_average(pack: Pack) -> None:
    code = pack.connection.execute(
        "SELECT code FROM exposure JOIN study_value USING (study, study_code)"
        " WHERE study = 'frey_osborne' GROUP BY code HAVING COUNT(DISTINCT value) > 1 LIMIT 1"
    ).fetchone()[0]
    figure = read_sheet(pack, code).figures["exposure.frey_osborne"]
    assert figure.value is None
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low < figure.high
    assert " to " in (figure.flag or "")


def test_an_unrated_parent_leads_to_its_rated_children(pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1229")
    assert not sheet.ratings
    assert ("29-1229.02", "Hospitalists") in sheet.children


def test_sector_shares_do_not_pass_100_percent(pack: Pack) -> None:
    for code in ("43-4051", "25-2021", "33-3051", "29-1141", "11-1011"):
        sheet = read_sheet(pack, code)
        total = sum(i.share.number or 0 for i in sheet.industries)
        assert 90 < total <= 100.5, code
        assert not any("Local Government, including" in i.wages.place for i in sheet.industries)


def test_every_occupation_reads_with_every_figure_sourced(pack: Pack) -> None:
    codes = [c for (c,) in pack.connection.execute("SELECT code FROM occupation ORDER BY code")]
    assert len(codes) == 1016
    for code in codes[::25]:
        for key, figure in read_sheet(pack, code, [TEXAS]).figures.items():
            assert figure.source.label, (code, key)
            if figure.value is None:
                assert figure.flag, (code, key)
            else:
                assert figure.vintage, (code, key)


@pytest.mark.parametrize(
    ("code", "area", "words"),
    [
        ("99-9999", None, "No occupation has the code 99-9999.00"),
        ("nurse", None, "not an occupation code"),
        ("43-4051", "48", "not an area code"),
    ],
)
def test_what_is_unknown_is_said(pack: Pack, code: str, area: str | None, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_sheet(pack, code, [area] if area else [])


def test_who_holds_the_job_is_told_with_its_source_and_group(pack: Pack) -> None:
    nurse, acute = read_sheet(pack, "29-1141"), read_sheet(pack, "29-1141.01")
    bachelor = nurse.figures["schooling.bachelor"]
    assert bachelor.value == 54.4
    assert "table 5.3" in bachelor.source.label
    levels = [f.number or 0 for key, f in nurse.figures.items() if key.startswith("schooling.")]
    assert len(levels) == 7
    assert sum(levels) == pytest.approx(100, abs=0.6)
    own = acute.figures["schooling.bachelor"].group
    assert own is not None
    assert own.title == "Registered nurses"
    assert nurse.figures["age.median"].value == 42.3
    assert "Registered nurses" in (nurse.figures["age.median"].about or "")
    assert (nurse.figures["telework"].value, nurse.figures["telework"].se) == (2.8, 1.2)
    assert nurse.figures["certification.importance"].n
    assert nurse.figures["exits.rate"].value == 2.8
    assert nurse.figures["ep_skill.adaptability"].value == 91
    nobody = read_sheet(pack, "55-1011")
    assert nobody.figures["schooling.master"].value is None
    assert nobody.figures["schooling.master"].flag


def test_a_combined_age_names_the_group_it_is_of(pack: Pack) -> None:
    ages = [
        sheet.figures["age.median"]
        for code in ("13-1021", "29-1241", "47-5011")
        if (sheet := read_sheet(pack, code))
    ]
    assert all(
        f.value is None or f.group is not None or "Census title" in (f.about or "") for f in ages
    )


def test_ways_in_beside_school(pack: Pack) -> None:
    sheet = read_sheet(pack, "47-2111")
    assert sheet.apprenticeship is not None
    assert "4,800 hours" in sheet.apprenticeship.words
    assert [one.name for one in sheet.clusters] == ["Construction"]
    assert sheet.handbook is not None
    assert "drafters" in [one.slug for one in sheet.handbook.similar]
    assert read_sheet(pack, "15-2011").apprenticeship is None
