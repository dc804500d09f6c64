"""What the plan's page shows, and what is typed in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from counselor_app.domain.record.plan import Layout
from counselor_app.domain.record.record import Note, Step


class LookedJob(NamedTuple):
    """A job whose page was opened: when, in words, and whether it is printed."""

    code: str
    title: str
    opened: str
    printed: bool
    wording: str


class PlanView(NamedTuple):
    """What the page shows; nothing is ``kept`` without a client of the file.

    ``notes`` and ``private`` are this session's for the client and for the counselor alone;
    ``jobs`` those whose pages were opened. ``large``: the page beside takes most of the room.
    """

    uid: str
    name: str
    kept: bool
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    private: tuple[Note, ...]
    jobs: tuple[LookedJob, ...]
    layout: Layout
    scored: bool
    sorted_cards: bool
    client_view: bool
    large: bool


class Drafts(NamedTuple):
    """What is typed and may not be kept yet: the note's uid and words, steps by uid, sentences."""

    note: str | None
    words: str
    steps: Mapping[str, tuple[str, date | None, str]]
    next_met: str
