"""What moving on from a job reads from the pack."""

from __future__ import annotations

from collections.abc import Mapping

from counselor_app.domain.fit.board import Card
from counselor_app.domain.fit.matches_filter import unranked
from counselor_app.domain.fit.moving import MoveRow, MoveSection, Moving, carried
from counselor_app.domain.fit.transition import (
    Basis,
    Job,
    Move,
    PayChange,
    carry_over,
    pay_change,
    transitions,
)
from counselor_app.domain.occupation.rungs import rung
from counselor_app.domain.occupation.wages import NATION
from counselor_app.language import listed, published
from counselor_app.store import listing
from counselor_app.store.matching import (
    demand_sources,
    demands,
    importances,
    important_demands,
)
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


def jobs(pack: Pack) -> dict[str, Job]:
    """Every occupation with its rung of schooling (typical entry education) and job zone."""
    return {
        code: Job(code, published("title", title), rung(education), zone)
        for code, title, education, zone in pack.connection.execute(
            "SELECT o.code, o.title, p.entry_education, z.zone FROM occupation o"
            " LEFT JOIN projection p ON p.occ = o.ep_code LEFT JOIN job_zone z ON z.code = o.code"
            " ORDER BY o.code"
        )
    }


def medians(pack: Pack, area: str) -> dict[str, dict[Basis, float]]:
    """The published median pay of every occupation in an area, by basis; none where withheld."""
    found: dict[str, dict[Basis, float]] = {}
    for code, annual, hourly in pack.connection.execute(
        "SELECT o.code, w.a_p50, w.h_p50 FROM occupation o"
        " JOIN wage w ON w.occ = o.oews_code AND w.area = ?",
        (area,),
    ):
        pay: dict[Basis, float | None] = {"annual": annual, "hourly": hourly}
        found[code] = {basis: value for basis, value in pay.items() if value is not None}
    return found


def employed(pack: Pack, area: str) -> dict[str, float]:
    """Jobs in an area by occupation, where they are published."""
    return dict(
        pack.connection.execute(
            "SELECT o.code, w.employment FROM occupation o JOIN wage w ON w.occ = o.oews_code"
            " AND w.area = ? WHERE w.employment IS NOT NULL",
            (area,),
        )
    )


def read_moving(
    pack: Pack, code: str, area: str, rung: int | None, levels: Mapping[str, float]
) -> Moving:
    """Where the occupation ``code`` leads, pay and jobs read in ``area``.

    ``rung`` and ``levels`` are the client's own schooling (0-4) and ratings (0-7). It takes about
    a second: not for the thread of the window.
    """
    every, rated = jobs(pack), importances(pack)
    read = _Reading(pack, every, code, area, levels)
    place = next((one.name for one in listing.areas(pack) if one.code == area), "")
    sources = listed(source.label for source in demand_sources(pack, code))
    now = read.card(code)
    if code not in rated:
        parts = read_sheet(pack, code).children
        return Moving(now, place, (), (), 0, sources, parts)
    found = transitions(code, every, rated, rung)
    sections = tuple(
        MoveSection(one.name, one.eligible, tuple(map(read.row, one.shown)), one.nearest)
        for one in found.sections
    )
    return Moving(now, place, sections, found.further, len(found.unrated), sources)


class _Reading:
    """What is told of each job that the present one leads to, read of the pack at once."""

    def __init__(
        self, pack: Pack, every: Mapping[str, Job], code: str, area: str,
        levels: Mapping[str, float],
    ) -> None:  # fmt: skip
        self._jobs, self._origin, self._levels = every, every[code], levels
        self._here, self._there = demands(pack, code), important_demands(pack)
        self._nation = medians(pack, NATION)
        self._local = None if area == NATION else medians(pack, area)
        self._employed = employed(pack, area)
        self._all_jobs = listing.all_jobs_change_pct(pack) or 0.0
        pay, schooling = listing.area_pay(pack, area), listing.entry_education(pack)
        listed_jobs = listing.occupations(pack)
        self._cards = {
            one.job.code: Card((one.job.code,), (one,), "", "", self._all_jobs)
            for one in unranked(listed_jobs, pay, schooling)
        }

    def card(self, code: str) -> Card:
        """An occupation with its figures."""
        return self._cards[code]

    def row(self, move: Move) -> MoveRow:
        """A job to move to, with all that is told of it."""
        there = self._there.get(move.code, {})
        return MoveRow(
            move, self._cards[move.code],
            carry_over(there, self._here, self._levels),
            carried(there, self._here, self._levels),
            self._pay(move.code), self._employed.get(move.code),
        )  # fmt: skip

    def _pay(self, code: str) -> PayChange | None:
        def pair(
            found: Mapping[str, Mapping[Basis, float]],
        ) -> tuple[Mapping[Basis, float], Mapping[Basis, float]]:
            return found.get(self._origin.code, {}), found.get(code, {})

        local = None if self._local is None else pair(self._local)
        return pay_change(self._origin, self._jobs[code], local, pair(self._nation))
