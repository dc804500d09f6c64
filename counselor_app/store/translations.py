"""Who has read the program's own words in other languages, as the pack's titles say it."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import month_words
from counselor_app.language import LANGUAGE_NAMES, Said, _, capitalised
from counselor_app.store.reference import Pack

_UNREAD = "not yet read by a native counselor"
"""What stands in a file of texts, in the line of who reviewed it, until a person signs it."""


def readers(pack: Pack) -> tuple[Said, ...]:
    """A sentence for each language besides English."""
    return tuple(
        _sentence(LANGUAGE_NAMES.get(code, code), author, dated)
        for code, author, dated in pack.connection.execute(
            "SELECT language, min(author), max(substr(dated, 4) || substr(dated, 1, 2))"
            " FROM plain_text WHERE language <> 'en' GROUP BY language ORDER BY language"
        )
    )


def _sentence(name: str, author: str, dated: str) -> Said:
    month = month_words(int(dated[4:]), dated[:4])
    if _UNREAD in author:
        return _(
            "{language}: our own words and titles, of {month}, are not yet read by a native"
            " counselor. The names that agencies publish stand beside them.",
            language=capitalised(name), month=month,
        )  # fmt: skip
    return _("{language}: our own words and titles, read by {who}, {month}.",
             language=capitalised(name), who=author, month=month)  # fmt: skip
