"""What is ticked to compare, under the board, or the client's own starred list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.compare import FEWEST, MOST
from counselor_app.language import Said, _, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

_NAME, _HINT = 190, 110


class Tray(QFrame):
    """``compared`` carries the codes to compare, ``taken`` one that is no longer wanted there."""

    look = "foot"
    compared = Signal(object)
    taken = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)
        self.setAccessibleName(theme.say(pgettext("tray", "To compare")))
        self._row = QHBoxLayout(self)
        self.title = Prose("", theme, role="body", bold=True, wrap=False)
        self.hint = Prose("", theme, role="row", tone="text2")
        self.compare = Button(theme, "", look="primary")
        self.compare.clicked.connect(lambda: self.compared.emit(self.codes))
        self._names = QWidget()
        self._of_names = QHBoxLayout(self._names)
        self._of_names.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.title)
        self._row.addWidget(self._names)
        self._row.addWidget(self.hint, 1)
        self._row.addWidget(self.compare)
        self.codes: tuple[str, ...] = ()
        self._named: tuple[str, ...] | None = None
        self._titles: Mapping[str, str] = {}
        for part in (self.title, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_codes(
        self, codes: Sequence[str], titles: Mapping[str, str], *, client_view: bool
    ) -> None:
        """Show what is ticked, or, while the client reads along, what is starred."""
        self.codes, self._titles = tuple(codes), titles
        n, say = len(self.codes), self.theme.say
        title = _("My list: {n}", n=number(n)) if client_view else pgettext("tray", "To compare")
        self.title.setText(say(title))
        self.hint.setText(say(_client_hint(n) if client_view else _hint(n)))
        words = (
            _("Put {n} side by side", n=n)
            if client_view
            else pgettext("button", "Compare {n}", n=n)
        )
        if not FEWEST <= n <= MOST:
            words = _("Side by side") if client_view else pgettext("button", "Compare")
        self.compare.setEnabled(FEWEST <= n <= MOST)
        if self.compare.text() != say(words):  # a new text lays the page out again
            self.compare.setText(say(words))
            self.compare.setAccessibleName(say(words))
            self.compare.restyle()
        self.compare.setMinimumHeight(48 if client_view else 0)
        named = () if client_view else self.codes
        if named != self._named:
            self._named = named
            self._fill(named)

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        px = self.theme.px
        self._row.setContentsMargins(px(28), px(6), px(20), px(6))
        self._row.setSpacing(px(12))
        self._of_names.setSpacing(px(8))

    def _fill(self, codes: Sequence[str]) -> None:
        while (item := self._of_names.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        metrics = QFontMetricsF(self.theme.font("row"))
        for code in codes:
            title = self.theme.say(self._titles.get(code, code))
            short = metrics.elidedText(title, Qt.TextElideMode.ElideRight, self.theme.px(_NAME))
            name = self.theme.say(_("Do not compare {title}", title=title))
            button = Button(self.theme, short, icon="close", look="outlined", role="row", name=name)
            button.clicked.connect(partial(self.taken.emit, code))
            self._of_names.addWidget(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The names stand where all of them have room beside the rest."""
        px, others = self.theme.px, (self.title, self.compare)
        names = self._of_names.sizeHint().width()
        taken = names + sum(part.sizeHint().width() for part in others) + px(48 + 3 * 12 + _HINT)
        self._names.setVisible(bool(self._named) and taken <= self.width())


def _hint(n: int) -> Said:
    if n < FEWEST:
        return _("Tick {fewest} to {most} jobs to set them side by side.", fewest=FEWEST, most=MOST)
    if n < MOST:
        return ngettext("room for {n} more", "room for {n} more", MOST - n, n=MOST - n)
    if n == MOST:
        return _("no room for more")
    return _("{most} at the most: take some off.", most=MOST)


def _client_hint(n: int) -> Said:
    if n > MOST:
        return _("{most} fit side by side: take some stars off.", most=MOST)
    return _("Star what you like. Set aside what is not for you.")
