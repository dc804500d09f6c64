"""Where a session stands in the window, to come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.domain.record.record import Position
from counselor_app.ui.state.view import TABS

if TYPE_CHECKING:
    from counselor_app.ui.state.session import SessionModels

RESUMED = ("levels", "styles", "cards")
"""The parts of the client whose screens a session goes on with where they were left by force."""


def position_of(models: SessionModels) -> Position:
    """What a window shows now, to come back to."""
    view, asked, play = models.view, models.client.asked, models.in_play
    page, item = str(view.over), ""
    if asked is not None:
        page = "inventory"
        item = asked.next_item.id if asked.next_item else ""
    elif told := [part for part in models.client.told if part in RESUMED]:
        page = told[0]
    return Position(
        page, view.codes, TABS[view.tab] if view.codes else "", item,
        play.ticked, play.compared, play.looked, play.layout,
    )  # fmt: skip
