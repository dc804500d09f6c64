"""The last screen: the sheet first, whom to give it to, the code, and clearing everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code, ungrouped
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.pictograms import Pictogram
from counselor_app.kiosk.printing import Allowance, pages_words
from counselor_app.kiosk.screen import Screen
from counselor_app.kiosk.widgets import Aside, Box, bullet
from counselor_app.language import Said, _, joined, listed, pgettext
from counselor_app.reports.result_sheet import qr_svg
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

_NAMED = 3
_NARROW, _ROOMY = 900, 1180


class Done(Screen):
    """``cleared`` asks to forget everything."""

    print_wanted = Signal()
    ask_wanted = Signal()
    back_wanted = Signal()
    cleared = Signal()

    def __init__(
        self, config: KioskConfig, client: Client, titles: Sequence[str], allowance: Allowance,
        theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__(theme, pgettext("page", "Done"), headed=False)
        self._config, self._allowance = config, allowance
        self._whom: Said | str = config.counselor or pgettext("whom to ask", "your counselor")
        self.prints = config.pages > 0 and client.scores is not None
        self.print = self.button(_("Print my sheet"), "print", primary=True)
        self.print.role = "title2"
        self.print.setMinimumHeight(theme.px(84))
        self.print.clicked.connect(self.print_wanted)
        self.clear_all = self.button(_("Finish and clear"))
        self.clear_all.clicked.connect(self.cleared)
        self.back = self.button(pgettext("button", "Keep looking"), "left")
        self.back.clicked.connect(self.back_wanted)
        self.foot.add(self.back)
        clears = _("Clears your answers and your list for the next person.")
        self.foot.add_right(Aside(clears, theme),
                            self.clear_all)  # fmt: skip
        self.say(self._title(client), "title")
        if client.scores is not None:
            where = config.where.rstrip(".")
            together = _("Talk it over together.")
            self.say(joined((where, together), ". ") if where else together)
        self._left, self._right = Box(theme), Box(theme)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(24))
        self.column.addLayout(self._grid)
        self.column.addStretch(1)
        self.code: Prose | None = None
        self.pages = Prose("", theme, role="row", tone="text2")
        if client.scores is None:
            self._nothing(client, listed=bool(titles))
        else:
            self._sheet(titles)
            self._code(handover_code(client.scores))
        self.let_wrap()
        self.show_pages()
        theme.changed.connect(self._arrange)
        self._arrange()

    def show_pages(self) -> None:
        """How many pages are left, and that pages still to come are taken back."""
        left = _("1 page. You have {pages} left.", pages=pages_words(self._allowance.left))
        if self._allowance.used:
            left = _("You have {pages} left. Take your pages before you clear: what has not"
                     " come out of the printer by then is cancelled.",
                     pages=pages_words(self._allowance.left))  # fmt: skip
        self.pages.setText(left)
        self.pages.setVisible(self.prints)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.theme.px(_NARROW)
        if self.code is not None:
            self.picture.setVisible(self.width() >= self.theme.px(_ROOMY))
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, *((0, 1) if wide else (1, 0)))
        for column, share in enumerate((16, 9) if wide else (1, 0)):
            self._grid.setColumnStretch(column, share)

    def _title(self, client: Client) -> Said:
        if client.scores is None:
            return pgettext("heading", "All done?")
        if not self.prints:
            return _("Take your code to {whom}", whom=self._whom)
        return _("Take your sheet to {whom}", whom=self._whom)

    def _nothing(self, client: Client, *, listed: bool) -> None:
        self._right.hide()
        self._left.say(_("There is no sheet yet"), "heading")
        self._left.say(_("It comes from the questions: what you like, jobs to start with, and a"
                         " code for {whom}.", whom=self._whom))  # fmt: skip
        if listed:
            self._left.say(_("Your list is cleared, too. To keep a job, open it and print it."))
        if self._config.inventory != "none":
            words = _("Go on with the questions") if client.answers else _("Answer the questions")
            ask = self.button(words, primary=True)
            ask.clicked.connect(self.ask_wanted)
            self._left.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _sheet(self, titles: Sequence[str]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(28))
        self.picture = Pictogram("sheet", self.theme, 220)
        row.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(self.theme.px(6))
        words.addStretch(1)
        if self.prints:  # first: in sight with larger text, too
            words.addWidget(self.print)
        words.addWidget(self.pages)
        words.addSpacing(self.theme.px(10))
        words.addWidget(Prose(_("On your sheet"), self.theme, role="heading"))
        for line in self._lines(titles):
            words.addLayout(bullet(Prose(line, self.theme), self.theme))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._left.column.addLayout(row)
        self.print.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lines(self, titles: Sequence[str]) -> list[Said]:
        lines = [_("What you like, in six bars"), _("Three jobs to start with")]
        if titles:
            more = len(titles) - _NAMED
            named = [
                *titles[:_NAMED],
                *([pgettext("jobs", "{n} more", n=more)] if more > 0 else []),
            ]
            lines.append(_("Your list: {jobs}", jobs=listed(named)))
        lines.append(_("One thing to try for each job"))
        lines.append(_("Your code for {whom}", whom=self._whom))
        return lines

    def _code(self, code: str) -> None:
        theme, column = self.theme, self._right.column
        for words, role in (
            (pgettext("heading", "No paper?"), "heading"),
            (_("Copy this code or photograph it."), "prose"),
        ):  # fmt: skip
            self._middle(self._right.say(words, role))  # type: ignore[arg-type]
        column.addWidget(_Qr(ungrouped(code), theme), 0, Qt.AlignmentFlag.AlignHCenter)
        self.code = self._right.say(code, "fact2")
        self._middle(self.code)
        self._middle(self._right.say(
            _("It holds your six scores, which questions you answered, and the day. No name, and"
              " not your list."), "row", "text2",
        ))  # fmt: skip
        column.addStretch(1)

    def _middle(self, prose: Prose) -> None:
        prose.setAlignment(Qt.AlignmentFlag.AlignCenter)


class _Qr(QWidget):
    """The code to be photographed, black on white in every appearance."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        from PySide6.QtSvg import QSvgRenderer

        self.theme = theme
        self._drawn = QSvgRenderer(QByteArray(qr_svg(text).encode()), self)
        self.setAccessibleName(theme.say(_("The code as a picture")))

    def sizeHint(self) -> QSize:
        side = min(self.theme.px(200), 240)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        side = float(min(self.width(), self.height()))
        self._drawn.render(painter, QRectF(0, 0, side, side))
