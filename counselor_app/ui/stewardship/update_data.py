"""New data from a stick: choose it, see what it is and what it changes, use it or keep the old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.files import file_to_save, files_to_open, folder_to_use
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.saved import Saved
from counselor_app.ui.parts.tasks import Progress, Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.pack.current import InUse
    from counselor_app.pack.update import Candidate, Recognition

    Cancelled = Callable[[], bool]

TITLE = _("New data from a stick")
HINT = _(
    "Choose the folder or the zip files as the agencies publish them: O*NET, wages (OEWS),"
    " projections. Or a finished data pack that your district made. What they do not bring stays"
    " as it is, and nothing changes until you say so."
)
_NAMED = 8
_NOT_RECOGNIZED = pgettext("file", "Not recognized")
NEXT_START = _("The window shows it from its next start; what you are working on stays open.")
_CLOSES = {
    "working": pgettext("button", "Cancel"),
    "changed": _("Keep the old"),
}
"""What closing is called at a step; "Close" at others."""


class UpdateDialog(Dialog):
    """Four steps in one place: choose, recognised, what changes, done.

    ``codes`` are the occupations whose figures are compared, ``shown`` are the releases that the
    window shows. Closing it at any step keeps the data in use.
    """

    def __init__(
        self,
        folder: Path,
        codes: Sequence[str],
        trusted_keys: Sequence[str],
        shown: str,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(TITLE, theme, parent, width=900, height=700)
        self._folder, self._codes, self._keys = folder, tuple(codes), tuple(trusted_keys)
        self._inputs: tuple[Path, ...] = ()
        self._pack: Path | None = None
        self.candidate: Candidate | None = None
        self._task: Task | None = None
        self._then: Callable[[Any], None] = self._recognised
        self.said = Status(HINT, theme, role="body")
        self.content.addWidget(self.said)
        self.shown = Prose(
            _("The window shows {data}", data=shown), theme, role="body", tone="text2"
        )
        self.content.addWidget(self.shown)
        self.found = Prose("", theme, role="body")
        self.found.hide()
        self.content.addWidget(self.found)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(theme.say(pgettext("part of the window", "Progress")))
        self.bar.hide()
        self.content.addWidget(self.bar)
        self.older = Check(_("Use it even where it is older than the data in use"), theme)
        self.content.addWidget(self.older)
        self._view: QWidget | None = None
        self._choosers = QHBoxLayout()
        self.folder_button = self._button(_("Choose a folder…"), self._choose_folder)
        self.files_button = self._button(pgettext("button", "Choose files…"), self._choose_files)
        self.back_button = self._button(_("Go back to the data before"), self._go_back)
        for button in (self.folder_button, self.files_button, self.back_button):
            self._choosers.addWidget(button)
        self._choosers.addStretch(1)
        self.content.addLayout(self._choosers)
        self._rest = QWidget()
        self.content.addWidget(self._rest, 1)
        self.save_button = self._button(_("Save the list…"), self._save)
        self.build_button = self._button(_("Check it and see what changes"), self._build, "primary")
        self.use_button = self._button(_("Use the new data"), self._use, "primary")
        self.saved = Saved(theme)
        self.saved.failed.connect(self.said.setText)
        self.buttons.insertWidget(0, self.saved)
        for button in (self.save_button, self.build_button, self.use_button):
            self.buttons.addWidget(button)
        self._show_step("choose")
        self.folder_button.setFocus()

    def done(self, result: int) -> None:
        self._stop()
        self._let_go()
        super().done(result)

    def take(self, inputs: Sequence[Path]) -> None:
        """See what the given folders and files are."""
        from counselor_app.pack.update import look

        self._inputs = tuple(inputs)
        self._run(lambda _progress, _cancelled: look(self._inputs), self._recognised)

    def _button(self, words: str, run: Callable[[], object], look: str = "outlined") -> Button:
        button = Button(self.theme, words, look="primary" if look == "primary" else "outlined")
        button.clicked.connect(lambda: run())
        return button

    def _show_step(self, step: str) -> None:
        """Show what belongs to a step: choose, recognised, working, changed or done."""
        from counselor_app.pack.current import can_go_back

        choosing = step in ("choose", "recognised")
        for widget in (self.folder_button, self.files_button, self.older):
            widget.setVisible(choosing)
        self.back_button.setVisible(step == "choose" and can_go_back(self._folder))
        self.shown.setVisible(step == "choose")
        self._rest.setVisible(step != "changed")
        self.build_button.setVisible(step == "recognised")
        self.bar.setVisible(step == "working")
        self.found.setVisible(step == "recognised")
        for button in (self.save_button, self.use_button):
            button.setVisible(step == "changed")
        self.call_close(_CLOSES.get(step, pgettext("button", "Close")))

    def _choose_folder(self) -> None:
        chosen = folder_to_use(self, self.theme, _("Folder of the releases"))
        if chosen is not None:
            self.take([chosen])

    def _choose_files(self) -> None:
        kinds = ((_("Releases and packs"), "*"), ("ZIP", "*.zip"))
        chosen = files_to_open(self, self.theme, _("Files of the releases"), *kinds)
        if chosen:
            self.take(chosen)

    def _recognised(self, found: Recognition) -> None:
        self._pack = found.packs[0] if len(found.packs) == 1 and not found.releases else None
        self.found.setText(_found_words(found))
        if found.packs and self._pack is None:
            self._fail(_("Bring one finished data pack at a time, and nothing beside it."))
        elif not (found.releases or found.packs):
            self._fail(
                _("Nothing there is a table that the program knows. Give the folder or zip of an"
                  " O*NET, OEWS or projections release as published.")
            )  # fmt: skip
        else:
            self.said.setText(_("This was recognized:"))
            self._show_step("recognised")
            self.build_button.setFocus()

    def _build(self) -> None:
        folder, inputs, pack = self._folder, self._inputs, self._pack
        codes, keys, older = self._codes, self._keys, self.older.isChecked()

        def work(progress: Progress, cancelled: Cancelled) -> Candidate:
            from counselor_app.pack import update
            from counselor_app.pack.draft import CancelledError

            if pack is not None:
                made = update.prepare_pack(
                    pack, folder, keys, codes=codes, older=older, progress=progress,
                    cancelled=cancelled,
                )  # fmt: skip
            else:
                made = update.prepare(
                    inputs, folder, codes=codes, older=older, progress=progress,
                    cancelled=cancelled,
                )  # fmt: skip
            if cancelled():
                update.discard(made)
                raise CancelledError
            return made

        self._run(work, self._changed)

    def _changed(self, made: Candidate) -> None:
        from counselor_app.reports.printed import day_words
        from counselor_app.ui.stewardship.update_data_changes import ChangesView

        self.candidate = made
        if not self.isVisible():  # closed at the last moment
            self._let_go()
            return
        ready = _("The new data is ready beside the old. This is what changes:")
        if made.made_on:
            day = day_words(date.fromisoformat(made.made_on))
            signed = _("Made elsewhere on {day}, with a good signature.", day=day)
            ready = joined((signed, ready))
        self.said.setText(ready)
        heading = pgettext("part of the window", "What changes")
        self._view = self.scrolled(ChangesView(made, self.theme), heading)
        self._show_step("changed")
        self.use_button.setFocus()

    def _use(self) -> None:
        from counselor_app.pack.update import accept

        candidate, folder = self.candidate, self._folder
        if candidate is None:
            return

        def work(_progress: Progress, _cancelled: Cancelled) -> InUse:
            return accept(candidate, folder, today=date.today())

        self._run(work, self._used)

    def _go_back(self) -> None:
        folder = self._folder

        def work(_progress: Progress, _cancelled: Cancelled) -> InUse:
            from counselor_app.pack.current import go_back

            return go_back(folder, today=date.today())

        self._run(work, self._used)

    def _used(self, used: InUse) -> None:
        from counselor_app.pack.current import releases

        self.candidate = None
        self._clear_view()
        now = _("In use now: {data}.", data=releases(used))
        back = "" if used.own else _("You can go back to the data before it at any time.")
        self.said.setText(joined((used.trouble, now, NEXT_START, back)))
        self._show_step("done")
        self.close_button.setFocus()

    def _save(self) -> None:
        from counselor_app.pack.changes_words import as_csv
        from counselor_app.reports.files import write_report

        path = file_to_save(
            self, self.theme, _("Save the list"), "what-changed.csv", ("CSV", "*.csv")
        )
        if path is None or self.candidate is None:
            return
        try:
            write_report(as_csv(self.candidate.changes), path)
        except UserError as error:
            self.said.setText(str(error))
            return
        self.said.setText(
            _("Saved as {file} in {folder}. This is what changes:",
              file=path.name, folder=str(path.parent))
        )  # fmt: skip
        self.saved.offer(path)

    def _run(
        self, work: Callable[[Progress, Cancelled], object], then: Callable[[Any], None]
    ) -> None:
        """Work in a thread of its own, one piece at a time; the step's widgets wait."""
        if self._task is not None:
            return
        self._clear_view()
        self.said.setText(pgettext("while it works", "Reading…"))
        self.bar.setRange(0, 0)
        self._show_step("working")
        task = Task(work, self.parentWidget() or self)
        self._task, self._then = task, then
        task.progress.connect(self._progressed)
        task.done.connect(self._worked)
        task.failed.connect(self._failed)
        task.start()

    def _worked(self, result: object) -> None:
        self._task = None
        self._then(result)

    def _progressed(self, done: int, total: int, what: str) -> None:
        self.said.setText(_("The old data stays in use meanwhile. Now: {what}", what=what))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        from counselor_app.pack.draft import CancelledError

        self._task = None
        self._let_go()
        if isinstance(error, CancelledError):
            return  # this was closed
        if not isinstance(error, (UserError, OSError)):
            self._fail(
                _("The data in use is unchanged. The update failed: {error}", error=repr(error))
            )
            raise error
        self._fail(str(error))

    def _fail(self, words: str) -> None:
        self.said.setText(words)
        self._show_step("choose")
        self.folder_button.setFocus()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _let_go(self) -> None:
        from counselor_app.pack.update import discard

        if self.candidate is not None:
            discard(self.candidate)
            self.candidate = None

    def _clear_view(self) -> None:
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None


def _found_words(found: Recognition) -> str:
    """What was given, a line a release, pack or kind of what is left out."""
    from counselor_app.pack.update import NO_USE

    left_out = ((NO_USE, found.unused), (_NOT_RECOGNIZED, found.strangers))
    return joined((
        *(joined((label, _tables(count)), ": ") for label, count in found.releases),
        *(_("{file}: a finished data pack", file=path.name) for path in found.packs),
        *(_("{why}, so left out: {files}", why=why, files=_first(names))
          for why, names in left_out if names),
    ), "\n")  # fmt: skip


def _tables(count: int) -> Said:
    return ngettext("{n} table", "{n} tables", count, n=number(count))


def _first(names: Sequence[str]) -> Said:
    """How many files, and the first of them by name."""
    more = len(names) - _NAMED
    named: Said = joined(names[:_NAMED], ", ")
    if more > 0:
        named = _("{names} and {n} more", names=named, n=number(more))
    count = ngettext("{n} file", "{n} files", len(names), n=number(len(names)))
    return pgettext("files left out", "{count} ({names})", count=count, names=named)
