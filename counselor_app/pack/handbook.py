"""What the handbook's pages say, from `resources/handbook` to a pack, and its export as a check."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from counselor_app.domain.figures.provenance import MONTHS
from counselor_app.domain.occupation.handbook import (
    ANSWERS,
    CERTIFICATES,
    DAYS,
    GRANTED_BY,
    KINDS,
    LICENCES,
)
from counselor_app.errors import UserError
from counselor_app.language import _, pgettext
from counselor_app.pack import sources
from counselor_app.pack.account import Account
from counselor_app.pack.draft import insert
from counselor_app.pack.own_files import handbook_files
from counselor_app.pack.tables import Column, Table
from counselor_app.pack.values import Cell, some_text, text
from counselor_app.pack.work import Row, Work

OTHER_DATE = _("the page is of another date than the one that was read for this program")
NOT_READ = _("the page was not read for this program")

_LINES = (
    "licence_line", "certificate", "certificate_line", "place_line", "hours_line", "strain_line",
    "advancement_line", "apprenticeship",
)  # fmt: skip
_ALLOWED = {
    "licence": tuple(LICENCES),
    "licence_from": ("", *GRANTED_BY),
    "certificate": CERTIFICATES,
    "apprenticeship": ("yes", "no", "not said"),
    **dict.fromkeys(DAYS, ANSWERS),
}


@dataclass(frozen=True, slots=True)
class Coded:
    """One page as it was coded: its slug and the fields of its table."""

    slug: str
    fields: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]


def read_pages(folder: Path | None = None) -> Iterator[Coded]:
    """Every coded page.

    Raises:
        UserError: when a file cannot be read, or a field is missing or none of its answers.
    """
    for path in handbook_files(folder):
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UserError(_(
                "{file}, which holds texts of the program, cannot be read ({error}). Install the"
                " program again.", file=path.name, error=str(error)
            )) from error  # fmt: skip
        for slug, fields in found.items():
            _check(path, slug, fields)
            yield Coded(slug, fields)


def _check(path: Path, slug: str, fields: dict[str, Any]) -> None:
    for name in ("title", "page", "dated", "licence_line", *_LINES):
        if not isinstance(fields.get(name), str):
            raise _refused(path, f"{slug}, {name}", pgettext("expected", "text"))
    for name, allowed in _ALLOWED.items():
        if fields.get(name) not in allowed:
            raise _refused(path, f"{slug}, {name}", ", ".join(allowed))
    if not set(fields["licence_kind"]) <= set(KINDS):
        raise _refused(path, f"{slug}, licence_kind", ", ".join(KINDS))
    try:
        date.fromisoformat(fields["dated"])
    except ValueError:
        raise _refused(path, f"{slug}, dated", pgettext("expected", "a date")) from None


def _refused(path: Path, where: str, expected: str) -> UserError:
    return UserError(_(
        "{file}, {where}: expected {expected}. Install the program again.",
        file=path.name, where=where, expected=expected,
    ))  # fmt: skip


def load_handbook(connection: sqlite3.Connection, folder: Path | None = None) -> None:
    """Put the coded pages into a pack.

    Raises:
        UserError: as `read_pages`.
    """
    pages = list(read_pages(folder))
    if not pages:
        return
    release = sources.handbook(*_edition(pages))
    insert(connection, "source", [sources.row(release)], or_ignore=True)
    insert(connection, "handbook", [(*_row(page), release.id) for page in pages])
    insert(connection, "handbook_soc", ((soc, page.slug) for page in pages for soc in page["socs"]))
    insert(
        connection, "handbook_day",
        ((page.slug, fact, page[fact]) for page in pages for fact in DAYS),
    )  # fmt: skip
    insert(
        connection, "handbook_similar",
        (
            (page.slug, place, other)
            for page in pages
            for place, other in enumerate(page["similar"])
        ),
    )  # fmt: skip


def _edition(pages: list[Coded]) -> tuple[int, str]:
    """The year of the edition and the month in which most of its pages were changed."""
    months = [page["dated"][:7] for page in pages]
    most = max(set(months), key=months.count)
    return int(most[:4]), str(MONTHS[int(most[5:]) - 1])


def _row(page: Coded) -> Row:
    return (
        page.slug, page["title"], page["page"], page["dated"], page["licence"],
        ", ".join(page["licence_kind"]), page["licence_from"], *(page[name] for name in _LINES),
        page["read_by"], str(page["read_on"]),
    )  # fmt: skip


def _long_date(cell: Cell) -> str:
    """ "Thursday, August 28, 2025" as ISO; a date in ISO stays."""
    words = text(cell)
    for layout in ("%A, %B %d, %Y", "%B %d, %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(words, layout).date().isoformat()
        except ValueError:
            continue
    raise ValueError(pgettext("expected", "a date"))


def check_export(work: Work) -> None:
    """An export of the handbook brings no sentence: it says which pages are as they were read.

    Raises:
        UserError: when no page of it is as it was read, as in an export of another year.
    """
    pages = list(read_pages())
    for given, kept in work.tables("handbook"):
        kept.release = sources.handbook(*_edition(pages))
        _compare(given, kept, {page.slug: page["dated"] for page in pages})
        if not kept.kept:
            raise UserError(_(
                "{file}: none of its pages is of the date that was read for this program. What the"
                " handbook says is coded by hand, page by page, so an export of another year"
                " cannot be taken over; leave it out.", file=kept.name
            ))  # fmt: skip


def _compare(given: Table, kept: Account, read: dict[str, str]) -> None:
    found = 0
    for row, slug, dated in given.records(
        Column(("slug",), some_text), Column(("last_modified",), _long_date)
    ):
        if slug not in read:
            kept.refuse(row, NOT_READ, slug)
        elif read[slug] != dated:
            kept.refuse(row, OTHER_DATE, slug)
        else:
            found += 1
    kept.fills("handbook", found)
