"""The window as its features see it: where their pages lie, and where things are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counselor_app.ui.style.theme import Theme


class Panel(QFrame):
    """What lies at the right edge of the window."""

    def wanted_width(self) -> int:
        """How wide it wants to be at this text size."""
        raise NotImplementedError


class Host(QMainWindow):
    """A page lies over the middle of the window, a panel beside it, a cover over everything.

    ``help_wanted`` follows F1 where nothing else has a meaning for it; ``arranged`` says that every
    part was given its place.
    """

    help_wanted = Signal()
    arranged = Signal()

    theme: Theme

    def say(
        self,
        message: str,
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        problem: bool = True,
        saved: Path | None = None,
    ) -> None:
        """Show the message bar: what went wrong, or else just what was done or can be done.

        ``saved`` is a file that was just saved: it can be opened from there.
        """
        raise NotImplementedError

    def unsay(self) -> None:
        """Take the message bar away."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Give every part its place."""
        raise NotImplementedError

    def set_drawer(self, shown: bool) -> None:
        """Slide the list of occupations over the page, or away, where it has no place."""
        raise NotImplementedError

    def lay_over(self, page: QWidget | None) -> None:
        """Show a page over the middle of the window; None takes it away."""
        raise NotImplementedError

    def lay_beside(self, panel: Panel | None) -> None:
        """Show a panel at the right edge; None takes it away."""
        raise NotImplementedError

    def lay_cover(self, cover: QWidget | None) -> None:
        """Cover the whole window, keys resting; None uncovers it."""
        raise NotImplementedError

    def settle_popover(self) -> None:
        """Close what is pointed out of a figure, before something else opens."""
        raise NotImplementedError

    def focus_page(self) -> None:
        """Give the keyboard to what is in the middle."""
        raise NotImplementedError

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        raise NotImplementedError

    def regions(self) -> list[QWidget]:
        """The parts that F6 walks, in order."""
        raise NotImplementedError

    def overlay(self) -> QWidget | None:
        """What lies over the window and keeps the focus: a cover, or the pinned popover."""
        raise NotImplementedError
