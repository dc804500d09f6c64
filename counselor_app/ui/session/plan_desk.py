"""Keeps what is written in the plan, and makes the handout's page as one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from counselor_app import __version__
from counselor_app.domain.record.handout import looked_at
from counselor_app.domain.record.record import Note, Record
from counselor_app.language import language, pgettext
from counselor_app.ui.parts.tasks import Task
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.session.plan_view import LookedJob, PlanView
from counselor_app.ui.session.today import moment

if TYPE_CHECKING:
    from counselor_app.domain.record.plan import Layout
    from counselor_app.domain.record.record import Reader
    from counselor_app.reports.branding import Branding
    from counselor_app.reports.typeset import Paper
    from counselor_app.ui.state.clients_file import ClientsFile
    from counselor_app.ui.state.preferences import Preferences

_BRIEFLY_MS = 15


class PlanDesk(QObject):
    """The page is made in a thread, one at a time: what is typed meanwhile is in the next one."""

    def __init__(
        self, file: ClientsFile, preferences: Preferences, branding: Callable[[], Branding]
    ) -> None:
        super().__init__(file.host)
        self._file, self._models, self._host = file, file.models, file.host
        self._preferences, self._branding = preferences, branding
        self._record: Record | None = None
        self._page: PlanPage | None = None
        self._task: Task | None = None
        self._again = False
        self._briefly = QTimer(self)
        self._briefly.setSingleShot(True)
        self._briefly.setInterval(_BRIEFLY_MS)
        self._briefly.timeout.connect(self._draw)
        file.saving.connect(self._settle_shown)

    def made(self, record: Record | None, *, large: bool) -> PlanPage:
        """The page, made once."""
        theme, commands = self._host.theme, self._models.commands
        page = self._page = PlanPage(self._view(record, large=large), theme, self._host)
        page.drafted.connect(self._briefly.start)
        page.added.connect(self._add)
        page.step_written.connect(self._write)
        page.step_ticked.connect(self._tick)
        page.ordered.connect(self._order)
        page.removed.connect(self._file.remove)
        page.noted.connect(self._note)
        page.laid_out.connect(self._lay_out)
        page.print_wanted.connect(commands.print_handout)
        page.sheet.paper_chosen.connect(self._choose_paper)
        if "paper" in self._preferences.machine.fixed:
            page.sheet.fix_paper()
        return page

    def show(self, record: Record | None, *, large: bool) -> None:
        """Show the record as it is now."""
        if self._page is not None:
            self._page.show_view(self._view(record, large=large))
            self._briefly.start()

    def settle(self) -> None:
        """Keep all that is typed: the page is left."""
        if self._page is not None and self._page.view.kept:
            self._page.settle()

    def _settle_shown(self) -> None:
        """Keep what is typed, and what could not be kept when the page was left."""
        page, session = self._page, self._file.session
        if page is not None and session is not None and session.uid == page.view.uid:
            self.settle()

    def wait(self) -> None:
        """Let the thread end."""
        self._briefly.stop()
        self._again = False
        if self._task is not None:
            self._task.wait()

    def _view(self, record: Record | None, *, large: bool) -> PlanView:
        self._record = record
        models, play = self._models, self._models.in_play
        client, titles = models.client.client, models.reference.titles
        met = record.sessions[-1].uid if record and record.sessions else None
        notes = [one for one in record.notes if one.session == met] if record else []
        layout = play.layout
        return PlanView(
            uid=record.uid if record else "",
            name=client.called,
            kept=record is not None,
            steps=record.steps if record else (),
            notes=tuple(one for one in notes if one.reader == "client"),
            private=tuple(one for one in notes if one.reader == "counselor"),
            jobs=tuple(
                LookedJob(one.code, titles[one.code],
                          pgettext("job", "opened {when}", when=moment(one.at)),
                          one.code not in layout.left_out, layout.wording.get(one.code, ""))
                for one in play.looked if one.code in titles
            ),
            layout=layout,
            scored=client.scores is not None,
            sorted_cards=client.cards is not None,
            client_view=models.view.client_view,
            large=large,
        )  # fmt: skip

    # What is kept.

    def _add(self, text: str) -> None:
        if self._file.session is not None:
            self._file.session.add_step(text)

    def _write(self, uid: str, text: str, done: bool, due: date | None, who: str) -> None:
        session = self._file.session
        if session is None or self._record is None:
            return
        was = next((step for step in self._record.steps if step.uid == uid), None)
        if was is not None and was.text != text:
            session.tick_step(uid, text, done=done)
        if was is not None and (was.due, was.who) != (due, who):
            session.plan_step(uid, due, who)

    def _tick(self, uid: str, text: str, done: bool) -> None:
        if self._file.session is not None:
            self._file.session.tick_step(uid, text, done=done)

    def _order(self, uids: tuple[str, ...]) -> None:
        if self._file.session is not None:
            self._file.session.order_steps(uids)

    def _lay_out(self, change: Callable[[Layout], Layout]) -> None:
        self._models.in_play.lay_out(change(self._models.in_play.layout))

    def _note(self, reader: Reader) -> None:
        """Keep what is in an editor, where it differs; an emptied note is deleted."""
        page, session = self._page, self._file.session
        if page is None or session is None or self._record is None:
            return
        editor = page.editor_of(reader)
        text = editor.toPlainText()
        if not editor.unsaved:
            return
        if text.strip():
            uid = session.save_note(editor.uid, text, reader)
            if uid is None:
                return
            editor.uid, editor.kept = uid, text
        elif editor.uid is not None:
            emptied = editor.uid
            editor.take()
            self._file.remove("note", emptied)
        self._record = session.record()

    def _choose_paper(self, paper: str) -> None:
        self._preferences.remember(self._preferences.settings._replace(paper=paper))
        self._draw()

    # The page beside.

    def _draw(self) -> None:
        """Make the page of what is typed now; while one is made, the next waits."""
        page = self._page
        if page is None or self._record is None or not page.sheet.isVisible():
            return
        if self._task is not None:
            self._again = True
            return
        record, paper = self._drafted(page, self._record), self._preferences.settings.paper
        models, branding = self._models, self._branding()
        sheets = models.reference.sheets(looked_at(record.sessions[-1].position))
        reads = language(models.client.client.reads(self._host.theme.own))
        sources, view, dots = models.reference.sources, models.client.view, page.sheet.dots

        def work(_progress: object, _cancelled: object) -> tuple[list[QImage], str]:
            from counselor_app.reports.handout import handout_content
            from counselor_app.reports.typeset import report_images

            content = handout_content(
                record, sheets, copy="client", made_on=date.today(), version=__version__,
                sources=sources, session=record.sessions[-1].uid, view=view, language=reads,
            )  # fmt: skip
            size: Paper = "a4" if paper == "a4" else "letter"
            pages = report_images(content, size, branding, dots=dots)
            return [QImage.fromData(one) for one in pages], size

        task = self._task = Task(work, self)
        task.done.connect(self._drawn)
        task.failed.connect(self._failed)
        task.start()

    def _drawn(self, found: tuple[list[QImage], str]) -> None:
        self._task = None
        if self._page is not None:
            self._page.sheet.show_pages(*found)
        if self._again:
            self._again = False
            self._draw()

    def _failed(self, error: Exception) -> None:
        self._task, self._again = None, False
        raise error

    def _drafted(self, page: PlanPage, record: Record) -> Record:
        """The record with what is typed and where the session stands now."""
        drafts, play = page.drafts(), self._models.in_play
        steps = tuple(
            replace(step, text=typed[0].strip() or step.text, due=typed[1], who=typed[2].strip())
            if (typed := drafts.steps.get(step.uid)) else step
            for step in record.steps
        )  # fmt: skip
        layout = replace(play.layout, next_met=drafts.next_met.strip())
        *before, last = record.sessions
        position = replace(last.position, looked=play.looked, layout=layout, codes=())
        notes = [one for one in record.notes if one.uid != drafts.note]
        if drafts.words.strip():
            now = datetime.now(UTC)
            notes.append(Note(drafts.note or "", last.uid, "client", drafts.words, "", now, now))
        sessions = (*before, replace(last, position=position))
        return replace(record, steps=steps, notes=tuple(notes), sessions=sessions)
