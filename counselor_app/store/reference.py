"""The reference pack, opened read-only."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote

from counselor_app.domain.figures.provenance import Source, dated
from counselor_app.domain.figures.published import SOURCE_WORDS
from counselor_app.domain.figures.ratings import DOMAINS, Domain
from counselor_app.domain.figures.wording import NOT_IN_PACK
from counselor_app.errors import UserError
from counselor_app.language import Said, _, pgettext, published
from counselor_app.paths import database

if TYPE_CHECKING:  # what most commands never ask for is imported where it is read
    from types import TracebackType

    from counselor_app.domain.fit.groups import Families
    from counselor_app.domain.occupation.hours_pressure import Block
    from counselor_app.domain.occupation.interests import InterestProfile
    from counselor_app.domain.occupation.occupation import Occupation
    from counselor_app.store.asked import AskedTable
    from counselor_app.store.other_titles import OtherTitles
    from counselor_app.store.search_words import Vocabulary

_UNKNOWN = pgettext("version", "unknown")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
DamagedPackError = sqlite3.DatabaseError
"""What reading a damaged pack raises."""


@cache
def schema_version() -> str:
    """The version of the pack's tables, as the first line of ``db/schema.sql`` says it."""
    with (database() / "schema.sql").open(encoding="utf-8") as lines:
        return lines.readline().split()[-1]


class OtherVersionError(UserError):
    """The data file is whole and was made for another version of the program."""


def absent(kind: str) -> Source:
    """The source of a figure whose programme is not in the pack."""
    return Source("", kind, _("Not in this pack"), "", "", NOT_IN_PACK, "", "", "", "")


@dataclass(frozen=True)
class Pack:
    """An open reference pack; close it, or use it in a ``with``."""

    path: Path
    connection: sqlite3.Connection
    meta: Mapping[str, str]
    sources: Mapping[int, Source]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all titles, read when a search first meets a misspelling."""
        from counselor_app.store.search_words import Vocabulary

        return Vocabulary.load(self.connection)

    def source(self, source_id: int | None, kind: str) -> Source:
        """The source with this id, or the pack's word for a programme it lacks."""
        if source_id is not None:
            return self.sources[source_id]
        return absent(kind)

    def kind(self, kind: str) -> Source:
        """The newest source of a kind ("onet", "oews" ...), or the word that there is none."""
        return next(
            (s for s in reversed(list(self.sources.values())) if s.kind == kind), absent(kind)
        )

    def source_of(self, table: str, kind: str) -> Source:
        """The release that fills a table, or the word that the pack has none."""
        row = self.connection.execute(f"SELECT source_id FROM {table} LIMIT 1").fetchone()
        return self.source(row and row[0], kind)

    @cached_property
    def interest_profiles(self) -> tuple[InterestProfile, ...]:
        """Every occupation with all six interest values (1-7)."""
        from counselor_app.domain.occupation.interests import InterestProfile

        return tuple(
            InterestProfile(code, published("title", title), tuple(scores), letters)
            for code, title, letters, *scores in self.connection.execute(
                "SELECT i.code, o.title, i.letters, i.r, i.i, i.a, i.s, i.e, i.c FROM interest i"
                " JOIN occupation o ON o.code = i.code"
                " WHERE i.r + i.i + i.a + i.s + i.e + i.c IS NOT NULL ORDER BY i.code"
            )
        )

    @cached_property
    def asked(self) -> AskedTable:
        """What people type that no title holds."""
        from counselor_app.store.asked import NO_JOB, AskedTable

        return AskedTable.load(self.connection, self.meta.get(NO_JOB, ""))

    @cached_property
    def other_titles(self) -> OtherTitles:
        """Titles in other languages, to search among."""
        from counselor_app.store.other_titles import OtherTitles

        return OtherTitles.load(self.connection)

    def other_titles_with(self, text: str) -> OtherTitles:
        """Those that can hold ``text``, where the others are not read yet."""
        from counselor_app.store.other_titles import OtherTitles

        read: OtherTitles | None = vars(self).get("other_titles")
        return read or OtherTitles.load(self.connection, text)

    @cached_property
    def families(self) -> Families:
        """The groups of near twins."""
        from counselor_app.store.families import families

        return families(self.connection)

    @cached_property
    def hours_pressure(self) -> Mapping[Block, tuple[float, ...]]:
        """Scores of hours, pressure and control of all occupations; {} without Work Context."""
        from counselor_app.store.hours_pressure import block_scores

        return block_scores(self.connection, self.elements)

    @cached_property
    def shared(self) -> Mapping[str, Occupation]:
        """Every occupation whose published wage or projection is a group's, by code."""
        from counselor_app.store.shared import shared_occupations

        return shared_occupations(self.connection)

    @cached_property
    def lacks(self) -> frozenset[str]:
        """The tables of the releases, and the domains of ratings, without a row in this pack."""
        from counselor_app.domain.occupation.hours_pressure import BLOCKS, enough

        rated = {domain for _, domain in self.elements.values()}
        tables = ("requirement", "tool", "related", "industry_wage")
        empty = (
            table
            for table in tables
            if self.connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None
        )
        domains = (domain for domain in (*DOMAINS, "value", "area") if domain not in rated)
        days = any(enough(block, self.elements) for block in BLOCKS)
        return frozenset((*empty, *domains, *(() if days else ("conditions",))))

    @cached_property
    def elements(self) -> Mapping[str, tuple[str, Domain]]:
        """Name and domain of every element of the content model."""
        return {
            element: (published("element", name), domain)
            for element, name, domain in self.connection.execute(
                "SELECT id, name, domain FROM element"
            )
        }

    @cached_property
    def study_values(self) -> Mapping[str, tuple[float, ...]]:
        """Every value of every exposure study, ascending."""
        found: dict[str, list[float]] = {}
        for study, value in self.connection.execute(
            "SELECT study, value FROM study_value ORDER BY study, value"
        ):
            found.setdefault(study, []).append(value)
        return {study: tuple(values) for study, values in found.items()}

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_pack(path: Path) -> Pack:
    """Open a built pack, read-only.

    Raises:
        OtherVersionError: when it is of another version.
        UserError: when the file is missing, or is no pack.
    """
    if not path.is_file():
        raise UserError(_("There is no occupation data at {path}.", path=str(path)))
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise UserError(
            _("{file} cannot be opened: {reason}.", file=path.name, reason=str(error))
        ) from None
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        sources = {
            row[0]: _source(*row[1:])
            for row in connection.execute(
                "SELECT id, key, kind, programme, publisher, release, label, released, licence,"
                " url, note FROM source ORDER BY id"
            )
        }
    except sqlite3.Error:
        connection.close()
        raise UserError(
            _(
                "{file} is not an occupation data file of this program, or it is damaged;"
                " build it again with: counselor-app data build",
                file=path.name,
            )
        ) from None
    if meta.get("schema_version") != schema_version():
        connection.close()
        raise OtherVersionError(
            _(
                "{file} was made for another version of the program ({found}, expected"
                " {expected}); build it again with: counselor-app data build",
                file=path.name, found=meta.get("schema_version") or _UNKNOWN,
                expected=schema_version(),
            )
        )  # fmt: skip
    return Pack(path, connection, meta, sources)


def _source(*row: str) -> Source:
    """A row of the table of sources, its months and our own words as words."""
    key, kind, programme, publisher, release, label, released, licence, url, note = (
        SOURCE_WORDS.get(cell, cell) for cell in row
    )
    return Source(
        key, kind, programme, publisher, dated(release), dated(label), dated(released),
        _noted(licence), url, _noted(note),
    )  # fmt: skip


def _noted(words: str) -> str:
    """A note of a release, its numbers apart: other releases say the same with others."""
    if isinstance(words, Said) or not words:
        return words
    numbers = dict(zip("abcdefgh", _NUMBER.findall(words), strict=False))
    names = iter(f"{{{name}}}" for name in numbers)
    message = _NUMBER.sub(lambda _found: next(names, ""), words)
    said = Said(message, numbers, context="source")
    return said if said == words else words
