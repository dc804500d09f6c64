"""What an inventory gave, in the client's words: what to talk about first, six bars, what next.

Statistics wait on the interests page, under "How sure is this?".
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.domain.session.inventory import (
    Answers,
    client_scores,
    no_scores,
    score,
)
from counselor_app.domain.session.likes import headline
from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.charts.like_bars import LikeRows
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Role, Theme


class ResultView(QWidget):
    """The result page. ``used`` carries the scores; ``again`` asks what was skipped."""

    used = Signal(object)
    again = Signal()
    cleared = Signal()

    def __init__(self, answers: Answers, today: date, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setMaximumWidth(theme.px(860))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        self._column.setSpacing(theme.px(10))
        result = score(answers)
        found = client_scores(result, today)
        self._say(_("What came out"), "title2")
        for flag in result.flags:
            self._say(_("Talk about this first: {flag}", flag=flag), "prose", tone="client_text")
        if (why := no_scores(result)) is not None:
            self._say(why, "prose", tone="client_text")
        if found is not None:
            self._say(headline(found, pgettext("owner of what follows", "My")), "fact2")
        buttons = FlowLayout(theme, (10, 8))
        if found is not None:
            use = self._button(_("Use these scores"), buttons, primary=True)
            use.clicked.connect(lambda: self.used.emit(found))
        if answers.skipped:
            n = len(answers.skipped)
            words = ngettext("Go back to the {n} left out", "Go back to the {n} left out", n, n=n)
            again = self._button(words, buttons)
            again.clicked.connect(self.again)
        clear = self._button(_("Clear my answers and leave"), buttons)
        clear.clicked.connect(self.cleared)
        self._column.addLayout(buttons)  # over the bars, or a low window would hide them
        if found is not None:
            self._column.addWidget(LikeRows(found, theme, official=False, narrow=False))
        self._column.addStretch(1)

    def _say(self, words: str, role: Role, tone: str = "text") -> None:
        self._column.addWidget(Prose(words, self.theme, role=role, tone=tone))

    def _button(self, words: str, row: FlowLayout, *, primary: bool = False) -> Button:
        button = Button(self.theme, words, look="primary" if primary else "outlined")
        button.setMinimumHeight(max(44, self.theme.px(46)))
        row.addWidget(button)
        return button
