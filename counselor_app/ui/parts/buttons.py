"""Buttons and the segmented control."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from counselor_app.language import joined
from counselor_app.ui.parts.control import Control, Speaker
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

Look = Literal["flat", "outlined", "primary", "round"]


class Button(Control, QPushButton):
    """A button of text, an icon, or both; ``name`` is spoken where there is no text.

    ``trailing`` puts the icon behind the words.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: Icon | None = None,
        name: str = "",
        look: Look = "flat",
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme.say(text), parent)
        self.role, self.mark, self.bare = role, icon, False
        self.trailing = False
        self.wear(theme, look)
        self.setAccessibleName(name or text)
        if name and name != text:
            self.setToolTip(name)

    def set_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self.mark = icon
        self.restyle()

    def set_bare(self, bare: bool) -> None:
        """Show the icon alone (narrow windows, large text)."""
        if bare != self.bare and self.mark:
            self.bare = bare
            if bare:
                self.setToolTip(self.accessibleName())
            self.restyle()


class _Segment(Control, QRadioButton):
    """One choice of a segmented control."""

    def __init__(self, theme: Theme, text: str, count: str, *, upright: bool) -> None:
        super().__init__(theme.say(text))
        self.count, self.upright = theme.say(count), upright
        self.wear(theme, "segment")
        if upright:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(joined((text, count)))


class SegmentedControl(Speaker, QFrame):
    """One choice of a few, side by side or, ``upright``, one under the other; arrow keys move the
    choice. ``chosen`` gives its index.

    An item is its words, or a pair (words, count).
    """

    look = "track"
    chosen = Signal(int)

    def __init__(
        self,
        items: Sequence[str | tuple[str, str]],
        theme: Theme,
        name: str,
        *,
        index: int = 0,
        upright: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.upright = theme, upright
        dress(self, theme)
        self.setAccessibleName(name)
        policy, way = QSizePolicy.Policy, QBoxLayout.Direction
        self.setSizePolicy(policy.Preferred if upright else policy.Fixed, policy.Fixed)
        row = QBoxLayout(way.TopToBottom if upright else way.LeftToRight, self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._segments: list[_Segment] = []
        for place, item in enumerate(items):
            text, count = (item, "") if isinstance(item, str) else item
            segment = _Segment(theme, text, count, upright=upright)
            segment.setChecked(place == index)
            segment.toggled.connect(partial(self._toggled, place))
            row.addWidget(segment)
            self._segments.append(segment)

    def index(self) -> int:
        """Which item is chosen."""
        return next((i for i, s in enumerate(self._segments) if s.isChecked()), -1)

    def set_index(self, index: int) -> None:
        """Choose an item without emitting ``chosen``."""
        self.blockSignals(True)
        self._segments[index].setChecked(True)
        self.blockSignals(False)

    def _toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(place)
