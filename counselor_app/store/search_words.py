"""The words of all titles in memory, and which of them a misspelt word may mean."""

from __future__ import annotations

import math
import re
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, product
from typing import TypeAlias

from counselor_app.domain.occupation.titles import sound, stem

_CHOICES = 5  # corrections of one word
_READINGS = 5  # corrections of a whole query
_COMBINATIONS = 625  # of the corrections of its words
_WEIGHED = 30  # words near in sound or letters that are compared in both
_SHARING = 6  # words of one beginning that are weighed
_NEAR = 2.0  # cost below which nothing better is looked for
_WORSE = 1.5  # how much dearer than the cheapest a correction may be
_SHORTEST = 3  # letters a word needs to be corrected
_STRANGE = 0.6  # share of wrong letters from which a word is no misspelling of another
_SHORTEST_PAIR = 8  # letters of two words written as one
_SPLIT_COST = 1.5
_BEGUN_COST = 0.3  # of a word that is longer than what was typed
_SURELY = 5  # letters a word needs so that one wrong that sounds right leaves no doubt
_SURELY_TWO = 8  # and two
_SURELY_SOUND = 6  # and two of a word that sounds alike

Correction: TypeAlias = tuple[tuple[str, ...], float, bool]
"""The words as they may be meant, the cost, and whether that is hardly in doubt."""


@dataclass(slots=True)
class Vocabulary:
    """The stems of all titles' words, ascending, with sounds and how many titles hold them.

    ``ordinary`` are other words that are spelled right as they are, so no misspelling of these.
    """

    words: list[str]
    sounds: list[str]
    titles: list[int]
    ordinary: frozenset[str] = frozenset()
    _cut: dict[tuple[bool, str, int], tuple[list[str], list[list[int]]]] = field(
        default_factory=dict, repr=False
    )
    _initials: tuple[dict[str, list[int]], dict[str, list[int]]] = field(
        default_factory=lambda: ({}, {}), repr=False
    )

    @classmethod
    def load(cls, connection: sqlite3.Connection) -> Vocabulary:
        """Read the pack's words; some ten milliseconds."""
        rows = connection.execute(
            "SELECT word, sound, titles FROM search_word ORDER BY word"
        ).fetchall()
        texts = " ".join(
            text for (text,) in connection.execute(
                "SELECT text FROM plain_text WHERE language = 'en'"
            )
        )  # fmt: skip
        ordinary = frozenset(re.findall("[a-z]+", texts.lower()))
        words, sounds, held = ([row[at] for row in rows] for at in range(3))
        return cls(words, sounds, held, ordinary)

    def knows(self, word: str, *, begun: bool = False) -> bool:
        """Whether a title holds ``word``, or with ``begun`` a word that begins so."""
        at = bisect_left(self.words, word)
        if at == len(self.words):
            return False
        return self.words[at].startswith(word) if begun else self.words[at] == word

    def near(self, word: str, *, begun: bool) -> list[tuple[tuple[str, ...], float]]:
        """Words that ``word`` may be a misspelling of, with the cost of each, cheapest first.

        Costs are edits (optimal string alignment: a swap of neighbours is one) of the sound or
        the letters, whichever are fewer, and the share of the letters that is wrong; a word many
        titles hold is cheaper.
        """
        if len(word) < _SHORTEST:
            return []
        found = self._split(word, begun=begun)
        word = stem(word)
        places = self._close(word, word[:2], begun=begun, spoken=False)
        places |= self._close(sound(word), sound(word)[:2], begun=begun, spoken=True)
        found += self._weighed(word, places, begun=begun)
        if not any(cost <= _NEAR for _, cost in found):
            # Few people miss the first letter: only now are all words asked.
            further = self._close(word, "", begun=begun, spoken=False) - places
            found += self._weighed(word, further, begun=begun)
        return sorted(found, key=lambda choice: (choice[1], choice[0]))[:_CHOICES]

    def _close(self, key: str, initials: str, *, begun: bool, spoken: bool) -> set[int]:
        """Places of the words few edits away from a sound or letters, by the first of these."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 0 if len(key) < 3 else 1 if len(key) < 6 else 2
        lengths = range(len(key), len(key) + 3) if begun else (0,)
        places: set[int] = set()
        for initial in dict.fromkeys(initials or ("",)):
            for length in lengths if initial else lengths[1:2] or lengths:
                keys, holders = self._keys(spoken, initial, length)
                near = process.extract(
                    key, keys, scorer=OSA.distance, score_cutoff=allowed, limit=_WEIGHED
                )
                for _, _, at in near:
                    places.update(holders[at])
        return places

    def _weighed(
        self, word: str, places: set[int], *, begun: bool
    ) -> list[tuple[tuple[str, ...], float]]:
        """The words at these places with their costs."""
        from rapidfuzz.distance import OSA

        def edits(key: str, other: str) -> float:
            whole = OSA.distance(key, other)
            if not begun:
                return whole
            cut = (OSA.distance(key, other[: len(key) + more]) for more in (0, 1))
            return min(whole, _BEGUN_COST + min(cut))

        key = sound(word)
        found: list[tuple[tuple[str, ...], float]] = []
        for at in places:
            letters, sounds = edits(word, self.words[at]), edits(key, self.sounds[at])
            if letters > _STRANGE * len(word):
                continue
            rarity = 0.15 * max(8 - math.log2(self.titles[at] + 1), 0)
            cost = min(letters, sounds) + 3 * letters / len(word) + rarity
            found.append(((self.words[at],), cost))
        return found

    def _keys(self, spoken: bool, initial: str, length: int) -> tuple[list[str], list[list[int]]]:
        """Distinct sounds or letters beginning so, cut to ``length`` if not 0, and their words.

        Of the words that share a beginning only those in most titles are kept.
        """
        wanted = (spoken, initial, length)
        if wanted not in self._cut:
            keys = self.sounds if spoken else self.words
            holders: dict[str, list[int]] = {}
            for at in self._beginning(spoken, initial):
                holders.setdefault(keys[at][: length or None], []).append(at)
            for places in holders.values():
                places.sort(key=lambda at: -self.titles[at])
                del places[_SHARING:]
            self._cut[wanted] = (list(holders), list(holders.values()))
        return self._cut[wanted]

    def _beginning(self, spoken: bool, initial: str) -> Sequence[int]:
        """Places of the sounds or letters that begin with an initial; all for none."""
        if not initial:
            return range(len(self.words))
        if not self._initials[spoken]:
            for at, key in enumerate(self.sounds if spoken else self.words):
                self._initials[spoken].setdefault(key[:1], []).append(at)
        return self._initials[spoken].get(initial, [])

    def _split(self, word: str, *, begun: bool) -> list[tuple[tuple[str, ...], float]]:
        """Two words written as one: "truckdriver"."""
        if len(word) < _SHORTEST_PAIR:
            return []
        return [
            ((word[:at], word[at:]), _SPLIT_COST)
            for at in range(_SHORTEST, len(word) - _SHORTEST + 1)
            if self.knows(word[:at]) and self.knows(word[at:], begun=begun)
        ]


def corrections(
    vocabulary: Vocabulary, words: tuple[str, ...], *, partial: bool
) -> list[Correction]:
    """What the words may be misspellings of, cheapest first.

    Words that no title holds are corrected; where all are held, each of them may be wrong.
    """
    last = len(words) - 1
    wrong = [
        not vocabulary.knows(word, begun=partial and at == last) for at, word in enumerate(words)
    ]
    choices: list[list[tuple[tuple[str, ...], float, bool]]] = []
    for at, word in enumerate(words):
        if wrong[at] or not any(wrong):
            near = vocabulary.near(word, begun=partial and at == last)
            told = word not in vocabulary.ordinary
            choices.append([(other, cost, told and surely(word, other)) for other, cost in near])
        else:
            choices.append([((word,), 0.0, True)])
    readings = (
        (
            tuple(chain.from_iterable(word for word, _, _ in choice)),
            sum(cost for _, cost, _ in choice),
            all(sure for _, _, sure in choice),
        )
        for choice in islice(product(*choices), _COMBINATIONS)
    )
    others = sorted((r for r in readings if r[0] != words), key=lambda r: (r[1], r[0]))
    return [r for r in others[:_READINGS] if r[1] <= others[0][1] + _WORSE]


def surely(word: str, other: tuple[str, ...]) -> bool:
    """Whether ``word`` is hardly anything else than ``other`` misspelt.

    By the letters alone: one wrong of six or more, two of eight or more or of six that sound
    alike; of five, two that are exchanged or one where both sound alike. The first letter is
    right, or sounds so. Two words written as one are whole.
    """
    from rapidfuzz.distance import OSA

    if len(other) > 1:
        return min(map(len, other)) > _SHORTEST
    wrong, alike = OSA.distance(word, other[0]), sound(stem(word)) == sound(other[0])
    if wrong == 0:
        return True
    if word[:1] != other[0][:1] and not alike:
        return False
    near = alike or sorted(word) == sorted(other[0])
    allowed = 1 if len(word) >= _SURELY + (not near) else 0
    if len(word) >= (_SURELY_SOUND if alike else _SURELY_TWO):
        allowed = 2
    return wrong <= allowed
