"""A pack that an installer brought ready made is read where it is, by every user of the machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counselor_app.pack import shipped, trust
from counselor_app.pack.current import in_use


@pytest.fixture
def ready(tmp_path: Path, seed_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installed pack, in a folder that no user may write."""
    folder = tmp_path / "installed"
    folder.mkdir()
    pack = folder / f"reference-{shipped._made_of()}.sqlite"
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


def _refused(unlink: object, kept: Path) -> object:
    """As a system refuses to remove what another user owns, or Windows what is open."""

    def refusing(self: Path, missing_ok: bool = False) -> None:
        if self == kept:
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok=missing_ok)  # type: ignore[operator]

    return refusing
