"""The top of a pane: title, codes, key facts, tabs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counselor_app.domain import wording
from counselor_app.domain.findings import TRAINING_WORDS
from counselor_app.domain.wages import ordinal
from counselor_app.ui.theme import Role, Theme
from counselor_app.ui.widgets.buttons import Button
from counselor_app.ui.widgets.flow import FlowLayout
from counselor_app.ui.widgets.source import FigureLabel
from counselor_app.ui.widgets.tabs import Tabs
from counselor_app.ui.widgets.text import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counselor_app.domain.provenance import Figure
    from counselor_app.domain.sheet import Sheet

Room = Literal["ample", "short", "scant"]
Fact = tuple[str, "Figure", str, str]


def key_facts(sheet: Sheet, *, short: bool = False) -> list[Fact]:
    """Label, figure, printed words and note of the facts under the title; ``short`` notes."""
    figures, outlook = sheet.figures, sheet.outlook
    annual, hourly = sheet.nation.median("annual"), sheet.nation.median("hourly")
    pay = hourly if annual.value is None and hourly.value is not None else annual
    unit = wording.UNIT_WORDS[pay.unit] if pay.number is not None else "median, nation"
    years = outlook.change_pct.source.release or f"{outlook.base_year}–{outlook.target_year}"
    change_note = years
    every = outlook.all_jobs_change_pct
    if every.number is not None and not short:
        change_note = f"{years}; all jobs {wording.value_words(every)}"
    rank = ""
    if outlook.openings_rank is not None:
        place, of = outlook.openings_rank
        rank = f"{ordinal(place)} most" if place > 1 else "most"
        rank += "" if short else f" of {of:,} jobs"
    training = figures["training.entry"]
    facts: list[Fact] = [
        ("Median pay", pay, wording.value_words(pay), f"{unit}, {pay.vintage}".strip(", ")),
        ("Ten-year change", outlook.change_pct, wording.value_words(outlook.change_pct),
         change_note),
        ("Openings a year", outlook.openings, wording.value_words(outlook.openings), rank),
        ("Usual way in", outlook.education, _short_education(outlook.education),
         "" if short else _then(training)),
    ]  # fmt: skip
    return facts


class PaneHead(QWidget):
    """Title, codes, key facts and tabs of one occupation."""

    starred = Signal()
    beside_wanted = Signal()
    closed = Signal()
    source_requested = Signal(object)
    source_left = Signal()
    resized = Signal()

    def __init__(
        self,
        titles: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._sheet: Sheet | None = None
        self._codes: list[str] = []
        self._single, self._listed = True, False
        self._room: Room = "ample"
        self.title = Prose("", theme, role="title")
        self.codes = Prose("", theme, role="row", tone="text2")
        self.star = Button(theme, "Shortlist", icon="star", name="Add to shortlist (Ctrl+S)")
        self.beside = Button(
            theme, "Open beside…", icon="beside", look="outlined",
            name="Open another occupation beside this one (Ctrl+D)",
        )  # fmt: skip
        self.close_button = Button(theme, icon="close", name="Close this pane (Ctrl+W)")
        self.star.clicked.connect(self.starred)
        self.beside.clicked.connect(self.beside_wanted)
        self.close_button.clicked.connect(self.closed)
        self.tabs = Tabs(titles, theme)
        self._facts = _Facts(theme)
        self._flow = self._facts.flow
        _grows_down(self._facts)
        _grows_down(self)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.codes)
        self._top = QHBoxLayout()
        self._top.addLayout(names, 1)
        buttons = QHBoxLayout()
        for button in (self.star, self.beside, self.close_button):
            buttons.addWidget(button)
        corner = QVBoxLayout()
        corner.addLayout(buttons)
        corner.addStretch(1)
        self._top.addLayout(corner)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self._facts)
        self._layout.addStretch(1)
        self._layout.addWidget(self.tabs)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_sheet(self, sheet: Sheet) -> None:
        """Show another occupation."""
        self._sheet = sheet
        occupation = sheet.occupation
        self.setAccessibleName(occupation.title)
        self.title.setText(occupation.title)
        zone, letters = sheet.figures["job_zone"], sheet.interests.letters
        parts = [occupation.short_code]
        if zone.value is not None:
            parts.append(f"Job zone {zone.value}")
        if isinstance(letters.value, str):
            parts.append(f"Interests {' '.join(letters.value)}")
        self._codes = parts
        self.restyle()

    def set_single(self, single: bool) -> None:
        """Whether this is the only pane: larger type, "Open beside" instead of the cross."""
        if single != self._single:
            self._single = single
            self.restyle()

    def set_room(self, room: Room) -> None:
        """How much height there is: in a "scant" pane the facts go, in a "short" one their notes.

        All of them are on the tabs as well.
        """
        if room != self._room:
            self._room = room
            self.restyle()

    def set_listed(self, listed: bool) -> None:
        """Whether the occupation is on the shortlist."""
        self._listed = listed
        self.star.set_icon("starred" if listed else "star")
        self.star.setText("In shortlist" if listed else "Shortlist")
        name = "Remove from shortlist (Ctrl+S)" if listed else "Add to shortlist (Ctrl+S)"
        self.star.setAccessibleName(name)
        self.star.setToolTip(name)
        self.star.updateGeometry()

    def restyle(self) -> None:
        """Take the theme's new colors and sizes."""
        px = self.theme.px
        side = px(36) if self._single else px(24)
        self._layout.setContentsMargins(side, px(20) if self._single else px(16), side, 0)
        self._layout.setSpacing(px(12))
        self.title.set_role(self._title_role())
        self.beside.setVisible(self._single)
        self.close_button.setVisible(not self._single)
        self.star.set_bare(not self._single or self.theme.scale > 1.25)
        self.beside.set_bare(self.theme.scale > 1.5)
        gap = _Facts.GAPS[0 if self._single else 1]
        self._flow.set_gap((round(gap / self.theme.scale), 10))
        self._facts.setVisible(self._room != "scant")
        self.codes.setVisible(self._room != "scant" or self._single)
        if self._sheet is not None:
            family = [self._sheet.occupation.family] if self._single else []
            self.codes.setText("  ·  ".join([*self._codes, *family]))
            self._fill_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _title_role(self) -> Role:
        """Large text in a narrow pane takes the smaller title, so that long words fit."""
        if self._single:
            return "title" if self.theme.scale <= 1.5 else "title2"
        return "title2" if self.theme.scale <= 1.25 else "heading"

    def _fill_facts(self) -> None:
        assert self._sheet is not None
        while self._flow.count():
            if widget := self._flow.takeAt(0).widget():
                widget.hide()
                widget.deleteLater()
        for label, figure, words, note in key_facts(self._sheet, short=not self._single):
            note = note if self._room == "ample" else ""
            box = _FactBox(label, figure, words, note, self.theme, self._single)
            box.value.source_requested.connect(self.source_requested)
            box.value.source_left.connect(self.source_left)
            self._flow.addWidget(box)


class _Facts(QWidget):
    """The key facts in a row, hairlines between them; wraps when narrow."""

    GAPS = (72, 26)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.flow = FlowLayout(theme, (self.GAPS[0], 10), self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.tokens.line, 1))
        boxes = [item.geometry() for item in map(self.flow.itemAt, range(self.flow.count()))]
        for left, right in pairwise(boxes):
            if left.top() == right.top():
                x = (left.right() + right.left()) // 2
                painter.drawLine(x, left.top(), x, left.bottom())


class _FactBox(QWidget):
    """Label, value, note."""

    def __init__(
        self, label: str, figure: Figure, words: str, note: str, theme: Theme, large: bool
    ) -> None:
        super().__init__()
        self.setAccessibleName(label)
        role: Role = "body" if figure.value is None else "fact" if large else "fact2"
        self.value = FigureLabel(figure, words, theme, label, role=role, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Prose(label, theme, role="caption", tone="text2", wrap=False))
        column.addWidget(self.value)
        if note:
            column.addWidget(Prose(note, theme, role="caption", tone="text2", wrap=False))
        column.addStretch(1)


def _grows_down(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _short_education(figure: Figure) -> str:
    """The education in as few words as a key fact has room for."""
    return {
        "No formal educational credential": "No diploma needed",
        "High school diploma or equivalent": "High school diploma",
        "Doctoral or professional degree": "Doctoral degree",
        "Postsecondary nondegree award": "Certificate",
    }.get(str(figure.value), wording.value_words(figure))


def _then(training: Figure) -> str:
    if not isinstance(training.value, str):
        return ""
    words = TRAINING_WORDS.get(training.value, training.value)
    return words if training.value == "None" else f"then {words}"
