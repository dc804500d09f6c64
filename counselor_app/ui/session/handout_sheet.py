"""The handout's pages beside the plan, as they will print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.parts.buttons import SegmentedControl
from counselor_app.ui.parts.fixed import fix
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

PAPERS = ("letter", "a4")
_INCHES = 8.5
_NARROWEST = 120


class PageImage(QWidget):
    """One page as it will print, with its number under it."""

    def __init__(self, image: QImage, number: int, of: int, theme: Theme) -> None:
        super().__init__()
        self._image, self._theme = image, theme
        self._words = theme.say(_("Page {n} of {all}", n=number, all=of))
        self.setAccessibleName(self._words)

    def set_width(self, width: int) -> None:
        """Show the page as wide as this."""
        tall = round(width * self._image.height() / max(self._image.width(), 1))
        self.setFixedSize(width, tall + self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(0, 0, self.width(), self.height() - self._theme.px(28))
        painter.drawImage(paper, self._image)
        painter.setPen(QPen(t.edge, 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(t.text2)
        painter.setFont(self._theme.font("caption"))
        under = QRectF(0, paper.height(), paper.width(), self._theme.px(28))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._words)


class HandoutSheet(QFrame):
    """``paper_chosen`` carries "letter" or "a4"."""

    look = "right"
    paper_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        dress(self, theme)
        self.setAccessibleName(theme.say(_("The handout as it will print")))
        self.pages: list[PageImage] = []
        self.title = Prose(pgettext("heading", "Handout"), theme, role="heading", wrap=False)
        self.said = Prose("", theme, role="caption", tone="text2")
        self.paper = SegmentedControl(
            (pgettext("paper", "Letter"), "A4"), theme, pgettext("name of a choice", "Paper")
        )
        self.paper.chosen.connect(lambda place: self.paper_chosen.emit(PAPERS[place]))
        self._top = QHBoxLayout()
        for widget in (self.title, self.said, self.paper):
            self._top.addWidget(widget, int(widget is self.said), Qt.AlignmentFlag.AlignVCenter)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(theme.say(_("Pages of the handout")))
        self.area.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.addLayout(self._top)
        outer.addWidget(self.area, 1)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.layout().setContentsMargins(px(24), px(10), px(12), 0)  # type: ignore[union-attr]
        self._column.setContentsMargins(0, 0, px(8), px(12))
        self._column.setSpacing(px(12))
        for widget in (self.area, self._body):
            palette = widget.palette()
            palette.setColor(palette.ColorRole.Window, self.theme.tokens.window)
            widget.setPalette(palette)
        thin_bars(self.area, self.theme)
        self._fit()

    def fix_paper(self) -> None:
        """Show the paper that the school has set, and no other."""
        self._top.addWidget(fix(self.theme, self.paper))

    @property
    def dots(self) -> float:
        """Dots to an inch at which the pages are sharp here."""
        return self._page_width() * self.devicePixelRatioF() / _INCHES

    def show_pages(self, images: Sequence[QImage], paper: str) -> None:
        """Show the pages in the place of those that were there; the scroll stays."""
        scrolled = self.area.verticalScrollBar().value()
        self.paper.set_index(PAPERS.index(paper) if paper in PAPERS else 0)
        for page in self.pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        n = len(images)
        self.pages = [PageImage(one, number, n, self.theme) for number, one in enumerate(images, 1)]
        for page in self.pages:
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.said.setText(ngettext("{n} page", "{n} pages", n, n=n))
        self.area.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as there is room, and not wider than is good to read."""
        for page in self.pages:
            page.set_width(self._page_width())

    def _page_width(self) -> int:
        room = self.area.width() - self.theme.px(24)
        return max(min(room, self.theme.px(900)), _NARROWEST)
