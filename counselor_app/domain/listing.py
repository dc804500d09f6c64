"""What a result row or a chooser shows of an occupation or a place."""

from __future__ import annotations

from dataclasses import dataclass

YEAR_ONLY_MARK = "†"
YEAR_ONLY = (
    "† By the year only, for work that is mostly not full time all year round (a school pays for a"
    " school year): not compared"
)
"""What the mark behind a yearly pay means."""


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """One line of a list: figures as numbers for sorting, None where nothing is published.

    ``pay`` is the national annual median in dollars, ``change_pct`` the projected change in
    percent, ``openings`` a year in persons. ``pay_words`` is what to print for the pay.
    ``outlook_code`` is the code that change and openings are published for; when it is not
    ``soc``, several occupations share them. ``summary`` is what the job is in our own words.
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

    @property
    def shared(self) -> bool:
        """Whether pay or outlook are published for several O*NET occupations together."""
        return self.outlook_code != self.soc or not self.code.endswith(".00")


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
