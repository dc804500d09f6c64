"""Qt's own dialogs for files and folders, in the language of the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from counselor_app.ui.style.theme import Theme

Kind = tuple[str, str]
"""What a sort of file is called, and the endings of its names: ("Pictures", "*.png *.jpg")."""

_LONGEST_PART = 60


def file_to_open(
    above: QWidget, theme: Theme, title: str, *kinds: Kind, folder: Path | None = None
) -> Path | None:
    """The file chosen; None where none was. ``folder`` is shown first, else the home folder."""
    start, filters = str(folder or Path.home()), _filters(theme, kinds)
    name, _chosen = QFileDialog.getOpenFileName(above, theme.say(title), start, filters)
    return Path(name) if name else None


def files_to_open(above: QWidget, theme: Theme, title: str, *kinds: Kind) -> list[Path]:
    """The files chosen."""
    start, filters = str(Path.home()), _filters(theme, kinds)
    names, _chosen = QFileDialog.getOpenFileNames(above, theme.say(title), start, filters)
    return [Path(name) for name in names]


def folder_to_use(above: QWidget, theme: Theme, title: str) -> Path | None:
    """The folder chosen; None where none was."""
    name = QFileDialog.getExistingDirectory(above, theme.say(title), str(Path.home()))
    return Path(name) if name else None


def file_to_save(
    above: QWidget, theme: Theme, title: str, suggested: str, *kinds: Kind
) -> Path | None:
    """Where to save; None where nothing was chosen. The name always has the ending of a kind.

    An ending that was typed counts; the one that was only ``suggested`` gives way to that of the
    kind that was chosen.
    """
    start, filters = str(Path.home() / suggested), _filters(theme, kinds)
    name, chosen = QFileDialog.getSaveFileName(above, theme.say(title), start, filters)
    if not name:
        return None
    path, endings = Path(name), [ending.removeprefix("*") for _, ending in kinds]
    wanted = chosen.rpartition("(*")[2].removesuffix(")")
    if path.suffix.lower() not in endings:
        return path.with_name(path.name + (wanted if wanted in endings else endings[0]))
    if wanted in endings and path.suffix == Path(suggested).suffix:
        return path.with_suffix(wanted)
    return path


def dated_name(*parts: str, on: date) -> str:
    """A name for a file out of its parts, those that say nothing left out, and the day.

    What stands in it is kept as far as every system takes it in a file name.
    """
    words = ("-".join("".join(c if c.isalnum() else " " for c in part).split()) for part in parts)
    whole = "-".join(word[:_LONGEST_PART] for word in words if word)
    return f"{whole}-{on:%Y-%m-%d}"


def _filters(theme: Theme, kinds: tuple[Kind, ...]) -> str:
    return ";;".join(f"{theme.say(words)} ({endings})" for words, endings in kinds)
