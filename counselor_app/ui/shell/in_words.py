"""What the list says of a job in a session: pay at home, outlook and schooling in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counselor_app.domain.fit.board import plain_facts
from counselor_app.domain.fit.matches_filter import unranked
from counselor_app.domain.occupation.wages import NATION
from counselor_app.language import _

if TYPE_CHECKING:
    from counselor_app.ui.shell.parts import Parts
    from counselor_app.ui.state.reference import Reference


class ListInWords(QObject):
    """Has the list speak plainly, of the home area, while there is a client."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._told = (False, False, "")
        parts.places.changed.connect(self.tell)
        parts.sidebar.note_wanted.connect(self._keep)

    def tell(self) -> None:
        """Say anew where a session, who reads along or the home area has changed."""
        parts = self._parts
        known, home = parts.session.known, parts.places.home or NATION
        told = (known, parts.view.client_view, home)
        if told != self._told:
            self._told = told
            plain = in_words(parts.reference, home) if known else None
            name = next((name for code, name in parts.places.named() if code == home), "")
            where: str = _("Pay in {place}", place=name) if known else ""
            parts.sidebar.set_session(plain, where, client_view=parts.view.client_view)

    def _keep(self, words: str) -> None:
        """Keep what was typed, and no job is called by, as a note for the client."""
        parts, session = self._parts, self._parts.clients_file.session
        if session is None or session.keeper is None:
            parts.window.say(_("Notes are kept with a client of the file."), problem=False)
            return
        note = parts.theme.say(_("Look up together: {words}", words=words))
        if session.save_note(None, note, "client"):
            parts.window.search.clear()
            parts.window.focus_page()
            parts.window.say(_("“{words}” is in the plan.", words=words), problem=False)


def in_words(reference: Reference, place: str) -> Callable[[str], tuple[str, ...]]:
    """The three facts of an occupation by its code, with the pay of ``place``."""

    @cache
    def pay() -> Mapping[str, tuple[float | None, str]]:
        return reference.pay(place)

    jobs = {job.code: job for job in reference.jobs}

    def said(code: str) -> tuple[str, ...]:
        (one,) = unranked((jobs[code],), pay(), reference.education)
        return plain_facts(one, reference.all_jobs_change_pct or 0.0)

    return said
