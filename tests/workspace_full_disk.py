"""A clients' file on a disk with little room, at every step."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from workspace_files import PASSPHRASE, everything_in, fill, old_shape

from counselor_app.errors import UserError
from counselor_app.workspace import notes
from counselor_app.workspace.backups import list_backups, make_backup, opens
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients
from counselor_app.workspace.deletion import delete, delete_for_good
from counselor_app.workspace.handover import export_client, import_client, preview_import
from counselor_app.workspace.opening import (
    change_passphrase,
    close_workspace,
    create_workspace,
    open_workspace,
)
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import restore

NAME = "clients.counselor"
NEW = "four plain words"


def full(folder: Path, count: int, random: Random) -> dict[str, int]:
    """No room at every step: done, or said; nothing that was saved is lost, no draft is left.

    In a folder of its own on a small file system it is filled up; elsewhere no file may grow
    past a limit. ``count`` is how many amounts of room are tried for each kind of work.
    """
    base = folder / "base"
    workspace = create_workspace(base / NAME, PASSPHRASE)
    client = fill(workspace, "RF-14", "word " * 3000)
    fill(workspace, "gone soon")
    make_backup(workspace)
    export_client(workspace, client, base / "sent", "for the other one")
    notes.save_note(workspace, client, "since the backup", "client")
    workspace.shut()
    old_shape(base / "old")
    small = os.statvfs(folder).f_blocks * os.statvfs(folder).f_frsize < 64 << 20
    limit = _filled if small else _limited
    seen: Counter[str] = Counter()
    for work in (_note, _backup, _close, _passphrase, _send, _take_in, _remove, _migrate, _back):
        size = (base / NAME).stat().st_size
        rooms = [0, 4096, *(random.randrange(0, 3 * size) for _ in range(count - 2))]
        for room in rooms:
            there = folder / "trial"
            shutil.copytree(base, there)
            done = _in_little_room(work, there, client, room, limit)
            seen[f"{work.__name__[1:]}, {'done' if done else 'said'}"] += 1
            shutil.rmtree(there)
    return dict(sorted(seen.items()))


Room = Callable[[Path, int], Any]


def _in_little_room(
    work: Callable[[Path, Workspace | None, str], None],
    there: Path,
    client: str,
    room: int,
    limit: Room,
) -> bool:
    path = there / NAME
    if work is _migrate:
        shutil.copyfile(there / "old", path)
    unopened = work in (_migrate, _back)
    workspace = None if unopened else open_workspace(path, PASSPHRASE)
    before = None if workspace is None else read_record(workspace, client)
    older = [] if work is _migrate else [backup.path for backup in list_backups(path)]
    done = True
    with limit(there, room):
        try:
            work(path, workspace, client)
        except UserError as error:
            done = _explained(error)
    if workspace is not None:
        with suppress(Exception):
            workspace.shut()
    try:
        again = open_workspace(path, PASSPHRASE)
        assert not (done and work is _passphrase)
    except UserError as error:
        if work is not _passphrase:
            raise AssertionError(f"{work.__name__} with room for {room}: {error}") from error
        again = open_workspace(path, NEW)
    names = {line.name for line in list_clients(again)}
    if work is _migrate:
        assert names == {"RF-14"}
    elif work is not _back:
        assert before is not None
        record = read_record(again, client)
        assert set(before.notes) <= set(record.notes)
        assert len(record.notes) == len(before.notes) + (done and work is _note)
        assert before.inventories == record.inventories
        assert "gone soon" in names or work in (_remove, _close)
        assert not (done and work in (_remove, _close) and "gone soon" in names)
    else:
        assert len(read_record(again, client).notes) == (2 if done else 3)
    assert all(opens(backup, again.key) for backup in older), (work.__name__, room)
    again.shut()
    assert not [file for file, _ in everything_in(there) if "partial" in file.name]
    return done


def _explained(error: UserError) -> bool:
    assert str(error).endswith("."), error
    return False


def _note(_path: Path, workspace: Workspace | None, client: str) -> None:
    assert workspace is not None
    notes.save_note(workspace, client, "new " * 4000, "client")


def _backup(_path: Path, workspace: Workspace | None, _client: str) -> None:
    assert workspace is not None
    make_backup(workspace)


def _close(_path: Path, workspace: Workspace | None, _client: str) -> None:
    assert workspace is not None
    (gone,) = list_clients(workspace, "gone soon")
    delete(workspace, "client", gone.uid)
    close_workspace(workspace)


def _passphrase(_path: Path, workspace: Workspace | None, _client: str) -> None:
    assert workspace is not None
    change_passphrase(workspace, PASSPHRASE, NEW)


def _send(path: Path, workspace: Workspace | None, client: str) -> None:
    assert workspace is not None
    whole = path.with_name("sent").read_bytes()
    try:
        export_client(workspace, client, path.with_name("sent"), "for the other one")
    except UserError:
        assert path.with_name("sent").read_bytes() == whole or preview_import(
            workspace, path.with_name("sent"), "for the other one"
        )
        raise


def _take_in(path: Path, workspace: Workspace | None, _client: str) -> None:
    assert workspace is not None
    incoming = preview_import(workspace, path.with_name("sent"), "for the other one")
    import_client(workspace, incoming, "beside")


def _remove(_path: Path, workspace: Workspace | None, _client: str) -> None:
    assert workspace is not None
    (gone,) = list_clients(workspace, "gone soon")
    delete_for_good(workspace, [gone.uid])


def _migrate(path: Path, _workspace: Workspace | None, _client: str) -> None:
    open_workspace(path, PASSPHRASE).shut()


def _back(path: Path, _workspace: Workspace | None, _client: str) -> None:
    restore(path, list_backups(path)[0].path, PASSPHRASE)


@contextmanager
def _limited(_folder: Path, room: int) -> Iterator[None]:
    """No file grows past ``room`` bytes in this process."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _filled(folder: Path, room: int) -> Iterator[None]:
    """Only ``room`` bytes are left on the file system of the folder."""
    filler = folder.parent / "filler"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(b"x" * max(free - room, 0))
    try:
        yield
    finally:
        filler.unlink()
