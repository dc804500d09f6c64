"""What the tabs say of an occupation that has no ratings of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.ui.occupation.page import Page


def add_unrated(page: Page, side: QVBoxLayout, sheet: Sheet, what: str) -> None:
    """Say that ``what`` ("skills and abilities") is not rated, and link to the parts that are."""
    if not sheet.children:
        absent = "skill" in sheet.lacks
        rated = "are not in this pack" if absent else "have not been rated"
        side.addWidget(page.prose(f"The {what} of this occupation {rated}."))
        return
    several = len(sheet.children) > 1
    side.addWidget(
        page.prose(
            f"This code gathers several kinds of work, so its {what} are not rated as a whole."
            f" {'These jobs within it are' if several else 'This job within it is'} rated:"
        )
    )
    for code, title in sheet.children:
        side.addWidget(page.job_link(code, title))
