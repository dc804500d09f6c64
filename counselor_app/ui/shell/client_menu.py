"""What can be done for a client."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from counselor_app.ui.caseload.desk import CaseloadDesk
    from counselor_app.ui.counsel.desk import CounselDesk
    from counselor_app.ui.parts.host import Host


def make_menu(counsel: CounselDesk, caseload: CaseloadDesk, host: Host) -> QMenu:
    """The entries of the client chip."""
    menu = QMenu(host)
    menu.setAccessibleName("Client")
    client = counsel.state.client

    def add(words: str, run: Callable[[], object], *, able: bool = True, keys: str = "") -> None:
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda: run())
        action.setEnabled(able)

    answers = client.answers
    if answers is not None and answers.next_item is not None:
        of = len(answers.form.items)
        add(f"Go on with the inventory: {answers.seen} of {of} seen", counsel.take_inventory)
    elif answers is not None:
        add("See the inventory’s result again", counsel.take_inventory)
    add("Interest inventory, 60 questions", lambda: counsel.take_inventory("long"))
    add("Interest inventory, 30 questions", lambda: counsel.take_inventory("short"))
    ranked = bool(counsel.state.view.ranking)
    add("Matches: all occupations ranked", counsel.show_matches, able=ranked, keys="Ctrl+M")
    add("Rate skills…", counsel.rate_skills)
    add("Order work values…", counsel.order_values)
    add("Type scores or a code in…", counsel.type_scores)
    told = counsel.told
    menu.addSeparator()
    add("Work styles: how do you work?", told.take_styles)
    add("Value cards: what do you want from work?", told.sort_cards)
    add("Readiness check, before", lambda: told.check_readiness("before"))
    add("Readiness check, after", lambda: told.check_readiness("after"))
    add("Big Five from elsewhere: a note…", told.type_big_five)
    menu.addSeparator()
    _add_kept(caseload, client.called.replace("&", "&&"), add)
    if not caseload.clients.holds_client:
        add(f"Clear {client.called.replace('&', '&&')}", counsel.clear, able=client.known)
    return menu


def _add_kept(caseload: CaseloadDesk, called: str, add: Callable[..., None]) -> None:
    """What concerns the clients' file."""
    file = caseload.clients
    if not file.offered:
        return
    if file.kept is None:
        if file.exists:
            add("Open clients…", caseload.show_clients, keys="Ctrl+O")
        else:
            add("Keep clients on this computer…", caseload.opening.make)
        return
    if file.holds_client:
        add(f"Record of {called}", caseload.show_record, keys="Ctrl+H")
        add("Notes and next steps", caseload.toggle_notes, keys="Ctrl+N")
        add(f"Pause: leave {called} for now", lambda: caseload.leave(end=False))
        add(f"End the session with {called}", lambda: caseload.leave(end=True))
    elif file.memory:
        add(f"Keep {called} in the clients’ file…", caseload.keep_memory)
    add("Clients…", caseload.show_clients, keys="Ctrl+O")
    add("Lock", caseload.guard.lock, keys="Ctrl+L")


def show_menu(chip: QWidget, menu: QMenu) -> None:
    """Pop the menu up under the chip."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
