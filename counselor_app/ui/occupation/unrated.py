"""What the tabs say of an occupation that has no ratings of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined
from counselor_app.ui.occupation.page import Page


def add_unrated(page: Page, side: QVBoxLayout, sheet: Sheet, what: str) -> None:
    """Say that ``what`` ("skills and abilities") is not rated, and link to the parts that are."""
    if not sheet.children:
        said = (
            _("The {what} of this occupation are not in this pack.", what=what)
            if "skill" in sheet.lacks
            else _("The {what} of this occupation have not been rated.", what=what)
        )
        side.addWidget(page.prose(said))
        return
    whole = _(
        "This code gathers several kinds of work, so its {what} are not rated as a whole.",
        what=what,
    )
    parts = (
        _("These jobs within it are rated:")
        if len(sheet.children) > 1
        else _("This job within it is rated:")
    )
    side.addWidget(page.prose(joined((whole, parts))))
    for code, title in sheet.children:
        side.addWidget(page.job_link(code, title))
