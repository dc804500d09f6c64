"""Personality fit, work values: what the job gives, beside what matters to the client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.fit.work_values import (
    ABOUT_JOB,
    ABOUT_ORDER,
    beside,
    beside_sentence,
    place_words,
)
from counselor_app.language import _, capitalised, joined, pgettext
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.parts.text import LinkLabel

_VALUES = pgettext("section", "Work values")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.occupation.page import Page


def add_values(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """The six work values of the job, in the client's order where there is one."""
    client = page.client.client if page.client is not None else None
    rows = beside(client.values if client else (), sheet.ratings.get("value", ()))
    if not rows:
        side.addWidget(page.heading(_VALUES))
        why = sheet.why_none("value", _("not rated for this job"))
        none = _("The six work values are {why}.", why=why)
        side.addWidget(page.prose(none, role="body"))
        return
    first = rows[0].rating.main
    side.addWidget(page.heading(_VALUES, first, joined((first.source.label, first.vintage), ", ")))
    own = client is not None and bool(client.values)
    if own and client is not None and (told := beside_sentence(rows, client.called)):
        side.addWidget(page.prose(capitalised(told), role="body"))
    columns = [
        Column("", stretch=True), Column(_("This job, 1 to 7"), right=True),
        Column(_("Of its six"), right=True),
    ]  # fmt: skip
    lines = []
    for row in rows:
        figure = row.rating.main
        name = joined((f"{row.own}.", row.value.name)) if own else row.value.name
        lines.append(
            (
                Cell(name),
                Cell(
                    value_words(figure),
                    figure,
                    _("{value}, this job", value=row.value.name),
                    bold=True,
                ),
                Cell(place_words(row.place), tone="text2"),
            )
        )
    side.addWidget(folding_table(page, columns, lines, _VALUES))
    about = joined((ABOUT_ORDER, ABOUT_JOB)) if own else ABOUT_JOB
    side.addWidget(page.prose(about, role="caption", tone="text2"))
    words = _("Change the client’s order…") if own else _("Put the six in the client’s order…")
    link = LinkLabel(words, page.theme)
    link.clicked.connect(page.values_wanted)
    side.addWidget(link)
