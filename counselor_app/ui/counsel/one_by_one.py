"""Questions one on a screen, each with numbered answers below it, by key or by touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.asking import AskingScreen, SkipButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.control import Control, OncePressed, follow_width
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.drawing import break_lines
from counselor_app.ui.style.theme import Theme


class Asked(NamedTuple):
    """One question: its key, a title and a line, "" for none, the words of each answer.

    Answers in ``strong`` stand out; without it all do.
    """

    key: str
    title: str
    line: str
    answers: Mapping[int, str]
    strong: frozenset[int] | None = None


class ScreenWords(NamedTuple):
    """What a screen is called, its heading, what its foot says, and the button that ends it."""

    name: str
    heading: str
    foot: tuple[str, str]
    end: str


class LevelButton(OncePressed, Control, QPushButton):
    """One answer: its number, which is its key, and its words or example where it has one."""

    def __init__(self, level: int, words: str, theme: Theme, *, strong: bool) -> None:
        super().__init__(theme.say(words))
        self.level, self.strong = level, strong
        self.setCheckable(True)
        self.wear(theme, "level", wraps=True)
        self.setAccessibleName(
            _("Level {level}: {words}", level=level, words=words)
            if words
            else pgettext("answer", "Level {level}", level=level)
        )
        follow_width(self, QSizePolicy.Policy.Fixed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = break_lines(self.text(), self.theme.font("prose"), width - self.lead() - 12)
        return max(44, int(lines.height) + self.theme.px(16))

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


_AT_END = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)  # fmt: skip


class OneByOne(AskingScreen):
    """``kept`` carries the answers by key when all is asked and when the screen is left, a left-out
    one is missing; ``progressed`` the same after each of them.
    """

    kept = Signal(object)
    progressed = Signal(object)

    def __init__(
        self, questions: Sequence[Asked], given: Mapping[str, float], words: ScreenWords,
        theme: Theme, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(words.name, words.heading, words.foot, theme, parent)
        self.questions, self.given = tuple(questions), dict(given)
        self.place = next((i for i, one in enumerate(questions) if one.key not in given), 0)
        self.choices: list[LevelButton] = []
        self.end = self.add_action(words.end, framed=True)
        self.end.clicked.connect(self.close)
        self._show()

    @property
    def at_end(self) -> bool:
        """Whether all is asked."""
        return self.place >= len(self.questions)

    def answer(self, value: int) -> None:
        """Take an answer and move on; after the last question the screen says that all is asked."""
        self.given[self.questions[self.place].key] = value
        self.progressed.emit(dict(self.given))
        self._go(self.place + 1)

    def skip(self) -> None:
        """Leave this question without an answer, which is not the lowest one."""
        self.given.pop(self.questions[self.place].key, None)
        self.progressed.emit(dict(self.given))
        self._go(self.place + 1)

    def back(self) -> None:
        """The question before."""
        self._go(max(self.place - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        focus = self.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif self.at_end and key not in _AT_END:
            pass  # a digit too many is no answer, and nothing to search for
        elif text.isdecimal() and int(text) in self.questions[self.place].answers:
            self.answer(int(text))
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
        self.kept.emit(dict(self.given))
        super().closeEvent(event)

    def _go(self, place: int) -> None:
        self.place = place
        self._show()

    def _show(self) -> None:
        if self.at_end:
            self._show_end()
            return
        theme, one, of = self.theme, self.questions[self.place], len(self.questions)
        done = self._tell_share()
        body, column = self.new_body()
        column.addStretch(1)
        number = _("{n} of {of}, {done} answered", n=self.place + 1, of=of, done=done)
        column.addWidget(Prose(number, theme, role="body", tone="text2"))
        column.addWidget(Prose(one.title, theme, role="title2"))
        if one.line:
            column.addWidget(Prose(one.line, theme, role="prose"))
        given = self.given.get(one.key)
        self.choices = []
        for value, words in one.answers.items():
            button = LevelButton(value, words, theme, strong=value in (one.strong or one.answers))
            button.setChecked(given == value)
            button.clicked.connect(lambda _=False, value=value: self.answer(value))
            column.addWidget(button)
            self.choices.append(button)
        back = Button(theme, pgettext("button", "Back"), icon="back", look="outlined")
        back.setEnabled(self.place > 0)
        back.clicked.connect(self.back)
        skip = SkipButton(theme, pgettext("button", "Leave out"), look="outlined")
        skip.clicked.connect(self.skip)
        column.addLayout(self.steps(back, skip))
        column.addStretch(2)
        body.setMaximumWidth(theme.px(860))
        self.show_body(body)
        chosen = next((button for button in self.choices if button.level == given), None)
        (chosen or self).setFocus()

    def _tell_share(self) -> int:
        """Fill the bar; how many are answered."""
        of = len(self.questions)
        done = sum(question.key in self.given for question in self.questions)
        self.bar.show_share(self.place / of, _("{n} of {of} answered", n=done, of=of))
        return done

    def _show_end(self) -> None:
        """Say that all is asked, and wait for Enter."""
        self.kept.emit(dict(self.given))
        theme, done, self.choices = self.theme, self._tell_share(), []
        body, column = self.new_body()
        column.addStretch(1)
        said = _("All is asked: {n} of {of} answered, and kept.", n=done, of=len(self.questions))
        column.addWidget(Prose(said, theme, role="title2"))
        back = Button(theme, pgettext("button", "Back"), icon="back", look="outlined")
        back.clicked.connect(self.back)
        done_with = Button(theme, pgettext("button", "Done"), look="primary")
        done_with.clicked.connect(self.close)
        column.addLayout(self.steps(back, done_with))
        column.addStretch(2)
        self.show_body(body)
        done_with.setFocus()
