"""Preview, print and save the report as it will look on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.errors import UserError
from counselor_app.ui.dialogs.base import Dialog
from counselor_app.ui.tasks import Task
from counselor_app.ui.theme import Theme
from counselor_app.ui.widgets.buttons import Button, SegmentedControl
from counselor_app.ui.widgets.text import Prose

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from counselor_app.domain.sheet import Sheet

Paper = Literal["letter", "a4"]
PAPERS: tuple[tuple[Paper, str], ...] = (("letter", "Letter"), ("a4", "A4"))
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0)
_PIXELS_PER_POINT = 96 / 72


class PrintDialog(Dialog):
    """The report on ``sheet``: its pages, paper size, zoom, and what to do with it.

    Typesetting runs in a thread. ``paper_chosen`` and ``places_wanted`` are for whoever keeps
    the settings; `set_sheet` shows the report again after the places have changed.
    """

    paper_chosen = Signal(str)
    places_wanted = Signal()

    def __init__(self, sheet: Sheet, paper: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__("Print the report", theme, parent, width=900, height=860)
        self.sheet = sheet
        self.paper: Paper = "a4" if paper == "a4" else "letter"
        self.pages: list[_SvgPage] = []
        self._zoom = ZOOMS.index(1.0)
        self._made_on = date.today()
        self._run = 0
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        chosen = [p for p, _ in PAPERS].index(self.paper)
        self.papers = SegmentedControl([w for _, w in PAPERS], theme, "Paper", index=chosen)
        self.papers.chosen.connect(self._set_paper)
        self.places = Button(theme, "Places…", icon="place", role="row")
        self.places.clicked.connect(self.places_wanted)
        self.smaller = Button(theme, icon="minus", name="Smaller preview")
        self.larger = Button(theme, icon="plus", name="Larger preview")
        self.smaller.clicked.connect(lambda: self._set_zoom(self._zoom - 1))
        self.larger.clicked.connect(lambda: self._set_zoom(self._zoom + 1))
        self.zoom_words = Prose("", theme, role="row", tone="text2", wrap=False)
        bar.addWidget(self.papers)
        bar.addWidget(self.places)
        bar.addStretch(1)
        bar.addWidget(self.smaller)
        bar.addWidget(self.zoom_words, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.larger)
        self.content.addLayout(bar)
        self.said = Prose("", theme, role="row", tone="text2")
        self.content.addWidget(self.said)
        self._sheets = QWidget()
        self._column = QVBoxLayout(self._sheets)
        self._column.setSpacing(theme.px(16))
        self.area = self.scrolled(self._sheets, "Preview of the report")
        self.save = Button(theme, "Save as PDF…", look="outlined")
        self.print = Button(theme, "Print…", look="primary", icon="print")
        for button in (self.save, self.print):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self._set_zoom(self._zoom)
        self._typeset()

    def set_sheet(self, sheet: Sheet) -> None:
        """Show the report on the same occupation with other places."""
        self.sheet = sheet
        self._typeset()

    def paint_pages(self, printer: QPrinter) -> None:
        """Paint the pages that the printer asks for, each over its whole sheet of paper."""
        numbers = range(1, len(self.pages) + 1)
        if printer.printRange() == printer.PrintRange.PageRange:
            wanted = printer.pageRanges()
            numbers = [n for n in numbers if wanted.contains(n)]  # type: ignore[assignment]
        painter = QPainter(printer)
        try:
            for place, number in enumerate(numbers):
                if place:
                    printer.newPage()
                whole = QRectF(printer.paperRect(printer.Unit.DevicePixel))
                whole.moveTo(0, 0)
                self.pages[number - 1].renderer.render(painter, whole)
        finally:
            painter.end()

    def _typeset(self) -> None:
        self._run += 1
        run, sheet, paper, made_on = self._run, self.sheet, self.paper, self._made_on
        self._ready(False)
        self.said.setText("Setting the pages…")

        def work(progress: object, cancelled: object) -> tuple[int, list[bytes]]:  # noqa: ARG001
            from counselor_app.reports.typeset import profile_svg_pages

            return run, profile_svg_pages(sheet, paper=paper, made_on=made_on)

        self._start(work, self._show)

    def _show(self, made: tuple[int, list[bytes]]) -> None:
        run, pages = made
        if run != self._run:
            return  # paper or places have changed since
        for page in self.pages:
            page.hide()
            page.deleteLater()
        self.pages = []
        for number, svg in enumerate(pages, start=1):
            page = _SvgPage(svg, number, len(pages), self.theme)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
        self._set_zoom(self._zoom)
        places = "; ".join(row.place for row in self.sheet.wages)
        self.said.setText(f"{len(pages)} pages. Pay for: {places}. Made to read well in gray.")
        self._ready(True)
        self.print.setFocus()

    def _set_paper(self, index: int) -> None:
        self.paper = PAPERS[index][0]
        self.paper_chosen.emit(self.paper)
        self._typeset()

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(ZOOMS) - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        self.zoom_words.setText(f"{ZOOMS[self._zoom]:.0%}")
        for page in self.pages:
            page.set_zoom(ZOOMS[self._zoom])

    def _save(self) -> None:
        name = "".join(c if c.isalnum() else "-" for c in self.sheet.occupation.title)
        suggested = Path.home() / f"{self.sheet.occupation.short_code}-{name}.pdf"
        target, _ = QFileDialog.getSaveFileName(
            self, "Save the report", str(suggested), "PDF (*.pdf)"
        )
        if not target:
            return
        path = Path(target)
        path = path if path.suffix else path.with_suffix(".pdf")
        sheet, paper, made_on = self.sheet, self.paper, self._made_on

        def work(progress: object, cancelled: object) -> Path:  # noqa: ARG001
            from counselor_app.reports.files import write_report
            from counselor_app.reports.typeset import profile_pdf

            write_report(profile_pdf(sheet, paper=paper, made_on=made_on), path)
            return path

        self._ready(False)
        self.said.setText("Saving…")
        self._start(work, self._saved)

    def _saved(self, path: Path) -> None:
        self.said.setText(f"Saved as {path.name} in {path.parent}.")
        self._ready(True)

    def _print(self) -> None:
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        size = QPageSize.PageSizeId.A4 if self.paper == "a4" else QPageSize.PageSizeId.Letter
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setDocName(f"{self.sheet.occupation.title} – Counselor")
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.paint_pages(printer)
            self.said.setText(f"Sent to {printer.printerName() or 'the printer'}.")

    def _ready(self, ready: bool) -> None:
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _start(self, work: Callable[..., object], then: Callable[..., object]) -> None:
        parent = self.parentWidget() or self
        task = Task(work, parent)
        task.done.connect(then)
        task.failed.connect(self._failed)
        task.start()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.said.setText(f"The report could not be made: {error}")
            raise error
        self.said.setText(str(error))
        self._ready(bool(self.pages))


class _SvgPage(QWidget):
    """One page as it will print, with its number under it."""

    def __init__(self, svg: bytes, number: int, of: int, theme: Theme) -> None:
        super().__init__()
        self.renderer = QSvgRenderer(QByteArray(svg))
        self._theme, self._words = theme, f"Page {number} of {of}"
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
