"""One student at the kiosk, from the first touch to "I am done"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from counselor_app.domain.occupation.search import NO_CLOSE_MATCH, only_guesses
from counselor_app.domain.session.client import Student
from counselor_app.errors import UserError
from counselor_app.kiosk.bars import Foot, Top
from counselor_app.kiosk.explore import MY_LIST, Explore
from counselor_app.kiosk.job_view import JobView
from counselor_app.kiosk.jobs import ORDERS, Choice
from counselor_app.kiosk.keyboard import ScreenKeyboard
from counselor_app.kiosk.print_desk import PrintDesk
from counselor_app.kiosk.questions import Questions
from counselor_app.kiosk.widgets import Overlay, choose_one
from counselor_app.language import _, pgettext
from counselor_app.store.reference import DamagedPackError
from counselor_app.store.search import search
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.shell.popovers import Popovers
from counselor_app.ui.state.client import ClientState
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.drawing import break_lines, longest_word

if TYPE_CHECKING:
    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.library import Library
    from counselor_app.kiosk.printing import Printer
    from counselor_app.kiosk.results import ResultsView
    from counselor_app.ui.style.theme import Theme

_FOUND = 50


class Visit(QWidget):
    """Everything that belongs to one student; it is thrown away as a whole by `dispose`.

    ``ended`` asks for that; ``damaged`` says that the pack cannot be read.
    """

    ended = Signal()
    damaged = Signal(object)

    def __init__(
        self, library: Library, config: KioskConfig, printer: Printer, theme: Theme, host: QWidget
    ) -> None:
        super().__init__(host)
        theme.setParent(self)
        self.theme, self.library, self._config = theme, library, config
        self.listed: list[str] = []
        self._jobs_before: list[str] = []
        pack, areas = library.pack, library.areas
        self.lookup = Lookup(pack, areas[0] if areas else "", self.damaged.emit)
        self.popovers = Popovers(theme, self, self._about, lambda f: self.lookup.meaning(f))
        self.state = ClientState(lambda: pack.interest_profiles, dict, self)
        self.state.set(Student())
        self.state.changed.connect(self._client_changed)
        self.printing = PrintDesk(library, config, printer, theme, self)
        self.printing.changed.connect(self._show_pages)
        self.printing.told.connect(self.tell)
        self.top = Top(theme)
        self.foot = Foot(config, theme)
        self.stack = QStackedWidget()
        self.explore = Explore(library.jobs, library.about, library.place, theme)
        self.job = JobView(config.sections, self.lookup, theme, prints=config.pages > 0)
        self.questions = Questions(self.state, config, theme, self)
        for page in (self.explore, self.job):
            self.stack.addWidget(page)
        self.keyboard = ScreenKeyboard(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        self._connect()
        self._show_pages()
        self._client_changed()

    # What a student does.

    def open(self, code: str) -> None:
        """Show an occupation."""
        try:
            sheet = read_sheet(self.library.pack, code, self.library.areas)
        except UserError as error:
            self.tell(_("That job cannot be shown"), str(error))
            return
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return
        before = self.job.sheet
        if before is not None and self.stack.currentWidget() is self.job:
            self._jobs_before.append(before.occupation.code)
        self.hide_keys()
        self.popovers.close()
        self.job.show_sheet(sheet, listed=sheet.occupation.code in self.listed)
        self.show_page(self.job)

    def back(self) -> None:
        """To the job before, or to the jobs."""
        if self.popovers.shown is not None:
            self.popovers.close()
        elif self.keyboard.isVisible():
            self.hide_keys()
        elif self.stack.currentWidget() is self.job and self._jobs_before:
            code = self._jobs_before.pop()
            self.stack.setCurrentWidget(self.explore)  # else the present job would be noted
            self.open(code)
        else:
            self._jobs_before.clear()
            self.show_page(self.explore)

    def toggle_listed(self, code: str) -> None:
        """Put an occupation on the student's list, or take it off."""
        if code in self.listed:
            self.listed.remove(code)
        else:
            self.listed.append(code)
        self.top.show_listed(len(self.listed))
        if self.explore.choice.title == MY_LIST:
            self.explore.choice = replace(self.explore.choice, only=tuple(self.listed))
        self.explore.set_listed(self.listed)
        if self.job.sheet is not None:
            self.job.set_listed(self.job.sheet.occupation.code in self.listed)

    def show_list(self) -> None:
        """The student's own list."""
        self._choose(Choice(only=tuple(self.listed), order=None, title=MY_LIST))

    def show_matches(self) -> None:
        """All jobs, closest to the student's answers first."""
        jobs = self.library.jobs
        if jobs.matches:
            self._choose(Choice(only=jobs.matches, order="fit", title=_("Closest to my answers")))

    def look_for(self, text: str) -> None:
        """Jobs by title, as it is typed."""
        text = text.strip()
        if not text:
            self._choose(Choice())
            return
        try:
            hits = search(self.library.pack, text, _FOUND)
        except DamagedPackError as error:
            self.damaged.emit(str(error))
            return
        codes = tuple(hit.code for hit in hits)
        title = NO_CLOSE_MATCH if only_guesses(hits) else f"“{text}”"
        why = hits[0].why if hits else ""
        self._choose(Choice(only=codes, order=None, title=title, why=why))

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages between top and foot."""
        self.stack.setCurrentWidget(page)

    def choose_order(self) -> None:
        """Let the student choose an order of the cards."""
        orders = self.explore.orders()
        title = pgettext("heading", "Show first")
        choose_one(title, [ORDERS[order] for order in orders], self.theme, self,
                   lambda place: self.explore.set_order(orders[place]))  # fmt: skip

    def ask_done(self) -> None:
        """Make sure before everything is cleared."""
        overlay = Overlay(pgettext("heading", "All done?"), self.theme, self)
        overlay.say(
            _("Your answers, your list and what you looked at are cleared from this screen.")
        )
        if self.printing.allowance.used:
            overlay.say(
                _("Take your pages first: what has not come out of the printer by then is"
                  " cancelled."), bold=True,
            )  # fmt: skip
        overlay.add_button(_("Yes, clear everything"), self.ended.emit, primary=True)
        overlay.add_button(_("No, go on"), lambda: None)
        overlay.open()

    def tell(self, title: str, words: str) -> None:
        """Say something that has to be read."""
        overlay = Overlay(title, self.theme, self)
        overlay.say(words)
        overlay.add_button(pgettext("button", "OK"), lambda: None, primary=True)
        overlay.open()

    def toggle_size(self) -> None:
        """Larger text, or as it was."""
        usual = self._config.text_size
        larger = min(max(usual * 1.4, 1.6), 2.0)
        self.popovers.close()
        self.theme.set_scale(usual if self.theme.scale > usual else larger)
        self.foot.show_size(larger=self.theme.scale > usual)

    def hide_keys(self) -> None:
        """Put the keys on the screen away."""
        if self.keyboard.isVisible():
            self.keyboard.forget()
            self._place_keys()

    def serve_keys(self, field: QLineEdit) -> None:
        """Bring the keys to a field that has been touched."""
        self.keyboard.serve(field)
        if self._config.keyboard == "screen":
            self.keyboard.show()
            self.keyboard.raise_()
            self._place_keys()

    def dispose(self) -> None:
        """Forget the student: threads end, jobs are taken back, widgets and their texts go."""
        self.printing.end()
        for task in self.findChildren(QThread):
            task.requestInterruption()
            task.wait()
        self.popovers.close()
        self.library.jobs.set_client(None)
        for field in self.findChildren(QLineEdit):
            field.setText("")  # which also empties its undo stack
        self.listed.clear()
        self._jobs_before.clear()
        self.hide()
        self.deleteLater()
        break_lines.cache_clear()
        longest_word.cache_clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        elif event.text().strip() and event.text().isprintable():
            self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.top.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.questions.inventory is not None:
            self.questions.inventory.setGeometry(self.rect())
        for overlay in self.findChildren(
            Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            overlay.setGeometry(self.rect())
        self._place_keys()

    def _connect(self) -> None:
        self.top.search.textChanged.connect(self.look_for)
        self.top.search.entered.connect(self.hide_keys)
        self.top.list.clicked.connect(self.show_list)
        self.top.done.clicked.connect(self.ask_done)
        self.foot.ask.clicked.connect(self.questions.ask)
        self.foot.text_size.clicked.connect(self.toggle_size)
        self.explore.opened.connect(self.open)
        self.explore.starred.connect(self.toggle_listed)
        self.explore.order_wanted.connect(self.choose_order)
        self.job.opened.connect(self.open)
        self.job.starred.connect(self.toggle_listed)
        self.job.back_wanted.connect(self.back)
        self.job.print_wanted.connect(lambda: self.printing.print_job(self.job.sheet))
        self.questions.opening.connect(self._make_room)
        self.questions.results_made.connect(self._add_results)
        self.questions.damaged.connect(self.damaged)
        self.job.matches_wanted.connect(self.show_matches)
        self.keyboard.hidden_by_user.connect(self.hide_keys)
        for page in (self.explore, self.job):
            page.source_requested.connect(self.popovers.request)
            page.source_left.connect(self.popovers.pointer_left)

    def print_results(self) -> None:
        """Print the student's sheet with the code."""
        self.printing.print_results(self.state.view, self.listed)

    def _make_room(self) -> None:
        self.hide_keys()
        self.popovers.close()

    def _add_results(self, view: ResultsView) -> None:
        view.matches_wanted.connect(self.show_matches)
        view.print_wanted.connect(self.print_results)
        view.back_wanted.connect(self.back)
        self.stack.addWidget(view)
        self.show_page(view)

    def _choose(self, choice: Choice) -> None:
        self.popovers.close()
        self._jobs_before.clear()
        if not choice.title.startswith("“"):
            self._empty_search()
        self.explore.show_choice(choice)
        self.show_page(self.explore)

    def _empty_search(self) -> None:
        """What is shown now was not found by a search."""
        search = self.top.search
        search.blockSignals(True)
        search.setText("")
        search.blockSignals(False)

    def _client_changed(self) -> None:
        view = self.state.view
        self.library.jobs.set_client(view if view.ranking else None)
        self.job.set_client(view if view.client.scores else None)
        self.explore.refresh()
        self.foot.show_client(view.client)

    def _show_pages(self) -> None:
        self.foot.show_pages(self.printing.allowance)

    def _place_keys(self) -> None:
        """The keys lie over the foot of the screen; what is above them stays in sight."""
        shown = not self.keyboard.isHidden()
        height = self.keyboard.sizeHint().height() if shown else 0
        self.keyboard.setGeometry(0, self.height() - height, self.width(), height)
        margin = max(height - self.foot.height(), 0)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, margin)

    def _about(self, widget: QWidget) -> str:
        sheet = self.job.sheet
        return sheet.occupation.title if sheet and self.job.isAncestorOf(widget) else ""
