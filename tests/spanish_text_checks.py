"""What the program's own Spanish on jobs must be: whole, plain, neutral, each its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from job_text_checks import LENGTHS, Problem, texts_of

PLAIN, PLAIN_MEAN = 55.0, 65.0
"""INFLESZ: "normal" begins at 55; 65 to 80 is "fairly easy" (Barrio-Cantalejo and others 2008)."""

LONGER = 1.3
"""Spanish takes up to so many times the letters of English."""

SHORT_TITLE = 28
FRAME = 6
SHARED = 5

ELSEWHERE = re.compile(
    r"\b(ordenador\w*|fontaner\w*|añad\w*|costes?|conducir\w*|coger|cogen|remover|relevante\w*"
    r"|entrenamiento|billon\w*|bill[oó]n|vosotr\w*|usted\w*|tú|tus?|bachillerato|colegios?"
    r"|secundaria|zonas?|averías?|monitore\w*|tests?|reporte\w*|salario medio|software)\b",
    re.IGNORECASE,
)
"""Words of Spain or of one country, false friends, and words that speak to the reader."""

MARKS = re.compile(r"[/@«»]|\w\([ao]s?\)")
CLASH = re.compile(r"\by (?:i|hi(?!e))|\bo h?o", re.IGNORECASE)
"""``y`` before an i sound is ``e``, ``o`` before an o sound is ``u``."""


def syllables(word: str) -> int:
    """Syllables of a Spanish word: groups of vowels, two strong or stressed weak ones apart."""
    sounds = re.sub(r"([qg])u([eiéí])", r"\1\2", word.lower())
    sounds = re.sub(r"y$", "i", sounds)
    count = 0
    for group in re.findall("[aeiouáéíóúü]+", sounds):
        count += 1
        for first, second in pairwise(group):
            strong = (first in "aeoáéó", second in "aeoáéó")
            count += all(strong) or (any(strong) and (first in "íú" or second in "íú"))
    return max(1, count)


def inflesz(text: str) -> float:
    """Szigriszt-Pazos' ease of reading: 206.835 − 62.3 syllables/word − words/sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    return 206.835 - 62.3 * sum(map(syllables, words)) / len(words) - len(words) / sentences


def line_problems(name: str, text: str) -> Iterator[str]:
    """What is wrong with one line as Spanish."""
    if not re.match(r"[A-ZÁÉÍÓÚÑ¿¡]", text) or text[-1] not in ".?" or "  " in text:
        yield f"{name} does not begin with a capital and end with a period: {text}"
    if text.count("¿") != text.count("?"):
        yield f"{name} has half a question: {text}"
    if name == "ask" and not re.fullmatch(r"Preguntar [^:?]+: ¿[^:?]+\?", text):
        yield f"ask is not 'Preguntar a alguien: ¿…?': {text}"
    if len(text) > LENGTHS[name] * LONGER:
        yield f"{name} has {len(text)} letters: {text}"
    for kind, rule in (("word", ELSEWHERE), ("mark", MARKS), ("clash", CLASH)):
        if hit := rule.search(text):
            yield f"{name}: {kind} {hit.group()!r}: {text}"


def entry_problems(english: Mapping[str, object], spanish: Mapping[str, object]) -> Iterator[str]:
    """What is missing beside the English entry, and what reads badly."""
    ours, theirs = ([name for name, _ in texts_of(entry)] for entry in (spanish, english))
    if ours != theirs:
        yield f"has the lines {ours}, the English {theirs}"
    for name, text in texts_of(spanish):
        yield from line_problems(name, text)
    if (ease := inflesz(" ".join(text for _, text in texts_of(spanish)))) < PLAIN:
        yield f"reads at {ease:.0f}, below {PLAIN:.0f}"


def spanish_problems(
    english: Mapping[str, Mapping[str, Mapping[str, object]]],
    spanish: Mapping[str, Mapping[str, Mapping[str, object]]],
) -> Iterator[Problem]:
    """Everything wrong with the Spanish files of occupations beside the English ones."""
    frames: defaultdict[str, set[str]] = defaultdict(set)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for file, entries in spanish.items():
        other = english.get(file, {})
        if set(entries) != set(other):
            yield Problem(file, "", f"other keys: {sorted(set(entries) ^ set(other))}")
        eases = []
        for code, entry in entries.items():
            for words in entry_problems(other.get(code, {}), entry):
                yield Problem(file, code, words)
            eases.append(inflesz(" ".join(text for _, text in texts_of(entry))))
            for _, text in texts_of(entry):
                lines[text].append(code)
                words_ = re.findall(r"\w+", text.lower())
                for at in range(len(words_) - FRAME + 1):
                    frames[" ".join(words_[at : at + FRAME])].add(code)
        if (mean := sum(eases) / len(eases)) < PLAIN_MEAN:
            yield Problem(file, "", f"reads at {mean:.0f} on the whole, below {PLAIN_MEAN:.0f}")
    for text, codes in lines.items():
        if len(codes) > 1:
            yield Problem("", " ".join(codes), f"this line stands {len(codes)} times: {text}")
    for frame, users in frames.items():
        if len(users) > SHARED:
            yield Problem("", " ".join(sorted(users)), f"share the frame {frame!r}")


def title_problems(titles: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """What is wrong with the Spanish titles, short titles and search words."""
    for part in ("title", "short"):
        holders: defaultdict[object, list[str]] = defaultdict(list)
        for code, entry in titles.items():
            text = str(entry[part])
            holders[text].append(code)
            if not text[0].isupper() or MARKS.search(text) or CLASH.search(text):
                yield f"{code}: {text}"
            if "xcepto" in text or ", y " in text:
                yield f"{code}: {text}"
        yield from (f"{codes} share {text}" for text, codes in holders.items() if len(codes) > 1)
    for code, entry in titles.items():
        if len(str(entry["short"])) > SHORT_TITLE:
            yield f"{code}: {entry['short']} has more than {SHORT_TITLE} letters"
        words = entry["search"]
        if not isinstance(words, list) or not words or len(words) != len(set(words)):
            yield f"{code}: words to find it by are missing or stand twice"
