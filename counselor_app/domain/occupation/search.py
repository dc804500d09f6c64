"""What a search finds, and which letters of it the query names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counselor_app.domain.occupation import titles
from counselor_app.language import _

NO_CLOSE_MATCH = _("No close match. Perhaps:")


@dataclass(frozen=True, slots=True)
class Hit:
    """One occupation found.

    Attributes:
        code: O*NET-SOC code, "NN-NNNN.NN".
        title: The occupation's own title.
        matched: The spelling that matched; equal to ``title`` when that is the one.
        kind: What matched: "code", "title", "reported", "alternate" or "direct"; "asked" where it
            is what people type for the occupation, which no title holds; "other" a title in
            another language, "begun" where it only begins so or is spelled nearly so.
        score: 0 to 100, higher is better; 100 is the occupation's own title or code.
        others: How many further titles of the occupation match as well; 0 also where one or two
            letters match too many to count.
        guess: Whether no title holds what was typed: a word was spelled otherwise or left out.
        weak: Whether it is only the nearest that could be found, no close match.
        why: For an "asked" one, how the occupation comes to what was typed; else "".
    """

    code: str
    title: str
    matched: str
    kind: str
    score: float
    others: int
    guess: bool = False
    weak: bool = False
    why: str = ""


def only_guesses(hits: Sequence[Hit]) -> bool:
    """Whether hits were found, and all of them are weak guesses."""
    return bool(hits) and all(hit.weak for hit in hits)


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where ``text`` shows the letters of ``query``: (start, end) pairs, ascending, apart.

    A query word is shown where a word of the text begins with it, or with its singular; the
    whole query written together is shown over words written apart.
    """
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    inside = False
    for place, character in enumerate(text):
        bare = [c for c in titles.plain(character) if c.isascii() and c.isalnum()]
        if bare and not inside:
            starts.append(len(letters))
        letters += bare
        places += [place] * len(bare)
        inside = bool(bare) or (inside and character in "'’.")
    run = "".join(letters)
    spelling = titles.words(query)
    shown: set[int] = set()
    for word in [*titles.content(spelling), "".join(spelling)]:
        singular = titles.stem(word)
        for form in dict.fromkeys((word, singular, singular.removesuffix("y"))):
            hits = [start for start in starts if run.startswith(form, start)]
            for start in hits if form else ():
                first, last = places[start], places[start + len(form) - 1]
                shown.update(range(first, last + 1))
            if hits:
                break
    found: list[tuple[int, int]] = []
    for place in sorted(shown):
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
