"""Occupation search: what a person typed, to the occupations it most likely means.

A query is read in one or more ways (as typed; each word only begun; spelled otherwise; without
some of its words), until enough is found. Each reading looks at three places: spellings
that equal it, occupations whose own title begins with it, and titles that hold its words in any
order. Points for how the text matches, for how well known the spelling is and for how many
people work in the occupation make the score. What no title holds may stand in the table of what
people ask for (`asked`). A reading that is more a guess than an answer is weak: its hits are shown
only where there are no others, and say so.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from counselor_app.domain.occupation import titles
from counselor_app.domain.occupation.search import Hit
from counselor_app.language import published
from counselor_app.store.asked import Asked
from counselor_app.store.other_titles import may_hold
from counselor_app.store.reference import Pack
from counselor_app.store.search_index import ROW_BITS
from counselor_app.store.search_words import corrections

_LETTERS = 200  # of the text that are looked at
_WORDS = 16
_CAP = 2_000  # titles a short beginning may hold, the likeliest first
_WIDTH = 100  # occupations scored
_ENOUGH = 3  # occupations found, below which misspelling is considered
_SURE = 90.0  # unless one of them scores this
_CLOSE = 0.5  # corrections that cost so little more are read although enough is found
_GOOD = 80.0  # best score from which "job" and "work" in a query are words of a title
_POOR = 55.0  # best score below which words are left out
_WEAK = 8  # weak guesses shown
_TOO_WEAK = 30.0  # score below which a weak guess is no help

# Points for the text; a row's own weight adds up to 32, many matching titles up to 12.
_EXACT, _BEGINS, _WHOLE, _BEGUN = 60.0, 55.0, 40.0, 30.0
_COVERAGE, _OTHERS, _OWN_TITLE, _HEADS = 4.0, 12.0, 5.0, 6.0
_LOOSE_COST, _CORRECTED_COST, _DROPPED_COST = 6.0, 12.0, 30.0
_ASKED, _ASKED_BEGUN, _ASKED_MISSPELT = 99.9, 50.0, 70.0

_CODE = re.compile(r"\b(\d\d)-?(\d{4})(?:\.(\d{1,2}))?\b", re.ASCII)
_CODE_LIKE = re.compile(r"[0-9\s._‐-―-]*")

_COLUMNS = "id, code, title, folded, kind, weight"
_COUNTED = (
    f"SELECT rowid >> {ROW_BITS} AS place, min(rowid), count(*)"
    f" FROM (SELECT rowid FROM search_fts WHERE search_fts MATCH ? LIMIT {_CAP})"
    " GROUP BY place ORDER BY place"
)
_ROWS = f"SELECT {_COLUMNS} FROM search_title WHERE id IN (SELECT value FROM json_each(?))"
_EQUAL = (
    f"SELECT {_COLUMNS} FROM search_title WHERE replace(folded, ' ', '') = ? ORDER BY id LIMIT 200"
)
_OWN = (
    f"SELECT {_COLUMNS} FROM search_title WHERE kind = 'title'"
    " AND replace(folded, ' ', '') >= ? AND replace(folded, ' ', '') < ?"
)
_CODES = "SELECT code, title FROM occupation WHERE code >= ? AND code < ? ORDER BY code LIMIT ?"
_TITLES = "SELECT code, title FROM occupation WHERE code IN (SELECT value FROM json_each(?))"
_HELD = "SELECT 1 FROM search_word WHERE word >= ? AND word < ? LIMIT 1"

_Row: TypeAlias = tuple[int, str, str, str, str, int]


class _Reading:
    """One way to read a query: stems, the last one as typed where it may be only begun."""

    def __init__(
        self,
        words: tuple[str, ...],
        *,
        partial: bool,
        cost: float = 0.0,
        loose: bool = False,
        guess: bool = False,
        weak: bool = False,
    ) -> None:
        self.words = words
        self.partial = partial
        self.cost = cost
        self.loose = loose  # every word may be only begun
        self.guess = guess  # not the words typed
        self.weak = weak  # and hardly what was meant
        last = words[-1]
        plural = last + "s"
        stems = (titles.stem(last), titles.stem(plural), last)
        self.ends = dict.fromkeys(stem for stem in stems if stem != plural)
        self.head = "".join(words[:-1])
        self.runs = tuple(self.head + end for end in self.ends)

    def expression(self, holds: Callable[[str, bool], bool]) -> str:
        """The FTS5 query: all words, or all with two neighbours written as one."""
        spellings = [self.words]
        for at, both in enumerate(titles.joined(self.words)):
            closing = at == len(self.words) - 2
            if holds(both, self.partial and closing):
                spellings.append((*self.words[:at], both, *self.words[at + 2 :]))
        return " OR ".join(f"({self._all(spelling)})" for spelling in spellings)

    def _all(self, words: tuple[str, ...]) -> str:
        star = "*" if self.loose else ""
        terms = [f'"{word}"{star}' for word in words[:-1]]
        last = words[-1]
        terms.append(f'("{last}"* OR "{titles.stem(last)}")' if self.partial else f'"{last}"')
        return " AND ".join(terms)

    def score(self, row: _Row, count: int, *, owned: bool) -> float:
        """0 to 100 for a row that the reading found.

        Args:
            row: The row.
            count: How many titles of its occupation hold the words.
            owned: Whether the occupation's own title holds them as well.
        """
        _, _, title, folded, kind, weight = row
        run = folded.replace(" ", "")
        if run in self.runs:
            if kind == "title" and not self.cost:
                return 100.0
            points = _EXACT
        else:
            words = folded.split()
            # No word begins with the last one typed: the title writes it as two.
            apart = f" {self.words[-1]}" not in f" {folded}"
            whole = apart or not self.ends.keys().isdisjoint(words)
            points = _WHOLE if whole else _BEGUN
            if run.startswith(self.runs):
                points = _BEGINS if kind == "title" else points + _COVERAGE
                if whole and kind == "title" and self._heads(title):
                    points += _HEADS
        points += _COVERAGE * min(len(self.runs[-1]) / len(run), 1.0)
        points += _OTHERS * min(math.log2(count) / 7, 1.0)
        if owned and kind != "title":
            points += _OWN_TITLE
        return round(max(min(points + weight / 10, 99.0) - self.cost, 0.0), 1)

    def begins(self, row: _Row) -> bool:
        """Whether the row's spelling begins with the words, the last one whole."""
        return row[3].startswith(" ".join(self.words) + " ")

    def _heads(self, title: str) -> bool:
        """Whether the words are what a title such as "Farmers, Ranchers, and ..." names first.

        Only a plural is: "Art, Drama, and Music Teachers" are no art.
        """
        head, comma, _ = title.partition(",")
        stems = "".join(map(titles.stem, titles.words(head)))
        return bool(comma) and head.endswith("s") and stems in self.runs


class _Found:
    """The best row of each occupation over all readings; occupations by their place."""

    def __init__(self, connection: sqlite3.Connection, width: int) -> None:
        self._ask = connection.execute
        self._width = width
        self._best: dict[int, tuple[float, int, _Row]] = {}
        self._weak: set[int] = set()
        self._literal: dict[int, float] = {}  # scores of what was found as typed
        self._counts: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._best)

    @property
    def wanting(self) -> bool:
        """Whether the query is better read in another way as well."""
        return self.best < _POOR or (len(self._best) < _ENOUGH and self.best < _SURE)

    @property
    def best(self) -> float:
        """The highest score so far."""
        return max((score for score, _, _ in self._best.values()), default=0.0)

    def _holds(self, word: str, begun: bool) -> bool:
        end = word + ("{" if begun else "!")
        return self._ask(_HELD, (word, end)).fetchone() is not None

    def read(self, reading: _Reading) -> None:
        """Add what one reading finds."""
        expression = reading.expression(self._holds)
        groups = self._ask(_COUNTED, (expression,)).fetchall()
        counts = {place: count for place, _, count in groups}
        if sum(counts.values()) == _CAP:
            counts.popitem()  # its titles were cut off
        owned = {place for place, row, _ in groups if row == place << ROW_BITS}
        best = json.dumps([row for _, row, _ in groups[: self._width]])
        rows: list[_Row] = self._ask(_ROWS, (best,)).fetchall()
        for run in reading.runs:
            rows += self._ask(_EQUAL, (run,))
            own = self._ask(_OWN, (run, run + "{"))
            rows += own if reading.partial else filter(reading.begins, own)
        # A guess comes after everything that holds what was typed.
        scale = min(self._literal.values(), default=100.0) / 100
        for row in rows:
            place = row[0] >> ROW_BITS
            count = counts.get(place, 1)
            score = reading.score(row, count, owned=place in owned)
            if reading.guess:
                if place in self._literal:
                    continue
                score = round(score * scale, 1)
            candidate = (score, -row[0], row)
            known = place in self._best
            if reading.weak and known and place not in self._weak:
                continue
            if not known or candidate > self._best[place] or place in self._weak:
                self._best[place] = candidate
                (self._weak.add if reading.weak else self._weak.discard)(place)
            self._counts[place] = max(count, self._counts.get(place, 1))
        if not reading.guess:
            self._literal = {place: best[0] for place, best in self._best.items()}

    def hits(self, limit: int) -> list[Hit]:
        """The occupations found, best first."""
        order = sorted(self._best, key=lambda place: (-self._best[place][0], place))[:limit]
        # The first spelling of an occupation is its own title.
        owned = self._ask(_ROWS, (json.dumps([place << ROW_BITS for place in order]),))
        names = {row[1]: published("title", row[2]) for row in owned}
        hits = []
        for place in order:
            score, _, (_, code, title, _, kind, _) = self._best[place]
            others = self._counts[place] - 1
            guess = place not in self._literal
            weak = place in self._weak
            hits.append(Hit(code, names[code], title, kind, score, others, guess, weak))
        return hits


def search(pack: Pack, text: str, limit: int = 50) -> list[Hit]:
    """The occupations that ``text`` most likely means, best first, each once.

    Takes titles, job titles, SOC codes and the beginnings of all three, with misspellings, in
    any order of words, and what people ask for in words of their own. Weak guesses are given
    where nothing better is found. No text raises; nothing found gives an empty list.
    """
    text = text[:_LETTERS]
    hits = _by_code(pack.connection, text, limit)
    # A whole code that no occupation has is not guessed at.
    if hits or _CODE.fullmatch(text.strip()) or limit < 1:
        return hits
    table = pack.asked
    entry = table.equal(text)
    found = _by_title(pack, text, limit, sure=entry is not None)
    entries, score, guess = [entry] if entry else [], _ASKED, False
    if entry is None and text[-1:].isalnum():
        entries, score = table.begun(text), _ASKED_BEGUN
    if not entries and all(hit.guess for hit in found) and (near := table.misspelt(text)):
        entries, score, guess = [near], _ASKED_MISSPELT, True
    asked = tuple(_named(pack.connection, entries, score, guess=guess)) if entries else ()
    literal = any(not hit.guess for hit in found) or any(not hit.guess for hit in asked)
    guesses = not literal and table.no_job.isdisjoint(titles.words(text))
    others: list[Hit] = []
    if guesses:
        others = pack.other_titles.find(text, limit, guesses=True)
    elif may_hold(pack.connection, text):
        others = pack.other_titles_with(text).find(text, limit, guesses=False)
    if any(hit.kind == "other" for hit in others):
        # Whole words of another language come before what English may have meant.
        found = [hit for hit in found if not hit.guess]
    elif meant := [hit.score for hit in found if hit.guess and not hit.weak]:
        least = max(meant)
        others = [replace(hit, score=min(hit.score, least - 0.1)) for hit in others]
    known = {hit.code: hit for hit in found if not hit.guess}
    others = [
        replace(known[hit.code], score=max(hit.score, known[hit.code].score))
        if hit.code in known else hit
        for hit in others
    ]  # fmt: skip
    best: dict[str, Hit] = {}
    for hit in sorted((*asked, *found, *others), key=lambda hit: -hit.score):
        best.setdefault(hit.code, hit)
    close = [hit for hit in best.values() if not hit.weak]
    if all(hit.kind == "begun" for hit in close):
        best = dict(sorted(best.items(), key=lambda one: (one[1].weak, -one[1].score)))
        close = []  # what begins so in another language is no more than a guess in this one
    return (close or [hit for hit in best.values() if hit.score >= _TOO_WEAK][:_WEAK])[:limit]


def prepare(pack: Pack) -> None:
    """Load what the first misspelling needs, some ten milliseconds; call it when idle."""
    pack.asked.misspelt("misspeling")
    pack.other_titles.find("x", 1, guesses=False)
    corrections(pack.vocabulary, ("misspeling",), partial=True)


def _named(
    connection: sqlite3.Connection, entries: list[Asked], score: float, *, guess: bool
) -> Iterator[Hit]:
    """A hit for each code of the entries, in order, that the pack has."""
    places = [(code, asked) for asked in entries for code in asked.codes]
    wanted = json.dumps([code for code, _ in places])
    names = {
        code: published("title", title) for code, title in connection.execute(_TITLES, (wanted,))
    }
    seen: set[str] = set()
    for code, asked in places:
        if code in names and code not in seen:
            points = round(score - len(seen) / 10, 1)
            yield Hit(code, names[code], asked.words, "asked", points, 0, guess,
                      why=published("why", asked.why))  # fmt: skip
            seen.add(code)


def _by_code(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Occupations whose code begins with the digits typed, or is named in the text.

    Codes of groups ("43-4050", "43-0000") stand for the occupations in them.
    """
    named = _CODE.search(text)
    if named:
        digits = "".join(part for part in named.groups() if part)
    elif _CODE_LIKE.fullmatch(text):
        digits = "".join(character for character in text if character in "0123456789")
    else:
        return []
    if len(digits) < 2:
        return []
    beginnings = [digits]
    if len(digits) == 6 and digits.endswith("0"):
        beginnings.append(digits[:2] + digits[2:].rstrip("0"))
    for beginning in beginnings:
        code = beginning[:2] + ("-" + beginning[2:6] if beginning[2:] else "")
        code += "." + beginning[6:] if beginning[6:] else ""
        rows = connection.execute(_CODES, (code, code + ":", limit)).fetchall()
        whole = len(beginning) >= 6 and f"{code[:7]}.{beginning[6:]:0<2}"
        if rows:
            return [
                Hit(found, published("title", title), found, "code", points, 0)
                for found, title in rows
                for points in (100.0 if found == whole else 90.0,)
            ]
    return []


def _by_title(pack: Pack, text: str, limit: int, *, sure: bool) -> list[Hit]:
    """What the titles hold; no guesses where it is ``sure`` already what is meant."""
    typed = titles.content(titles.words(text))[:_WORDS]
    if not typed:
        return []
    partial = text[-1].isalnum()
    words = tuple(titles.stem(word) for word in typed)
    if partial:
        words = (*words[:-1], typed[-1])
    found = _Found(pack.connection, max(_WIDTH, 2 * limit))
    found.read(_Reading(words, partial=partial))
    bare = tuple(word for word in words if word not in titles.ASKING)
    if found.best < _GOOD and bare and bare != words:
        words, partial = bare, partial and bare[-1] == words[-1]
        found.read(_Reading(words, partial=partial))
    if sure or _CODE_LIKE.fullmatch(text):
        return found.hits(limit)
    if found.wanting and len(words) > 1:
        found.read(_Reading(words, partial=partial, cost=_LOOSE_COST, loose=True))
    if found.wanting:
        _read_corrected(found, pack, words, limit, partial=partial)
    for spellings in _shorter(words):
        if found.best >= _POOR:
            break
        for spelling in spellings:
            cost = _DROPPED_COST * (len(words) - len(spelling)) ** 0.5
            found.read(_Reading(spelling, partial=False, cost=cost, guess=True, weak=True))
    return found.hits(limit)


def _read_corrected(
    found: _Found, pack: Pack, words: tuple[str, ...], limit: int, *, partial: bool
) -> None:
    choices = corrections(pack.vocabulary, words, partial=partial)
    no_job = pack.asked.no_job
    for spelling, edits, sure in choices:
        if len(found) >= limit and edits > choices[0][1] + _CLOSE:
            break
        cost = _CORRECTED_COST + 4 * edits
        weak = not sure or not no_job.isdisjoint(words)
        found.read(_Reading(spelling, partial=partial, cost=cost, guess=True, weak=weak))


def _shorter(words: tuple[str, ...]) -> Iterator[list[tuple[str, ...]]]:
    """The words without one of them; then each of the longer words alone."""
    if len(words) > 2:
        yield [words[:at] + words[at + 1 :] for at in range(len(words))]
    if len(words) > 1:
        yield [(word,) for word in words if len(word) > 2]
