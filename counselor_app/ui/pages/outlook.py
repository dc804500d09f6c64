"""The Outlook and places tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.ui.pages.base import Page

if TYPE_CHECKING:
    from counselor_app.domain.sheet import Sheet


class OutlookPage(Page):
    """The Outlook and places tab."""

    title = "Outlook and places"
    short_title = "Outlook"

    def fill(self, sheet: Sheet) -> None:
        left, _ = self.columns()
        left.addWidget(self.heading(sheet.occupation.title))
