"""Under the pseudo-language every word of a page is in brackets, or is data."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from windows import Open, settle

from counselor_app.language import language
from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.occupation.pages import PAGES

JOB = "29-1141.00"
UNFINISHED = frozenset({PAGES.index(FitPage)})
"""Tabs whose words are not marked yet."""

PUBLISHED = {
    "source": ("label", "programme", "publisher", "release"),
    "occupation": ("title", "soc_title", "family", "description"),
    "published": ("title",),
    "element": ("name",),
    "tool": ("name",),
    "task": ("text",),
    "area": ("name", "postal"),
    "industry": ("name",),
    "factor": ("industry", "text"),
    "program": ("title",),
    "plain_text": ("text",),
    "handbook": ("title",),
    "job_title": ("title", "short"),
}
"""Columns of the pack whose text is shown as it was published."""

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_MARKUP = re.compile(r"<[^>]*>")
_NUMBERED = re.compile(r"^\d+\. ")
_WORD = re.compile(r"[^\W\d_]{3,}")
_JOINING = frozenset({"and", "then", "NET", "OEWS", "May"})
_PAINTED = QPainter.drawText


@pytest.fixture(scope="module")
def published(seed_pack: Path) -> frozenset[str]:
    """Every published name and sentence."""
    found: set[str] = set()
    with closing(sqlite3.connect(f"{seed_pack.as_uri()}?mode=ro", uri=True)) as database:
        for table, columns in PUBLISHED.items():
            for column in columns:
                query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
                found |= {str(text) for (text,) in database.execute(query)}
    return frozenset(found)


def outside(text: str, published: frozenset[str]) -> str:
    """What of a text is neither said nor data; "" where nothing is."""
    rest = _NUMBERED.sub("", _MARKUP.sub("", text))
    while _BRACKETS.search(rest):
        rest = _BRACKETS.sub("", rest)
    pieces = [piece.strip(" .–·:;,") for piece in re.split(r"[\n\t;:·]", rest)]
    return "; ".join(
        piece
        for piece in pieces
        if {*_WORD.findall(piece)} - _JOINING
        and not ({rest, rest.strip(" .:")} & published or _data(piece, published))
    )


def _data(text: str, published: frozenset[str]) -> bool:
    """Whether a text is published names, one after another with commas between."""
    if {text, text + "."} & published or not {*_WORD.findall(text)} - _JOINING:
        return True
    ends = [at.start() for at in re.finditer(", ", text)]
    return any(
        _data(text[:end], published) and _data(text[end + 2 :], published) for end in ends[:1]
    ) or any(text[:end] in published and _data(text[end + 2 :], published) for end in ends)


def words_of(widget: QWidget) -> Iterator[str]:
    """What a widget shows or speaks."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model, role = view.model(), Qt.ItemDataRole
    table = isinstance(view, QTableView)
    for column in range(model.columnCount()) if table else (0,):
        if table:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            index = model.index(row, column)
            for asked in (role.DisplayRole, role.AccessibleTextRole):
                yield str(index.data(asked) or "")


def unsaid(root: QWidget, published: frozenset[str]) -> list[str]:
    """Texts of the visible widgets under ``root`` with words outside the brackets."""
    own = [root, *root.findChildren(QWidget)]
    shown = [widget for widget in own if widget.isVisible()]
    texts = {(type(widget).__name__, text) for widget in shown for text in words_of(widget)}
    # A tab that is not marked yet names itself.
    left = {str(PAGES[tab].title) for tab in UNFINISHED}
    return sorted(
        f"{kind}: {words}"
        for kind, text in texts
        if text not in left and (words := outside(text, published))
    )


def test_every_word_of_the_tabs_is_said_or_is_data(
    open_window: Open, published: frozenset[str]
) -> None:
    _window, desk = open_window(language=language("pseudo"))
    desk.jobs.open(JOB)
    escaped = {}
    for tab in range(len(PAGES)):
        if tab in UNFINISHED:
            continue
        desk.jobs.panes.set_tab(tab)
        settle()
        escaped[PAGES[tab].__name__] = unsaid(desk.jobs.panes, published)
    assert {page: words for page, words in escaped.items() if words} == {}


def test_what_is_painted_is_said_too(
    open_window: Open, published: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: set[str] = set()

    def record(painter: QPainter, *given: object) -> object:
        painted.update(one for one in given if isinstance(one, str))
        return _PAINTED(painter, *given)  # type: ignore[call-overload]

    _window, desk = open_window(language=language("pseudo"))
    desk.jobs.open(JOB)
    for tab in {*range(len(PAGES))} - UNFINISHED:
        desk.jobs.panes.set_tab(tab)
        settle()
        with monkeypatch.context() as patched:  # the rest of the window paints meanwhile
            patched.setattr(QPainter, "drawText", record)
            desk.jobs.panes.grab()
            desk.jobs.panes.pane.page().widget().grab()
    # A line that wraps has only one end of its brackets; what has neither was never said.
    bare = {t for t in painted if not re.search(r"[\[\]~áéíóúñç]", t) and len(t.split()) < 4}
    left = {str(PAGES[tab].title) for tab in UNFINISHED}
    parts = "\n".join(published)
    assert painted - bare
    assert sorted(t for t in bare - left if outside(t, published) and t not in parts) == []


def test_the_check_finds_what_is_not_said(published: frozenset[str]) -> None:
    assert outside("Median pay", published) == "Median pay"
    assert outside("[Médíáñ páy~~]: $97,550", published) == ""
    assert outside("[Médíáñ páy~~], Registered Nurses", published) == ""
    assert outside("[[á yéár~]~], all jobs", published) == "all jobs"
