"""What the questions gave, in plain words, with the code for the counselor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counselor_app.charts.fit import score_line
from counselor_app.domain.fit.profile import caution, no_ranking
from counselor_app.domain.fit.words import NOT_A_VERDICT
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.handover_code import handover_code
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.kiosk.widgets import BigButton, finger_scrolling
from counselor_app.language import _, joined, pgettext
from counselor_app.reports.result_sheet import CODE_SAYS, highest_words
from counselor_app.ui.charts.score_charts import ScoreLineChart
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Role, Theme

_RESULTS = pgettext("page", "My results")


class ResultsView(QFrame):
    """The scores of a student who has some."""

    look = "surface"

    matches_wanted = Signal()
    print_wanted = Signal()
    again_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, client: Client, theme: Theme, *, prints: bool) -> None:
        super().__init__()
        dress(self, theme)
        self.theme = theme
        self.setAccessibleName(theme.say(_RESULTS))
        body, px = QWidget(), theme.px
        body.setMaximumWidth(px(860))
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(px(24), px(16), px(24), px(24))
        self._column.setSpacing(px(10))
        scores = client.scores
        self._buttons = FlowLayout(theme, (10, 8))
        self.back = self._button(_("Back to the jobs"), "back")
        self.back.clicked.connect(self.back_wanted)
        self._column.addLayout(self._buttons)
        if scores is not None:
            self._say(highest_words(scores), "title2")
            if (said := no_ranking(scores) or caution(scores)) is not None:
                self._say(said, "prose", tone="client_text")
            line = score_line(scores)
            if line is not None:
                self._column.addWidget(ScoreLineChart(line, theme))
            self._buttons = FlowLayout(theme, (10, 8))
            if no_ranking(scores) is None:
                self.matches = self._button(_("Jobs closest to my answers"), primary=True)
                self.matches.clicked.connect(self.matches_wanted)
            if prints:
                self.print = self._button(_("Print my results"), "print")
                self.print.clicked.connect(self.print_wanted)
            self.again = self._button(pgettext("button", "Answer again"))
            self.again.clicked.connect(self.again_wanted)
            self._column.addLayout(self._buttons)
            self._column.addSpacing(px(8))
            self._say(pgettext("heading", "Your code"), "heading")
            self.code = self._say(handover_code(scores), "title")
            self._say(CODE_SAYS, "prose")
        self._say(joined((NOT_A_VERDICT, NOT_VALIDATED)), "body", tone="text2")
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(theme.say(_RESULTS))
        area.viewport().setAutoFillBackground(False)
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(body)
        area.setWidget(holder)
        holder.setAutoFillBackground(False)
        finger_scrolling(area, theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _say(self, words: str, role: Role, tone: str = "text") -> Prose:
        prose = Prose(words, self.theme, role=role, tone=tone)
        self._column.addWidget(prose)
        return prose

    def _button(self, words: str, icon: str = "", *, primary: bool = False) -> BigButton:
        button = BigButton(
            self.theme, words, icon=icon or None,  # type: ignore[arg-type]
            look="primary" if primary else "outlined",
        )  # fmt: skip
        self._buttons.addWidget(button)
        return button
