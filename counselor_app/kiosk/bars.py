"""The kiosk's fixed edges: search, list and "I am done" above; questions and pages left below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.session.client import Client
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.pin import seconds_words
from counselor_app.kiosk.printing import Allowance, pages_words
from counselor_app.kiosk.widgets import BigButton
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.shell.search_field import SearchField
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

LARGER = pgettext("button", "Larger text")
SMALLER = pgettext("button", "Smaller text")


class _Bar(QFrame):
    """A band with a hairline to the middle of the screen."""

    def __init__(self, theme: Theme, name: str, *, above: bool) -> None:
        super().__init__()
        self.theme = theme
        self.look = "plain head" if above else "plain foot"
        dress(self, theme)
        self.setAccessibleName(theme.say(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        px = self.theme.px
        self.row.setContentsMargins(px(24), px(11), px(24), px(11))
        self.row.setSpacing(px(12))
        self.narrow()
        self.update()

    def narrow(self) -> None:
        """Give way where there is little room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.narrow()


class Top(_Bar):
    """Find a job, my list, I am done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Find a job"), above=True)
        self.title = Prose(_("Find a job"), theme, role="title2", wrap=False)
        self.search = SearchField(theme)
        self.search.furnish()
        self.search.setPlaceholderText(theme.say(_("Type a job, like “nurse”")))
        self.search.setMaxLength(60)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list = BigButton(theme, "", icon="star")
        self.done = BigButton(theme, _("I am done"), icon="check")
        for widget in (self.title, self.search, self.list, self.done):
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.setStretch(1, 1)
        self.show_listed(0)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        self.search.setFixedHeight(max(52, self.theme.px(46)))
        self.search.setMaximumWidth(self.theme.px(460))
        super().restyle()

    def show_listed(self, count: int) -> None:
        """How many jobs are on the student's list."""
        self.list.say(_("My list {n}", n=number(count)))
        self.list.set_icon("starred" if count else "star")

    def narrow(self) -> None:
        """The title is the first to go."""
        self.title.setVisible(self.width() > self.theme.px(840))


class _Lock(QFrame):
    """The corner that is held."""

    look = "lock"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, theme)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Foot(_Bar):
    """The questions; what may still be printed; when everything clears itself; larger text."""

    def __init__(self, config: KioskConfig, theme: Theme) -> None:
        super().__init__(theme, _("Questions and printing"), above=False)
        self._config = config
        self._lock = _Lock(theme, self)
        self.ask = BigButton(theme, "", look="primary")
        self.said = Prose("", theme, role="prose", tone="text2")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.text_size = BigButton(theme, LARGER)
        self.row.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.said, 1)
        self.row.addWidget(self.text_size, 0, Qt.AlignmentFlag.AlignVCenter)
        if config.inventory == "none":
            self.ask.hide()
        self._pages: str = ""
        self.show_client(Client())
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's new sizes, with room for the lock in the corner."""
        super().restyle()
        margins = self.row.contentsMargins()
        margins.setRight(lock_side(self.theme) + self.theme.px(8))
        self.row.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = lock_side(self.theme)
        self._lock.setGeometry(self.width() - side, self.height() - side, side, side)

    def show_client(self, client: Client) -> None:
        """Offer the questions, the rest of them, or the results."""
        counts = {"long": "60", "short": "30"}
        some = counts.get(self._config.inventory, "30")
        words = _("Not sure? Answer {n} short questions", n=some)
        if client.scores is not None:
            words = pgettext("button", "My results")
        elif client.answers is not None:
            of = len(client.answers.form.items)
            seen = client.answers.seen
            words = _("Go on with the questions ({n} of {all})", n=number(seen), all=number(of))
        self.ask.say(words)

    def show_pages(self, allowance: Allowance) -> None:
        """How many pages are left."""
        left = _("{pages} left to print", pages=pages_words(allowance.left))
        self._pages = left if allowance.pages else ""
        self.narrow()

    def show_size(self, *, larger: bool) -> None:
        """What the button does next."""
        self.text_size.say(SMALLER if larger else LARGER)

    def narrow(self) -> None:
        """Where there is little room the pages left are said alone."""
        wide = self.width() > self.theme.px(900)
        idle = seconds_words(self._config.idle_seconds)
        clears = _("Clears itself after {time} without touch", time=idle)
        self.said.setText(joined((self._pages, clears), "  ·  ") if wide else self._pages)


def lock_side(theme: Theme) -> int:
    """The side of the corner that is held for three seconds to be asked for the PIN."""
    return max(60, theme.px(56))
