"""Appearance and text size reach every widget and last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from counselor_app.errors import UserError
from counselor_app.settings import Settings, load, save
from counselor_app.ui.shell.message_bar import MessageBar
from counselor_app.ui.style.icons import program_icon
from counselor_app.ui.style.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, TEXT_SCALES, Theme


def test_the_theme_changes_colors_sizes_and_says_so(qapp: QApplication) -> None:
    theme, told = Theme("light"), []
    theme.changed.connect(lambda: told.append(theme.scale))
    before = theme.font("body").pointSizeF()
    theme.set_appearance("dark")
    assert theme.tokens is DARK
    theme.set_scale(2.0)
    assert theme.px(100) == 200
    assert theme.font("body").pointSizeF() == pytest.approx(2 * before)
    theme.set_scale(2.0)
    assert len(told) == 2
    theme.set_appearance("light")
    assert theme.tokens is LIGHT
    theme.set_appearance("contrast")
    assert theme.tokens in (HIGH_LIGHT, HIGH_DARK)  # as the desktop is


def test_steps_stay_between_100_and_200_percent(qapp: QApplication) -> None:
    theme = Theme("light")
    for _ in range(20):
        theme.step_scale(1)
    assert theme.scale == TEXT_SCALES[-1] == 2.0
    for _ in range(20):
        theme.step_scale(-1)
    assert theme.scale == 1.0
    theme.set_scale(1.5)
    theme.step_scale(0)
    assert theme.scale == 1.0


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    kept = Settings(places=("4800000", "0012420"), appearance="dark", scale=1.5, paper="a4")
    save(kept, tmp_path)
    assert load(tmp_path) == (kept, "")
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"scale": 9}', '{"places": "Texas"}', '{"appearance": "pink"}', "\x00"]
)
def test_broken_settings_are_kept_and_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    settings, message = load(tmp_path)
    assert settings == Settings()
    assert "settings.broken.json" in message
    assert (tmp_path / "settings.broken.json").read_text() == text


def test_settings_of_a_later_version_are_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"scale": 1.25, "color": "blue"}')
    assert load(tmp_path) == (Settings(scale=1.25), "")


def test_an_unwritable_folder_is_said_in_words(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("x")
    with pytest.raises(UserError, match="could not be saved"):
        save(Settings(), taken)


def test_the_programs_icon_is_there_in_every_size(qapp: QApplication) -> None:
    icon = program_icon()
    for side in (16, 32, 48, 256):
        picture = icon.pixmap(QSize(side, side), 1.0).toImage()
        assert picture.size() == QSize(side, side)
        assert picture.pixelColor(side // 2, 1).name() == "#0a5a9c"
        assert picture.pixelColor(0, 0).alpha() < 255  # rounded


def test_news_is_no_problem(qapp: QApplication) -> None:
    theme = Theme("light")
    problem = MessageBar("The disk is full.", theme)
    news = MessageBar("A was cleared.", theme, problem=False)
    assert problem.accessibleName() == "Problem: The disk is full."
    assert news.accessibleName() == "Notice: A was cleared."
    grounds = []
    for bar in (problem, news):
        bar.resize(500, 50)
        grounds.append(bar.grab().toImage().pixelColor(490, 2).name())
    assert grounds == [theme.tokens.notice.name(), theme.tokens.accent_soft.name()]
