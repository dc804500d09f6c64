"""Moving on from a present job: what asks no more schooling, what carries over, what it pays.

METHODS 5 (convention). The base is the higher of the job's rung of schooling and the client's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from counselor_app.domain.figures.wording import money, number, percent
from counselor_app.domain.fit.similarity import (
    IMPORTANT,
    Demand,
    Importances,
    centred_cosine,
    element_means,
    shortfall,
)
from counselor_app.language import Said, _, ngettext, pgettext

SectionName = Literal[
    "own occupation", "no more schooling", "one step more", "less schooling", "further"
]
Carries = Literal["most", "some", "little"]
Basis = Literal["annual", "hourly"]

SECTIONS: tuple[SectionName, ...] = (
    "own occupation", "no more schooling", "one step more", "less schooling", "further",
)  # fmt: skip
SECTION_WORDS: Mapping[SectionName, Said] = {
    "own occupation": _("Within the same occupation"),
    "no more schooling": _("No more schooling"),
    "one step more": _("One step more schooling"),
    "less schooling": _("Less schooling than now"),
    "further": pgettext("interests", "More preparation"),
}
CARRIES_WORDS: Mapping[Carries, Said] = {
    "most": pgettext("what a move keeps", "Most carries over"),
    "some": pgettext("what a move keeps", "Some carries over"),
    "little": pgettext("what a move keeps", "Little carries over"),
}
OWN_OCCUPATION = _(
    "Pay and outlook are published for the whole occupation, so they are the same for all of these."
)

ALIKE = 0.5
"""Similarity from which a job is listed [convention]."""
FEWEST = 5
"""A section with fewer jobs alike enough lists its nearest ones, and says so."""

_SOC = 7
_MOST, _SOME, _ENOUGH = 0.70, 0.40, 5
_SAME_PAY = 5.0  # percent under which pay is about the same


class Job(NamedTuple):
    """An occupation to move from or to: rung of schooling 0-4, job zone 1-5, None unpublished."""

    code: str
    title: str
    rung: int | None
    zone: int | None

    @property
    def soc(self) -> str:
        """The six-digit occupation that wages and outlook are published for."""
        return self.code[:_SOC]


class Move(NamedTuple):
    """A job to move to: ``similarity`` -1 to 1, ``steps`` of schooling above the base."""

    code: str
    title: str
    similarity: float
    steps: int


class Section(NamedTuple):
    """Jobs of one kind: ``shown`` of ``eligible`` rated ones, the most alike first.

    ``nearest``: fewer than five are alike enough, so the nearest are shown all the same.
    """

    name: SectionName
    eligible: int
    shown: tuple[Move, ...]
    nearest: bool


@dataclass(frozen=True, slots=True)
class Transitions:
    """Where a job leads: sections to show, jobs further off, and jobs that cannot be compared.

    ``further`` comes in the order of the sections' jobs; ``unrated`` are codes whose content,
    or whose schooling, is not published. All are empty but ``unrated`` where the job itself is
    unrated.
    """

    sections: tuple[Section, ...]
    further: tuple[Move, ...]
    unrated: tuple[str, ...]


class CarryOver(NamedTuple):
    """What of a job's demands a person meets now, over elements with levels on both sides.

    ``transfers``: level at or above and important here; ``met_not_central``: not important
    here; ``too_close``: a gap within error; ``to_learn``: a real gap; ``no_claim``: a gap with
    no published error. ``shortfall`` is the index of `similarity.shortfall`, no share to make up.
    """

    transfers: int
    met_not_central: int
    too_close: int
    to_learn: int
    no_claim: int
    shortfall: float | None

    @property
    def compared(self) -> int:
        """Elements that matter there and have a level on both sides."""
        return sum(self[:5])

    @property
    def carries(self) -> Carries | None:
        """How much carries over; None under five elements that something can be said of."""
        told = self.compared - self.no_claim
        if told < _ENOUGH:
            return None
        share = (told - self.to_learn) / told
        return "most" if share >= _MOST else "some" if share >= _SOME else "little"


class PayChange(NamedTuple):
    """Median pay of two occupations: dollars, percent, and "more", "less" or "about the same".

    ``national``: of the nation, since the area asked for does not publish both.
    """

    dollars: float
    percent: float
    words: Literal["more", "less", "about the same"]
    basis: Basis
    national: bool


def steps(origin: Job, target: Job, own_rung: int | None) -> int | None:
    """Rungs of schooling from the base up to a job, 0 and up; None where one is not published."""
    known = [r for r in (origin.rung, own_rung) if r is not None]
    if target.rung is None or not known:
        return None
    return max(0, target.rung - max(known))


def section(origin: Job, target: Job, own_rung: int | None = None) -> SectionName | None:
    """Where a job stands as seen from the present one; None where its schooling is unpublished.

    ``own_rung`` is the client's own schooling, 0-4. Zone 1 counts as 2, as newer releases have it.
    """
    if origin.soc == target.soc:
        return "own occupation"
    more = steps(origin, target, own_rung)
    if more is None:
        return None
    schooled = own_rung is not None and (origin.rung is None or own_rung > origin.rung)
    if origin.zone is not None and target.zone is not None:
        above = max(target.zone, 2) - max(origin.zone, 2)
        if above > (2 if schooled else 1):
            return "further"
    if more > 1:
        return "further"
    if origin.rung is not None and target.rung is not None and target.rung < origin.rung:
        return "less schooling"
    return "one step more" if more else "no more schooling"


def transitions(
    origin: str,
    jobs: Mapping[str, Job],
    importances: Mapping[str, Importances],
    own_rung: int | None = None,
) -> Transitions:
    """Every other job as seen from ``origin``, by section and similarity, title, code.

    ``importances`` are of the skills, abilities and knowledge of every rated job.
    """
    here, mine = jobs[origin], importances.get(origin)
    means = element_means(importances)
    found: dict[SectionName, list[Move]] = {name: [] for name in SECTIONS}
    unrated = []
    for code, job in sorted(jobs.items()):
        if code == origin:
            continue
        name = section(here, job, own_rung)
        theirs = importances.get(code)
        alike = centred_cosine(mine, theirs, means) if mine and theirs else None
        if name is None or alike is None:
            unrated.append(code)
        else:
            move = Move(code, job.title, round(alike, 12), steps(here, job, own_rung) or 0)
            found[name].append(move)
    for moves in found.values():
        moves.sort(key=lambda move: (-move.similarity, move.title, move.code))
    sections = tuple(_section(name, found[name]) for name in SECTIONS[:-1])
    return Transitions(sections, tuple(found["further"]), tuple(unrated))


def _section(name: SectionName, moves: Sequence[Move]) -> Section:
    if name == "own occupation":
        return Section(name, len(moves), tuple(moves), nearest=False)
    alike = [move for move in moves if move.similarity >= ALIKE]
    few = len(alike) < min(FEWEST, len(moves))
    return Section(name, len(moves), tuple(moves[:FEWEST] if few else alike), few)


def carry_over(
    there: Mapping[str, Demand],
    here: Mapping[str, Demand],
    rated: Mapping[str, float] | None = None,
) -> CarryOver:
    """What carries over from the job ``here`` to the one ``there``.

    ``rated`` are the client's own levels (0-7, by element): they replace the job's, and have no
    standard error.
    """
    own = dict(here)
    for element, level in (rated or {}).items():
        job = here.get(element)
        own[element] = Demand("", job.importance if job else 0.0, level, 0.0, False)
    missing = shortfall(there, own)
    gaps = {gap.element for gap in missing.gaps}
    met = [
        own[element].importance >= IMPORTANT
        for element, demand in there.items()
        if demand.importance >= IMPORTANT
        and demand.level is not None
        and element not in gaps
        and element in own
        and own[element].level is not None
    ]
    real = [gap.real for gap in missing.gaps]
    return CarryOver(
        sum(met), len(met) - sum(met), real.count(False), real.count(True), real.count(None),
        missing.index,
    )  # fmt: skip


def pay_change(
    origin: Job,
    target: Job,
    local: tuple[Mapping[Basis, float], Mapping[Basis, float]] | None,
    nation: tuple[Mapping[Basis, float], Mapping[Basis, float]],
) -> PayChange | None:
    """How median pay changes, of one area and basis; else both national.

    ``local`` and ``nation`` hold the medians of both jobs by basis, those that are published;
    ``local`` is None where the nation itself is asked for. None where the two share a published
    wage, or no basis is published for both.
    """
    if origin.soc == target.soc:
        return None
    bases: tuple[Basis, ...] = ("annual", "hourly")
    for medians, national in ((local, False), (nation, local is not None)):
        for basis in bases:
            if medians and basis in medians[0] and basis in medians[1]:
                before, after = medians[0][basis], medians[1][basis]
                change = 100 * (after - before) / before
                words: Literal["more", "less", "about the same"] = "about the same"
                if abs(change) >= _SAME_PAY:
                    words = "more" if change > 0 else "less"
                return PayChange(after - before, change, words, basis, national)
    return None


def carry_sentence(found: CarryOver) -> Said:
    """ "Of 31 things that matter there you do 20 at that level now; 3 are clearly higher."."""
    if not found.compared:
        return _("Nothing that matters there has a published level in both jobs.")
    return ngettext(
        "Of {compared} things that matter there you do {transfers} at that level now; {n} is"
        " clearly higher.",
        "Of {compared} things that matter there you do {transfers} at that level now; {n} are"
        " clearly higher.",
        found.to_learn,
        compared=found.compared,
        transfers=found.transfers,
        n=found.to_learn,
    )


def carries_words(found: CarryOver) -> Said:
    """ "Most carries over", or that too little can be compared."""
    return CARRIES_WORDS[found.carries] if found.carries else _("Too little to compare")


def pay_words(change: PayChange) -> Said:
    """ "$17,790 a year more (54.1%)" or "about the same"; and that it is of the nation."""
    amount = money(abs(change.dollars), hourly=change.basis == "hourly")
    share = percent(abs(change.percent))
    said = {
        ("more", "annual"): _("{amount} a year more ({share})", amount=amount, share=share),
        ("less", "annual"): _("{amount} a year less ({share})", amount=amount, share=share),
        ("more", "hourly"): _("{amount} an hour more ({share})", amount=amount, share=share),
        ("less", "hourly"): _("{amount} an hour less ({share})", amount=amount, share=share),
    }.get((change.words, change.basis), _("about the same pay"))
    return _("{change}, in the nation", change=said) if change.national else said


def further_sentence(further: Iterable[Move]) -> Said | None:
    """ "71 more jobs ask more preparation."; None where there are none."""
    count = len(tuple(further))
    if not count:
        return None
    return ngettext(
        "{n} more job asks more preparation.", "{n} more jobs ask more preparation.",
        count, n=number(count),
    )  # fmt: skip


def steps_words(move: Move) -> Said:
    """ "2 steps more schooling", or "a longer preparation" where only the job zone is above."""
    if not move.steps:
        return _("a longer preparation")
    return ngettext("{n} step more schooling", "{n} steps more schooling", move.steps, n=move.steps)
