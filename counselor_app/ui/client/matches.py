"""All occupations ranked for the client, with filters that compose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from counselor_app.domain.client import ClientView
from counselor_app.domain.client_profile import caution
from counselor_app.domain.fit import CAREER_RETURNS
from counselor_app.domain.fit_words import NOT_A_VERDICT
from counselor_app.domain.listing import OccupationRow
from counselor_app.domain.matches_filter import (
    EDUCATION,
    Candidate,
    Filters,
    Growth,
    candidates,
    count_words,
    filtered,
)
from counselor_app.domain.preparation import EDUCATION_WORDS
from counselor_app.domain.provenance import Source
from counselor_app.domain.table_text import csv_text
from counselor_app.ui.client.field import Field
from counselor_app.ui.client.match_list import COLUMNS, MatchList
from counselor_app.ui.theme import Theme
from counselor_app.ui.widgets.buttons import Button
from counselor_app.ui.widgets.choices import ChoiceButton
from counselor_app.ui.widgets.drawing import break_lines, draw_lines
from counselor_app.ui.widgets.flow import FlowLayout
from counselor_app.ui.widgets.scroll import thin_bars
from counselor_app.ui.widgets.text import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENINGS = (1_000, 5_000, 10_000, 50_000)
SHORTLIST_AT_MOST = 20
SHORT_NOTE = "A conversation, not a verdict. * for several jobs together"
SHARED = "* published for a group of jobs that this one belongs to"
_GROWTH: tuple[tuple[Growth, str], ...] = (
    ("any", "Any outlook"),
    ("grows", "Growing"),
    ("faster", "Growing faster than all jobs"),
)
CSV_HEADER = (
    "rank", "code", "title", "correlation", "band", "job zone", "entry education",
    "median pay a year", "pay as printed", "change percent", "openings a year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MatchData:
    """What the page reads: list rows, places to choose for pay, and pay by place."""

    jobs: Mapping[str, OccupationRow]
    education: Mapping[str, str]
    places: Sequence[tuple[str, str]]
    pay: Callable[[str], Mapping[str, tuple[float | None, str]]]
    all_jobs_change_pct: float | None
    sources: Sequence[Source]


class MatchesPage(QWidget):
    """The client's list over the middle of the window."""

    opened = Signal(str, bool)
    starred = Signal(str)
    shortlisted = Signal(object)
    closed = Signal()
    failed = Signal(str)
    filters_changed = Signal(object)

    def __init__(
        self,
        view: ClientView,
        data: MatchData,
        filters: Filters,
        listed: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._data, self.filters = theme, data, filters
        self.setAccessibleName("Matches")
        self._place = data.places[0][0]
        self._families = sorted({job.family for job in data.jobs.values()})
        self.title = Prose("", theme, role="title2")
        self.said = Prose("", theme, role="body", tone="client_text")
        self.count = Prose("", theme, role="body", bold=True)
        self.list = MatchList(theme, set(listed))
        self._head = _Head(self.list, theme)
        about = "; ".join(dict.fromkeys(source.label for source in data.sources))
        self._about = f"{about}. Bands: {CAREER_RETURNS.label}. {SHARED}. {NOT_A_VERDICT}"
        self.note = Prose(self._about, theme, role="caption", tone="text2")
        self._column = QVBoxLayout(self)
        top = FlowLayout(theme, (12, 6))
        self.back = Button(theme, "Back", icon="back", name="Back to the occupation (Esc)")
        top.addWidget(self.title)
        top.addWidget(self.back)
        self.fold = Button(theme, "Filters", icon="down", look="outlined")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._arrange)
        top.addWidget(self.fold)
        self._column.addLayout(top)
        self._column.addWidget(self.said)
        self._controls = QWidget()
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.addLayout(self._make_filters())
        controls.addLayout(self._make_actions())
        self._column.addWidget(self._controls)
        self._column.addWidget(self.count)
        self._column.addWidget(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.note)
        self.back.clicked.connect(self.closed)
        self.list.opened.connect(self.opened)
        self.list.starred.connect(self.starred)
        theme.changed.connect(self.restyle)
        self.restyle()
        self.show_client(view)

    def show_client(self, view: ClientView) -> None:
        """Rank for another client, or anew."""
        self._view = view
        self.title.setText(f"Matches for {view.client.called}")
        said = caution(view.client.scores) if view.client.scores else None
        self.said.setText(said or "")
        self.said.setVisible(bool(said))
        self._read()

    def set_listed(self, codes: Sequence[str]) -> None:
        """Mark what is on the shortlist."""
        self.list.listed = set(codes)
        self.list.viewport().update()

    def rows(self) -> tuple[Candidate, ...]:
        """What is shown."""
        return self.list.match_model.rows

    def csv(self) -> str:
        """What is shown, as CSV."""
        return csv_text(
            CSV_HEADER,
            (
                (
                    one.match.rank, one.match.code, one.match.title, round(one.match.r, 4),
                    one.match.band or "below the bands", one.job.job_zone, one.education,
                    one.pay, one.pay_words, one.job.change_pct, one.job.openings,
                )
                for one in self.rows()
            ),
        )  # fmt: skip

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._column.setContentsMargins(px(36), px(16), px(24), px(12))
        self._column.setSpacing(px(8))
        self.pay.setFixedWidth(px(150))
        thin_bars(self.list, self.theme)
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self.theme.tokens.surface)

    def _arrange(self) -> None:
        """In a low window the filters fold away, so that the list keeps its room."""
        low = self.height() < self.theme.px(540)
        self.fold.setVisible(low)
        self._controls.setVisible(not low or self.fold.isChecked())
        self.list.setVisible(not low or not self.fold.isChecked())
        self._head.setVisible(not self.list.isHidden())
        self.note.setText(SHORT_NOTE if low else self._about)
        self.note.setToolTip(self._about)

    def _make_filters(self) -> FlowLayout:
        flow, f = FlowLayout(self.theme, (6, 6)), self.filters
        zones = ["Any preparation", *(f"Up to job zone {zone}" for zone in range(1, 5))]
        taught = ["Any schooling", *(f"Up to {EDUCATION_WORDS[e]}" for e in EDUCATION[:-1])]
        taught[1] = "No diploma needed"
        openings = ["Any openings", *(f"From {n:,} openings a year" for n in OPENINGS)]
        self.zone = self._choice(zones, "Preparation", f.zone or 0)
        place = 0 if f.education is None else f.education + 1
        self.education = self._choice(taught, "Entry education", place)
        name = "Least median pay a year, in dollars"
        self.pay = Field(name, "Least pay a year", self.theme, role="row")
        self.pay.setText(f"{f.pay:.0f}" if f.pay is not None else "")
        self.pay.textChanged.connect(self._filter)
        self.place = self._choice([name for _, name in self._data.places], "Pay in", 0)
        growth = next(i for i, (key, _) in enumerate(_GROWTH) if key == f.growth)
        self.growth = self._choice([words for _, words in _GROWTH], "Outlook", growth)
        most = OPENINGS.index(int(f.openings)) + 1 if f.openings in OPENINGS else 0
        self.openings = self._choice(openings, "Openings", most)
        family = self._families.index(f.family) + 1 if f.family in self._families else 0
        self.family = self._choice(["Any family", *self._families], "Family", family)
        for widget in (
            self.zone, self.education, self.pay, self.place, self.growth, self.openings, self.family
        ):  # fmt: skip
            flow.addWidget(widget)
        return flow

    def _choice(self, items: Sequence[str], name: str, index: int) -> ChoiceButton:
        choice = _Choice(items, self.theme, name, index=index)
        choice.chosen.connect(lambda place: self._chosen(choice, place))
        return choice

    def _make_actions(self) -> FlowLayout:
        flow = FlowLayout(self.theme, (8, 6))
        self.clear = Button(self.theme, "No filters", look="outlined")
        self.put = Button(self.theme, "Put all on the shortlist", look="outlined")
        self.copy = Button(self.theme, "Copy table", icon="copy", look="outlined")
        self.save = Button(self.theme, "Save table…", look="outlined")
        for widget in (self.clear, self.put, self.copy, self.save):
            flow.addWidget(widget)
        self.clear.clicked.connect(self._clear)
        self.put.clicked.connect(
            lambda: self.shortlisted.emit([one.match.code for one in self.rows()])
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.csv()))
        self.save.clicked.connect(self._save)
        return flow

    def _chosen(self, choice: ChoiceButton, place: int) -> None:
        if choice is self.place:
            self._place = self._data.places[place][0]
            self._read()
            return
        value: Filters = {
            id(self.zone): replace(self.filters, zone=place or None),
            id(self.education): replace(self.filters, education=place - 1 if place else None),
            id(self.growth): replace(self.filters, growth=_GROWTH[min(place, 2)][0]),
            id(self.openings): replace(
                self.filters, openings=OPENINGS[min(place, 4) - 1] if place else None
            ),
            id(self.family): replace(
                self.filters, family=self._families[place - 1] if place else None
            ),
        }[id(choice)]
        self.filters = value
        self._filter()

    def _clear(self) -> None:
        self.filters = Filters()
        for choice in (self.zone, self.education, self.growth, self.openings, self.family):
            choice.set_index(0)
        self.pay.clear()
        self._filter()

    def _read(self) -> None:
        data = self._data
        self._everyone = candidates(
            self._view.ranking, data.jobs, data.pay(self._place), data.education
        )
        self._filter()

    def _filter(self) -> None:
        floor, trouble = _dollars(self.pay.text())
        self.filters = replace(self.filters, pay=floor)
        found = filtered(self._everyone, self.filters, self._data.all_jobs_change_pct)
        self.list.set_rows(found.rows)
        self.pay.set_trouble(trouble)
        words = count_words(found, len(self._everyone))
        self.count.setText(f"{words} {trouble}".strip())
        self.clear.setEnabled(self.filters != Filters() or bool(self.pay.text()))
        few = 0 < len(found.rows) <= SHORTLIST_AT_MOST
        self.put.setEnabled(few)
        self.put.setToolTip("" if few else f"Filter down to {SHORTLIST_AT_MOST} or fewer first")
        for button in (self.copy, self.save):
            button.setEnabled(bool(found.rows))
        self.filters_changed.emit(self.filters)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save table", "matches.csv", "CSV (*.csv)")
        if not name:
            return
        try:
            # A byte order mark, else a spreadsheet takes accents for something else.
            Path(name).write_text(self.csv(), encoding="utf-8-sig", newline="")
        except OSError as error:
            self.failed.emit(f"The table could not be saved: {error.strerror or error}.")


class _Choice(ChoiceButton):
    """As wide as its present choice, because there are many in a row."""

    def set_index(self, index: int) -> None:
        super().set_index(index)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.theme.font("row")).horizontalAdvance(self.text())
        return QSize(int(text) + self.theme.px(38), super().sizeHint().height())


class _Head(QWidget):
    """The names of the columns."""

    def __init__(self, rows: MatchList, theme: Theme) -> None:
        super().__init__()
        self._rows, self.theme = rows, theme
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        self.setFixedHeight(self.theme.px(22))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), self.theme.tokens
        font = self.theme.font("caption")
        painter.setFont(font)
        for place, (left, width) in enumerate(self._rows.columns()):
            align = Qt.AlignmentFlag.AlignLeft if place in (1, 3) else Qt.AlignmentFlag.AlignRight
            area = QRectF(left, 0, width, self.height())
            draw_lines(painter, break_lines(COLUMNS[place], font), area, t.text2, align=align)
        painter.fillRect(0, self.height() - 1, self.width(), 1, t.edge)


def _dollars(text: str) -> tuple[float | None, str]:
    """The floor as typed, and what is wrong with it."""
    bare = text.replace("$", "").replace(",", "").replace(" ", "")
    if not bare:
        return None, ""
    if bare.isdecimal() and bare.isascii():
        return float(bare), ""
    return None, f"“{text}” is no amount in dollars; write 50000 or $50,000."
