"""One student at the kiosk, from the first touch to "Finish and clear"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counselor_app.domain.session.because import because_words, best_liked
from counselor_app.domain.session.client import Student
from counselor_app.errors import UserError
from counselor_app.kiosk.board import Board, heading_words
from counselor_app.kiosk.done import Done
from counselor_app.kiosk.first import First
from counselor_app.kiosk.found import ALIKE, MY_LIST, Found, list_words
from counselor_app.kiosk.job_page import JobPage, neighbors
from counselor_app.kiosk.jobs import interests_words, under_cards
from counselor_app.kiosk.keyboard import ScreenKeyboard
from counselor_app.kiosk.pin import seconds_words
from counselor_app.kiosk.print_desk import PrintDesk
from counselor_app.kiosk.printing import Allowance
from counselor_app.kiosk.questions import Questions
from counselor_app.kiosk.results import ResultsView
from counselor_app.kiosk.screen import Screen, SizeButton
from counselor_app.kiosk.trail import Trail
from counselor_app.kiosk.widgets import Overlay
from counselor_app.language import _, pgettext
from counselor_app.ui.state.client import ClientState
from counselor_app.ui.style.drawing import break_lines, longest_word

if TYPE_CHECKING:
    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.jobs import Entry
    from counselor_app.kiosk.library import Library
    from counselor_app.kiosk.printing import Printer
    from counselor_app.ui.style.theme import Theme

_LARGER = 1.35


class Visit(QWidget):
    """Everything that belongs to one student; it is thrown away as a whole by `dispose`.

    ``ended`` asks for that; ``damaged`` says that the pack cannot be read; ``spoke`` carries the
    code of the language that was chosen.
    """

    ended = Signal()
    damaged = Signal(object)
    spoke = Signal(str)

    def __init__(
        self, library: Library, config: KioskConfig, printer: Printer, theme: Theme, host: QWidget
    ) -> None:
        super().__init__(host)
        theme.setParent(self)
        self.theme, self.library, self.config = theme, library, config
        self.listed: list[str] = []
        self._surprised: list[str] = []
        self._row: tuple[str, ...] = ()
        self._chance = Random()
        pack = library.pack
        self.state = ClientState(lambda: pack.interest_profiles, dict, self)
        self.state.set(Student())
        self.printing = PrintDesk(library, config, printer, theme, self)
        self.printing.changed.connect(self._show_pages)
        self.printing.told.connect(self.tell)
        self.first = First(config, library.place, theme)
        self.first.wanted.connect(self.do)
        self.job = JobPage(config, theme)
        self.keyboard = ScreenKeyboard(theme, self, shown=config.keyboard == "screen")
        self.trail = Trail(self.first, self.job)
        self.keyboard.came.connect(lambda came: self.page.foot.setVisible(not came))
        self.trail.moving.connect(self.keyboard.put_away)
        self.trail.damaged.connect(self.damaged)
        self.questions = Questions(self.state, config, theme, self.trail, self)
        self.questions.changed.connect(lambda: self.first.show_client(self.state.client))
        self.questions.scored.connect(self._show_scored)
        self.questions.home_wanted.connect(self.home)
        self.questions.damaged.connect(self.damaged)
        self._connect_job()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trail)
        self.home()

    @property
    def page(self) -> Screen:
        """The screen that is shown."""
        return self.trail.page

    # What a student does.

    def do(self, what: str, more: str = "") -> None:
        """What was touched on the first screen (`First.wanted`)."""
        if what == "like":
            self.trail.go(partial(self._by_interest, more))
        elif what == "ask":
            self.ask()
        elif what == "surprise":
            self.surprise()
        elif what == "find":
            self.look_up(more)
        elif what == "size":
            self.toggle_size()
        else:
            self.spoke.emit(more)

    def back(self) -> None:
        """To the screen before."""
        if self.keyboard.isVisible():
            self.keyboard.put_away()
        else:
            self.trail.back()

    def home(self) -> None:
        """To the first screen."""
        self.trail.restart(self._home)

    def open(self, code: str) -> None:
        """Show an occupation."""
        self.trail.go(partial(self._job, code, False))

    def surprise(self) -> None:
        """Show an occupation by chance."""
        code = self.library.jobs.surprise(self._surprised, self._chance)
        self._surprised.append(code)
        self.trail.go(partial(self._job, code, True))

    def look_up(self, text: str = "") -> None:
        """Look a job up by its name."""
        self.trail.go(self._find)
        page = self.page
        assert isinstance(page, Found)
        assert page.search is not None
        page.search.setFocus()
        page.search.setText(text)
        self.keyboard.serve(page.search)

    def ask(self) -> None:
        """The questions, where they were left; or the results, where there are some."""
        if self.state.client.scores is not None:
            self.trail.go(self._results)
        else:
            self.questions.ask(self._home)

    def show_matches(self) -> None:
        """All jobs close to the student's answers."""
        self.trail.go(self._matches)

    def show_list(self) -> None:
        """The student's own list."""
        self.trail.go(self._list)

    def show_done(self) -> None:
        """The sheet, the code and the end."""
        self.trail.go(self._done)

    def toggle_listed(self, code: str) -> None:
        """Put an occupation on the student's list, or take it off."""
        if code in self.listed:
            self.listed.remove(code)
        else:
            self.listed.append(code)
        self._mark_listed()

    def print_results(self) -> None:
        """Print the student's sheet with the code."""
        self.printing.print_results(self.state.view, self.listed)

    def tell(self, title: str, words: str) -> None:
        """Say something that has to be read."""
        overlay = Overlay(title, self.theme, self)
        overlay.say(words)
        overlay.add_button(pgettext("button", "OK"), lambda: None, primary=True)
        overlay.open()

    def toggle_size(self) -> None:
        """Larger text, or as it was."""
        usual = self.config.text_size
        self.theme.set_scale(usual if self._is_large() else min(usual * _LARGER, 2.0))

    def take_over(self, other: Visit) -> None:
        """Go on with what a visit in another language has: answers, list, pages, text size."""
        client, answers = other.state.client, other.state.client.answers
        if answers is not None:
            answers = replace(answers, form=self.questions.form(answers.form.key))
        self.questions.keep(answers=answers, scores=client.scores)
        self.listed = list(other.listed)
        self.printing.allowance = other.printing.allowance
        other.printing.allowance = Allowance(0)  # what waits at the printer is not taken back
        if other._is_large():
            self.toggle_size()

    def dispose(self) -> None:
        """Forget the student: threads end, jobs are taken back, widgets and their texts go."""
        self.printing.end()
        for task in self.findChildren(QThread):
            task.requestInterruption()
            task.wait()
        for field in self.findChildren(QLineEdit):
            field.setText("")  # which also empties its undo stack
        self.listed.clear()
        self.trail.forget()
        self.hide()
        self.deleteLater()
        break_lines.cache_clear()
        longest_word.cache_clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for overlay in self.findChildren(Overlay):
            overlay.setGeometry(self.rect())
        self.keyboard.place()

    def _show_scored(self) -> None:
        self.trail.restart(self._home, show=self._results)

    # Each screen, made anew when it is shown.

    def _home(self) -> None:
        self.first.show_client(self.state.client)
        self.trail.put(self.first)

    def _results(self) -> None:
        view = self.state.view
        picks = self.library.jobs.starters(view)
        page = ResultsView(view.client, picks, self.library.place, self.theme,
                           prints=self.config.pages > 0)  # fmt: skip
        page.opened.connect(self.open)
        page.matches_wanted.connect(self.show_matches)
        page.print_wanted.connect(self.print_results)
        page.again_wanted.connect(partial(self.questions.ask_again, self._home))
        page.home_wanted.connect(self.home)
        self._with_top(page)
        page.column.addStretch(1)
        page.note()
        self._put(page)

    def _matches(self) -> None:
        liked = interests_words(self.state.view)
        columns = self.library.jobs.matches(self.state.view)
        self._board(pgettext("page", "My jobs"), heading_words(liked), liked, columns)

    def _by_interest(self, letter: str) -> None:
        columns = self.library.jobs.by_interest(letter)
        self._board(pgettext("page", "Jobs"), heading_words((letter,)), (), columns)

    def _board(
        self, name: str, heading: str, liked: Sequence[str], columns: Sequence[Sequence[Entry]]
    ) -> None:
        idle = seconds_words(self.config.idle_seconds)
        page = Board(name, heading, columns, self.library.jobs, liked,
                     self.library.place, _("Clears itself after {time} without touch", time=idle),
                     self.theme)  # fmt: skip
        page.opened.connect(self.open_card)
        page.starred.connect(self.toggle_listed)
        page.back_wanted.connect(self.back)
        self._with_top(page)
        self._put(page)

    def _find(self) -> None:
        page = Found(_("Look up a job"), self.library.jobs, self.library.place, self.theme,
                     pack=self.library.pack)  # fmt: skip
        page.damaged.connect(self.damaged)
        assert page.search is not None
        page.search.entered.connect(self.keyboard.put_away)
        self._show_found(page)
        page.look_for("")

    def _list(self) -> None:
        page = Found(MY_LIST, self.library.jobs, self.library.place, self.theme)
        self._show_found(page)
        page.show_codes(tuple(self.listed), list_words(self.listed))
        page.set_listed(self.listed)

    def _twins(self, codes: tuple[str, ...]) -> None:
        title = self.library.pack.families.name(codes[0]) or ""
        page = Found(ALIKE, self.library.jobs, self.library.place, self.theme)
        self._show_found(page)
        page.show_codes(codes, (title,))
        page.set_listed(self.listed)

    def _show_found(self, page: Found) -> None:
        page.opened.connect(self.open_card)
        page.starred.connect(self.toggle_listed)
        page.back_wanted.connect(self.back)
        self._with_top(page)
        self._put(page)

    def _done(self) -> None:
        titles = [self.library.jobs.title(code) for code in self.listed]
        page = Done(self.config, self.state.client, titles, self.printing.allowance, self.theme)
        page.print_wanted.connect(self.print_results)
        page.ask_wanted.connect(self.ask)
        page.back_wanted.connect(self.back)
        page.cleared.connect(self.ended)
        self._put(page)

    def _job(self, code: str, surprise: bool) -> None:
        jobs, view = self.library.jobs, self.state.view
        try:
            sheet = jobs.sheet(code)
        except UserError as error:
            self.tell(_("That job cannot be shown"), str(error))
            return
        item = best_liked(view.client.answers, jobs.groups, code) if view.client.scores else None
        self.job.show_sheet(
            sheet, listed=code in self.listed, tier=view.tier(code),
            because="" if item is None else because_words(item), surprise=surprise,
            neighbors=neighbors(code, self._row, lambda one: self.theme.say(jobs.title(one))),
        )  # fmt: skip
        self.trail.put(self.job)

    # What holds them together.

    def _put(self, page: Screen) -> None:
        self.trail.put(page)
        self._mark_listed()

    def _with_top(self, page: Screen) -> None:
        """Look up a job, my list, I am done."""
        page.about = under_cards(self.library.about)
        find = page.button(_("Look up a job"), "search")
        page.list = page.button("", "star")
        done = page.button(_("I am done"), "check", primary=True)
        find.clicked.connect(partial(self.look_up, ""))
        page.list.clicked.connect(self.show_list)
        done.clicked.connect(self.show_done)
        searches = isinstance(page, Found) and page.search is not None
        size = SizeButton(self.theme, self.config.text_size)
        size.clicked.connect(self.toggle_size)
        page.take_size(size)
        page.head.add_right(*(() if searches else (find,)), page.list, done)

    def _mark_listed(self) -> None:
        page = self.page
        if isinstance(page, (Board, Found)):
            page.set_listed(self.listed)
        if page.list is not None:
            page.list.say(_("My list {n}", n=len(self.listed)))
            page.list.set_icon("starred" if self.listed else "star")
        if self.job.sheet is not None:
            self.job.set_listed(self.job.sheet.occupation.code in self.listed)

    def open_card(self, codes: tuple[str, ...]) -> None:
        if len(codes) == 1:
            page = self.page
            self._row = page.row(codes[0]) if isinstance(page, (Board, Found)) else ()
            self.open(codes[0])
        else:
            self.trail.go(partial(self._twins, codes))

    def _connect_job(self) -> None:
        self.job.opened.connect(self.open)
        self.job.neighbor_wanted.connect(
            lambda code: self.trail.replace(partial(self._job, code, False))
        )
        self.job.starred.connect(self.toggle_listed)
        self.job.back_wanted.connect(self.back)
        self.job.print_wanted.connect(lambda: self.printing.print_job(self.job.sheet))
        self.job.done_wanted.connect(self.show_done)
        self.job.surprise_wanted.connect(self.surprise)
        self.job.text_size.clicked.connect(self.toggle_size)

    def _is_large(self) -> bool:
        return self.theme.scale > self.config.text_size

    def _show_pages(self) -> None:
        page = self.page
        if isinstance(page, Done):
            page.show_pages()
