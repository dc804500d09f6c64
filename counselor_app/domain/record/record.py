"""What is kept of a client: sessions, answers, scores, shortlist, what was set aside, notes, steps,
reports made.

All times are in UTC. A ``uid`` is 16 random hexadecimal digits and says nothing of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.record.plan import Layout
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inventory import (
    GIVEN,
    Answers,
    Form,
    FormKey,
    inventory_name,
)
from counselor_app.domain.session.self_report import KINDS, Kind, Value
from counselor_app.language import _

Reader = Literal["client", "counselor"]
"""Who may read a note: it goes home with the client, or the counselor alone sees it."""


class Looked(NamedTuple):
    """A job whose page was opened in a session, and when it first was (UTC)."""

    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Where a session stands, so that it goes on there.

    ``page`` names what fills the window ("home", "interests", "inventory", "matches", "compare",
    "" for the occupations; "levels", "styles" and "cards" the screen that asks for them),
    ``codes`` the open occupations from left to right, ``tab`` their tab,
    ``item`` the inventory item to answer next. ``ticked`` are the jobs ticked to compare,
    ``compared`` those compared last, ``looked`` the jobs whose pages were opened; ``layout`` is
    that of the session's handout.
    """

    page: str = ""
    codes: tuple[str, ...] = ()
    tab: str = ""
    item: str = ""
    ticked: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    looked: tuple[Looked, ...] = ()
    layout: Layout = field(default_factory=Layout)


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting; ``ended`` is None while it is under way or paused."""

    uid: str
    started: datetime
    ended: datetime | None = None
    position: Position = field(default_factory=Position)


@dataclass(frozen=True, slots=True)
class TakenInventory:
    """The answers to one inventory, item by item, with the edition they were given in.

    ``given`` holds 0 to 4 by item, ``skipped`` the items seen and left out, ``seconds`` the time
    spent; ``finished`` is None while it is under way. ``consent`` is there where the answers may
    go into the field study.
    """

    uid: str
    session: str | None
    form: FormKey
    version: str
    started: datetime
    finished: datetime | None
    given: Mapping[str, int]
    skipped: frozenset[str]
    seconds: float
    consent: Consent | None = None

    def answers(self, form: Form) -> Answers:
        """The answers, to go on with or to score.

        Raises:
            UserError: when they were given in another version, or do not fit the form.
        """
        return Answers(
            form, dict(self.given), self.skipped, self.seconds, self.version, self.consent
        )


@dataclass(frozen=True, slots=True)
class TakenScores:
    """Scores or a code, with when they were recorded; ``inventory`` is set for our own."""

    uid: str
    session: str | None
    inventory: str | None
    scores: ClientScores
    recorded: datetime


@dataclass(frozen=True, slots=True)
class RatedLevel:
    """The client's own level (0-7) on one element."""

    element: str
    level: float
    rated: datetime


@dataclass(frozen=True, slots=True)
class OrderedValues:
    """The elements of the six work values, what matters most to the client first."""

    elements: tuple[str, ...]
    ordered: datetime


@dataclass(frozen=True, slots=True)
class SelfReport:
    """What the client said of themselves at one time: work styles, cards, readiness, a note."""

    uid: str
    session: str | None
    kind: Kind
    value: Value
    taken: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """An occupation on the shortlist, with an optional word on why."""

    code: str
    added: datetime
    word: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """An occupation that the client has said is not for them, and when."""

    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the counselor; ``code`` is the occupation it is about, "" for none."""

    uid: str
    session: str | None
    reader: Reader
    text: str
    code: str
    written: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """What the client does next; ``done`` is when, None while it is still to do.

    ``due`` is the day by which, None for none; ``who`` with whom, as typed.
    """

    uid: str
    text: str
    written: datetime
    done: datetime | None = None
    due: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report that was printed or saved: its kind, occupations, and "Letter, printed" or so."""

    uid: str
    session: str | None
    kind: str
    codes: tuple[str, ...]
    format: str
    made: datetime


class ClientLine(NamedTuple):
    """A client in the list. A tuple: ten thousand are made in some milliseconds.

    ``last`` is the start of the newest session, None without one; ``sessions`` counts them;
    ``open`` says that one of them was not ended.
    """

    uid: str
    name: str
    created: datetime
    last: datetime | None
    sessions: int
    open: bool


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept of one client, the oldest first in each part; the shortlist and the steps in
    their order.

    ``changed`` is the last change to any part.
    """

    uid: str
    name: str
    created: datetime
    changed: datetime
    sessions: tuple[Session, ...] = ()
    inventories: tuple[TakenInventory, ...] = ()
    scores: tuple[TakenScores, ...] = ()
    ratings: tuple[RatedLevel, ...] = ()
    values: OrderedValues | None = None
    shortlist: tuple[Listed, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    reports: tuple[MadeReport, ...] = ()
    self_reports: tuple[SelfReport, ...] = ()

    def newest(self, kind: Kind) -> SelfReport | None:
        """The last self-report of a kind; a readiness check "after" only if it came after the
        last "before"."""
        found = next((one for one in reversed(self.self_reports) if one.kind == kind), None)
        begun = self.newest("before") if kind == "after" else None
        return None if found and begun and found.taken < begun.taken else found

    def self_report_values(self) -> dict[str, Any]:
        """The newest of each kind, None where there is none: parts of the client."""
        found = {kind: self.newest(kind) for kind in KINDS}
        return {kind: one and one.value for kind, one in found.items()}

    def reads(self, otherwise: str) -> str:
        """The code of the language that the client reads; ``otherwise`` where none is kept."""
        return Client(language=self.self_report_values()["language"]).reads(otherwise)

    @property
    def open_session(self) -> Session | None:
        """The newest session that was not ended: the one to resume."""
        still = [session for session in self.sessions if session.ended is None]
        return still[-1] if still else None

    def client(self, form_of: Callable[[FormKey, str], Form]) -> Client:
        """The client of the window: the newest scores and inventory, all ratings, the values.

        ``form_of`` gives the form of a version that is given. An inventory of another edition is
        left out here, and kept; `other_edition` says so.
        """
        newest = self.inventories[-1] if self.inventories else None
        usable = newest is not None and newest.version in GIVEN
        return Client(
            self.name,
            self.scores[-1].scores if self.scores else None,
            newest.answers(form_of(newest.form, newest.version)) if newest and usable else None,
            {rating.element: rating.level for rating in self.ratings},
            self.values.elements if self.values else (),
            **self.self_report_values(),
        )

    @property
    def other_edition(self) -> str:
        """That the newest inventory is of an edition that this program does not give.

        "" when it is of the present one, or has given its scores, which say their edition.
        """
        newest = self.inventories[-1] if self.inventories else None
        if newest is None or newest.version in GIVEN:
            return ""
        name = inventory_name(newest.form, newest.version)
        if newest.finished is None:
            return _(
                "{inventory}: it was left after {n} questions. This program asks other questions,"
                " so it cannot be gone on with. The answers stay in the record; start the inventory"
                " anew when you like.",
                inventory=name, n=len(newest.given) + len(newest.skipped),
            )  # fmt: skip
        if any(taken.inventory == newest.uid for taken in self.scores):
            return ""
        return _(
            "{inventory}: this program asks other questions and does not score these answers. They"
            " stay in the record.",
            inventory=name,
        )  # fmt: skip
