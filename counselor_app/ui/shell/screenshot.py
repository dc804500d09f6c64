"""Every page as PNG files, to look at: appearances, text sizes, resolutions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt, QThread
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from counselor_app.errors import UserError, system_words
from counselor_app.language import Language, _
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.style.theme import Appearance, Theme

Scenes = Iterator[tuple[str, QWidget]]
"""Names of pictures, each with the widget to draw at that moment."""


@dataclass(frozen=True, slots=True)
class Look:
    """One appearance, text size and resolution; ``name`` is the folder of its pictures."""

    name: str
    appearance: Appearance
    scale: float
    ratio: int


LOOKS = (
    Look("light", "light", 1.0, 1),
    Look("light-2x", "light", 1.0, 2),
    Look("dark", "dark", 1.0, 1),
    Look("dark-2x", "dark", 1.0, 2),
    Look("light-text-200", "light", 2.0, 1),
)


def take(
    folder: Path,
    scenes: Callable[[Theme], Scenes],
    language: Language | None = None,
    *,
    looks: Sequence[Look] = LOOKS,
) -> list[Path]:
    """Draw the scenes in every look, into a folder a look; the paths of the pictures.

    Needs a running application.

    Raises:
        UserError: for a folder that cannot be written, and what the scenes raise.
    """
    written: list[Path] = []
    for look in looks:
        target = folder / look.name
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                _("{folder} cannot be made: {why}.", folder=str(target), why=system_words(error))
            ) from None
        theme = Theme(look.appearance, look.scale, language=language)
        QApplication.setPalette(theme.palette())
        for name, widget in scenes(theme):
            path = target / f"{name}.png"
            if not _draw(widget, look.ratio).save(str(path)):
                raise UserError(_("{file} cannot be written.", file=str(path)))
            written.append(path)
        settle()
    return written


def opened(show: Callable[[], object], window: QWidget) -> QDialog:
    """The dialog of a window that ``show`` opens, once what it waits for is there."""
    before = set(window.findChildren(QDialog))
    show()
    dialog = next(d for d in window.findChildren(QDialog) if d not in before)
    wait(window)
    return dialog


def wait(window: QWidget) -> None:
    """Until no thread of a window runs."""
    for thread in window.findChildren(QThread):
        thread.wait()
    settle()


def settle() -> None:
    """Let layouts, deletions and finished threads take effect."""
    for _turn in range(4):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, 0)


def _draw(widget: QWidget, ratio: int) -> QPixmap:
    settle()
    for page in widget.window().findChildren(Page):
        if page.isVisible():
            page.finish()
    settle()
    picture = QPixmap(QSize(widget.width() * ratio, widget.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture)
    return picture
