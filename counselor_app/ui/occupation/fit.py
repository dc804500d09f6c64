"""Personality fit: the job's own interests, whom it tends to suit, jobs with a like profile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.interests import hexagon
from counselor_app.charts.lists import interest_items
from counselor_app.domain.figures.wording import correlation_words, sample_words
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.occupation.fit_areas import add_areas
from counselor_app.ui.occupation.fit_client import fill_client
from counselor_app.ui.occupation.fit_told import add_told
from counselor_app.ui.occupation.fit_values import add_values
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.finding import led
from counselor_app.ui.parts.table import Cell, Column

_LIKE = _("Jobs with a like profile")


class FitPage(Page):
    """The hexagon on the left; what it means, value by value, on the right.

    With a client's scores the page is about both: in plain words, the statistics folded away.
    """

    title, short_title = pgettext("tab", "Personality fit"), pgettext("tab", "Fit")

    def note(self) -> str:
        return led(
            self.theme,
            _("A conversation, not a verdict."),
            _("Interests say what a person may enjoy. They tell a little about who stays content,"
              " and nothing about ability."),
        )  # fmt: skip

    def fill(self, sheet: Sheet) -> None:
        found = self.client.fit(sheet) if self.client else None
        if self.client is not None and found is not None:
            fill_client(self, sheet, self.client, found)
            below, beside = self.columns((1, 1))
            self.later(lambda: add_areas(self, below, sheet))
            self.later(lambda: add_values(self, below, sheet))
            self.later(lambda: add_told(self, beside, sheet))
            return
        left, right = self.columns((1, 1))
        if self.client_view:  # letters and correlations are the counselor's
            left.addWidget(self.heading(_("Who it tends to suit")))
            left.addWidget(self.prose(findings.suits(sheet) or _("Not known for this job.")))
            self.later(lambda: add_areas(self, left, sheet))
            self.later(lambda: self._add_values(right, sheet))
            return
        self._add_profile(left, sheet)
        if sheet.interests.profile is not None:
            self._add_suits(right, sheet)
            self._add_scores(right, sheet)
            self.later(lambda: self._add_alike(right, sheet))
        self.later(lambda: add_areas(self, right, sheet))
        self.later(lambda: self._add_values(left, sheet))

    def _add_values(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        add_values(self, side, sheet)
        if self.client is not None and self.client.client.known:
            side.addSpacing(self.theme.px(14))
            add_told(self, side, sheet)

    def _add_profile(self, side: QVBoxLayout, sheet: Sheet) -> None:
        spec = hexagon(sheet.interests)
        first = sheet.interests.scores[0]
        if spec.drawn is None:
            side.addWidget(self.heading(_("This job’s interests")))
            add_unrated(self, side, sheet, "interests")
            return
        words = joined((first.source.label, first.vintage), ", ")
        side.addWidget(self.heading(_("This job’s interests"), first, words))
        side.addWidget(self.wired(HexagonChart(spec, self.theme)))
        scale = self.prose(
            _(
                "From 1 at the center to 7 at the rim. Bold: the letters of the job's code."
                " {sample}.",
                sample=sample_words(first),
            ),
            role="caption",
            tone="text2",
        )
        scale.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(scale)

    def _add_suits(self, side: QVBoxLayout, sheet: Sheet) -> None:
        letters = sheet.interests.letters
        side.addWidget(self.heading(_("Who it tends to suit"), letters))
        sentence = findings.suits(sheet)
        if sentence is None or not isinstance(letters.value, str):
            side.addWidget(self.prose(_("The release gives this job no interest code.")))
            return
        names = joined((NAMES[letter] for letter in letters.value), ", ")
        text = joined((" ".join(letters.value), names), ": ")
        code = pgettext("fact", "Interest code")
        side.addWidget(self.figure(letters, text, code, bold=True))
        side.addWidget(self.prose(sentence))

    def _add_scores(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        side.addWidget(self.heading(_("The six interests, 1 to 7")))
        side.addWidget(self.wired(BarList(interest_items(hexagon(sheet.interests)), self.theme)))

    def _add_alike(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        source = sheet.interests.letters.source
        side.addWidget(self.heading(_LIKE, source))
        if not sheet.alike:
            alike = _("All six values are alike, so no profile can be compared.")
            side.addWidget(self.prose(alike))
            return
        rows = [
            (
                Cell(job.title, job=job.code),
                Cell(" ".join(job.letters) or pgettext("interests", "no code")),
                Cell(
                    correlation_words(job.correlation),
                    source,
                    _("Likeness to {job}", job=job.title),
                ),
            )
            for job in sheet.alike
        ]
        columns = (
            Column("", stretch=True),
            Column(pgettext("column", "Code")),
            Column(pgettext("column", "Likeness"), right=True),
        )
        side.addWidget(folding_table(self, columns, rows, _LIKE))
        side.addWidget(
            self.prose(
                _("Correlation of the six values: 1 is the same shape, 0 is no likeness."),
                role="caption",
                tone="text2",
            )
        )
