"""A filter as a chip: a choice behind a pill, filled while it asks something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from counselor_app.language import _
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.style.icons import Icon
from counselor_app.ui.style.theme import Theme

_CROSS = 30


class FilterChip(ChoiceButton):
    """The first of ``items`` asks nothing: the chip then shows its ``name``.

    Else it is filled, and its cross or Delete takes it off. With ``comes_off`` False it is always
    on, and says which choice.
    """

    least = 32

    def __init__(
        self, items: Sequence[str], theme: Theme, name: str, *, index: int = 0,
        comes_off: bool = True, mark: Icon | None = None,
    ) -> None:  # fmt: skip
        self.theme, self.comes_off, self.mark = theme, comes_off, mark
        self.on = not comes_off
        super().__init__(items, theme, name, index=index)
        self.look = "chip"
        self.updateGeometry()

    def set_index(self, index: int) -> None:
        super().set_index(index)
        self.on = bool(index) or not self.comes_off
        said = self.theme.say
        if not self.on:
            self.setText(said(self._name))
        elif self.comes_off:
            words = _("{filter}, on. Delete takes it off.", filter=self.items[index])
            self.setAccessibleName(said(words))
        self.updateGeometry()
        self.update()

    def take_off(self) -> None:
        """Ask nothing."""
        if self.on and self.comes_off:
            self._pick(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_off()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        crossed = event.position().x() > self.width() - self.theme.px(_CROSS)
        if self.on and self.comes_off and crossed:
            self.take_off()
        else:
            super().mousePressEvent(event)
