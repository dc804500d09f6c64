"""Hours, pressure and control out of a release that brings Work Context, and without one."""

from __future__ import annotations

from datetime import date

import pytest
import tiny_releases as tiny

from counselor_app.cli.handbook import ways_json
from counselor_app.domain.occupation.hours_pressure import BLOCKS, ELEMENTS, NO_CONTEXT, NOT_ASKED
from counselor_app.domain.occupation.ways import day_facts
from counselor_app.pack.build import build
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import words
from counselor_app.store.reference import Pack, open_pack
from counselor_app.store.sheet import read_sheet

_HEAD = [
    "O*NET-SOC Code", "Title", "Element ID", "Element Name", "Scale ID", "Scale Name", "Category",
    "Data Value", "N", "Standard Error", "Lower CI Bound", "Upper CI Bound",
    "Recommend Suppress", "Not Relevant", "Date", "Domain Source",
]  # fmt: skip


def _work_context() -> list[list[object]]:
    """The clerk and the nurse whole, the acute care nurse without half; shares of answers too."""
    rows: list[list[object]] = [_HEAD]
    for code, value in ((tiny.CLERK, 2.0), (tiny.NURSE, 3.0), (tiny.ACUTE, 2.0)):
        for element in ELEMENTS[1::2] if code == tiny.ACUTE else ELEMENTS:
            scale = "CT" if element in BLOCKS["time"] else "CX"
            head, tail = [code, tiny.TITLES[code], element, "A condition"], ["08/2027", "Incumbent"]
            rows += [
                [*head, scale, "Context", "n/a", value, 25, 0.1, 1.8, 2.2, "N", "n/a", *tail],
                [*head, f"{scale}P", "Shares", 1, 40.0, 25, 5, 30, 50, "N", "n/a", *tail],
            ]
    return rows


@pytest.fixture(scope="module", params=["text", "csv"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("onet")
    tables = {**tiny.onet_tables(), "Work Context": _work_context()}
    layout: tiny.Layout = request.param
    build([tiny.write_onet(folder / "release", layout, tables)], folder / "pack.sqlite")
    return open_pack(folder / "pack.sqlite")


def test_a_release_with_work_context_tells_hours_pressure_and_control(whole: Pack) -> None:
    sheet = read_sheet(whole, tiny.CLERK)
    found = ways_json(sheet)
    blocks = found["hours_and_pressure"]
    assert "hours_and_pressure" not in found["not_known"]
    # 2 of 1-3 is half; 2 of 1-5 is a quarter, reversed where it weighs on people.
    assert {name: one["value"] for name, one in blocks.items()} == {
        "time": 50, "pressure": 75, "control": 25,
    }  # fmt: skip
    assert blocks["time"]["se"] == pytest.approx(50 / 2 * 0.1 * 2**0.5, abs=1e-6)
    assert (blocks["time"]["percentile"], blocks["time"]["of"]) == (75, 2)
    assert (blocks["control"]["percentile"], blocks["control"]["vintage"]) == (25, "August 2027")
    told = {fact.label: fact.words for fact in day_facts(sheet)}
    assert told["Little pressure"].startswith("75 of 100 (73 to 77); percentile 75 among 2 jobs")
    report = profile_content(sheet, made_on=date(2027, 9, 1), version="1")
    printed = " ".join(
        words(text)
        for part in report.section("days").parts
        for text in part.texts  # type: ignore[union-attr]
    )
    assert "A say in the work: 25 of 100" in printed
    assert any("Work Context: 25 people in the job" in str(note) for note in report.notes)


def test_a_job_of_which_half_was_asked_has_no_score_and_says_so(whole: Pack) -> None:
    sheet = read_sheet(whole, tiny.ACUTE)
    assert sheet.conditions == ()
    assert ways_json(sheet)["not_known"]["hours_and_pressure"] == NOT_ASKED


def test_eight_elements_fill_no_block_and_the_pack_says_so(pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    assert len(sheet.ratings["context"]) == 8
    assert pack.hours_pressure == {}
    found = ways_json(sheet)
    assert found["hours_and_pressure"] is None
    assert found["not_known"]["hours_and_pressure"] == NO_CONTEXT
    assert day_facts(sheet)[-1].words == NO_CONTEXT
