"""What a clients' file must survive: kills, torn writes, a full disk, forged bytes.

Run with a larger ``--count`` than the tests do, from the top of the repository:

    PYTHONPATH=.:tests python tests/workspace_torture.py kill --count 1000

Each command prints what it counted as JSON; a broken promise ends it with an AssertionError.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from workspace_damage import mutate, torn
from workspace_files import PASSPHRASE, QUICK_COST, QUICK_ROUNDS, everything_in, fill
from workspace_full_disk import full
from workspace_kills import kill, purge, swap

from counselor_app.workspace import key
from counselor_app.workspace.backups import make_backup
from counselor_app.workspace.deletion import delete_for_good
from counselor_app.workspace.handover import export_client, import_client, preview_import
from counselor_app.workspace.opening import (
    change_passphrase,
    close_workspace,
    create_workspace,
    open_workspace,
)
from counselor_app.workspace.restore import restore

NAME = "clients.counselor"
NEW = "four plain words"
PLANTED = b"sunflower"


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


COMMANDS = {work.__name__: work for work in (kill, purge, swap, torn, full, mutate, life)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="an empty folder, such as on a small disk")
    options = parser.parse_args()
    key._ROUNDS, key._COST = QUICK_ROUNDS, QUICK_COST
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
