"""What lies beside a clients' file and is not its own; what another program does to an open one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from workspace_files import PASSPHRASE, fill, found_inside

from counselor_app.workspace.backups import backup_folder, list_backups, make_backup
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.check import verify
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete_for_good
from counselor_app.workspace.notes import save_note
from counselor_app.workspace.opening import close_workspace, create_workspace, open_workspace
from counselor_app.workspace.restore import restore
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError
from counselor_app.workspace.wal import beside, read_log_file, seals_file

posix = pytest.mark.skipif(os.name != "posix", reason="an open file is replaced on POSIX only")


def crashed(path: Path, folder: Path, workspace: Workspace) -> None:
    """Copy what a killed program leaves: the file, its log, the list of its seals."""
    folder.mkdir(exist_ok=True)
    for one in (path, beside(path), seals_file(path)):
        shutil.copyfile(one, folder / one.name)
    workspace.shut()


def everything(folder: Path) -> dict[str, bytes]:
    """What is in a folder, apart from the empty file that a lock needs."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and not one.name.endswith(".lock")
    }


def names(path: Path) -> tuple[list[str], str]:
    """The clients in a file, and what opening it said."""
    opened = open_workspace(path, PASSPHRASE)
    found, said = sorted(line.name for line in list_clients(opened)), opened.remark
    opened.shut()
    return found, said


def test_what_a_crash_left_is_read_with_and_without_the_list_of_seals(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    for name in "abcdef":
        save_client(workspace, name)
    there = tmp_path / "crash"
    crashed(path, there, workspace)
    assert read_log_file(there / "clients.counselor-wal").pages
    bare = tmp_path / "bare"
    shutil.copytree(there, bare)
    seals_file(bare / path.name).unlink()
    for folder in (there, bare):
        assert names(folder / path.name) == (list("abcdef"), "")


def test_the_log_of_another_file_is_set_aside_and_the_file_is_unchanged(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    other = create_workspace(tmp_path / "other" / path.name, PASSPHRASE)
    for number in range(20):
        save_client(other, f"other {number}")
    crashed(other.path, tmp_path / "crash", other)
    save_client(workspace, "RF-14")
    close_workspace(workspace)
    before, stranger = path.read_bytes(), (tmp_path / "crash" / beside(path).name).read_bytes()
    beside(path).write_bytes(stranger)
    found, said = names(path)
    aside = path.with_name("clients.counselor-wal-set-aside-1")
    assert found == ["RF-14"]
    assert aside.name in said
    assert "were not read into it" in said
    assert aside.read_bytes() == stranger
    # But for what opening itself logs, the file is what it was: it is still whole.
    assert len(path.read_bytes()) == len(before)
    # Put back beside its own file, nothing of the other one was lost.
    aside.replace(tmp_path / "crash" / beside(path).name)
    assert len(names(tmp_path / "crash" / path.name)[0]) == 20


@pytest.mark.parametrize("with_seals", [True, False])
def test_a_backup_copied_over_a_crashed_file_is_opened_as_it_was(
    workspace: Workspace, path: Path, tmp_path: Path, with_seals: bool
) -> None:
    """Twenty-five times, at different ages: the backup's own clients, whole, or all of them."""
    copies = []
    client = fill(workspace, "always there")
    for number in range(25):
        save_client(workspace, f"client {number}")
        save_note(workspace, client, f"{number} " * 700, "client")
        copies.append(shutil.copyfile(make_backup(workspace), tmp_path / f"{number}"))
    for number in range(25, 40):
        save_client(workspace, f"client {number}")
        save_note(workspace, client, f"{number} " * 700, "client")
    crashed(path, tmp_path / "crash", workspace)
    for number, copy in enumerate(copies):
        there = tmp_path / f"trial-{number}"
        shutil.copytree(tmp_path / "crash", there)
        shutil.copyfile(copy, there / path.name)
        if not with_seals:
            seals_file(there / path.name).unlink()
        found, said = names(there / path.name)
        if number == 24:  # the state that the log was begun on: all is there
            assert (len(found), said) == (41, "")
            continue
        assert len(found) == number + 2
        assert "-wal-set-aside-1" in said
        opened = open_workspace(there / path.name, PASSPHRASE)
        verify(there / path.name, opened.key)
        opened.shut()


def test_a_wrong_passphrase_changes_no_byte(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    fill(workspace, "RF-14")
    make_backup(workspace)
    save_client(workspace, "later")
    there = tmp_path / "crash"
    crashed(path, there, workspace)
    shutil.copytree(backup_folder(path), backup_folder(there / path.name))
    for stranger in (None, b"x" * 5000, (there / beside(path).name).read_bytes()[:9000]):
        if stranger is not None:
            (there / "clients.counselor-journal").write_bytes(stranger)
        before = everything(there)
        for wrong in ("three other words", "", "THREE PLAIN WORDS"):
            with pytest.raises(WrongPassphraseError):
                open_workspace(there / path.name, wrong)
        assert everything(there) == before


def test_a_damaged_file_and_a_stranger_beside_it_are_both_left(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    fill(workspace, "RF-14")
    backup = make_backup(workspace)
    for number in range(5):
        save_client(workspace, f"{number}")
    there = tmp_path / "crash"
    crashed(path, there, workspace)
    broken = there / path.name
    content = bytearray(broken.read_bytes())
    content[14 * 4096 + 100] ^= 1
    broken.write_bytes(content)
    before = everything(there)
    with pytest.raises(DamagedFileError, match="left as it is"):
        open_workspace(broken, PASSPHRASE)
    assert everything(there) == before
    kept = restore(broken, backup, PASSPHRASE)
    assert kept is not None
    assert kept.read_bytes() == bytes(content)
    assert beside(kept).read_bytes() == before[beside(path).name]
    assert names(broken) == (["RF-14"], "")


def test_a_journal_beside_the_file_is_never_rolled_back_into_it(
    workspace: Workspace, path: Path
) -> None:
    save_client(workspace, "RF-14")
    close_workspace(workspace)
    journal = path.with_name("clients.counselor-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + os.urandom(9000))
    found, said = names(path)
    assert found == ["RF-14"]
    assert "clients.counselor-journal-set-aside-1" in said


def test_a_log_set_aside_goes_with_the_client_it_may_hold(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    first = make_backup(workspace)
    for words in ("sunflower", "marigold"):
        fill(workspace, f"Wilhelmina {words}", f"{words} " * 1800)
        make_backup(workspace)
    fill(workspace, "Wilhelmina")
    there = tmp_path / "crash"
    crashed(path, there, workspace)
    shutil.copyfile(first, there / path.name)
    opened = open_workspace(there / path.name, PASSPHRASE)
    assert len(list(there.glob("*set-aside*"))) == 1
    delete_for_good(opened, [save_client(opened, "somebody")])
    assert not list(there.glob("*set-aside*"))
    assert found_inside(there, opened.key, b"Wilhelmina") == []
    opened.shut()


@posix
@pytest.mark.parametrize("how", ["renamed over", "copied over", "removed"])
def test_a_file_replaced_while_it_is_open_is_noticed_and_neither_version_is_lost(
    workspace: Workspace, path: Path, tmp_path: Path, how: str
) -> None:
    fill(workspace, "RF-14")
    theirs = shutil.copyfile(make_backup(workspace), tmp_path / "theirs")
    came = theirs.read_bytes()
    save_client(workspace, "only here")
    make_backup(workspace)
    save_client(workspace, "here too")
    if how == "renamed over":
        theirs.replace(path)
    elif how == "copied over":
        shutil.copyfile(theirs, path)
    else:
        path.unlink()
    save_client(workspace, "saved after")
    elsewhere = path.with_name("clients-from-elsewhere-1.counselor")
    assert "while it was open" in workspace.remark
    if how == "removed":
        assert not elsewhere.exists()
    else:
        assert elsewhere.name in workspace.remark
        assert elsewhere.read_bytes() == came
    close_workspace(workspace)
    assert names(path) == (["RF-14", "here too", "only here", "saved after"], "")
    assert len(list_backups(path)) == 3


@posix
def test_a_file_replaced_is_noticed_at_close_too(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    theirs = shutil.copyfile(make_backup(workspace), tmp_path / "theirs")
    fill(workspace, "RF-14")
    theirs.replace(path)
    close_workspace(workspace)
    assert "while it was open" in workspace.remark
    assert names(path)[0] == ["RF-14"]
    assert names(path.with_name("clients-from-elsewhere-1.counselor"))[0] == []


def test_a_file_that_was_only_touched_is_nobodys_doing(workspace: Workspace, path: Path) -> None:
    save_client(workspace, "RF-14")
    os.utime(path, (1, 1))
    save_client(workspace, "RF-15")
    assert workspace.remark == ""
    assert not list(path.parent.glob("*elsewhere*"))
