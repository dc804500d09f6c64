"""The program's own plain words on occupations and elements, from `resources/texts` to a pack."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from counselor_app.client_texts import rating_questions
from counselor_app.domain.figures.provenance import MONTHS
from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.pack.draft import insert
from counselor_app.pack.own_files import text_files, title_files
from counselor_app.pack.sources import own_words, row
from counselor_app.paths import resources

LINES: Mapping[str, tuple[str, ...]] = {
    "occupation": ("summary", "does", "kinds", "like", "hard", "try", "ask"),
    "element": ("means", "low", "high"),
    "zone": ("line",),
    "education": ("line",),
    "experience": ("line",),
    "training": ("line",),
    "title": ("title", "short", "search"),
}
"""The parts that a kind of text has, in the order they are shown."""

_FOLDERS = {"occupations": "occupation", "elements": "element"}
_ABOUT = "about"
_NOT_TEXT = {"name", "reviewed_by", "reviewed_on"}
_WHO, _WHEN = ("reviewed_by", "written_by"), ("reviewed_on", "written_on")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``place`` counts from 0 within its part.

    ``author`` and ``dated`` are of the last review, or of the writing until there is one.
    """

    language: str
    kind: str
    key: str
    part: str
    place: int
    text: str
    dated: date
    author: str


def read_titles() -> Iterator[Line]:
    """The titles of occupations in other languages, with what is typed for them.

    Raises:
        UserError: when a file cannot be read or holds something else.
    """
    for path in title_files():
        about, entries = _parsed(path)
        for code, entry in entries:
            yield from _lines(path, path.stem, "title", code, entry, about)


def read_texts(folder: Path | None = None, language: str = "*") -> Iterator[Line]:
    """Every line of the files under ``folder``: ``LANGUAGE/{occupations,elements}/*.toml`` keyed
    by code or element id, and ``LANGUAGE/preparation.toml`` keyed by kind and term; of one
    ``language`` where one is named.

    Raises:
        UserError: when a file cannot be read or holds something else.
    """
    root = folder or resources() / "texts"
    for path in text_files(folder):
        spoken = path.relative_to(root).parts[0]
        if language not in ("*", spoken):
            continue
        about, entries = _parsed(path)
        kind = _FOLDERS.get(path.parent.name)
        for key, entry in entries:
            if kind:
                yield from _lines(path, spoken, kind, key, entry, about)
                continue
            for term, text in entry.items():
                yield from _lines(path, spoken, key, term, {"line": text}, about)


def load_texts(connection: sqlite3.Connection, folder: Path | None = None) -> None:
    """Put the English texts into a pack: those of occupations that it has, and all others.

    Of other languages the titles, for the search; their texts are looked up by the English ones.

    An element that a client can rate takes its examples from the anchors of the self-rating.

    Raises:
        UserError: when a file cannot be read or holds something else.
    """
    anchored = _anchored() if folder is None else {}
    codes = {code for (code,) in connection.execute("SELECT code FROM occupation")}
    english = read_texts(folder, "en")
    lines = [line for line in english if line.kind != "occupation" or line.key in codes]
    if not lines:
        return
    lines += [
        replace(line, part=part, text=text)
        for line in lines
        if line.kind == "element" and line.part == "means"
        for part, text in anchored.get(line.key, ())
    ]
    if folder is None:
        lines += [line for line in read_titles() if line.key in codes]
    newest = max(line.dated for line in lines)
    source = own_words(newest.year, MONTHS[newest.month - 1])
    insert(connection, "source", [row(source)])
    insert(
        connection,
        "plain_text",
        [
            (
                line.language, line.kind, line.key, line.part, line.place, line.text,
                f"{line.dated:%m/%Y}", line.author, source.id,
            )
            for line in lines
        ],
    )  # fmt: skip


def _anchored() -> dict[str, tuple[tuple[str, str], ...]]:
    """The low and the high anchor of each element that a client can rate, as its examples."""
    return {
        element: (("low", f"{question.anchors[0]}."), ("high", f"{question.anchors[-1]}."))
        for element, question in rating_questions().items()
    }


def _lines(
    path: Path, language: str, kind: str, key: str, entry: Mapping[str, Any],
    about: Mapping[str, Any],
) -> Iterator[Line]:  # fmt: skip
    if kind not in LINES:
        raise _refused(path, kind, _("one of {kinds}", kinds=", ".join(LINES)))
    known = {**about, **entry}
    author = next((known[name] for name in _WHO if name in known), None)
    dated = next((known[name] for name in _WHEN if name in known), None)
    if not isinstance(author, str) or not isinstance(dated, date):
        raise _refused(path, key, _("reviewed_by and reviewed_on, here or under [about]"))
    for part, texts in entry.items():
        if part in _NOT_TEXT:
            continue
        if part not in LINES[kind]:
            wanted = _("one of {kinds}", kinds=", ".join(LINES[kind]))
            raise _refused(path, f"{key}, {part}", wanted)
        listed = texts if isinstance(texts, list) else [texts]
        for place, text in enumerate(listed):
            if not isinstance(text, str) or not text.strip():
                raise _refused(path, f"{key}, {part}", pgettext("expected", "text"))
            yield Line(language, kind, key, part, place, text, dated, author)


def _parsed(path: Path) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """What a file says about itself, and its tables of texts by key."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(_(
            "{file}, which holds texts of the program, cannot be read ({error}). Install the"
            " program again.", file=path.name, error=str(error)
        )) from error  # fmt: skip
    about = found.get(_ABOUT)
    if not isinstance(about, dict):
        raise _refused(path, _ABOUT, _("who wrote or reviewed it, and when"))
    entries = [(key, entry) for key, entry in found.items() if key != _ABOUT]
    for key, entry in entries:
        if not isinstance(entry, dict):
            raise _refused(path, key, _("a table of texts"))
    return about, entries


def _refused(path: Path, where: str, expected: str) -> UserError:
    return UserError(_(
        "{file}, {where}: expected {expected}. Install the program again.",
        file=path.name, where=where, expected=expected,
    ))  # fmt: skip
