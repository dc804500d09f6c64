"""The blocks of a printed occupation profile: what each says, without layout."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.charts import BandChart, Hexagon, OpeningsSteps
from counselor_app.reports.parts import Fact, KeyFigure, PrintedBars, Text


@dataclass(frozen=True, slots=True)
class PayBlock:
    """The pay bands; ``note`` says what else the figures cover, "" when nothing.

    ``lines`` are sentences under the chart: where the client's own wage stands, what the
    median buys.
    """

    kicker: str
    finding: Text
    chart: BandChart
    note: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OutlookBlock:
    """The projection in sentences and the yearly openings step by step.

    ``note`` says what else the figures cover, "" when nothing.
    """

    kicker: str
    finding: Text
    sentence: Text
    note: str
    chart: OpeningsSteps | None


@dataclass(frozen=True, slots=True)
class FactsBlock:
    """Labeled lines."""

    kicker: str
    finding: Text
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class RatingGroup:
    """Skills or abilities, most important first."""

    title: str
    mark: int
    bars: PrintedBars


@dataclass(frozen=True, slots=True)
class RatingsBlock:
    """Groups of rated elements; ``key`` says how to read their bars, ``note`` what is missing."""

    kicker: str
    finding: Text
    groups: tuple[RatingGroup, ...]
    key: str
    note: str


@dataclass(frozen=True, slots=True)
class InterestsBlock:
    """The hexagon and what it says; ``chart`` is None where nothing is rated."""

    kicker: str
    finding: Text
    chart: Hexagon | None
    sentence: Text


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Sentences, one a line; or rated activities when the pack holds no official tasks."""

    kicker: str
    finding: Text
    items: tuple[str, ...]
    bars: PrintedBars | None
    note: Text


@dataclass(frozen=True, slots=True)
class BarsBlock:
    """A narrow column of bars; ``note`` stands under them."""

    kicker: str
    finding: Text
    bars: PrintedBars | None
    note: str


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A related occupation; ``change`` draws the bar, None where not published.

    ``whose`` is of whom its figures are, printed as * with a note; "" where they are its own.
    """

    title: str
    code: str
    pay: str
    change: float | None
    change_text: str
    openings: str
    zone: int | None
    zone_text: str
    whose: str


@dataclass(frozen=True, slots=True)
class RelatedBlock:
    """Related occupations as a table with its column titles and their source marks."""

    kicker: str
    finding: Text
    header: tuple[Text, ...]
    rows: tuple[RelatedRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One study: where the job stands in it (percentile) and its own value."""

    name: str
    sub: str
    percentile: float | None
    rank_text: str
    text: str


@dataclass(frozen=True, slots=True)
class ExposureBlock:
    """The studies of automation and AI, one below another; ``note`` says whose values they are."""

    kicker: str
    finding: Text
    sentence: Text
    rows: tuple[StudyRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PageOne:
    """The snapshot; None stands for a section that is left out."""

    lead: Text
    also_called: Text
    on_the_job: FactsBlock | None
    key_figures: tuple[KeyFigure, ...]
    pay: PayBlock | None
    outlook: OutlookBlock | None
    getting_in: FactsBlock | None
    ratings: RatingsBlock | None
    interests: InterestsBlock | None


@dataclass(frozen=True, slots=True)
class PageTwo:
    """The detail; None stands for a section that is left out."""

    like: FactsBlock | None
    activities: ListBlock | None
    tools: FactsBlock | None
    knowledge: BarsBlock | None
    styles: BarsBlock | None
    education: BarsBlock | None
    related: RelatedBlock | None
    where: BarsBlock | None
    exposure: ExposureBlock | None
