"""Building: whole or not at all, the same every time, told to whoever watches."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import tiny_releases as tiny

from counselor_app.errors import UserError
from counselor_app.pack.build import as_text, build, build_from_seed
from counselor_app.pack.draft import CancelledError
from counselor_app.pack.shipped import ensure_pack
from counselor_app.pack.verify import verify

Query = Callable[..., list[tuple[Any, ...]]]


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_same_input_same_file(tmp_path: Path, tiny_folder: Path) -> None:
    build([tiny_folder], tmp_path / "a.sqlite")
    build([tiny_folder], tmp_path / "elsewhere" / "b.sqlite")

    assert _hash(tmp_path / "a.sqlite") == _hash(tmp_path / "elsewhere" / "b.sqlite")


def test_a_folder_and_its_zip_give_the_same_figures(
    tmp_path: Path, tiny_folder: Path, query: Query
) -> None:
    build([tiny_folder], tmp_path / "a.sqlite")
    build([tiny.write_zip(tmp_path / "all.zip", tiny_folder)], tmp_path / "b.sqlite")

    for table in ("rating", "wage", "projection", "source", "source_file"):
        sql = f"SELECT * FROM {table} ORDER BY 1, 2, 3"
        assert query(tmp_path / "a.sqlite", sql) == query(tmp_path / "b.sqlite", sql)


def test_every_file_is_accounted_for(tmp_path: Path, tiny_folder: Path, query: Query) -> None:
    build([tiny_folder], tmp_path / "p.sqlite")
    skills = tiny_folder / "onet" / "30.1" / "Skills.xlsx"

    assert query(
        tmp_path / "p.sqlite",
        "SELECT f.tables, f.sha256, f.bytes, f.rows_kept, f.rows_left, f.rows_refused, s.label"
        " FROM source_file f JOIN source s ON s.id = f.source_id WHERE f.name = 'Skills.xlsx'",
    ) == [("rating", _hash(skills), skills.stat().st_size, 6, 0, 0, "O*NET 30.1")]


def test_wages_and_outlook_reach_occupations_by_published_code(
    tmp_path: Path, tiny_folder: Path, query: Query
) -> None:
    build([tiny_folder], tmp_path / "p.sqlite")

    assert query(
        tmp_path / "p.sqlite",
        "SELECT o.code, w.a_p50, p.change FROM occupation o JOIN wage w ON w.occ = o.oews_code"
        " AND w.area = '0000000' JOIN projection p ON p.occ = o.ep_code",
    ) == [(tiny.CLERK, 44770, -153.7)]


def test_a_failed_build_leaves_the_old_pack_and_nothing_else(
    tmp_path: Path, tiny_folder: Path
) -> None:
    target = tmp_path / "packs" / "p.sqlite"
    build([tiny_folder], target)
    before = _hash(target)
    (tiny_folder / "bls" / "projections" / "occupation.xlsx").write_bytes(b"PK not a workbook")

    with pytest.raises(UserError, match=r"occupation\.xlsx is not a complete spreadsheet"):
        build([tiny_folder], target)
    assert _hash(target) == before
    assert _names(target.parent) == ["p.sqlite"]


@pytest.mark.parametrize("calls", [0, 3, 12, 20])
def test_cancelling_leaves_nothing(tmp_path: Path, tiny_folder: Path, calls: int) -> None:
    asked = iter(range(1000))

    with pytest.raises(CancelledError):
        build([tiny_folder], tmp_path / "packs" / "p.sqlite",
              cancelled=lambda: next(asked) >= calls)  # fmt: skip
    assert list((tmp_path / "packs").iterdir()) == []


def test_progress_only_rises_and_ends_at_the_whole(tmp_path: Path, tiny_folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    build([tiny_folder], tmp_path / "p.sqlite", progress=lambda *step: seen.append(step))

    done = [step[0] for step in seen]
    assert done == sorted(done)
    assert len({step[1] for step in seen}) == 1
    assert seen[-1][0] == seen[-1][1]
    assert any("Skills.xlsx" in step[2] for step in seen)


def test_a_folder_that_cannot_be_written(tmp_path: Path, tiny_folder: Path) -> None:
    (tmp_path / "a file").write_text("in the way")

    with pytest.raises(UserError, match="cannot be written"):
        build([tiny_folder], tmp_path / "a file" / "p.sqlite")


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from counselor_app.errors import UserError
from counselor_app.pack.build import build
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    build([Path(sys.argv[1])], Path(sys.argv[2]))
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="the limit that stands for a full disk is POSIX"
)
def test_a_full_disk(tmp_path: Path, tiny_folder: Path) -> None:
    target = tmp_path / "packs" / "p.sqlite"
    target.parent.mkdir()
    target.write_bytes(b"SQLite format 3\0, the old pack")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(tiny_folder), str(target)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "cannot be written" in done.stdout
    assert "The old file, if there was one, is unchanged" in done.stdout
    assert _names(target.parent) == ["p.sqlite"]
    assert target.read_bytes() == b"SQLite format 3\0, the old pack"


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path, tiny_folder: Path) -> None:
    leftover = tmp_path / "packs" / ".p.sqlite.99-abc.partial"
    leftover.parent.mkdir()
    leftover.write_bytes(b"half")
    os.utime(leftover, (0, 0))
    build([tiny_folder], tmp_path / "packs" / "p.sqlite")

    assert _names(leftover.parent) == ["p.sqlite"]


def test_without_keep_rest_what_is_not_given_is_absent(
    tmp_path: Path, tiny_folder: Path, query: Query
) -> None:
    report = build([tiny_folder], tmp_path / "p.sqlite")

    assert query(tmp_path / "p.sqlite", "SELECT count(*) FROM study_value") == [(0,)]
    assert "exposure studies" in as_text(report).partition("Not in this pack:")[2]


def test_keep_rest_takes_the_other_programmes_from_the_programs_own_data(
    tmp_path: Path, tiny_folder: Path, seed_pack: Path, query: Query
) -> None:
    pack = tmp_path / "p.sqlite"
    report = build([tiny_folder], pack, keep_rest=True)

    assert "abilities" in report.kept_from_program
    assert "AIOE" in report.kept_from_program
    assert "wages" not in report.kept_from_program
    assert query(pack, "SELECT DISTINCT s.label FROM rating r JOIN source s ON s.id = r.source_id"
                 " JOIN element e ON e.id = r.element WHERE e.domain = 'ability'"
                 ) == [("O*NET 30.0",)]  # fmt: skip
    assert query(pack, "SELECT count(*) FROM wage WHERE area = '0000000'") == [(831,)]
    others = "SELECT count(*) FROM factor WHERE occ NOT IN ('43-4051', '29-1141')"
    assert query(pack, others) == query(seed_pack, others)
    assert query(pack, "SELECT v.value FROM exposure e JOIN study_value v USING (study, study_code)"
                 " WHERE e.code = ? AND study = 'frey_osborne'", tiny.CLERK,
                 ) == [(0.55,)]  # fmt: skip
    assert verify(pack) == []


def test_the_first_start_builds_once_and_removes_what_older_versions_built(
    tmp_path: Path, seed_pack: Path
) -> None:
    (tmp_path / "reference-0123456789ab.sqlite").write_bytes(b"of an older version")
    built = ensure_pack(tmp_path)
    changed = built.stat().st_mtime_ns

    assert ensure_pack(tmp_path) == built
    assert built.stat().st_mtime_ns == changed
    assert sorted(_names(tmp_path)) == ["checked.json", built.name]
    assert _hash(built) == _hash(seed_pack)


def test_a_cancelled_first_start_leaves_nothing(tmp_path: Path) -> None:
    asked = iter(range(1000))

    with pytest.raises(CancelledError):
        ensure_pack(tmp_path, cancelled=lambda: next(asked) > 15)
    assert list(tmp_path.iterdir()) == []


def test_damaged_program_data_is_named(tmp_path: Path) -> None:
    from counselor_app.pack.own_files import MANIFEST
    from counselor_app.paths import database

    for path in (database() / "seed").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    data = bytearray((tmp_path / "rating-skill.csv.xz").read_bytes())
    data[1000] ^= 1
    (tmp_path / "rating-skill.csv.xz").write_bytes(data)

    with pytest.raises(
        UserError, match=r"rating-skill\.csv\.xz, a file of the program, is damaged"
    ):
        build_from_seed(tmp_path / "out" / "p.sqlite", folder=tmp_path)
    (tmp_path / MANIFEST).unlink()
    with pytest.raises(UserError, match=r"manifest\.json, a file of the program, cannot be read"):
        build_from_seed(tmp_path / "out" / "p.sqlite", folder=tmp_path)
