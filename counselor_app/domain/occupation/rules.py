"""What stands out of an occupation's figures, for and against, by stated rules.

A rule says something only where its figures pass its threshold, and nothing where one of them
is missing; most occupations meet a few rules, an ordinary one none. Thresholds are conventions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import (
    CAPPED,
    money,
    number,
    openings_words,
    percent,
    told,
    value_words,
    whose,
)
from counselor_app.domain.occupation.handbook import licence_phrase
from counselor_app.domain.occupation.landscape import OUTER_TENTH, Landscape
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.pay_words import BASES
from counselor_app.domain.occupation.preparation import (
    EDUCATION_WORDS,
    EXPERIENCE_WORDS,
    TRAINING_WORDS,
)
from counselor_app.domain.occupation.schooling import borne_out
from counselor_app.domain.occupation.sectors import sector
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.language import Said, _, capitalised, joined, listed, pgettext

Side = Literal["for", "against", "to weigh"]
SIDE_WORDS: dict[Side, str] = {
    "for": pgettext("side", "For"),
    "against": pgettext("side", "Against"),
    "to weigh": pgettext("side", "To weigh"),
}

OUTER_QUARTER = 0.25
PAY_APART = 1.25  # a quarter above the peers' median, or below it by the same ratio
FEWEST_PEERS = 20
MOSTLY = 50.0  # percent
SECTOR_SHARE = 90.0  # percent
PLACES_NAMED = 3
STUDIES_AGREEING = 4  # most of the seven measures
LOSING = -5.0  # percent over the decade
SHRINKING = -1.0  # percent, as in outlook_case

LONG_EDUCATION = ("Master's degree", "Doctoral or professional degree")
SHORT_EDUCATION = ("No formal educational credential", "High school diploma or equivalent")
SHORT_TRAINING = ("None", "Short-term on-the-job training")
_OUTSIDE_THE_NATION = ("66", "72", "78")  # state numbers the national figures leave out


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


def many_openings(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Openings among the top tenth of occupations."""
    outlook, rank = sheet.outlook, sheet.outlook.openings_rank
    if rank is None or rank[0] > rank[1] * OUTER_TENTH or not outlook.openings.number:
        return None
    sentence = _(
        "{n} openings a year, {rank}.", n=number(outlook.openings.number), rank=_rank(rank)
    )
    return StandOut("many_openings", "for", sentence, (outlook.openings,))


def few_openings(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Openings among the lowest tenth of occupations."""
    outlook, rank = sheet.outlook, sheet.outlook.openings_rank
    openings = outlook.openings.number
    if rank is None or openings is None or rank[0] <= rank[1] * (1 - OUTER_TENTH):
        return None
    sentence = _(
        "{n} openings a year in the whole country, among the tenth of occupations with fewest.",
        n=capitalised(openings_words(openings)),
    )
    return StandOut("few_openings", "against", sentence, (outlook.openings,))


def growing_fast(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Growth at least twice that of all occupations (the case of ``outlook_case``)."""
    outlook = sheet.outlook
    change, everyone = outlook.change_pct, outlook.all_jobs_change_pct
    if outlook.case != "growing fast" or change.number is None or everyone.number is None:
        return None
    return StandOut("growing_fast", "for", _against_all(outlook), (change, everyone))


def shrinking_hiring(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Shrinking by 1 % or more, yet openings among the top quarter of occupations."""
    outlook = sheet.outlook
    change, openings = outlook.change_pct, outlook.openings
    if change.number is None or not openings.number:
        return None
    rank = outlook.openings_rank
    if change.number > SHRINKING or rank is None or not _hires_much(outlook):
        return None
    sentence = _(
        "The number of jobs should {change} from {first} to {last}; still there are {n} openings a"
        " year, {rank}.",
        change=_trend(change), first=outlook.base_year, last=outlook.target_year,
        n=value_words(openings), rank=_rank(rank),
    )  # fmt: skip
    return StandOut("shrinking_hiring", "to weigh", sentence, (change, openings))


def shrinking(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Shrinking by 5 % or more, without the openings of ``shrinking_hiring``."""
    outlook = sheet.outlook
    change, everyone = outlook.change_pct, outlook.all_jobs_change_pct
    if change.number is None or change.number > LOSING or _hires_much(outlook):
        return None
    if everyone.number:
        return StandOut("shrinking", "against", _against_all(outlook), (change, everyone))
    sentence = _(
        "The number of jobs should {change} from {first} to {last}.",
        change=_trend(change), first=outlook.base_year, last=outlook.target_year,
    )  # fmt: skip
    return StandOut("shrinking", "against", sentence, (change,))


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
    times: str = number(ratio, 1)
    if high.flag == CAPPED:
        times = pgettext("how many times", "at least {times}", times=times)
    sentence = _(
        "Pay is spread widely: one in ten earns {low} a year or less, one in ten {high} or more,"
        " {times} times as much.",
        low=value_words(low), high=money(top), times=times,
    )  # fmt: skip
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
    sentence = _(
        "Pay differs little from person to person: eight in ten earn between {low} and {high} a"
        " year.",
        low=value_words(low), high=value_words(high),
    )  # fmt: skip
    return StandOut("narrow_pay", "to weigh", sentence, (low, high))


def self_employed(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """More than half are self-employed."""
    share = sheet.outlook.self_employed_pct
    if share.number is None or share.number <= MOSTLY:
        return None
    if any(sheet.nation.median(basis).value is not None for basis in BASES):
        sentence = _(
            "{share} work for themselves; the pay shown is that of employees only.",
            share=value_words(share),
        )
    else:
        sentence = _("{share} work for themselves.", share=value_words(share))
    return StandOut("self_employed", "to weigh", sentence, (share,))


def exposed(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """Among the top quarter of occupations in most of the exposure measures."""
    high = [
        study
        for study in sheet.exposure
        if study.place is not None and study.place.percentile >= 100 * (1 - OUTER_QUARTER)
    ]
    if len(high) < STUDIES_AGREEING or len({study.authors for study in high}) < 2:
        return None
    names = listed(joined((study.name, f"({study.year})")) for study in high)
    borrowed = [study.name for study in high if study.figure.about]
    sentence = joined((
        _(
            "{n} of {all} measures place it in the top quarter for overlap with what computers or"
            " AI can do: {studies}.",
            n=len(high), all=len(sheet.exposure), studies=names,
        ),
        _("{studies}: of the occupation it is or was a part of.", studies=listed(borrowed))
        if borrowed
        else "",
        _("That is not the probability of losing a job."),
    ))  # fmt: skip
    return StandOut("exposed", "to weigh", sentence, tuple(study.figure for study in high))


def few_places(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
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
    share = 100 * sum(jobs for jobs, _place, _figure in first) / nation.number
    if share < MOSTLY:
        return None
    sentence = _(
        "{share} of the employees are in {n} states: {states}.",
        share=percent(share), n=len(first), states=listed(place for _jobs, place, _figure in first),
    )  # fmt: skip
    figures = (nation, *(figure for _jobs, _place, figure in first))
    return StandOut("few_places", "against", sentence, figures)


def one_sector(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
    """At least nine in ten employees work in one sector."""
    first = sheet.industries[0] if sheet.industries else None
    if first is None or (first.share.number or 0) < SECTOR_SHARE:
        return None
    sentence = _(
        "{share} of the employees work in {sector}.",
        share=value_words(first.share), sector=sector(first.wages),
    )  # fmt: skip
    return StandOut("one_sector", "to weigh", sentence, (first.share,))


def long_preparation(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
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
    sentence = _(
        "A long way in: it usually takes {schooling}; {license}.",
        schooling=listed(words for words, _figure in asked), license=licence_phrase(sheet.handbook),
    )  # fmt: skip
    return StandOut("long_preparation", "against", sentence, tuple(f for _words, f in asked))


def short_preparation(sheet: Sheet, _landscape: Landscape) -> StandOut | None:
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
    sentence = _(
        "A short way in: {education}, {training} and no experience in a related job; {license}.",
        education=EDUCATION_WORDS[str(education.value)],
        training=TRAINING_WORDS[str(training.value)], license=licence_phrase(sheet.handbook),
    )  # fmt: skip
    return StandOut("short_preparation", "for", sentence, (education, training, experience))


RULES: tuple[Rule, ...] = (
    many_openings, growing_fast, pay_above_peers, short_preparation,
    shrinking_hiring, wide_pay, narrow_pay, self_employed, exposed, one_sector,
    few_openings, shrinking, pay_below_peers, few_places, long_preparation,
)  # fmt: skip


def _against_all(outlook: Outlook) -> Said:
    return _(
        "The number of jobs should {change} from {first} to {last}, all jobs together {all}.",
        change=_trend(outlook.change_pct), first=outlook.base_year, last=outlook.target_year,
        all=_trend(outlook.all_jobs_change_pct),
    )  # fmt: skip


def _rank(rank: tuple[int, int]) -> Said:
    place, of = rank
    if place > 1:
        return _("the {nth} most of {n} occupations", nth=ordinal(place), n=number(of))
    return _("the most of {n} occupations", n=number(of))


def _trend(change: Figure) -> Said:
    """ "grow by 3.1%", "fall by 5.5%"."""
    pct = change.number or 0
    share = percent(abs(pct))
    if pct > 0:
        return _("grow by {share}", share=share)
    return _("fall by {share}", share=share)


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
    places = {
        "pay": money(pay), "apart": percent(100 * abs(pay / middle - 1), 0),
        "middle": money(middle), "n": str(peers.count),
        "education": EDUCATION_WORDS.get(str(education.value), str(education.value)),
    }  # fmt: skip
    if pay > middle:
        sentence = _("The median of {pay} a year is {apart} above {middle}, the middle of the {n}"
                     " occupations with full-year pay that people usually enter with {education}.",
                     **places)  # fmt: skip
    else:
        sentence = _("The median of {pay} a year is {apart} below {middle}, the middle of the {n}"
                     " occupations with full-year pay that people usually enter with {education}.",
                     **places)  # fmt: skip
    return StandOut(key, side, sentence, (sheet.nation.median(), peers.median, education))
