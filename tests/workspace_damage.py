"""A clients' file after a power cut, and with bytes changed from outside."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from random import Random

from workspace_files import PASSPHRASE, fill

from counselor_app.errors import UserError
from counselor_app.workspace import backups, notes
from counselor_app.workspace.backups import list_backups, make_backup
from counselor_app.workspace.clients import list_clients, save_client
from counselor_app.workspace.handover import export_client, preview_import
from counselor_app.workspace.opening import (
    close_workspace,
    create_workspace,
    open_workspace,
)
from counselor_app.workspace.record import read_record
from counselor_app.workspace.restore import restore
from counselor_app.workspace.trouble import DamagedFileError
from counselor_app.workspace.wal import seals_file

NAME = "clients.counselor"


def torn(folder: Path, count: int, random: Random) -> dict[str, int]:
    """Power cut: the last writes are cut off or garbled, or a checkpoint is half done."""
    path = folder / NAME
    workspace = create_workspace(path, PASSPHRASE)
    client = fill(workspace, "always there")
    make_backup(workspace)
    backups.checkpoint(workspace)
    before, seals = path.read_bytes(), seals_file(path).read_bytes()
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
        seals_file(path).write_bytes(seals)
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
        assert not workspace.remark
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
