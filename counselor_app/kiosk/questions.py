"""What a student is asked, and what came of it: the inventory and its results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.client import Student
from counselor_app.domain.session.inventory import Answers, FormKey
from counselor_app.kiosk.results import ResultsView
from counselor_app.kiosk.widgets import choose_one
from counselor_app.store.reference import DamagedPackError
from counselor_app.ui.counsel.inventory import InventoryScreen

if TYPE_CHECKING:
    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.visit import Visit

_FORMS: dict[FormKey, str] = {
    "long": "60 questions: about 8 minutes, more exact",
    "short": "30 questions: about 4 minutes",
}


class Questions(QObject):
    """Asks the questions of a visit and shows their results.

    ``inventory`` is there while it is asked, ``results`` once they have been shown.
    """

    def __init__(self, visit: Visit, config: KioskConfig) -> None:
        super().__init__(visit)
        self._visit, self._config = visit, config
        self.inventory: InventoryScreen | None = None
        self.results: ResultsView | None = None

    def ask(self) -> None:
        """The questions, where they were left; or the results, where there are some."""
        client = self._visit.state.client
        if client.scores is not None:
            self.show_results()
        elif client.answers is not None:
            self.take(client.answers)
        else:
            self.choose_form()

    def choose_form(self) -> None:
        """Let the student choose how many questions, or take the one form there is."""
        visit = self._visit
        if self._config.inventory == "both":
            keys = list(_FORMS)
            choose_one("How many questions?", list(_FORMS.values()), visit.theme, visit,
                       lambda place: self.take(Answers(inventory_form(keys[place]))))  # fmt: skip
        elif self._config.inventory != "none":
            self.take(Answers(inventory_form(self._config.inventory)))

    def take(self, answers: Answers) -> None:
        """Ask what is not answered yet, on the whole screen."""
        visit = self._visit
        visit.hide_keys()
        visit.popovers.close()
        screen = InventoryScreen(answers, "", visit.theme, visit,
                                 keys=self._config.keyboard == "hardware")  # fmt: skip
        screen.setWindowFlags(Qt.WindowType.Widget)
        screen.setAutoFillBackground(True)
        screen.kept.connect(self._keep_answers)
        screen.used.connect(self.use)
        screen.cleared.connect(self._clear_answers)
        screen.finished.connect(self._asked)
        self.inventory = screen
        screen.setGeometry(visit.rect())
        screen.show()
        screen.raise_()
        screen.setFocus()

    def show_results(self) -> None:
        """What the questions gave."""
        visit = self._visit
        if self.results is not None:
            visit.stack.removeWidget(self.results)
            self.results.deleteLater()
        view = ResultsView(visit.state.client, visit.theme, prints=self._config.pages > 0)
        view.matches_wanted.connect(visit.show_matches)
        view.print_wanted.connect(visit.printing.print_results)
        view.again_wanted.connect(self.choose_form)
        view.back_wanted.connect(visit.back)
        self.results = view
        visit.stack.addWidget(view)
        visit.show_page(view)

    def use(self, scores: ClientScores) -> None:
        """Take the scores of the questions, and show them."""
        self.keep(scores=scores)
        self.show_results()

    def keep(self, **parts: object) -> None:
        """Keep parts of what the student said, as long as the visit lasts."""
        try:
            self._visit.state.set(replace(self._visit.state.client, **parts))  # type: ignore[arg-type]
        except DamagedPackError as error:
            self._visit.damaged.emit(str(error))

    def _keep_answers(self, answers: Answers) -> None:
        self.keep(answers=answers if answers.seen else None)

    def _clear_answers(self) -> None:
        self._visit.state.set(Student())

    def _asked(self) -> None:
        self.inventory = None
