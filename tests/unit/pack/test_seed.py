"""What the shipped data says, and that it holds figures and names only."""

from __future__ import annotations

import csv
import json
import lzma
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from counselor_app.cli import main
from counselor_app.pack.build import build, build_from_seed
from counselor_app.pack.info import as_dict, as_text, read_info
from counselor_app.pack.own_files import MANIFEST
from counselor_app.pack.seed import PARTS, write_seed
from counselor_app.pack.verify import verify
from counselor_app.paths import database
from counselor_app.store.reference import Pack

Query = Callable[..., list[tuple[Any, ...]]]
SEED = database() / "seed"


def test_customer_service_representatives_earn_what_oews_says(
    seed_pack: Path, query: Query
) -> None:
    sql = ("SELECT employment, a_p10, a_p25, a_p50, a_p75, a_p90, h_p50, location_quotient"
           " FROM wage WHERE occ = '43-4051' AND area = ?")  # fmt: skip

    assert query(seed_pack, sql, "0000000") == [
        (2595750, 31750, 36870, 44770, 51780, 63590, 21.53, None)
    ]
    ((employment, *_, texas_hourly, quotient),) = query(seed_pack, sql, "4800000")
    assert (employment, quotient) == (337170, 1.44)
    assert texas_hourly == 19.44


def test_their_outlook_is_what_the_projections_say(seed_pack: Path, query: Query) -> None:
    assert query(
        seed_pack,
        "SELECT base_year, target_year, base, projected, change, change_pct, openings,"
        " entry_education, experience, training FROM projection WHERE occ = '43-4051'",
    ) == [
        (2024, 2034, 2814.0, 2660.3, -153.7, -5.5, 341.7, "High school diploma or equivalent",
         "None", "Short-term on-the-job training")
    ]  # fmt: skip


def test_their_interests_are_of_release_30_3(seed_pack: Path, query: Query) -> None:
    assert query(
        seed_pack,
        "SELECT r, i, a, i.s, e, c, letters, label FROM interest i JOIN source s"
        " ON s.id = i.source_id WHERE code = '43-4051.00'",
    ) == [(1.97, 1.63, 1.0, 3.77, 5.08, 6.32, "CES", "O*NET 30.3")]


@pytest.mark.parametrize(
    ("what", "occupations"),
    [("interests", 923), ("skills", 894), ("abilities", 894), ("work styles", 891),
     ("education and training", 878), ("work activities", 894), ("schooling of workers", 997),
     ("ages of workers", 597), ("telework", 479), ("a handbook page", 700),
     ("a career cluster", 1016),
     ("work context", 450), ("a job zone", 923), ("national pay", 995), ("projections", 997)],
)  # fmt: skip
def test_coverage(pack: Pack, what: str, occupations: int) -> None:
    found = {one.what: (one.occupations, one.of) for one in read_info(pack).coverage}

    assert found[what] == (occupations, 1016)


def test_combined_codes_reach_their_occupations(seed_pack: Path, query: Query) -> None:
    """13-1021 is published under 13-1020 only; 11-1031 and the military not at all."""
    assert query(
        seed_pack,
        "SELECT oews_code, oews_match, a_p50 IS NOT NULL FROM occupation LEFT JOIN wage"
        " ON occ = oews_code AND area = '0000000' WHERE code IN ('11-1031.00', '13-1021.00')",
    ) == [(None, "none", 0), ("13-1020", "broad", 1)]
    assert query(
        seed_pack, "SELECT count(DISTINCT soc) FROM occupation WHERE oews_match IN"
        " ('broad', 'oes_hybrid')"
    ) == [(28,)]  # fmt: skip
    assert query(
        seed_pack, "SELECT count(DISTINCT soc) FROM occupation WHERE oews_code IS NULL"
    ) == [(21,)]


def test_numbers_above_the_old_cap_stay_numbers(seed_pack: Path, query: Query) -> None:
    ((above,),) = query(seed_pack, "SELECT count(*) FROM wage WHERE a_p90 > 239200")
    ((marked,),) = query(
        seed_pack, "SELECT count(*) FROM wage WHERE a_p90 IS NULL AND marks LIKE '%a_p90=#%'"
    )

    assert above > 1000
    assert marked > 300


def test_every_value_of_a_study_is_kept_for_its_occupations(seed_pack: Path, query: Query) -> None:
    assert query(
        seed_pack,
        "SELECT study, round(v.value, 3) FROM exposure JOIN study_value v USING (study, study_code)"
        " WHERE code = '43-4051.00' AND study IN ('frey_osborne', 'aioe', 'aioe_lm',"
        " 'gpts_beta_model', 'gpts_beta_human') ORDER BY study",
    ) == [("aioe", 0.956), ("aioe_lm", 1.076), ("frey_osborne", 0.55), ("gpts_beta_human", 0.705),
          ("gpts_beta_model", 0.568)]  # fmt: skip
    ((several,),) = query(
        seed_pack,
        "SELECT count(*) FROM (SELECT o.soc FROM exposure e JOIN occupation o USING (code)"
        " JOIN study_value v USING (study, study_code) WHERE study = 'frey_osborne'"
        " GROUP BY o.soc HAVING count(DISTINCT v.value) > 1)",
    )
    assert several == 14


def test_no_sentence_of_the_agencies_is_in_it(seed_pack: Path, query: Query) -> None:
    assert query(seed_pack, "SELECT count(*) FROM task") == [(0,)]
    for table, column in (("occupation", "description"), ("element", "description"),
                          ("factor", "text")):  # fmt: skip
        assert query(seed_pack, f"SELECT count({column}) FROM {table}") == [(0,)]
    for part in PARTS:
        with lzma.open(SEED / f"{part.name}.csv.xz", "rt", encoding="utf-8", newline="") as lines:
            longest = max(len(cell) for row in csv.reader(lines) for cell in row)
        assert longest < 190, f"{part.name} holds a cell of {longest} letters"


def test_the_manifest_names_source_licence_and_checksum_of_every_file() -> None:
    manifest = json.loads((SEED / MANIFEST).read_text(encoding="utf-8"))
    licences = {source["key"]: source["licence"] for source in manifest["source"]}

    assert {path.name for path in SEED.glob("*.xz")} == set(manifest["files"])
    for name, facts in manifest["files"].items():
        assert facts["sha256"] == sha256((SEED / name).read_bytes()).hexdigest()
        assert all(licences[key] for key in facts["sources"])
    assert licences["onet-30.3"] == "CC BY 4.0"
    assert licences["gpts-2023"] == "MIT"


def test_it_stays_small() -> None:
    sizes = [path.stat().st_size for path in SEED.iterdir()]

    assert max(sizes) < 6_000_000
    assert sum(sizes) < 15_000_000


def test_writing_the_seed_of_a_pack_built_from_it_gives_the_same_tables(
    tmp_path: Path, seed_pack: Path
) -> None:
    write_seed(seed_pack, tmp_path, preset=0)

    for path in sorted(SEED.iterdir()):
        again = tmp_path / path.name
        if path.name == MANIFEST:
            assert json.loads(again.read_text())["source"] == json.loads(path.read_text())["source"]
        else:
            assert lzma.decompress(again.read_bytes()) == lzma.decompress(path.read_bytes())


def test_info_names_releases_counts_and_what_is_missing(pack: Pack) -> None:
    info = read_info(pack)
    text = as_text(info)

    assert "O*NET 30.3, May 2026" in text
    assert "700 of 1,016 have the days from the handbook" in text
    assert "OEWS May 2025: U.S. Bureau of Labor Statistics. Public domain." in text
    assert "894 of 1,016 have skills" in text
    lacks = "official description, specific interest areas, official tasks"
    assert f"Not in this pack: {lacks}." in text
    assert json.loads(json.dumps(as_dict(info)))["rows"]["occupation"] == 1016


def test_data_written_from_releases_is_the_releases_less_their_sentences(
    tmp_path: Path, tiny_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, again, whole = tmp_path / "seed", tmp_path / "again.sqlite", tmp_path / "whole.sqlite"
    build([tiny_folder], whole)

    assert main(["data", "write-seed", str(tiny_folder), "-o", str(folder)]) == 0
    build_from_seed(again, folder=folder)

    assert f"Built {folder}" in capsys.readouterr().out
    assert verify(again) == []
    assert _rows(again) == _rows(whole)


def _rows(pack: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without what is the agencies' own sentences."""
    connection = sqlite3.connect(f"file:{pack}?mode=ro&immutable=1", uri=True)
    try:
        found = {}
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name <> 'task'"
            " AND name NOT LIKE 'search_fts%'"
        ).fetchall():
            columns = ", ".join(
                f'"{name}"'
                for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
                if name not in ("description", "text")
            )
            where = {"meta": "key <> 'digest'", "source_file": "tables <> 'task'"}.get(table, "1")
            order = "ORDER BY " + ", ".join("123"[: columns.count(",") + 1])
            found[table] = connection.execute(
                f"SELECT {columns} FROM {table} WHERE {where} {order}"
            ).fetchall()
        return found
    finally:
        connection.close()


def test_other_files_are_not_taken_for_data_of_the_program(
    tmp_path: Path, tiny_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.csv.xz").write_bytes(b"a letter")

    assert main(["data", "write-seed", str(tiny_folder), "-o", str(tmp_path / "letters")]) == 2
    assert "holds other files" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mine.csv.xz"]
