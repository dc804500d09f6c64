"""What a screen reader gets that stock widgets do not give: roles, and painted values.

A widget class says what it is by ``heard_as``, one of `ROLES`; ``heard_modal`` is what lies
over all else, ``heard_alone`` a dialog under which nothing of its window is there. What paints
values stands on `Values`: each value is an item of it, so that one can go from one to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QDialog, QScrollArea, QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

_R = QAccessible.Role
ROLES = {
    "dialog": _R.Dialog,
    "group": _R.Grouping,
    "heading": _R.Heading,
    "item": _R.ListItem,
    "list": _R.List,
    "news": _R.Notification,
    "picture": _R.Graphic,
    "section": _R.Section,
    "text": _R.StaticText,
    "window": _R.Window,
}


class Value(NamedTuple):
    """Something that is drawn: what it says, and where."""

    words: str
    rect: QRectF


class Values(_Widget):
    """Stands before a widget that paints several values; each is an item to a screen reader."""

    heard_as = "list"

    def values(self) -> Sequence[Value]:
        """What is drawn, in reading order and in the language of the window; () for a text."""
        raise NotImplementedError


class Item(QWidget):
    """Lies over one painted value and looks like nothing; made when a screen reader asks.

    A widget and no bare interface, because Qt keeps account of widgets that go.
    """

    heard_as = "item"

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@cache
def be_heard() -> None:
    """Give every widget its role; once for the program, as Qt keeps what is installed."""
    QAccessible.installFactory(_face)


class _Face(QAccessibleWidget):
    """A widget in a role of ours; a dialog says that it is modal."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    def state(self) -> QAccessible.State:
        state, widget = super().state(), self.widget()
        modal = widget.isModal() if isinstance(widget, QDialog) else hasattr(widget, "heard_modal")
        if modal:
            state.modal = 1
        return state


class _WindowFace(_Face):
    """A window of which nothing is there while a client has a screen of their own over it."""

    def childCount(self) -> int:
        return 0 if under_another(self.widget()) else super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None if under_another(self.widget()) else super().child(index)


def under_another(window: QWidget) -> bool:
    """Whether a dialog that is ``heard_alone`` lies over a window."""
    dialogs = window.findChildren(QDialog, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return any(hasattr(one, "heard_alone") and one.isVisible() for one in dialogs)


def tell_of_beneath(window: QWidget, *, there: bool) -> None:
    """Tell a screen reader that the parts of a window are gone, or there again."""
    change = QAccessible.Event.ObjectShow if there else QAccessible.Event.ObjectHide
    for part in window.children():
        if isinstance(part, QWidget) and not part.isWindow() and part.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(part, change))


class _ValuesFace(_Face):
    """The values that a widget paints are its children."""

    def childCount(self) -> int:
        return len(self._items())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        items = self._items()
        if not 0 <= index < len(items):
            return None
        return QAccessible.queryAccessibleInterface(items[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        items = self._items()
        thing = child.object()
        return items.index(thing) if isinstance(thing, Item) and thing in items else -1

    def _items(self) -> list[Item]:
        widget = self.widget()
        # Qt asks when a name is given already, in the middle of a constructor.
        if isinstance(widget, Values) and widget.isVisible():
            return lay_items(widget)
        return []


def lay_items(widget: Values) -> list[Item]:
    """The items over what ``widget`` paints now."""
    values = widget.values()
    items = widget.findChildren(Item, "", Qt.FindChildOption.FindDirectChildrenOnly)
    for item in items[len(values) :]:
        item.setParent(None)
        item.deleteLater()
    del items[len(values) :]
    items += (Item(widget) for _one in values[len(items) :])
    for item, value in zip(items, values, strict=True):
        if item.accessibleName() != value.words:
            item.setAccessibleName(value.words)
        if item.geometry() != (place := value.rect.toAlignedRect()):
            item.setGeometry(place)
        item.show()
    return items


def _face(name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget) and (role := _role(thing, name)):
        face = _ValuesFace if isinstance(thing, Values) else _Face
        if role == "window":
            face = _WindowFace
        return face(thing, ROLES[role])
    return None


def _role(widget: QWidget, level: str) -> str:
    """The role of a widget that is asked for as one of its classes, ``level``; "" for Qt's own."""
    said: str = getattr(widget, "heard_as", "")
    if said:
        return said
    if isinstance(widget, QDialog):
        return "dialog"
    if isinstance(widget, QScrollArea):  # Qt's own role has no name, and not all the children
        return "section"
    return "group" if level == "QWidget" and _named_anew(widget) else ""


def _named_anew(widget: QWidget) -> bool:
    """Whether a widget has a name, and another one than what it is in."""
    around = widget.parentWidget()
    while around is not None and not around.accessibleName():
        around = around.parentWidget()
    return widget.accessibleName() not in ("", around.accessibleName() if around else "")
