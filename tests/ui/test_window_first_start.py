"""The first start prepares the data in view and can be stopped; damage is said and mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from windows import living, settle

from counselor_app.app import Application
from counselor_app.ui.parts.news import News


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The program on a computer where it has never run."""
    monkeypatch.setenv("COUNSELOR_DATA", str(tmp_path))
    with living(Application(None, tmp_path)) as main:
        yield main


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[None]:
    """As where a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_the_first_start_can_be_stopped_and_leaves_nothing(
    fresh: Application, qtbot: QtBot, tmp_path: Path, heard: None
) -> None:
    window = fresh.window
    fresh.start()
    qtbot.waitUntil(lambda: "Preparing" in window.welcome.title.text(), timeout=30_000)
    window.search.setText("welder")  # the field is usable meanwhile
    window.welcome.acted.emit()
    qtbot.waitUntil(lambda: "not ready" in window.welcome.title.text(), timeout=60_000)
    assert "nothing was left behind" in window.welcome.hint.text()
    news = window.findChild(News)
    assert isinstance(news, News)
    said = "The occupation data is not ready. You stopped the preparation; nothing was left behind."
    qtbot.waitUntil(lambda: news.accessibleName() == said)
    assert list(tmp_path.iterdir()) == []
    assert window.content is None
    assert window.search.text() == "welder"


def test_a_damaged_pack_is_said_and_offered_anew(
    fresh: Application, qtbot: QtBot, seed_pack: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(seed_pack.read_bytes()[:100_000])
    fresh.window.furnish()
    fresh._open(damaged)
    settle()
    said = [p for p in fresh.window.regions() if p.accessibleName().startswith("Problem")]
    assert len(said) == 1
    assert "cannot be read" in said[0].accessibleName()
    assert "Your settings are kept" in said[0].accessibleName()
    assert said[0].action.text() == "Build it again"
    assert fresh.window.content is None
