"""The pay bands: a pyqtgraph plot that can be walked and asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from counselor_app.charts import BandChart, BandRow
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.heard import Value
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.marks import series_colors
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from counselor_app.ui.charts.band_plot import BandPlot, Spot
    from counselor_app.ui.charts.plot_marks import Look


class PayBands(SourceWidget):
    """A `BandChart` on the screen; ``chart`` must have an axis.

    Left and right go along a band, up and down to the same percentile of another place; the
    values that are not printed (25th and 75th) appear under the band they belong to.
    Plus, minus and 0, or the wheel with Ctrl, enlarge: ``zoom_wanted`` carries a step (1, -1, or
    0 for none at all) and the dollars to enlarge about, None for the middle.
    """

    zoom_wanted = Signal(int, object)

    def __init__(self, chart: BandChart, theme: Theme, parent: QWidget | None = None) -> None:
        from counselor_app.ui.charts.band_plot import BandPlot

        super().__init__(theme, chart.sentence, parent)
        self._chart = chart = theme.said(chart)
        self._beside: Sequence[BandRow] = ()
        self._heights: dict[int, int] = {}
        self._plot: BandPlot = BandPlot(chart, self._look(), self)
        self._plot.view.setAccessibleName(theme.say(pgettext("chart", "Pay bands")))
        self._reading = _Reading(self)
        follow_width(self)

    @property
    def chart(self) -> BandChart:
        """What is drawn now."""
        return self._chart

    def set_chart(self, chart: BandChart, beside: Sequence[BandRow] = ()) -> None:
        """Draw another chart, which must have an axis; ``beside`` is what the other pane draws."""
        chart = self.theme.said(chart)
        same, spots = chart.sentence == self._chart.sentence, self.spots()
        here = spots[self._chosen] if same and 0 <= self._chosen < len(spots) else None
        self._beside = self.theme.said(tuple(beside))
        self._chart, self._name, self._chosen = chart, chart.sentence, -1
        self.setAccessibleName(chart.sentence)
        self.restyle()
        if here is not None:  # the same pay on another scale: one stays where one was
            at = (here.row.series, here.knot.percentile)
            there = [(spot.row.series, spot.knot.percentile) for spot in self.spots()]
            if at in there:
                marks = self.marks()
                self._choose(there.index(at), marks)
                self._speak(marks[self._chosen])  # even where no other value is left in view

    def restyle(self) -> None:
        self._heights.clear()
        self._plot.set_chart(self._chart, self._look(), self._beside)
        self._lay_out()
        super().restyle()

    def marks(self) -> Sequence[Mark]:
        return [Mark(spot.rect, spot.knot.figure, self._name_of(spot)) for spot in self.spots()]

    def values(self) -> Sequence[Value]:
        wage = self._chart.target_text
        asked = [
            Value(
                self.theme.say(pgettext("line of a chart", "Target {wage}", wage=wage)),
                QRectF(self.rect()),
            )
        ]
        return [*super().values(), *(asked if wage else ())]

    def spots(self) -> Sequence[Spot]:
        """Every percentile drawn, with its place in the widget."""
        return self._plot.spots()

    def read(self) -> Spot | None:
        """The percentile that the pointer is on, else the one that the keyboard is on."""
        marks = list(self.marks())
        if self._rest.thing in marks:
            return self.spots()[marks.index(self._rest.thing)]
        return self.walked()

    def walked(self) -> Spot | None:
        """The percentile that the keyboard is on."""
        spots = self.spots()
        return spots[self._chosen] if self.hasFocus() and 0 <= self._chosen < len(spots) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._plot.height_for(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(480), 0)  # layouts ask for the height of their width

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        spots = self.spots()
        zoom = {"+": 1, "=": 1, "-": -1, "0": 0}.get(event.text())
        if zoom is not None:
            here = self.walked()
            self.zoom_wanted.emit(zoom, here.knot.value if here else None)
        elif down and not event.modifiers() and 0 <= self._chosen < len(spots):
            here = spots[self._chosen]
            wanted = here.row.series + down
            there = [i for i, s in enumerate(spots) if s.row.series == wanted]
            if there:
                target = here.knot.percentile
                best = min(there, key=lambda i: abs(spots[i].knot.percentile - target))
                self._choose(best, self.marks())
        else:
            super().keyPressEvent(event)
        self._reading.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if turned > 0 else -1
            self.zoom_wanted.emit(step, self._plot.dollars(event.position().x()))
        else:
            event.ignore()  # the page scrolls

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._reading.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._reading.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reading.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        here = self._chosen
        super().focusOutEvent(event)
        if not self.isVisible():  # the page is built anew around it: one stays where one was
            self._chosen = here
        self._reading.update()

    def _lay_out(self) -> None:
        if self.width() > 1:
            self._plot.lay_out(self.width(), self.height())
        self._reading.resize(self.size())
        self._reading.raise_()

    def _name_of(self, spot: Spot) -> str:
        unit, place = self._chart.unit, spot.row.label
        if spot.knot.percentile == 50:
            return _("Median pay {unit}, {place}", unit=unit, place=place)
        nth = ordinal(spot.knot.percentile)
        return _("{nth} percentile of pay {unit}, {place}", nth=nth, unit=unit, place=place)

    def _look(self) -> Look:
        from counselor_app.ui.charts.plot_marks import Look

        tokens, font = self.theme.tokens, self.theme.font
        return Look(
            text=tokens.text,
            soft=tokens.text2,
            line=tokens.line,
            surface=tokens.surface,
            client=tokens.client,
            client_text=tokens.client_text,
            series=series_colors(self.theme),
            font=font("row"),
            bold=font("row", bold=True),
            small=font("caption"),
            small_bold=font("caption", bold=True),
            scale=self.theme.scale,
            say=self.theme.say,
        )


class _Reading(QWidget):
    """Over the plot: the focus ring and the value under the pointer."""

    def __init__(self, bands: PayBands) -> None:
        super().__init__(bands)
        self._bands = bands
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        bands, theme = self._bands, self._bands.theme
        painter = QPainter(self)
        spot = bands.read()
        if spot is not None and not spot.printed:
            px, font = theme.px, theme.font("caption", bold=True)
            metrics = QFontMetricsF(font)
            words = theme.say(joined((ordinal(spot.knot.percentile), spot.knot.text), "  "))
            wide = metrics.horizontalAdvance(words) + px(12)
            left = min(max(spot.x - wide / 2, 1.0), self.width() - wide - 1)
            box = QRectF(left, spot.rect.bottom() + px(2), wide, metrics.height() + px(2))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.tokens.edge)
            painter.setBrush(theme.tokens.surface)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
            painter.setFont(font)
            painter.setPen(theme.tokens.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if bands.hasFocus():
            spot = bands.walked()
            rect = spot.rect.adjusted(-4, -3, 4, 3) if spot else QRectF(self.rect())
            draw_focus(painter, rect.intersected(QRectF(self.rect())), theme)
