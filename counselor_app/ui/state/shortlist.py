"""The occupations that are kept for the client, in the order in which they were put there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Shortlist(QObject):
    """``changed`` follows every change, ``codes`` hold the occupations."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: tuple[str, ...] = ()

    def __contains__(self, code: str) -> bool:
        return code in self.codes

    def toggle(self, code: str) -> None:
        """Put an occupation on the shortlist or take it off."""
        if code in self.codes:
            self.set(one for one in self.codes if one != code)
        else:
            self.add((code,))

    def add(self, codes: Iterable[str]) -> None:
        """Put occupations on the shortlist that are not on it."""
        self.set((*self.codes, *codes))

    def set(self, codes: Iterable[str]) -> None:
        """Show another client's shortlist, each occupation once."""
        self.codes = tuple(dict.fromkeys(codes))
        self.changed.emit()
