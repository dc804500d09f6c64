"""The parts of a session handout: what each says, without layout."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.charts.ranking import ScoreBars
from counselor_app.reports.parts import Text


@dataclass(frozen=True, slots=True)
class StepLine:
    """A next step with its box; ``done`` says when, "" while it is still to do."""

    text: tuple[str, ...]
    done: str


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A note: when and about which occupation, then its paragraphs."""

    head: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobBlock:
    """An occupation that was looked at: what it is, its key facts, the fit."""

    title: str
    code: str
    summary: Text
    facts: Text
    fit: Text
    listed: str


@dataclass(frozen=True, slots=True)
class InterestsBrief:
    """The client's interests: scores with ties, or a bare code (``chart`` is None)."""

    finding: Text
    chart: ScoreBars | None
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OwnNotes:
    """What stays with the counselor."""

    notes: tuple[NoteBlock, ...]
