"""The client in the header: name and code, and a menu of what can be done for them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from counselor_app.ui.parts.drawing import draw_focus
from counselor_app.ui.style.icons import draw_icon
from counselor_app.ui.style.theme import Theme

_NAME_ROOM = 150


class ClientChip(QPushButton):
    """ "Client RF-14 ≈ S C E"; ``bare`` leaves the name, or an icon while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._name = self._code = self._kept = ""
        self._ties = False
        self._bare = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.restyle)
        self.show_client("", "")

    def show_client(self, name: str, code: str, *, ties: bool = False) -> None:
        """Show a client's name and code letters; ``ties``: another order is as likely."""
        self._name, self._code, self._ties = name, " ".join(code), ties
        self._tell()

    def set_kept(self, kept: str) -> None:
        """Say "kept" (in the clients' file) or "not saved"; "" while in memory only."""
        self._kept = kept
        self._tell()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Leave out all but the name (narrow windows, large text)."""
        if bare != self._bare:
            self._bare = bare
            self.restyle()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        wide = sum(QFontMetricsF(f).horizontalAdvance(text) for text, f, _ in self._pieces())
        wide += px(6) * max(len(self._pieces()) - 1, 0) + px(12 + 10 + 12 + 8)
        wide += px(16) if not self._pieces() else 0
        line = QFontMetricsF(self.theme.font("body")).height()
        return QSize(int(wide) + 1, max(px(38), int(line) + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px = self.theme.tokens, self.theme.px
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(t.line, 1))
        painter.setBrush(t.accent_soft if self.underMouse() or self.isDown() else t.surface)
        painter.drawRoundedRect(rect, px(6), px(6))
        x = float(px(12))
        if not self._pieces():
            side = px(16)
            draw_icon(painter, "client", QRectF(x, (self.height() - side) / 2, side, side), t.text)
        for text, font, color in self._pieces():
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(color)
            base = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x, base), text)
            x += metrics.horizontalAdvance(text) + px(6)
        side = px(12)
        corner = QRectF(self.width() - px(10) - side, (self.height() - side) / 2, side, side)
        draw_icon(painter, "down", corner, t.text2)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _tell(self) -> None:
        code = f"code {self._code}{' and ties' if self._ties else ''}" if self._code else ""
        said = " ".join(part for part in (self._name, code) if part)
        kept = f", {self._kept}" if self._kept else ""
        self.setAccessibleName(f"Client: {said or 'none yet'}{kept}")
        self.setToolTip(f"{self.accessibleName()}. Inventory, scores, skills, matches")
        self.restyle()

    def _pieces(self) -> list[tuple[str, QFont, QColor]]:
        """Words, font and color from left to right."""
        t, theme = self.theme.tokens, self.theme
        found = []
        bold = theme.font("body", bold=True)
        if not self._bare:
            found.append(("Client", theme.font("body"), t.text))
        if self._name:
            room = theme.px(_NAME_ROOM)
            name = QFontMetricsF(bold).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
            found.append((name, bold, t.text))
        if self._code and not (self._bare and self._name):
            found.append((f"≈ {self._code}" if self._ties else self._code, bold, t.client_text))
        bad = self._kept not in ("", "kept")
        if self._kept and (bad or not self._bare):
            color = t.client_text if bad else t.text2
            found.append((self._kept, theme.font("caption", bold=bad), color))
        return found
