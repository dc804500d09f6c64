"""Figures on who holds the job: read by meaning whatever the order, or refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from counselor_app.errors import UserError
from counselor_app.pack import crosswalks, onet, workers
from counselor_app.pack.account import Account
from counselor_app.pack.choose import NO_LEVELS, choose
from counselor_app.pack.crosswalks import Crosswalks
from counselor_app.pack.files import ReleaseFile, walk
from counselor_app.pack.recognise import recognise
from counselor_app.pack.sources import CLUSTERS_14
from counselor_app.pack.tables import read_table

LEVELS = (
    "Less than high school diploma", "High school diploma or equivalent",
    "Some college, no degree", "Associate's degree", "Bachelor's degree", "Master's degree",
    "Doctoral or professional degree",
)  # fmt: skip
SHARES = (1.5, 7.8, 13.1, 5.3, 40.7, 24.7, 6.9)
MAPS = Crosswalks(
    soc_of={
        "29-1141.00": ("29-1141", "Registered Nurses"),
        "13-1021.00": ("13-1021", "Buyers and Purchasing Agents, Farm Products"),
    },
    groups={"13-1020": "Buyers and Purchasing Agents", "29-1140": "Registered Nurses"},
)


def book(path: Path, sheet: str, rows: Sequence[Sequence[object]]) -> ReleaseFile:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    made.save(path)
    return next(iter(walk([path])))


def text_file(path: Path, words: str) -> ReleaseFile:
    path.write_text(words, encoding="utf-8")
    return next(iter(walk([path])))


def account(file: ReleaseFile) -> Account:
    return Account(file.name, CLUSTERS_14, "", 0)


def schooling(path: Path, order: Sequence[int], shares: Sequence[float]) -> ReleaseFile:
    code, title = "2024 National Employment Matrix code", "2024 National Employment Matrix title"
    heads = [title, code, *LEVELS]
    row = ["Chief executives[1]", "11-1011", *shares]
    return book(
        path, "Table 5.3",
        [
            ["Table 5.3 Educational attainment for workers 25 years and older, 2022–23 (Percent)"],
            [heads[n] for n in order], [row[n] for n in order], ["Footnotes:"],
        ],
    )  # fmt: skip


def test_schooling_is_read_whatever_the_order_of_its_columns(tmp_path: Path) -> None:
    usual = schooling(tmp_path / "education.xlsx", range(9), SHARES)
    turned = schooling(tmp_path / "turned.xlsx", [8, 3, 1, 5, 0, 7, 2, 6, 4], SHARES)
    rows, release = workers.read_schooling(usual, account(usual), MAPS)
    again, _release = workers.read_schooling(turned, account(turned), MAPS)
    assert sorted(rows) == sorted(again)
    assert ("schooling.bachelor", "11-1011", 40.7, None, "similar", "Chief executives") in rows
    assert release.label == "Employment Projections table 5.3, 2022–23"


def test_shares_that_do_not_add_up_and_a_missing_level_are_refused(tmp_path: Path) -> None:
    off = schooling(tmp_path / "education.xlsx", range(9), (*SHARES[:6], 16.9))
    with pytest.raises(UserError, match=r"row 3.*add up to 100, not 110"):
        workers.read_schooling(off, account(off), MAPS)
    lacks = schooling(tmp_path / "lacks.xlsx", [0, 1, 2, 3, 4, 5, 6, 8], SHARES)
    with pytest.raises(UserError, match="no column says master"):
        workers.read_schooling(lacks, account(lacks), MAPS)


def test_two_agencies_call_a_workbook_education(tmp_path: Path) -> None:
    (tmp_path / "bls").mkdir()
    (tmp_path / "onet").mkdir()
    schooling(tmp_path / "bls" / "education.xlsx", range(9), SHARES)
    book(tmp_path / "onet" / "Education.xlsx", "Education", [["O*NET-SOC Code"]])
    known, _unused, _strangers = recognise(walk([tmp_path]))
    assert {found.file.name: found.group for found in known} == {
        "education.xlsx": "schooling", "Education.xlsx": "requirement",
    }  # fmt: skip


def test_ages_go_to_the_title_that_reads_the_same(tmp_path: Path) -> None:
    heads = ["", "Total, 16 years and over", "16 to 19 years", "20 to 24 years", "25 to 34 years",
             "35 to 44 years", "45 to 54 years", "55 to 64 years", "65 years and over",
             "Median age"]  # fmt: skip
    file = book(
        tmp_path / "cpsaat11b.xlsx", "cpsaat11b",
        [
            ["HOUSEHOLD DATA ANNUAL AVERAGES"], ["Occupation", 2025], heads,
            ["Registered nurses", 1000, 10, 40, 300, 250, 200, 150, 50, 42.3],
            ["Buyers and purchasing agents", 100, 0, 10, 20, 20, 20, 20, 10, 44.0],
            ["Legislators", 18, 0, 1, 2, 3, 0, 5, 7, "–"],
            ["Other drafters", 60, 1, 2, 20, 20, 10, 5, 2, 40.1],
        ],
    )  # fmt: skip
    kept = account(file)
    rows, release = workers.read_ages(file, kept, MAPS)
    values = {(measure, code): value for measure, code, value, *_rest in rows}
    assert values["age.median", "29-1141"] == 42.3  # the occupation, not its group of one
    assert values["age.under_25", "29-1141"] == 5.0
    assert values["age.over_55", "29-1141"] == 20.0
    assert values["age.median", "13-1020"] == 44.0
    assert {code for _measure, code in values} == {"29-1141", "13-1020"}
    assert kept.left == {workers.NO_TITLE: 2}
    assert release.label == "CPS 2025"


def test_clusters_of_other_names_are_refused_and_other_commas_read(tmp_path: Path) -> None:
    file = text_file(
        tmp_path / "soc2018_to_14clusters.csv",
        "SOC Code,Occupation Title,Career Cluster,Sub-Cluster\n"
        '27-2011,Actors,"Arts, Entertainment and Design",Performing Arts\n'
        "27-2011,Actors,Arts & Communication,Performing Arts\n",
    )
    kept = account(file)
    found = crosswalks.read_soc_clusters(read_table(file), kept)
    assert found == {"27-2011": [("Arts, Entertainment, & Design", "Performing Arts")]}
    (reason,) = kept.refused
    assert kept.why(reason).endswith("(Arts & Communication)")


def test_a_sub_cluster_in_small_letters_is_no_other_one(tmp_path: Path) -> None:
    """Both spellings stand in the file of 2024–25."""
    file = text_file(
        tmp_path / "soc2018_to_14clusters.csv",
        "SOC Code,Occupation Title,Career Cluster,Sub-Cluster\n"
        "17-3025,Environmental Engineering Technologists,Agriculture,Water Systems\n"
        "19-4042,Environmental Science Technicians,Agriculture,water systems\n",
    )
    found = crosswalks.read_soc_clusters(read_table(file), account(file))
    assert {pair for pairs in found.values() for pair in pairs} == {
        ("Agriculture", "Water Systems")
    }


def test_an_apprenticeship_that_is_not_listed_is_not_denied(tmp_path: Path) -> None:
    file = text_file(
        tmp_path / "apprenticeable.csv",
        "onet_soc_code,occupation_title,is_apprenticeable,rapids_term_hours\n"
        "47-2111.00,Electricians,True,8000; 6000\n"
        "15-2011.00,Actuaries,False,\n",
    )
    kept = account(file)
    found = crosswalks.read_apprenticeships(read_table(file), kept, {"47-2111.00", "15-2011.00"})
    assert found == [("47-2111.00", 6000, 8000)]
    assert sum(kept.left.values()) == 1


def test_activities_with_levels_come_before_a_newer_file_without(tmp_path: Path) -> None:
    folder = tmp_path / "onet" / "30.0_work_activities"
    folder.mkdir(parents=True)
    newer = tmp_path / "onet" / "30.1"
    newer.mkdir()
    both = text_file(
        folder / "work_activities_30.0_im_lv.csv",
        "onet,element_id,element,importance,level\n"
        "29-1141.00,4.A.1.a.1,Getting Information,4.56,4.89\n",
    )
    book(newer / "Work Activities.xlsx", "Work Activities", [["O*NET-SOC Code"]])
    known, _unused, _strangers = recognise(walk([tmp_path]))
    chosen, left = choose(known)
    assert [found.file.name for found in chosen["activity"]] == ["work_activities_30.0_im_lv.csv"]
    assert [one.reason for one in left] == [NO_LEVELS]
    names: dict[str, str] = {}
    rows = onet.read_both_scales(read_table(both), account(both), {"29-1141.00"}, names)
    assert [row[:4] for row in rows] == [
        ("29-1141.00", "4.A.1.a.1", "IM", 4.56), ("29-1141.00", "4.A.1.a.1", "LV", 4.89),
    ]  # fmt: skip
    assert names == {"4.A.1.a.1": "Getting Information"}
