"""Occupations that are kept for the client, in the order in which they were put there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Shortlist(QObject):
    """A list of occupations: those on the shortlist, or those set aside as not for the client.

    ``changed`` follows every change, ``codes`` hold the occupations.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codes: tuple[str, ...] = ()

    def __contains__(self, code: str) -> bool:
        return code in self.codes

    def toggle(self, code: str) -> None:
        """Put an occupation on the list or take it off."""
        if code in self.codes:
            self.set(one for one in self.codes if one != code)
        else:
            self.add((code,))

    def add(self, codes: Iterable[str]) -> None:
        """Put occupations on the list that are not on it."""
        self.set((*self.codes, *codes))

    def set(self, codes: Iterable[str]) -> None:
        """Show another client's list, each occupation once."""
        self.codes = tuple(dict.fromkeys(codes))
        self.changed.emit()
