"""What is open in a window, carried from one that spoke another language into the same drawn anew.

An open clients' file stays open: nobody types the passphrase for a change of language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from counselor_app.ui.state.standing import position_of

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Position
    from counselor_app.domain.session.client import Client
    from counselor_app.ui.shell.desk import Desk
    from counselor_app.ui.state.kept import Kept


@dataclass(frozen=True, slots=True)
class Carried:
    """``kept`` is the open file, ``uid`` its client; else ``client`` is in memory alone."""

    kept: Kept | None
    uid: str
    client: Client
    shortlist: tuple[str, ...]
    aside: tuple[str, ...]
    position: Position
    client_view: bool


def take_out(desk: Desk) -> Carried | None:
    """All that is open, saved; None where it cannot be carried now, and all stays as it is."""
    file = desk.clients_file
    if desk.caseload.locked or file.running() or (file.kept is not None and not file.settle()):
        return None
    carried = Carried(
        kept=file.kept,
        uid=file.uid,
        client=desk.client.client,
        shortlist=desk.shortlist.codes,
        aside=desk.aside.codes,
        position=position_of(desk.view, desk.client, desk.in_play),
        client_view=desk.view.client_view,
    )
    desk.leaving = True
    if file.kept is not None:
        file.give_back()
    return carried


def put_in(desk: Desk, carried: Carried) -> None:
    """Open it all again in a new window's parts."""
    file = desk.clients_file
    session = file.take(carried.kept) if carried.kept is not None else None
    if session is not None and carried.uid:
        file.attempt(partial(session.open, carried.uid))
    else:
        place = carried.position
        desk.in_play.take(place.ticked, place.compared, place.looked)
        desk.shortlist.set(carried.shortlist)
        desk.aside.set(carried.aside)
        desk.client.set(carried.client)
        desk.go_to(place)
    if carried.client_view and desk.session.known:
        desk.view.set_client_view(True)
