"""What can be done for a client."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from counselor_app.ui.counsel.desk import ClientDesk


def make_menu(desk: ClientDesk) -> QMenu:
    """The entries of the client chip."""
    menu = QMenu(desk.window_)
    menu.setAccessibleName("Client")
    client = desk.state.client

    def add(words: str, run: Callable[[], object], *, able: bool = True, keys: str = "") -> None:
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda: run())
        action.setEnabled(able)

    answers = client.answers
    if answers is not None and answers.next_item is not None:
        of = len(answers.form.items)
        add(f"Go on with the inventory: {answers.seen} of {of} seen", desk.take_inventory)
    elif answers is not None:
        add("See the inventory’s result again", desk.take_inventory)
    add("Interest inventory, 60 questions", lambda: desk.take_inventory("long"))
    add("Interest inventory, 30 questions", lambda: desk.take_inventory("short"))
    ranked = bool(desk.state.view.ranking)
    add("Matches: all occupations ranked", desk.show_matches, able=ranked, keys="Ctrl+M")
    add("Rate skills…", desk.rate_skills)
    add("Order work values…", desk.order_values)
    add("Type scores or a code in…", desk.type_scores)
    menu.addSeparator()
    _add_kept(desk, add)
    if not desk.kept:
        add(f"Clear {client.called.replace('&', '&&')}", desk.clear, able=client.known)
    return menu


def _add_kept(desk: ClientDesk, add: Callable[..., None]) -> None:
    """What concerns the clients' file."""
    workspace, called = desk.workspace, desk.state.client.called.replace("&", "&&")
    if not workspace.offered:
        return
    if workspace.actions is None:
        if workspace.exists:
            add("Open clients…", workspace.show_clients, keys="Ctrl+O")
        else:
            add("Keep clients on this computer…", workspace.opening.make)
        return
    if desk.kept:
        add(f"Record of {called}", workspace.show_record, keys="Ctrl+H")
        add("Notes and next steps", workspace.toggle_notes, keys="Ctrl+N")
        add(f"Pause: leave {called} for now", lambda: workspace.leave(end=False))
        add(f"End the session with {called}", lambda: workspace.leave(end=True))
    elif workspace.actions.memory:
        add(f"Keep {called} in the clients’ file…", workspace.actions.keep_memory)
    add("Clients…", workspace.show_clients, keys="Ctrl+O")
    add("Lock", workspace.guard.lock, keys="Ctrl+L")


def show_menu(desk: ClientDesk) -> None:
    """Pop the menu up under the chip."""
    chip = desk.window_.header.client
    menu = make_menu(desk)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
