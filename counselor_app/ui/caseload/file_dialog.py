"""The clients' file itself: backups, lock and passphrase, how long to keep, the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counselor_app.domain.figures.when import when_words
from counselor_app.errors import UserError
from counselor_app.ui.caseload.client_rows import about
from counselor_app.ui.caseload.log_table import log_table
from counselor_app.ui.caseload.two_lines import FixedModel, TwoLines, TwoLineView
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.scroll import scrolled
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.kept import Backup, FileSettings, Kept
from counselor_app.ui.style.theme import Theme

PARTS = ("Backups", "Lock and passphrase", "How long to keep", "Log")
MINUTES = (0, 2, 5, 10, 15, 30, 60)
MONTHS = (0, 6, 12, 24, 36, 60, 84)
_KINDS = {
    "": "Backup",
    "locked": "Backup when the window was locked",
    "before-restore": "The file before a backup was restored",
    "before-update": "The file before the program was updated",
}
FUTURE = "is dated in the future: the clock was wrong when it was made, or is wrong now"
_SHOWN = 300


def backup_status(backups: Sequence[Backup], now: datetime) -> str:
    """ "Last backup today 10:32; 4 are kept." """
    if not backups:
        return "No backup yet. One is made when the file is closed, and every few hours."
    kept = "1 is kept" if len(backups) == 1 else f"{len(backups)} are kept"
    if backups[0].from_the_future(now):
        return f"The last backup {FUTURE}; {kept}."
    return f"Last backup {when_words(backups[0].made, now)}; {kept}."


def backup_lines(backup: Backup, now: datetime) -> TwoLines:
    """A backup in the list: when it was made, and what it is; the newest stands first."""
    kind = f"{_KINDS[backup.kind]}, {size_words(backup.size)}"
    if backup.from_the_future(now):
        return TwoLines(f"{backup.made:%Y-%m-%d}: this backup {FUTURE}", kind)
    return TwoLines(when_words(backup.made, now), kind)


def size_words(size: int) -> str:
    """Bytes in the usual words."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(round(size / 1e3), 1)} kB"


class FileDialog(Dialog):
    """``backup_wanted``, ``passphrase_wanted``, ``restore_wanted`` (a `Backup`) and
    ``purge_wanted`` (the clients suggested) are for whoever holds the file;
    ``settings_changed`` follows a change here."""

    backup_wanted = Signal()
    restore_wanted = Signal(object)
    passphrase_wanted = Signal()
    purge_wanted = Signal(object)
    settings_changed = Signal()

    def __init__(self, kept: Kept, now: datetime, theme: Theme, parent: QWidget | None) -> None:
        super().__init__("Clients’ file", theme, parent, width=780, height=720)
        self._kept, self._now = kept, now
        self.settings = kept.settings()
        self.pages = SegmentedControl(PARTS, theme, "Part of the settings")
        self.content.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = Prose("", theme, role="row", tone="client_text")
        self.trouble.hide()
        self.content.addWidget(self.trouble)
        self.stack = QStackedWidget()
        self.content.addWidget(self.stack, 1)
        self.pages.chosen.connect(self.stack.setCurrentIndex)
        for page in (self._backups(), self._lock(), self._keeping()):
            self.stack.addWidget(page)
        self.stack.addWidget(scrolled(log_table(kept.log(limit=_SHOWN), now, theme), "Log", theme))
        self.refresh()
        self.backup_list.setFocus()

    def refresh(self, said: str = "") -> None:
        """Show backups and the suggested clients as they are now."""
        self.backups = self._kept.backups()
        self.status.setText(said or backup_status(self.backups, self._now))
        self._backup_rows.set_rows([
            backup_lines(one, self._now) for one in self.backups
        ])  # fmt: skip
        if self.backups:
            self.backup_list.choose(0)
        self.restore.setEnabled(bool(self.backups))
        self._show_due()

    def wait_for(self, words: str) -> None:
        """Say that a backup is being made."""
        self.status.setText(words)
        self.make.setEnabled(not words.endswith("…"))

    def _backups(self) -> QWidget:
        theme = self.theme
        page, column = _page(theme)
        self.status = Prose("", theme, role="body")
        self.make = Button(theme, "Back up now", look="outlined")
        self.make.clicked.connect(self.backup_wanted)
        self._backup_rows = FixedModel()
        self.backup_list = TwoLineView(self._backup_rows, theme, "Backups")
        self.restore = Button(theme, "Restore this backup…", look="outlined")
        self.restore.clicked.connect(self._restore)
        self.backup_list.opened.connect(self._restore)
        where = Prose(
            "Each backup is encrypted with the same passphrase and was opened once to see that it"
            " works. Copy one to another disk now and then: a backup on this disk does not"
            " outlive the disk.", theme, role="caption", tone="text2")  # fmt: skip
        top = QHBoxLayout()
        top.addWidget(self.status, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.make)
        column.addLayout(top)
        column.addWidget(self.backup_list, 1)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(where)
        return page

    def _lock(self) -> QWidget:
        theme = self.theme
        page, column = _page(theme)
        names = ["Never by itself", *(f"After {minutes} minutes" for minutes in MINUTES[1:])]
        self.minutes = ChoiceButton(
            names, theme, "Lock", index=_nearest(MINUTES, self.settings.lock_minutes)
        )
        self.minutes.chosen.connect(
            lambda place: self._change(replace(self.settings, lock_minutes=MINUTES[place]))
        )
        column.addWidget(Prose("Lock when nobody touches the computer", theme, role="row",
                               bold=True))  # fmt: skip
        column.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Prose("Ctrl+L locks at once. A locked window shows nothing of a client;"
                               " the passphrase brings the session back where it was.", theme,
                               role="body"))  # fmt: skip
        change = Button(theme, "Change the passphrase…", look="outlined")
        change.clicked.connect(self.passphrase_wanted)
        column.addSpacing(theme.px(12))
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Prose("The backups get the new passphrase too. Copies that were carried"
                               " elsewhere keep the old one.", theme, role="body"))  # fmt: skip
        column.addSpacing(theme.px(12))
        column.addWidget(Prose("Where the file is", theme, role="row", bold=True))
        where = Prose(str(self._kept.path), theme, role="row", tone="text2")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        column.addStretch(1)
        return page

    def _keeping(self) -> QWidget:
        theme = self.theme
        page, column = _page(theme)
        names = ["No limit", *(f"{months} months" for months in MONTHS[1:])]
        self.months = ChoiceButton(
            names, theme, "Keep clients after the last session for",
            index=_nearest(MONTHS, self.settings.retention_months),
        )  # fmt: skip
        self.months.chosen.connect(
            lambda place: self._change(replace(self.settings, retention_months=MONTHS[place]))
        )
        column.addWidget(Prose("Keep clients after the last session for", theme, role="row",
                               bold=True))  # fmt: skip
        column.addWidget(self.months, 0, Qt.AlignmentFlag.AlignLeft)
        self.due_words = Prose("", theme, role="body")
        column.addWidget(self.due_words)
        self._due_rows = FixedModel()
        self.due_list = TwoLineView(self._due_rows, theme, "Clients past the limit")
        column.addWidget(self.due_list, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.purge = Button(theme, "Delete these for good…", look="outlined")
        self.purge.clicked.connect(lambda: self.purge_wanted.emit(self.due))
        column.addWidget(self.purge, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _show_due(self) -> None:
        self.due = self._kept.due()
        months = self.settings.retention_months
        if not months:
            words = "No limit is set: nothing is suggested for deletion."
        elif not self.due:
            words = f"No client was last seen more than {months} months ago."
        else:
            count = "1 client was" if len(self.due) == 1 else f"{len(self.due):,} clients were"
            words = (
                f"{count} last seen more than {months} months ago. Nothing is deleted by itself."
            )
        self.due_words.setText(words)
        self._due_rows.set_rows([TwoLines(one.name, about(one, self._now)) for one in self.due])
        self.due_list.setVisible(bool(self.due))
        self._rest.setVisible(not self.due)
        self.purge.setVisible(bool(self.due))
        if self.due:
            self.due_list.choose(0)

    def _restore(self) -> None:
        if self.backup_list.row >= 0:
            self.restore_wanted.emit(self.backups[self.backup_list.row])

    def _change(self, settings: FileSettings) -> None:
        try:
            self._kept.set(settings)
        except UserError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return
        self.settings = settings
        self.trouble.hide()
        self._show_due()
        self.settings_changed.emit()


def _nearest(choices: Sequence[int], value: int) -> int:
    return min(range(len(choices)), key=lambda place: abs(choices[place] - value))


def _page(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, theme.px(8), 0, 0)
    column.setSpacing(theme.px(10))
    return page, column
