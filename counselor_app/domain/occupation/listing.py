"""What a result row or a chooser shows of an occupation or a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Group
from counselor_app.domain.occupation.wages import NATION
from counselor_app.language import _

YEAR_ONLY_MARK = "†"
YEAR_ONLY = _(
    "† By the year only, for work that is mostly not full time all year round (a school pays for a"
    " school year): not compared"
)
"""What the mark behind a yearly pay means."""


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """One line of a list: figures as numbers for sorting, None where nothing is published.

    ``pay`` is the national annual median in dollars, ``change_pct`` the projected change in
    percent, ``openings`` a year in persons. ``pay_words`` is what to print for the pay.
    ``outlook_code`` is the code that change and openings are published for. ``group`` is of whom
    pay, outlook and schooling are published, where that is more than this occupation; ``raters``
    says what its own raters name instead of the group's schooling ``entry``, both "" where they
    bear it out.
    ``summary`` is what the job is in our own words; ``clusters`` are its career clusters, each
    with a sub-cluster.
    """

    code: str
    title: str
    soc: str
    family: str
    letters: str
    job_zone: int | None
    pay: float | None
    pay_words: str
    change_pct: float | None
    openings: float | None
    employment: float | None
    outlook_code: str | None = None
    summary: str = ""
    group: Group | None = None
    raters: str = ""
    entry: str = ""
    clusters: tuple[tuple[str, str], ...] = ()

    @property
    def whose(self) -> str:
        """Of whom its figures are: "Registered nurses, this job among them"; "" for its own."""
        return self.group.words if self.group else ""

    @property
    def star(self) -> str:
        """The mark of a figure in a narrow column; `whose` or a note beside it says of whom."""
        return "*" if self.group else ""

    @property
    def figures_note(self) -> str:
        """What * means beside its figures: `figures_of`; "" where they are its own."""
        return _("* {sentence}", sentence=self.figures_of) if self.group else ""

    @property
    def figures_of(self) -> str:
        """The group that its figures are of, and what raters say of its schooling."""
        if not self.raters:
            return self.whose
        return _("{group}. Schooling: {answers}", group=self.whose, answers=self.raters)

    @property
    def pay_said(self) -> str:
        """The pay, and of whom it is: "$97,550 for Registered nurses, this job among them"."""
        if not self.group:
            return self.pay_words
        return _("{pay} for {group}", pay=self.pay_words, group=self.whose)


@dataclass(frozen=True, slots=True)
class Area:
    """A place of OEWS: nation, state, metro or nonmetro area; ``code`` has seven digits.

    Or an industry of the nation, with its level as ``kind`` and a code of six characters.
    """

    code: str
    name: str
    kind: str
    postal: str
    states: tuple[str, ...]


def matching(
    areas: Sequence[Area], text: str, fold: Callable[[str], str] = str.casefold
) -> list[Area]:
    """Areas whose name or states, in full or by their letters, hold every word of ``text``.

    States come first: "Columbus Ohio" and "columbus oh" find the same. ``fold`` says a name in
    the language it is looked up in, without what does not tell words apart.
    """
    words = fold(text).replace(",", " ").split()
    states = {area.postal: area.name for area in areas if area.kind == "state"}
    found = []
    for area in areas:
        spelled = " ".join(states.get(state, "") for state in area.states)
        names = fold(f"{area.name} {area.postal} {' '.join(area.states)} {spelled}")
        tokens = f"{names} {fold(area.name)}".replace(",", " ").replace("-", " ").split()
        if area.code != NATION and all(any(t.startswith(w) for t in tokens) for w in words):
            found.append(area)
    return found


def by_family(jobs: Iterable[OccupationRow]) -> dict[str, tuple[str, ...]]:
    """The codes of the occupations in each job family."""
    return _grouped((job.family, job.code) for job in jobs)


def by_cluster(jobs: Iterable[OccupationRow]) -> dict[str, tuple[str, ...]]:
    """The codes of the occupations in each career cluster; an occupation can be in several."""
    return _grouped((name, job.code) for job in jobs for name, _narrower in job.clusters)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, code in pairs:
        found.setdefault(name, {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}
