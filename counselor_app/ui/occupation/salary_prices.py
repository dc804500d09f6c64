"""The Salary tab's block on cost of living: what the median buys in each place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import told, value_words
from counselor_app.domain.occupation.prices import (
    PriceParities,
    parity_source,
    real_figure,
    real_sentence,
)
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import UNITS, Basis
from counselor_app.language import _, pgettext
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.table import Cell, Column


def add_prices(
    page: Page, side: QVBoxLayout, sheet: Sheet, basis: Basis, parities: PriceParities
) -> None:
    """A sentence a place and the same as a table; the nation only while no place is chosen."""
    rows = [row for row in sheet.places if row.kind != "industry"] or [sheet.nation]
    levels = [parities.of(row) for row in rows]
    known = next((level for level in levels if level.number is not None), None)
    words = "" if known is None else parity_source(known)
    title = told(_("What the median pay buys"), *(row.median(basis) for row in rows))
    side.addWidget(page.heading(title, known or parities.source, words))
    lines = []
    for row, level in zip(rows, levels, strict=True):
        median = row.median(basis)
        side.addWidget(page.prose(real_sentence(row, median, level), role="body"))
        real = real_figure(median, level)
        name = row.place
        lines.append(
            (
                Cell(name),
                Cell(value_words(median), median, _("Median pay, {what}", what=name)),
                Cell(_known(level), level, _("Price level, {place}", place=name)),
                Cell(_known(real), real, _("Median pay at average prices, {place}", place=name)),
            )
        )
    if known is None:
        return
    columns = (
        Column("", stretch=True),
        Column(pgettext("column", "Median {unit}", unit=UNITS[basis]), right=True),
        Column(_("Prices (nation = 100)"), right=True), Column(_("At average prices"), right=True),
    )  # fmt: skip
    side.addWidget(folding_table(page, columns, lines, title))
    side.addWidget(
        page.prose(
            _(
                "Prices of {year} for everything people buy, rent included; a family's own costs"
                " may differ. Industries have no price level of their own.",
                year=parities.year or "",
            ),
            role="caption",
            tone="text2",
        )
    )


def _known(figure: Figure) -> str:
    """The value; where there is none the sentence above the table has said why."""
    return pgettext("cell", "not known") if figure.number is None else value_words(figure)
