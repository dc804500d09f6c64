"""What can be done for a client."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from counselor_app.domain.session.present import ReadLanguage
from counselor_app.language import LANGUAGE_NAMES, _, offered, pgettext
from counselor_app.ui.shell.menu import Menu

if TYPE_CHECKING:
    from counselor_app.ui.caseload.desk import CaseloadDesk
    from counselor_app.ui.counsel.desk import CounselDesk
    from counselor_app.ui.parts.host import Host


def make_menu(counsel: CounselDesk, caseload: CaseloadDesk, host: Host) -> Menu:
    """The entries of the client chip."""
    menu = Menu(host, pgettext("menu", "Client"))
    client, add = counsel.state.client, menu.add
    answers = client.answers
    if answers is not None and answers.next_item is not None:
        of = len(answers.form.items)
        words = _("Go on with the inventory: {n} of {of} seen", n=answers.seen, of=of)
        add(words, counsel.take_inventory)
    elif answers is not None:
        add(_("See the inventory’s result again"), counsel.take_inventory)
    add(_("Interest inventory, 60 questions"), lambda: counsel.take_inventory("long"))
    add(_("Interest inventory, 30 questions"), lambda: counsel.take_inventory("short"))
    if caseload.clients.holds_client:
        add(_("Interest inventory for the field study…"), counsel.join_study)
        if answers is not None and answers.consent is not None:
            add(_("Take the answers out of the field study"), counsel.leave_study)
    ranked = bool(counsel.state.view.ranking)
    add(_("Matches: all occupations ranked"), counsel.show_matches, "Ctrl+M", able=ranked)
    add(pgettext("menu", "Rate skills…"), counsel.rate_skills)
    add(_("Order work values…"), counsel.order_values)
    add(_("Type scores or a code in…"), counsel.type_scores)
    told = counsel.told
    menu.addSeparator()
    add(_("Work styles: how do you work?"), told.take_styles)
    add(_("Value cards: what do you want from work?"), told.sort_cards)
    add(_("Readiness check, before"), lambda: told.check_readiness("before"))
    add(_("Readiness check, after"), lambda: told.check_readiness("after"))
    add(_("Big Five from elsewhere: a note…"), told.type_big_five)
    menu.addSeparator()
    _add_languages(counsel, host, menu)
    menu.addSeparator()
    _add_kept(caseload, client.called, menu)
    if not caseload.clients.holds_client:
        add(
            pgettext("menu", "Clear {client}", client=client.called),
            counsel.clear,
            able=client.known,
        )
    return menu


def _add_languages(counsel: CounselDesk, host: Host, menu: Menu) -> None:
    """The languages that the client can be shown and given papers in."""
    state, group = counsel.state, QActionGroup(menu)
    reads = state.client.reads(host.theme.own)
    for code in offered():
        if name := LANGUAGE_NAMES.get(code):
            words = _("Screen and papers for {client} in {language}",
                      client=state.client.called, language=name)  # fmt: skip
            action = menu.add(
                words,
                lambda code=code: state.set(replace(state.client, language=ReadLanguage(code))),  # type: ignore[misc]
            )
            action.setCheckable(True)
            action.setChecked(code == reads)
            group.addAction(action)


def _add_kept(caseload: CaseloadDesk, called: str, menu: Menu) -> None:
    """What concerns the clients' file."""
    file, add = caseload.clients, menu.add
    if not file.offered:
        return
    if file.kept is None:
        if file.exists:
            add(pgettext("menu", "Open clients…"), caseload.show_clients, "Ctrl+O")
        else:
            add(_("Keep clients on this computer…"), caseload.opening.make)
        return
    if file.holds_client:
        add(_("Record of {client}", client=called), caseload.show_record, "Ctrl+H")
        add(_("Notes and next steps"), caseload.toggle_notes, "Ctrl+N")
        add(_("Pause: leave {client} for now", client=called), lambda: caseload.leave(end=False))
        add(_("End the session with {client}", client=called), lambda: caseload.leave(end=True))
    elif file.memory:
        add(_("Keep {client} in the clients’ file…", client=called), caseload.keep_memory)
    add(pgettext("menu", "Clients…"), caseload.show_clients, "Ctrl+O")
    add(pgettext("menu", "Lock"), caseload.guard.lock, "Ctrl+L")


def show_menu(chip: QWidget, menu: Menu) -> None:
    """Pop the menu up under the chip."""
    menu.show_under(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
