"""The ways back to earlier data and to the program's own, and what is shown for damaged data."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from counselor_app.errors import UserError
from counselor_app.pack import shipped
from counselor_app.pack.current import (
    POINTER,
    InUse,
    can_go_back,
    go_back,
    in_use,
    put_in_use,
    releases,
)
from counselor_app.pack.update import accept, prepare

DAY, LATER = date(2026, 9, 1), date(2027, 9, 1)


def _own(folder: Path, seed_pack: Path) -> Path:
    """The program's own data, as built at a first start."""
    own = folder / shipped._name()
    shutil.copyfile(seed_pack, own)
    return own


def test_each_step_back_is_one_further_to_the_programs_own(
    first: Path, stick: Path, seed_pack: Path
) -> None:
    own, oldest = _own(first, seed_pack), in_use(first)
    accept(prepare([stick / "oews-2026"], first), first, today=LATER)
    accept(prepare([stick], first), first, today=LATER)
    found = [releases(in_use(first))]
    while can_go_back(first):
        used = go_back(first, today=LATER)
        assert in_use(first) == used
        found.append(releases(used))
    assert found[:3] == [
        "O*NET 31.0, older parts of 30.1  ·  OEWS May 2026  ·  Employment Projections 2024–34",
        "O*NET 30.1  ·  OEWS May 2026  ·  Employment Projections 2024–34",
        "O*NET 30.1  ·  OEWS May 2025  ·  Employment Projections 2024–34",
    ]
    assert found[3].endswith(", the data that comes with the program")
    assert len(found) == 4
    assert in_use(first).path == own
    assert oldest.path.is_file()  # a window may have it open still; the next update removes it


def test_a_damaged_pack_does_not_bar_the_way_back(
    first: Path, stick: Path, seed_pack: Path
) -> None:
    own, old = _own(first, seed_pack), in_use(first).path
    accept(prepare([stick], first), first, today=LATER)
    old.write_bytes(old.read_bytes()[:100_000])
    used = go_back(first, today=LATER)
    assert used.path == own
    assert used.trouble.startswith("Data of 2026-09-01 was passed over")
    assert in_use(first) == InUse(own, "")


def test_without_earlier_data_there_is_no_way_back(tmp_path: Path) -> None:
    assert not can_go_back(tmp_path)
    with pytest.raises(UserError, match="no earlier occupation data"):
        go_back(tmp_path, today=DAY)


def test_two_earlier_packs_are_kept(first: Path, stick: Path, first_release: Path) -> None:
    packs = [in_use(first).path]
    for given in (stick / "oews-2026", stick, first_release / "oews-2025"):
        packs.append(accept(prepare([given], first, older=True), first, today=LATER).path)
        for path in packs:
            if path.is_file():
                os.utime(path, (0, 0))
    assert len(set(packs)) == 4
    assert set(first.glob("pack-*.sqlite")) == set(packs[1:])


def test_a_damaged_pack_gives_way_to_the_one_before_and_says_so(first: Path, stick: Path) -> None:
    old = in_use(first)
    new = accept(prepare([stick], first), first, today=LATER)
    with new.path.open("r+b") as file:
        file.seek(100_000)
        file.write(b"\xff" * 64)
    used = in_use(first)
    assert used.path == old.path
    assert "brought in last cannot be used: the file is damaged" in used.trouble
    new.path.unlink()
    assert "the file is missing" in in_use(first).trouble


def test_with_no_whole_pack_of_the_user_the_programs_own_is_shown(
    first: Path, seed_pack: Path
) -> None:
    own = _own(first, seed_pack)
    in_use(first).path.unlink()
    used = in_use(first)
    assert used.path == own
    assert used.own
    assert "the file is missing" in used.trouble


def test_data_of_another_version_of_the_program_gives_way_to_its_own(
    first: Path, seed_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _own(first, seed_pack)
    monkeypatch.setattr("counselor_app.store.reference.schema_version", lambda: "99")
    used = in_use(first)
    assert used.path == own
    assert used.trouble == (
        "The occupation data that you brought in last cannot be used: it was made for another"
        " version of the program. In use instead is the data that comes with the program. Bring"
        " the new data in again."
    )


@pytest.mark.parametrize(
    "text", ["", "{}", "[1, 2]", '{"packs": [["../x", ""]]}', '{"packs": [["x"]]}']
)
def test_an_unreadable_pointer_is_said_and_nothing_is_removed(
    first: Path, seed_pack: Path, text: str
) -> None:
    shutil.copyfile(seed_pack, first / shipped._name())
    pack = in_use(first).path
    os.utime(pack, (0, 0))
    (first / POINTER).write_text(text)
    used = in_use(first)
    assert used.own
    assert "cannot be read" in used.trouble
    assert pack.is_file()


def test_from_new_data_back_to_the_programs_own(tmp_path: Path, seed_pack: Path) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    own = folder / shipped._name()
    shutil.copyfile(seed_pack, own)
    candidate = folder / "new-a.sqlite"
    shutil.copyfile(seed_pack, candidate)
    used = put_in_use(candidate, folder, today=DAY, instead_of=InUse(own, ""))
    assert in_use(folder) == used
    assert go_back(folder, today=DAY).own
    assert in_use(folder) == InUse(own, "")
