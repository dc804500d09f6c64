"""Words on a page: headings with their source, prose, links to other occupations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from counselor_app.domain.provenance import Figure, Source
from counselor_app.ui.theme import Role, Theme
from counselor_app.ui.widgets.drawing import (
    Lines,
    break_lines,
    draw_focus,
    draw_lines,
    longest_word,
)
from counselor_app.ui.widgets.flow import FlowLayout
from counselor_app.ui.widgets.source import FigureLabel


class Prose(QLabel):
    """Wrapping text in a role's font; ``tone`` is the name of a token color.

    ``rich=True`` understands ``<b>``; escape what comes from data with ``html.escape``.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        role: Role = "prose",
        bold: bool = False,
        tone: str = "text",
        rich: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._bold, self._tone = theme, bold, tone
        self._role: Role = role
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_role(self, role: Role) -> None:
        """Take another role's font."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self._theme.font(self._role, bold=self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(self._theme.tokens, self._tone))
        self.setPalette(palette)


class Heading(QWidget):
    """A block's title and, beside it, the words of its source with the dotted underline.

    ``subject`` is the source (or a figure that carries it); None for a plain title. Connect
    ``source_requested`` of `source_label` when there is one (`Page.heading` does).
    """

    def __init__(
        self,
        title: str,
        theme: Theme,
        subject: Figure | Source | None = None,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(theme, (12, 0), self)
        self.title_label = Prose(title, theme, role="heading", wrap=False)
        self.title_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self.title_label)
        self.source_label: FigureLabel | None = None
        if subject is not None:
            source = subject.source if isinstance(subject, Figure) else subject
            self.source_label = FigureLabel(
                subject, words or source.label, theme, f"Source of {title}", role="caption",
                soft=True,
            )  # fmt: skip
            row.addWidget(self.source_label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)


class LinkLabel(QAbstractButton):
    """Words in the accent color that do something when clicked or on Enter; wraps."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        role: Role = "row",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._role: Role = role
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = self._lines(None)
        return QSize(int(lines.width) + 9, int(lines.height) + 4)

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.theme.font(self._role))
        return QSize(int(width) + 9, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lines(width - 8).height) + 4

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self.theme.font(self._role))
        area = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        tokens = self.theme.tokens
        color = tokens.accent if self.isEnabled() else tokens.text3
        draw_lines(painter, self._lines(area.width()), area, color, underline=self.underMouse())
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)

    def _lines(self, width: float | None) -> Lines:
        return break_lines(self.text(), self.theme.font(self._role), width)


class JobLink(LinkLabel):
    """A link to another occupation: click or Enter opens it, with Ctrl beside the present one."""

    open_occupation = Signal(str, bool)

    def __init__(
        self,
        code: str,
        title: str,
        theme: Theme,
        *,
        role: Role = "row",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, theme, role=role, parent=parent)
        self._code, self._beside = code, False
        self.setToolTip("Click to open; with Ctrl, beside this one")
        self.clicked.connect(self._open)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().keyPressEvent(event)

    def _open(self) -> None:
        beside, self._beside = self._beside, False
        self.open_occupation.emit(self._code, beside)
