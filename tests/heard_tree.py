"""What a screen reader finds in a window: a walk of Qt's tree, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter
from PySide6.QtWidgets import QDialog, QScrollBar, QWidget
from windows import walk

R = QAccessible.Role
NAMED = (
    R.Button, R.ButtonMenu, R.RadioButton, R.CheckBox, R.EditableText, R.ComboBox, R.List,
    R.ListItem, R.Table, R.ColumnHeader, R.PageTab, R.ProgressBar, R.Heading, R.Dialog, R.Graphic,
)  # fmt: skip
NO_ROLE = (R.Client, R.NoRole)
LONGEST = 1200
"""Letters of a name: the sentence of a chart of pay in four places has a thousand."""

_NUMBER = re.compile(r"[$+−]?\d[\d,.]*%?")
_SCALES = re.compile(r"\$0|\$\d+k|\d+(?: years| años)?")
_PAINTED = QPainter.drawText


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def heard(root: QWidget) -> str:
    """All that can be heard of a widget, one blank between words."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    nodes = walk(QAccessible.queryAccessibleInterface(root))
    return " ".join(" ".join(node.text(kind) for node in nodes for kind in kinds).split())


def wrong(root: QWidget) -> list[str]:
    """What has no name, no role or too long a name; dialogs that are none."""
    found = []
    for node in walk(QAccessible.queryAccessibleInterface(root)):
        owner, role, name, state = node.object(), node.role(), name_of(node), node.state()
        kind = f"{role.name} {type(owner).__name__}"
        if isinstance(owner, QScrollBar):
            continue
        if (role in NAMED or state.focusable) and not name.strip() and role != R.Cell:
            found.append(f"no name: {kind}")
        if role in NO_ROLE and (state.focusable or (name and owner is not root)):
            found.append(f"no role: {kind} {name[:60]}")
        if len(name) > LONGEST:
            found.append(f"too long: {kind} {name[:60]}")
        if isinstance(owner, QDialog) and not (role == R.Dialog and state.modal):
            found.append(f"no modal dialog: {kind} {name}")
    return found


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Every text that is drawn by hand meanwhile."""
    words: set[str] = set()

    def record(painter: QPainter, *given: object) -> object:
        words.update(one for one in given if isinstance(one, str))
        return _PAINTED(painter, *given)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", record)
        yield words


def unheard(words: set[str], root: QWidget) -> list[str]:
    """Texts with a number that were drawn and cannot be heard; ends of scales are none."""
    return unsaid(words, heard(root))


def unsaid(words: Iterable[str], said: str) -> list[str]:
    """Texts with a number that are not in what is said, one blank between words."""
    return sorted(
        text
        for text in words
        if not _SCALES.fullmatch(text)
        and " ".join(text.split()) not in said
        and any(number not in said for number in _NUMBER.findall(text))
    )
