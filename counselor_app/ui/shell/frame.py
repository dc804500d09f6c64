"""The window's fixed edges: the header above, the footer below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from counselor_app.ui.counsel.chip import ClientChip
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.style.theme import Theme

KEPT_HERE = "Kept on this computer only"


class Header(QWidget):
    """The ground of the search field, which the window lays over it; client, print, menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName("Actions")
        self.list = Button(theme, icon="list", name="Show the list of occupations")
        self.list.hide()
        self.client = ClientChip(theme)
        self.notes = Button(theme, "Notes", icon="pencil", name="Notes (Ctrl+N)")
        self.notes.hide()
        self.places = Button(theme, "Places", icon="place", name="Choose places")
        self.print = Button(theme, "Print…", icon="print", name="Print (Ctrl+P)")
        self.menu = Button(theme, icon="menu", name="Menu")
        row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.list)
        row.addStretch(1)
        for button in (self.client, self.notes, self.places, self.print, self.menu):
            row.addWidget(button)
        self.client.setEnabled(False)
        self.print.setEnabled(False)
        self.places.setEnabled(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def serve(self, *, notes: bool) -> None:
        """A pack is open: its buttons work; ``notes`` where clients can be kept."""
        self.client.setEnabled(True)
        self.places.setEnabled(True)
        self.notes.setVisible(notes)

    def rest(self) -> None:
        """No pack is open: the buttons rest and do nothing."""
        for button in (self.list, self.client, self.notes, self.places, self.print, self.menu):
            button.clicked.disconnect()
        for button in (self.client, self.places, self.print):
            button.setEnabled(False)
        self.notes.hide()
        self.client.show_client("", "")

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.layout().setContentsMargins(px(12), px(10), px(20), px(10))  # type: ignore[union-attr]
        self.setFixedHeight(px(58))
        self._narrow()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._narrow()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.tokens.window)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _narrow(self) -> None:
        roomy = self.theme.px(780 if self.notes.isHidden() else 880)
        for button in (self.notes, self.places, self.print):
            button.set_bare(self.width() < roomy)
        self.client.set_bare(self.width() < self.theme.px(900))


class Footer(QWidget):
    """The vintages of the data, where it is kept, and the way to sources and licenses."""

    sources_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName("About the data")
        self.vintages = _Line(theme)
        self.kept = _Line(theme)
        self.kept.setText(KEPT_HERE)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        self.row.addWidget(self.vintages, 1)
        self.row.addWidget(self.kept)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_vintages(self, text: str) -> None:
        """Say which releases the figures come from, and offer the list of sources."""
        from counselor_app.ui.parts.text import LinkLabel

        self.vintages.setText(text)
        self.vintages.setToolTip(text)
        if self.row.count() == 2:
            link = LinkLabel("Sources and licenses", self.theme, role="caption")
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            link.clicked.connect(self.sources_wanted)
            self.row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.row.setContentsMargins(px(20), 0, px(20), 0)
        self.setFixedHeight(px(30))
        for line in (self.vintages, self.kept):
            line.setFont(self.theme.font("caption"))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.kept.setVisible(self.width() > self.theme.px(760))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.tokens.window)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        painter.drawLine(0, 0, self.width(), 0)


class _Line(QLabel):
    """One line in the second text color that gives way when there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(self.theme.tokens.text2)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
