"""Words that are not text of Qt's own can be copied all the same."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from counselor_app.language import pgettext
from counselor_app.ui.parts.control import Speaker


def put_on_clipboard(text: str) -> None:
    """Copy ``text``, if there is any."""
    if text:
        QGuiApplication.clipboard().setText(text)


def offer_copy(widget: Speaker, text: str, event: QContextMenuEvent) -> None:
    """Open the menu of the right button, with Copy, where there is something to copy."""
    if not text:
        event.ignore()
        return
    menu = QMenu(widget)
    menu.aboutToHide.connect(menu.deleteLater)
    words = widget.theme.say(pgettext("action", "Copy"))
    menu.addAction(words, lambda: put_on_clipboard(text))
    menu.popup(event.globalPos())
