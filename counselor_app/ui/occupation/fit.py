"""Personality fit: the job's own interests, whom it tends to suit, jobs with a like profile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.interests import hexagon
from counselor_app.charts.lists import interest_items
from counselor_app.domain.figures.wording import correlation_words, listed, sample_words
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.occupation.fit_client import fill_client
from counselor_app.ui.occupation.fit_values import add_values
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.finding import strong
from counselor_app.ui.parts.table import Cell, Column


class FitPage(Page):
    """The hexagon on the left; what it means, value by value, on the right.

    With a client's scores the page is about both: in plain words, the statistics folded away.
    """

    title, short_title = "Personality fit", "Fit"

    def note(self) -> str:
        return (
            strong("A conversation, not a verdict.")
            + " Interests say what a person may enjoy. They"
            " tell a little about who stays content, and nothing about ability."
        )

    def fill(self, sheet: Sheet) -> None:
        found = self.client.fit(sheet) if self.client else None
        if self.client is not None and found is not None:
            fill_client(self, sheet, self.client, found)
            below, _ = self.columns((1, 1))
            self.later(lambda: add_values(self, below, sheet))
            return
        left, right = self.columns((1, 1))
        self._add_profile(left, sheet)
        if sheet.interests.profile is not None:
            self._add_suits(right, sheet)
            self._add_scores(right, sheet)
            self.later(lambda: self._add_alike(right, sheet))
        self.later(lambda: self._add_values(left, sheet))

    def _add_values(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        add_values(self, side, sheet)

    def _add_profile(self, side: QVBoxLayout, sheet: Sheet) -> None:
        spec = hexagon(sheet.interests)
        first = sheet.interests.scores[0]
        if spec.drawn is None:
            side.addWidget(self.heading("This job's interests"))
            add_unrated(self, side, sheet, "interests")
            return
        words = f"{first.source.label}, {first.vintage}"
        side.addWidget(self.heading("This job's interests", first, words))
        side.addWidget(self.wired(HexagonChart(spec, self.theme)))
        scale = self.prose(
            "From 1 at the center to 7 at the rim. Bold: the letters of the job's code."
            f" {sample_words(first)}.",
            role="caption",
            tone="text2",
        )
        scale.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(scale)

    def _add_suits(self, side: QVBoxLayout, sheet: Sheet) -> None:
        letters = sheet.interests.letters
        side.addWidget(self.heading("Who it tends to suit", letters))
        sentence = findings.suits(sheet)
        if sentence is None or not isinstance(letters.value, str):
            side.addWidget(self.prose("The release gives this job no interest code."))
            return
        names = listed((NAMES[letter] for letter in letters.value), "then")
        text = f"{' '.join(letters.value)}: {names}"
        side.addWidget(self.figure(letters, text, "Interest code", bold=True))
        side.addWidget(self.prose(sentence))

    def _add_scores(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        side.addWidget(self.heading("The six interests, 1 to 7"))
        side.addWidget(self.wired(BarList(interest_items(hexagon(sheet.interests)), self.theme)))

    def _add_alike(self, side: QVBoxLayout, sheet: Sheet) -> None:
        side.addSpacing(self.theme.px(14))
        source = sheet.interests.letters.source
        side.addWidget(self.heading("Jobs with a like profile", source))
        if not sheet.alike:
            side.addWidget(self.prose("All six values are alike, so no profile can be compared."))
            return
        rows = [
            (
                Cell(job.title, job=job.code),
                Cell(" ".join(job.letters) or "no code"),
                Cell(correlation_words(job.correlation), source, f"Likeness to {job.title}"),
            )
            for job in sheet.alike
        ]
        columns = (Column("", stretch=True), Column("Code"), Column("Likeness", right=True))
        side.addWidget(folding_table(self, columns, rows, "Jobs with a like profile"))
        side.addWidget(
            self.prose(
                "Correlation of the six values: 1 is the same shape, 0 is no likeness.",
                role="caption",
                tone="text2",
            )
        )
