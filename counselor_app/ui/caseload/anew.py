"""The program begun anew behind the lock: what was in its memory goes with the old process.

Words that Python and Qt have let go of stay in a process's memory until something is written over
them, and no part of the program can do that. A new process has none of them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import MutableMapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

_VARIABLE = "COUNSELOR_LOCKED"


@dataclass(frozen=True, slots=True)
class Locked:
    """What the new process is told: nothing that says who the client is.

    ``client`` is the open client's uid, "" for none; ``noting`` whether notes were shown;
    ``codes`` the occupations shown where no client was open; ``said`` words for the cover;
    ``geometry`` the window's place, as Qt saves it, hexadecimal.
    """

    client: str = ""
    noting: bool = False
    codes: tuple[str, ...] = ()
    said: str = ""
    geometry: str = ""


def start_anew(locked: Locked, pack: Path | None, language: str = "") -> None:
    """Put a new process in the place of this one; does not come back.

    Raises:
        OSError: when the system starts none; this one then goes on.
    """
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-P", "-m", "counselor_app"]
    if pack is not None:
        program += ["--pack", str(pack)]
    if language:
        program += ["--language", language]
    environment = {**os.environ, _VARIABLE: json.dumps(asdict(locked))}
    # A program in one file would else take this process for the one that unpacked it.
    environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(program, env=environment)
        os._exit(0)
    os.execve(program[0], program, environment)


def begun_locked(environment: MutableMapping[str, str] = os.environ) -> Locked | None:
    """What an earlier process left for this one, taken out of the environment; None usually."""
    told = environment.pop(_VARIABLE, "")
    try:
        found = json.loads(told)
        known = {field.name: found[field.name] for field in fields(Locked)}
        return Locked(**{**known, "codes": tuple(known["codes"])})
    except (ValueError, TypeError, KeyError):
        return None
