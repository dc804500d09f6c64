"""Home area, places and industries: chosen once in a dialog, shown everywhere, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from windows import Open, settle

from counselor_app.settings import Settings, load
from counselor_app.ui.charts.series import PlaceChip
from counselor_app.ui.occupation.places_dialog import PlacesDialog
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.style.theme import Appearance

# The offscreen platform says this of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CLERKS = "43-4051.00"
TEXAS, OHIO, CLEVELAND, HOSPITALS = "4800000", "3900000", "0017410", "622100"


def dialog_of(desk: Desk) -> PlacesDialog:
    return next(d for d in desk.window.findChildren(PlacesDialog) if d.isVisible())


def tick(dialog: PlacesDialog, text: str) -> None:
    """Type a name and click in the row of the first place found."""
    dialog.field.setText(text)
    settle()
    middle = dialog.list.visualItemRect(dialog.list.item(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert dialog.list.item(0).checkState() == Qt.CheckState.Checked


def box_contrast(dialog: PlacesDialog) -> int:
    """How much the edge of the first row's box differs from the row's ground, of 255."""
    row = dialog.list.visualItemRect(dialog.list.item(0))
    picture = dialog.list.viewport().grab(row).toImage()
    side = dialog.theme.px(26)
    gray = [qGray(picture.pixel(x, picture.height() // 2)) for x in range(side)]
    return max(gray) - min(gray)


def shown(desk: Desk) -> list[str]:
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    return [row.place for row in sheet.wages]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_an_empty_box_can_be_seen(open_window: Open, look: Appearance) -> None:
    window, desk = open_window(Settings(places=()))
    window.theme.set_appearance(look)
    desk.choose_places.choose_areas()
    settle()
    assert box_contrast(dialog_of(desk)) > 60


def test_the_home_area_comes_first_and_is_remembered(open_window: Open, tmp_path: Path) -> None:
    _, desk = open_window(Settings(places=(TEXAS,)))
    desk.jobs.open(CLERKS)
    desk.choose_places.choose_home()
    dialog = dialog_of(desk)
    tick(dialog, "ohio")
    tick(dialog, "cleveland, oh")
    assert dialog.said.text() == "First everywhere: Cleveland, OH"
    dialog.use.click()
    settle()
    assert shown(desk) == ["United States", "Cleveland, OH", "Texas"]
    assert desk.reference.lookup.home == CLEVELAND
    assert load(tmp_path)[0].home == CLEVELAND
    assert desk.preferences.settings.places == (TEXAS,)
    assert desk.comparison.codes() == (CLERKS,)


def test_a_home_that_the_pack_lacks_is_done_without(open_window: Open) -> None:
    _, desk = open_window(Settings(home="9999999", places=(TEXAS,)))
    desk.jobs.open(CLERKS)
    assert shown(desk) == ["United States", "Texas"]
    assert desk.reference.lookup.home == ""


def test_taking_the_home_chip_off_forgets_the_home(open_window: Open) -> None:
    _, desk = open_window(Settings(home=OHIO))
    desk.jobs.open(CLERKS)
    desk.jobs.panes.set_tab(2)
    settle()
    chips = desk.jobs.panes.first.strip.findChildren(PlaceChip)
    next(chip for chip in chips if chip.text() == "Ohio").click()
    settle()
    assert shown(desk) == ["United States"]
    assert desk.preferences.settings.home == ""


def test_industries_and_places_are_chosen_apart_and_kept_together(open_window: Open) -> None:
    _, desk = open_window(Settings(places=(TEXAS,)))
    desk.jobs.open(CLERKS)
    desk.choose_places.choose_industries()
    tick(dialog_of(desk), "general medical")
    dialog_of(desk).use.click()
    settle()
    assert desk.preferences.settings.places == (TEXAS, HOSPITALS)
    desk.choose_places.choose_areas()
    dialog = dialog_of(desk)
    tick(dialog, "ohio")
    dialog.use.click()
    settle()
    assert shown(desk) == [
        "United States", "Texas", "Ohio", "General Medical and Surgical Hospitals",
    ]  # fmt: skip
    assert not [d for d in desk.window.findChildren(QDialog) if d.isVisible()]


def test_more_places_than_fit_are_refused_in_words(open_window: Open) -> None:
    _, desk = open_window()
    desk.choose_places.choose_areas()
    dialog = dialog_of(desk)
    for name in ("ohio", "texas", "utah", "iowa", "maine", "idaho"):
        tick(dialog, name)
    assert dialog.said.text() == "At most 5 fit beside the nation; take some off."
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_a_home_that_is_no_code_sets_the_settings_aside(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"home": 5}', encoding="utf-8")
    settings, said = load(tmp_path)
    assert settings == Settings()
    assert "home should be text" in said
    assert (tmp_path / "settings.broken.json").exists()


def test_no_place_is_named_twice(open_window: Open) -> None:
    _, desk = open_window(Settings(places=()))
    desk.choose_places.choose_areas()
    dialog = dialog_of(desk)
    dialog.field.setText("eastern ohio")
    assert [dialog.list.item(0).text()] == ["Eastern Ohio nonmetropolitan area"]
    dialog.field.setText("cleveland, oh")
    assert dialog.list.item(0).text() == "Cleveland, OH (metropolitan area)"
