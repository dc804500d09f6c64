"""The controls over the client's list: what an occupation must meet, and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from counselor_app.domain.fit.fit import CAREER_RETURNS, EDITIONS
from counselor_app.domain.fit.matches_filter import EDUCATION, Filters, Growth
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.occupation.target import parse_target
from counselor_app.domain.occupation.wages import NATION
from counselor_app.errors import UserError
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme

Only = Literal["all", "ticked", "shortlist"]
OPENINGS = (1_000, 5_000, 10_000, 50_000)
GAPS = (0.05, 0.10, 0.15, 0.20, 0.30)
_GROWTH: tuple[tuple[Growth, str], ...] = (
    ("any", "Any outlook"),
    ("grows", "Growing"),
    ("faster", "Growing faster than all jobs"),
)
_ONLY: tuple[tuple[Only, str], ...] = (
    ("all", "All occupations"),
    ("ticked", "Ticked only"),
    ("shortlist", "Shortlist only"),
)
_EDITIONS = tuple(EDITIONS.values())


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """What the list shows: filters, where pay is read, which rows, whose bands; and ticks."""

    filters: Filters = field(default_factory=Filters)
    place: str = NATION
    only: Only = "all"
    bands: int = CAREER_RETURNS.year
    ticked: frozenset[str] = frozenset()


class FilterBar(QWidget):
    """A row of choices that wraps; ``changed`` carries the new `MatchOptions`."""

    changed = Signal(object)
    rating_wanted = Signal()

    def __init__(
        self,
        options: MatchOptions,
        places: Sequence[tuple[str, str]],
        families: Sequence[str],
        theme: Theme,
    ) -> None:
        super().__init__()
        self.theme, self.options, self.families = theme, options, tuple(families)
        self._codes = [code for code, _ in places]
        if options.place not in self._codes:
            self.options = options = replace(options, place=self._codes[0])
        self.trouble = ""
        flow, f = FlowLayout(theme, (6, 6)), options.filters
        self.setLayout(flow)
        zones = ["Any preparation", *(f"Up to job zone {zone}" for zone in range(1, 5))]
        taught = ["Any schooling", *(f"Up to {EDUCATION_WORDS[e]}" for e in EDUCATION[:-1])]
        taught[1] = "No diploma needed"
        openings = ["Any openings", *(f"From {n:,} openings a year" for n in OPENINGS)]
        gaps = ["Any skill gap", *(f"Skill gap up to {gap:.0%}" for gap in GAPS)]
        self.zone = self._filter(zones, "Preparation", "zone", (None, *range(1, 5)))
        ranks = (None, *range(len(EDUCATION) - 1))
        self.education = self._filter(taught, "Entry education", "education", ranks)
        self.pay = Field("Least median pay a year, in dollars", "Least pay a year", theme,
                         role="row")  # fmt: skip
        self.pay.setText(f"{f.pay:.0f}" if f.pay is not None else "")
        self.pay.textChanged.connect(self._pay_typed)
        self.place = self._choice(
            [name for _, name in places], "Pay in", self._codes.index(self.options.place),
            lambda o, place: replace(o, place=self._codes[place]),
        )  # fmt: skip
        growth = [words for _, words in _GROWTH]
        self.growth = self._filter(growth, "Outlook", "growth", [key for key, _ in _GROWTH])
        self.openings = self._filter(openings, "Openings", "openings", (None, *OPENINGS))
        named = ["Any family", *self.families]
        self.family = self._filter(named, "Family", "family", (None, *self.families))
        about = "What the client’s own ratings fall short of"
        self.gap = self._filter(gaps, about, "gap", (None, *GAPS))
        self.rate = Button(theme, "Rate skills to filter by them…", role="row")
        self.rate.clicked.connect(self.rating_wanted)
        self.only = self._choice(
            [words for _, words in _ONLY], "Which occupations",
            [key for key, _ in _ONLY].index(options.only),
            lambda o, place: replace(o, only=_ONLY[place][0]),
        )  # fmt: skip
        years = [edition.year for edition in _EDITIONS]
        self.bands = self._choice(
            [f"Bands: {edition.label}" for edition in _EDITIONS], "Edition of the bands",
            years.index(options.bands), lambda o, place: replace(o, bands=years[place]),
        )  # fmt: skip
        for widget in (
            self.zone, self.education, self.pay, self.place, self.growth, self.openings,
            self.family, self.gap, self.rate, self.only, self.bands,
        ):  # fmt: skip
            flow.addWidget(widget)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_rated(self, rated: bool) -> None:
        """Offer the filter on the skill gap, or to rate skills first."""
        self.gap.setVisible(rated)
        self.rate.setVisible(not rated)
        if not rated and self.options.filters.gap is not None:
            self.gap.set_index(0)
            self.options = replace(self.options, filters=replace(self.options.filters, gap=None))

    def clear(self) -> None:
        """Ask nothing of any occupation; place and bands stay."""
        self.options = replace(self.options, filters=Filters(), only="all")
        for choice in (
            self.zone, self.education, self.growth, self.openings, self.family, self.gap, self.only
        ):  # fmt: skip
            choice.set_index(0)
        self.pay.blockSignals(True)
        self.pay.clear()
        self.pay.blockSignals(False)
        self._pay_typed("")

    @property
    def clean(self) -> bool:
        """Whether nothing is filtered."""
        return self.options.filters == Filters() and self.options.only == "all" and not (
            self.pay.text()
        )  # fmt: skip

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        self.pay.setFixedWidth(self.theme.px(150))

    def _filter(
        self, items: Sequence[str], name: str, key: str, values: Sequence[object]
    ) -> ChoiceButton:
        """A choice of one field of the filters; item by item its value."""
        now = getattr(self.options.filters, key)
        index = list(values).index(now) if now in values else 0

        def take(options: MatchOptions, place: int) -> MatchOptions:
            changed: Filters = replace(options.filters, **{key: values[place]})  # type: ignore[arg-type]
            return replace(options, filters=changed)

        return self._choice(items, name, index, take)

    def _choice(
        self,
        items: Sequence[str],
        name: str,
        index: int,
        take: Callable[[MatchOptions, int], MatchOptions],
    ) -> ChoiceButton:
        choice = _Choice(items, self.theme, name, index=index)
        choice.chosen.connect(lambda place: self._set(take(self.options, place)))
        return choice

    def _pay_typed(self, text: str) -> None:
        floor, self.trouble = dollars(text)
        self.pay.set_trouble(self.trouble)
        self._set(replace(self.options, filters=replace(self.options.filters, pay=floor)))

    def _set(self, options: MatchOptions) -> None:
        self.options = options
        self.changed.emit(options)


class _Choice(ChoiceButton):
    """As wide as its present choice, because there are many in a row."""

    def set_index(self, index: int) -> None:
        super().set_index(index)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.theme.font("row")).horizontalAdvance(self.text())
        return QSize(int(text) + self.theme.px(38), super().sizeHint().height())


def dollars(text: str) -> tuple[float | None, str]:
    """The floor as typed, and what is wrong with it."""
    try:
        target = parse_target(text, "annual")
    except UserError as error:
        return None, str(error)
    return (target.amount if target else None), ""
