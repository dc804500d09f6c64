"""A client's record: what happened when, two inventories over time, who did what with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.fit.profile import code_words
from counselor_app.domain.record.record import Record, TakenScores
from counselor_app.domain.record.timeline import Event, about_event, timeline
from counselor_app.domain.session.self_report import Texts
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.ui.caseload.log_table import log_table
from counselor_app.ui.caseload.over_time_chart import OverTimeWidget
from counselor_app.ui.caseload.two_lines import FixedModel, TwoLines, TwoLineView
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.scroll import scrolled
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.kept import LogLine
from counselor_app.ui.style.theme import Theme

_TIMELINE, _LOG = pgettext("tab", "Timeline"), pgettext("tab", "Log")
PAGES = (_TIMELINE, _("Interests over time"), _LOG)
_EARLIER, _LATER = pgettext("choice", "Earlier scores"), pgettext("choice", "Later scores")
_REMOVE = {"session": _("Delete this session"), "self_report": _("Delete these answers")}
_TOO_FEW = _(
    "There is one set of scores or none. Once the client has answered an inventory twice, or"
    " scores were typed in twice, the two can be compared here."
)


class RecordDialog(Dialog):
    """``opened`` carries the occupations of a past entry, to be shown, ``removed`` the part
    ("session", "self_report") and the uid of what is to be deleted."""

    opened = Signal(object)
    removed = Signal(str, str)
    undo_wanted = Signal()

    def __init__(
        self, record: Record, log: Sequence[LogLine], titles: Callable[[str], str], now: datetime,
        theme: Theme, parent: QWidget | None, *, texts: Texts, session: str = "",
    ) -> None:  # fmt: skip
        title = _("Record of {name}", name=record.name)
        super().__init__(title, theme, parent, width=820, height=820)
        self._titles, self._now, self._session, self._texts = titles, now, session, texts
        self.pages = SegmentedControl(PAGES, theme, _("Part of the record"))
        self.content.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        self.stack = QStackedWidget()
        self.content.addWidget(self.stack, 1)
        self.pages.chosen.connect(self.stack.setCurrentIndex)
        self.stack.addWidget(self._timeline())
        self._over_time = QWidget()
        self._column = QVBoxLayout(self._over_time)
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(theme.px(10))
        self.stack.addWidget(self._over_time)
        self.chart: OverTimeWidget | None = None
        self.sentences: tuple[str, ...] = ()
        self.stack.addWidget(scrolled(log_table(log, now, theme), _LOG, theme))
        self.show_record(record)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self.undo.isVisible():
            self.undo.click()
        else:
            super().keyPressEvent(event)

    def show_record(self, record: Record, said: str = "", *, undo: bool = False) -> None:
        """Show the record as it is now; say what has happened, and offer to undo it."""
        self.record = record
        self.events = timeline(record)
        row = max(self.list.row, 0)
        self._model.set_rows([event_lines(event, record, self._now) for event in self.events])
        self.list.choose(min(row, len(self.events) - 1))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.undo.setVisible(undo)
        self._compare_form()

    @property
    def entry(self) -> Event | None:
        """The chosen entry of the timeline."""
        return self.events[self.list.row] if self.list.row >= 0 else None

    def _timeline(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, px(4), 0, 0)
        self.said = Prose("", theme, role="row", tone="text2")
        self.undo = Button(theme, pgettext("button", "Undo"), look="outlined")
        self.undo.clicked.connect(self.undo_wanted)
        line = QHBoxLayout()
        line.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.undo)
        column.addLayout(line)
        self._model = FixedModel(theme)
        self.list = TwoLineView(self._model, theme, _TIMELINE)
        self.list.chosen.connect(self._about)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        column.addWidget(self.list, 1)
        self.details = Prose("", theme, role="body")
        details = scrolled(self.details, _("The chosen entry"), theme)
        details.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(details, 1)
        row = QHBoxLayout()
        self.show_jobs = Button(theme, _("Show these occupations"), look="outlined")
        self.show_jobs.clicked.connect(self._open)
        self.remove = Button(theme, _REMOVE["session"])
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.show_jobs)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        return page

    def _about(self) -> None:
        event = self.entry
        if event is None:
            return
        self.details.setText(about_event(event, self.record, self._titles, self._texts, self._now))
        self.show_jobs.setVisible(bool(self._codes(event)))
        part = self._part(event)
        self.remove.setText(_REMOVE.get(part, ""))
        self.remove.setAccessibleName(_REMOVE.get(part, ""))
        self.remove.updateGeometry()
        self.remove.setVisible(bool(part))

    def _part(self, event: Event) -> str:
        """What of the record can be deleted with an entry; "" for nothing."""
        past = event.kind == "session" and event.uid != self._session
        return "session" if past else "self_report" if event.kind == "self-report" else ""

    def _codes(self, event: Event) -> tuple[str, ...]:
        if event.kind == "session":
            return next(s.position.codes for s in self.record.sessions if s.uid == event.uid)
        return event.codes

    def _open(self) -> None:
        if self.entry is not None and self._codes(self.entry):
            self.accept()
            self.opened.emit(self._codes(self.entry))

    def _remove(self) -> None:
        event = self.entry
        if event is not None and (part := self._part(event)):
            self.removed.emit(part, event.uid)

    def _compare_form(self) -> None:
        """Two choices of scores, the two newest of one instrument first, and what they say."""
        _clear(self._column)
        scores, theme = self.record.scores, self.theme
        if len(scores) < 2:
            self._column.addWidget(Prose(_TOO_FEW, theme, role="body", tone="text2"))
            self._column.addStretch(1)
            return
        names = [scores_line(one, self._now) for one in scores]
        self.pair = list(newest_pair(scores))
        choices = FlowLayout(theme, (8, 4))
        for place, name in enumerate((_EARLIER, _LATER)):
            choice = ChoiceButton(names, theme, name, index=self.pair[place])
            choice.chosen.connect(partial(self.choose, place))
            choices.addWidget(choice)
        self._result = QWidget()
        self._said = QVBoxLayout(self._result)
        self._said.setContentsMargins(0, 0, theme.px(12), 0)  # the scroll bar's
        self._said.setSpacing(theme.px(10))
        self._column.addLayout(choices)
        self._column.addWidget(
            scrolled(self._result, pgettext("part of the window", "Details"), theme), 1
        )
        self._compare()

    def choose(self, place: int, scores: int) -> None:
        """Compare other scores: the earlier (0) or later (1) ones are those at ``scores``."""
        self.pair[place] = scores
        self._compare()

    def _compare(self) -> None:
        from counselor_app.charts.over_time import over_time_chart
        from counselor_app.domain.record.over_time import compare_over_time

        _clear(self._said)
        pair = sorted(set(self.pair))
        if len(pair) < 2:
            self.sentences = (_("Choose two different sets of scores."),)
            self.chart = None
        else:
            one, other = (self.record.scores[place].scores for place in pair)
            found = compare_over_time(one, other)
            spec = over_time_chart(found)
            self.sentences = found.sentences
            self.chart = OverTimeWidget(spec, self.theme) if spec else None
        if self.chart is not None:
            self._said.addWidget(self.chart)
            key = _("Ring: earlier. Disk: later. Bold: moved by more than the error of the scores.")
            self._said.addWidget(Prose(key, self.theme, role="caption", tone="text2"))
        for sentence in self.sentences:
            self._said.addWidget(Prose(sentence, self.theme, role="body"))
        self._said.addStretch(1)


def event_lines(event: Event, record: Record, now: datetime) -> TwoLines:
    """An entry in two lines: what it is, and when."""
    when = when_words(event.at, now)
    if event.kind == "step":
        when = _("Next step, {when}", when=when)
    elif event.kind == "note":
        reader = next(note.reader for note in record.notes if note.uid == event.uid)
        private = reader == "counselor"
        when = (
            _("Note for me only, {when}", when=when) if private else
            _("Note for the client, {when}", when=when)
        )  # fmt: skip
    return TwoLines(event.words, when)


def scores_line(taken: TakenScores, now: datetime) -> Said:
    """Scores as they are chosen: "Mar 3, 2026, 10:32: Own 60, SCE"."""
    name = joined((taken.scores.instrument.name, code_words(taken.scores)), ", ")
    return joined((when_words(taken.recorded, now), name), ": ")


def newest_pair(scores: Sequence[TakenScores]) -> tuple[int, int]:
    """Places of the newest scores and of the newest before them with the same instrument."""
    last = len(scores) - 1
    same = [
        place for place in range(last)
        if scores[place].scores.instrument == scores[last].scores.instrument
    ]  # fmt: skip
    return (same[-1] if same else last - 1), last


def _clear(layout: QLayout) -> None:
    """Take everything out of a layout, and the layouts in it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            _clear(inner)
            inner.deleteLater()
