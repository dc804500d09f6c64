"""A client's six interests as named bars, small beside other things or with a sentence each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.session.likes import ABOUT, Like, like_said, likes
from counselor_app.language import Said, _, joined
from counselor_app.ui.parts.control import Line
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.ui.style.theme import Theme


class LikeBar(QProgressBar):
    """How far one score reaches on its scale; ``thick`` is its height at 100 %."""

    look = "client bar"

    def __init__(self, like: Like, scores: ClientScores, theme: Theme, thick: int) -> None:
        super().__init__()
        self.thick = thick
        dress(self, theme)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setValue(round(1000 * like.share))
        self.setFixedHeight(theme.px(thick + 4))
        self.setMinimumWidth(theme.px(60))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(theme.say(like_said(like, scores)))


class LikeBars(QWidget):
    """Six bars, each with its name and score."""

    def __init__(self, scores: ClientScores, theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(6), 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for row, like in enumerate(likes(scores)):
            grid.addWidget(Prose(like.name, theme, role="row", wrap=False), row, 0)
            grid.addWidget(LikeBar(like, scores, theme, 10), row, 1)
            grid.addWidget(_score(like, theme), row, 2)


class LikeRows(QWidget):
    """Six bars with what each interest is and what the answers say of it, and their ends.

    ``official`` adds the interest's name in the field. In a narrow page the bar goes under the
    words.
    """

    def __init__(self, scores: ClientScores, theme: Theme, *, official: bool, narrow: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 0 if narrow else 6)
        row = 0
        for like in likes(scores):
            grid.addWidget(Line(theme), row, 0, 1, 3)
            grid.addWidget(self._words(like, theme, official=official), row + 1, 0,
                           1, 2 if narrow else 1)  # fmt: skip
            bar = LikeBar(like, scores, theme, 16)
            grid.addWidget(_score(like, theme), row + 1, 2)
            if narrow:
                grid.addWidget(bar, row + 2, 0, 1, 3)
            else:
                grid.addWidget(bar, row + 1, 1)
            row += 3
        grid.addWidget(Line(theme), row, 0, 1, 3)
        grid.addWidget(Prose(_ends(scores), theme, role="caption", tone="text2"), row + 1, 0, 1, 3)

    def _words(self, like: Like, theme: Theme, *, official: bool) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = theme.say(like.name)
        if official:
            field = theme.say(NAMES[like.letter])
            heavy = f'<span style="font-weight:600">{escape(name)}</span>'
            rich = f"{heavy} <small>{escape(field)}</small>"
            column.addWidget(Prose(rich, theme, role="prose", rich=True))
        else:
            column.addWidget(Prose(name, theme, role="heading"))
        said = joined((ABOUT[like.letter], like.says)) if like.says else ABOUT[like.letter]
        column.addWidget(Prose(said, theme, role="row", tone="text2"))
        return words


def _ends(scores: ClientScores) -> Said:
    low, high = f"{scores.instrument.low:g}", f"{scores.instrument.high:g}"
    if scores.instrument.items:
        return _("Each bar runs from {low}, would not like any, to {high}, would like all.",
                 low=low, high=high)  # fmt: skip
    return _("Each bar runs from {low} to {high}.", low=low, high=high)


def _score(like: Like, theme: Theme) -> Prose:
    said = Prose(f"{like.score:.3g}", theme, role="body", bold=True, wrap=False)
    said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return said
