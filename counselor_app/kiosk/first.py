"""The first screen: six things to like, the questions, a surprise, a job to look up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.session.client import Client
from counselor_app.kiosk.config import KioskConfig
from counselor_app.kiosk.pictograms import Pictogram
from counselor_app.kiosk.screen import Screen, SizeButton
from counselor_app.kiosk.widgets import Aside, Tile
from counselor_app.language import Said, _, joined, offered, pgettext
from counselor_app.ui.parts.control import follow_width
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.drawing import longest_word
from counselor_app.ui.style.theme import Role, Theme

TITLE = _("What do you like doing?")
EXAMPLES: dict[str, Said] = {
    "R": _("bikes, wiring, gardens"),
    "I": _("labs, computers, clues"),
    "A": _("music, pictures, stories"),
    "S": _("teaching, caring, listening"),
    "E": _("teams, ideas, deals"),
    "C": _("numbers, lists, records"),
}
"""What each interest may be about, for someone who has never heard its name."""
ASIDES = (
    _("What does a nurse earn?"),
    _("Which jobs grow?"),
    _("What can you learn on the job?"),
    _("Which jobs need no college?"),
)
_PRIVATE = _("No name asked. Nothing is kept when you leave.")
_LANGUAGES = {"en": "English", "es": "Español"}
_CHANGE_MS = 8000
_PICTURE, _PAD = 84, 24
_ROLES: tuple[tuple[Role, dict[str, Said] | dict[str, str]], ...] = (
    ("fact2", PLAIN_NAMES), ("row", EXAMPLES)
)  # fmt: skip


class First(Screen):
    """``wanted`` carries what was touched: "like", "ask", "surprise", "find", "size", "speak", and
    with "like" a letter, with "speak" the code of a language.

    With ``motion`` the line under the title asks something else now and then.
    """

    wanted = Signal(str, str)

    def __init__(self, config: KioskConfig, place: str, theme: Theme) -> None:
        super().__init__(theme, TITLE, headed=False)
        self._config, self._place = config, place
        px = theme.px
        column = self.column
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Prose(TITLE, theme, role="title"))
        self._lines = (
            _("Touch what sounds like you. Each opens real jobs here in {place}.",
              place=in_place(place)), *ASIDES,
        )  # fmt: skip
        self.line = Prose(self._lines[0], theme, role="prose", tone="text2")
        lines.addWidget(self.line)
        head.addLayout(lines, 1)
        for button in self._languages():
            head.addWidget(button)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(18))
        self.likes = {letter: self._like(letter) for letter in PLAIN_NAMES}
        column.addLayout(self._grid, 1)
        self.ask = Tile(theme, "", main=True)
        self._asks = self.ask.say("", "title2", "on_accent")
        self._asks_more = self.ask.say(_("and see jobs that fit you"), "prose", "on_accent")
        for words in (self._asks, self._asks_more):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ask.set_least(92)
        self.surprise = Tile(theme, pgettext("button", "Surprise me"))
        self._beside(self.surprise, Pictogram("die", theme, 34), pgettext("button", "Surprise me"))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.ask, 3)
        row.addWidget(self.surprise, 1)
        self.pin(row)
        self.ask.clicked.connect(partial(self.wanted.emit, "ask", ""))
        self.surprise.clicked.connect(partial(self.wanted.emit, "surprise", ""))
        self.ask.setVisible(config.inventory != "none")
        said = joined((config.school, _PRIVATE), " · ") if config.school else _PRIVATE
        self.private = Aside(said, theme, most=460)
        self.foot.add(self.private)
        self.look_up = self.button(_("I know a job to look up"), "search")
        self.size_button = SizeButton(theme, config.text_size)
        self.look_up.clicked.connect(partial(self.wanted.emit, "find", ""))
        self.size_button.clicked.connect(partial(self.wanted.emit, "size", ""))
        self.foot.add_right(self.look_up, self.size_button)
        self._asked = 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._next)
        if config.motion:
            self.timer.start(_CHANGE_MS)
        self.show_client(Client())
        theme.changed.connect(self._place_tiles)
        self._place_tiles()

    def show_client(self, client: Client) -> None:
        """Offer the questions, the rest of them, or the results."""
        n = "60" if self._config.inventory == "long" else "30"
        words = _("Answer {n} quick questions", n=n)
        if client.scores is not None:
            words = pgettext("button", "My results")
        elif client.answers is not None:
            of, seen = len(client.answers.form.items), client.answers.seen
            words = _("Go on with the questions ({n} of {all})", n=number(seen), all=number(of))
        self._asks.setText(words)
        self._asks_more.setVisible(client.scores is None)
        self.ask.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing looks a job up."""
        if event.text().strip() and event.text().isprintable():
            self.wanted.emit("find", event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tiles()

    def _place_tiles(self) -> None:
        """Three in a row where their words have room, else two."""
        theme, beside = self.theme, self.theme.px(_PICTURE + 18 + 2 * _PAD + 30)
        words = (
            longest_word(theme.say(said), theme.font(role))
            for role, names in _ROLES for said in names.values()
        )  # fmt: skip
        across = 3 if self.width() / 3 - beside >= max(words) else 2
        for place, tile in enumerate(self.likes.values()):
            self._grid.addWidget(tile, *divmod(place, across))
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _like(self, letter: str) -> Tile:
        name = joined((PLAIN_NAMES[letter], EXAMPLES[letter]), ": ")
        tile = Tile(self.theme, name, pad=_PAD)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for said, role, tone in (
            (PLAIN_NAMES[letter], "fact2", "text"), (EXAMPLES[letter], "row", "text2")
        ):  # fmt: skip
            words.addWidget(Prose(said, self.theme, role=role, tone=tone))  # type: ignore[arg-type]
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(18))
        row.addWidget(Pictogram(letter, self.theme, _PICTURE))
        row.addLayout(words, 1)
        tile.hold(row)
        tile.set_least(130)
        follow_width(tile, QSizePolicy.Policy.MinimumExpanding)
        tile.clicked.connect(partial(self.wanted.emit, "like", letter))
        return tile

    def _beside(self, tile: Tile, picture: Pictogram, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addStretch(1)
        row.addWidget(picture)
        said = Aside(words, self.theme, tone="text", role="prose")
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said)
        row.addStretch(1)
        tile.hold(row)

    def _languages(self) -> list[QWidget]:
        """A button a language, in its own words; none where there is only one."""
        codes = [code for code in offered() if code in _LANGUAGES]
        if len(codes) < 2:
            return []
        made: list[QWidget] = []
        for code in codes:
            button = self.button(_LANGUAGES[code])
            button.setCheckable(True)
            button.setChecked(code == self.theme.tongue)
            button.clicked.connect(partial(self._speak, code))
            made.append(button)
        return made

    def _speak(self, code: str) -> None:
        if code != self.theme.tongue:
            self.wanted.emit("speak", code)

    def _next(self) -> None:
        self._asked = (self._asked + 1) % len(self._lines)
        self.line.setText(self._lines[self._asked])
