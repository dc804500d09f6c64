"""Fills the pack's search tables; ``counselor_app.store.search`` reads them.

A row's number says how likely it is to be meant: occupations many people work in come first,
and within one occupation its own title, then the titles most used. FTS5 gives rows back in the
order of their numbers, so that a search may stop early and still hold the best.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from counselor_app.domain.occupation import titles

ROW_BITS = 16
"""A row's number is the occupation's place shifted by this, plus the spelling's place in it."""

_UNKNOWN_EMPLOYMENT = 30_000.0  # about the median occupation; the armed forces have no OEWS
_BRACKETS = re.compile(r"\(([^()]*)\)")


class _Spelling(NamedTuple):
    shown: str
    folded: str
    kind: str
    points: float
    listed: bool  # False for part of a title, the "RN" of "Registered Nurse (RN)": not counted


def fill_search(connection: sqlite3.Connection) -> None:
    """Fill ``search_title``, ``search_fts`` and ``search_word`` from the pack's titles.

    Reads ``occupation``, ``job_title``, ``projection`` and the nation's ``wage`` rows; the same
    input gives the same rows in the same order. The three tables must be empty.
    """
    listed = _listed(connection)
    vocabulary = {stem for rows in listed.values() for row in rows for stem in _stems(row[0])}
    employment = _employment(connection)
    # "All Other" occupations hold what the others leave over: they never come before them.
    order = sorted(listed, key=lambda code: (_is_rest(listed[code][0][0]), -employment[code], code))
    counts: Counter[str] = Counter()
    rows: list[tuple[int, str, str, str, str, int]] = []
    texts: list[tuple[int, str]] = []
    for place, code in enumerate(order):
        prior = _prior(employment[code], rest=_is_rest(listed[code][0][0]))
        for number, spelling in enumerate(_spellings(listed[code])):
            row = place << ROW_BITS | number
            weight = round(prior + spelling.points)
            rows.append((row, code, spelling.shown, spelling.folded, spelling.kind, weight))
            if spelling.listed:
                stems, others = _indexed(spelling.shown, vocabulary)
                counts.update(stems)
                texts.append((row, " ".join((*stems, *others))))
    connection.executemany("INSERT INTO search_title VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO search_fts (rowid, folded) VALUES (?, ?)", texts)
    connection.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")
    connection.executemany(
        "INSERT INTO search_word (word, sound, titles) VALUES (?, ?, ?)",
        ((word, titles.sound(word), counts[word]) for word in sorted(vocabulary)),
    )
    for kept in (_words, _stem, _stems):
        kept.cache_clear()


def _listed(connection: sqlite3.Connection) -> dict[str, list[tuple[str, str, int]]]:
    """Per occupation (title, kind, weight), its own title first, short forms after theirs."""
    listed: dict[str, list[tuple[str, str, int]]] = {
        code: [(title, "title", 0)]
        for code, title in connection.execute("SELECT code, title FROM occupation ORDER BY code")
    }
    for code, title, kind, short, weight in connection.execute(
        "SELECT code, title, kind, short, weight FROM job_title"
        " ORDER BY code, weight DESC, length(title), title, id"
    ):
        listed[code].append((title, kind, weight))
        if short and short not in title:
            listed[code].append((short, kind, weight))
    return listed


def _employment(connection: sqlite3.Connection) -> dict[str, float]:
    """Persons in each occupation, for ordering only.

    Projections count the self-employed (most farmers, photographers); OEWS serves where they
    are silent. Occupations published as one share its number; the finer occupations of O*NET
    are taken as a tenth of theirs, "All Other" likewise.
    """
    rows = connection.execute(
        "SELECT code, title, coalesce(ep_code, oews_code), coalesce(base * 1000.0, employment)"
        " FROM occupation LEFT JOIN projection ON projection.occ = ep_code"
        " LEFT JOIN wage ON wage.occ = oews_code AND wage.area = '0000000' ORDER BY code"
    ).fetchall()
    sharing = Counter(published for code, _, published, _ in rows if code.endswith(".00"))
    return {
        code: (persons or _UNKNOWN_EMPLOYMENT)
        / max(sharing[published] if persons else 1, 1)
        / (1 if code.endswith(".00") and not _is_rest(title) else 10)
        for code, title, published, persons in rows
    }


# Every title is asked for three times, every word far more often; emptied when the tables are full.
_words, _stem = lru_cache(None)(titles.words), lru_cache(None)(titles.stem)


@lru_cache(None)
def _stems(title: str) -> tuple[str, ...]:
    return tuple(map(_stem, titles.content(_words(title))))


def _is_rest(title: str) -> bool:
    return title.endswith("All Other")


def _prior(employment: float, *, rest: bool) -> float:
    """Points before any query: 0 to 180 for employment from 1,000 to 4 million."""
    size = 180 * math.log(max(employment, 1_000) / 1_000) / math.log(4_000)
    return min(size, 180) - (120 if rest else 0)


def _points(kind: str, weight: int) -> float:
    """Points for how well known a spelling is: 140 the occupation's own, others up to 110."""
    return 140 if kind == "title" else min(30 * math.log2(max(weight, 1)), 110)


def _spellings(listed: list[tuple[str, str, int]]) -> Iterator[_Spelling]:
    """The distinct spellings of one occupation, best first; parts of titles after all titles."""
    parts = [
        (title, kind, weight, part)
        for title, kind, weight in listed
        for part in (*_BRACKETS.findall(title), _BRACKETS.sub(" ", title))
        if len(part) > 1 and part != title
    ]
    seen: set[str] = set()
    for title, kind, weight, part in (*((*row, row[0]) for row in listed), *parts):
        folded = " ".join(_stems(part))
        if folded and folded not in seen:
            seen.add(folded)
            yield _Spelling(title, folded, kind, _points(kind, weight), part is title)


def _indexed(title: str, vocabulary: set[str]) -> tuple[list[str], list[str]]:
    """The stems of a title's words, and the plurals that are typed on the way to them.

    Where other titles write two of its words as one ("healthcare"), that word counts as well.
    """
    spelling = _words(title)
    together = map(_stem, titles.joined(spelling))
    stems = list(
        dict.fromkeys([*_stems(title), *(word for word in together if word in vocabulary)])
    )
    typed = [*titles.content(spelling), *(word for word in spelling if word == "except")]
    return stems, [word for word in typed if word not in stems]
