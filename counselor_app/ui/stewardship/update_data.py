"""New data from a stick: choose it, see what it is and what it changes, use it or keep the old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from counselor_app.domain.figures.wording import plural
from counselor_app.errors import UserError
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.tasks import Progress, Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from counselor_app.pack.current import InUse
    from counselor_app.pack.update import Candidate, Recognition

    Cancelled = Callable[[], bool]

TITLE = "New data from a stick"
HINT = (
    "Choose the folder or the zip files as the agencies publish them: O*NET, wages (OEWS),"
    " projections. Or a finished data pack that your district made. What they do not bring stays"
    " as it is, and nothing changes until you say so."
)
_NAMED = 8
NEXT_START = "The window shows it from its next start; what you are working on stays open."


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
        self._then: Callable[[object], None] = self._recognised
        self.said = Prose(HINT, theme, role="body")
        self.content.addWidget(self.said)
        self.shown = Prose(f"The window shows {shown}", theme, role="body", tone="text2")
        self.content.addWidget(self.shown)
        self.found = Prose("", theme, role="body")
        self.found.hide()
        self.content.addWidget(self.found)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName("Progress")
        self.bar.hide()
        self.content.addWidget(self.bar)
        self.older = Check("Use it even where it is older than the data in use", theme)
        self.content.addWidget(self.older)
        self._view: QWidget | None = None
        self._choosers = QHBoxLayout()
        self.folder_button = self._button("Choose a folder…", self._choose_folder)
        self.files_button = self._button("Choose files…", self._choose_files)
        self.back_button = self._button("Go back to the data before", self._go_back)
        for button in (self.folder_button, self.files_button, self.back_button):
            self._choosers.addWidget(button)
        self._choosers.addStretch(1)
        self.content.addLayout(self._choosers)
        self._rest = QWidget()
        self.content.addWidget(self._rest, 1)
        self.save_button = self._button("Save the list…", self._save)
        self.build_button = self._button("Check it and see what changes", self._build, "primary")
        self.use_button = self._button("Use the new data", self._use, "primary")
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
        words = {"working": "Cancel", "changed": "Keep the old"}.get(step, "Close")
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)
        self.close_button.updateGeometry()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder of the releases", str(Path.home()))
        if chosen:
            self.take([Path(chosen)])

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, "Files of the releases", str(Path.home()), "Releases and packs (*);;Zip (*.zip)"
        )
        if chosen:
            self.take([Path(one) for one in chosen])

    def _recognised(self, result: object) -> None:
        found = cast("Recognition", result)
        self._pack = found.packs[0] if len(found.packs) == 1 and not found.releases else None
        from counselor_app.pack.update import NO_USE

        lines = [f"{label}: {plural(count, 'table')}" for label, count in found.releases]
        lines += [f"{path.name}: a finished data pack" for path in found.packs]
        lines += [
            f"{why}, so left out: {_first(names)}"
            for why, names in ((NO_USE, found.unused), ("Not recognized", found.strangers))
            if names
        ]
        self.found.setText("\n".join(lines))
        if found.packs and self._pack is None:
            self._fail("Bring one finished data pack at a time, and nothing beside it.")
        elif not lines or not (found.releases or found.packs):
            self._fail(
                "Nothing there is a table that the program knows. Give the folder or zip of an"
                " O*NET, OEWS or projections release as published."
            )
        else:
            self.said.setText("This was recognized:")
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

    def _changed(self, result: object) -> None:
        from counselor_app.reports.printed import day_words
        from counselor_app.ui.stewardship.update_data_changes import ChangesView

        self.candidate = made = cast("Candidate", result)
        if not self.isVisible():  # closed at the last moment
            self._let_go()
            return
        where = ""
        if made.made_on:
            day = day_words(date.fromisoformat(made.made_on))
            where = f"Made elsewhere on {day}, with a good signature. "
        self.said.setText(f"{where}The new data is ready beside the old. This is what changes:")
        self._view = self.scrolled(ChangesView(made, self.theme), "What changes")
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

    def _used(self, result: object) -> None:
        from counselor_app.pack.current import releases

        used = cast("InUse", result)
        self.candidate = None
        self._clear_view()
        now = f"In use now: {releases(used)}. {NEXT_START}"
        back = "" if used.own else "You can go back to the data before it at any time."
        self.said.setText(" ".join(filter(None, (used.trouble, now, back))))
        self._show_step("done")
        self.close_button.setFocus()

    def _save(self) -> None:
        from counselor_app.pack.changes_words import as_csv
        from counselor_app.reports.files import write_report

        target, _ = QFileDialog.getSaveFileName(
            self, "Save the list", str(Path.home() / "what-changed.csv"), "CSV (*.csv)"
        )
        if not target or self.candidate is None:
            return
        path = Path(target).with_suffix(".csv")
        try:
            write_report(as_csv(self.candidate.changes), path)
        except UserError as error:
            self.said.setText(str(error))
            return
        self.said.setText(f"Saved as {path.name} in {path.parent}. This is what changes:")

    def _run(
        self, work: Callable[[Progress, Cancelled], object], then: Callable[[object], None]
    ) -> None:
        """Work in a thread of its own, one piece at a time; the step's widgets wait."""
        if self._task is not None:
            return
        self._clear_view()
        self.said.setText("Reading…")
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
        self.said.setText(f"The old data stays in use meanwhile. Now: {what}")
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        from counselor_app.pack.draft import CancelledError

        self._task = None
        self._let_go()
        if isinstance(error, CancelledError):
            return  # this was closed
        if not isinstance(error, (UserError, OSError)):
            self._fail(f"The data in use is unchanged. The update failed: {error!r}")
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


def _first(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{plural(len(names), 'file')} ({', '.join(names[:_NAMED])}{more})"
