"""What a job or an element is in plain words of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure, Source, vintage_words
from counselor_app.language import _, pgettext

Wording = Literal["ours", "official", "both"]
"""Whose description of an occupation the user wants to read, where the pack has both."""


@dataclass(frozen=True, slots=True)
class JobWords:
    """An occupation in words that a person of fifteen reads.

    ``does`` are four to six things that people in it do, ``kinds`` its well-known kinds, ``like``
    what people in it tend to like, ``hard`` what is hard about it, ``try_early`` a way to try it,
    ``ask`` whom to ask and what: "Ask a baker: when do you go to bed?". Of an occupation without
    data only ``summary`` and ``ask`` are there; the rest is empty.
    """

    summary: str
    does: tuple[str, ...]
    kinds: tuple[str, ...]
    like: str
    hard: str
    try_early: str
    ask: str
    source: Source
    date: str

    @property
    def dated(self) -> str:
        """Where the words come from: "Our own words, November 2026"."""
        return _("Our own words, {date}", date=vintage_words(self.date))

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What people like, what is hard, how to try it: label and text of those there are."""
        found = (
            (_("People in it tend to like"), self.like),
            (_("What is hard"), self.hard),
            (_("A way to try it early"), self.try_early),
        )
        return tuple((label, text) for label, text in found if text)


@dataclass(frozen=True, slots=True)
class ElementWords:
    """A skill, ability, interest and so on: one sentence, and an example of little and of much."""

    means: str
    low: str
    high: str


_WHAT = _("What it is")
_INTERESTS = dict(zip("RIASEC", "abcdef", strict=True))
_PREPARATION = {
    "job_zone": "zone",
    "education.entry": "education",
    "experience.entry": "experience",
    "training.entry": "training",
}


def element_of(key: str) -> str:
    """The element id behind a figure's key: "2.A.1.a" of "rating.2.A.1.a.level", "1.B.1.a" of
    "interest.R"; "" for any other figure.
    """
    start, _, rest = key.partition(".")
    if start == "rating":
        return rest.rpartition(".")[0]
    if start == "interest" and rest in _INTERESTS:
        return f"1.B.1.{_INTERESTS[rest]}"
    return ""


def meaning(
    figure: Figure,
    elements: Mapping[str, ElementWords],
    preparation: Mapping[tuple[str, str], str],
) -> tuple[tuple[str, str], ...]:
    """What a figure is about in plain words, label and text: the skill, ability or interest with
    an example of little and of much; the job zone, education or training. Empty for others.
    """
    words = elements.get(element_of(figure.key))
    if words:
        return (
            (_WHAT, words.means),
            (pgettext("label", "A little"), words.low),
            (pgettext("label", "A lot"), words.high),
        )
    value = figure.value
    key = str(int(value)) if isinstance(value, float) else str(value)
    line = preparation.get((_PREPARATION.get(figure.key, ""), key))
    return ((_WHAT, line),) if line else ()
