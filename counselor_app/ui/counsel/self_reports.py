"""What a client says of themselves besides interests: the screens that ask, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject

from counselor_app.domain.session import readiness, styles, value_cards
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.self_report import KIND_WORDS, Kind, Value, kept_beside
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.language import Said, _, joined, pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from counselor_app.domain.session.client import Client
    from counselor_app.ui.counsel.cards import CardsScreen
    from counselor_app.ui.counsel.one_by_one import Asked, OneByOne
    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.style.theme import Theme

_FIVE = _("Keys: 1 to 5 answer, S leaves out, Backspace goes back, Esc ends.")
_FOUR = _("Keys: 0 to 3 answer, S leaves out, Backspace goes back, Esc ends.")
_END = _("Done, keep the answers")
_ABOUT_READINESS = _("Our own statements. They make no score; they show what to talk about.")


def clients_theme(theme: Theme, client: Client) -> Theme:
    """The theme of a screen which the client fills in: it is in the client's language."""
    return theme.speaking(client.reads(theme.tongue))


class SelfReports(QObject):
    """Asks, and keeps what was said in the one `ClientState`."""

    def __init__(self, client: ClientState, host: Host) -> None:
        super().__init__(host)
        self._state, self._host = client, host

    @property
    def _theme(self) -> Theme:
        return clients_theme(self._host.theme, self._state.client)

    def ask(self, kind: str) -> None:
        """Ask what a page of a job has no answers to: "styles", "cards" or "areas"."""
        {"styles": self.take_styles, "cards": self.sort_cards, "areas": self.choose_areas}[kind]()

    def take_styles(self) -> None:
        """Two statements on each work style, one by one; first for whom they are."""
        if self._state.client.styles is not None:
            self._take_styles()
            return
        from counselor_app.ui.parts.buttons import Button
        from counselor_app.ui.parts.dialog import Dialog
        from counselor_app.ui.parts.text import Prose

        self._host.settle_popover()
        theme = self._theme
        dialog = Dialog(pgettext("screen", "Work styles"), theme, self._host, width=560, height=300)
        for words in (
            styles.ABOUT,
            _("They are for people of {least} and over.", least=styles.YOUNGEST),
        ):
            dialog.content.addWidget(Prose(words, theme, role="prose"))
        dialog.content.addStretch(1)
        begin = Button(theme, _("16 or over: begin"), look="primary")
        begin.clicked.connect(dialog.accept)
        dialog.accepted.connect(self._take_styles)
        dialog.buttons.addWidget(begin)
        dialog.open()

    def check_readiness(self, when: Literal["before", "after"]) -> None:
        """Five statements on how ready the client is to choose, one by one."""
        from counselor_app.client_texts import readiness_statements
        from counselor_app.ui.counsel.one_by_one import Asked

        words = dict(enumerate(readiness.ANSWERS))
        statements = readiness_statements(language=self._theme.tongue)
        asked = [Asked(one.id, one.text, "", words) for one in statements]
        heading = _("Before we begin: where do you stand?")
        if when == "after":
            heading = _("And now: where do you stand?")

        screen = self._ask(asked, {}, (when, ReadinessAnswers), heading, (_FOUR, _ABOUT_READINESS))
        screen.kept.connect(self._say_change)

    def sort_cards(self) -> None:
        """Sixteen value cards in three piles."""
        from counselor_app.client_texts import value_card_texts
        from counselor_app.ui.counsel.cards import CardsScreen

        held = self._state.client.cards
        if held is None or self._is_beside("cards", held):
            held = value_cards.Piles()
        self._host.settle_popover()
        heading = _("What do you want from work?")
        theme = self._theme
        cards = value_card_texts(language=theme.tongue)
        screen = CardsScreen(cards, held, heading, theme, self._host)
        self._keep_from(screen, "cards", lambda piles: piles if piles.placed else None)

    def choose_areas(self) -> None:
        """Tick the interest areas that the client likes."""
        from counselor_app.ui.counsel.areas import AreasDialog

        client = self._state.client
        held = client.areas
        if held is not None and self._is_beside("areas", held):
            held = None
        self._host.settle_popover()
        dialog = AreasDialog(held, client.called, self._theme, self._host)
        dialog.chosen.connect(lambda liked: self._keep("areas", liked))
        dialog.open()

    def type_big_five(self) -> None:
        """A note of what a Big Five inventory gave elsewhere."""
        from counselor_app.ui.counsel.big_five import BigFiveDialog

        self._host.settle_popover()
        dialog = BigFiveDialog(self._state.client.big_five, self._host.theme, self._host)
        dialog.typed.connect(lambda note: self._keep("big_five", note))
        dialog.open()

    def _take_styles(self) -> None:
        from counselor_app.client_texts import style_statements
        from counselor_app.ui.counsel.one_by_one import Asked

        held = self._state.client.styles
        given = {} if held is None or self._is_beside("styles", held) else held.given
        words = dict(enumerate(styles.ANCHORS, start=1))
        statements = style_statements(language=self._theme.tongue)
        asked = [Asked(one.id, one.text, "", words) for one in statements]
        heading = _("How do you work?")
        self._ask(asked, given, ("styles", StyleAnswers), heading, (_FIVE, styles.ABOUT))

    def _ask(
        self, asked: Sequence[Asked], given: Mapping[str, int],
        part: tuple[Kind, Callable[[Mapping[str, int]], Value]], heading: Said,
        foot: tuple[Said, Said],
    ) -> OneByOne:  # fmt: skip
        """Ask one by one; what is given becomes the client's ``part``, made of the answers."""
        from counselor_app.ui.counsel.one_by_one import OneByOne, ScreenWords

        self._host.settle_popover()
        kind, make = part
        words = ScreenWords(KIND_WORDS[kind], heading, foot, _END)
        screen = OneByOne(asked, given, words, self._theme, self._host)
        self._keep_from(screen, kind, lambda found: make(found) if found else None)
        return screen

    def _keep_from(
        self, screen: OneByOne | CardsScreen, kind: Kind, value: Callable[[Any], Value | None]
    ) -> None:
        """Keep what a screen is told as it comes, take it over when the screen is left; open it."""
        screen.progressed.connect(lambda found: self._tell(kind, value(found)))
        screen.kept.connect(lambda found: self._keep(kind, value(found)))
        screen.open()

    def _is_beside(self, kind: Kind, held: Value) -> bool:
        """Whether what is held is of another edition; it is then said to be kept."""
        if (said := kept_beside(kind, held)) is None:
            return False
        self._host.say(said, problem=False)
        return True

    def _tell(self, kind: Kind, value: Value | None) -> None:
        held = getattr(self._state.client, kind)
        if value is not None or held is None or not kept_beside(kind, held):
            self._state.tell(**{kind: value})

    def _keep(self, kind: Kind, value: Value | None) -> None:
        client = self._state.client
        held = getattr(client, kind)
        if value is None and held is not None and kept_beside(kind, held):
            return
        if value != held:
            self._state.set(replace(client, **{kind: value}))  # type: ignore[arg-type]
        self._state.tell()

    def _say_change(self) -> None:
        """What moved since before, in words; nothing until both were asked."""
        from counselor_app.client_texts import readiness_statements

        client = self._state.client
        found = readiness.changed(client.before, client.after, readiness_statements())
        if found is not None:
            said = (KIND_WORDS["after"], readiness.change_words(found))
            self._host.say(joined(said, ": "), problem=False)
