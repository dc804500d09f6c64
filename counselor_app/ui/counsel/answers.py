"""The five answers: a card each for one question, a row of circles for ten."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from counselor_app.domain.session.inventory import LIKING
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.control import Control, OncePressed
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

TARGET = 48


class AnswerCard(OncePressed, Control, QPushButton):
    """One of the five answers to the question shown."""

    def __init__(self, value: int, theme: Theme) -> None:
        super().__init__(theme.say(LIKING[value]))
        self.value = value
        self.setCheckable(True)
        self.wear(theme, "answer")
        self.setAccessibleName(_("{answer}, key {n}", answer=LIKING[value], n=value + 1))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(176))

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.theme.font("prose", bold=True)).height()
        return QSize(self.theme.px(176), int(2 * line) + self.theme.px(112))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(TARGET, self.theme.px(64)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows go from question to question


class _Circle(Control, QPushButton):
    """One of five circles beside a question."""

    def __init__(self, value: int, text: str, theme: Theme) -> None:
        super().__init__()
        self.value = value
        self.setCheckable(True)
        self.wear(theme, "circle")
        self.setAccessibleName(joined((text, LIKING[value])))
        self.setToolTip(LIKING[value])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row takes the keys
        self.setFixedSize(max(TARGET, theme.px(TARGET)), max(TARGET, theme.px(TARGET)))


class AnswerRow(QFrame):
    """A question with five circles; 1 to 5 answer it while it has the focus."""

    look = "row"
    answered = Signal(str, int)

    def __init__(self, item: str, number: int, text: str, theme: Theme, given: int | None) -> None:
        super().__init__()
        self.item = item
        dress(self, theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, theme.px(2), 6, theme.px(2))
        row.setSpacing(theme.px(4))
        words = Prose(f"{number}.  {text}", theme, role="prose")
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        self.theme, self._text = theme, text
        self.circles = [_Circle(value, text, theme) for value in range(5)]
        for value, circle in enumerate(self.circles):
            row.addWidget(circle)
            circle.clicked.connect(lambda _=False, value=value: self.answered.emit(item, value))
        self.show_given(given)

    def show_given(self, given: int | None) -> None:
        """Show the answer, or that there is none."""
        for value, circle in enumerate(self.circles):
            circle.setChecked(value == given)
        said = LIKING[given] if given is not None else pgettext("answer", "not answered")
        self.setAccessibleName(self.theme.say(joined((self._text, said))))
