"""Quotation marks, apostrophes and dashes as type has them; texts carry those of a typewriter.

The English of a text is the key of its translation, so it stays as it was written until it is set.
"""

from __future__ import annotations

import re

_TYPED = re.compile(r"['\"]|--")
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"(^|[\s(\[–—‘])\"(?=\S)"), r"\1“"),
    (re.compile(r"“([^“”\"]*)\""), r"“\1”"),
    (re.compile(r"(?<!\d)\""), "”"),
    (re.compile(r"(^|[\s(\[–—“])'([^\W\d][^']*)'(?!\w)"), r"\1‘\2’"),
    (re.compile(r"(?<!\d)'|'(?=[^\W\d])"), "’"),
)
"""What is typed and what it becomes, one after another."""


def curled(text: str) -> str:
    """``text`` with curly quotation marks and apostrophes, and dashes for double hyphens.

    A mark after a number that closes nothing is no quotation mark: 5'10" stays.
    """
    if _TYPED.search(text):
        for typed, put in _STEPS:
            text = typed.sub(put, text)
    return text
