"""The Profile tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.ui.pages.base import Page

if TYPE_CHECKING:
    from counselor_app.domain.sheet import Sheet


class ProfilePage(Page):
    """The Profile tab."""

    title = "Profile"
    short_title = "Profile"

    def fill(self, sheet: Sheet) -> None:
        left, _ = self.columns()
        left.addWidget(self.heading(sheet.occupation.title))
