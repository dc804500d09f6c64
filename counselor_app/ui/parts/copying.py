"""Words that are not text of Qt's own can be copied all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import cited
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.context_menu import Entry
from counselor_app.ui.style.theme import Theme

_CTRL_C = "Ctrl+C"


def put_on_clipboard(text: str) -> None:
    """Copy ``text``, if there is any."""
    if text:
        QGuiApplication.clipboard().setText(text)


def copy_entries(text: str) -> list[Entry]:
    """Copy, where there is something to copy."""
    words = pgettext("action", "Copy")
    return [Entry(words, lambda: put_on_clipboard(text), _CTRL_C)] if text else []


def figure_entries(
    subject: Figure | Source, name: str, theme: Theme, ask: Callable[[], object]
) -> list[Entry]:
    """A figure copied with its source, and where it is from."""
    return [
        Entry(_("Copy with its source"), lambda: put_on_clipboard(theme.say(cited(subject, name)))),
        Entry(_("Where it is from"), ask, "F1"),
    ]
