"""One job on one page to scroll: the blocks of the printed student's page, in its order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation.next_jobs import close_jobs
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.kiosk.board import CLOSE
from counselor_app.kiosk.config import KioskConfig, Section
from counselor_app.kiosk.facts import Dots
from counselor_app.kiosk.pictures import PayPicture, YearsPicture
from counselor_app.kiosk.screen import Screen, SizeButton
from counselor_app.kiosk.widgets import Aside, Box, Tile, bullet
from counselor_app.language import _, joined, pgettext
from counselor_app.reports import parts
from counselor_app.reports.sections.student import student_sections
from counselor_app.ui.parts.flow import ColumnsLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

PUT_ON, TAKE_OFF = _("Put on my list"), _("On my list")
# Blocks side by side in a box: those at the left, those at the right.
_BOXES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("would-do",), ("may-like", "is-hard")),
    (("gathered",), ("own-sheets",)),
    (("pay-here",), ("jobs-here", "growth")),
    (("not-published", "recruiter"), ("civilian",)),
    (("the-days",), ()),
    (("way-in",), ()),
    (("good-at", "kinds"), ("suits",)),
    (("close-jobs",), ("do-next",)),
)
_SHOWN_BY: dict[str, Section] = {
    "pay-here": "salary", "jobs-here": "salary", "growth": "outlook", "good-at": "skills",
    "suits": "skills",
}  # fmt: skip


_LONGEST = 26


class Neighbor(NamedTuple):
    """A job beside the one that is shown."""

    code: str
    title: str

    @property
    def short_title(self) -> str:
        """The title as it fits on a button: whole words, as many as there is room for."""
        if len(self.title) <= _LONGEST:
            return self.title
        kept = self.title[:_LONGEST].rsplit(" ", 1)[0]
        return f"{kept.rstrip(',')}…"


def neighbors(
    code: str, row: Sequence[str], title: Callable[[str], str]
) -> tuple[Neighbor | None, Neighbor | None]:
    """The jobs beside one in the row where it was opened; ``title`` gives a job's name."""
    if code not in row:
        return None, None
    at = row.index(code)
    before = Neighbor(row[at - 1], title(row[at - 1])) if at else None
    after = Neighbor(row[at + 1], title(row[at + 1])) if at + 1 < len(row) else None
    return before, after


class JobPage(Screen):
    """``opened`` carries the code of another job."""

    back_wanted = Signal()
    starred = Signal(str)
    print_wanted = Signal()
    opened = Signal(str)
    neighbor_wanted = Signal(str)
    done_wanted = Signal()
    surprise_wanted = Signal()

    def __init__(self, config: KioskConfig, theme: Theme) -> None:
        super().__init__(theme, pgettext("page", "Job"))
        self._sections = config.sections
        self.sheet: Sheet | None = None
        self.links: list[Tile] = []
        self.back = self.button(pgettext("button", "Back"), "left")
        self.star = self.button(PUT_ON, "star")
        self.print = self.button(_("Print this job"), "print")
        self.done = self.button(_("I am done"), "check", primary=True)
        self.head.add(self.back)
        self.head.add_right(self.star, *((self.print,) if config.pages else ()), self.done)
        self.another = self.button(_("Surprise me again"))
        self.before = self.button("", "left")
        self.after = self.button("", "forward")
        self.after.trailing = True
        self.below = Aside("", theme, most=270)
        self.text_size = SizeButton(theme, config.text_size)
        self.foot.add(self.another, self.before, self.below)
        self.foot.add_right(self.text_size, self.after)
        self._neighbors: tuple[Neighbor | None, Neighbor | None] = (None, None)
        self.before.clicked.connect(lambda: self._go(0))
        self.after.clicked.connect(lambda: self._go(1))
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._say_below)
        bar.rangeChanged.connect(self._say_below, Qt.ConnectionType.QueuedConnection)
        self.back.clicked.connect(self.back_wanted)
        self.star.clicked.connect(self._star)
        self.print.clicked.connect(self.print_wanted)
        self.done.clicked.connect(self.done_wanted)
        self.another.clicked.connect(self.surprise_wanted)
        theme.changed.connect(self._again)
        self._tier: Tier | None = None
        self._because = ""

    def show_sheet(
        self, sheet: Sheet, *, listed: bool, tier: Tier | None, because: str, surprise: bool,
        neighbors: tuple[Neighbor | None, Neighbor | None] = (None, None),
    ) -> None:  # fmt: skip
        """Show a job from its top; ``tier`` and ``because`` are what the answers say of it, and
        ``neighbors`` the jobs before and after it where it was opened.
        """
        self.sheet, self._tier, self._because = sheet, tier, because
        self._neighbors = neighbors
        self.another.setVisible(surprise)
        for button, job in zip((self.before, self.after), neighbors, strict=True):
            button.setVisible(job is not None)
            button.say(job.short_title if job else "")
        self.set_listed(listed)
        self._again()

    def set_listed(self, listed: bool) -> None:
        """Whether the job is on the student's list."""
        self.star.set_icon("starred" if listed else "star")
        self.star.say(TAKE_OFF if listed else PUT_ON)

    def _again(self) -> None:
        if self.sheet is None:
            return
        sheet, self.links = self.sheet, []
        self.clear()
        title = shown_title(sheet.occupation.title)
        self.say(title, "title")
        if self.theme.say(title) != title:
            # Job ads use the published one.
            self.say("".join(title), "caption")
        if sheet.words is not None:
            self.say(sheet.words.summary)
        self._match()
        blocks = {one.id: one for one in student_sections(sheet)}
        for left, right in _BOXES:
            columns = [[blocks[one] for one in side if self._wanted(one, blocks)]
                       for side in (left, right)]  # fmt: skip
            if any(columns):
                self.column.addWidget(self._box(sheet, [side for side in columns if side]))
        if "student-sources" in blocks:
            self._parts(sheet, blocks["student-sources"], self.column)
        self.column.addStretch(1)
        self.let_wrap()

    def _wanted(self, block: str, blocks: Collection[str]) -> bool:
        return block in blocks and _SHOWN_BY.get(block, "profile") in {*self._sections, "profile"}

    def _match(self) -> None:
        if "fit" not in self._sections or not (self._tier in CLOSE or self._because):
            return
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        said = [self._because] if self._because else []
        if self._tier in CLOSE:
            row.addWidget(Dots(self._tier, self.theme))
            said.insert(0, CLOSE[self._tier])
        row.addWidget(Prose(joined(said, " · "), self.theme, role="prose", bold=True), 1)
        self.column.addLayout(row)

    def _box(self, sheet: Sheet, columns: Sequence[Sequence[parts.Section]]) -> Box:
        box = Box(self.theme)
        sides = ColumnsLayout(self.theme, (11, 8)) if len(columns) == 2 else None
        for blocks in columns:
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.theme.px(6))
            for place, block in enumerate(blocks):
                if place:
                    column.addSpacing(self.theme.px(10))
                column.addWidget(Prose(block.title, self.theme, role="heading"))
                self._parts(sheet, block, column)
            column.addStretch(1)
            if sides is None:
                box.column.addWidget(side)
            else:
                sides.addWidget(side)
        if sides is not None:
            box.column.addLayout(sides)
        return box

    def _parts(self, sheet: Sheet, block: parts.Section, column: QVBoxLayout) -> None:
        figure = block.parts[0] if block.parts else None
        if isinstance(figure, parts.Facts) and figure.form == "figures":
            column.addLayout(self._figure(figure, block.parts[1]))
            block = replace(block, parts=block.parts[2:])
        for part in block.parts:
            if isinstance(part, parts.Prose):
                note = part.look == "note"
                for text in part.texts:
                    column.addWidget(self._text(text, "caption" if note else "prose",
                                                "text2" if note else "text"))  # fmt: skip
            elif isinstance(part, parts.Items):
                for text in part.items:
                    column.addLayout(self._bullet(text))
            elif isinstance(part, parts.Facts):
                for fact in part.facts:
                    self._fact(fact, column)
            elif isinstance(part, parts.Chart):
                column.addWidget(self._picture(part))
            elif isinstance(part, parts.Table):
                self._jobs(sheet, block.id, part, column)

    def _text(self, text: parts.Text, role: str, tone: str = "text") -> Prose:
        if len(text) == 1:
            words, bold = parts.words(text), text[0].style == "bold"
            return Prose(words, self.theme, role=role, tone=tone, bold=bold)  # type: ignore[arg-type]
        said = [escape(self.theme.say(run.text)) for run in text]
        marked = [
            f'<span style="font-weight:600">{one}</span>' if run.style == "bold" else one
            for run, one in zip(text, said, strict=True)
        ]
        return Prose("".join(marked), self.theme, role=role, tone=tone, rich=True)  # type: ignore[arg-type]

    def _bullet(self, text: parts.Text) -> QLayout:
        return bullet(self._text(text, "prose"), self.theme)

    def _figure(self, facts: parts.Facts, beside: parts.Part) -> QLayout:
        """The main figure with what it means beside it."""
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(self.theme.px(18))
        figure = parts.words(facts.facts[0].text)
        row.addWidget(Prose(figure, self.theme, role="fact", wrap=False))
        words.setSpacing(0)
        for text in beside.texts if isinstance(beside, parts.Prose) else ():
            words.addWidget(self._text(text, "prose"))
        row.addLayout(words, 1)
        return row

    def _fact(self, fact: parts.Fact, column: QVBoxLayout) -> None:
        head = (parts.Run(fact.label, "bold"), parts.Run(" ")) if fact.label else ()
        column.addWidget(self._text((*head, *fact.text), "prose"))

    def _picture(self, chart: parts.Chart) -> QWidget:
        if chart.drawing == "pay-here":
            return PayPicture(chart.spec, self.theme)
        return YearsPicture(chart.spec, chart.alt, self.theme)

    def _jobs(self, sheet: Sheet, block: str, table: parts.Table, column: QVBoxLayout) -> None:
        """Jobs of the page's table, each a button to its own page."""
        related = sheet.civilian if block == "civilian" else close_jobs(sheet)
        for one, row in zip(related, table.rows, strict=True):
            title, *facts = (cell.words for cell in row)
            tile = Tile(self.theme, title, pad=16)
            tile.say(title, "prose", bold=True)
            heads = [column.name for column in table.columns[1:]]
            said = [joined((head, value), ": ") for value, head in zip(facts, heads, strict=True)]
            tile.say(joined(said, " · "), "row", "text2")
            tile.clicked.connect(partial(self.opened.emit, one.code))
            column.addWidget(tile)
            self.links.append(tile)

    def _go(self, side: int) -> None:
        job = self._neighbors[side]
        if job is not None:
            self.neighbor_wanted.emit(job.code)

    def _say_below(self) -> None:
        """What is still to come under the fold."""
        bar = self.area.verticalScrollBar()
        left = bar.maximum() - bar.value()
        words: str = ""
        if left > bar.pageStep():
            words = _("Pay, outlook and how to get in are below")
        elif left > self.theme.px(60):
            words = _("Jobs close to this one, and what to do next, are below")
        self.below.setText(words)
        taken = 0 if self.below.isVisible() else self.below.sizeHint().width()
        # A second row would move what is being read.
        self.below.setVisible(bool(words) and self.foot.has_room(taken))

    def _star(self) -> None:
        if self.sheet is not None:
            self.starred.emit(self.sheet.occupation.code)
