"""What lies over what in the window: what is wholly covered is hidden, from a screen reader too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from counselor_app.ui.parts.host import Host


class Veil:
    """Hides the layers that others cover, and shows them again once nothing does.

    Only what it has hidden itself is shown again: a part that its owner hides stays away.
    """

    def __init__(self, window: Host) -> None:
        self._window = window
        self._hidden: set[QWidget] = set()

    def hides(self, part: QWidget) -> bool:
        """Whether a part would be seen if nothing lay over it."""
        return part in self._hidden

    def forget(self, part: QWidget) -> None:
        """Let a part stay away: its owner takes it off."""
        self._hidden.discard(part)

    def drop(self, layers: Iterable[QWidget | None]) -> None:
        """Lay ``layers``, from below upwards, each over those before it."""
        parts = [part for part in layers if part is not None]
        above: list[QRect] = []
        for part in reversed(parts):
            covered = any(rect.contains(part.geometry()) for rect in above)
            if part.isHidden() and part not in self._hidden:
                continue
            if not covered:
                above.append(part.geometry())
            if covered is not part.isHidden():
                self._turn(part, on=not covered)
        self._hidden &= set(parts)

    def _turn(self, part: QWidget, *, on: bool) -> None:
        focus = self._window.focusWidget()
        if not on and focus is not None and (part is focus or part.isAncestorOf(focus)):
            self._window.setFocus()  # else Qt looks for the next one, page by page
        part.setVisible(on)
        (self._hidden.discard if on else self._hidden.add)(part)
