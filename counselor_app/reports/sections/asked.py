"""What the sections of a report are made from, and how they say what they lack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import NOT_RATED
from counselor_app.domain.fit.comparison import Comparison
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target
from counselor_app.domain.record.handout import Handout
from counselor_app.domain.session.client import ClientView
from counselor_app.language import Said, _, capitalised, joined, listed, ngettext
from counselor_app.reports.parts import Notes, Section

T = TypeVar("T")
Made = Section | tuple[Section, ...] | None


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A section of a report: its builder, and the tick box that leaves it out.

    ``id`` is for the command line and the settings, ``name`` for people; both "" where the
    section is always there. Several sections may share a tick box.
    """

    build: Callable[[T], Made]
    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What a profile is made from: the occupation, and what was chosen for its pages."""

    sheet: Sheet
    notes: Notes
    words: Wording = "ours"
    target: Target | None = None
    prices: PriceParities | None = None


@dataclass(frozen=True, slots=True)
class Jobs:
    """What a comparison is made from; ``fits`` and ``name`` are the client's, if there is one."""

    sheets: tuple[Sheet, ...]
    told: Comparison
    fits: tuple[FitResult, ...]
    notes: Notes
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a fit report is made from: the client, and the chosen occupations.

    ``one`` is the occupation where it is one, ``found`` the client's fit to it.
    """

    view: ClientView
    scores: ClientScores
    matches: MatchList
    chosen: tuple[Sheet, ...]
    one: Sheet | None
    found: FitResult | None
    notes: Notes


@dataclass(frozen=True, slots=True)
class Session:
    """What a handout is made from; ``own`` are the counselor's notes (head, text), in their copy
    alone. ``language`` is the code of the one that the client's cards are printed in."""

    handout: Handout
    sheets: tuple[Sheet, ...]
    view: ClientView | None
    notes: Notes
    own: tuple[tuple[str, str], ...] | None
    language: str = "en"


def sentence(words: str) -> Said:
    """A phrase as a sentence: with a large first letter, and a period."""
    return joined((capitalised(words), "."), "")


def not_rated(sheet: Sheet, domain: Domain, what: str) -> str:
    """That there are no ratings, and which occupations under this one have some."""
    missing = _("{what}: {why}.", what=what, why=sheet.why_none(domain, NOT_RATED))
    if not sheet.children:
        return missing
    named: list[Said] = [joined((title, f"({code})")) for code, title in sheet.children[:6]]
    more = len(sheet.children) - len(named)
    named += [ngettext("{n} more", "{n} more", more, n=more)] if more else []
    return _("{missing} It is rated in its parts: {parts}.", missing=missing, parts=listed(named))
