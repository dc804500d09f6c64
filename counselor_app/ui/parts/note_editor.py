"""Where a note is written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QPlainTextEdit

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_PAUSE_MS = 500


class NoteEditor(QPlainTextEdit):
    """Where a note is written; ``paused`` comes half a second after the last key, and on leaving
    with the Tab key, which goes on to the next control. ``uid`` and ``kept`` are the note's in the
    file, None and "" for one that is not begun."""

    look = "editor"
    paused = Signal()
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.uid: str | None = None
        self.kept = ""
        self.setAccessibleName(theme.say(pgettext("field", "New note")))
        self.setPlaceholderText(theme.say(_("Write a note")))
        self.setTabChangesFocus(True)
        dress(self, theme)
        self.setViewportMargins(2, 2, 2, 2)
        self.document().setDocumentMargin(theme.px(8))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.paused)
        self.textChanged.connect(self._timer.start)
        thin_bars(self, theme)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def unsaved(self) -> bool:
        """Whether something else stands here than the file has."""
        return self.toPlainText().strip() != self.kept.strip()

    def take(self, uid: str | None = None, note: str = "") -> None:
        """Show a note as the file has it; without one, begin another."""
        self.uid, self.kept = uid, note
        if self.toPlainText() != note:  # else Ctrl+Z goes on undoing what was typed
            self.setPlainText(note)
        self.settle()

    def follow(self, notes: Mapping[str, str]) -> None:
        """Show the note as it is in the file now, unless something is written here since."""
        if self.uid is not None and not self.unsaved and notes.get(self.uid) != self.kept:
            now = notes.get(self.uid)
            self.take(self.uid if now is not None else None, now or "")

    def settle(self) -> None:
        """Wait no longer for a pause."""
        self._timer.stop()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        self.setFont(self.theme.font("body"))
        palette = self.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self.theme.tokens.surface)
        self.setPalette(palette)
        self.setFixedHeight(self.theme.px(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.paused.emit()
