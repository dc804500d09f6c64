"""What one can do with the pay chart: enlarge it, copy it as a picture or as a table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from counselor_app.charts import MOST_STEPS, Table
from counselor_app.language import _, pgettext
from counselor_app.ui.charts.pay_bands import PayBands
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.style.theme import Theme

_RATIO = 2


class PayTools(Speaker, QWidget):
    """Links under the chart ``bands``; ``caption`` goes with every copy (the job, the source).

    ``zoom_wanted`` says 1 for a step closer, 0 for the scale from zero again.
    """

    zoom_wanted = Signal(int)

    def __init__(self, bands: PayBands, caption: str, theme: Theme, *, zoom: int) -> None:
        super().__init__()
        self._bands, self._caption, self.theme = bands, theme.say(caption), theme
        self.setAccessibleName(_("What to do with the chart"))
        row = FlowLayout(theme, (14, 2), self)
        self.closer = LinkLabel(pgettext("link", "Zoom in"), theme, role="caption")
        self.closer.clicked.connect(lambda: self.zoom_wanted.emit(1))
        self.reset = LinkLabel(_("Scale from $0"), theme, role="caption")
        self.reset.clicked.connect(lambda: self.zoom_wanted.emit(0))
        self.picture = LinkLabel(pgettext("link", "Copy picture"), theme, role="caption")
        self.picture.clicked.connect(self._copy_picture)
        self.table = LinkLabel(pgettext("link", "Copy table"), theme, role="caption")
        self.table.clicked.connect(self._copy_table)
        for link in (self.closer, self.reset, self.picture, self.table):
            row.addWidget(link)
        # Only now: shown before it has a parent, a link would be a window of its own.
        self.closer.setVisible(zoom < MOST_STEPS)
        self.reset.setVisible(zoom > 0)

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(picture(self._bands, self._caption, self.theme))
        self._say(self.picture, pgettext("done", "Picture copied"))

    def _copy_table(self) -> None:
        QGuiApplication.clipboard().setText(table_text(self._bands.chart.table, self._caption))
        self._say(self.table, pgettext("done", "Table copied"))

    def _say(self, link: LinkLabel, words: str) -> None:
        link.setText(words)
        link.setAccessibleName(words)
        link.restyle()


def table_text(table: Table, caption: str) -> str:
    """A table as tab-separated lines, which a spreadsheet takes apart, and its caption."""
    lines = ["\t".join(cells) for cells in (table.header, *table.rows)]
    return "\n".join([*lines, caption]) + "\n"


def picture(chart: QWidget, caption: str, theme: Theme) -> QPixmap:
    """A chart with its caption under it, at twice the screen's resolution."""
    margin, line = theme.px(12), theme.px(28)
    size = QSize(chart.width() + 2 * margin, chart.height() + 2 * margin + line)
    pixmap = QPixmap(size * _RATIO)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(theme.tokens.surface)
    painter = QPainter(pixmap)
    chart.render(painter, QPoint(margin, margin))
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.tokens.text2)
    area = QRectF(margin, margin + chart.height(), chart.width(), line)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, caption)
    painter.end()
    return pixmap
