"""Pages as they will print: shown in the preview, painted onto a printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from counselor_app.errors import UserError
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PIXELS_PER_POINT = 96 / 72


class PageView(QWidget):
    """One page as it will print, with its number under it."""

    def __init__(self, svg: bytes, number: int, of: int, theme: Theme) -> None:
        super().__init__()
        self.renderer = QSvgRenderer(QByteArray(svg))
        self._theme, self._words = theme, theme.say(_("Page {n} of {all}", n=number, all=of))
        self._zoom = 1.0
        self.setAccessibleName(self._words)

    def set_zoom(self, zoom: float) -> None:
        """Show the page at ``zoom`` times its size on paper."""
        self._zoom = zoom
        size = self._paper()
        self.setFixedSize(size.width(), size.height() + self._theme.px(28))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._paper()
        paper = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(paper, Qt.GlobalColor.white)
        self.renderer.render(painter, paper)
        painter.setPen(QPen(self._theme.tokens.edge, 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(self._theme.tokens.text2)
        painter.setFont(self._theme.font("caption"))
        under = QRectF(0, size.height(), size.width(), self._theme.px(28))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._words)

    def _paper(self) -> QSize:
        size = self.renderer.viewBoxF()
        return QSize(
            round(size.width() * _PIXELS_PER_POINT * self._zoom),
            round(size.height() * _PIXELS_PER_POINT * self._zoom),
        )


def paint_pages(pages: Sequence[QSvgRenderer], printer: QPrinter) -> int:
    """Paint the pages that the printer asks for, each over its whole sheet; how many sheets.

    Copies that the printer cannot make itself are painted one after another.

    Raises:
        UserError: when the printer does not start, or stops before the last page.
    """
    wanted = list(range(1, len(pages) + 1))
    if printer.printRange() == printer.PrintRange.PageRange:
        ranges = printer.pageRanges()
        wanted = [number for number in wanted if ranges.contains(number)]
    if not wanted:
        raise UserError(
            _("None of the pages asked for is there: the report has {n}.", n=len(pages))
        )
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if copies > 1 and not printer.collateCopies():
        sheets = [number for number in wanted for _copy in range(copies)]
    else:
        sheets = wanted * copies
    painter = QPainter()
    if not painter.begin(printer):
        raise _stopped(printer, 0, len(sheets))
    try:
        for done, number in enumerate(sheets):
            if done and not printer.newPage():
                raise _stopped(printer, done, len(sheets))
            whole = QRectF(printer.paperRect(printer.Unit.DevicePixel))
            whole.moveTo(0, 0)
            pages[number - 1].render(painter, whole)
            if printer.printerState() in (printer.PrinterState.Aborted, printer.PrinterState.Error):
                raise _stopped(printer, done, len(sheets))
    except UserError:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() == printer.PrinterState.Error:
        raise _stopped(printer, len(sheets), len(sheets))
    return len(sheets)


def _stopped(printer: QPrinter, done: int, of: int) -> UserError:
    name = printer.printerName() or pgettext("begins a sentence", "The printer")
    if not done:
        said = _("{printer} stopped before the first page.", printer=name)
    else:
        said = _("{printer} stopped after {n} of {all} pages.", printer=name, n=done, all=of)
    way_on = _("Look whether it is on, has paper and is connected, then print again; or save the"
               " report as PDF.")  # fmt: skip
    return UserError(joined((said, way_on)))
