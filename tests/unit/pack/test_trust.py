"""A pack whose bytes changed since it was built is not shown to anyone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counselor_app.errors import UserError
from counselor_app.pack.trust import require_trusted, trusted


def test_a_pack_as_built_is_trusted_and_remembered(seed_pack: Path, tmp_path: Path) -> None:
    assert trusted(seed_pack, tmp_path)
    assert (tmp_path / "checked.json").is_file()
    assert trusted(seed_pack, tmp_path)


def test_one_flipped_bit_is_noticed_and_nothing_is_remembered(
    seed_pack: Path, tmp_path: Path
) -> None:
    flipped = tmp_path / "flipped.sqlite"
    shutil.copyfile(seed_pack, flipped)
    assert trusted(flipped, tmp_path)
    with flipped.open("r+b") as file:
        file.seek(flipped.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(UserError, match=r"flipped\.sqlite .*damaged"):
        require_trusted(flipped, tmp_path)
    assert not trusted(flipped, tmp_path)


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a pack", encoding="utf-8")
    assert not trusted(other, tmp_path)
    with pytest.raises(UserError, match="cannot be read"):
        trusted(tmp_path / "missing.sqlite", tmp_path)
