"""Search among the titles of another language: both genders, singular and plural, regional words.

The titles are not those that agencies publish, so they stand apart from the published ones and are
never shown as other names of a job; a hit gives the published title, which every window and page
says in its own language.
"""

from __future__ import annotations

import math
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from counselor_app.domain.occupation import spanish
from counselor_app.domain.occupation.search import Hit
from counselor_app.language import published
from counselor_app.store.search_index import ROW_BITS
from counselor_app.store.search_words import surely

_EXACT, _WHOLE, _BEGUN, _SAME_SOUND, _MISSPELT = 90.0, 66.0, 48.0, 84.0, 76.0
_COVERAGE, _SIZE = 14.0, 9.0
_REST = 14.0  # less for what the other occupations of a kind leave over
_TITLE, _FIRST, _LATER = 1.5, 1.0, 0.1
_APART, _MOST, _SOME = 62.0, 0.99, 0.45  # points and shares of the words where they stand apart
_HEAD, _OTHER_HEAD = 1.2, 0.85  # weight of the first word typed, beside all others
_INSIDE = 0.6  # its share where it stands later in a title
_UNKNOWN = 0.25  # weight of a later word that no title holds
_ALIKE = 6.0  # less for a word that another one stands for
_SHORTEST, _LONG = 5, 8  # letters from which one may be wrong, and two
_DOUBTFUL = 6.0  # wrong letters as which it counts that another word may be meant
_NEAR = 6  # words that a misspelt one may be
_LETTERS = 3  # from which a beginning is looked up

_TEXTS = (
    "SELECT key, part, place, text FROM plain_text WHERE kind = 'title' AND language <> 'en'"
    " ORDER BY language, key, part, place"
)
_ROWS = (
    f"WITH RECURSIVE own(id) AS (SELECT 0 UNION ALL SELECT id + {1 << ROW_BITS} FROM own"
    " WHERE id < (SELECT max(id) FROM search_title)),"  # an occupation's first spelling is its own
    " job AS MATERIALIZED (SELECT code, title, weight FROM own CROSS JOIN search_title USING (id))"
    " SELECT t.code, job.title, t.text, t.stems, job.weight, t.points, t.written"
    " FROM other_title t JOIN job ON job.code = t.code WHERE {} ORDER BY t.id"
)
_BEGINS = "instr(' ' || t.stems, ' ' || ?)"
_WRITTEN = (
    "SELECT 1 FROM other_word CROSS JOIN other_title"
    " ON instr(' ' || written || ' ', ' ' || word || ' ') WHERE word = ? LIMIT 1"
)
_HELD = "SELECT 1 FROM other_word WHERE word = ? OR word = ? OR (word >= ? AND word < ?) LIMIT 1"


class _Form(NamedTuple):
    """One spelling of a title; ``prior`` is 0 to 1, by how many people work in the job."""

    code: str
    title: str
    text: str
    stems: tuple[str, ...]
    prior: float
    points: float


def fill_other_titles(connection: sqlite3.Connection) -> None:
    """Fill ``other_title`` and ``other_word``, which must be empty, from the pack's texts."""
    stem, rows, words = cache(spanish.stem), [], set[str]()
    for code, part, place, text in connection.execute(_TEXTS):
        written = spanish.content(text)
        stems = [stem(word) for word in written]
        points = _TITLE if part == "title" else max(_FIRST - _LATER * place, 0.0)
        rows.append((code, text, " ".join(written), " ".join(stems), points))
        words.update(written, stems)
    connection.executemany(
        "INSERT INTO other_title (code, text, written, stems, points) VALUES (?, ?, ?, ?, ?)", rows
    )
    connection.executemany("INSERT INTO other_word VALUES (?)", ((word,) for word in sorted(words)))


def may_hold(connection: sqlite3.Connection, text: str) -> bool:
    """Whether titles could hold all that is typed, misspellings apart: most often they cannot,
    and then they need not be read."""
    typed = spanish.meant(text)
    for word in typed:
        stem = spanish.stem(word)
        held = connection.execute(_HELD, (stem, f"{word}s", word, word + "{")).fetchone()
        if held is None and not (len(typed) > 1 and spanish.alike(stem)):
            return False
    return bool(typed)


@dataclass
class OtherTitles:
    """All spellings, found by their words."""

    forms: list[_Form] = field(default_factory=list)
    _holding: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _written: set[str] = field(default_factory=set)
    _vocabulary: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, connection: sqlite3.Connection, text: str = "") -> OtherTitles:
        """Read the pack's, some fifteen milliseconds; with a ``text`` those that can hold it, which
        is enough to find it without guesses.
        """
        made, typed = cls(), spanish.meant(text)
        stems = [spanish.stem(word) for word in typed[:1]]
        alike = [one for stem in stems for one in spanish.alike(stem)]
        first = [*typed[:1], *stems, *alike] or [""]
        rows = connection.execute(_ROWS.format(" OR ".join([_BEGINS] * len(first))), first)
        for number, (code, title, form, words, weight, points, written) in enumerate(rows):
            form_stems = tuple(words.split())
            prior = min(max((weight - 140) / 180, 0.0), 1.0)
            made._written.update(written.split())
            made.forms.append(_Form(code, title, form, form_stems, prior, points))
            for word in set(form_stems):
                made._holding[word].append(number)
        made._vocabulary = sorted(made._holding)
        asked = {one for word in typed for one in (word, f"{word}s")} - made._written
        made._written |= {one for one in asked if connection.execute(_WRITTEN, (one,)).fetchone()}
        return made

    @cached_property
    def _sounds(self) -> Mapping[str, Sequence[str]]:
        """The words of titles by how they sound."""
        found: dict[str, list[str]] = {}
        for word in self._vocabulary:
            found.setdefault(spanish.sound(word), []).append(word)
        return found

    def find(self, text: str, limit: int, *, guesses: bool) -> list[Hit]:
        """The occupations with a title that holds the words, best first, each once.

        ``guesses``: words that no title holds may be misspelt.
        """
        typed = spanish.meant(text)
        if not typed or not self.forms:
            return []
        partial = text[-1:].isalnum()
        choices = [
            self._readings(word, partial=partial and at == len(typed) - 1, guesses=guesses)
            | ({} if len(typed) == 1 else self._alike(word))
            for at, word in enumerate(typed)
        ]
        best: dict[str, tuple[float, _Form, set[str]]] = {}
        common = self._common(choices)
        if not common and guesses and len(typed) > 1:
            head = _HEAD if spanish.names_the_job(typed[0]) else _OTHER_HEAD
            return self._apart(choices, limit, head)
        for number, found in common.items():
            form = self.forms[number]
            kinds = {kind for kind, _ in found}
            score = self._score(form, found)
            if form.code not in best or score > best[form.code][0]:
                best[form.code] = (score, form, kinds)
        order = sorted(best.values(), key=lambda one: (-one[0], -one[1].prior, one[1].code))
        return [
            Hit(form.code, published("title", form.title), form.text,
                "other" if kinds <= {"whole", "alike"} else "begun", round(score, 1), 0,
                guess=not kinds.isdisjoint(("guess", "weak")), weak="weak" in kinds)
            for score, form, kinds in order[:limit]
        ]  # fmt: skip

    def _apart(
        self, choices: Sequence[Mapping[str, tuple[str, float]]], limit: int, head: float
    ) -> list[Hit]:
        """Occupations whose spellings hold the words between them, or most of the rarer ones."""
        rare = [
            1 / math.log2(2 + min(len(self._holding[word]) for word in one)) if one else _UNKNOWN
            for one in choices[1:]
        ]
        weights = [head, *(weight / sum(rare) for weight in rare)]
        points: dict[str, float] = defaultdict(float)
        best: dict[str, _Form] = {}
        for at, (weight, readings) in enumerate(zip(weights, choices, strict=True)):
            held = [self.forms[n] for n in {n for word in readings for n in self._holding[word]}]
            # "Vendedora de casas" is one who sells: the first word of a title counts for most.
            leads = {form.code for form in held if form.stems[0] in readings}
            for code in {form.code for form in held}:
                points[code] += weight * (1.0 if at or code in leads else _INSIDE)
            for form in sorted(
                held, key=lambda form: (form.stems[0] not in readings, -form.points)
            ):
                best.setdefault(form.code, form)
        share = {code: found / sum(weights) for code, found in points.items()}
        order = sorted(share, key=lambda code: (-share[code], -best[code].prior, code))
        return [
            Hit(code, published("title", best[code].title), best[code].text, "begun",
                round(_APART * share[code] + _SIZE * best[code].prior, 1), 0, guess=True,
                weak=share[code] < _MOST)
            for code in order[:limit] if share[code] >= _SOME
        ]  # fmt: skip

    def _readings(self, word: str, *, partial: bool, guesses: bool) -> dict[str, tuple[str, float]]:
        """The words of titles that a typed one may be: how it was read, and its cost."""
        stem = spanish.stem(word)
        found: dict[str, tuple[str, float]] = {}
        if partial and len(word) >= _LETTERS:
            found |= dict.fromkeys(self._begun(word), ("begun", 0.0))
        if stem in self._holding and (
            word.endswith(("a", "o", "s")) or not self._written.isdisjoint((word, f"{word}s"))
        ):
            found[stem] = ("whole", 0.0)
        if found or not guesses or len(stem) < _SHORTEST - 1:
            return found
        spoken = spanish.sound(stem)
        if len(spoken) >= _LETTERS and (alike := self._sounds.get(spoken, ())):
            return dict.fromkeys(alike, ("guess", 0.0))
        return dict(self._misspelt(stem))

    def _alike(self, word: str) -> dict[str, tuple[str, float]]:
        """The words of titles that say the same, so that a phrase is found in others' words."""
        stem = spanish.stem(word)
        return {
            one: ("alike", 1.0)
            for one in spanish.alike(stem)
            if one in self._holding and one != stem
        }

    def _begun(self, word: str) -> Sequence[str]:
        first = bisect_left(self._vocabulary, word)
        return self._vocabulary[first : bisect_left(self._vocabulary, word + "{")]

    def _misspelt(self, stem: str) -> Iterator[tuple[str, tuple[str, float]]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 2 if len(stem) >= _LONG else 1
        key = spanish.sound(stem)
        for spoken, wrong, _ in process.extract(
            key, list(self._sounds), scorer=OSA.distance, score_cutoff=most, limit=_NEAR
        ):
            for word in self._sounds[spoken]:
                if abs(len(word) - len(stem)) <= most:
                    sure = len(stem) > _LONG or (wrong < 2 and len(stem) >= _SHORTEST)
                    sure = sure and surely(stem, (word,))
                    yield word, ("guess", float(wrong)) if sure else ("weak", wrong + _DOUBTFUL)

    def _common(
        self, choices: Sequence[Mapping[str, tuple[str, float]]]
    ) -> dict[int, list[tuple[str, float]]]:
        """The forms that hold a reading of every word, and the best reading of each."""
        common: dict[int, list[tuple[str, float]]] | None = None
        for readings in choices:
            held: dict[int, tuple[str, float]] = {}
            for word, (kind, cost) in readings.items():
                for number in self._holding[word]:
                    if number not in held or _better(kind, cost, held[number]):
                        held[number] = (kind, cost)
            if common is None:
                common = {number: [one] for number, one in held.items()}
            else:
                common = {
                    number: [*before, held[number]]
                    for number, before in common.items()
                    if number in held
                }
        return common or {}

    def _score(self, form: _Form, found: Sequence[tuple[str, float]]) -> float:
        kinds = {kind for kind, _ in found}
        share = min(len(found) / len(form.stems), 1.0)
        base = _EXACT if share == 1.0 else _WHOLE + _COVERAGE * (share - 0.5)
        if "begun" in kinds:
            base = _BEGUN + _COVERAGE * share
        elif not kinds.isdisjoint(("guess", "weak")):
            wrong = sum(cost for _, cost in found)
            base -= (_EXACT - _SAME_SOUND) if not wrong else (_EXACT - _MISSPELT) * math.sqrt(wrong)
        base -= _ALIKE * sum(kind == "alike" for kind, _ in found)
        size = (_SIZE - _TITLE) * form.prior - _REST * form.title.endswith("All Other")
        return min(base + size + form.points, 99.5)


def _better(kind: str, cost: float, than: tuple[str, float]) -> bool:
    order = ("whole", "begun", "alike", "guess", "weak")
    return (order.index(kind), cost) < (order.index(than[0]), than[1])
