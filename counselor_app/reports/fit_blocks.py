"""The blocks of a fit report: what each says, without layout. ``form`` names how it is set."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.charts import Hexagon
from counselor_app.charts.ranking import OwnShape, RankSpread, ScoreBars
from counselor_app.reports.parts import Fact, KeyFigure, Text


@dataclass(frozen=True, slots=True)
class ScoresBlock:
    """The client's scores with error and ties."""

    kicker: str
    finding: Text
    chart: ScoreBars
    note: str
    form: str = "scores"


@dataclass(frozen=True, slots=True)
class ShapeBlock:
    """The client's hexagon, over the job's where there is one."""

    kicker: str
    finding: Text
    chart: Hexagon | OwnShape
    form: str = "shape"


@dataclass(frozen=True, slots=True)
class PartLine:
    """What one letter adds to r: high or low in the client and in the job."""

    name: str
    you: str
    job: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class PartsBlock:
    """The six letters, largest part first, and their sum."""

    kicker: str
    finding: Text
    rows: tuple[PartLine, ...]
    total: str
    form: str = "parts"


@dataclass(frozen=True, slots=True)
class SpreadBlock:
    """All occupations on r."""

    kicker: str
    finding: Text
    chart: RankSpread
    form: str = "spread"


@dataclass(frozen=True, slots=True)
class LinesBlock:
    """Labeled lines."""

    kicker: str
    finding: Text
    facts: tuple[Fact, ...]
    form: str = "facts"


@dataclass(frozen=True, slots=True)
class WordsBlock:
    """A short text."""

    kicker: str
    finding: Text
    text: Text
    form: str = "words"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of the ranked list; ``interval`` is nine of ten retakes on r, None without.

    ``whose`` is of whom the figures with * are, "" where they are the job's own.
    """

    rank: int
    code: str
    title: str
    letters: str
    value: float
    text: str
    interval: tuple[float, float] | None
    band: str
    zone: int | None
    education: str
    pay: str
    own: bool
    whose: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """The closest occupations on one axis of r from ``low``; ``edge`` is where a band begins.

    ``of`` counts all ranked ones, ``filters`` says what narrowed the list.
    """

    of: str
    filters: str
    finding: Text
    header: tuple[Text, ...]
    low: float
    edge: float
    rows: tuple[ListRow, ...]
    note: Text


@dataclass(frozen=True, slots=True)
class ChosenBlock:
    """One of several chosen occupations: how close, what carries it, what the codes say."""

    title: str
    code: str
    facts: Text
    fit: Text
    lines: tuple[Text, ...]
    chart: Hexagon | None
    parts: PartsBlock | None


@dataclass(frozen=True, slots=True)
class FitPage:
    """The first page; ``ranked`` is None where nothing can be ranked or it is left out."""

    lead: str
    scores: Text
    cautions: tuple[str, ...]
    key_figures: tuple[KeyFigure, ...]
    blocks: tuple[
        ScoresBlock | ShapeBlock | PartsBlock | SpreadBlock | LinesBlock | WordsBlock, ...
    ]
    ranked: ListBlock | None
    profile: Text
