"""The comparison: questions and answers, then the pay of all in every chosen place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counselor_app.charts import BandChart, natural_basis, pay_chart, pay_range
from counselor_app.domain.figures.wording import capitalised, groups_note
from counselor_app.domain.fit.compare import MOST, Comparison
from counselor_app.domain.occupation.pay_words import counted, on_one_scale
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import Basis
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.occupation.compare_answers import AnswersGrid, stacked
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.fold import Folding
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

PLACES = 6


class ComparePage(Page):
    """Two to four occupations; `show_comparison` fills it."""

    title = pgettext("title", "Occupations compared")

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAutoFillBackground(True)  # it lies over the panes
        self.sheets: tuple[Sheet, ...] = ()
        self.found: Comparison | None = None
        self.back = BackButton(theme)
        self.kept.append(self.back)

    def show_comparison(self, sheets: Sequence[Sheet], found: Comparison) -> None:
        """Show a comparison of ``sheets``."""
        self.sheets, self.found = tuple(sheets), found
        self.set_sheet(sheets[0])

    def fill(self, sheet: Sheet) -> None:  # noqa: ARG002 - the page is about several
        if self.found is None:
            return
        found = self.found
        count = capitalised(counted(len(self.sheets)))
        words = _("{count} occupations side by side", count=count)
        title = Prose(words, self.theme, role="title2", wrap=False)
        head = FlowLayout(self.theme, (14, 6))
        head.addWidget(self.back)
        head.addWidget(title)
        self.wide().addLayout(head)
        self.back.lead_to(self.back.text())
        self.wide().addWidget(Folding(AnswersGrid(self, found), lambda: stacked(self, found)))
        self._add_pay()

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
        if note := groups_note(groups).removeprefix("* "):
            side.addWidget(self.prose(note, role="caption", tone="text2"))
        side.addWidget(
            self.prose(
                _(
                    "Bars: thick, the middle half; thin, the 10th to the 90th percentile; gap, the"
                    " median. Employees only; no margins are published for percentiles."
                ),
                role="caption",
                tone="text2",
            )
        )


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
