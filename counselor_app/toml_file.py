"""Settings that somebody wrote by hand: read, and each value checked, in words for that person."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from counselor_app.errors import UserError, system_words
from counselor_app.language import _, listed

Check = Callable[[object], str]
"""What is expected of a value, in words; "" where the value is in order."""

_LONGEST_FILE = 100_000


def read_text(path: Path) -> str:
    """The text of a file of settings, lines ended by a line feed alone.

    Raises:
        UserError: when it cannot be read, or is not what a person would have written.
        FileNotFoundError: when there is none.
    """
    try:
        with path.open("rb") as file:
            found = file.read(_LONGEST_FILE + 1)
        if len(found) > _LONGEST_FILE:
            raise UserError(_("{file} is too long for a file of settings.", file=str(path)))
        return found.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise
    except UnicodeDecodeError:
        raise UserError(_("{file} is not a text file in UTF-8.", file=str(path))) from None
    except OSError as error:
        reason = system_words(error)
        raise UserError(
            _("{file} cannot be read: {reason}.", file=str(path), reason=reason)
        ) from None


def parse(text: str, path: Path) -> dict[str, Any]:
    """What a text in TOML says; ``path`` is named where it is not correct.

    Raises:
        UserError: when it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(
            _("{file} is not correct TOML: {error}.", file=str(path), error=str(error))
        ) from None


def faults(found: Mapping[str, object], checks: Mapping[str, Check], path: Path) -> dict[str, str]:
    """What is wrong with each setting of ``found``, in words, by its name; none where all is well.

    A name that ``checks`` lacks is a fault too: nothing is left out without a word.
    """
    wrong: dict[str, str] = {}
    for name, value in found.items():
        if name not in checks:
            wrong[name] = _("{file}: {name} is no setting. Known are: {names}.",
                            file=str(path), name=name, names=", ".join(checks))  # fmt: skip
        elif wanted := checks[name](value):
            wrong[name] = _("{file}: {name} is {value}; expected {wanted}.", file=str(path),
                            name=name, value=repr(value), wanted=wanted)  # fmt: skip
    return wrong


def can_be_changed(path: Path) -> bool:
    """Whether the account that the program runs under could change these settings."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return not root and (os.access(path, os.W_OK) or os.access(path.parent, os.W_OK))


def text(value: object) -> str:
    """Any text."""
    return "" if isinstance(value, str) else _("text in quotation marks")


def a_path(value: object) -> str:
    """Where a file or a folder is."""
    return "" if isinstance(value, str) and value else _("a path in quotation marks")


def truth(value: object) -> str:
    """Yes or no."""
    return "" if isinstance(value, bool) else _("true or false")


def texts(value: object) -> str:
    """A list of names."""
    named = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return "" if named else _("a list of names")


def one_of(allowed: Callable[[], Collection[str]]) -> Check:
    """One word of those that ``allowed`` gives."""

    def check(value: object) -> str:
        choices = allowed()
        return "" if value in choices else listed((f'"{one}"' for one in choices), "or")

    return check


def some_of(allowed: Collection[str]) -> Check:
    """A list of words of ``allowed``."""

    def check(value: object) -> str:
        good = not texts(value) and isinstance(value, list) and set(value) <= set(allowed)
        return "" if good else _("a list of some of {names}", names=", ".join(allowed))

    return check


def whole(low: int, high: int) -> Check:
    """A whole number."""

    def check(value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return ""
        return _("a whole number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")

    return check


def number(low: float, high: float) -> Check:
    """A number."""

    def check(value: object) -> str:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return ""
        return _("a number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")

    return check
