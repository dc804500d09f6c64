"""Among which jobs of the page one stands: those that the arrows of its own page step through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.domain.fit.board import in_section

if TYPE_CHECKING:
    from counselor_app.ui.counsel.matches import MatchesPage


def among(page: MatchesPage, code: str) -> tuple[str, ...]:
    """On the board those of its tier and schooling, else the list; none where it is not there."""
    if page.on_board:
        return in_section(page.columns, code)
    codes = tuple(one.job.code for one in page.list.match_model.rows)
    return codes if code in codes else ()
