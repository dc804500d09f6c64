"""The questions, one to a screen, with five faces."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.session.inventory import LIKING, Answers, no_scores, score
from counselor_app.kiosk.pictograms import Pictogram
from counselor_app.kiosk.screen import Screen
from counselor_app.kiosk.widgets import TARGET, BigButton, Tile
from counselor_app.language import _, lowered, pgettext
from counselor_app.ui.parts.control import OncePressed
from counselor_app.ui.parts.flow import EndsLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_FACE, _HIGH, _ROOMY = 82, 212, 680


class _Skip(OncePressed, BigButton):
    """Leaves the question without an answer; it stays where it is for the next one."""


class Ask(Screen):
    """``kept`` carries the answers after every touch, ``finished`` says that there are results to
    see; ``left`` leads back to the first screen.
    """

    kept = Signal(object)
    finished = Signal()
    left = Signal()

    def __init__(
        self, answers: Answers, theme: Theme, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(theme, pgettext("page", "Questions"), headed=False)
        self.answers, self._clock, self._since = answers, clock, clock()
        item = answers.next_item
        self.place = len(answers.form.items) if item is None else answers.form.items.index(item)
        self.faces: list[Tile] = []
        self.back = self.button(pgettext("button", "Back"), "left")
        self.back.clicked.connect(self.go_back)
        self.skip = _Skip(theme, _("Skip: I cannot picture this"), look="outlined")
        self.skip.clicked.connect(self.pass_over)
        self.foot.add(self.back)
        self.foot.add_right(self.skip)
        self.stop = self.button(_("Stop and see results"))
        self.stop.clicked.connect(self.finished)
        kept = self.stop.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # no question moves when it comes
        self.stop.setSizePolicy(kept)
        self._show()

    def answer(self, value: int) -> None:
        """Take an answer, 0 to 4, and move on."""
        self._keep(self.answers.answered(self._item, value))

    def pass_over(self) -> None:
        """Leave the question without an answer."""
        self._keep(self.answers.passed_over(self._item))

    def go_back(self) -> None:
        """The question before; from the first one to the first screen."""
        if self.place == 0:
            self.left.emit()
            return
        self.place -= 1
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self.place < len(self.answers.form.items)
        if event.text() in ("1", "2", "3", "4", "5") and asked:
            self.answer(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.go_back()
        else:
            super().keyPressEvent(event)

    @property
    def _item(self) -> str:
        return self.answers.form.ids[self.place]

    def _keep(self, answers: Answers) -> None:
        now = self._clock()
        self.answers, self._since = answers.later(max(now - self._since, 0.0)), now
        self.kept.emit(self.answers)
        self.place += 1
        if self.place == len(self.answers.form.items) and no_scores(score(self.answers)) is None:
            self.finished.emit()
        else:
            self._show()

    def _show(self) -> None:
        theme, of = self.theme, len(self.answers.form.items)
        self.stop.setParent(self)
        self.clear()
        self.faces = []
        top = EndsLayout(theme, (20, 8))
        at = min(self.place + 1, of)
        count = _("Question {n} of {all}", n=number(at), all=number(of))
        top.addWidget(Prose(count, theme, role="prose", bold=True, wrap=False))
        top.addWidget(_Progress(min(self.place, of), of, theme))
        top.elastic, top.right = 1, 2
        top.addWidget(self.stop)
        self.column.addLayout(top)
        enough = no_scores(score(self.answers)) is None
        self.stop.setVisible(enough)
        self.column.addStretch(2)
        if self.place == of:
            self._too_few()
        else:
            self._one()
        self.column.addStretch(3)
        self.skip.setVisible(self.place < of)
        self._fit()

    def _one(self) -> None:
        theme = self.theme
        text = self.answers.form.items[self.place].text.rstrip(".")
        for line, role, tone in (
            (_("Would you like to…"), "prose", "text2"),
            (pgettext("question", "{activity}?", activity=lowered(text)), "fact", "text"),
        ):
            self._middle(self.say(line, role, tone))
        self.column.addSpacing(theme.px(18))
        row = QHBoxLayout()
        row.setSpacing(theme.px(18))
        given = self.answers.given.get(self._item)
        for value, words in enumerate(LIKING):
            face = Tile(theme, words)
            inside = QVBoxLayout()
            # In shares of the room, so that the faces are level whatever wraps under them.
            inside.addStretch(2)
            inside.addWidget(Pictogram(str(value), theme, _FACE), 0, Qt.AlignmentFlag.AlignHCenter)
            name = Prose(words, theme, role="heading")
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            inside.addWidget(name, 5)
            face.hold(inside)
            face.setCheckable(True)
            face.setChecked(value == given)
            face.clicked.connect(partial(self.answer, value))
            row.addWidget(face, 1)
            self.faces.append(face)
        self.column.addLayout(row)
        self.column.addSpacing(theme.px(14))
        think = _("Think of the work only. Pay and schooling do not count here, and there is no"
                  " wrong answer.")  # fmt: skip
        self._middle(self.say(think, "row", "text2"))

    def _fit(self) -> None:
        """High faces, where the question above them stays in sight."""
        high = _HIGH if self.height() >= self.theme.px(_ROOMY) else TARGET
        for face in self.faces:
            face.set_least(high)

    def _too_few(self) -> None:
        """All has been seen, and too much of it skipped."""
        self.say(_("A few more answers are needed"), "title2")
        self.say(_("Too many questions were skipped to say what you like most. Have another look at"
                   " those: “Not sure” is an answer, too."))  # fmt: skip
        again = self.button(_("Look at them again"), primary=True)
        again.clicked.connect(self._again)
        self.column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _again(self) -> None:
        skipped = [
            i for i, item in enumerate(self.answers.form.ids) if item in self.answers.skipped
        ]
        self.place = skipped[0]
        self._show()

    def _middle(self, prose: Prose) -> None:
        prose.setAlignment(Qt.AlignmentFlag.AlignCenter)


class _Progress(QWidget):
    """A small box for every question, filled when it has been answered."""

    def __init__(self, done: int, of: int, theme: Theme) -> None:
        super().__init__()
        self._done, self._of, self.theme = done, of, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / self._of
        gap = min(4.0, wide / 4)
        for place in range(self._of):
            painter.setPen(QPen(t.client if place < self._done else t.edge, 1))
            painter.setBrush(t.client if place < self._done else t.surface)
            box = QRectF(place * wide + 0.5, 0.5, wide - gap, self.height() - 1)
            painter.drawRoundedRect(box, 3, 3)
