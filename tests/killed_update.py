"""Bring new data in, and be killed at one of the steps; run as a program by the tests.

    python killed_update.py DATA_FOLDER GIVEN KEY STEP

GIVEN is a stick, or a signed pack when KEY is not "-". A step is a file in the data folder being
opened, renamed, removed or stamped, or progress being told; STEP 0 lives and prints how many
there were. Any socket ends the program with 97.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from pathlib import Path

_FILES = {"open", "os.rename", "os.remove", "os.utime", "sqlite3.connect"}


def main(folder: Path, given: Path, key: str, fatal: int) -> None:
    from counselor_app.pack import update
    from counselor_app.pack.current import go_back

    steps = 0

    def step(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, values: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            os._exit(97)
        if event in _FILES and any(str(folder) in str(value) for value in values):
            step()

    sys.addaudithook(watch)
    if key == "-":
        candidate = update.prepare([given], folder, progress=step)
    else:
        candidate = update.prepare_pack(given, folder, [key], progress=step)
    update.accept(candidate, folder, today=date(2027, 9, 1))
    go_back(folder, today=date(2027, 9, 2))
    print(steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
