"""The one file that says what a kiosk shows and allows; see packaging/kiosk/kiosk.toml."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, cast

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.errors import UserError, system_words
from counselor_app.kiosk.pin import begin_record, hash_pin, is_pin_hash
from counselor_app.language import _, listed, offered

Section = Literal["profile", "skills", "salary", "fit", "outlook"]
SECTIONS: tuple[Section, ...] = ("profile", "skills", "salary", "fit", "outlook")
"""The parts of a job's page: what it is; strengths; pay; the student's answers; outlook."""

_PIN_LINE = re.compile(r"^pin[ \t]*=.*$", re.MULTILINE)
_LONGEST_FILE = 100_000
_NAME = "kiosk.toml"
_MAC_FOLDER = "/Library/Application Support"


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
    appearance: Literal["light", "dark"] = "light"
    text_size: float = 1.0
    school: str = ""
    counselor: str = ""
    where: str = ""


_CHOICES: dict[str, tuple[str, ...]] = {
    "paper": ("letter", "a4"),
    "inventory": ("long", "short", "both", "none"),
    "keyboard": ("screen", "hardware"),
    "appearance": ("light", "dark"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "pages": (0, 50),
    "idle_seconds": (20, 1800),
    "warning_seconds": (5, 120),
    "text_size": (1.0, 2.0),
}


def default_path() -> Path:
    """Where the file is unless another one is named: writable by administrators alone."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / PRODUCT / _NAME
    if sys.platform == "darwin":
        return Path(_MAC_FOLDER) / PRODUCT / _NAME
    return Path("/etc/counselor") / _NAME


def load_config(path: Path) -> KioskConfig:
    """The settings in ``path``, all of them checked.

    Raises:
        UserError: when the file is missing, cannot be read, or says something that is not
            understood; nothing is guessed and nothing left out.
    """
    return _checked(_parsed(_read(path), path), path)


def set_pin(path: Path, pin: str) -> None:
    """Write the hash of ``pin`` into the settings, in place of an older one.

    Wrong PINs are counted from nought again, beside the settings.

    Raises:
        UserError: when the PIN is a bad one, or the file is missing or cannot be written.
    """
    from counselor_app.reports.files import write_report

    text = _read(path)
    line = f'pin = "{hash_pin(pin)}"'
    if _PIN_LINE.search(text):
        text = _PIN_LINE.sub(lambda _found: line, text, count=1)
    else:
        text = f"{line}\n{text}"  # before any table
    _parsed(text, path)
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


def can_be_changed(path: Path) -> bool:
    """Whether the account that the kiosk runs under could change its own settings."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return not root and (os.access(path, os.W_OK) or os.access(path.parent, os.W_OK))


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            found = file.read(_LONGEST_FILE + 1)
        if len(found) > _LONGEST_FILE:
            raise UserError(_("{file} is too long for the settings of a kiosk.", file=str(path)))
        return found.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise UserError(
            _("There are no kiosk settings at {file}. Copy the example kiosk.toml there, then set"
              " the PIN with: counselor-app kiosk set-pin", file=str(path))
        ) from None  # fmt: skip
    except UnicodeDecodeError:
        raise UserError(_("{file} is not a text file in UTF-8.", file=str(path))) from None
    except OSError as error:
        reason = system_words(error)
        raise UserError(
            _("{file} cannot be read: {reason}.", file=str(path), reason=reason)
        ) from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            _("{file} is not correct TOML: {error}.", file=str(path), error=str(error))
        ) from None


def _checked(found: dict[str, Any], path: Path) -> KioskConfig:
    known = [field.name for field in fields(KioskConfig)]
    if strange := [name for name in found if name not in known]:
        raise UserError(
            _("{file}: {name} is no setting of a kiosk. Known are: {names}.",
              file=str(path), name=strange[0], names=", ".join(known))
        )  # fmt: skip
    if not is_pin_hash(str(found.get("pin", ""))):
        raise UserError(
            _("{file} has no PIN yet, or its line was changed by hand. Set one with:"
              " counselor-app kiosk set-pin", file=str(path))
        )  # fmt: skip
    for name, value in found.items():
        if wrong := _wrong(name, value):
            raise UserError(
                _("{file}: {name} is {value}; expected {wanted}.",
                  file=str(path), name=name, value=repr(value), wanted=wrong)
            )  # fmt: skip
    if "sections" in found and not found["sections"]:
        raise UserError(
            _("{file}: sections names no section; leave it out to show all of them.",
              file=str(path))
        )  # fmt: skip
    values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in found.items()}
    return KioskConfig(**values)


def _wrong(name: str, value: object) -> str:
    """What was expected of a setting; "" where the value is in order."""
    if choices := offered() if name == "language" else _CHOICES.get(name):
        return "" if value in choices else listed((f'"{one}"' for one in choices), "or")
    if name in _RANGES:
        low, high = _RANGES[name]
        whole = name != "text_size"
        number = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        if number and low <= cast(float, value) <= high:
            return ""
        if whole:
            return _("a whole number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")
        return _("a number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")
    if name == "motion":
        return "" if isinstance(value, bool) else _("true or false")
    if name in ("areas", "sections"):
        texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if name == "areas":
            return "" if texts else _("a list of names")
        named = texts and set(cast(list[str], value)) <= set(SECTIONS)
        return "" if named else _("a list of some of {names}", names=", ".join(SECTIONS))
    return "" if isinstance(value, str) else _("text in quotation marks")
