"""The client rates their own level, one element a screen, against tasks that show what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counselor_app.domain.session.self_rating import (
    ABOUT_ANCHORS,
    ANCHORED,
    RatingQuestion,
    with_level,
    without_level,
)
from counselor_app.ui.counsel.asking import AskingScreen
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Control, follow_width
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.drawing import break_lines
from counselor_app.ui.style.theme import Theme

LEVELS = range(8)
_ENDS = {0: "None of it", 7: "The highest there is"}


class LevelButton(Control, QPushButton):
    """One level, 0 to 7, with its example where it has one."""

    def __init__(self, level: int, words: str, theme: Theme) -> None:
        super().__init__(theme.say(words))
        self.level, self.strong = level, level in ANCHORED
        self.setCheckable(True)
        self.wear(theme, "level", wraps=True)
        self.setAccessibleName(f"Level {level}: {words}" if words else f"Level {level}")
        follow_width(self, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self.text(), self.theme.font("prose"), width - self.lead() - 12)
        return max(44, self.theme.px(44), int(lines.height) + self.theme.px(14))

    def sizeHint(self) -> QSize:
        width = self.theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), 44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the screen's keys

    def lead(self) -> int:
        """The room of the number."""
        return int(QFontMetricsF(self.theme.font("prose")).height()) + self.theme.px(24)


class RatingScreen(AskingScreen):
    """``kept`` carries all levels by element whenever the screen is left."""

    kept = Signal(object)

    def __init__(
        self,
        questions: Sequence[RatingQuestion],
        levels: Mapping[str, float],
        heading: str,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        keys = "Keys: 0 to 7 rate, S leaves out, Backspace goes back, Esc ends."
        super().__init__("Rate skills", heading, (keys, ABOUT_ANCHORS), theme, parent)
        self.questions, self.levels = tuple(questions), dict(levels)
        unrated = (i for i, one in enumerate(self.questions) if one.element not in levels)
        self.place = next(unrated, 0)
        self.choices: list[LevelButton] = []
        self.end = self.add_action("Done, keep the ratings", framed=True)
        self.end.clicked.connect(self.close)
        self._show()

    def rate(self, level: int) -> None:
        """Take a level and move on; after the last question the screen closes."""
        self.levels = with_level(self.levels, self.questions[self.place].element, level)
        self._go(self.place + 1)

    def skip(self) -> None:
        """Leave this element without a rating, which is not a rating of 0."""
        self.levels = without_level(self.levels, self.questions[self.place].element)
        self._go(self.place + 1)

    def back(self) -> None:
        """The question before."""
        self._go(max(self.place - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        focus = self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif len(text) == 1 and text in "01234567":
            self.rate(int(text))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.back()
        elif text in ("s", "S"):
            self.skip()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, (LevelButton, Button)):
                focus.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.kept.emit(self.levels)
        super().closeEvent(event)

    def _go(self, place: int) -> None:
        if place >= len(self.questions):
            self.close()
            return
        self.place = place
        self._show()

    def _show(self) -> None:
        theme, one, of = self.theme, self.questions[self.place], len(self.questions)
        rated = sum(question.element in self.levels for question in self.questions)
        self.bar.show_share(self.place / of, f"{rated} of {of} rated")
        body, column = self.new_body()
        column.addStretch(1)
        number = f"{self.place + 1} of {of}, {rated} rated"
        column.addWidget(Prose(number, theme, role="body", tone="text2"))
        column.addWidget(Prose(one.name, theme, role="title2"))
        column.addWidget(Prose(one.question, theme, role="prose"))
        words = dict(zip(ANCHORED, one.anchors, strict=True)) | _ENDS
        given = self.levels.get(one.element)
        self.choices = []
        for level in LEVELS:
            button = LevelButton(level, words.get(level, ""), theme)
            button.setChecked(given == level)
            button.clicked.connect(lambda _=False, level=level: self.rate(level))
            column.addWidget(button)
            self.choices.append(button)
        back = Button(theme, "Back", icon="back", look="outlined")
        back.setEnabled(self.place > 0)
        back.clicked.connect(self.back)
        skip = Button(theme, "Leave out", look="outlined")
        skip.clicked.connect(self.skip)
        column.addLayout(self.steps(back, skip))
        column.addStretch(2)
        body.setMaximumWidth(theme.px(860))
        self.show_body(body)
        (self if given is None else self.choices[int(given)]).setFocus()
