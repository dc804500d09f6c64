"""All occupations ranked for the client, with filters that compose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.table_text import csv_text
from counselor_app.domain.figures.wording import FEWER_THAN_50
from counselor_app.domain.fit.compare import FEWEST, MOST
from counselor_app.domain.fit.fit import EDITIONS, BandEdition, banded
from counselor_app.domain.fit.gap import ABOUT_ENOUGH, overall_words
from counselor_app.domain.fit.match_table import MatchList, filter_words
from counselor_app.domain.fit.matches_filter import Candidate, candidates, count_words, filtered
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.fit.words import NOT_A_VERDICT, band_words, edition_words
from counselor_app.domain.occupation.listing import YEAR_ONLY, OccupationRow
from counselor_app.domain.session.client import ClientView
from counselor_app.errors import UserError
from counselor_app.ui.counsel.match_filters import FilterBar, MatchOptions
from counselor_app.ui.counsel.match_list import COLUMNS, LEFT, MatchRows
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTLIST_AT_MOST = 20
SHORT_NOTE = "A conversation, not a verdict. * of the group named † by the year only"
SHARED = "* published for the group of jobs that is named"
COMPARING = "Comparing the client’s ratings with every occupation …"


@dataclass(frozen=True, slots=True)
class MatchData:
    """What the page reads: list rows, places to choose for pay, and pay by place."""

    jobs: Mapping[str, OccupationRow]
    education: Mapping[str, str]
    places: Sequence[tuple[str, str]]
    pay: Callable[[str], Mapping[str, tuple[float | None, str]]]
    all_jobs_change_pct: float | None
    sources: Sequence[Source]


def match_table(rows: Sequence[Candidate], edition: BandEdition) -> str:
    """A list of matches as CSV: every figure as a number, and as it is printed."""
    return csv_text(
        (
            "rank", "code", "title", "correlation", f"band ({edition.label})", "job zone",
            "entry education", "median pay a year", "pay as printed", "change percent",
            "openings a year", "skill gap", "skill gap compared on", "elements that matter",
            "pay, schooling and outlook published for", "schooling its raters name",
        ),
        (
            (
                one.match.rank, one.match.code, one.match.title, round(one.match.r, 4),
                band_words(one.match.band, edition), one.job.job_zone, one.education,
                one.pay, one.pay_words, one.job.change_pct,
                FEWER_THAN_50 if one.job.openings == 0 else one.job.openings,
                overall_words(one.gap) if one.gap else "not rated",
                one.gap.compared if one.gap else None, one.gap.of if one.gap else None,
                one.job.whose or one.match.title, one.job.raters,
            )
            for one in rows
        ),
    )  # fmt: skip


class MatchesPage(QFrame):
    """The client's list over the middle of the window."""

    look = "surface"

    opened = Signal(str, bool)
    starred = Signal(str)
    shortlisted = Signal(object)
    compared = Signal(object)
    closed = Signal()
    failed = Signal(str)
    print_wanted = Signal()
    rating_wanted = Signal()
    options_changed = Signal(object)

    def __init__(
        self,
        view: ClientView,
        data: MatchData,
        options: MatchOptions,
        listed: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme, self._data = theme, data
        self.setAccessibleName("Matches")
        self.title = Prose("", theme, role="title2")
        self.said = Prose("", theme, role="body", tone="client_text")
        self.count = Prose("", theme, role="body", bold=True)
        self.list = MatchRows(theme, set(listed))
        self.list.match_model.ticked = set(options.ticked)
        self._head = _Head(self.list, theme)
        families = sorted({job.family for job in data.jobs.values()})
        self.filters = FilterBar(options, data.places, families, theme)
        self.note = Prose("", theme, role="caption", tone="text2")
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
        controls.addWidget(self.filters)
        controls.addLayout(self._make_actions())
        self._column.addWidget(self._controls)
        self._column.addWidget(self.count)
        self._column.addWidget(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.note)
        self.back.clicked.connect(self.closed)
        self.list.opened.connect(self.opened)
        self.list.starred.connect(self.starred)
        self.list.match_model.ticks_changed.connect(self._ticked)
        self.filters.changed.connect(self._changed)
        self.filters.rating_wanted.connect(self.rating_wanted)
        theme.changed.connect(self.restyle)
        self._read_for = ("", 0)
        self.restyle()
        self.show_client(view)

    @property
    def edition(self) -> BandEdition:
        """Whose bands are shown."""
        return EDITIONS[self.filters.options.bands]

    def show_client(self, view: ClientView) -> None:
        """Rank for another client, or anew."""
        self._view = view
        self.title.setText(f"Matches for {view.client.called}")
        said: str | None = caution(view.client.scores) if view.client.scores else None
        if view.client.levels and view.gaps is None:
            said = " ".join(filter(None, (said, COMPARING)))
        self.said.setText(said or "")
        self.said.setVisible(bool(said))
        self.filters.set_rated(bool(view.client.levels))
        self._read()

    def set_listed(self, codes: Sequence[str]) -> None:
        """Mark what is on the shortlist."""
        self.list.listed = set(codes)
        self.list.viewport().update()
        if self.filters.options.only == "shortlist":
            self._filter()

    def rows(self) -> tuple[Candidate, ...]:
        """What is shown."""
        return self.list.match_model.rows

    def chosen(self) -> tuple[str, ...]:
        """What would be compared: the ticked occupations, else what is shown; closest first."""
        ticked = self.list.match_model.ticked
        return tuple(
            one.match.code
            for one in (self._everyone if ticked else self.rows())
            if not ticked or one.match.code in ticked
        )

    def printed(self, matches: MatchList) -> MatchList:
        """``matches`` with what is shown here, in its bands, and the words for it."""
        only = {"all": "", "ticked": "ticked ones only; ", "shortlist": "shortlist only; "}
        options = self.filters.options
        words = f"{only[options.only]}{filter_words(options.filters)}"
        return replace(matches, rows=tuple(self.rows()), filters=words)

    def csv(self) -> str:
        """What is shown, as CSV."""
        return match_table(self.rows(), self.edition)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self._column.setContentsMargins(px(36), px(16), px(24), px(12))
        self._column.setSpacing(px(8))
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

    def _arrange(self) -> None:
        """In a low window the filters fold away, so that the list keeps its room."""
        low = self.height() < self.theme.px(540)
        self.fold.setVisible(low)
        self._controls.setVisible(not low or self.fold.isChecked())
        self.list.setVisible(not low or not self.fold.isChecked())
        self._head.setVisible(not self.list.isHidden())
        about = self._about()
        self.note.setText(SHORT_NOTE if low else about)
        self.note.setToolTip(about)

    def _about(self) -> str:
        labels = "; ".join(dict.fromkeys(source.label for source in self._data.sources))
        gap = f" {ABOUT_ENOUGH}" if self.list.match_model.rated else ""
        signs = f"{SHARED}. {YEAR_ONLY}."
        return f"{labels}. Bands: {edition_words(self.edition)}. {signs}{gap} {NOT_A_VERDICT}"

    def _make_actions(self) -> FlowLayout:
        flow = FlowLayout(self.theme, (8, 6))
        self.clear = Button(self.theme, "No filters", look="outlined")
        self.compare = Button(self.theme, "Compare", look="outlined")
        self.put = Button(self.theme, "Put all on the shortlist", look="outlined")
        self.copy = Button(self.theme, "Copy table", icon="copy", look="outlined")
        self.save = Button(self.theme, "Save table…", look="outlined")
        self.print = Button(self.theme, "Print list…", icon="print", look="outlined")
        self.print.clicked.connect(self.print_wanted)
        for widget in (self.clear, self.compare, self.put, self.print, self.copy, self.save):
            flow.addWidget(widget)
        self.clear.clicked.connect(self.filters.clear)
        self.compare.clicked.connect(lambda: self.compared.emit(self.chosen()))
        self.put.clicked.connect(
            lambda: self.shortlisted.emit([one.match.code for one in self.rows()])
        )
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.csv()))
        self.save.clicked.connect(self._save)
        return flow

    def _changed(self, options: MatchOptions) -> None:
        if (options.place, options.bands) == self._read_for:
            self._filter()
        else:
            self._read()
        self.options_changed.emit(options)

    def _read(self) -> None:
        data, options = self._data, self.filters.options
        self._read_for = (options.place, options.bands)
        self._everyone = candidates(
            banded(self._view.ranking, self.edition), data.jobs, data.pay(options.place),
            data.education, self._view.gaps,
        )  # fmt: skip
        self._filter()
        self._arrange()

    def _filter(self) -> None:
        data, options, model = self._data, self.filters.options, self.list.match_model
        people: Sequence[Candidate] = self._everyone
        if options.only != "all":
            wanted = model.ticked if options.only == "ticked" else self.list.listed
            people = [one for one in people if one.match.code in wanted]
        found = filtered(people, options.filters, data.all_jobs_change_pct)
        self.list.set_rows(found.rows, self.edition, rated=self._view.gaps is not None)
        words = count_words(found, len(self._everyone))
        self.count.setText(f"{words} {self.filters.trouble}".strip())
        self.clear.setEnabled(not self.filters.clean)
        few = 0 < len(found.rows) <= SHORTLIST_AT_MOST
        self.put.setEnabled(few)
        self.put.setToolTip("" if few else f"Filter down to {SHORTLIST_AT_MOST} or fewer first")
        for button in (self.print, self.copy, self.save):
            button.setEnabled(bool(found.rows))
        self._say_compared()
        self._head.arrange()

    def _ticked(self) -> None:
        if self.filters.options.only == "ticked":
            self._filter()
        self._say_compared()
        self.filters.options = replace(
            self.filters.options, ticked=frozenset(self.list.match_model.ticked)
        )
        self.options_changed.emit(self.filters.options)

    def _say_compared(self) -> None:
        """What the button compares, or how to choose it."""
        ticked = len(self.list.match_model.ticked)
        count = ticked or len(self.rows())
        able = FEWEST <= count <= MOST
        words = f"Compare {count} ticked" if ticked else f"Compare these {count}"
        words = words if ticked or able else "Compare"
        self.compare.setEnabled(able)
        if words == self.compare.text():
            return  # a new text lays the page out again, at each key typed
        self.compare.setText(words)
        self.compare.setAccessibleName(words)
        self.compare.setToolTip("" if able else f"Tick {FEWEST} to {MOST} occupations (Space)")
        self.compare.restyle()

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save table", "matches.csv", "CSV (*.csv)")
        if not name:
            return
        from counselor_app.reports.files import write_report

        try:
            # A byte order mark, else a spreadsheet takes accents for something else.
            write_report(self.csv().encode("utf-8-sig"), Path(name))
        except UserError as error:
            self.failed.emit(str(error))


class _Head(QFrame):
    """The names of the columns, each over its own."""

    look = "head of columns"

    def __init__(self, rows: MatchRows, theme: Theme) -> None:
        super().__init__()
        self._rows, self.theme = rows, theme
        dress(self, theme)
        self._names = [
            Prose(name, theme, role="caption", tone="text2", wrap=False) for name in COLUMNS
        ]
        for place, name in enumerate(self._names):
            name.setParent(self)
            if place not in LEFT:
                name.setAlignment(Qt.AlignmentFlag.AlignRight)
        theme.changed.connect(self.arrange)
        self.arrange()

    def arrange(self) -> None:
        """Follow the columns."""
        self.setFixedHeight(self.theme.px(22))
        columns = self._rows.columns()
        for place, name in enumerate(self._names):
            name.setVisible(place < len(columns))
            if place < len(columns):
                left, width = columns[place]
                name.setGeometry(round(left), 0, round(width), self.height() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
