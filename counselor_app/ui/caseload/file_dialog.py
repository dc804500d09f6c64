"""The clients' file itself: backups, lock and passphrase, how long to keep, the log."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext
from counselor_app.ui.caseload.client_rows import about
from counselor_app.ui.caseload.log_table import log_table
from counselor_app.ui.caseload.two_lines import FixedModel, TwoLines, TwoLineView
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.fixed import fix
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.scroll import scrolled
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.state.kept import Backup, FileSettings, Kept, backup_folder
from counselor_app.ui.style.theme import Theme

_BACKUPS, _LOG = pgettext("tab", "Backups"), pgettext("tab", "Log")
PARTS = (_BACKUPS, _("Lock and passphrase"), _("How long to keep"), _LOG)
MINUTES = (0, 2, 5, 10, 15, 30, 60)
MONTHS = (0, 6, 12, 24, 36, 60, 84)
_KINDS = {
    "": pgettext("kind of backup", "Backup"),
    "locked": _("Backup when the window was locked"),
    "before-restore": _("The file before a backup was restored"),
    "before-update": _("The file before the program was updated"),
}
_KEEP_FOR = _("Keep clients after the last session for")
_SHOWN = 300


def backup_status(backups: Sequence[Backup], now: datetime) -> str:
    """ "Last backup today 10:32; 4 are kept." """
    if not backups:
        return _("No backup yet. One is made when the file is closed, and every few hours.")
    kept = ngettext("{n} is kept", "{n} are kept", len(backups), n=number(len(backups)))
    if backups[0].from_the_future(now):
        return _("The last backup is dated in the future: the clock was wrong when it was made, or"
                 " is wrong now; {kept}.", kept=kept)  # fmt: skip
    return _("Last backup {when}; {kept}.", when=when_words(backups[0].made, now), kept=kept)


def backup_lines(backup: Backup, now: datetime) -> TwoLines:
    """A backup in the list: when it was made, and what it is; the newest stands first."""
    kind = joined((_KINDS[backup.kind], size_words(backup.size)), ", ")
    when = when_words(backup.made, now)
    if backup.from_the_future(now):
        when = _("{day}: this backup is dated in the future: the clock was wrong when it was made,"
                 " or is wrong now", day=f"{backup.made:%Y-%m-%d}")  # fmt: skip
    return TwoLines(when, kind)


def size_words(size: int) -> Said:
    """Bytes in the usual words."""
    if size >= 1e6:
        return pgettext("size of a file", "{n} MB", n=number(size / 1e6, 1))
    return pgettext("size of a file", "{n} kB", n=max(round(size / 1e3), 1))


class FileDialog(Dialog):
    """``backup_wanted``, ``passphrase_wanted``, ``restore_wanted`` (a `Backup`) and
    ``purge_wanted`` (the clients suggested) are for whoever holds the file;
    ``settings_changed`` follows a change here."""

    backup_wanted = Signal()
    restore_wanted = Signal(object)
    passphrase_wanted = Signal()
    purge_wanted = Signal(object)
    settings_changed = Signal()

    def __init__(
        self, kept: Kept, now: datetime, theme: Theme, parent: QWidget | None,
        fixed: Collection[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(pgettext("title", "Clients’ file"), theme, parent, width=780, height=720)
        self._kept, self._now, self._fixed = kept, now, fixed
        self.settings = kept.settings()
        self.pages = SegmentedControl(PARTS, theme, _("Part of the settings"))
        self.content.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        self.trouble = Status("", theme, role="row", tone="client_text")
        self.trouble.hide()
        self.content.addWidget(self.trouble)
        self.stack = QStackedWidget()
        self.content.addWidget(self.stack, 1)
        self.pages.chosen.connect(self.stack.setCurrentIndex)
        for page in (self._backups(), self._lock(), self._keeping()):
            self.stack.addWidget(page)
        self.stack.addWidget(scrolled(log_table(kept.log(limit=_SHOWN), now, theme), _LOG, theme))
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
        self.make.setEnabled(False)

    def _backups(self) -> QWidget:
        theme = self.theme
        page, column = _page(theme)
        self.status = Status("", theme, role="body")
        self.make = Button(theme, _("Back up now"), look="outlined")
        self.make.clicked.connect(self.backup_wanted)
        self._backup_rows = FixedModel(theme)
        self.backup_list = TwoLineView(self._backup_rows, theme, _BACKUPS)
        self.restore = Button(theme, _("Restore this backup…"), look="outlined")
        self.restore.clicked.connect(self._restore)
        self.backup_list.opened.connect(self._restore)
        where = Prose(
            _("Each backup is encrypted with the same passphrase and was opened once to see that it"
              " works. Copy one to another disk now and then: a backup on this disk does not"
              " outlive the disk."), theme, role="caption", tone="text2")  # fmt: skip
        if "backups_folder" in self._fixed:
            folder = str(backup_folder(self._kept.path))
            where.setText(_("Your school has set where backups go: {folder}. Each is encrypted with"
                            " the same passphrase and was opened once to see that it works.",
                            folder=folder))  # fmt: skip
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
        choices = self._choices("lock_minutes", MINUTES)
        names = [
            ngettext("After {n} minute", "After {n} minutes", n, n=n) if n
            else _("Never by itself") for n in choices
        ]  # fmt: skip
        self.minutes = ChoiceButton(
            names,
            theme,
            pgettext("choice", "Lock"),
            index=_nearest(choices, self.settings.lock_minutes),
        )
        self.minutes.chosen.connect(
            lambda place: self._change(replace(self.settings, lock_minutes=choices[place]))
        )
        column.addWidget(Prose(_("Lock when nobody touches the computer"), theme, role="row",
                               bold=True))  # fmt: skip
        column.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignLeft)
        if "lock_minutes" in self._fixed:
            column.addWidget(fix(theme, self.minutes))
        column.addWidget(Prose(_("Ctrl+L locks at once. A locked window shows nothing of a client;"
                                 " the passphrase brings the session back where it was."), theme,
                               role="body"))  # fmt: skip
        change = Button(theme, _("Change the passphrase…"), look="outlined")
        change.clicked.connect(self.passphrase_wanted)
        column.addSpacing(theme.px(12))
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Prose(_("The backups get the new passphrase too. Copies that were"
                                 " carried elsewhere keep the old one."), theme,
                               role="body"))  # fmt: skip
        column.addSpacing(theme.px(12))
        column.addWidget(Prose(_("Where the file is"), theme, role="row", bold=True))
        where = Prose(str(self._kept.path), theme, role="row", tone="text2")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        column.addStretch(1)
        return page

    def _keeping(self) -> QWidget:
        theme = self.theme
        page, column = _page(theme)
        choices = self._choices("retention_months", MONTHS)
        names = [
            ngettext("{n} month", "{n} months", n, n=n) if n else pgettext("choice", "No limit")
            for n in choices
        ]
        self.months = ChoiceButton(
            names, theme, _KEEP_FOR,
            index=_nearest(choices, self.settings.retention_months),
        )  # fmt: skip
        self.months.chosen.connect(
            lambda place: self._change(replace(self.settings, retention_months=choices[place]))
        )
        column.addWidget(Prose(_KEEP_FOR, theme, role="row", bold=True))
        column.addWidget(self.months, 0, Qt.AlignmentFlag.AlignLeft)
        if "retention_months" in self._fixed:
            column.addWidget(fix(theme, self.months))
        self.due_words = Prose("", theme, role="body")
        column.addWidget(self.due_words)
        self._due_rows = FixedModel(theme)
        self.due_list = TwoLineView(self._due_rows, theme, _("Clients past the limit"))
        column.addWidget(self.due_list, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.purge = Button(theme, _("Delete these for good…"), look="outlined")
        self.purge.clicked.connect(lambda: self.purge_wanted.emit(self.due))
        column.addWidget(self.purge, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _choices(self, name: str, usual: tuple[int, ...]) -> tuple[int, ...]:
        """What can be chosen: just the school's number where it has set one."""
        return (getattr(self.settings, name),) if name in self._fixed else usual

    def _show_due(self) -> None:
        self.due = self._kept.due()
        months = self.settings.retention_months
        if not months:
            words = _("No limit is set: nothing is suggested for deletion.")
        elif not self.due:
            words = _("No client was last seen more than {months} months ago.", months=months)
        else:
            words = ngettext(
                "{n} client was last seen more than {months} months ago. Nothing is deleted by"
                " itself.",
                "{n} clients were last seen more than {months} months ago. Nothing is deleted by"
                " itself.", len(self.due), n=number(len(self.due)), months=months,
            )  # fmt: skip
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
