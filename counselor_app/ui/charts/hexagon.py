"""The hexagon of interests, drawn from its spec."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from counselor_app.charts.interests import Corner, Hexagon, point
from counselor_app.language import _, joined
from counselor_app.ui.charts.chart import ChartWidget
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.source import Mark
from counselor_app.ui.style.theme import Theme

_RINGS = (3, 5)


class HexagonChart(ChartWidget):
    """The job's six values as a shape with squares, value and name at each corner.

    A client's scores lie over it as a dashed line with circles, so that both can be told apart
    in gray; their values stand before the job's.

    The letters of the job's code are bold. The left and right arrow keys go round the corners.
    """

    def __init__(self, spec: Hexagon, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self.spec = theme.said(spec)
        self._rooms: dict[bool, float] = {}
        follow_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        reach = self._reach(width, short=self._short(width))
        return int(2 * (reach + self._corner_height())) + 4

    def sizeHint(self) -> QSize:
        width = self.theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), 0)

    def draw(self, painter: QPainter) -> None:
        spec, t = self.spec, self.theme.tokens
        center = QPointF(self.width() / 2, self.height() / 2)
        reach = self._reach(self.width(), short=self._short(self.width()))
        painter.setPen(QPen(t.line, 1))
        for ring in _RINGS:
            painter.drawPolygon(self._polygon(center, reach, [spec.share(ring)] * 6))
        for place in range(6):
            painter.drawLine(center, self._at(center, reach, place, 1.0))
        painter.setPen(QPen(t.edge, 1.2))
        painter.drawPolygon(self._polygon(center, reach, [1.0] * 6))
        self._draw_scale(painter, center, reach)
        if spec.drawn is not None:
            self._draw_shape(painter, center, reach, spec.drawn)
        if spec.client is not None:
            self._draw_client(painter, center, reach, spec.client)
        for place, corner in enumerate(spec.corners):
            self._draw_corner(painter, center, reach, place, corner)

    def _draw_shape(
        self, painter: QPainter, center: QPointF, reach: float, values: tuple[float, ...]
    ) -> None:
        t, px = self.theme.tokens, self.theme.px
        shares = [self.spec.share(v) for v in values]
        ground = QColor(t.job)
        ground.setAlphaF(0.18)
        painter.setPen(QPen(t.job, 2))
        painter.setBrush(ground)
        painter.drawPolygon(self._polygon(center, reach, shares))
        painter.setPen(QPen(t.surface, 1.2))
        painter.setBrush(t.job)
        half = px(4.5)
        for place, share in enumerate(shares):
            dot = self._at(center, reach, place, share)
            painter.drawRect(QRectF(dot.x() - half, dot.y() - half, 2 * half, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_client(
        self, painter: QPainter, center: QPointF, reach: float, values: tuple[float, ...]
    ) -> None:
        t, px = self.theme.tokens, self.theme.px
        shares = [self.spec.share(v) for v in values]
        pen = QPen(t.client, 2)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(self._polygon(center, reach, shares))
        painter.setPen(QPen(t.surface, 1.2))
        painter.setBrush(t.client)
        for place, share in enumerate(shares):
            painter.drawEllipse(self._at(center, reach, place, share), px(5), px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _texts(self, place: int) -> tuple[str, str]:
        """The client's score before a corner's value, with a dot between; "" without one."""
        texts = self.spec.client_texts
        return (f"{texts[place]} · " if texts else "", self.spec.corners[place].text)

    def _draw_scale(self, painter: QPainter, center: QPointF, reach: float) -> None:
        """The numbers of the rings, on the spoke between Realistic and Investigative."""
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.tokens.text3)
        metrics = QFontMetricsF(painter.font())
        low, high = self.spec.low, self.spec.high
        for value in (low, *_RINGS, high):
            # Half-way between two corners a ring is nearer to the center.
            share = self.spec.share(value)
            a, b = (self._at(center, reach, corner, share) for corner in (0, 1))
            text = f"{value:g}"
            x = (a.x() + b.x()) / 2 + 3
            y = (a.y() + b.y()) / 2 + metrics.ascent() / 2 - 1
            if value == low:
                x, y = center.x() + 4, center.y() + metrics.ascent() + 2
            painter.drawText(QPointF(x, y), text)

    def _draw_corner(
        self, painter: QPainter, center: QPointF, reach: float, place: int, corner: Corner
    ) -> None:
        t, px = self.theme.tokens, self.theme.px
        tip = self._at(center, reach, place, 1.0)
        name_font = self.theme.font("row", bold=corner.in_code)
        name_metrics = QFontMetricsF(name_font)
        step = name_metrics.height()
        name = corner.letter if self._short(self.width()) else corner.name
        wide = max(
            name_metrics.horizontalAdvance(name),
            name_metrics.horizontalAdvance("".join(self._texts(place))),
        )
        gap = px(10)
        if place == 0:
            rect = QRectF(tip.x() - wide / 2, tip.y() - gap / 2 - 2 * step, wide, 2 * step)
            align = Qt.AlignmentFlag.AlignHCenter
        elif place == 3:
            rect = QRectF(tip.x() - wide / 2, tip.y() + gap / 2, wide, 2 * step)
            align = Qt.AlignmentFlag.AlignHCenter
        elif place in (1, 2):
            rect = QRectF(tip.x() + gap, tip.y() - step, wide, 2 * step)
            align = Qt.AlignmentFlag.AlignLeft
        else:
            rect = QRectF(tip.x() - gap - wide, tip.y() - step, wide, 2 * step)
            align = Qt.AlignmentFlag.AlignRight
        top = QRectF(rect.left(), rect.top(), wide, step)
        painter.setFont(name_font)
        painter.setPen(t.text if corner.in_code else t.text2)
        painter.drawText(top, int(align) | int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(t.job if corner.value is not None else t.text3)
        under = top.translated(0, step)
        client = self._texts(place)[0]
        lead, own = (name_metrics.horizontalAdvance(text) for text in (client, corner.text))
        x = under.left()
        if align & Qt.AlignmentFlag.AlignHCenter:
            x = under.center().x() - (lead + own) / 2
        elif align & Qt.AlignmentFlag.AlignRight:
            x = under.right() - lead - own
        base = under.center().y() + (name_metrics.ascent() - name_metrics.descent()) / 2
        painter.drawText(QPointF(x + lead, base), corner.text)
        if client:
            painter.setPen(t.client_text)
            painter.drawText(QPointF(x, base), client)
        subject = _("{interest}, interest of this job", interest=corner.name)
        theirs = _("{score} the client", score=client.removesuffix(" · ")) if client else ""
        said = joined((joined((subject, corner.text), ": "), theirs), "; ")
        self.place(Mark(rect, corner.figure, subject, said))

    def _reach(self, width: float, *, short: bool) -> float:
        """Distance from the center to a corner that leaves room for the words at the sides."""
        room = self._side_room(short=short) + self.theme.px(12)
        return max(min(self.theme.px(132), (width / 2 - room) / point(1, 1.0)[0]), 10.0)

    def _short(self, width: float) -> bool:
        """Whether the names leave too little room, so that only letters stand at the corners."""
        return self._reach(width, short=False) < self.theme.px(96)

    def restyle(self) -> None:
        self._rooms.clear()
        super().restyle()

    def _side_room(self, *, short: bool) -> float:
        if short in self._rooms:
            return self._rooms[short]
        metrics = QFontMetricsF(self.theme.font("row", bold=True))
        words = ["".join(self._texts(place)) for place in range(6)]
        if not short:
            words += [c.name for c in self.spec.corners]
        self._rooms[short] = max(metrics.horizontalAdvance(word) for word in words)
        return self._rooms[short]

    def _corner_height(self) -> float:
        return 2 * QFontMetricsF(self.theme.font("row", bold=True)).height() + self.theme.px(6)

    @staticmethod
    def _at(center: QPointF, reach: float, corner: int, share: float) -> QPointF:
        x, y = point(corner, share)
        return QPointF(center.x() + reach * x, center.y() + reach * y)

    def _polygon(self, center: QPointF, reach: float, shares: list[float]) -> QPolygonF:
        return QPolygonF([self._at(center, reach, i, share) for i, share in enumerate(shares)])
