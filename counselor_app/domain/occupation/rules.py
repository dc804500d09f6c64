"""What stands out of an occupation's figures, for and against, by stated rules.

A rule says something only where its figures pass its threshold, and nothing where one of them
is missing; most occupations meet a few rules, an ordinary one none. Thresholds are conventions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import (
    CAPPED,
    listed,
    money,
    number,
    percent,
    told,
    value_words,
    whose,
)
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.pay_words import BASES
from counselor_app.domain.occupation.preparation import (
    EDUCATION_WORDS,
    EXPERIENCE_WORDS,
    LICENSE_UNKNOWN,
    TRAINING_WORDS,
)
from counselor_app.domain.occupation.schooling import borne_out
from counselor_app.domain.occupation.sectors import sector
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import ordinal

Side = Literal["for", "against", "to weigh"]

OUTER_TENTH = 0.1
OUTER_QUARTER = 0.25
PAY_APART = 1.25  # a quarter above the peers' median, or below it by the same ratio
FEWEST_PEERS = 20
MOSTLY = 50.0  # percent
SECTOR_SHARE = 90.0  # percent
PLACES_NAMED = 3
STUDIES_AGREEING = 3
LOSING = -5.0  # percent over the decade
SHRINKING = -1.0  # percent, as in outlook_case

LONG_EDUCATION = ("Master's degree", "Doctoral or professional degree")
SHORT_EDUCATION = ("No formal educational credential", "High school diploma or equivalent")
SHORT_TRAINING = ("None", "Short-term on-the-job training")
_OUTSIDE_THE_NATION = ("66", "72", "78")  # state numbers the national figures leave out


@dataclass(frozen=True, slots=True)
class Peers:
    """Occupations with the same typical entry education: how many, and their middle pay."""

    count: int
    median: Figure


@dataclass(frozen=True, slots=True)
class Landscape:
    """What the rules compare with, read once of a pack.

    ``peers`` is keyed by entry education as published. ``wide`` and ``narrow`` are the P90/P10
    ratios from which, and up to which, the outer tenths of all published occupations lie; None
    where nothing is published.
    """

    peers: Mapping[str, Peers]
    wide: float | None
    narrow: float | None


@dataclass(frozen=True, slots=True)
class StandOut:
    """One thing that stands out: ``bare`` words and the figures, with their sources, behind it."""

    key: str
    side: Side
    bare: str
    figures: tuple[Figure, ...]

    @property
    def sentence(self) -> str:
        """The words, led by the group that the figures are of where they are not the job's own."""
        return told(self.bare, *self.figures)

    @property
    def about(self) -> str | None:
        """Of which group the figures are; None where all are the job's own."""
        return whose(*self.figures) or None


Rule = Callable[[Sheet, Landscape], StandOut | None]


def stands_out(sheet: Sheet, landscape: Landscape) -> tuple[StandOut, ...]:
    """What every rule finds, for first, then to weigh, then against; empty when nothing is."""
    found = [said for rule in RULES if (said := rule(sheet, landscape))]
    order: tuple[Side, ...] = ("for", "to weigh", "against")
    return tuple(sorted(found, key=lambda said: order.index(said.side)))


def many_openings(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Openings among the top tenth of occupations."""
    outlook, rank = sheet.outlook, sheet.outlook.openings_rank
    if rank is None or rank[0] > rank[1] * OUTER_TENTH or not outlook.openings.number:
        return None
    sentence = f"{number(outlook.openings.number)} openings a year, {_rank(rank)}."
    return StandOut("many_openings", "for", sentence, (outlook.openings,))


def few_openings(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Openings among the lowest tenth of occupations."""
    outlook, rank = sheet.outlook, sheet.outlook.openings_rank
    openings = outlook.openings.number
    if rank is None or openings is None or rank[0] <= rank[1] * (1 - OUTER_TENTH):
        return None
    much = f"{number(openings)}" if openings else "Fewer than 50"
    sentence = (
        f"{much} openings a year in the whole country, among the tenth of occupations with fewest."
    )
    return StandOut("few_openings", "against", sentence, (outlook.openings,))


def growing_fast(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Growth at least twice that of all occupations (the case of ``outlook_case``)."""
    outlook = sheet.outlook
    change, everyone = outlook.change_pct, outlook.all_jobs_change_pct
    if outlook.case != "growing fast" or change.number is None or everyone.number is None:
        return None
    sentence = (
        f"The number of jobs should {_trend(change)} {_decade(outlook)}, all jobs together"
        f" {_trend(everyone)}."
    )
    return StandOut("growing_fast", "for", sentence, (change, everyone))


def shrinking_hiring(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Shrinking by 1 % or more, yet openings among the top quarter of occupations."""
    outlook = sheet.outlook
    change, openings = outlook.change_pct, outlook.openings
    if change.number is None or not openings.number:
        return None
    rank = outlook.openings_rank
    if change.number > SHRINKING or rank is None or not _hires_much(outlook):
        return None
    sentence = (
        f"The number of jobs should {_trend(change)} {_decade(outlook)}; still there are"
        f" {value_words(openings)} openings a year, {_rank(rank)}."
    )
    return StandOut("shrinking_hiring", "to weigh", sentence, (change, openings))


def shrinking(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Shrinking by 5 % or more, without the openings of ``shrinking_hiring``."""
    outlook = sheet.outlook
    change, everyone = outlook.change_pct, outlook.all_jobs_change_pct
    if change.number is None or change.number > LOSING or _hires_much(outlook):
        return None
    against = f", all jobs together {_trend(everyone)}" if everyone.number else ""
    sentence = f"The number of jobs should {_trend(change)} {_decade(outlook)}{against}."
    figures = (change, everyone) if against else (change,)
    return StandOut("shrinking", "against", sentence, figures)


def pay_above_peers(sheet: Sheet, landscape: Landscape) -> StandOut | None:
    """Median at least a quarter above that of occupations with the same entry education."""
    found = _pay_and_peers(sheet, landscape)
    if found is None or found[0] < PAY_APART * found[1]:
        return None
    return _peers_said("pay_above_peers", "for", sheet, landscape, *found)


def pay_below_peers(sheet: Sheet, landscape: Landscape) -> StandOut | None:
    """Median at least a fifth below that of occupations with the same entry education."""
    found = _pay_and_peers(sheet, landscape)
    if found is None or found[0] * PAY_APART > found[1]:
        return None
    return _peers_said("pay_below_peers", "against", sheet, landscape, *found)


def wide_pay(sheet: Sheet, landscape: Landscape) -> StandOut | None:
    """P90/P10 among the widest tenth; a capped P90 counts as the cap, its lower bound."""
    if not sheet.nation.full_year:
        return None
    low, high = (sheet.nation.percentile(p, "annual") for p in (10, 90))
    top = high.low if high.flag == CAPPED else high.number
    if landscape.wide is None or not low.number or top is None:
        return None
    ratio = top / low.number
    if ratio < landscape.wide:
        return None
    least = "at least " if high.flag == CAPPED else ""
    sentence = (
        f"Pay is spread widely: one in ten earns {value_words(low)} a year or less, one in ten"
        f" {money(top)} or more, {least}{number(ratio, 1)} times as much."
    )
    return StandOut("wide_pay", "to weigh", sentence, (low, high))


def narrow_pay(sheet: Sheet, landscape: Landscape) -> StandOut | None:
    """P90/P10 among the narrowest tenth."""
    if not sheet.nation.full_year:
        return None
    low, high = (sheet.nation.percentile(p, "annual") for p in (10, 90))
    if landscape.narrow is None or not low.number or high.number is None:
        return None
    ratio = high.number / low.number
    if ratio > landscape.narrow:
        return None
    sentence = (
        f"Pay differs little from person to person: eight in ten earn between {value_words(low)}"
        f" and {value_words(high)} a year."
    )
    return StandOut("narrow_pay", "to weigh", sentence, (low, high))


def self_employed(sheet: Sheet, _: Landscape) -> StandOut | None:
    """More than half are self-employed."""
    share = sheet.outlook.self_employed_pct
    if share.number is None or share.number <= MOSTLY:
        return None
    sentence = f"{value_words(share)} work for themselves"
    if any(sheet.nation.median(basis).value is not None for basis in BASES):
        sentence += "; the pay shown is that of employees only"
    sentence += "."
    return StandOut("self_employed", "to weigh", sentence, (share,))


def exposed(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Among the top quarter of occupations in at least three of the exposure measures."""
    high = [
        study
        for study in sheet.exposure
        if study.place is not None and study.place.percentile >= 100 * (1 - OUTER_QUARTER)
    ]
    if len(high) < STUDIES_AGREEING or len({study.authors for study in high}) < 2:
        return None
    names = listed(f"{study.name} ({study.year})" for study in high)
    borrowed = [study.name for study in high if study.figure.about]
    of = f" {listed(borrowed)}: of the occupation it is or was a part of." if borrowed else ""
    sentence = (
        f"{len(high)} of {len(sheet.exposure)} measures place it in the top quarter for overlap"
        f" with what computers or AI can do: {names}.{of} That is not the probability of losing a"
        " job."
    )
    return StandOut("exposed", "to weigh", sentence, tuple(study.figure for study in high))


def few_places(sheet: Sheet, _: Landscape) -> StandOut | None:
    """Three states hold at least half of the nation's employees."""
    nation = sheet.nation.employment
    states = [
        (jobs, row.place, row.employment)
        for row in sheet.states
        if (jobs := row.employment.number) is not None
        and row.place_code[:2] not in _OUTSIDE_THE_NATION
    ]
    if not nation.number:
        return None
    first = sorted(states, key=lambda s: (-s[0], s[1]))[:PLACES_NAMED]
    share = 100 * sum(jobs for jobs, _, _ in first) / nation.number
    if share < MOSTLY:
        return None
    sentence = (
        f"{percent(share)} of the employees are in {len(first)} states:"
        f" {listed(name for _, name, _ in first)}."
    )
    return StandOut("few_places", "against", sentence, (nation, *(f for _, _, f in first)))


def one_sector(sheet: Sheet, _: Landscape) -> StandOut | None:
    """At least nine in ten employees work in one sector."""
    first = sheet.industries[0] if sheet.industries else None
    if first is None or (first.share.number or 0) < SECTOR_SHARE:
        return None
    sentence = f"{value_words(first.share)} of the employees work in {sector(first.wages)}."
    return StandOut("one_sector", "to weigh", sentence, (first.share,))


def long_preparation(sheet: Sheet, _: Landscape) -> StandOut | None:
    """A master's degree or more, a residency, or five years in a related job to enter."""
    outlook = sheet.outlook
    education, training = outlook.education, outlook.training
    experience = outlook.experience
    asked: list[tuple[str, Figure]] = []
    if training.value == "Internship/residency":
        asked.append((TRAINING_WORDS[str(training.value)], training))
    if experience.value == "5 years or more":
        asked.append((EXPERIENCE_WORDS[str(experience.value)], experience))
    if not borne_out(sheet) or (not asked and education.value not in LONG_EDUCATION):
        return None
    if words := EDUCATION_WORDS.get(str(education.value)):
        asked.insert(0, (words, education))
    usual = listed(words for words, _ in asked)
    sentence = f"A long way in: it usually takes {usual}; {LICENSE_UNKNOWN}."
    return StandOut("long_preparation", "against", sentence, tuple(f for _, f in asked))


def short_preparation(sheet: Sheet, _: Landscape) -> StandOut | None:
    """No more than a high school diploma and a month of training, no experience asked."""
    outlook = sheet.outlook
    education, training = outlook.education, outlook.training
    experience = outlook.experience
    if (
        not borne_out(sheet)
        or education.value not in SHORT_EDUCATION
        or training.value not in SHORT_TRAINING
        or experience.value != "None"
    ):
        return None
    sentence = (
        f"A short way in: {EDUCATION_WORDS[str(education.value)]},"
        f" {TRAINING_WORDS[str(training.value)]} and no experience in a related job;"
        f" {LICENSE_UNKNOWN}."
    )
    return StandOut("short_preparation", "for", sentence, (education, training, experience))


RULES: tuple[Rule, ...] = (
    many_openings, growing_fast, pay_above_peers, short_preparation,
    shrinking_hiring, wide_pay, narrow_pay, self_employed, exposed, one_sector,
    few_openings, shrinking, pay_below_peers, few_places, long_preparation,
)  # fmt: skip


def _decade(outlook: Outlook) -> str:
    return f"from {outlook.base_year} to {outlook.target_year}"


def _rank(rank: tuple[int, int]) -> str:
    place, of = rank
    most = f"the {ordinal(place)} most" if place > 1 else "the most"
    return f"{most} of {number(of)} occupations"


def _trend(change: Figure) -> str:
    """ "grow by 3.1%", "fall by 5.5%"."""
    pct = change.number or 0
    return f"{'grow' if pct > 0 else 'fall'} by {percent(abs(pct))}"


def _hires_much(outlook: Outlook) -> bool:
    rank = outlook.openings_rank
    return rank is not None and rank[0] <= rank[1] * OUTER_QUARTER


def _pay_and_peers(sheet: Sheet, landscape: Landscape) -> tuple[float, float] | None:
    """The national annual median and the peers'; None without both, or with too few peers.

    Of pay for a full year alone.
    """
    peers = landscape.peers.get(str(sheet.outlook.education.value))
    pay = sheet.nation.median().number
    if not sheet.nation.full_year:
        return None  # a school year's pay is no full year's
    if pay is None or peers is None or peers.count < FEWEST_PEERS:
        return None
    middle = peers.median.number
    return None if middle is None else (pay, middle)


def _peers_said(
    key: str, side: Side, sheet: Sheet, landscape: Landscape, pay: float, middle: float
) -> StandOut:
    education = sheet.outlook.education
    peers = landscape.peers[str(education.value)]
    words = EDUCATION_WORDS.get(str(education.value), str(education.value))
    apart = percent(100 * abs(pay / middle - 1), 0)
    sentence = (
        f"The median of {money(pay)} a year is {apart} {'above' if pay > middle else 'below'}"
        f" {money(middle)}, the middle of the {peers.count} occupations with full-year pay that"
        f" people usually enter with {words}."
    )
    return StandOut(key, side, sentence, (sheet.nation.median(), peers.median, education))


def peers_figure(median: Figure, value: float, count: int, education: str) -> Figure:
    """The middle of the peers' medians as a figure of the release that ``median`` is from."""
    return replace(
        median, key="peers.wage.annual.p50", value=value, se=None, flag=None,
        about=f"The middle of the national medians for a full year of {count} occupations with"
        f" the same typical entry education: {education}.",
    )  # fmt: skip
