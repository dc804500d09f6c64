"""Where a session stands in the window, to come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.domain.record.record import Position
from counselor_app.ui.state.view import TABS

if TYPE_CHECKING:
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.state.in_play import InPlay
    from counselor_app.ui.state.view import View

RESUMED = ("levels", "styles", "cards")
"""The parts of the client whose screens a session goes on with where they were left by force."""


def position_of(view: View, client: ClientState, play: InPlay) -> Position:
    """What a window shows now, to come back to."""
    page, item, asked = str(view.over), "", client.asked
    if asked is not None:
        page = "inventory"
        item = asked.next_item.id if asked.next_item else ""
    elif told := [part for part in client.told if part in RESUMED]:
        page = told[0]
    return Position(
        page, view.codes, TABS[view.tab] if view.codes else "", item,
        play.ticked, play.compared, play.looked, play.layout,
    )  # fmt: skip
