"""Occupations as a session speaks of them: figures at home in words, filtered, seen closely."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import openings_words, percent
from counselor_app.domain.fit.board import Card, plain_facts
from counselor_app.domain.fit.matches_filter import Filtered, Filters, Unranked, filtered, unranked
from counselor_app.domain.fit.result_order import Order, in_order
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.language import Said, _, pgettext
from counselor_app.ui.counsel.card_face import OUTLOOK_ICONS

if TYPE_CHECKING:
    from counselor_app.domain.fit.sureness import Tier
    from counselor_app.domain.session.client import ClientView
    from counselor_app.ui.shell.rows import Row
    from counselor_app.ui.state.reference import Reference
    from counselor_app.ui.style.icons import Icon


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure in a word or two under its label; ``beside`` says it in numbers, or is ""."""

    label: Said
    words: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One occupation looked at before it is opened; ``note`` says of whom its figures are."""

    code: str
    title: str
    summary: str
    facts: tuple[Fact, ...]
    note: str
    tier: Tier | None


class PlainJobs:
    """Every occupation with the pay of one of ``places`` (codes and names), each read when it is
    first asked for. ``view`` gives the client as they are then.
    """

    def __init__(
        self, reference: Reference, places: Iterable[tuple[str, str]], place: str,
        view: Callable[[], ClientView],
    ) -> None:  # fmt: skip
        self.places, self.place = tuple(places), place
        self._reference, self._view = reference, view
        self._jobs = {job.code: job for job in reference.jobs}
        self._pay = reference.pay(place)
        self._facts: dict[str, tuple[str, str, str]] = {}
        self._icons: dict[str, Icon] = {}

    def at(self, place: str) -> PlainJobs:
        """The same with the pay of another place."""
        return PlainJobs(self._reference, self.places, place, self._view)

    def facts(self, code: str) -> tuple[str, str, str]:
        """Pay, outlook and schooling of an occupation in words."""
        found = self._facts.get(code)
        if found is None:
            found = self._facts[code] = plain_facts(self._read((code,))[0], self._everyone)
        return found

    def told(self, row: Row) -> Row:
        """A row of an occupation in words."""
        return replace(row, facts=self.facts(row.code), icon=self.icon(row.code))

    def icon(self, code: str) -> Icon:
        """The sign of an occupation's outlook."""
        found = self._icons.get(code)
        if found is None:
            card = Card((code,), self._read((code,)), "", "", self._everyone)
            found = self._icons[code] = OUTLOOK_ICONS[card.case]
        return found

    @property
    def rated(self) -> bool:
        """Whether the client has rated skills, so that gaps can be filtered by."""
        return bool(self._view().client.levels)

    def every(self) -> tuple[Unranked, ...]:
        """Every occupation."""
        return self._read(self._jobs)

    def passing(self, codes: Iterable[str], filters: Filters) -> Filtered[Unranked]:
        """The occupations that meet the filters, and what these leave out."""
        return filtered(self._read(codes), filters, self._everyone)

    def in_order(self, codes: Iterable[str], order: Order) -> tuple[str, ...]:
        """Occupations in an order."""
        found = in_order(self._read(codes), order, self._view().tier)
        return tuple(one.job.code for one in found)

    @property
    def tiered(self) -> bool:
        """Whether occupations have tiers of closeness to the client."""
        return self._view().redraws is not None

    def look(self, code: str, *, client_view: bool) -> Look:
        """An occupation closely; the ``client_view`` has no percent and no tier."""
        job = self._jobs[code]
        pay, outlook, schooling = self.facts(code)
        where = next((name for one, name in self.places if one == self.place), "")
        change = "" if job.change_pct is None else percent(job.change_pct, signed=True)
        openings: str = pgettext("in place of a figure", "not published")
        if job.openings is not None:
            openings = openings_words(job.openings) + job.star
        facts = (
            Fact(_("Pay in {place}", place=in_place(where)), pay),
            Fact(pgettext("fact", "Outlook"), outlook, "" if client_view else change),
            Fact(_("Openings a year"), openings),
            Fact(pgettext("fact", "Usual schooling"), schooling),
        )
        tier = None if client_view else self._view().tier(code)
        return Look(code, job.title, job.summary, facts, job.figures_note, tier)

    @property
    def _everyone(self) -> float:
        return self._reference.all_jobs_change_pct or 0.0

    def _read(self, codes: Iterable[str]) -> tuple[Unranked, ...]:
        reference = self._reference
        jobs = [self._jobs[code] for code in codes if code in self._jobs]
        gaps = self._view().gaps
        return unranked(jobs, self._pay, reference.education, gaps, reference.days)
