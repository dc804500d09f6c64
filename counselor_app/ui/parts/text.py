"""Words on a page: headings with their source, prose, links to other occupations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.language import _
from counselor_app.ui.parts.control import Control, Speaker, follow_width
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.drawing import (
    Lines,
    break_lines,
    draw_lines,
    longest_word,
)
from counselor_app.ui.style.faces import link_height
from counselor_app.ui.style.theme import Role, Theme


class Prose(Speaker, QLabel):
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
        super().__init__(theme.say(text), parent)
        self.theme, self._bold, self._tone = theme, bold, tone
        self._role: Role = role
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if wrap:
            follow_width(self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def setText(self, words: str) -> None:
        super().setText(self.theme.say(words))

    def set_role(self, role: Role) -> None:
        """Take another role's font."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self.theme.font(self._role, bold=self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(self.theme.tokens, self._tone))
        self.setPalette(palette)

    def enterEvent(self, event: QEnterEvent) -> None:
        # Not before: a label whose words can be selected is laid out as a document.
        if not self.theme.touch:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)


class Heading(SourceWidget):
    """A block's title and, beside or under it, the words of its source, dotted underneath.

    ``subject`` is the source (or a figure that carries it); None for a plain title, which takes
    no focus. ``small`` is a line over a part of a block. Painted in one piece, because a page
    has a dozen of them.
    """

    GAP = 12
    heard_as = "heading"

    def __init__(
        self,
        title: str,
        theme: Theme,
        subject: Figure | Source | None = None,
        words: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        source = subject.source if isinstance(subject, Figure) else subject
        self._title, self._subject, self._small = theme.say(title), subject, small
        self._words = theme.say((words or source.label) if source else "")
        name = _("{title}. Source: {source}", title=title, source=self._words) if source else title
        super().__init__(theme, name, parent)
        self._placed: dict[int, tuple[Lines, Lines | None, QPointF]] = {}
        if subject is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_width(self)

    def restyle(self) -> None:
        self._placed.clear()
        super().restyle()

    def marks(self) -> Sequence[Mark]:
        source, at = self._place(self.width())[1:]
        if source is None or self._subject is None:
            return ()
        rect = QRectF(at.x(), at.y(), source.width, source.height + 3)
        return (Mark(rect, self._subject, _("Source of {what}", what=self._title)),)

    def sizeHint(self) -> QSize:
        title, source, at = self._place(10_000)
        width = at.x() + source.width if source else title.width
        return QSize(int(width) + 2, int(title.height) + 4)

    def minimumSizeHint(self) -> QSize:
        longest = longest_word(self._title, self._title_font())
        if self._words:
            longest = max(longest, longest_word(self._words, self.theme.font("caption")))
        return QSize(int(longest) + 2, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, source, at = self._place(width)
        return int(max(title.height, at.y() + source.height if source else 0.0)) + 5

    def draw(self, painter: QPainter) -> None:
        t = self.theme.tokens
        title, source, at = self._place(self.width())
        painter.setFont(self._title_font())
        draw_lines(painter, title, QRectF(self.rect()), t.text2 if self._small else t.text)
        if source:
            painter.setFont(self.theme.font("caption"))
            area = QRectF(at, QSizeF(source.width, source.height))
            draw_lines(painter, source, area, t.text3, dotted=t.text3)

    def _title_font(self) -> QFont:
        return self.theme.font("caption" if self._small else "heading")

    def _place(self, width: int) -> tuple[Lines, Lines | None, QPointF]:
        """The title's lines, the source's, and where the source begins."""
        if width not in self._placed:
            title, caption = break_lines(self._title, self._title_font(), width), None
            at = QPointF()
            if self._words:
                font = self.theme.font("caption")
                caption = break_lines(self._words, font, width)
                beside = title.width + self.theme.px(self.GAP)
                if beside + caption.width <= width and len(title.lines) == 1:
                    at = QPointF(beside, title.ascent - caption.ascent)
                else:
                    at = QPointF(0, title.height)
            self._placed[width] = (title, caption, at)
        return self._placed[width]


class LinkLabel(Control, QPushButton):
    """Words in the accent color that do something when clicked or on Enter; wraps."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        role: Role = "row",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme.say(text), parent)
        self.role = role
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.wear(theme, "link", wraps=True)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.theme.font(self.role))
        return QSize(int(width) + 9, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self.text(), self.theme.font(self.role), width - 8)
        return link_height(lines.height, self.theme)


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
        self.setToolTip(_("Click to open; with Ctrl, beside this one"))
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
