"""What the five tabs share.

How a page is written::

    class SalaryPage(Page):
        title, short_title = "Salary", "Salary"

        def fill(self, sheet: Sheet) -> None:
            left, right = self.columns()
            left.addWidget(self.heading("Pay", sheet.nation.median()))
            left.addWidget(self.figure(figure, wording.value_words(figure), "Median pay"))
            self.wide().addWidget(self.table(columns, rows, "Pay in three places"))

`Page.set_sheet` empties the page and calls ``fill``; that must stay well under 25 ms, so build
few widgets and paint the rest (one chart widget, not a widget a bar). What lies below the first
screenful goes through `Page.later`, which builds it after the first frame. ``fill`` runs again when
the theme or text size changes and when the options change. `figure`, `heading`, `table`,
`job_link` and `chart` make the shared widgets and connect their signals; a widget that has
``source_requested``, ``source_left`` or ``open_occupation`` of its own goes through `wired`.
``place_wanted`` asks for a place to be chosen: an "area", an "industry" or the "home".
A widget that is costly to make goes into ``self.kept`` and is added again by each ``fill``; one
that is not added stays out of sight.

Controls (sort, filter, hourly or annual) go into `make_strip`, the band above the page; what
they choose is one frozen value in ``self.options``, set with `choose`, so that two linked panes
share it. Imports of pyqtgraph and numpy stay inside functions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.ui.parts.flow import ColumnsLayout
from counselor_app.ui.parts.sorted_table import SortedTable
from counselor_app.ui.parts.source import FigureLabel
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.parts.text import Heading, JobLink, Prose
from counselor_app.ui.style.theme import Role, Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.session.client import ClientView
    from counselor_app.ui.state.lookup import Lookup

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Beside:
    """The occupation in the other, linked pane; ``leads`` when this page is the first pane's.

    Pages use it for one scale in both panes and for pane 2 following pane 1's order.
    """

    sheet: Sheet
    leads: bool


class _Body(QWidget):
    """A page's contents, as wide as the pane: no natural width is worked out, which no one uses."""

    def sizeHint(self) -> QSize:
        return self.size()


class Page(QScrollArea):
    """One tab of one occupation. See the module's text for how a page is written."""

    pause: ClassVar[int] = 1
    """Milliseconds from a page's first frame to what is below it: at 0 that can come before."""
    title: ClassVar[str] = ""
    short_title: ClassVar[str] = ""

    open_occupation = Signal(str, bool)
    source_requested = Signal(object)
    source_left = Signal()
    options_changed = Signal(object)
    place_wanted = Signal(str)
    place_removed = Signal(str)
    matches_wanted = Signal()
    rating_wanted = Signal()
    values_wanted = Signal()
    told_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.sheet: Sheet | None = None
        self.beside: Beside | None = None
        self.client: ClientView | None = None
        self.client_view = False
        self.lookup: Lookup | None = None
        self.options: object = None
        self.kept: list[QWidget] = []
        self.note_inside = False
        self._stale = False
        self._attic = QWidget(self)  # without a parent they would become windows, at some cost
        self._attic.hide()
        self.client_view = False
        self._below: list[Callable[[], object]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The panes paint the ground; a ground of its own has the page painted twice.
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(theme.say(self.title))
        self.rows = QVBoxLayout()
        self._color()
        theme.changed.connect(self._restyle)

    def fill(self, sheet: Sheet) -> None:
        """Build the page's contents for ``sheet`` into the empty page."""
        raise NotImplementedError

    def make_strip(self) -> QWidget | None:
        """The page's controls, shown above it; called once a pane, before the first `fill`."""
        return None

    def note(self) -> str:
        """A finding kept in view under the page (rich text); both panes' notes stay level."""
        return ""

    def set_sheet(self, sheet: Sheet, beside: Beside | None = None) -> None:
        """Show an occupation; ``beside`` is what the other, linked pane shows."""
        fresh = self.sheet is None or self.sheet.occupation.code != sheet.occupation.code
        self.sheet, self.beside = sheet, beside
        self.refill(whole=not fresh)
        if fresh:
            self.verticalScrollBar().setValue(0)

    def set_client_view(self, on: bool) -> None:
        """Hide what is the counselor's alone, while the client reads along."""
        if on != self.client_view:
            self.client_view = on
            self.refill()

    def set_options(self, options: object) -> None:
        """Take the options of the linked pane."""
        if options != self.options:
            self.options = options
            self.refill()

    def set_note_inside(self, inside: bool) -> None:
        """Let the note scroll with the page, where a low pane has no room for both."""
        if inside != self.note_inside:
            self.note_inside = inside
            self.refill()

    def choose(self, options: object) -> None:
        """Change the options from this page's own controls and tell the linked pane."""
        if options != self.options:
            self.set_options(options)
            self.options_changed.emit(options)

    def later(self, build: Callable[[], object]) -> None:
        """Let ``build`` add what lies below the first screenful, after that has been painted.

        To be called in `fill`, with layouts that are in the page already; in the order given.
        """
        self._below.append(build)

    def finish(self) -> None:
        """Build at once what was left for later."""
        while self._below:
            self._below.pop(0)()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def refill(self, *, whole: bool = True) -> None:
        """Build the contents again; waits until shown when hidden.

        ``whole`` leaves nothing for later: where one was reading must not move away.
        """
        if self.sheet is None:
            return
        if not self.isVisible() and self.widget():
            self._stale = True
            return
        self._stale = False
        self._below.clear()
        # A new body, and the old one deleted whole: deleting widget by widget lays out each time.
        focus = QApplication.focusWidget()
        held = (
            focus
            if any(focus and (w is focus or w.isAncestorOf(focus)) for w in self.kept)
            else None
        )
        old = self.takeWidget()
        if old:
            old.hide()
            for widget in self.kept:
                widget.setParent(self._attic)
            old.deleteLater()
        scrolled = self.verticalScrollBar().value()
        body = _Body()
        body.setAccessibleName(self.theme.say(self.title))
        self.rows = QVBoxLayout(body)
        self.rows.setSpacing(self.theme.px(22))
        self._set_margins()
        self.fill(self.sheet)
        if whole or not self.isVisible():
            self.finish()
        elif self._below:  # else the page would jump sideways when its bar comes
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        if self.note_inside and self.note():
            self.wide().addWidget(Prose(self.note(), self.theme, role="body", rich=True))
        self.rows.addStretch(1)
        body.resize(self.viewport().size())  # else the area lays the page out at its natural width
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(scrolled)
        if held is not None and held.isVisible():
            held.setFocus()

    def columns(self, ratio: tuple[int, ...] = (11, 9)) -> tuple[QVBoxLayout, ...]:
        """A new row of two or more columns; one under the other below 860 pixels of pane."""
        row = ColumnsLayout(self.theme, ratio)
        sides = []
        for _ in ratio:
            side = QVBoxLayout()
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(self.theme.px(8))
            row.addChildLayout(side)
            row.addItem(side)
            sides.append(side)
        self.rows.addLayout(row)
        return tuple(sides)

    def wide(self) -> QVBoxLayout:
        """A new row over the whole width."""
        row = QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        self.rows.addLayout(row)
        return row

    def heading(
        self,
        title: str,
        subject: Figure | Source | None = None,
        words: str = "",
        *,
        small: bool = False,
    ) -> Heading:
        """A block's title with its source; ``small`` over a part of a block."""
        return self.wired(Heading(title, self.theme, subject, words, small=small))

    def prose(self, text: str, *, role: Role = "prose", tone: str = "text") -> Prose:
        """Wrapping text."""
        return Prose(text, self.theme, role=role, tone=tone)

    def figure(
        self,
        figure: Figure,
        text: str,
        name: str,
        *,
        role: Role = "body",
        bold: bool = False,
    ) -> FigureLabel:
        """A figure with its source mark; ``name`` says what it is."""
        return self.wired(FigureLabel(figure, text, self.theme, name, role=role, bold=bold))

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], name: str
    ) -> DataTable:
        """A table of figures and links."""
        return self.wired(DataTable(columns, rows, self.theme, name))

    def sorted_table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], name: str
    ) -> SortedTable:
        """A table whose columns sort."""
        return self.wired(SortedTable(columns, rows, self.theme, name))

    def job_link(self, code: str, title: str, role: Role = "row") -> JobLink:
        """A link that opens another occupation."""
        return self.wired(JobLink(code, title, self.theme, role=role))

    def wired(self, widget: W) -> W:
        """``widget`` with its source and open signals connected to the page's."""
        for name in ("source_requested", "source_left", "open_occupation"):
            signal = getattr(widget, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))
        return widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._below and not self._next.isActive():
            self._next.start(self.pause)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self.refill()
        return super().event(event)

    def _build_next(self) -> None:
        """One step, so that a key typed meanwhile is answered between two; none while hidden."""
        if self.isVisible() and self._below:
            self._below.pop(0)()
            if self._below:
                self._next.start(0)
            else:
                self.finish()

    def _set_margins(self) -> None:
        px = self.theme.px
        side = px(36) if self.width() >= px(700) else px(24)
        self.rows.setContentsMargins(side, px(20), side, px(24))

    def _restyle(self) -> None:
        self._color()
        self.refill()

    def _color(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.theme.tokens.surface)
        self.setPalette(palette)
