"""Where a client stands now: their job, the area that they live in, the language they read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counselor_app.language import LANGUAGE_NAMES, Said, _, pgettext, published

SCHOOLING_WORDS: Mapping[int, Said] = {
    0: _("High school or less"),
    1: _("Some college, a certificate or an associate’s degree"),
    2: pgettext("own schooling", "Bachelor’s degree"),
    3: pgettext("own schooling", "Master’s degree"),
    4: _("A doctoral or professional degree"),
}
"""A client's own schooling in words, by its rung (METHODS 5)."""


@dataclass(frozen=True, slots=True)
class PresentJob:
    """The occupation that a client works in.

    ``called`` is the title that they gave it, "" where it is the occupation's own; ``rung`` their
    own schooling, 0 to 4 (METHODS 5), None where it was not said.
    """

    code: str
    title: str
    called: str = ""
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class HomeArea:
    """The area that a client lives in, by its seven-digit code, and its name as it was chosen."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ReadLanguage:
    """The language that a client reads, by its code: of their screen and of what they take home."""

    code: str

    @property
    def name(self) -> str:
        """What the language is called; the code of one that this program does not have."""
        return LANGUAGE_NAMES.get(self.code, self.code)


def told_job(job: PresentJob) -> list[tuple[str, str]]:
    """What was said of the present job, a line each."""
    title = published("title", job.title)
    found: list[tuple[str, str]] = [(pgettext("line of a record", "Occupation"), title)]
    if job.called:
        found.append((_("The client’s own title for it"), job.called))
    if job.rung is not None:
        found.append((pgettext("line of a record", "Own schooling"), SCHOOLING_WORDS[job.rung]))
    return found
