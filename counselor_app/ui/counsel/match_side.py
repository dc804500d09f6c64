"""What narrows the client's jobs down: in a row over them, or in a column beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from counselor_app.language import _
from counselor_app.ui.counsel.match_filters import FilterBar
from counselor_app.ui.parts.buttons import SegmentedControl
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

BESIDE = 1100
"""The least width of a page that leaves a client two cards beside what they choose from."""
_WIDE = 264
_ANY_WIDTH = (1 << 24) - 1


class Narrowing(QWidget):
    """The choice of schooling, where one column of jobs is shown, and the chips.

    ``beside`` says that they stand beside the jobs, each under the client's own words for it.
    """

    def __init__(self, filters: FilterBar, theme: Theme) -> None:
        super().__init__()
        self.theme, self.filters = theme, filters
        self.beside = self._listed = False
        self.choice: SegmentedControl | None = None
        self._study = Prose(_("I want to study …"), theme, role="prose", bold=True)
        self._see = Prose(_("I would like to see …"), theme, role="prose", bold=True)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._study, self._see, filters):
            self._layout.addWidget(part)
        self._layout.addStretch()
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_choice(self, choice: SegmentedControl | None) -> None:
        """Show a choice of schooling in place of the one before."""
        if self.choice is not None:
            self._layout.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = choice
        if choice is not None:
            self._layout.insertWidget(1, choice, 0, Qt.AlignmentFlag.AlignTop)
        self.arrange()

    def stand(self, beside: bool, where: QBoxLayout) -> None:
        """Stand first in the row of the jobs, ``beside`` them, or last of what lies over them."""
        if where.indexOf(self) < 0:
            where.insertWidget(0 if beside else -1, self)
            self.beside = beside
            self.restyle()
        self.arrange()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        px, way, beside = self.theme.px, QBoxLayout.Direction, self.beside
        self._layout.setDirection(way.TopToBottom if beside else way.LeftToRight)
        for part in (self._study, self._see):
            part.setVisible(beside)
        self._layout.setStretchFactor(self.filters, 0 if beside else 1)
        self._layout.setStretch(self._layout.count() - 1, 1 if beside else 0)
        self._layout.setSpacing(px(8 if beside else 16))
        self.setMinimumWidth(px(_WIDE) if beside else 0)
        self.setMaximumWidth(px(_WIDE) if beside else _ANY_WIDTH)

    def set_listed(self, listed: bool) -> None:
        """Whether the jobs stand in a list, which has all schooling in it."""
        self._listed = listed
        self.arrange()

    def arrange(self) -> None:
        """Take no room where there is nothing to choose."""
        if self.choice is not None:
            self.choice.setVisible(not self._listed)
        chosen = self.choice is not None and not self._listed
        self.setVisible(chosen or not self.filters.isHidden())
