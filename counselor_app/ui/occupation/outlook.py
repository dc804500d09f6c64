"""The Outlook and places tab: where the jobs are going, where they are, what may change them."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.charts import (
    employment_bars,
    openings_steps,
    strips,
)
from counselor_app.charts.bars import NOT_RANKED
from counselor_app.domain.figures.wording import NOT_IN_PACK, listed, told, value_words
from counselor_app.domain.occupation.findings import (
    exposure_finding,
    exposure_of_others,
    outlook_finding,
    outlook_sentence,
)
from counselor_app.domain.occupation.outlook_words import (
    Reason,
    no_steps_words,
    openings_title,
    outlook_numbers,
    rank_words,
    reasons,
    two_counts,
)
from counselor_app.domain.occupation.rules import SIDE_WORDS
from counselor_app.domain.occupation.ways import outlook_word
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.steps import EmploymentChart, OpeningsChart
from counselor_app.ui.charts.strips import StripsChart
from counselor_app.ui.occupation.outlook_industries import IndustriesBlock
from counselor_app.ui.occupation.outlook_places import OutlookOptions, PlacesBlock
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.figures_text import FiguresText
from counselor_app.ui.parts.finding import led, strong
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet


JOBS, EMPLOYEES = pgettext("figure", "Jobs"), pgettext("figure", "Employees")


class OutlookPage(Page):
    """The Outlook and places tab."""

    title = _("Outlook and places")
    short_title = pgettext("tab", "Outlook")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.options: OutlookOptions = OutlookOptions()
        self._places: PlacesBlock | None = None
        self._industries: IndustriesBlock | None = None
        self._strips: StripsChart | None = None

    def set_options(self, options: object) -> None:
        assert isinstance(options, OutlookOptions)
        self.options = options
        if self._places is not None and self.sheet is not None and self.sheet.states:
            self._places.show_options(options)
        if self._industries is not None:
            self._industries.show_level(options.level)

    def fill(self, sheet: Sheet) -> None:
        left, right = self.columns()
        below = self.wide()
        self._industries = None
        self._add_projection(left, sheet)
        left.addSpacing(self.theme.px(14))
        self._add_places(right, sheet)
        right.addSpacing(self.theme.px(14))
        self.later(lambda: self._add_stand_outs(left, sheet))
        self.later(lambda: self._add_reasons(left, sheet))
        self.later(lambda: self._add_industries(right, sheet))
        self.later(lambda: self._add_exposure(below, sheet))

    def _add_projection(self, side: QVBoxLayout, sheet: Sheet) -> None:
        outlook = sheet.outlook
        title = outlook_finding(outlook) or self.short_title
        side.addWidget(self.heading(title, outlook.base, outlook.base.source.label))
        text = escape(self.theme.say(outlook_sentence(outlook)))
        for number in self.theme.said(tuple(outlook_numbers(outlook))):
            text = text.replace(number, strong(number), 1)
        side.addWidget(Prose(text, self.theme, rich=True))
        if word := outlook_word(outlook):
            side.addWidget(self.prose(word, role="caption", tone="text2"))
        bars = employment_bars(outlook)
        if bars is None:
            words = value_words(outlook.base)
            side.addWidget(self.figure(outlook.base, joined((JOBS, words), ": "), JOBS))
            return
        side.addSpacing(self.theme.px(4))
        side.addWidget(self.wired(EmploymentChart(bars, outlook, self.theme)))
        side.addSpacing(self.theme.px(10))
        steps = openings_steps(outlook)
        side.addWidget(self.heading(openings_title(outlook), outlook.openings))
        if steps is not None:
            side.addWidget(self.wired(OpeningsChart(steps, outlook, self.theme)))
            if steps.note:
                side.addWidget(self.prose(steps.note, role="caption", tone="text2"))
        else:
            side.addWidget(self.prose(no_steps_words(outlook), role="body"))
        side.addSpacing(self.theme.px(6))
        change, everyone = outlook.change_pct, outlook.all_jobs_change_pct
        own, named = outlook.self_employed_pct, _(
            "Change in jobs, {first} to {last}",
            first=outlook.base_year, last=outlook.target_year,
        )  # fmt: skip
        rows = [
            (pgettext("row", "Change"), change, value_words(change), named),
            (_("Change in all jobs together"), everyone, value_words(everyone),
             _("All jobs, change")),
            (_("Rank by openings"), outlook.openings, rank_words(outlook), _("Openings a year")),
            (pgettext("row", "Self-employed"), own, value_words(own), _("Share of self-employed")),
        ]  # fmt: skip
        side.addWidget(
            self.table(
                (Column("", stretch=True), Column("", True)),
                [
                    (Cell(label), Cell(words or NOT_RANKED, figure, name, bold=True))
                    for label, figure, words, name in rows
                ],
                told(_("The projection in figures"), outlook.base),
            )
        )
        about = joined((outlook.base.about or "", two_counts(sheet) or ""))
        if about:
            side.addWidget(self.prose(about, role="caption", tone="text2"))

    def _add_places(self, side: QVBoxLayout, sheet: Sheet) -> None:
        employment = sheet.nation.employment
        side.addWidget(
            self.heading(
                told(_("Where the jobs are"), employment), employment, employment.source.label
            )
        )
        if not sheet.states:
            words = (
                _("Wages and places are not in this pack.")
                if employment.flag == NOT_IN_PACK
                else _(
                    "The wage survey does not cover this occupation, so its places are not known."
                )
            )
            side.addWidget(self.prose(words, role="body"))
            side.addWidget(
                self.figure(
                    employment, joined((EMPLOYEES, value_words(employment)), ": "), EMPLOYEES
                )
            )
            return
        if self._places is None:
            self._places = PlacesBlock(self, sheet, self.options)
            self._places.chosen.connect(self.choose)
            self.kept.append(self._places)
        else:
            self._places.show_sheet(sheet, self.options)
        side.addWidget(self._places)
        self._places.show()

    def _add_industries(self, side: QVBoxLayout, sheet: Sheet) -> None:
        subject = sheet.industries[0].share if sheet.industries else sheet.nation.employment
        side.addWidget(
            self.heading(told(_("Industries they work in"), subject), subject, subject.source.label)
        )
        self._industries = IndustriesBlock(self, sheet, self.options.level)
        self._industries.level_chosen.connect(
            lambda level: self.choose(replace(self.options, level=level))
        )
        side.addWidget(self._industries)

    def _add_stand_outs(self, side: QVBoxLayout, sheet: Sheet) -> None:
        """What speaks for and against by stated rules; nothing where nothing stands out."""
        found = self.lookup.stands_out(sheet) if self.lookup is not None else ()
        if not found:
            return
        side.addWidget(self.heading(_("What stands out")))
        for said, following in zip(found, (None, *found), strict=False):
            if following is None or following.side != said.side:
                side.addWidget(self.heading(SIDE_WORDS[said.side], small=True))
            text = FiguresText(said.sentence, said.figures, self.theme, SIDE_WORDS[said.side])
            side.addWidget(self.wired(text))
        sources = dict.fromkeys(f.source.label for said in found for f in said.figures)
        side.addWidget(
            self.prose(
                _("By fixed rules over the figures: {sources}.", sources=listed(sources)),
                role="caption",
                tone="text2",
            )
        )
        side.addSpacing(self.theme.px(14))

    def _add_reasons(self, side: QVBoxLayout, sheet: Sheet) -> None:
        outlook = sheet.outlook
        side.addWidget(
            self.heading(
                told(_("Why the number changes"), outlook.base),
                outlook.base.source,
                outlook.base.source.label,
            )
        )
        found = reasons(sheet.factors)
        if not found:
            words = (
                _("The projections name no special reason for this job.")
                if outlook.base.number is not None
                else _("No projection is published, so no reasons are known.")
            )
            side.addWidget(self.prose(words, role="body"))
            return
        for reason in found:
            mark, trend = (
                ("▲", _("A larger share of jobs:"))
                if reason.rising
                else ("▼", _("A smaller share of jobs:"))
            )
            said = f"{mark} {led(self.theme, trend, reason.words)}"
            side.addWidget(Prose(said, self.theme, role="body", rich=True))
            where = self.prose(reason.where(), role="caption", tone="text2")
            side.addWidget(where)
            if reason.hidden:
                side.addWidget(self._more_link(where, reason))

    def _more_link(self, where: Prose, reason: Reason) -> LinkLabel:
        link = LinkLabel(_("Name all {n} industries", n=len(reason.industries)), self.theme)

        def expand() -> None:
            where.setText(reason.where(len(reason.industries)))
            link.hide()
            where.setFocus()

        where.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        link.clicked.connect(expand)
        return link

    def _add_exposure(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addWidget(self.heading(_("How far computers and AI may touch the work")))
        spec = strips(sheet.exposure)
        if spec is None:
            absent = all(e.figure.flag == NOT_IN_PACK for e in sheet.exposure)
            words = (
                _("The studies are not in this pack.") if absent else _("No study has this job.")
            )
            side.addWidget(self.prose(words, role="body"))
            return
        count, finding = len(sheet.exposure), exposure_finding(sheet)
        never = _(
            "{count} published measures, never averaged; none says a job will be lost.",
            count=pgettext("count", "Five") if count == 5 else count,
        )
        text = led(self.theme, joined((finding, "."), "") if finding else "", never)
        side.addWidget(Prose(text, self.theme, role="body", rich=True))
        if self._strips is None:
            self._strips = self.wired(StripsChart(spec, self.theme))
            self.kept.append(self._strips)
        else:
            self._strips.set_spec(spec)
        side.addWidget(self._strips)
        self._strips.show()
        for said in exposure_of_others(sheet):
            side.addWidget(self.prose(said, role="caption", tone="text2"))
