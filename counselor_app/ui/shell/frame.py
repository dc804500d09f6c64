"""The window's lower edge: where the data come from, and where they are kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

KEPT_HERE = _("Kept on this computer only")


class Footer(QFrame):
    """The vintages of the data, where it is kept, and the way to sources and licenses."""

    look = "foot"

    sources_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(pgettext("region", "About the data")))
        self.vintages = _Line(theme)
        self.kept = _Line(theme, KEPT_HERE)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        self.row.addWidget(self.vintages, 1)
        self.row.addWidget(self.kept)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_vintages(self, text: str) -> None:
        """Say which releases the figures come from, and offer the list of sources."""
        from counselor_app.ui.parts.text import LinkLabel

        self.vintages.say(text)
        if self.row.count() == 2:
            link = LinkLabel(_("Sources and licenses"), self.theme, role="caption")
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            link.clicked.connect(self.sources_wanted)
            self.row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        self.row.setContentsMargins(px(20), 0, px(20), 0)
        self.setFixedHeight(px(30))
        for line in (self.vintages, self.kept):
            line.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.kept.setVisible(self.width() > self.theme.px(760))
        super().resizeEvent(event)


class _Line(QLabel):
    """One line in the second text color that gives way when there is no room."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a line, cut where it does not fit; the whole is spoken and in the tool tip."""
        text = self._whole = self.theme.say(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self.theme.font("caption"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.tokens.text2)
        self.setPalette(palette)
        self._cut()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, room = self.fontMetrics(), self.width()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        self.updateGeometry()
