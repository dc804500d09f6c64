"""Personality fit, interest areas: the job's most distinctive ones, and which the client likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import number, value_words
from counselor_app.domain.session.areas import ABOUT, NAMES, most_distinctive
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.parts.text import LinkLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.occupation.page import Page

_AREAS = _("Interest areas that set this job apart")


def add_areas(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """Three areas with their percentile among jobs; nothing where no job is rated on areas."""
    found = most_distinctive(sheet.ratings.get("area", ()))
    if not found:
        return
    client = page.client.client if page.client is not None else None
    liked = client.areas if client is not None else None
    own = liked.present if liked is not None else frozenset[str]()
    first = found[0].main
    side.addSpacing(page.theme.px(14))
    side.addWidget(page.heading(_AREAS, first, joined((first.source.label, first.vintage), ", ")))
    columns = [
        Column("", stretch=True), Column(_("This job, 1 to 7"), right=True),
        Column(_("Percentile among jobs"), right=True),
    ]  # fmt: skip
    rows = []
    for one in found:
        name = NAMES.get(one.element, one.name)
        called = pgettext("area of interest", "{area} (liked)", area=name)
        told = called if one.element in own else name
        place = number(one.place.percentile) if one.place else ""
        said = pgettext("figure", "{area}, this job", area=name)
        rows.append((Cell(told), Cell(value_words(one.main), one.main, said), Cell(place)))
    side.addWidget(folding_table(page, columns, rows, _AREAS))
    side.addWidget(page.prose(ABOUT, role="caption", tone="text2"))
    if client is not None and client.known:
        words = _("Change the areas that the client likes…")
        link = LinkLabel(words if own else _("Choose areas that the client likes…"), page.theme)
        link.clicked.connect(partial(page.told_wanted.emit, "areas"))
        side.addWidget(link)
