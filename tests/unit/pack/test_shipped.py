"""A pack made at installation is read where it is, by every user of the machine, if it is right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counselor_app import paths
from counselor_app.errors import UserError
from counselor_app.pack import build, shipped, trust
from counselor_app.pack.current import in_use


@pytest.fixture
def ready(tmp_path: Path, seed_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installed pack, in a folder that no user may write."""
    folder = tmp_path / "installed"
    folder.mkdir()
    pack = folder / shipped._name()
    shutil.copyfile(seed_pack, pack)
    monkeypatch.setattr(shipped, "ready_packs", lambda: folder)
    return pack


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folder, with what the version before had built there."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "reference-0123456789ab.sqlite").write_bytes(b"of an older version")
    return folder


def test_the_installed_pack_is_used_and_no_user_keeps_a_copy(ready: Path, home: Path) -> None:
    assert in_use(home).path == ready
    assert [path.name for path in home.iterdir()] == ["checked.json"]


def test_a_pack_of_another_version_is_passed_over(ready: Path, home: Path, seed_pack: Path) -> None:
    own = home / ready.name
    shutil.copyfile(seed_pack, own)
    ready.rename(ready.with_name("reference-ffffffffffff.sqlite"))
    assert in_use(home).path == own


def test_a_damaged_installed_pack_gives_way_to_the_users_own(
    ready: Path, home: Path, seed_pack: Path
) -> None:
    own = home / ready.name
    shutil.copyfile(seed_pack, own)
    with ready.open("r+b") as file:
        file.seek(1_000_000)
        file.write(b"\0\1\2\3")
    assert in_use(home).path == own


def test_one_that_cannot_be_removed_is_read_through_before_it_is_trusted_again(
    ready: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_use(home)
    monkeypatch.setattr(Path, "unlink", _refused(Path.unlink, ready))
    read: list[Path] = []
    digest = trust.file_digest
    monkeypatch.setattr(trust, "file_digest", lambda path: read.append(path) or digest(path))
    in_use(home)
    assert read == []
    shipped.discard(ready, home)
    assert in_use(home).path == ready
    assert read == [ready]


@pytest.mark.parametrize("changed", ["schema.sql", "seed/manifest.json"])
def test_a_pack_of_other_data_or_another_schema_has_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    before, own = shipped._name(), paths.database()
    for name in ("schema.sql", "seed/manifest.json"):
        copy = tmp_path / name
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(own / name, copy)
    monkeypatch.setattr(shipped, "database", lambda: tmp_path)
    assert shipped._name() == before
    with (tmp_path / changed).open("a") as file:
        file.write("\n")
    assert shipped._name() != before


def test_a_pack_of_another_version_or_of_other_words_has_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {shipped._name()}
    monkeypatch.setattr(shipped, "__version__", "0.0.1")
    names.add(shipped._name())
    words = tmp_path / "words.toml"
    words.write_text("", encoding="utf-8")
    for files in ("text_files", "title_files", "search_files", "handbook_files"):
        with monkeypatch.context() as patch:
            own = getattr(shipped, files)()
            patch.setattr(shipped, files, lambda own=own: [*own[1:], words])
            names.add(shipped._name())
    assert len(names) == 6


def test_making_one_ready_builds_it_even_where_one_of_its_name_is(
    tmp_path: Path, seed_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built by other code it would have the same name, and its digest would be right."""
    package = tmp_path / "counselor_app"
    (package / "_data" / "db").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    monkeypatch.setattr(shipped, "_name", lambda: "reference-a.sqlite")
    monkeypatch.setattr(build, "build_from_seed", lambda to: shutil.copyfile(seed_pack, to))
    folder = package / "_data" / "pack"
    folder.mkdir()
    for name in ("reference-a.sqlite", "reference-b.sqlite", ".reference-a.sqlite.1-2.partial"):
        (folder / name).write_bytes(b"of other code, or of a set-up that was killed")

    made = shipped.make_ready()

    assert made == folder / "reference-a.sqlite"
    assert [path.name for path in folder.iterdir()] == [made.name]
    assert made.read_bytes() == seed_pack.read_bytes()
    assert folder.stat().st_mode == folder.parent.stat().st_mode  # as open to all as the program
    assert in_use(tmp_path / "home").path == made


def test_where_making_one_ready_fails_none_is_left_and_a_start_builds_its_own(
    tmp_path: Path, home: Path, ready: Path, seed_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(to: Path, **_kw: object) -> None:
        raise UserError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(build, "build_from_seed", full)
        with pytest.raises(UserError):
            shipped.make_ready()
    assert list(ready.parent.iterdir()) == []
    monkeypatch.setattr(
        build, "build_from_seed", lambda to, **_kw: shutil.copyfile(seed_pack, to)
    )  # fmt: skip
    assert in_use(home).path == home / ready.name


def _refused(unlink: object, kept: Path) -> object:
    """As a system refuses to remove what another user owns, or Windows what is open."""

    def refusing(self: Path, missing_ok: bool = False) -> None:
        if self == kept:
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok=missing_ok)  # type: ignore[operator]

    return refusing
