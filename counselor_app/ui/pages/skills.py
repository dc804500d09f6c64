"""The Skills and abilities tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.ui.pages.base import Page

if TYPE_CHECKING:
    from counselor_app.domain.sheet import Sheet


class SkillsPage(Page):
    """The Skills and abilities tab."""

    title = "Skills and abilities"
    short_title = "Skills"

    def fill(self, sheet: Sheet) -> None:
        left, _ = self.columns()
        left.addWidget(self.heading(sheet.occupation.title))
