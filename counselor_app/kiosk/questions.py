"""What a student is asked: which form, the answers so far, and the way to their results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers, Form, FormKey, client_scores, score
from counselor_app.kiosk.ask import Ask
from counselor_app.kiosk.widgets import Overlay, choose_one
from counselor_app.language import _
from counselor_app.store.reference import DamagedPackError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.trail import Trail
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.style.theme import Theme

_FORMS: dict[FormKey, str] = {
    "short": _("30 questions: about 4 minutes"),
    "long": _("60 questions: about 8 minutes, more exact"),
}


class Questions(QObject):
    """Asks on the ``trail`` and keeps what is answered in ``state``; ``over`` is the whole visit.

    ``changed`` follows what is kept, ``scored`` says that there are results to show.
    """

    changed = Signal()
    scored = Signal()
    home_wanted = Signal()
    damaged = Signal(object)

    def __init__(
        self, state: ClientState, config: KioskConfig, theme: Theme, trail: Trail, over: QWidget
    ) -> None:
        super().__init__(over)
        self._state, self._config, self._theme = state, config, theme
        self._trail, self._over = trail, over
        self._moment: Overlay | None = None
        state.changed.connect(self._tiers_came)

    def ask(self, home: Callable[[], object]) -> None:
        """The questions, where they were left; ``home`` is where Back leads."""
        answers = self._state.client.answers
        if answers is None and self._config.inventory == "none":
            return
        key: FormKey = "long" if self._config.inventory == "long" else "short"
        self.take(answers or Answers(self.form(key)), home)

    def ask_again(self, home: Callable[[], object]) -> None:
        """The questions from the first on: which form, where there are two."""
        if self._config.inventory == "both":
            keys = list(_FORMS)
            choose_one(_("How many questions?"), list(_FORMS.values()), self._theme, self._over,
                       lambda place: self.take(Answers(self.form(keys[place])), home))  # fmt: skip
        elif self._config.inventory != "none":
            self.take(Answers(self.form(self._config.inventory)), home)

    def take(self, answers: Answers, home: Callable[[], object]) -> None:
        """Ask what is not answered yet."""
        self._trail.restart(home, show=partial(self._show, answers), noted=False)

    def keep(self, **parts: object) -> None:
        """Keep parts of what the student said, as long as the visit lasts."""
        try:
            self._state.set(replace(self._state.client, **parts))  # type: ignore[arg-type]
        except DamagedPackError as error:
            self.damaged.emit(str(error))
        self.changed.emit()

    def finish(self) -> None:
        """Score what was answered; `scored` follows once it is known how sure each job is."""
        answers = self._state.client.answers
        found = client_scores(score(answers), date.today()) if answers else None
        if found is None:
            return
        self.keep(scores=found)
        self._moment = Overlay(_("One moment: your jobs are being found"), self._theme, self._over)
        self._moment.open()
        self._tiers_came()

    def form(self, key: FormKey) -> Form:
        """The items in the student's language."""
        return inventory_form(key, language=self._theme.tongue)

    def _show(self, answers: Answers) -> None:
        page = Ask(answers, self._theme)
        page.kept.connect(lambda kept: self.keep(answers=kept, scores=None))
        page.finished.connect(self.finish)
        page.left.connect(self.home_wanted)
        self._trail.put(page)

    def _tiers_came(self) -> None:
        """The tiers decide the order of the jobs: nothing is shown before them."""
        view = self._state.view
        if self._moment is None or (view.ranking and view.pending):
            return
        self._moment.dismiss()
        self._moment = None
        self.scored.emit()
