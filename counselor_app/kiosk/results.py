"""What the answers say: a sentence, six bars, three jobs to start with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.fit.profile import no_ranking
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.session.because import FROM_LIKED, MAY_ENJOY, Pick, top_two, you_like
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.likes import likes
from counselor_app.kiosk.facts import LikeMeter, Sign, facts_row, place_row
from counselor_app.kiosk.pictograms import Pictogram
from counselor_app.kiosk.screen import Screen
from counselor_app.kiosk.widgets import Tile
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

START_WITH = _("Three to start with")
_NARROW = 900


class ResultsView(Screen):
    """``opened`` carries a job's code; the rest leads where its button says."""

    opened = Signal(str)
    matches_wanted = Signal()
    print_wanted = Signal()
    again_wanted = Signal()
    home_wanted = Signal()

    def __init__(
        self, client: Client, picks: Sequence[Pick], place: str, theme: Theme, *, prints: bool
    ) -> None:
        super().__init__(theme, pgettext("page", "My results"))
        scores = client.scores
        assert scores is not None
        self.title(pgettext("page", "My results"))
        self.again = self.button(pgettext("button", "Answer again"), "back")
        self.again.clicked.connect(self.again_wanted)
        self.home = self.button(pgettext("button", "Start page"))
        self.home.clicked.connect(self.home_wanted)
        self.foot.add(self.home)
        self.print = self.button(_("Print my results"), "print")
        self.print.clicked.connect(self.print_wanted)
        self.matches = self.button(_("See all my jobs"), "forward", primary=True)
        self.matches.trailing = True
        self.matches.clicked.connect(self.matches_wanted)
        for main in (self.print, self.matches):
            main.setMinimumHeight(theme.px(76))
        self.foot.add_right(self.print, self.matches)
        self.print.setVisible(prints)
        self.matches.setVisible(no_ranking(scores) is None)
        self.headline = self.say(you_like(scores), "title")
        self._left, self._right = QWidget(), QWidget()
        self._fill_left(client)
        self._fill_right(picks, place, level=not top_two(scores))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(40))
        self._grid.setVerticalSpacing(theme.px(16))
        self.column.addLayout(self._grid)
        theme.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_size(self, button: QWidget) -> None:
        self._under_bars.addWidget(button)

    def _arrange(self) -> None:
        """Bars beside the jobs, or above them where there is little room."""
        wide = self.width() >= self.theme.px(_NARROW)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._left, 0, 0, top)
        self._grid.addWidget(self._right, *((0, 1) if wide else (1, 0)), top)
        for column, share in enumerate((10, 12) if wide else (1, 0)):
            self._grid.setColumnStretch(column, share)

    def _fill_left(self, client: Client) -> None:
        theme, scores = self.theme, client.scores
        assert scores is not None
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(12))
        grid.setColumnStretch(2, 1)
        best = top_two(scores)
        self.bars: list[LikeMeter] = []
        for row, like in enumerate(likes(scores)):
            bar = LikeMeter(like, theme, strong=like.letter in best)
            self.bars.append(bar)
            grid.addWidget(Pictogram(like.letter, theme, 40), row, 0)
            grid.addWidget(Prose(like.name, theme, bold=like.letter in best), row, 1,
                           Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
            grid.addWidget(bar, row, 2)
            grid.setColumnMinimumWidth(1, theme.px(150))
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(theme.px(10))
        column.addWidget(Prose(MAY_ENJOY, theme, role="row", tone="text2"))
        column.addSpacing(theme.px(10))
        self._under_bars = FlowLayout(theme, (12, 8))
        self._under_bars.addWidget(self.again)
        column.addLayout(self._under_bars)

    def _fill_right(self, picks: Sequence[Pick], place: str, *, level: bool) -> None:
        theme = self.theme
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        if picks:
            where = _("pay a year in {place}", place=in_place(place))
            column.addLayout(place_row(START_WITH, where, theme, "heading"))
        if level and picks:
            column.addWidget(Prose(FROM_LIKED, theme, role="row", tone="text2"))
        self.picks: list[Tile] = []
        for pick in picks:
            tile = self._pick(pick)
            column.addWidget(tile)
            self.picks.append(tile)
        if not picks:
            none = _("None of the activities was liked, so no job stands out yet. Look around by"
                     " interest from the start page.")  # fmt: skip
            column.addWidget(Prose(none, theme))

    def _pick(self, pick: Pick) -> Tile:
        theme, facts = self.theme, pick.short
        name = joined((pick.because, pick.title, facts.words, facts.group), ". ")
        tile = Tile(theme, name, pad=20)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        if pick.because:
            words.addWidget(Prose(pick.because, theme, role="row", tone="client_text"))
        words.addWidget(Prose(pick.title, theme, role="heading"))
        words.addLayout(facts_row(facts.pay, facts.school, facts.outlook, facts.trend, theme))
        if facts.group:
            words.addWidget(Prose(facts.group, theme, role="caption", tone="text2"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(Sign("forward", theme, "accent"))
        tile.hold(row)
        tile.clicked.connect(partial(self.opened.emit, pick.code))
        return tile
