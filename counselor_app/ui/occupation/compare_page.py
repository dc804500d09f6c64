"""The comparison: questions and answers, then the pay of all in every chosen place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.charts import BandChart, natural_basis, pay_chart, pay_range
from counselor_app.charts.beside import beside
from counselor_app.domain.figures.wording import capitalised, groups_sentence
from counselor_app.domain.fit.compare import FEWEST, MOST
from counselor_app.domain.fit.comparison import Comparison
from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.pay_words import counted, on_one_scale
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import Basis
from counselor_app.domain.session.steps import CLIENTS_NAMES
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.occupation.compare_answers import AnswersGrid, Look, stacked
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.flow import EndsLayout
from counselor_app.ui.parts.fold import Folding
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

PLACES = 6


class CompareMarks(NamedTuple):
    """What is marked on the page: stars, the present job, a tier each; whether there is a client,
    and whether they read along.
    """

    starred: tuple[str, ...] = ()
    present: str = ""
    tiers: tuple[Tier | None, ...] = ()
    known: bool = False
    client_view: bool = False


class ComparePage(Page):
    """Two to four occupations; `show_comparison` fills it."""

    title = pgettext("title", "Occupations compared")
    starred = Signal(str)
    dropped = Signal(str)
    printed = Signal()
    planned = Signal()
    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAutoFillBackground(True)  # it lies over the panes
        self.sheets: tuple[Sheet, ...] = ()
        self.found: Comparison | None = None
        self.back = BackButton(theme)
        self.kept.append(self.back)
        self.marks = CompareMarks()

    def show_comparison(
        self, sheets: Sequence[Sheet], found: Comparison, marks: CompareMarks | None = None
    ) -> None:
        """Show a comparison of ``sheets``."""
        self.sheets, self.found = tuple(sheets), found
        self.marks = marks or CompareMarks()
        self.client_view = self.marks.client_view
        self.set_sheet(sheets[0])

    def shows(self, sheets: Sequence[Sheet]) -> bool:
        """Whether it is these that stand here."""
        return [id(one) for one in self.sheets] == [id(one) for one in sheets]

    def fill(self, sheet: Sheet) -> None:  # noqa: ARG002 - the page is about several
        if self.found is None:
            return
        found = self.found
        count = capitalised(counted(len(self.sheets)))
        words = _("{count} occupations side by side", count=count)
        if self.client_view:
            words = _("Side by side")
        title = Prose(words, self.theme, role="title2", wrap=False)
        head = EndsLayout(self.theme, (14, 6))
        head.right = 2
        head.addWidget(self.back)
        head.addWidget(title)
        self._add_ways(head)
        self.wide().addLayout(head)
        self.back.lead_to(self.back.text())
        if said := lead(self.sheets):
            self.wide().addWidget(self.prose(said, role="body", tone="text2"))
        look = Look(
            beside(self.sheets, numbers=not self.client_view),
            self.marks.tiers or (None,) * len(self.sheets), self.client_view,
        )  # fmt: skip
        self.wide().addWidget(Folding(
            AnswersGrid(self, found, self._heads(), look),
            lambda: stacked(self, found, self._heads(), look),
        ))  # fmt: skip
        self._add_pay()

    def _add_ways(self, head: EndsLayout) -> None:
        """Add a job to them, print them, or go on to the plan."""
        if len(self.sheets) < MOST:
            add = Button(self.theme, pgettext("button", "Add a job"), icon="plus", look="outlined")
            add.clicked.connect(self.add_wanted)
            head.addWidget(add)
        if not self.client_view:
            prints = Button(self.theme, _("Print this page"), icon="print", look="outlined")
            prints.clicked.connect(self.printed)
            head.addWidget(prints)
        if self.marks.known:
            words = CLIENTS_NAMES["plan"] if self.client_view else _("Go on to the plan")
            plan = Button(self.theme, words, icon="forward", look="primary")
            plan.trailing = True
            plan.clicked.connect(self.planned)
            head.addWidget(plan)

    def _heads(self) -> list[QWidget]:
        """Over each column: the job's title, its star, and what takes it off."""
        return [self._head(sheet) for sheet in self.sheets]

    def _head(self, sheet: Sheet) -> QWidget:
        job, theme, marks = sheet.occupation, self.theme, self.marks
        whole, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(2))
        row.addWidget(self.job_link(job.code, job.title, role="prose"), 1)
        on = job.code in marks.starred
        star = Button(theme, icon="starred" if on else "star",
                      name=pgettext("button", "Star: {title}", title=job.title))  # fmt: skip
        star.clicked.connect(lambda: self.starred.emit(job.code))
        row.addWidget(star)
        if len(self.sheets) > FEWEST:
            off = Button(theme, icon="close", name=_("Take off: {title}", title=job.title))
            off.clicked.connect(lambda: self.dropped.emit(job.code))
            row.addWidget(off)
        column.addLayout(row)
        if job.code == marks.present:
            now = pgettext("mark of a job", "The present job")
            column.addWidget(Prose(now, theme, role="caption", bold=True, tone="client_text"))
        elif said := findings.lead(sheet):
            column.addWidget(self.prose(findings.first_sentence(said)[0], role="caption",
                                        tone="text2"))  # fmt: skip
        return whole

    def _add_pay(self) -> None:
        chart = compared_pay(self.sheets)
        if chart.axis is None:
            return
        from counselor_app.ui.charts.pay_bands import PayBands

        side = self.wide()
        first = self.sheets[0].nation.median(chart.basis)
        side.addWidget(self.heading(_("Pay {unit}, place by place", unit=chart.unit), first))
        side.addWidget(self.wired(PayBands(chart, self.theme)))
        groups = ((s.occupation.title, s.nation.median().group) for s in self.sheets)
        if note := groups_sentence(groups):
            side.addWidget(self.prose(note, role="caption", tone="text2"))
        bars = (
            _("Bars: thick, what the middle half earn; thin, all but the lowest and the highest"
              " tenth; gap, half earn more. Employees only.")
            if self.client_view else
            _("Bars: thick, the middle half; thin, the 10th to the 90th percentile; gap, the"
              " median. Employees only; no margins are published for percentiles.")
        )  # fmt: skip
        side.addWidget(self.prose(bars, role="caption", tone="text2"))


def compared_pay(sheets: Sequence[Sheet]) -> BandChart:
    """The pay of every occupation in the nation and the first chosen places, place by place."""
    hourly = all(natural_basis(sheet.nation) == "hourly" for sheet in sheets)
    beside = on_one_scale([sheet.nation for sheet in sheets])
    rows, tints = [], []
    for place in zip(*(sheet.wages[:PLACES] for sheet in sheets), strict=True):
        for tint, (row, sheet) in enumerate(zip(place, sheets, strict=True)):
            if not beside[tint]:
                continue  # the answers say how its pay is published
            rows.append(replace(row, place=joined((row.place, sheet.occupation.title), ": ")))
            tints.append(tint % MOST)
    basis: Basis = "hourly" if hourly else "annual"
    ends = pay_range(rows, basis)
    return pay_chart(rows, basis, shared_range=(0.0, ends[1]) if ends else None, tints=tints)
