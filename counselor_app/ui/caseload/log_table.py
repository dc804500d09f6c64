"""The log as a table: when, who, what, whose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counselor_app.domain.figures.when import when_words
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.sorted_table import SortedTable
from counselor_app.ui.parts.table import Cell, Column, DataTable
from counselor_app.ui.state.kept import Action, LogLine
from counselor_app.ui.style.theme import Theme

_COLUMNS = (
    Column(pgettext("column", "When")), Column(pgettext("column", "Who")),
    Column(pgettext("column", "What"), stretch=True), Column(pgettext("column", "Client")),
)  # fmt: skip
ACTIONS: dict[Action, str] = {
    "opened": pgettext("log", "file opened"),
    "closed": pgettext("log", "file closed"),
    "read": pgettext("log", "client opened"),
    "printed": pgettext("log", "printed"),
    "exported": pgettext("log", "exported"),
    "handed over": pgettext("log", "handed over"),
    "imported": pgettext("log", "imported"),
    "deleted": pgettext("log", "deleted"),
    "undeleted": pgettext("log", "undeleted"),
    "deleted for good": _("deleted for good"),
    "restored": pgettext("log", "restored"),
    "passphrase changed": pgettext("log", "passphrase changed"),
    "brought up to date": _("brought up to date"),
}
DETAILS = {
    "locked": pgettext("log, why the file was closed", "locked"),
    "not all saved": _("not all saved"),
    "window gone": pgettext("log, why the file was closed", "window gone"),
    "client": pgettext("log, what was deleted", "client"),
    "session": pgettext("log, what was deleted", "session"),
    "note": pgettext("log, what was deleted", "note"),
    "step": pgettext("log, what was deleted", "step"),
    "self_report": pgettext("log, what was deleted", "self-report"),
    "add": pgettext("log, how a client was taken in", "add"),
    "beside": pgettext("log, how a client was taken in", "beside"),
    "merge": pgettext("log, how a client was taken in", "merge"),
}
"""What a line is kept with; other details name a report and its format."""
_GONE = pgettext("client in the log", "deleted")


def _words(line: LogLine) -> str:
    return joined((ACTIONS[line.action], DETAILS.get(line.detail, line.detail)), ": ")


def log_table(lines: Sequence[LogLine], now: datetime, theme: Theme) -> DataTable:
    """The lines, newest first."""
    rows = [
        [
            Cell(when_words(line.at, now), order=line.at.timestamp()), Cell(line.who),
            Cell(_words(line)),
            Cell(line.name or (_GONE if line.client else "")),
        ]
        for line in lines
    ]  # fmt: skip
    return SortedTable(_COLUMNS, rows, theme, _("Log: when, who, what, which client"))
