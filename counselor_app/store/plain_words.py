"""The program's own plain words in a pack."""

from __future__ import annotations

from counselor_app.domain.occupation.plain_words import ElementWords, JobWords
from counselor_app.language import joined, published
from counselor_app.store.reference import Pack

ENGLISH = "en"


def job_words(pack: Pack, code: str, language: str = ENGLISH) -> JobWords | None:
    """What the occupation is in plain words; None where the pack has none."""
    parts: dict[str, list[str]] = {}
    dated, source_id = "", None
    for part, text, dated, source_id in pack.connection.execute(  # noqa: B007
        "SELECT part, text, dated, source_id FROM plain_text"
        " WHERE language = ? AND kind = 'occupation' AND key = ? ORDER BY part, place",
        (language, code),
    ):
        parts.setdefault(part, []).append(published("text", text))
    if "summary" not in parts:
        return None

    def one(part: str) -> str:
        return joined(parts.get(part, ()))

    return JobWords(
        one("summary"), tuple(parts.get("does", ())), tuple(parts.get("kinds", ())),
        one("like"), one("hard"), one("try"), one("ask"), pack.source(source_id, "own"), dated,
    )  # fmt: skip


def element_words(pack: Pack, language: str = ENGLISH) -> dict[str, ElementWords]:
    """Every element with its definition and its examples, by element id."""
    found: dict[str, dict[str, str]] = {}
    for key, part, text in pack.connection.execute(
        "SELECT key, part, text FROM plain_text WHERE language = ? AND kind = 'element'",
        (language,),
    ):
        found.setdefault(key, {})[part] = published("text", text)
    return {key: ElementWords(**parts) for key, parts in found.items() if len(parts) == 3}


def preparation_words(pack: Pack, language: str = ENGLISH) -> dict[tuple[str, str], str]:
    """A line on each job zone, education level, experience and training type, by kind and term."""
    return {
        (kind, key): published("text", text)
        for kind, key, text in pack.connection.execute(
            "SELECT kind, key, text FROM plain_text WHERE language = ? AND part = 'line'",
            (language,),
        )
    }


def has_descriptions(pack: Pack) -> bool:
    """Whether an imported release brought official descriptions."""
    found = pack.connection.execute(
        "SELECT 1 FROM occupation WHERE description IS NOT NULL LIMIT 1"
    ).fetchone()
    return found is not None
