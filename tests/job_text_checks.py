"""What the program's own texts on jobs must be: plain, ours, and each its own."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent.parent / "resources" / "texts"
LINES = ("like", "hard", "try")
LENGTHS = {"summary": 260, "does": 110, "kinds": 120, "like": 130, "hard": 130, "try": 140,
           "ask": 140}  # fmt: skip
"""Letters that fit where a text is shown."""

GRADE = 8.0
FRAME = 5
"""Occupations that may share a sentence frame; a run or an opening of words counts as one."""
OVERLAP = 6


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENDERED = _words(
    "he she his her hers him himself herself man men woman women boy boys girl girls guy guys lady"
    " ladies gentleman gentlemen housewife salesman salesmen fireman firemen policeman policemen"
    " foreman foremen craftsman craftsmanship handyman manpower mankind manmade stewardess waitress"
    " actress hostess businessman chairman fisherman fishermen repairman serviceman tradesman"
)
OF_THE_PERSON = _words("you your yours yourself i we our us my")
ASKED = _words("you your")
"""The one who is asked is spoken to."""

PAY_AND_PROMISES = _words(
    "salary salaries wage wages paycheck well-paid highly-paid lucrative earn earns earning"
    " earnings guarantee guaranteed guarantees always never dream dreams easy easily best"
    " growing-field in-demand rewarding prestigious"
)
DATED = (
    "speed dial", "phone book", "collect call", "fax", "pager", "typewriter", "cassette", "floppy",
    "vcr", "dial-up", "telegram", "carbon copy", "coded mail",
)  # fmt: skip
"""Tools and terms that a reader of today has not met."""

AWAY = re.compile(
    r"\b(nights?|weekends?|weeks?|months?|summers?)\b( \w+){0,3} (home|away|off|afloat)\b"
    r"|\bhome (each|every|on) (night|evening|weekends?)\b",
    re.IGNORECASE,
)
HEDGED = re.compile(r"\b(some|often|may|can|many|most)\b", re.IGNORECASE)
"""Who is home when is told of some or many: no release counts it."""

CAPITALS = _words(
    "English Spanish French German Latin Chinese American Asian African European Earth Internet Sun"
    " Moon Mars Congress Braille DNA RNA CT MRI X-ray X-rays TV GPS CPR EKG EEG IV AI IT PDF HVAC"
    " ATM LED CNC CAD PVC ID Web VR 3D UV GED ESL PE TIG MIG Sunday Sundays Saturday Saturdays"
    " Friday Monday Halloween Christmas Bible Christian Jewish Muslim Native Deaf Greek Roman"
    " Renaissance Shakespeare Arabic Indian Pacific Atlantic Arctic QR COBOL SQL"
)
FUNCTION_WORDS = _words(
    "a an the and or but nor so of to in on at by for from with without into onto over under up"
    " down out off about after before between through during until while as than that this these"
    " those who what when where which how why is are be been was were it its they them their then"
    " there not no can may might must will each every any all some one other both more most less"
    " own such if because since if very just only also too do does has have had"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one text."""

    file: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"{self.file} {self.key}: {self.words}"


def words_of(text: str) -> list[str]:
    """Lower-case words; hyphens and apostrophes stay inside."""
    return re.findall(r"[a-z0-9]+(?:['’-][a-z0-9]+)*", text.lower())


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]


def grade(text: str) -> float:
    """The Flesch-Kincaid reading grade."""
    import textstat

    return float(textstat.flesch_kincaid_grade(text))


def texts_of(entry: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every text of an occupation with the name of its field."""
    for name in ("summary", "does", "kinds", *LINES, "ask"):
        found = entry.get(name, ())
        if isinstance(found, str):
            yield name, found
        elif isinstance(found, list):
            for text in found:
                yield name, str(text)


def read(folder: Path, part: str = "") -> dict[str, dict[str, dict[str, object]]]:
    """Every file of texts in a folder by name, without its `about`."""
    return {
        path.stem: {k: v for k, v in tomllib.loads(path.read_text("utf-8")).items() if k != "about"}
        for path in sorted(folder.glob("*.toml"))
        if part in path.stem
    }


def shape_problems(entry: Mapping[str, object]) -> Iterator[str]:
    """Fields missing or of the wrong kind, texts too long or not one sentence."""
    wanted = {"summary", "does", "kinds", *LINES, "ask"}
    if set(entry) - wanted - {"reviewed_by", "reviewed_on"}:
        yield f"has unknown fields {sorted(set(entry) - wanted)}"
    for name in ("summary", *LINES):
        if not isinstance(entry.get(name), str):
            yield f"{name} is missing"
    does = entry.get("does")
    if not isinstance(does, list) or not 4 <= len(does) <= 6:
        yield "does must be four to six lines"
    kinds = entry.get("kinds", [])
    if not isinstance(kinds, list) or len(kinds) > 6 or len(kinds) == 1:
        yield "kinds must be two to six lines, or left out"
    for name, text in texts_of(entry):
        if len(text) > LENGTHS[name]:
            yield f"{name} has {len(text)} letters, at most {LENGTHS[name]}: {text}"
        if name == "ask":
            continue
        if not re.fullmatch(r"[A-Z].*[.]", text) or "  " in text:
            yield f"{name} does not begin with a capital and end with a period: {text}"
        if len(sentences(text)) > (2 if name == "summary" else 1):
            yield f"{name} has too many sentences: {text}"


def ask_problems(entry: Mapping[str, object]) -> Iterator[str]:
    """Whom to ask and what: "Ask somebody somewhere: a question?", two plain parts."""
    text = entry.get("ask")
    if not isinstance(text, str):
        yield "ask is missing"
        return
    if not re.fullmatch(r"Ask [^:?]+: [a-z][^:?]*[?]", text) or "  " in text:
        yield f"ask is not 'Ask somebody: a question?': {text}"
    if (reached := grade(text.replace(": ", ". "))) > GRADE:
        yield f"ask reads at grade {reached:.1f}: {text}"


def word_problems(title: str, entry: Mapping[str, object]) -> Iterator[str]:
    """Words that must not stand, unless the occupation's own title holds them."""
    own = set(words_of(title))
    for name, text in texts_of(entry):
        found = set(words_of(text)) - own
        of_the_person = OF_THE_PERSON - ASKED if name == "ask" else OF_THE_PERSON
        for kind, banned in (
            ("gendered", GENDERED), ("about the person", of_the_person),
            ("pay, promise or boast", PAY_AND_PROMISES),
        ):  # fmt: skip
            if hit := found & banned:
                yield f"{name}: {kind} {sorted(hit)}: {text}"
        if old := [term for term in DATED if re.search(rf"\b{term}s?\b", text, re.IGNORECASE)]:
            yield f"{name}: of another day {old}: {text}"
        told = name in ("summary", "kinds", "like", "hard") and AWAY.search(text)
        if told and not HEDGED.search(text):
            yield f"{name}: says of all when they are home: {text}"
        if re.search(r"[\d$%]", text.replace("3D", "")):
            yield f"{name} holds a number: {text}"
        for sentence in sentences(text):
            for word in re.findall(r"(?<=[\w,;:] )[\"“(]?([A-Z][\w-]*)", sentence):
                if word not in CAPITALS and word.lower() not in own:
                    yield f"{name}: a brand or name {word!r}? {text}"


def grade_problems(entry: Mapping[str, object]) -> Iterator[str]:
    """Parts read above grade 8."""
    found = list(texts_of(entry))
    parts = {
        "summary": " ".join(t for n, t in found if n == "summary"),
        "does": " ".join(t for n, t in found if n == "does"),
        "kinds": " ".join(t for n, t in found if n == "kinds"),
        "like, hard and try": " ".join(t for n, t in found if n in LINES),
    }
    for name, text in parts.items():
        if text and (reached := grade(text)) > GRADE:
            yield f"{name} reads at grade {reached:.1f}: {text}"


def frames(entry: Mapping[str, object]) -> set[str]:
    """The frames that an occupation's texts use: runs, openings, and sentences with slots."""
    used = set()
    for name, text in texts_of(entry):
        for sentence in sentences(text):
            words = words_of(sentence)
            used |= {" ".join(words[i : i + FRAME]) for i in range(len(words) - FRAME + 1)}
            if name in ("summary", *LINES, "ask"):
                used.add("^ " + " ".join(words[:4]))
                mask = re.sub(
                    r"(_ ?)+", "_ ", " ".join(w if w in FUNCTION_WORDS else "_" for w in words)
                ).strip()
                if len(words) >= 8 and len(mask.split()) >= 9:
                    used.add("~ " + mask)
    return used


def shared_problems(files: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Iterator[Problem]:
    """Frames that serve more than five occupations, and lines that stand twice."""
    serving: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    lines: Counter[str] = Counter()
    where: dict[str, tuple[str, str]] = {}
    for file, entries in files.items():
        for code, entry in entries.items():
            for frame in frames(entry):
                serving[frame].append((file, code))
            for _, text in texts_of(entry):
                lines[text] += 1
                where[text] = (file, code)
    for frame, users in serving.items():
        if len(users) > FRAME:
            for file, code in users[FRAME:]:
                yield Problem(file, code, f"{len(users)} occupations share the frame {frame!r}")
    for text, count in lines.items():
        if count > 1:
            yield Problem(*where[text], f"this line stands {count} times: {text}")


def alike_problems(entries: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """Pairs of occupations of one group whose summaries are more than half the same words."""
    content = {
        code: {w.rstrip("s") for w in words_of(str(entry.get("summary", "")))} - FUNCTION_WORDS
        for code, entry in entries.items()
    }
    codes = sorted(content)
    for i, one in enumerate(codes):
        for other in codes[i + 1 :]:
            if one[:4] != other[:4] or not content[one] or not content[other]:
                continue
            both = content[one] & content[other]
            if len(both) > 0.5 * min(len(content[one]), len(content[other])):
                yield one, f"its summary is too like that of {other}: {sorted(both)}"


def runs(text: str, length: int = OVERLAP) -> Iterator[tuple[str, ...]]:
    """Every run of so many words of a text."""
    words = words_of(text)
    for i in range(len(words) - length + 1):
        yield tuple(words[i : i + length])


def problems(
    files: Mapping[str, Mapping[str, Mapping[str, object]]],
    titles: Mapping[str, str],
    with_data: Collection[str],
) -> Iterator[Problem]:
    """Everything wrong with the texts of occupations, but the overlap with the releases.

    Occupations that are not ``with_data`` need no more than a summary.
    """
    for file, entries in files.items():
        for code, entry in entries.items():
            title = titles.get(code)
            if title is None:
                yield Problem(file, code, "no occupation has this code")
                continue
            shape = shape_problems(entry) if code in with_data else ()
            for check in (shape, ask_problems(entry), word_problems(title, entry),
                          grade_problems(entry)):  # fmt: skip
                yield from (Problem(file, code, words) for words in check)
        yield from (Problem(file, code, words) for code, words in alike_problems(entries))
    yield from shared_problems(files)


def element_problems(
    files: Mapping[str, Mapping[str, Mapping[str, object]]], rated: frozenset[str]
) -> Iterator[Problem]:
    """What is wrong with the texts of elements; ``rated`` take their examples from the anchors."""
    seen: dict[str, str] = {}
    for file, entries in files.items():
        for key, entry in entries.items():
            wanted = {"name", "means"} if key in rated else {"name", "means", "low", "high"}
            if set(entry) != wanted:
                yield Problem(file, key, f"has {sorted(entry)}, expected {sorted(wanted)}")
            texts = {part: str(entry[part]) for part in ("means", "low", "high") if part in entry}
            for part, text in texts.items():
                if not re.fullmatch(r"[A-Z][^.]*[.]", text) or len(text) > 150:
                    yield Problem(file, key, f"{part} is not one short sentence: {text}")
                if text in seen:
                    yield Problem(file, key, f"{part} stands under {seen[text]} too: {text}")
                seen[text] = key
                if hit := set(words_of(text)) & (GENDERED | OF_THE_PERSON):
                    yield Problem(file, key, f"{part}: {sorted(hit)}: {text}")
            if texts and (reached := grade(" ".join(texts.values()))) > GRADE:
                yield Problem(file, key, f"reads at grade {reached:.1f}: {texts}")
