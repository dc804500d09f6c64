"""What passes between the program and a terminal: words in its language, and a line typed to it."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from counselor_app.domain.figures.plain_text import printable
from counselor_app.errors import UserError
from counselor_app.language import ENGLISH, Language, Said, _, joined, pgettext

if TYPE_CHECKING:
    from counselor_app.domain.figures.provenance import Figure

_TYPED = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "×": "x",
     "→": "->", "≥": ">=", "≤": "<=", "\u2003": "  ", "\u202f": " ", "\u00a0": " ", "•": "*",
     "±": "+/-"}
)  # fmt: skip
"""For a terminal whose code page lacks them; what else it lacks is written as an escape."""


_YES = frozenset({"y", "yes"})
_ALSO_YES = {"es": frozenset({"s", "si", "sí"})}
"""What means yes, in English everywhere and in a language's own words."""


class _Plain:
    """A stream on which nothing that is printed is obeyed, and nothing cannot be printed.

    What is `Said` is printed in ``language``. ``stream`` is the stream itself, for what the
    program says to the terminal on its own behalf.
    """

    def __init__(self, stream: TextIO, language: Language) -> None:
        self.stream, self.language = stream, language

    def write(self, text: str) -> int:
        self.stream.write(writable(printable(self.language.say(text)), self.stream))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)


@contextmanager
def plain_output(language: Language = ENGLISH) -> Iterator[None]:
    """Standard output and standard error made plain, and in a language, while the block runs.

    A program without a console has neither (Windows, the starter of the window): what is printed
    there goes nowhere.
    """
    before = sys.stdout, sys.stderr
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = _Plain(sys.stdout or nowhere, language)
        sys.stderr = _Plain(sys.stderr or nowhere, language)
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before


def own(stream: TextIO) -> TextIO:
    """The stream itself, on which the program may move the cursor."""
    return stream.stream if isinstance(stream, _Plain) else stream


def spoken() -> Language:
    """The language of standard output, for what is put together in lines."""
    return sys.stdout.language if isinstance(sys.stdout, _Plain) else ENGLISH


def in_its_language(words: str) -> str:
    """Words as standard output has them, for columns and prompts; `print` needs no such help."""
    return spoken().say(words)


def bracketed(words: str) -> Said:
    """``[words]``."""
    return joined(("[", words, "]"), "")


def indented(words: str) -> Said:
    """Two blanks and ``words``."""
    return joined(("  ", words), "")


def writable(text: str, stream: TextIO) -> str:
    """The text as far as the code page of a stream has it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_TYPED).encode(encoding, "backslashreplace").decode(encoding)
    return text


def print_json(value: object) -> None:
    """Print a value as JSON, with escapes where the code page has not every letter."""
    import json

    whole = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not whole, indent=2))


def figure_json(figure: Figure, *names: str) -> dict[str, object]:
    """What is asked of a figure, by name: "source" is its label, "se" is rounded to 6 places."""
    known = {
        "source": figure.source.label,
        "se": None if figure.se is None else round(figure.se, 6),
    }
    return {name: known[name] if name in known else getattr(figure, name) for name in names}


def ask_secret(prompt: str) -> str:
    """A line that is not shown, from a prompt or as one line of standard input.

    It is never an argument, which the list of processes would tell.

    Raises:
        UserError: when it is no text in the encoding of the terminal, or nothing was given.
    """
    if not sys.stdin.isatty():
        return ask_line()
    from getpass import getpass

    try:
        return getpass(f"{in_its_language(prompt)} ")
    except UnicodeError:
        raise _not_text() from None
    except EOFError:
        raise UserError(_("Nothing was typed.")) from None


def ask_line() -> str:
    """One line of standard input without its end and without a byte order mark; "" at the end.

    Raises:
        UserError: when it is no text.
    """
    source = getattr(sys.stdin, "buffer", None)
    try:
        if source is None:
            line = sys.stdin.readline().removeprefix("\ufeff")
            line.encode()
            return line.rstrip("\r\n")
        raw: bytes = source.readline()
        if raw.startswith(BOM_UTF8):
            return raw.decode("utf-8-sig").rstrip("\r\n")
        return raw.decode(sys.stdin.encoding or "utf-8").rstrip("\r\n")
    except UnicodeError:
        raise _not_text() from None


def agreed(question: str, stream: TextIO | None = None) -> bool:
    """Ask a question on a stream (standard output if None); whether the answer typed is yes."""
    print(joined((question, pgettext("prompt: yes or no", "[y/N]"))), end=" ", file=stream)
    (stream or sys.stdout).flush()
    yes = _YES | _ALSO_YES.get(spoken().code, frozenset())
    return ask_line().strip().casefold() in yes


def _not_text() -> UserError:
    encoding = getattr(sys.stdin, "encoding", None) or "UTF-8"
    return UserError(
        _("What was typed is no text in {encoding}; type it again.", encoding=encoding.upper())
    )
