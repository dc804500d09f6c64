"""Who may open a clients' file, and what is said when it does not open."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, Ticking, everything_in, fill

from counselor_app.errors import UserError
from counselor_app.workspace import key, migrate
from counselor_app.workspace.backups import backup_folder, list_backups, make_backup
from counselor_app.workspace.base import APPLICATION_ID, Workspace, connect
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.opening import (
    change_passphrase,
    close_workspace,
    create_workspace,
    open_workspace,
    right_passphrase,
)
from counselor_app.workspace.trouble import (
    DamagedFileError,
    InUseError,
    NewerFileError,
    WrongPassphraseError,
)


def test_opens_again_with_its_passphrase_only(
    workspace: Workspace, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    save_client(workspace, "RF-14")
    close_workspace(workspace)
    with pytest.raises(WrongPassphraseError) as refused:
        open_workspace(path, "three other words")
    assert "three" not in str(refused.value)
    opened = open_workspace(path, PASSPHRASE)
    assert [line.name for line in list_clients(opened)] == ["RF-14"]
    opened.shut()
    assert capfd.readouterr().err == ""


def test_a_passphrase_is_the_same_however_its_accents_were_typed(path: Path) -> None:
    create_workspace(path, "caf\u00e9 au lait").shut()
    open_workspace(path, "cafe\u0301 au lait").shut()


def test_sqlcipher_itself_opens_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from sqlcipher3 import dbapi2

    monkeypatch.setattr(key, "_COST", (16, 3))
    workspace = create_workspace(path, PASSPHRASE)
    save_client(workspace, "RF-14")
    workspace.shut()
    salt = path.read_bytes()[:16]
    assert salt[:5] == b"CsA2\x83"  # 64 MiB, three passes
    argon = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=64 * 1024)
    raw = argon.derive(PASSPHRASE.encode()).hex()
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{raw}{salt.hex()}'\"")
    assert connection.execute("SELECT name FROM client").fetchall() == [("RF-14",)]
    connection.close()


def test_every_change_waits_for_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.undo()
    monkeypatch.setattr(os, "fsync", waited.append)
    workspace = create_workspace(path, PASSPHRASE)
    assert workspace.rows("PRAGMA synchronous") == [(2,)]
    assert workspace.rows("PRAGMA secure_delete") == [(1,)]
    # The new file and the list of its seals, and for each the folder that names it.
    assert len(waited) == 4
    workspace.shut()


def test_nothing_of_a_client_can_be_read_in_the_folder(
    workspace: Workspace, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fill(workspace, "Wilhelmina", "sunflower")
    make_backup(workspace)
    planted = [b"Wilhelmina", b"sunflower", b"43-4051", b"three plain words", workspace.key.secret]
    for file, content in everything_in(path.parent):
        assert not [word for word in planted if word in content], file
    assert "Wilhelmina" not in caplog.text
    assert workspace.key.secret.hex() not in repr(workspace.key)


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")
def test_only_its_user_may_read_it(workspace: Workspace, path: Path) -> None:
    save_client(workspace, "RF-14")
    backup = make_backup(workspace)
    assert path.stat().st_mode & 0o077 == 0
    assert backup.stat().st_mode & 0o077 == 0
    assert backup.parent.stat().st_mode & 0o077 == 0


def test_a_second_program_is_told_plainly(workspace: Workspace, path: Path, tmp_path: Path) -> None:
    with pytest.raises(InUseError, match="open in another window or program"):
        open_workspace(path, PASSPHRASE)
    if os.name == "posix":  # elsewhere a link may need rights that a test has not
        (tmp_path / "link").symlink_to(path)
        with pytest.raises(InUseError):
            open_workspace(tmp_path / "link", PASSPHRASE)
    save_client(workspace, "RF-14")


def test_the_lock_of_a_killed_program_is_gone_with_it(path: Path) -> None:
    create_workspace(path, PASSPHRASE).shut()
    code = (
        "import sys, time; from pathlib import Path;"
        "from counselor_app.workspace.lock import FileLock;"
        "held = FileLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(InUseError):
            open_workspace(path, PASSPHRASE)
        holder.kill()
        holder.wait()
    open_workspace(path, PASSPHRASE).shut()


def test_a_newer_file_is_refused_and_left_as_it_is(workspace: Workspace, path: Path) -> None:
    workspace.connection.execute("PRAGMA user_version = 99")
    workspace.shut()
    before = path.read_bytes()
    with pytest.raises(NewerFileError, match="install the newer version"):
        open_workspace(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_damage_is_told_apart_from_a_wrong_passphrase(workspace: Workspace, path: Path) -> None:
    fill(workspace, "RF-14")
    backup = make_backup(workspace)
    close_workspace(workspace)
    whole = path.read_bytes()
    # The salt and the rest of the first page, which SQLCipher itself takes for a wrong key.
    for place in (5, 20, 3000):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(DamagedFileError, match="Restore the backup") as refused:
            open_workspace(path, PASSPHRASE)
        assert refused.value.backup == backup
        with pytest.raises(WrongPassphraseError):
            open_workspace(path, "three other words")


@pytest.mark.parametrize("place", [5 * 4096 + 7, -1])
def test_damage_anywhere_is_found_on_opening(workspace: Workspace, path: Path, place: int) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)
    with pytest.raises(DamagedFileError):
        open_workspace(path, PASSPHRASE)


@pytest.mark.parametrize("size", [0, 10, 100, 4095, 4096, 20_000])
def test_a_cut_off_file_is_never_taken_for_a_new_one(
    workspace: Workspace, path: Path, size: int
) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(UserError):
        open_workspace(path, PASSPHRASE)
    assert path.stat().st_size == size


def _patched(whole: bytes, at: int) -> bytes:
    return whole[:at] + bytes(8) + whole[at + 8 :]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda whole: whole[:70_000], "the passphrase is right, but its end is missing"),
        (lambda whole: whole[: 17 * key.PAGE], "the passphrase is right, but its end is missing"),
        (lambda whole: whole[:-1], "its end is missing"),
        (lambda whole: whole + bytes(key.PAGE), "something was added at its end"),
        (lambda whole: _patched(whole, 100), "the passphrase is right, but its beginning was"),
        (lambda whole: _patched(whole, 9 * key.PAGE), "1 page in it was changed from outside"),
        (
            lambda whole: _patched(_patched(whole, 9 * key.PAGE), 12 * key.PAGE),
            "2 pages in it were changed from outside",
        ),
    ],
)
def test_where_a_file_is_damaged_is_said(
    workspace: Workspace, path: Path, damage: Callable[[bytes], bytes], said: str
) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DamagedFileError) as refused:
        open_workspace(path, PASSPHRASE)
    assert said in refused.value.found
    assert refused.value.backup is not None


def test_other_files_are_refused_by_name(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no clients’ file"):
        open_workspace(path, PASSPHRASE)
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE client (name)")
    plain.close()
    with pytest.raises(UserError, match="without a passphrase"):
        open_workspace(path, PASSPHRASE)
    with pytest.raises(UserError, match="exists already"):
        create_workspace(path, PASSPHRASE)
    other = key.new_key(PASSPHRASE)
    stranger = connect(tmp_path / "other.db", other, "rwc")
    stranger.execute("CREATE TABLE thing (name)")
    stranger.close()
    with pytest.raises(UserError, match="another kind of file, not a clients’ file"):
        open_workspace(tmp_path / "other.db", PASSPHRASE)


def test_a_short_passphrase_makes_no_file(path: Path) -> None:
    with pytest.raises(UserError, match="8 characters or more"):
        create_workspace(path, " short ")
    assert not path.exists()


@pytest.mark.parametrize("common", ["password", "12345678", "aaaaaaaa", "Counselor1"])
def test_a_passphrase_that_is_tried_first_makes_no_file(
    workspace: Workspace, path: Path, tmp_path: Path, common: str
) -> None:
    with pytest.raises(UserError, match="first that anybody tries"):
        create_workspace(tmp_path / "other.counselor", common)
    assert not (tmp_path / "other.counselor").exists()
    with pytest.raises(UserError, match="first that anybody tries"):
        change_passphrase(workspace, PASSPHRASE, common)
    assert right_passphrase(workspace, PASSPHRASE)


def test_a_file_of_an_earlier_version_opens_with_the_passphrase_it_has(path: Path) -> None:
    """Also with one that would be refused today."""
    dated = key.derive("password", os.urandom(16))
    made = Workspace(path, dated, connect(path, dated, "rwc"))
    made.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate.migrate(made.connection)
    made.shut()
    opened = open_workspace(path, "password")
    assert not key.is_dated(opened.key)
    opened.shut()
    open_workspace(path, "password").shut()


def test_a_file_that_asks_for_too_much_memory_is_refused(path: Path) -> None:
    path.write_bytes(b"CsA2\xf3" + os.urandom(3 * key.PAGE))
    with pytest.raises(UserError, match="newer version"):
        open_workspace(path, PASSPHRASE)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="could not be made"):
        create_workspace(tmp_path / "taken" / "clients.counselor", PASSPHRASE)


def test_another_passphrase_opens_the_file_and_all_its_backups(
    workspace: Workspace, path: Path, clock: Ticking
) -> None:
    fill(workspace, "RF-14")
    for day in (3, 4):
        clock.at = clock.at.replace(day=day)
        make_backup(workspace)
    with pytest.raises(WrongPassphraseError, match="Nothing was changed"):
        change_passphrase(workspace, "not the present", "four plain words")
    change_passphrase(workspace, PASSPHRASE, "four plain words")
    clock.at = clock.at.replace(day=5)
    save_client(workspace, "after")
    assert right_passphrase(workspace, "four plain words")
    assert not right_passphrase(workspace, PASSPHRASE)
    close_workspace(workspace)
    for file in (path, *(backup.path for backup in list_backups(path))):
        assert not key.opens_a_page(file, key.derive(PASSPHRASE, key.salt_of(file))), file
        assert key.opens_a_page(file, key.derive("four plain words", key.salt_of(file))), file
    assert len(list_backups(path)) == 3
    with pytest.raises(WrongPassphraseError):
        open_workspace(path, PASSPHRASE)
    opened = open_workspace(path, "four plain words")
    assert {line.name for line in list_clients(opened)} == {"RF-14", "after"}
    opened.shut()


def test_a_right_passphrase_is_known_by_the_first_whole_page_and_a_wrong_one_by_all(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    right, wrong = (
        key.derive(words, key.salt_of(path)) for words in (PASSPHRASE, "not the present")
    )
    pages = path.stat().st_size // key.PAGE
    looked, checked = list[int](), key.seal_check

    def counting(one: key.Key) -> Callable[[int, bytes], bool]:
        return lambda number, page: looked.append(number) or checked(one)(number, page)

    monkeypatch.setattr(key, "seal_check", counting)
    assert key.opens_a_page(path, right)
    assert looked == [1]
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\0\1\2\3")
    assert key.opens_a_page(path, right)
    assert looked == [1, 1, 2]
    assert not key.opens_a_page(path, wrong)
    assert looked[3:] == list(range(1, pages + 1))


def test_a_change_of_passphrase_cut_short_is_finished_on_opening(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "RF-14")
    backup = make_backup(workspace)

    def cut_short(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("counselor_app.workspace.opening.finish_rekeying", cut_short)
        with pytest.raises(KeyboardInterrupt):
            change_passphrase(workspace, PASSPHRASE, "four plain words")
    workspace.shut()
    opened = open_workspace(path, "four plain words")
    assert key.opens_a_page(backup, opened.key)
    assert not opened.rows("SELECT 1 FROM setting WHERE key = 'former_key'")
    opened.shut()


def test_drafts_of_a_killed_program_are_swept_away(workspace: Workspace, path: Path) -> None:
    close_workspace(workspace)
    stamp = "20260302T090000Z"
    backup_folder(path).mkdir(exist_ok=True)
    left = path.with_name(f".{path.name}.ab12.partial")
    half = backup_folder(path) / f".clients-{stamp}-before-update.counselor.ab12.partial-wal"
    others = backup_folder(path) / f".clients-2-{stamp}.counselor.ab12.partial"
    for file in (left, half, others):
        file.write_bytes(b"half a file")
    open_workspace(path, PASSPHRASE).shut()
    assert [file.exists() for file in (left, half, others)] == [False, False, True]


def test_a_folder_may_be_called_anything(tmp_path: Path) -> None:
    odd = tmp_path / "a b?c#d%20e [x] é" / "my clients.counselor"
    workspace = create_workspace(odd, PASSPHRASE)
    save_client(workspace, "RF-14")
    close_workspace(workspace)
    opened = open_workspace(odd, PASSPHRASE)
    assert len(list_clients(opened)) == len(list_backups(odd)) == 1
    opened.shut()


def test_a_step_that_fails_leaves_the_old_shape(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(workspace, "RF-14")
    close_workspace(workspace)
    broken = (*migrate.migrations(), "CREATE TABLE extra (x); INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(migrate, "migrations", lambda: broken)
    monkeypatch.setattr("counselor_app.workspace.opening.migrations", lambda: broken)
    with pytest.raises(UserError, match="brought up to date"):
        open_workspace(path, PASSPHRASE)
    assert list_backups(path)[0].kind == "before-update"
    monkeypatch.undo()
    monkeypatch.setattr(key, "_ROUNDS", 1_000)
    opened = open_workspace(path, PASSPHRASE)
    assert migrate.version_of(opened.connection) == len(migrate.migrations())
    assert not opened.rows("SELECT 1 FROM sqlite_master WHERE name = 'extra'")
    opened.shut()
