"""A clients' file whose program is killed: while it writes, and while it deletes for good."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from workspace_files import PASSPHRASE, everything_in, fill, found_inside, old_shape

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers
from counselor_app.workspace import answers, notes
from counselor_app.workspace.backups import list_backups, make_backup, opens
from counselor_app.workspace.base import Workspace
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.deletion import delete_for_good
from counselor_app.workspace.opening import (
    change_passphrase,
    close_workspace,
    create_workspace,
    open_workspace,
)
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import restore
from counselor_app.workspace.trouble import DamagedFileError, WrongPassphraseError

NAME = "clients.counselor"
NEW = "four plain words"
PLANTED = b"sunflower"
FORM = inventory_form("short")


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


def _seconds(base: Path, there: Path, work: Callable[[Callable[..., None]], None]) -> float:
    """How long the work takes on this machine now, done once in a child; then all is as before."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work(lambda *_line: None)
        os._exit(0)
    os.waitpid(child, 0)
    shutil.rmtree(there)
    shutil.copytree(base, there)
    return time.monotonic() - began


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
    lasts = 0.0
    for _ in range(count):
        there = folder / "trial"
        shutil.copytree(base, there)

        def work(tell: Callable[..., None], path: Path = there / NAME) -> None:
            opened = open_workspace(path, PASSPHRASE)
            tell("done", "opened", None)
            delete_for_good(opened, [client])
            tell("done", "deleted", None)

        lasts = lasts or _seconds(base, there, work)
        lines = _killed_child(work, random.uniform(0, lasts))
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


def swap(folder: Path, count: int, random: Random) -> dict[str, int]:
    """SIGKILL while a file takes another's place: one of the two is there, whole, and backups."""
    base = folder / "base"
    workspace = create_workspace(base / NAME, PASSPHRASE)
    client = fill(workspace, "Wilhelmina")
    older = make_backup(workspace)
    older.rename(older.with_name("clients-20250101T000000Z.counselor"))
    notes.save_note(workspace, client, "later", "client")
    make_backup(workspace)
    workspace.shut()
    seen: Counter[str] = Counter()
    lasts = 0.0
    for number in range(count):
        there = folder / "trial"
        path = there / NAME
        shutil.copytree(base, there)
        kind = ("passphrase", "restore", "update")[number % 3]
        if kind == "update":
            old_shape(path)

        def work(tell: Callable[..., None], kind: str = kind, path: Path = path) -> None:
            if kind == "restore":
                tell("done", "opened", None)
                restore(path, list_backups(path)[-1].path, PASSPHRASE)
            else:
                opened = open_workspace(path, PASSPHRASE)
                tell("done", "opened", None)
                if kind == "passphrase":
                    change_passphrase(opened, PASSPHRASE, NEW)
            tell("done", "done", None)

        lasts = lasts or _seconds(base, there, work)
        lines = _killed_child(work, random.uniform(0, lasts))
        assert all(what == "done" for what, *_ in lines), lines
        seen[f"{kind}, {lines[-1][1] if lines else 'before'}"] += 1
        try:
            workspace = open_workspace(path, PASSPHRASE)
        except (WrongPassphraseError, DamagedFileError):
            if kind != "passphrase":
                raise
            workspace = open_workspace(path, NEW)
        (line,) = list_clients(workspace)
        if kind != "update":
            told = len(read_record(workspace, line.uid).notes)
            assert told == 3 or kind == "restore"
            assert all(opens(backup.path, workspace.key) for backup in list_backups(path))
        workspace.shut()
        shutil.rmtree(there)
    return dict(sorted(seen.items()))
