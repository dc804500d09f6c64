"""What happened today, a line each, with the way back there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counselor_app.language import _, pgettext
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.session.parts import Box
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.ui.state.history import Visit
    from counselor_app.ui.style.theme import Theme


class TodayLine(NamedTuple):
    """Something of today: when, what, and where it leads back to (None: nowhere)."""

    at: str
    words: str
    visit: Visit | None


class TodayBox(Box):
    """The lines of today; they change with every step, so their rows are made once and filled.

    ``visited`` carries a `Place`.
    """

    visited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        said = _("every place you were; Alt+Left goes back through them")
        super().__init__(pgettext("part of the home", "Today"), theme, said=said)
        self._theme, self._rows = theme, list[_Row]()
        self._none = Prose(_("Nothing yet today."), theme, role="body", tone="text2")
        self.column.addWidget(self._none)
        self.column.addStretch(1)

    def show_lines(self, lines: Sequence[TodayLine]) -> None:
        """Show these, the newest first."""
        self._none.setVisible(not lines)
        while len(self._rows) < len(lines):
            row = _Row(self._theme)
            row.link.clicked.connect(lambda row=row: self.visited.emit(row.visit.place))
            self.column.insertWidget(self.column.count() - 2, row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                row.show_line(lines[place])


class _Row(QFrame):
    """A line over a hairline: the time, what it was, and the link back."""

    look = "under"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        dress(self, theme)
        self._theme = theme
        self.visit: Visit | None = None
        self._at = Prose("", theme, role="row", tone="text2", wrap=False)
        self._words = Prose("", theme, role="row")
        self.link = LinkLabel(pgettext("link", "Go back"), theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(6))
        row.setSpacing(theme.px(12))
        for widget, stretch in ((self._at, 0), (self._words, 1), (self.link, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: TodayLine) -> None:
        """Show what it was, and whether it leads back."""
        self.visit = line.visit
        self._at.setText(line.at)
        self._words.setText(line.words)
        self.link.setVisible(line.visit is not None)
        self.link.setAccessibleName(_("Go back: {what}", what=line.words))
