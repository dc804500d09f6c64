"""A client's ranking with the figures that a printed list shows beside it."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.match_table import STARTERS, MatchList, filter_words
from counselor_app.domain.fit.matches_filter import Filters, candidates, filtered
from counselor_app.domain.fit.tiers import Redraws, by_tier
from counselor_app.domain.occupation.short import Short, short
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.session.flat import few_an_interest
from counselor_app.store import listing
from counselor_app.store.handbook import day_facts
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


def match_list(
    pack: Pack,
    ranking: Sequence[Match],
    redraws: Redraws | None = None,
    *,
    place: str = NATION,
    filters: Filters | None = None,
) -> MatchList:
    """The ranking narrowed by ``filters`` (None: all of it), with pay read in ``place``.

    With ``redraws`` it comes by tiers, the surest first.
    """
    chosen = filters or Filters()
    jobs = {row.code: row for row in listing.occupations(pack)}
    placed = by_tier(ranking, redraws)
    everyone = candidates(
        (one.match for one in placed),
        jobs,
        listing.area_pay(pack, place),
        listing.entry_education(pack),
        tiers={one.match.code: one.tier for one in placed},
        days=day_facts(pack) if chosen.days else None,
    )
    change = listing.all_jobs_change_pct(pack)
    kept = filtered(everyone, chosen, change).rows
    named = next((area.name for area in listing.areas(pack) if area.code == place), "")

    def read(code: str) -> Short:
        return short(read_sheet(pack, code, () if place == NATION else (place,)))

    return MatchList(
        rows=kept,
        of=len(ranking),
        filters=filter_words(chosen),
        place=named,
        interests=pack.source_of("interest", "onet"),
        zones=pack.source_of("job_zone", "onet"),
        education=pack.kind("ep"),
        pay=pack.kind("oews"),
        short=read,
        all_jobs_change_pct=change,
        starters=() if ranking else few_an_interest(jobs.values(), STARTERS),
        families=pack.families,
    )
