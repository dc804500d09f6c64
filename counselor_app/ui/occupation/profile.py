"""Profile: what the job is, what it takes to get in, what it is called, which jobs are like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.lists import rating_items
from counselor_app.domain.figures.wording import (
    capitalised,
    groups_note,
    value_words,
)
from counselor_app.domain.occupation.findings import related_note
from counselor_app.domain.occupation.profile_words import plain_first, programs_words
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.profile_entry import add_getting_in
from counselor_app.ui.occupation.profile_ways import add_days, add_licence, add_ways, add_workers
from counselor_app.ui.occupation.profile_work import add_activities, add_what, gap
from counselor_app.ui.parts.chips import Chips
from counselor_app.ui.parts.more_list import MoreList
from counselor_app.ui.parts.table import Cell, Column

TITLES = 6
_NONE_LISTED = _("none are listed for this occupation")
_SCALE = _("From 1, never or least, to 5, always or most.")
_PARTLY = _(
    "From 1, never or least, to 5, always or most. Other conditions of the work are not in this"
    " pack."
)
_ALSO_CALLED = pgettext("heading", "Also called")


class ProfilePage(Page):
    """The work on the left; the way in, names, tools and programs on the right."""

    title = short_title = pgettext("tab", "Profile")

    def fill(self, sheet: Sheet) -> None:
        left, right = self.columns()
        add_what(self, left, sheet)
        add_activities(self, left, sheet)
        add_getting_in(self, right, sheet)
        for block, side in ((add_licence, right), (add_days, left), (add_ways, right)):
            self.later(partial(block, self, side, sheet))
        for add, side in (
            (self._add_titles, right), (self._add_like, left), (self._add_tools, right),
            (self._add_day, left), (self._add_programs, right),
        ):  # fmt: skip
            self.later(partial(add, side, sheet))
        self.later(partial(add_workers, self, left, sheet))

    def _add_like(self, side: QVBoxLayout, sheet: Sheet) -> None:
        gap(self, side)
        side.addWidget(self.heading(_("Jobs like this one"), sheet.related_source))
        if not sheet.related:
            words = sheet.why_none("related", _NONE_LISTED)
            side.addWidget(self.prose(joined((capitalised(words), "."), ""), role="body"))
            return
        change = pgettext("column", "By {year}", year=sheet.outlook.target_year)
        columns = [
            Column("", stretch=True), Column(pgettext("column", "Pay"), right=True),
            Column(change, right=True), Column(pgettext("column", "Job zone"), right=True),
        ]  # fmt: skip
        rows = [[Cell(job.title, job=job.code), *_figures(job)] for job in sheet.related]
        if self.client and self.client.ranking:
            columns.append(Column(pgettext("column", "Fit"), right=True))
            for row, job in zip(rows, sheet.related, strict=True):
                row.append(Cell(self.client.tier_words(job.code)))
        side.addWidget(folding_table(self, columns, rows, _("Jobs like this one")))
        groups = groups_note(
            (job.title, job.pay.group or job.change_pct.group) for job in sheet.related
        )
        if note := joined((groups, related_note(sheet.related))):
            words = self.theme.say(note).removeprefix("* ")
            side.addWidget(self.prose(words, role="caption", tone="text2"))

    def _add_day(self, side: QVBoxLayout, sheet: Sheet) -> None:
        gap(self, side)
        rated = sheet.ratings.get("context", ())
        if not rated:
            side.addWidget(self.heading(_("A day on the job")))
            side.addWidget(
                self.prose(_("The conditions of this job are not in this pack."), role="body")
            )
            return
        first = rated[0].main
        words = joined((first.source.label, first.vintage), ", ")
        side.addWidget(self.heading(_("A day on the job"), first, words))
        side.addWidget(self.wired(BarList(rating_items(rated, _("A day on the job")), self.theme)))
        partly = "conditions" in sheet.lacks
        side.addWidget(self.prose(_PARTLY if partly else _SCALE, role="caption", tone="text2"))

    def _add_titles(self, side: QVBoxLayout, sheet: Sheet) -> None:
        gap(self, side)
        side.addWidget(self.heading(_ALSO_CALLED, sheet.titles.source))
        if sheet.titles.titles:
            titles = plain_first(sheet.titles.titles, TITLES)
            side.addWidget(Chips(titles, self.theme, _ALSO_CALLED, shown=TITLES))
        else:
            side.addWidget(self.prose(_("No other titles are listed."), role="body"))

    def _add_tools(self, side: QVBoxLayout, sheet: Sheet) -> None:
        gap(self, side)
        side.addWidget(self.heading(_("Tools and software"), sheet.tools_source))
        if not sheet.tools:
            words = sheet.why_none("tool", _NONE_LISTED)
            side.addWidget(self.prose(joined((capitalised(words), "."), ""), role="body"))
            return
        hot = {tool.name for tool in sheet.tools if tool.hot}
        wanted = list(dict.fromkeys(tool.name for tool in sheet.tools if tool.in_demand))
        others = [
            name
            for name in dict.fromkeys(tool.name for tool in sheet.tools)
            if name not in set(wanted)
        ]
        for words, spoken, names in (
            (_("In demand for this job"), _("Tools, in demand for this job"), wanted),
            (pgettext("tools", "Also used"), _("Tools, also used"), others),
        ):
            if not names:
                continue
            if wanted:
                side.addWidget(self.prose(words, role="caption", tone="text2"))
            side.addWidget(Chips(names, self.theme, spoken, hot=hot))
        if hot:
            legend = _("▲ named in many job ads of all kinds")
            side.addWidget(self.prose(legend, role="caption", tone="text2"))

    def _add_programs(self, side: QVBoxLayout, sheet: Sheet) -> None:
        gap(self, side)
        side.addWidget(self.heading(_("Programs of study"), sheet.programs_source))
        side.addWidget(self.prose(programs_words(sheet.programs), role="body"))
        if len(sheet.programs) > 2:
            side.addWidget(
                MoreList(sheet.programs, self.theme, _("Programs of study"), shown=0, role="row")
            )


def _figures(job: Related) -> tuple[Cell, Cell, Cell]:
    """Pay, change and zone of a related job as cells that know their sources."""
    return (
        Cell(value_words(job.pay), job.pay, _("Median pay, {what}", what=job.title)),
        Cell(
            value_words(job.change_pct),
            job.change_pct,
            _("Ten-year change, {what}", what=job.title),
        ),
        Cell(value_words(job.job_zone), job.job_zone, _("Job zone, {what}", what=job.title)),
    )
