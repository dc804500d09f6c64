"""What differs between two packs, for whoever decides whether the new one is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.fit.compare_pay import within_error
from counselor_app.domain.occupation.occupation import parse_code
from counselor_app.domain.occupation.pay_words import pay_basis
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.pack.datasets import WORDS
from counselor_app.pack.info import read_covered
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

Move = Literal["split", "merged", "new code", "regrouped"]


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation by its O*NET-SOC code and title."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """One code under two titles."""

    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Codes that are gone and the new ones that the crosswalk puts in their place.

    Both sides stand for the same SOC 2018 occupations; a counselor finds the work of the one
    under the other.
    """

    kind: Move
    before: tuple[Named, ...]
    after: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ReleaseChange:
    """A programme's releases in the two packs, as they are printed; "" where there is none."""

    programme: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """How many occupations had and have something, and which won or lost it.

    ``parts`` are the rated elements (35 skills ...) before and after, None where a kind of data
    has none. Occupations that are new or gone are in the counts, not in ``won`` and ``lost``.
    """

    what: str
    before: int
    after: int
    won: tuple[Named, ...]
    lost: tuple[Named, ...]
    parts: tuple[int, int] | None = None

    @property
    def changed(self) -> bool:
        """Whether anything was won or lost."""
        different = self.parts is not None and self.parts[0] != self.parts[1]
        return different or self.before != self.after or bool(self.won or self.lost)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of a shortlisted occupation in both packs, each with its own vintage.

    ``within`` is whether the difference is at most 1.645 √(SE² + SE²) (METHODS 3 and 4), None
    where no error is published for it.
    """

    occupation: Named
    before: Figure
    after: Figure
    within: bool | None

    @property
    def same(self) -> bool:
        """Whether both packs print the same value."""
        return (self.before.value, self.before.flag) == (self.after.value, self.after.flag)


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs.

    ``occupations`` counts them before and after; ``figures`` are those of shortlisted
    occupations, ``missing`` the shortlisted codes that one of the packs lacks.
    """

    occupations: tuple[int, int]
    releases: tuple[ReleaseChange, ...]
    new: tuple[Named, ...]
    gone: tuple[Named, ...]
    renamed: tuple[Renamed, ...]
    moved: tuple[Moved, ...]
    coverage: tuple[CoverageChange, ...]
    figures: tuple[FigureChange, ...]
    missing: tuple[str, ...]


def compare_packs(before: Pack, after: Pack, codes: Iterable[str] = ()) -> Changes:
    """What changes from one pack to another, and in the figures of the occupations ``codes``.

    Raises:
        UserError: when one of ``codes`` is no occupation code.
    """
    old, new = _listed(before), _listed(after)
    moved = _moved(before, after)
    gone_on = {one.code for move in moved for one in move.before}
    come_from = {one.code for move in moved for one in move.after}
    wanted = list(dict.fromkeys(map(parse_code, codes)))
    both = [code for code in wanted if code in old and code in new]
    return Changes(
        (len(old), len(new)),
        _releases(before, after),
        tuple(Named(c, t) for c, t in new.items() if c not in old and c not in come_from),
        tuple(Named(c, t) for c, t in old.items() if c not in new and c not in gone_on),
        tuple(Renamed(c, t, new[c]) for c, t in old.items() if new.get(c, t) != t),
        moved,
        _coverage(before, after, old, new),
        tuple(
            change
            for code in both
            for change in _figures(
                Named(code, new[code]), read_sheet(before, code), read_sheet(after, code)
            )
        ),
        tuple(code for code in wanted if code not in both),
    )


def _listed(pack: Pack) -> dict[str, str]:
    return dict(pack.connection.execute("SELECT code, title FROM occupation ORDER BY code"))


def _releases(before: Pack, after: Pack) -> tuple[ReleaseChange, ...]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for side, pack in enumerate((before, after)):
        for source in pack.sources.values():
            if source.kind != "own":
                found.setdefault(source.programme, ([], []))[side].append(source.release)
    return tuple(
        ReleaseChange(name, ", ".join(old), ", ".join(new)) for name, (old, new) in found.items()
    )


def _moved(before: Pack, after: Pack) -> tuple[Moved, ...]:
    """Codes gone and codes new that the packs' crosswalk gives to the same SOC occupation."""
    old, new = _by_code(before), _by_code(after)
    gone: defaultdict[str, list[Named]] = defaultdict(list)
    come: defaultdict[str, list[Named]] = defaultdict(list)
    for mine, other, into in ((old, new, gone), (new, old, come)):
        for code, (title, soc) in mine.items():
            if code not in other:
                into[soc].append(Named(code, title))
    return tuple(
        Moved(_kind(len(gone[soc]), len(come[soc])), tuple(gone[soc]), tuple(come[soc]))
        for soc in sorted(gone)
        if soc in come
    )


def _by_code(pack: Pack) -> dict[str, tuple[str, str]]:
    rows = pack.connection.execute("SELECT code, title, soc FROM occupation ORDER BY code")
    return {code: (title, soc) for code, title, soc in rows}


def _kind(gone: int, come: int) -> Move:
    if gone == come == 1:
        return "new code"
    if gone == 1:
        return "split"
    return "merged" if come == 1 else "regrouped"


def _coverage(
    before: Pack, after: Pack, old: dict[str, str], new: dict[str, str]
) -> tuple[CoverageChange, ...]:
    had, have = read_covered(before.connection), read_covered(after.connection)
    was, now = _rated_elements(before), _rated_elements(after)
    found = []
    for what, codes in have.items():
        won = [c for c in sorted(codes - had[what]) if c in old]
        lost = [c for c in sorted(had[what] - codes) if c in new]
        parts = (was.get(what, 0), now.get(what, 0)) if what in was or what in now else None
        found.append(
            CoverageChange(
                what, len(had[what]), len(codes), tuple(Named(c, new[c]) for c in won),
                tuple(Named(c, new[c]) for c in lost), parts,
            )
        )  # fmt: skip
    return tuple(found)


def _rated_elements(pack: Pack) -> dict[str, int]:
    rows = pack.connection.execute(
        "SELECT e.domain, count(DISTINCT r.element) FROM rating r JOIN element e"
        " ON e.id = r.element GROUP BY e.domain"
    )
    return {WORDS[domain]: count for domain, count in rows if domain in WORDS}


def _figures(occupation: Named, old: Sheet, new: Sheet) -> list[FigureChange]:
    """Pay in the nation, employees, outlook, job zone and interests, in both packs."""
    pairs: list[tuple[Figure, Figure]] = []
    basis = pay_basis(new.nation, "annual")
    keys = (f"wage.{basis}.p50", f"wage.{basis}.mean", "employment.oews")
    pairs += [(old.nation.figures[key], new.nation.figures[key]) for key in keys]
    pairs += [
        (old.outlook.change_pct, new.outlook.change_pct),
        (old.outlook.openings, new.outlook.openings),
        (old.figures["job_zone"], new.figures["job_zone"]),
        (old.interests.letters, new.interests.letters),
        *zip(old.interests.scores, new.interests.scores, strict=True),
    ]
    return [
        FigureChange(occupation, one, other, within_error(one, other))
        for one, other in pairs
        if _known(one, other)
    ]


def _known(one: Figure, other: Figure) -> bool:
    return one.value is not None or other.value is not None
