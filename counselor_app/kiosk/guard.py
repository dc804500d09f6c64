"""Nothing gets out: every event of the program passes here first.

Keys are let through by a list of those allowed, not stopped by a list of those known to be
dangerous. What opens something of the system (menus, drag and drop, other windows, tool tips,
input panels) does not come through at all.
"""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from counselor_app.kiosk.widgets import TARGET

_KEYS = frozenset(
    (
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Space,
        Qt.Key.Key_F1, Qt.Key.Key_Shift,
    )
)  # fmt: skip
CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
CHORD_KEY = Qt.Key.Key_P
"""Ctrl+Alt+Shift+P asks for the PIN."""

_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_PRESSES = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)  # fmt: skip
_NEVER = frozenset(
    (
        QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        QEvent.Type.FileOpen, QEvent.Type.Shortcut, QEvent.Type.ToolTip, QEvent.Type.WhatsThis,
        QEvent.Type.EnterWhatsThisMode, QEvent.Type.StatusTip, QEvent.Type.NativeGesture,
        QEvent.Type.RequestSoftwareInputPanel, QEvent.Type.Clipboard,
    )
)  # fmt: skip
_TOUCHES = frozenset(
    (
        QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.TabletPress,
    )
)  # fmt: skip
_SCHEMES = ("http", "https", "file", "mailto", "ftp")


class Guard(QObject):
    """Watches the whole application until `open_gate`.

    ``touched`` says that somebody is there, ``pin_wanted`` that the chord was pressed;
    ``choices_wanted`` carries a menu that was not let up, so that its choices are asked in place.
    """

    touched = Signal()
    pin_wanted = Signal()
    choices_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open = False
        self._clearing = False
        self._under: WeakSet[QObject] = WeakSet()
        self._pressed_at = -1
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setQuitOnLastWindowClosed(False)
        app.installEventFilter(self)
        QGuiApplication.clipboard().dataChanged.connect(self.clear_clipboard)
        for scheme in _SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "open_nothing")  # type: ignore[arg-type]

    def open_gate(self) -> None:
        """Let everything through again: the PIN was right."""
        if self._open:
            return
        self._open = True
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        QGuiApplication.clipboard().dataChanged.disconnect(self.clear_clipboard)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.setQuitOnLastWindowClosed(True)

    @Slot(QUrl)
    def open_nothing(self, address: QUrl) -> None:
        """Where a link to the outside ends."""

    def clear_clipboard(self) -> None:
        """Keep the clipboard empty, whatever was put there."""
        if self._clearing:
            return
        self._clearing = True
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(clipboard.Mode.Selection)
        self._clearing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._open:
            return False
        if kind in (QEvent.Type.Close, QEvent.Type.Quit):
            if kind == QEvent.Type.Close and not self._is_ours(watched):
                return False
            event.ignore()
            return True
        if kind in _NEVER or not self._let(kind, event) or self._again(watched, event):
            event.accept()
            return True
        if kind in _TOUCHES:
            self.touched.emit()
        if kind == QEvent.Type.Polish and isinstance(watched, QAbstractButton):
            _finger_sized(watched)
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget):
            self._shown(watched)
        return False

    def _is_ours(self, watched: QObject) -> bool:
        return watched is self._window or watched is self._window.windowHandle()

    def _let(self, kind: QEvent.Type, event: QEvent) -> bool:
        """Whether an event may come through."""
        if kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress and _is_chord(event):
                self.pin_wanted.emit()
            return is_allowed(event)
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            return event.button() == Qt.MouseButton.LeftButton and not _modified(event)
        if kind == QEvent.Type.Wheel and isinstance(event, QInputEvent):
            return not _modified(event)
        return True

    def _again(self, watched: QObject, event: QEvent) -> bool:
        """Whether this is the second press of a double tap on what came under the finger with the
        first one: nobody meant to press that.
        """
        if not (isinstance(watched, QWidget) and isinstance(event, QMouseEvent)):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            if event.timestamp() != self._pressed_at:
                self._pressed_at = event.timestamp()
                self._under.clear()
            self._under.add(watched)
        return event.type() == QEvent.Type.MouseButtonDblClick and watched not in self._under

    def _shown(self, widget: QWidget) -> None:
        """Other windows do not stay; small choices move inside."""
        if isinstance(widget, QMenu):
            widget.hide()
            self.choices_wanted.emit(widget)
        elif widget.isWindow() and widget is not self._window:
            widget.hide()


def is_allowed(event: QKeyEvent) -> bool:
    """Whether a key may come through: letters, digits and signs, and the keys to move about."""
    if event.modifiers() & ~_HARMLESS:
        return False
    key, text = event.key(), event.text()
    if any(key == one for one in _KEYS):
        return not (key == Qt.Key.Key_F1 and event.modifiers())
    return bool(text) and text.isprintable()


def _is_chord(event: QKeyEvent) -> bool:
    return event.key() == CHORD_KEY and event.modifiers() == CHORD and not event.isAutoRepeat()


def _modified(event: QInputEvent) -> bool:
    return bool(event.modifiers() & ~_HARMLESS)


def _finger_sized(button: QAbstractButton) -> None:
    """No button is smaller than a finger."""
    size = button.minimumSize()
    if button.maximumHeight() >= TARGET:
        button.setMinimumSize(max(size.width(), TARGET), max(size.height(), TARGET))
