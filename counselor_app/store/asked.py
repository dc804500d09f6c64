"""What people type that no job title holds: "youtuber", "help people", "enfermera".

The table is the program's own, reviewed like its plain words: `resources/searches`, a TOML file a
language. Each entry leads to one or more occupations and says why. A pack takes it in when it is
built: to read the files costs more than a search.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from counselor_app.domain.occupation import titles
from counselor_app.errors import UserError
from counselor_app.language import Said, _, pgettext

_BEGUN = 4  # letters from which a beginning is looked up
_BEGINNING = 3  # entries that begin so
_SHORTEST = 6  # letters an entry needs to be found misspelt
_LONG = 9  # letters from which two may be wrong
_FIELDS = {"also", "jobs", "why"}

NO_JOB = "no_job"
"""The key of a pack's ``meta`` under which its words that are no job stand."""


class Asked(NamedTuple):
    """What is typed, as it is written; the codes it leads to, likeliest first, and why."""

    words: str
    codes: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class AskedTable:
    """The entries by what is left of them without spaces, plurals and small words; ``no_job`` are
    words that look like a misspelt job and are none."""

    entries: Mapping[str, Asked]
    no_job: frozenset[str]
    _keys: tuple[str, ...]

    @classmethod
    def load(cls, connection: sqlite3.Connection, no_job: str) -> AskedTable:
        """Read a pack's; ``no_job`` are its words that are no job, space-separated."""
        entries = {
            key: Asked(words, tuple(codes.split()), why)
            for key, words, codes, why in connection.execute(
                "SELECT key, words, codes, why FROM asked ORDER BY key"
            )
        }
        return cls(entries, frozenset(no_job.split()), tuple(entries))

    def fill(self, connection: sqlite3.Connection) -> None:
        """Put the table into a pack that has none."""
        connection.executemany(
            "INSERT INTO asked VALUES (?, ?, ?, ?)",
            (
                (key, one.words, " ".join(one.codes), one.why)
                for key, one in sorted(self.entries.items())
            ),
        )
        connection.execute(
            "INSERT INTO meta VALUES (?, ?)", (NO_JOB, " ".join(sorted(self.no_job)))
        )

    def equal(self, text: str) -> Asked | None:
        """The entry that ``text`` is."""
        return self.entries.get(folded(text))

    def begun(self, text: str) -> list[Asked]:
        """The entries that begin with ``text``, shortest first; too few letters give none."""
        key = folded(text, begun=True)
        if len(key) < _BEGUN or key in self.no_job:
            return []
        first, last = bisect_left(self._keys, key), bisect_left(self._keys, key + "{")
        found: dict[tuple[str, ...], Asked] = {}
        for near in sorted(self._keys[first:last], key=len)[:_BEGINNING]:
            found.setdefault(self.entries[near].codes, self.entries[near])
        return list(found.values())

    def misspelt(self, text: str) -> Asked | None:
        """The entry that ``text`` is but for a letter or two."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        key = folded(text)
        if len(key) < _SHORTEST:
            return None
        near = process.extractOne(
            key, self._keys, scorer=OSA.distance, score_cutoff=2 if len(key) >= _LONG else 1
        )
        if near is None or near[0][0] != key[0] or len(near[0]) < _SHORTEST:
            return None
        return self.entries[near[0]]


def folded(text: str, *, begun: bool = False) -> str:
    """A text without what does not tell it apart; the last word as typed where only ``begun``."""
    words = titles.meant(titles.words(text))
    if begun and words:
        return "".join([*map(titles.stem, words[:-1]), words[-1]])
    return "".join(map(titles.stem, words))


def read_asked(files: Iterable[Path]) -> AskedTable:
    """The entries of these files.

    Raises:
        UserError: when a file cannot be read, or an entry has no jobs or no reason.
    """
    import tomllib  # for whoever builds a pack

    entries: dict[str, Asked] = {}
    no_job: set[str] = set()
    for path in files:
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise _refused(
                path, pgettext("file", "it"), _("a readable table ({error})", error=str(error))
            ) from error
        no_job.update(found.get("about", {}).get("no_job", "").split())
        for words, entry in found.items():
            if words != "about":
                asked = _entry(path, words, entry)
                for spelling in (words, *entry.get("also", ())):
                    entries.setdefault(folded(spelling), Asked(spelling, asked.codes, asked.why))
    return AskedTable(entries, frozenset(no_job), tuple(sorted(entries)))


def _entry(path: Path, words: str, entry: object) -> Asked:
    if not isinstance(entry, dict) or set(entry) - _FIELDS:
        raise _refused(path, words, _("also, jobs and why"))
    jobs, why = entry.get("jobs"), entry.get("why")
    if not isinstance(jobs, str) or not jobs.split():
        raise _refused(path, words, _("codes of jobs"))
    if not isinstance(why, str) or not why.strip():
        raise _refused(path, words, pgettext("expected", "a reason"))
    codes = tuple(code if "." in code else f"{code}.00" for code in jobs.split())
    return Asked(words, codes, why)


def _refused(path: Path, where: str, expected: Said) -> UserError:
    return UserError(
        _(
            "{file}, {where}: expected {expected}. Install the program again.",
            file=path.name, where=where, expected=expected,
        )
    )  # fmt: skip
