"""The popover that says where a figure comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.domain.figures import wording
from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.frames import TIP
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme


def subject_lines(subject: Figure | Source) -> list[tuple[str, str]]:
    """What the popover says of a figure or of a whole source: label and text, in order."""
    if isinstance(subject, Figure):
        return wording.source_lines(subject)
    lines = [
        (pgettext("fact", "Program"), joined((subject.programme, subject.publisher), ", ")),
        (pgettext("fact", "Release"), wording.release_words(subject)),
        (pgettext("fact", "Note"), subject.note),
        (pgettext("fact", "License"), subject.licence),
    ]
    return [(label, text) for label, text in lines if text]


class Popover(Speaker, QFrame):
    """A child of the window that shows one figure's source below or above the figure.

    A preview takes no focus and goes when the pointer leaves; a pinned popover has the focus,
    closes on Esc or a click elsewhere, and gives the focus back to the figure. ``meaning`` comes
    first: what the skill, ability or interest is.
    """

    look, heard_as = "bubble", "dialog"
    all_sources = Signal()
    dismissed = Signal()

    def __init__(
        self,
        request: SourceRequest,
        about: str,
        theme: Theme,
        window: QWidget,
        meaning: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(window)
        self.request, self.theme = request, theme
        dress(self, theme)
        self.tip = QPoint()
        subject = request.mark.subject
        title = joined((request.mark.name, about), ", ")
        self.setAccessibleName(_("Source of {what}", what=title))
        lines = [*meaning, *subject_lines(subject)]
        self._copied = theme.say(self._as_text(title, subject, lines))
        self.setAccessibleDescription(self._copied)
        close = self._lay_out(title, lines)
        self._place()
        self.show()
        self.raise_()
        if request.pinned:
            close.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, title: str, lines: Sequence[tuple[str, str]]) -> Button:
        """Title, value, lines and buttons; the button that closes."""
        theme, px, subject = self.theme, self.theme.px, self.request.mark.subject
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(14) + TIP, px(20), px(12) + TIP)
        outer.setSpacing(px(8))
        top = QHBoxLayout()
        top.addWidget(Prose(title, theme, role="body", bold=True), 1)
        close = Button(theme, icon="close", name=pgettext("button", "Close (Esc)"))
        close.clicked.connect(self.dismiss)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        if isinstance(subject, Figure):
            outer.addLayout(self._value(subject))
        self._table = self._grid(lines)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(theme.say(title))
        self._scroll.setWidget(self._table)
        thin_bars(self._scroll, theme)
        outer.addWidget(self._scroll, 1)
        bottom = QHBoxLayout()
        self.copy = Button(theme, _("Copy with its source"), icon="copy", role="row")
        self.copy.clicked.connect(self._copy)
        every = LinkLabel(pgettext("link", "All sources"), theme)
        every.clicked.connect(self.all_sources)
        bottom.addWidget(self.copy)
        bottom.addStretch(1)
        bottom.addWidget(every, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(bottom)
        return close

    def _grid(self, lines: Sequence[tuple[str, str]]) -> QWidget:
        theme, px = self.theme, self.theme.px
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, px(4), px(6), 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(lines):
            grid.addWidget(Prose(label, theme, role="row", tone="text2", wrap=False), row, 0,
                           Qt.AlignmentFlag.AlignTop)  # fmt: skip
            grid.addWidget(Prose(text, theme, role="row"), row, 1)
        return table

    def dismiss(self) -> None:
        """Close, and give the focus back when it was here."""
        focused = self.isAncestorOf(self.window().focusWidget() or self)
        self.dismissed.emit()
        self.hide()
        if self.request.pinned and focused and self.request.widget.isVisible():
            self.request.widget.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _place(self) -> None:
        """Below the figure, else above it, inside the window."""
        window, margin = self.window(), 8
        width = min(self.theme.px(470), window.width() - 2 * margin)
        text = width - 2 * self.theme.px(20)
        self._scroll.setMinimumHeight(min(self._table.heightForWidth(text), self.theme.px(60)))
        layout = self.layout()
        assert layout is not None
        rest = layout.heightForWidth(width) - self._scroll.sizeHint().height()
        height = rest + self._table.heightForWidth(text) + 4
        rect = self.request.mark.rect.toRect()
        top_left = self.request.widget.mapTo(window, rect.topLeft())
        figure = QRect(top_left, rect.size())
        room_below = window.height() - figure.bottom() - margin
        room_above = figure.top() - margin
        self.below = height <= room_below or room_below >= room_above
        height = min(height, max(room_below if self.below else room_above, self.theme.px(200)))
        y = figure.bottom() if self.below else figure.top() - height
        y = min(max(y, margin), max(window.height() - height - margin, margin))
        x = min(max(figure.left() - self.theme.px(22), margin), window.width() - width - margin)
        self.setGeometry(x, y, width, height)
        self.tip = QPoint(figure.center().x() - x, 0)

    def _value(self, figure: Figure) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        value = Prose(wording.value_words(figure), self.theme, role="fact2")
        row.addWidget(value, 0 if figure.number is not None else 1)
        unit = wording.UNIT_WORDS.get(figure.unit, "")
        if figure.number is not None and unit:
            row.addWidget(Prose(unit, self.theme, role="row", tone="text2"), 1,
                          Qt.AlignmentFlag.AlignBottom)  # fmt: skip
        if figure.number is not None:
            value.setWordWrap(False)
            row.addStretch(0)
        return row

    def _as_text(self, title: str, subject: Figure | Source, lines: list[tuple[str, str]]) -> str:
        head: str = title
        if isinstance(subject, Figure):
            unit = wording.UNIT_WORDS.get(subject.unit, "") if subject.number is not None else ""
            head = joined((title, joined((wording.value_words(subject), unit))), ": ")
        return joined((head, *(joined(line, ": ") for line in lines)), "\n")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.copy.setText(pgettext("done", "Copied"))
