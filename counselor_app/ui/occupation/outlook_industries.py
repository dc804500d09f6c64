"""Where they work: the industries of one level, and what their numbers leave out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counselor_app.charts import industry_bars, natural_basis
from counselor_app.domain.figures.wording import capitalised
from counselor_app.domain.occupation.industries import shares_sentence
from counselor_app.domain.occupation.outlook_words import missing_industries
from counselor_app.domain.occupation.sectors import sector
from counselor_app.domain.occupation.sheet import IndustryShare, Sheet
from counselor_app.domain.occupation.wages import UNITS, IndustryLevel
from counselor_app.language import _, ngettext, pgettext
from counselor_app.ui.charts.sector_rows import SectorRows
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.chooser import Chooser
from counselor_app.ui.parts.text import LinkLabel

LEVELS: tuple[tuple[str, IndustryLevel], ...] = (
    (pgettext("choice", "Sectors"), "sector"),
    (pgettext("choice", "Broad"), "3-digit"),
    (pgettext("choice", "Detailed"), "4-digit"),
)
SHOWN = 6


class IndustriesBlock(QWidget):
    """One occupation's industries; ``level_chosen`` asks for another level."""

    level_chosen = Signal(str)

    def __init__(self, page: Page, sheet: Sheet, level: IndustryLevel) -> None:
        super().__init__()
        self._page, self._sheet, self._level = page, sheet, level
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(page.theme.px(8))
        self.levels = Chooser([words for words, _ in LEVELS], page.theme, _("Industries by level"))
        self.levels.chosen.connect(lambda i: self.level_chosen.emit(LEVELS[i][1]))
        self._column.addWidget(self.levels)
        self.levels.setVisible(page.lookup is not None and bool(sheet.industries))
        self._parts: list[QWidget] = []
        self._fill()

    def show_level(self, level: IndustryLevel) -> None:
        """Show another level in place."""
        if level != self._level:
            self._level = level
            self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self.levels.set_index(next(i for i, (_, k) in enumerate(LEVELS) if k == self._level))
        sheet, lookup = self._sheet, self._page.lookup
        shares, missing = sheet.industries, sheet.industries_missing_pct
        if lookup is not None:
            shares, missing = lookup.industries(sheet, self._level)
        if shares:
            self._add_rows(shares)
        words = missing_industries(missing, len(shares))
        if sheet.industries and self._level != "sector":
            words = shares_sentence(shares, missing, self._level)
        if words:
            self._add(self._page.prose(words, role="caption", tone="text2"))

    def _add_rows(self, shares: tuple[IndustryShare, ...]) -> None:
        page = self._page
        ordered = sorted(shares, key=lambda part: -(part.share.number or -1.0))
        if self._level == "sector":
            ordered = [
                replace(part, wages=replace(part.wages, place=capitalised(sector(part.wages))))
                for part in ordered
            ]
        pay = [part.wages.median(natural_basis(part.wages)) for part in ordered]
        hourly = natural_basis(self._sheet.nation) == "hourly"
        rows = page.wired(
            SectorRows(
                industry_bars(ordered), pay, UNITS["hourly" if hourly else "annual"], page.theme,
                shown=SHOWN,
            )
        )  # fmt: skip
        self._add(rows)
        more = len(ordered) - SHOWN
        if more > 0:
            link = LinkLabel(ngettext("Show {n} more", "Show {n} more", more, n=more), page.theme)

            def expand() -> None:
                rows.show_all()
                rows.setFocus()
                link.hide()

            link.clicked.connect(expand)
            self._add(link)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
