"""Personality fit, what the client says of themselves: work styles and cards beside the job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from counselor_app.client_texts import self_report_texts
from counselor_app.domain.session import styles
from counselor_app.domain.session.beside import job_styles, style_lines, value_lines
from counselor_app.language import _, joined
from counselor_app.ui.parts.text import LinkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.occupation.page import Page

_STYLES, _CARDS = _("How you work, and this job"), _("What you want, and this job")


def add_told(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """What to talk about between the client and this job; what can still be asked of them."""
    if page.client is None:
        return
    client, texts = page.client.client, self_report_texts(page.theme.tongue)
    ratings = sheet.ratings.get("style", ())
    if job_styles(ratings):
        first = ratings[0].main
        side.addWidget(
            page.heading(_STYLES, first, joined((first.source.label, first.vintage), ", "))
        )
        _say(page, side, style_lines(client.styles, texts.styles, ratings))
        if client.styles is not None:
            about = joined((styles.ABOUT, styles.ABOUT_JOB))
            side.addWidget(page.prose(about, role="caption", tone="text2"))
        words = _("Answer the statements on work styles anew…")
        _link(page, side, "styles", words if client.styles else _("Ask how the client works…"))
        side.addSpacing(page.theme.px(14))
    values = sheet.ratings.get("value", ())
    rated = values[0].main if values else None
    dated = joined((rated.source.label, rated.vintage), ", ") if rated else ""
    side.addWidget(page.heading(_CARDS, rated, dated))
    _say(page, side, value_lines(client.cards, texts.cards, values))
    words = _("Move the value cards…")
    _link(page, side, "cards", words if client.cards else _("Lay the value cards…"))


def _say(page: Page, side: QVBoxLayout, lines: Sequence[str]) -> None:
    for line in lines:
        side.addWidget(page.prose(line, role="body"))


def _link(page: Page, side: QVBoxLayout, kind: str, words: str) -> None:
    link = LinkLabel(words, page.theme)
    link.clicked.connect(partial(page.told_wanted.emit, kind))
    side.addWidget(link)
