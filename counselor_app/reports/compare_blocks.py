"""The answers of a printed comparison: what each says, without layout. ``form`` names its look,
``whose`` the group that its figures are of where they are not the job's own."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.charts import Hexagon
from counselor_app.charts.pay import BandRow
from counselor_app.reports.parts import PrintedBars, Text


@dataclass(frozen=True, slots=True)
class WordsAnswer:
    """A sentence or two; ``place`` adds the pay in the chosen place."""

    text: Text
    place: Text = ()
    form: str = "words"


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """A band on the dollar axis that all share, in ``ends``; the median in the chosen place."""

    band: BandRow
    ends: tuple[float, float]
    sentence: str
    place: Text
    whose: str = ""
    form: str = "pay"


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """Projected change in percent, on a scale that all share (``low`` to ``high``)."""

    value: float
    low: float
    high: float
    text: str
    sub: Text
    whose: str = ""
    form: str = "change"


@dataclass(frozen=True, slots=True)
class AmountAnswer:
    """A number from zero, on a scale that all share."""

    value: float
    high: float
    text: str
    sub: Text
    whose: str = ""
    form: str = "amount"


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """Entry education in bold, what else is asked, and the job zone."""

    education: str
    rest: tuple[str, ...]
    zone: int | None
    zone_text: str
    whose: str = ""
    form: str = "ready"


@dataclass(frozen=True, slots=True)
class BarsAnswer:
    """A few bars, and what sets this occupation apart in words."""

    bars: PrintedBars | None
    words: str
    form: str = "bars"


@dataclass(frozen=True, slots=True)
class ShapeAnswer:
    """The hexagon, with a client's over it if given; lines of words beside it."""

    chart: Hexagon
    code: str
    lines: tuple[Text, ...]
    form: str = "shape"


@dataclass(frozen=True, slots=True)
class DotsAnswer:
    """Ranks 0 to 100 in several studies; ``words`` names each with its rank."""

    values: tuple[float, ...]
    words: str
    sentence: str
    form: str = "dots"


Answer = (
    WordsAnswer
    | PayAnswer
    | ChangeAnswer
    | AmountAnswer
    | ReadyAnswer
    | BarsAnswer
    | ShapeAnswer
    | DotsAnswer
)


@dataclass(frozen=True, slots=True)
class Question:
    """One row: the question with its source, a line on how to read it, an answer a job.

    ``note`` stands under the answers: what they share and what is within error. ``part`` is
    the heading that the row stands under.
    """

    id: str
    part: str
    question: Text
    sub: str
    answers: tuple[Answer, ...]
    note: str
