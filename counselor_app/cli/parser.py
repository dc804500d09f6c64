"""The parser of the command line: its help is in a language, its errors are one line."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from counselor_app.language import ENGLISH, Language, Said, _, joined, pgettext

_USAGE = pgettext("heading of help", "usage:")
_ARGPARSE = {
    "options": pgettext("heading of help", "options"),
    "positional arguments": pgettext("heading of help", "positional arguments"),
    "show this help message and exit": _("show this help message and exit"),
    "show program's version number and exit": _("show program's version number and exit"),
}
"""What the standard library says of itself, which knows one language a process."""

_ERRORS: tuple[tuple[str, Callable[..., Said]], ...] = (
    (
        "the following arguments are required: (?P<names>.+)",
        lambda names: _("the following arguments are required: {names}", names=names),
    ),
    (
        "unrecognized arguments: (?P<names>.+)",
        lambda names: _("unrecognized arguments: {names}", names=names),
    ),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)",
        lambda name, given, known: _(
            "argument {name}: invalid choice: {given} (choose from {known})",
            name=name, given=given, known=known,
        ),
    ),
    (
        r"argument (?P<name>\S+): expected one argument",
        lambda name: _("argument {name}: expected one argument", name=name),
    ),
    (
        r"argument (?P<name>\S+): expected at least one argument",
        lambda name: _("argument {name}: expected at least one argument", name=name),
    ),
)  # fmt: skip
"""How it says what is wrong with a command, and the same in words of the catalog."""


class _Help(argparse.HelpFormatter):
    """Help in a language."""

    def __init__(self, spoken: Language, prog: str) -> None:
        super().__init__(prog)
        self._spoken = spoken

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        if prefix is None:
            prefix = f"{self._spoken.say(_USAGE)} "
        super().add_usage(usage, actions, groups, prefix)

    def add_text(self, text: str | None) -> None:
        super().add_text(text and self._spoken.say(text))

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and self._spoken.say(_ARGPARSE.get(heading, heading)))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and self._spoken.say(_ARGPARSE.get(action.help, action.help))


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the language ``spoken``, and that of its commands too."""

    color = False

    def __init__(self, *args: Any, spoken: Language = ENGLISH, **options: Any) -> None:
        super().__init__(*args, **options)
        self.formatter_class = partial(_Help, spoken)
        self.color = False  # Python 3.14 would color the help with escapes
        self._spoken = spoken

    def add_subparsers(self, **options: Any) -> Any:
        """The commands, by parsers like this one."""
        options["parser_class"] = partial(Parser, spoken=self._spoken)
        return super().add_subparsers(**options)

    def error(self, message: str) -> NoReturn:
        """One line without the usage, and out."""
        for pattern, words in _ERRORS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = words(**found.groupdict())
                break
        caught = sys.exc_info()[1]
        if isinstance(caught, argparse.ArgumentError) and isinstance(caught.message, Said):
            name = caught.argument_name or ""
            message = _("argument {name}: {why}", name=name, why=caught.message)
        print(joined((self.prog, message), ": "), file=sys.stderr)
        raise SystemExit(2)


def positive(text: str) -> int:
    """The type of a count on the command line.

    Raises:
        ArgumentTypeError: when it is no number of 1 or more.
    """
    if not (text.isascii() and text.isdecimal()) or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text} is not a number of 1 or more", text=repr(text)))
    return int(text)
