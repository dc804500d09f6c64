"""What a student is asked, and what came of it: the inventory and its results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.client import Student
from counselor_app.domain.session.inventory import Answers, Form, FormKey
from counselor_app.kiosk.results import ResultsView
from counselor_app.kiosk.widgets import choose_one
from counselor_app.language import _
from counselor_app.store.reference import DamagedPackError
from counselor_app.ui.counsel.inventory import InventoryScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.ui.state.client import ClientState
    from counselor_app.ui.style.theme import Theme

_FORMS: dict[FormKey, str] = {
    "long": _("60 questions: about 8 minutes, more exact"),
    "short": _("30 questions: about 4 minutes"),
}


class Questions(QObject):
    """Asks the questions of a visit and shows their results.

    ``inventory`` is there while it is asked, ``results`` once they have been shown. `opening`
    comes before the questions fill the screen, `results_made` carries a new page of results,
    `damaged` says that the pack cannot be read.
    """

    opening = Signal()
    results_made = Signal(object)
    damaged = Signal(object)

    def __init__(
        self, state: ClientState, config: KioskConfig, theme: Theme, over: QWidget
    ) -> None:
        super().__init__(over)
        self._state, self._config, self._theme, self._over = state, config, theme, over
        self.inventory: InventoryScreen | None = None
        self.results: ResultsView | None = None

    def ask(self) -> None:
        """The questions, where they were left; or the results, where there are some."""
        client = self._state.client
        if client.scores is not None:
            self.show_results()
        elif client.answers is not None:
            self.take(client.answers)
        else:
            self.choose_form()

    def choose_form(self) -> None:
        """Let the student choose how many questions, or take the one form there is."""
        if self._config.inventory == "both":
            keys = list(_FORMS)
            choose_one(_("How many questions?"), list(_FORMS.values()), self._theme, self._over,
                       lambda place: self.take(Answers(self._form(keys[place]))))  # fmt: skip
        elif self._config.inventory != "none":
            self.take(Answers(self._form(self._config.inventory)))

    def _form(self, key: FormKey) -> Form:
        return inventory_form(key, language=self._theme.tongue)

    def take(self, answers: Answers) -> None:
        """Ask what is not answered yet, on the whole screen."""
        self.opening.emit()
        screen = InventoryScreen(answers, "", self._theme, self._over,
                                 keys=self._config.keyboard == "hardware")  # fmt: skip
        screen.setWindowFlags(Qt.WindowType.Widget)
        screen.setAutoFillBackground(True)
        screen.kept.connect(self._keep_answers)
        screen.used.connect(self.use)
        screen.cleared.connect(self._clear_answers)
        screen.finished.connect(self._asked)
        self.inventory = screen
        screen.setGeometry(self._over.rect())
        screen.show()
        screen.raise_()
        screen.setFocus()

    def show_results(self) -> None:
        """What the questions gave."""
        if self.results is not None:
            self.results.setParent(None)
            self.results.deleteLater()
        view = ResultsView(self._state.client, self._theme, prints=self._config.pages > 0)
        view.again_wanted.connect(self.choose_form)
        self.results = view
        self.results_made.emit(view)

    def use(self, scores: ClientScores) -> None:
        """Take the scores of the questions, and show them."""
        self.keep(scores=scores)
        self.show_results()

    def keep(self, **parts: object) -> None:
        """Keep parts of what the student said, as long as the visit lasts."""
        try:
            self._state.set(replace(self._state.client, **parts))  # type: ignore[arg-type]
        except DamagedPackError as error:
            self.damaged.emit(str(error))

    def _keep_answers(self, answers: Answers) -> None:
        self.keep(answers=answers if answers.seen else None)

    def _clear_answers(self) -> None:
        self._state.set(Student())

    def _asked(self) -> None:
        self.inventory = None
