"""Jobs now and then, and where the openings come from: two small charts of bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from counselor_app.charts import EmploymentBars, OpeningsSteps, Step
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.language import _, joined
from counselor_app.ui.charts.shades import mixed
from counselor_app.ui.charts.tall_chart import TallChart
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.theme import Theme

_BAR = 21
_PALE = 0.55


class _Bars(TallChart):
    """What both charts share: printed text and three ways to fill a bar."""

    def line(self) -> float:
        """Height of a line of row text."""
        return QFontMetricsF(self.theme.font("row")).height()

    def put(self, painter: QPainter, x: float, y: float, words: str, font: QFont) -> QRectF:
        """Print words with their top left at a point; the rectangle they fill."""
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.drawText(QPointF(x, y + metrics.ascent()), words)
        return QRectF(x, y, metrics.horizontalAdvance(words), metrics.height())

    def dashed(self, painter: QPainter, rect: QRectF) -> None:
        """The outline of jobs that go away."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self.theme.tokens.text2, 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def hatched(self, painter: QPainter, rect: QRectF) -> None:
        """Jobs that are new."""
        tokens = self.theme.tokens
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect, QBrush(tokens.job, Qt.BrushStyle.BDiagPattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.job, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def pale(self) -> QColor:
        """The lighter of the two bar colors."""
        return mixed(self.theme.tokens.job, self.theme.tokens.surface, _PALE)


class EmploymentChart(_Bars):
    """Jobs in the base and in the target year; what is lost is dashed, what is new hatched."""

    def __init__(
        self, spec: EmploymentBars, outlook: Outlook, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, theme, parent)
        self._spec, self._outlook = theme.said(spec), outlook

    def height_for(self, width: int) -> float:  # noqa: ARG002
        return 2 * self._pitch() + self.line() + self.theme.px(2)

    def draw(self, painter: QPainter) -> None:
        spec, px, tokens = self._spec, self.theme.px, self.theme.tokens
        row, bold = self.theme.font("row"), self.theme.font("row", bold=True)
        wide = QFontMetricsF(bold)
        texts = (spec.base_text, spec.projected_text)
        left = QFontMetricsF(row).horizontalAdvance(f"{spec.target_year}") + px(12)
        right = self.width() - max(wide.horizontalAdvance(t) for t in texts) - px(10)
        unit = max(right - left, 1.0) / spec.high
        years = (spec.base_year, spec.target_year)
        figures = (self._outlook.base, self._outlook.projected)
        ends = [left + value * unit for value in (spec.base, spec.projected)]
        furthest = max(ends)
        for i, (year, text, figure) in enumerate(zip(years, texts, figures, strict=True)):
            y = i * self._pitch()
            bar = QRectF(left, y, ends[i] - left, px(_BAR))
            words = y + (px(_BAR) - self.line()) / 2
            painter.setPen(tokens.text)
            self.put(painter, 0, words, str(year), row)
            painter.fillRect(bar, tokens.job if i == 0 else self.pale())
            if i == 1:
                change = QRectF(min(ends), y, abs(ends[1] - ends[0]), px(_BAR))
                if ends[1] < ends[0]:
                    self.dashed(painter, change)
                elif ends[1] > ends[0]:
                    self.hatched(painter, change)
            painter.setPen(tokens.text)
            edge = furthest if i == 1 else ends[i]
            rect = self.put(painter, edge + px(10), words, text, bold)
            self.place(Mark(rect, figure, _("Jobs in {year}", year=year)))
        at = max(furthest - wide.horizontalAdvance(spec.change_text), left)
        painter.setPen(tokens.text)
        under = self._pitch() + px(_BAR) + px(3)
        rect = self.put(painter, at, under, spec.change_text, bold)
        name = _("Change in jobs, {first} to {last}", first=spec.base_year, last=spec.target_year)
        self.place(Mark(rect, self._outlook.change, name, joined((name, spec.change_text), ": ")))

    def _pitch(self) -> float:
        return max(self.theme.px(33), self.line() + self.theme.px(8))


class OpeningsChart(_Bars):
    """The yearly openings as one bar; its parts named under it, or listed where it is narrow."""

    def __init__(
        self, spec: OpeningsSteps, outlook: Outlook, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, theme, parent)
        self._parts = [step for step in theme.said(spec.steps) if step.kind != "openings"]
        self._high = spec.high
        self._figures: dict[str, Figure] = {
            "exits": outlook.exits,
            "transfers": outlook.transfers,
            "growth": outlook.change,
            "decline": outlook.change,
        }

    def height_for(self, width: int) -> float:
        top = self.theme.px(_BAR + 6)
        if self._columns(width) is not None:
            return top + 2 * self.line()
        return top + len(self._parts) * (self.line() + self.theme.px(4))

    def draw(self, painter: QPainter) -> None:
        px, tokens = self.theme.px, self.theme.tokens
        unit = self.width() / self._high
        for step in self._parts:
            left, right = sorted((step.start * unit, step.end * unit))
            rect = QRectF(left, 0, right - left, px(_BAR))
            self._fill(painter, step, rect)
        painter.setPen(QPen(tokens.surface, 1))
        for step in self._parts[:2]:
            x = round(step.end * unit) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, px(_BAR)))
        columns = self._columns(self.width())
        bold, row = self.theme.font("row", bold=True), self.theme.font("row")
        top, line = px(_BAR + 6), self.line()
        for i, step in enumerate(self._parts):
            painter.setPen(tokens.text)
            if columns is not None:
                rect = self.put(painter, columns[i], top, step.text, bold)
                painter.setPen(tokens.text2)
                self.put(painter, columns[i], top + line, step.label, row)
            else:
                y = top + i * (line + px(4))
                side = px(12)
                key = QRectF(0, y + (line - side) / 2, side, side)
                self._fill(painter, step, key)
                painter.setPen(tokens.text)
                rect = self.put(painter, px(20), y, step.text, bold)
                painter.setPen(tokens.text2)
                self.put(painter, rect.right() + px(8), y, step.label, row)
            name = _("People or jobs a year: {what}", what=step.label)
            said = joined((step.text, step.label))
            self.place(Mark(rect, self._figures[step.kind], name, said))

    def _fill(self, painter: QPainter, step: Step, rect: QRectF) -> None:
        if step.kind == "exits":
            painter.fillRect(rect, self.theme.tokens.job)
        elif step.kind == "transfers":
            painter.fillRect(rect, self.pale())
        elif step.kind == "growth":
            self.hatched(painter, rect)
        else:
            painter.fillRect(rect, self.theme.tokens.surface)
            self.dashed(painter, rect)

    def _columns(self, width: float) -> list[float] | None:
        """Left ends of the labels under the bar; None where they do not fit side by side."""
        bold = QFontMetricsF(self.theme.font("row", bold=True))
        row = QFontMetricsF(self.theme.font("row"))
        gap, unit = self.theme.px(16), width / self._high
        wide = [
            max(bold.horizontalAdvance(s.text), row.horizontalAdvance(s.label)) for s in self._parts
        ]
        found: list[float] = []
        limit = width
        for step, size in zip(reversed(self._parts), reversed(wide), strict=True):
            x = min(min(step.start, step.end) * unit, limit - size)
            found.append(x)
            limit = x - gap
        return found[::-1] if found[-1] >= 0 else None
