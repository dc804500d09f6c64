"""What a clients' file must survive: kills, torn writes, a full disk, forged bytes.

Run with a larger ``--count`` than the tests do, from the top of the repository:

    PYTHONPATH=.:tests python tests/workspace_torture.py kill --count 1000

Each command prints what it counted as JSON; a broken promise ends it with an AssertionError.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from workspace_files import PASSPHRASE, QUICK_ROUNDS, everything_in, fill, found_inside

from counselor_app.client_texts import inventory_form
from counselor_app.domain.inventory import Answers
from counselor_app.errors import UserError
from counselor_app.workspace import answers, backups, key, notes
from counselor_app.workspace.backups import list_backups, make_backup, opens
from counselor_app.workspace.base import APPLICATION_ID, Workspace, connect
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete, delete_for_good
from counselor_app.workspace.handover import export_client, import_client, preview_import
from counselor_app.workspace.migrate import migrate
from counselor_app.workspace.opening import (
    change_passphrase,
    close_workspace,
    create_workspace,
    open_workspace,
)
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import restore
from counselor_app.workspace.trouble import DamagedFileError

NAME = "clients.counselor"
NEW = "four plain words"
PLANTED = b"sunflower"
FORM = inventory_form("short")


# Killed while writing


def kill(folder: Path, count: int, random: Random) -> dict[str, int]:
    """SIGKILL at random moments: what was saved is there, what was being saved is whole or not."""
    path = folder / NAME
    workspace = create_workspace(path, PASSPHRASE)
    client = fill(workspace, "always there")
    workspace.shut()
    kept: dict[str, Any] = {}
    seen: Counter[str] = Counter()
    for number in range(count):
        lines = _killed_child(
            lambda tell, number=number: _write_on(path, client, Random(f"{number}"), tell),
            random.uniform(0, 0.12),
        )
        begun: dict[str, Any] = {}
        for what, name, value in lines:
            if what == "begin":
                begun = {name: value}
            else:
                assert what == "done", value
                kept.update(begun)
                seen["changes"] += 1
                begun = {}
        seen["cut short"] += bool(begun)
        workspace = open_workspace(path, PASSPHRASE)
        found = _state(workspace, client)
        for name, value in kept.items():
            possible = [value, begun[name]] if name in begun else [value]
            assert found.get(name) in possible, (number, name, value, found.get(name))
        kept.update({name: found[name] for name in begun if name in found})
        workspace.shut()
        assert all(opens(backup.path, workspace.key) for backup in list_backups(path))
        assert not [file for file, _ in everything_in(folder) if "partial" in file.name]
        seen["kills"] += 1
    return {**seen, "clients": len([name for name in kept if name.startswith("client")])}


def _write_on(path: Path, client: str, random: Random, tell: Callable[..., None]) -> None:
    """Save this and that for ever, telling before and after each."""
    workspace = open_workspace(path, PASSPHRASE)
    note = read_record(workspace, client).notes[0].uid
    inventory = read_record(workspace, client).inventories[0].uid
    started = len(list_clients(workspace))
    number = 0
    while True:
        number += 1
        what = random.choice(["client", "note", "list", "answers", "answers", "backup", "close"])
        if what == "client":
            name = f"{started}-{number}-{os.getpid()}"
            tell("begin", f"client {name}", True)
            save_client(workspace, name)
        elif what == "note":
            text = f"{random.random()} " * random.randrange(1, 400)
            tell("begin", "note", text.strip())
            notes.change_note(workspace, note, text, "client")
        elif what == "list":
            codes = [f"{random.randrange(99):02}-1111.00" for _ in range(random.randrange(30))]
            codes = list(dict.fromkeys(codes))
            tell("begin", "list", codes)
            notes.save_shortlist(workspace, client, codes)
        elif what == "answers":
            given = {item: random.randrange(5) for item in FORM.ids[: random.randrange(31)]}
            tell("begin", "answers", given)
            answers.save_inventory(workspace, inventory, Answers(FORM, given))
        elif what == "backup" and random.random() < 0.3:
            make_backup(workspace)
            continue
        elif what == "close" and random.random() < 0.3:
            close_workspace(workspace)
            workspace = open_workspace(path, PASSPHRASE)
            continue
        else:
            continue
        tell("done", what, None)


def _state(workspace: Workspace, client: str) -> dict[str, Any]:
    record = read_record(workspace, client)
    return {
        **{f"client {line.name}": True for line in list_clients(workspace)},
        "note": record.notes[0].text,
        "list": [one.code for one in record.shortlist],
        "answers": dict(record.inventories[0].given),
    }


def _killed_child(work: Callable[[Callable[..., None]], None], after: float) -> list[Any]:
    """Fork, let the child work, kill it ``after`` seconds of work; the lines it told."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            work(lambda *line: os.write(write, json.dumps(line).encode() + b"\n"))
        except BaseException as error:
            os.write(write, json.dumps(["failed", "", repr(error)]).encode() + b"\n")
        os._exit(0)
    os.close(write)
    told = bytearray()
    until = time.monotonic() + after + 0.02
    os.set_blocking(read, False)
    while time.monotonic() < until:
        with suppress(BlockingIOError):
            told += os.read(read, 1 << 16)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.set_blocking(read, True)
    while more := os.read(read, 1 << 16):
        told += more
    os.close(read)
    whole = told[: told.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()]


# Killed while deleting for good


def purge(folder: Path, count: int, random: Random) -> dict[str, int]:
    """SIGKILL while a client is deleted for good: after the next opening nothing is left."""
    base = folder / "base"
    workspace = create_workspace(base / NAME, PASSPHRASE)
    save_client(workspace, "always there")
    client = fill(workspace, "Wilhelmina", f"{PLANTED.decode()} " * 400)
    make_backup(workspace)
    for backup in list_backups(workspace.path):
        earlier = backup.path.with_name(f"clients-20250101T000000Z{backup.path.suffix}")
        shutil.copyfile(backup.path, earlier)
    notes.save_note(workspace, client, "later", "client")
    workspace.shut()
    seen: Counter[str] = Counter()
    for _ in range(count):
        there = folder / "trial"
        shutil.copytree(base, there)

        def work(tell: Callable[..., None], path: Path = there / NAME) -> None:
            opened = open_workspace(path, PASSPHRASE)
            tell("done", "opened", None)
            delete_for_good(opened, [client])
            tell("done", "deleted", None)

        lines = _killed_child(work, random.uniform(0, 0.08))
        assert all(what == "done" for what, *_ in lines), lines
        seen[str(lines[-1][1]) if lines else "before opening"] += 1
        for file, content in everything_in(there):
            assert PLANTED not in content, file
        workspace = open_workspace(there / NAME, PASSPHRASE)
        names = [line.name for line in list_clients(workspace)]
        left = found_inside(there, workspace.key, PLANTED)
        if len(names) == 2:  # killed before the deletion was on the disk
            assert not [line for line in lines if line[1] == "deleted"]
            seen["not begun"] += 1
        else:
            assert names == ["always there"]
            assert left == [], left
        assert len(list_backups(workspace.path)) == 2
        assert all(opens(backup.path, workspace.key) for backup in list_backups(workspace.path))
        workspace.shut()
        shutil.rmtree(there)
    return dict(seen)


# Torn and cut-off writes


def torn(folder: Path, count: int, random: Random) -> dict[str, int]:
    """Power cut: the last writes are cut off or garbled, or a checkpoint is half done."""
    path = folder / NAME
    workspace = create_workspace(path, PASSPHRASE)
    client = fill(workspace, "always there")
    make_backup(workspace)
    backups.checkpoint(workspace)
    before = path.read_bytes()
    ends = []
    for number in range(30):
        with workspace.change(client):
            save_client(workspace, f"number {number}")
            notes.save_note(workspace, client, f"{number} " * random.randrange(1, 2000), "client")
        ends.append(backups.beside(path).stat().st_size)
    log = backups.beside(path).read_bytes()
    backups.checkpoint(workspace)
    after = path.read_bytes()
    workspace.shut()
    seen: Counter[str] = Counter()
    for trial in range(count):
        how = ("log", "checkpoint", "file")[trial % 3]
        seen[how] += 1
        safe = len(ends) - 1
        if how == "log":
            safe = random.randrange(len(ends))
            end = random.randint(ends[safe], len(log))
            tail = bytearray(log[ends[safe] : end])
            if tail and random.random() < 0.7:
                start = random.randrange(len(tail))
                tail[start : start + 512] = random.randbytes(len(tail[start : start + 512]))
            content, beside = before, log[: ends[safe]] + bytes(tail)
        elif how == "checkpoint":
            content, beside = _half_written(before, after, random), log
        else:
            content, beside = after[: random.randrange(len(after))], b""
        path.write_bytes(content)
        backups.beside(path).write_bytes(beside)
        if how == "file":
            backups.beside(path).unlink()
            try:
                open_workspace(path, PASSPHRASE).shut()
            except DamagedFileError as error:
                offered = error.backup
            else:
                raise AssertionError(f"{len(content)} of {len(after)} bytes were taken for whole")
            assert offered is not None
            restore(path, offered, PASSPHRASE)
            list_backups(path)[0].path.unlink()
            workspace = open_workspace(path, PASSPHRASE)
            assert [line.name for line in list_clients(workspace)] == ["always there"]
            workspace.shut()
            continue
        workspace = open_workspace(path, PASSPHRASE)
        found = len(list_clients(workspace)) - 1
        assert found >= safe + 1, (how, safe, found)
        assert len(read_record(workspace, client).notes) == found + 2
        workspace.shut()
    return dict(seen)


def _half_written(before: bytes, after: bytes, random: Random) -> bytes:
    content = bytearray(before + bytes(len(after) - len(before)))
    for start in range(0, len(after), 512):
        if random.random() < 0.5:
            content[start : start + 512] = after[start : start + 512]
    return bytes(content)


# A full disk


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
    _old_shape(base / "old")
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


def _old_shape(path: Path) -> None:
    made = key.new_key(PASSPHRASE)
    workspace = Workspace(path, made, connect(path, made, "rwc"))
    workspace.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(workspace.connection, upto=1)
    save_client(workspace, "RF-14")
    workspace.shut()


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


# Changed bytes


def mutate(folder: Path, count: int, random: Random) -> dict[str, int]:
    """Files with some bytes changed are refused in words; the same bytes are taken."""
    path, sent = folder / NAME, folder / "sent"
    workspace = create_workspace(path, PASSPHRASE)
    client = fill(workspace, "RF-14")
    export_client(workspace, client, sent, PASSPHRASE)
    before = read_record(workspace, client)
    close_workspace(workspace, backup=False)
    receiving = create_workspace(folder / "other" / NAME, PASSPHRASE)
    whole, sent_whole = path.read_bytes(), sent.read_bytes()
    seen: Counter[str] = Counter()
    slowest = 0.0
    for trial in range(count):
        began = time.monotonic()
        content = whole if trial % 2 else sent_whole
        changed = _mutated(content, random)
        try:
            if trial % 2:
                path.write_bytes(changed)
                opened = open_workspace(path, PASSPHRASE)
                record = read_record(opened, client)
                opened.shut()
            else:
                sent.write_bytes(changed)
                record = preview_import(receiving, sent, PASSPHRASE).record
            assert changed == content, f"trial {trial} was taken for whole"
            assert record == before
            seen["the same bytes, taken"] += 1
        except UserError as error:
            if changed == content:
                raise AssertionError(f"trial {trial}: {error}") from error
            seen[f"refused: {type(error).__name__}"] += 1
        slowest = max(slowest, time.monotonic() - began)
    receiving.shut()
    assert slowest < 5
    return dict(seen)


def _mutated(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    how = random.randrange(7)
    place, length = random.randrange(len(content)), random.choice([1, 4, 16, 512, 4096])
    if how == 0:
        changed[place] ^= 1 << random.randrange(8)
    elif how == 1:
        changed[place : place + length] = random.randbytes(len(changed[place : place + length]))
    elif how == 2:
        changed[place : place + length] = bytes(len(changed[place : place + length]))
    elif how == 3:
        del changed[place:]
    elif how == 4:
        changed += random.randbytes(length)
    elif how == 5:
        del changed[place : place + length]
    else:
        one, other = (4096 * random.randrange(len(content) // 4096) for _ in range(2))
        changed[one : one + 4096], changed[other : other + 4096] = (
            content[other : other + 4096],
            content[one : one + 4096],
        )
    return bytes(changed)


# An ordinary life, for looking at from outside


def life(folder: Path, _count: int, _random: Random) -> dict[str, int]:
    """Everything a clients' file goes through, once."""
    path = folder / NAME
    workspace = create_workspace(path, PASSPHRASE)
    client = fill(workspace, "Wilhelmina", PLANTED.decode())
    backup = make_backup(workspace)
    change_passphrase(workspace, PASSPHRASE, NEW)
    export_client(workspace, client, folder / "sent", "for the other one")
    incoming = preview_import(workspace, folder / "sent", "for the other one")
    import_client(workspace, incoming, "beside")
    delete_for_good(workspace, [client])
    close_workspace(workspace)
    restore(path, backup, NEW)
    close_workspace(open_workspace(path, NEW))
    return {"files": len(list(everything_in(folder)))}


COMMANDS = {work.__name__: work for work in (kill, purge, torn, full, mutate, life)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="an empty folder, such as on a small disk")
    options = parser.parse_args()
    key._ROUNDS = QUICK_ROUNDS
    work = COMMANDS[options.command]
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        print(json.dumps(work(Path(folder), options.count, Random(options.seed))))


def run(command: str, count: int, folder: Path, *wrapped: str) -> dict[str, int]:
    """One command in a process of its own, for the tests."""
    root = Path(__file__).parents[1]
    paths = f"{root}{os.pathsep}{root / 'tests'}"
    done = subprocess.run(
        [*wrapped, sys.executable, __file__, command, "--count", f"{count}", "--folder", folder],
        env={
            **os.environ,
            "PYTHONPATH": paths,
            "USER": "counselor",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counted: dict[str, int] = json.loads(done.stdout)
    return counted


if __name__ == "__main__":
    main()
