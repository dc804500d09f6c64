"""Without a client: start a session in one field, or go on with a client seen before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counselor_app.domain.session.steps import SoFar, next_words, state_words, steps
from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.parts.control import Control, follow_width
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.session.parts import Beside, Box, SessionPage, lined
from counselor_app.ui.style.drawing import break_lines
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.language import Said
    from counselor_app.ui.style.icons import Icon
    from counselor_app.ui.style.theme import Theme

Way = Literal["questions", "scores", "code", "job"]
_LONGEST = 40
_WAYS: tuple[tuple[Way, Icon, Said, Said], ...] = (
    ("questions", "keys", pgettext("button", "Answer questions"),
     _("60 or 30 short questions on this screen")),
    ("scores", "pencil", pgettext("button", "Type scores"),
     _("six scores from paper, or a Holland code")),
    ("code", "sheet", _("Enter a kiosk code"), _("the code on the student’s printed sheet")),
    ("job", "swap", _("Start from a current job"), _("for someone who wants to change work")),
)  # fmt: skip


class ClientLook(NamedTuple):
    """A recent client: when they were seen, and how far they are."""

    uid: str
    name: str
    seen: str
    so_far: SoFar


class StartView(NamedTuple):
    """What the start shows: the home area, and the clients' file.

    ``way`` tells somebody new the way through the program, empty for who knows it.
    ``file`` is "open", "closed" (there, but not opened), "none" yet, or "never" where clients
    cannot be kept; ``clients`` counts those in it.
    """

    home: str
    file: Literal["open", "closed", "none", "never"]
    clients: int
    recent: tuple[ClientLook, ...]
    way: tuple[str, ...] = ()


class WayCard(Control, QPushButton):
    """One way into a session: an icon, its words, and what it is in a line."""

    def __init__(self, icon: Icon, words: str, about: str, theme: Theme) -> None:
        super().__init__(theme.say(words))
        self.mark, self.about = icon, theme.say(about)
        self.wear(theme, "way")
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        follow_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px, room = self.theme.px, width - 2 * self.theme.px(16)
        title = break_lines(self.text(), self.theme.font("heading"), room)
        about = break_lines(self.about, self.theme.font("row"), room)
        return int(px(16 + 18 + 10) + title.height + about.height + px(16)) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(180), self.heightForWidth(self.theme.px(180)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(150), 0)


class StartPage(SessionPage):
    """``begun`` carries a name and a way; ``went_on`` a client's uid.

    ``home_wanted``, ``clients_wanted`` and ``help_wanted`` ask for dialogs; ``way_known`` says
    that the way need not be told again.
    """

    begun = Signal(str, str)
    went_on = Signal(str)
    home_wanted = Signal()
    clients_wanted = Signal()
    help_wanted = Signal()
    way_known = Signal()

    def __init__(self, view: StartView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(pgettext("page", "Start"), theme, parent)
        self._view, self._typed = view, ""
        self.name = self._field()
        self.restyle()

    def show_view(self, view: StartView) -> None:
        """Show what has changed."""
        if view != self._view:
            self._view = view
            self.refill()

    def set_trouble(self, said: str) -> None:
        """Say why a session cannot start under the name."""
        self.name.set_trouble(said)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.name.setFocus()

    def fill(self, column: QVBoxLayout) -> None:
        theme, view = self.theme, self._view
        self._typed = self.name.text()
        self.name = self._field()
        self.name.setText(self._typed)
        column.addWidget(self.head(_("Start a session"), "", back=False))
        about = _("A nickname or a file number is enough. Nothing leaves this computer.")
        column.addWidget(Prose(about, theme, role="body", tone="text2"))
        row = FlowLayout(theme, (12, 6))
        row.addWidget(self.name)
        home = view.home or _("not chosen, so the whole nation")
        paid = _("Pay at home: {place}", place=home)
        row.addWidget(Prose(paid, theme, role="row", tone="text2", wrap=False))
        change = LinkLabel(pgettext("link", "change"), theme)
        change.setAccessibleName(theme.say(_("Change the home area for pay")))
        change.clicked.connect(self.home_wanted)
        row.addWidget(change)
        column.addLayout(row)
        self.said = Status("", theme, role="body", tone="client_text")
        self.said.hide()
        column.addWidget(self.said)
        self.ways = {}
        for way, icon, words, said in _WAYS:
            card = WayCard(icon, words, said, theme)
            card.clicked.connect(partial(self._begin, way))
            self.ways[way] = card
        cards = list(self.ways.values())
        column.addWidget(Beside(cards, theme, least=190, most=4))
        self._add_clients(column)
        look_up = _("Or look something up: start typing anywhere (Ctrl+K).")
        column.addWidget(Prose(look_up, theme, role="body", tone="text2"))
        if view.way:
            column.addWidget(self._way())

    def _way(self) -> Box:
        """What somebody new needs in one minute; it takes no key from anybody."""
        theme = self.theme
        hide = LinkLabel(_("Do not show this again"), theme)
        hide.clicked.connect(self.way_known)
        box = Box(_("New here? The way in one minute"), theme, link=hide)
        for line in self._view.way:
            box.column.addWidget(Prose(line, theme, role="body"))
        more = LinkLabel(_("More in the help (F1)"), theme)
        more.clicked.connect(self.help_wanted)
        box.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _field(self) -> Field:
        words = _("Nickname or file number")
        field = Field(words, words, self.theme)
        field.setMaxLength(_LONGEST)
        field.setFixedWidth(min(self.theme.px(340), 480))
        field.returnPressed.connect(partial(self._begin, "questions"))
        field.textEdited.connect(lambda: self.set_trouble("") if self.name.wrong else None)
        return field

    def _begin(self, way: Way) -> None:
        self.begun.emit(" ".join(self.name.text().split()), way)

    def _add_clients(self, column: QVBoxLayout) -> None:
        view, theme = self._view, self.theme
        if view.file == "never":
            return
        head, px = QWidget(), theme.px
        row = QHBoxLayout(head)
        row.setContentsMargins(0, px(12), 0, 0)
        row.addWidget(Prose(pgettext("heading", "Recent clients"), theme, role="fact2", wrap=False))
        words = {
            "open": ngettext("{n} in your file", "{n} in your file", view.clients, n=view.clients),
            "closed": _("in an encrypted file that is not open"),
            "none": _("kept only if you want to: in one encrypted file on this computer"),
        }[view.file]
        beside = Prose(words, theme, role="caption", tone="text2")
        beside.setAlignment(Qt.AlignmentFlag.AlignVCenter)  # of the heading, not of its top
        row.addWidget(beside, 1)
        link = {
            "open": pgettext("link", "All clients"),
            "closed": pgettext("link", "Open clients"),
            "none": pgettext("link", "Keep clients…"),
        }[view.file]  # fmt: skip
        every = LinkLabel(link, theme)
        every.clicked.connect(self.clients_wanted)
        row.addWidget(every)
        column.addWidget(head)
        for one in view.recent:
            name = LinkLabel(one.name, theme)
            name.setAccessibleName(
                theme.say(_("{client}: {state}. {next}", client=one.name,
                            state=state_words(one.so_far), next=next_words(one.so_far)))
            )  # fmt: skip
            name.clicked.connect(partial(self.went_on.emit, one.uid))
            seen = Prose(one.seen, theme, role="row", tone="text2", wrap=False)
            state = Prose(state_words(one.so_far), theme, role="row")
            after = Prose(next_words(one.so_far), theme, role="row", tone="accent")
            line = lined(theme, name, seen, _Marks(one.so_far, theme), state, after)
            layout = line.layout()
            assert isinstance(layout, QHBoxLayout)
            for place, share in enumerate((3, 2, 0, 4, 4)):
                layout.setStretch(place, share)
            column.addWidget(line)


class _Marks(QWidget):
    """Five small boxes: how far the steps are."""

    def __init__(self, so_far: SoFar, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for step in steps(so_far):
            row.addWidget(_Mark(step.mark, theme))


class _Mark(QFrame):
    def __init__(self, mark: str, theme: Theme) -> None:
        super().__init__()
        self.look = f"step {mark}"
        dress(self, theme)
        self.setFixedSize(theme.px(22), theme.px(8))
