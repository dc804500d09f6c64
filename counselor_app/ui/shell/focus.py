"""Where the keyboard goes: Tab in reading order, F6 from part to part, letters to the search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QRadioButton, QScrollArea, QWidget

if TYPE_CHECKING:
    from counselor_app.ui.parts.host import Host


def move_focus(window: Host, *, forward: bool) -> bool:
    """Tab in reading order: pages are made late, so Qt's own order would be wrong."""
    overlay = window.overlay()
    parts = [overlay] if overlay is not None else window.regions()
    order = [widget for part in parts for widget in focusable(part)]
    focus = window.focusWidget()
    if not order:
        return False
    if focus is not None and focus is not window and focus not in order:
        # What had the focus has gone: the keyboard stays in its part of the window.
        (_near(window, focus) or order[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    here = order.index(focus) if focus in order else -1 if forward else 0
    target = order[(here + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _scroll_to(target)
    return True


def _near(window: Host, gone: QWidget) -> QWidget | None:
    """What can have the focus nearest to where ``gone`` was."""
    above = gone.parentWidget()
    while above is not None and above is not window:
        found = next((widget for widget in focusable(above) if widget is not gone), None)
        if found is not None:
            return found
        above = above.parentWidget()
    return None


def step_region(window: Host, step: int) -> None:
    """Move the focus to the next or previous part of the window."""
    regions = [r for r in window.regions() if next(focusable(r), None) is not None]
    focus, here = window.focusWidget(), 0
    for place, region in enumerate(regions):
        if focus is not None and (region is focus or region.isAncestorOf(focus)):
            here = place
    target = next(focusable(regions[(here + step) % len(regions)]))
    target.setFocus(Qt.FocusReason.TabFocusReason)
    _scroll_to(target)


def type_into_search(search: QLineEdit, event: QKeyEvent) -> bool:
    """Letters typed anywhere search; False when the key is no letter."""
    shift_or_keypad = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if event.modifiers() & ~shift_or_keypad or not text.strip() or not text.isprintable():
        return False
    if search.hasFocus():
        return False
    search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    search.selectAll()
    QGuiApplication.sendEvent(search, event)
    return True


def asks_for_help(event: QKeyEvent) -> bool:
    """Whether a key that nothing else took is that of the help."""
    return event.key() == Qt.Key.Key_F1 and not event.modifiers()


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab reaches inside ``widget``, in the order in which they are laid out."""
    if widget.isHidden() or not widget.isEnabled():
        return
    # Of a group of choices Tab reaches the chosen one; the arrow keys reach the others.
    passed = isinstance(widget, QRadioButton) and not widget.isChecked()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not passed:
        yield widget
    layout = widget.layout()
    ordered = list(_laid_out(layout)) if layout is not None else []
    others = [c for c in widget.children() if isinstance(c, QWidget) and not c.isWindow()]
    for child in dict.fromkeys((*ordered, *others)):
        yield from focusable(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _scroll_to(widget: QWidget) -> None:
    """Scroll the page so that ``widget`` is in view."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 40, 40)
        above = above.parentWidget()
