"""The window does what a counselor asks of it with the keyboard and the mouse."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.app import Application
from counselor_app.settings import Settings
from counselor_app.ui.occupation.key_facts import key_facts
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.focus import focusable

NURSES, CLERKS = "29-1141.00", "43-4051.00"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(desk: Desk) -> list[str]:
    return [p.sheet.occupation.code for p in desk.jobs.panes.panes if p.sheet]


def press(window: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


def test_the_key_facts_are_the_nations_even_with_a_home_area(open_window: Open) -> None:
    _, desk = open_window(Settings(places=("4800000",)))
    desk.jobs.open(CLERKS)
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert {fact.label: fact.words for fact in key_facts(sheet)} == {
        "Median pay": "$44,770",
        "Ten-year change": "−5.5%",
        "Openings a year": "341,700",
        "Usual way in": "High school diploma",
    }
    assert desk.jobs.panes.first.head.facts.facts() == key_facts(sheet)
    assert (
        "Median pay: $44,770, a year, May 2025" in desk.jobs.panes.first.head.facts.accessibleName()
    )


def test_typing_anywhere_searches_and_enter_opens(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.panes.first.head.tabs.setFocus()
    QTest.keyClicks(desk.jobs.panes.first.head.tabs, "c")
    assert window.search.hasFocus()
    assert window.search.text() == "c"
    QTest.keyClicks(window.search, "ustomer service rep")
    press(window, Qt.Key.Key_Return)
    assert shown(desk) == [CLERKS]


def test_ctrl_enter_opens_beside_and_linked_panes_share_the_tab(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    QTest.keyClicks(window.search, "customer service rep")
    press(window, Qt.Key.Key_D, CONTROL)
    assert shown(desk) == [NURSES, CLERKS]
    press(window, Qt.Key.Key_3, CONTROL)
    assert [pane.tab for pane in desk.jobs.panes.panes] == [2, 2]
    press(window, Qt.Key.Key_L, CONTROL | SHIFT)
    press(window, Qt.Key.Key_5, CONTROL)
    assert [pane.tab for pane in desk.jobs.panes.panes] == [2, 4]
    press(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert len({pane.tab for pane in desk.jobs.panes.panes}) == 1


def test_open_beside_asks_for_the_other_occupation(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    qtbot.mouseClick(desk.jobs.panes.first.head.beside, Qt.MouseButton.LeftButton)
    assert window.search.hasFocus()
    QTest.keyClicks(window.search, "43-4051")
    press(window, Qt.Key.Key_Return)
    assert shown(desk) == [NURSES, CLERKS]
    press(window, Qt.Key.Key_W, CONTROL)
    assert shown(desk) == [NURSES]


def test_closing_the_first_pane_keeps_the_second(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    desk.jobs.panes.close_pane(0)
    settle()
    assert shown(desk) == [CLERKS]
    assert desk.jobs.panes.first.head.isVisible()
    assert desk.jobs.panes.first.page().isVisible()
    desk.jobs.open(NURSES, beside=True)
    assert shown(desk) == [CLERKS, NURSES]


def test_back_names_where_it_leads_and_escape_stays(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS)
    settle()
    head = desk.jobs.panes.first.head
    head.tabs.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert shown(desk) == [CLERKS]
    assert head.back.text() == "Registered Nurses"
    head.back.click()
    settle()
    assert shown(desk) == [NURSES]
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(desk) == [CLERKS]


def test_the_shortlist_opens_and_drops_occupations(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    press(window, Qt.Key.Key_S, CONTROL)
    assert desk.shortlist.codes == (NURSES,)
    assert desk.sidebar.shortlist.isVisible()
    desk.jobs.open(CLERKS)
    desk.sidebar.shortlist.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert shown(desk) == [NURSES]
    press(window, Qt.Key.Key_S, CONTROL)
    assert desk.shortlist.codes == ()
    assert not desk.sidebar.shortlist.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("two", [False, True])
def test_tab_reaches_every_control_once_and_comes_around(
    open_window: Open, scale: float, two: bool
) -> None:
    window, desk = open_window(scale=scale)
    desk.jobs.open(CLERKS)
    if two:
        desk.jobs.open(NURSES, beside=True)
    settle()
    able = {w for part in window.regions() for w in focusable(part)}
    assert able
    window.search.setFocus()
    seen = []
    for _ in range(len(able)):
        seen.append(window.focusWidget())
        press(window, Qt.Key.Key_Tab)
    assert set(seen) == able
    assert window.focusWidget() is window.search


def test_f6_walks_the_regions(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    regions = []
    for _ in range(6):
        press(window, Qt.Key.Key_F6)
        focus = window.focusWidget()
        regions.append(next(r for r in window.regions() if r is focus or r.isAncestorOf(focus)))
    assert desk.sidebar in regions
    assert desk.jobs.panes.first.head in regions
    assert window.footer in regions


def test_text_size_is_kept_for_the_next_start(open_window: Open, tmp_path: Path) -> None:
    window, _ = open_window()
    before = window.search.font().pointSizeF()
    press(window, Qt.Key.Key_Plus, CONTROL)
    assert window.theme.scale == pytest.approx(1.1)
    assert window.search.font().pointSizeF() == pytest.approx(1.1 * before, rel=0.01)
    assert json.loads((tmp_path / "settings.json").read_text())["scale"] == pytest.approx(1.1)
    press(window, Qt.Key.Key_0, CONTROL)
    assert window.theme.scale == 1.0


@pytest.mark.parametrize("size", [(1024, 640), (1440, 900), (1920, 1200)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_overlaps_and_heads_are_whole(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    _, desk = open_window(scale=scale, size=size)
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    settle()
    for pane in desk.jobs.panes.panes:
        parts = [part for part in pane.widgets() if part.isVisible()]
        for one, other in pairwise(parts):
            assert not one.geometry().intersects(other.geometry())
        title = pane.head.title
        assert title.height() >= title.heightForWidth(title.width())
        facts = pane.head.facts
        if facts.isVisible():
            assert facts.height() >= facts.heightForWidth(facts.width())
            assert all(facts.rect().contains(m.rect.toAlignedRect()) for m in facts.marks())
    widths = {pane.head.width() for pane in desk.jobs.panes.panes}
    assert max(widths) - min(widths) <= 1


@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.5), ((1366, 768), 2.0)])
def test_a_head_beside_the_list_is_whole_in_large_text(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    _, desk = open_window(scale=scale, size=size)
    for code in (CLERKS, "29-1141.00", "25-1041.00"):
        desk.jobs.open(code)
        settle()
        head = desk.jobs.panes.first.head
        assert head.title.height() >= head.title.heightForWidth(head.title.width())
        for button in (head.star, head.beside):
            assert button.width() >= button.sizeHint().width()


def test_every_tab_shows_for_occupations_without_data(open_window: Open) -> None:
    _, desk = open_window()
    # Legislators and trappers have no wage or no projection, in a way of their own each.
    unpublished = ("11-1031.00", "45-3031.00", "55-1011.00")
    for code in (*unpublished, "43-9199.00", "25-1011.00", "27-2011.00", "29-1141.01"):
        desk.jobs.open(code)
        for tab in range(len(PAGES)):
            desk.jobs.panes.set_tab(tab)
            settle()  # what lies below is filled in after the first frame
            assert desk.jobs.panes.first.page().sheet is desk.jobs.panes.first.sheet
            assert desk.jobs.panes.first.page().widget() is not None


def test_places_are_remembered_and_used(open_window: Open, tmp_path: Path) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.places.set_areas(["4800000"])
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert [row.place for row in sheet.wages] == ["United States", "Texas"]
    assert json.loads((tmp_path / "settings.json").read_text())["places"] == ["4800000"]


def test_a_place_that_the_pack_lacks_is_left_out(open_window: Open) -> None:
    window, desk = open_window(Settings(places=("9999999", "4800000")))
    desk.jobs.open(CLERKS)
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert [row.place_code for row in sheet.wages] == ["0000000", "4800000"]
    assert not any("9999999" in part.accessibleName() for part in window.regions())


def test_a_broken_settings_file_is_set_aside_and_said(
    qtbot: QtBot, seed_pack: Path, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text("{broken")
    main = Application(seed_pack, tmp_path)
    main.window.show()
    main.start()
    settle()
    bar = main.window.regions()[2]
    assert "settings could not be read" in bar.accessibleName()
    assert (tmp_path / "settings.broken.json").read_text() == "{broken"
    main.window.close()
    main.window.retire()
    main.window.deleteLater()
    settle()


def test_a_file_that_is_no_pack_is_said_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.sqlite"
    wrong.write_text("these are notes")
    main = Application(wrong, tmp_path)
    main.window.show()
    main.start()
    settle()
    said = [p.accessibleName() for p in main.window.regions() if "Problem" in p.accessibleName()]
    assert len(said) == 1
    assert "notes.sqlite" in said[0]
    main.window.close()
    main.window.deleteLater()
    settle()


def test_closing_leaves_no_widgets_timers_or_threads(
    open_window: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    import threading

    before = set(QApplication.topLevelWidgets())
    threads = threading.active_count()
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    for tab in range(5):
        desk.jobs.panes.set_tab(tab)
    window.retire()
    window.close()
    settle()
    left = {w for w in QApplication.topLevelWidgets() if w.isVisible()} - before
    assert left == set()
    assert threading.active_count() == threads
    assert window.content is None


def test_a_letter_typed_into_a_text_field_stays_there(open_window: Open) -> None:
    window, _ = open_window()
    field = QTextEdit(window)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "note")
    assert field.toPlainText() == "note"
    assert window.search.text() == ""
