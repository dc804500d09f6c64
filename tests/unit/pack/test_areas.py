"""Specific interest areas out of a release: read, refused in words, told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny_releases as tiny

from counselor_app.domain.session.areas import LikedAreas, liked_in, most_distinctive
from counselor_app.errors import UserError
from counselor_app.pack.build import as_text, build
from counselor_app.pack.info import as_text as info_text
from counselor_app.pack.info import read_info
from counselor_app.store.areas import distinctive_areas
from counselor_app.store.reference import open_pack
from counselor_app.store.sheet import read_sheet

_HEAD = ["O*NET-SOC Code", "Title", "Element ID", "Element Name", "Scale ID", "Scale Name",
         "Data Value", "Date", "Domain Source"]  # fmt: skip
_TAIL = ["05/2026", "Machine Learning/Expert"]
MUSIC, TEACHING, SALES, LAW = (f"1.B.3.{end}" for end in ("u", "y", "af", "ao"))
_VALUES = {
    tiny.CLERK: {MUSIC: 1.5, TEACHING: 2.0, SALES: 6.5, LAW: 3.0},
    tiny.NURSE: {MUSIC: 2.0, TEACHING: 5.0, SALES: 1.0, LAW: 3.0},
    tiny.ACUTE: {MUSIC: 1.0, TEACHING: 4.0, SALES: 2.0, LAW: 1.0},
}


def _rows(element: str = "") -> list[list[object]]:
    rows: list[list[object]] = [_HEAD]
    for code, values in _VALUES.items():
        for area, value in values.items():
            head = [code, tiny.TITLES[code], element or area, "An area"]
            rows.append([*head, "OI", "Occupational Interests", value, *_TAIL])
            if element:
                break
    return rows


def _built(folder: Path, rows: list[list[object]], layout: tiny.Layout = "text") -> Path:
    tables = {**tiny.onet_tables(), "Specific Interest Areas": rows}
    target = folder / "pack.sqlite"
    build([tiny.write_onet(folder / "onet", layout, tables, release="31.0")], target)
    return target


@pytest.mark.parametrize("layout", ["text", "csv", "excel"])
def test_areas_are_read_from_every_layout_and_told_by_their_place(
    tmp_path: Path, layout: tiny.Layout
) -> None:
    with open_pack(_built(tmp_path, _rows(), layout)) as pack:
        ratings = read_sheet(pack, tiny.NURSE).ratings["area"]
        found = distinctive_areas(pack)
        lines = info_text(read_info(pack))
    first, second, third = most_distinctive(ratings)
    # Highest of three in teaching and music (teaching has the higher value); tied highest in law.
    assert (first.element, second.element, third.element) == (TEACHING, MUSIC, LAW)
    assert first.place is not None
    assert third.place is not None
    assert first.place.percentile == pytest.approx(100 * 2.5 / 3)
    assert third.place.percentile == pytest.approx(100 * (1 + 2 / 2) / 3)
    assert (first.main.value, first.main.unit, first.main.vintage) == (5.0, "interest 1-7",
                                                                      "May 2026")  # fmt: skip
    assert found[tiny.NURSE] == (TEACHING, MUSIC, LAW)
    assert "3 of 3 have specific interest areas" in lines


def test_the_list_and_the_page_name_the_same_areas(tmp_path: Path) -> None:
    with open_pack(_built(tmp_path, _rows())) as pack:
        for code, areas in distinctive_areas(pack).items():
            ratings = read_sheet(pack, code).ratings["area"]
            assert tuple(one.element for one in most_distinctive(ratings)) == areas


def test_only_the_scale_of_interests_is_kept(tmp_path: Path) -> None:
    rows = _rows()
    rows.append([tiny.CLERK, "", MUSIC, "Music", "IM", "Importance", 4.0, *_TAIL])
    tables = {**tiny.onet_tables(), "Specific Interest Areas": rows}
    report = build([tiny.write_onet(tmp_path / "onet", "text", tables)], tmp_path / "p.sqlite")
    assert "scale IM" in as_text(report)
    with open_pack(tmp_path / "p.sqlite") as pack:
        scales = pack.connection.execute(
            "SELECT DISTINCT scale FROM rating WHERE element GLOB '1.B.3.*'"
        ).fetchall()
    assert scales == [("OI",)]


def test_a_table_of_something_else_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"element 2\.A\.1\.a is no specific interest area"):
        _built(tmp_path, _rows("2.A.1.a"))


def test_a_value_beside_the_scale_is_refused_in_words(tmp_path: Path) -> None:
    rows = _rows()
    rows[1] = [*rows[1][:6], 9.0, *_TAIL]
    with pytest.raises(UserError, match="a value of scale OI, 1 to 7"):
        _built(tmp_path, rows)


def test_without_the_table_nothing_is_known_and_nothing_is_marked(seed_pack: Path) -> None:
    with open_pack(seed_pack) as pack:
        assert "area" in pack.lacks
        assert distinctive_areas(pack) == {}
        assert "area" not in read_sheet(pack, "29-1141").ratings


def test_liked_areas_mark_a_job_by_its_three_and_another_edition_marks_none() -> None:
    jobs = {"a": (MUSIC, TEACHING, LAW), "b": (SALES, LAW, TEACHING)}
    assert liked_in(LikedAreas((MUSIC, LAW)), jobs) == {"a": ("music", "law"), "b": ("law",)}
    assert liked_in(LikedAreas((MUSIC,), "35.1"), jobs) == {"a": (), "b": ()}
    assert liked_in(None, jobs) == {"a": (), "b": ()}
