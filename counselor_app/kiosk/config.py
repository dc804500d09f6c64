"""What a kiosk shows and allows, in one file; see packaging/kiosk/kiosk.toml."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from counselor_app.errors import UserError, system_words
from counselor_app.kiosk.pin import begin_record, hash_pin, is_pin_hash
from counselor_app.language import _, offered
from counselor_app.machine import read_machine
from counselor_app.paths import machine_file, machine_folder
from counselor_app.toml_file import (
    Check,
    faults,
    number,
    one_of,
    parse,
    read_text,
    some_of,
    text,
    texts,
    truth,
    whole,
)

Section = Literal["profile", "skills", "salary", "fit", "outlook"]
SECTIONS: tuple[Section, ...] = ("profile", "skills", "salary", "fit", "outlook")
"""The parts of a job's page: what it is; strengths; pay; the student's answers; outlook."""

_PIN_LINE = re.compile(r"^pin[ \t]*=.*$", re.MULTILINE)
_TABLE_LINE = re.compile(r"^[ \t]*\[[ \t]*kiosk[ \t]*\][^\n]*\n?", re.MULTILINE)
_ANY_TABLE_LINE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_NAME, _TABLE = "kiosk.toml", "kiosk"


@dataclass(frozen=True, slots=True)
class KioskConfig:
    """What the technician decided.

    ``pin`` is the hash that `set_pin` writes. ``language`` is the code of one that is `offered`.
    ``areas`` are names or codes of OEWS areas, home first; ``sections`` the parts of a job's page.
    ``counselor`` is whom to give the sheet to, ``where`` the room and time; "" is not said.
    ``idle_seconds`` without a touch bring the warning, which counts down ``warning_seconds``.
    ``pages`` may be printed in a session on ``printer`` ("" for the system's own one; 0 pages for
    none at all). ``inventory`` is the form offered, ``keyboard`` whether keys are shown on the
    screen, ``text_size`` 1 to 2.
    """

    pin: str
    language: str = "en"
    areas: tuple[str, ...] = ()
    sections: tuple[Section, ...] = SECTIONS
    pages: int = 4
    printer: str = ""
    paper: Literal["letter", "a4"] = "letter"
    idle_seconds: int = 120
    warning_seconds: int = 20
    inventory: Literal["long", "short", "both", "none"] = "both"
    keyboard: Literal["screen", "hardware"] = "screen"
    motion: bool = True
    appearance: Literal["light", "dark", "contrast"] = "light"
    text_size: float = 1.0
    school: str = ""
    counselor: str = ""
    where: str = ""


def for_screen(config: KioskConfig, width: int, height: int) -> KioskConfig:
    """The settings on a screen of so many pixels: above 1280 by 800 the text grows with it."""
    room = min(width / 1280, height / 800)
    return replace(config, text_size=min(config.text_size * max(room, 1.0), 2.0))


_CHECKS: dict[str, Check] = {
    "pin": text,
    "language": one_of(offered),
    "areas": texts,
    "sections": some_of(SECTIONS),
    "pages": whole(0, 50),
    "printer": text,
    "paper": one_of(lambda: ("letter", "a4")),
    "idle_seconds": whole(20, 1800),
    "warning_seconds": whole(5, 120),
    "inventory": one_of(lambda: ("long", "short", "both", "none")),
    "keyboard": one_of(lambda: ("screen", "hardware")),
    "motion": truth,
    "appearance": one_of(lambda: ("light", "dark", "contrast")),
    "text_size": number(1.0, 2.0),
    "school": text,
    "counselor": text,
    "where": text,
}


def default_path() -> Path:
    """Where the settings are unless a file is named: in a file of the kiosk's own where there is
    one, else in the table ``[kiosk]`` of the machine's settings."""
    own, shared = machine_folder() / _NAME, machine_file()
    return shared if shared.is_file() and not own.exists() else own


def load_config(path: Path) -> KioskConfig:
    """The settings in ``path``, all of them checked.

    In the machine's settings they stand in the table ``[kiosk]``; what it leaves out and the
    machine's settings say (school, language, paper, the home area) is taken from there.

    Raises:
        UserError: when the file is missing, cannot be read, or says something that is not
            understood; nothing is guessed and nothing left out.
    """
    if path != machine_file():
        return _checked(parse(_read(path), path), path)
    config = table_in(path)
    if config is None:
        raise _no_table(path)
    return config


def table_in(path: Path) -> KioskConfig | None:
    """What the table ``[kiosk]`` in a machine's settings says; None without such a table.

    Raises:
        UserError: as `load_config` does, and where the settings above it are not in order.
    """
    table = parse(_read(path), path).get(_TABLE)
    if table is None:
        return None
    machine = read_machine(path)
    if machine.trouble:
        raise UserError(machine.trouble)
    above = {
        "school": machine.school, "language": machine.language, "paper": machine.paper,
        "areas": [machine.home] if machine.home else None,
    }  # fmt: skip
    return _checked({**{n: v for n, v in above.items() if v is not None}, **table}, path)


def set_pin(path: Path, pin: str) -> None:
    """Write the hash of ``pin`` into the settings, in place of an older one.

    Wrong PINs are counted from nought again, beside the settings.

    Raises:
        UserError: when the PIN is a bad one, or the file is missing or cannot be written.
    """
    from counselor_app.reports.files import write_report

    text = _read(path)
    text = _with_pin(text, f'pin = "{hash_pin(pin)}"', path)
    parse(text, path)
    mode = path.stat().st_mode
    write_report(text.encode(), path)
    path.chmod(mode & 0o777)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(path, 0, 0)
    try:
        begin_record(path)
    except OSError as error:
        raise UserError(
            _("The PIN was set, but {folder} cannot be written ({error}), and wrong PINs are"
              " counted there.", folder=str(path.parent), error=system_words(error))
        ) from None  # fmt: skip


def _with_pin(text: str, line: str, path: Path) -> str:
    """The settings with another line for the PIN, where the kiosk's own ones stand."""
    before, table, own = "", "", text
    if path == machine_file():
        if (heading := _TABLE_LINE.search(text)) is None:
            raise _no_table(path)
        before, own = text[: heading.end()], text[heading.end() :]
        after = _ANY_TABLE_LINE.search(own)
        own, table = (own[: after.start()], own[after.start() :]) if after else (own, "")
    if before and not before.endswith("\n"):
        before += "\n"
    if _PIN_LINE.search(own):
        return before + _PIN_LINE.sub(lambda _found: line, own, count=1) + table
    return f"{before}{line}\n{own}{table}"  # before any table of a file of the kiosk's own


def _read(path: Path) -> str:
    try:
        return read_text(path)
    except FileNotFoundError:
        raise UserError(
            _("There are no kiosk settings at {file}. Copy the example kiosk.toml there, then set"
              " the PIN with: counselor-app kiosk set-pin", file=str(path))
        ) from None  # fmt: skip


def _no_table(path: Path) -> UserError:
    return UserError(
        _("{file} has no table [kiosk], and there is no kiosk.toml beside it. Write the table, or"
          " copy the example kiosk.toml there.", file=str(path))
    )  # fmt: skip


def _checked(found: dict[str, Any], path: Path) -> KioskConfig:
    wrong = faults(found, _CHECKS, path)
    if "pin" in wrong or not is_pin_hash(str(found.get("pin", ""))):
        strange = next((said for name, said in wrong.items() if name not in _CHECKS), "")
        raise UserError(
            strange
            or _("{file} has no PIN yet, or its line was changed by hand. Set one with:"
                 " counselor-app kiosk set-pin", file=str(path))
        )  # fmt: skip
    if wrong:
        raise UserError(next(iter(wrong.values())))
    if "sections" in found and not found["sections"]:
        raise UserError(
            _("{file}: sections names no section; leave it out to show all of them.",
              file=str(path))
        )  # fmt: skip
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in found.items()}
    return KioskConfig(**values)
