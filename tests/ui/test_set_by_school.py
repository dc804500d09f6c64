"""What the school has set stands in the window's dialogs, and cannot be changed there."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import dialog, keep, quick, texts, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from windows import Open, settle

from counselor_app.app import Application
from counselor_app.machine import BY_SCHOOL, Machine, load_machine
from counselor_app.settings import Settings, load
from counselor_app.ui.caseload.file_dialog import PARTS, FileDialog
from counselor_app.ui.occupation.places_dialog import PlacesDialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.printing.branding import BrandingDialog
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.menu import make_menu
from counselor_app.ui.shell.window import MainWindow

TEXAS, CLERKS = "4800000", "43-4051.00"
LOGO = Path(__file__).parents[2] / "resources" / "icons" / "counselor-64.png"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def notes(shown: QWidget) -> int:
    """How often it stands there that the school has set something."""
    found = [one for one in shown.findChildren(Prose) if one.isVisible()]
    return sum(one.text() == BY_SCHOOL for one in found)


def entries(menu: QMenu) -> dict[str, bool]:
    return {
        one.text().split("\t")[0]: one.isEnabled() for one in menu.actions() if one.text()
    }  # fmt: skip


def test_the_menu_shows_what_the_school_has_set_and_offers_the_rest(open_window: Open) -> None:
    machine = Machine(home="Texas", language="en", pack=LOGO, clients_file=False)
    _, desk = open_window(machine=machine)
    shown = entries(make_menu(desk, desk.keys))
    assert shown["Home area… (set by your school)"] is False
    assert shown["New data from a stick… (set by your school)"] is False
    assert shown["Clients… (set by your school)"] is False
    assert (shown["English"], shown["Español"], shown["Set by your school"]) == (False,) * 3
    assert shown["Places for pay…"] is True
    assert desk.places.home == TEXAS
    _, free = open_window()
    shown = entries(make_menu(free, free.keys))
    assert shown["Home area…"] is True
    assert not [words for words in shown if "school" in words]


def test_reports_keep_the_schools_name_logo_and_paper(open_window: Open, tmp_path: Path) -> None:
    machine = Machine(school="North High", logo=LOGO, paper="a4")
    window, desk = open_window(Settings(school="Mine", footer="Room 3"), machine=machine)
    desk.jobs.open(CLERKS)
    desk.keys.print_report()
    wait(window)
    printing = dialog(window, PrintDialog)
    assert printing.paper == "a4"
    assert not printing.papers.isEnabled()
    assert notes(printing) == 1
    printing.branding_wanted.emit()
    settle()
    asked = dialog(window, BrandingDialog)
    assert (asked.name.text(), asked.footer.text()) == ("North High", "Room 3")
    assert [one.isEnabled() for one in (asked.name, asked.footer, asked.choose, asked.remove)] == [
        False, True, False, False,
    ]  # fmt: skip
    assert notes(asked) == 2
    asked.footer.setText("Room 4")
    asked.use.click()
    wait(window)
    assert (printing.branding.name, printing.branding.footer) == ("North High", "Room 4")
    assert printing.branding.logo == LOGO.read_bytes()
    kept = load(tmp_path)[0]
    assert (kept.school, kept.footer, kept.logo, kept.paper) == ("Mine", "Room 4", False, "letter")
    printing.reject()


def test_lock_and_retention_show_the_schools_own_number(
    open_window: Open, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "counselor.toml"
    told.write_text("lock_minutes = 7\nretention_months = 18\n")
    monkeypatch.setenv("COUNSELOR_CONFIG", str(told))
    window, desk = open_window(clients=file, machine=load_machine())
    keep(window, desk, "RF-14")
    desk.caseload.show_file()
    settle()
    shown = dialog(window, FileDialog)
    assert desk.caseload.idle is not None
    assert desk.caseload.idle.minutes == 7
    for control, words in ((shown.minutes, "After 7 minutes"), (shown.months, "18 months")):
        assert control.text() == words
        assert not control.isEnabled()
    for place in (1, 2):
        shown.pages.set_index(place)
        shown.stack.setCurrentIndex(place)
        settle()
        assert notes(shown) == 1, PARTS[place]
    shown.reject()
    settle()


def test_a_clients_own_home_area_is_theirs_below_a_school_s(open_window: Open, file: Path) -> None:
    window, desk = open_window(clients=file, machine=Machine(home="Texas"))
    keep(window, desk, "RF-14")
    desk.choose_places.choose_home()
    settle()
    asked = dialog(window, PlacesDialog)
    assert asked.use.isEnabled()
    assert not asked.use_here.isEnabled()
    assert notes(asked) == 1
    asked.field.setText("Ohio")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    asked.use.click()
    settle()
    assert desk.places.home == "3900000"


def test_an_area_that_the_data_lacks_is_said(open_window: Open) -> None:
    _, desk = open_window(Settings(home=TEXAS), machine=Machine(home="Nowhere at all"))
    assert "'Nowhere at all' is not an area code" in desk.preferences.machine.trouble
    assert desk.places.home == TEXAS  # the user's own stands where the school's cannot


def test_the_window_says_what_is_wrong_and_opens(
    qtbot: object, seed_pack: Path, tmp_path: Path
) -> None:
    machine = Machine(school="North High", trouble="counselor.toml: paper is 3.")
    main = Application(seed_pack, tmp_path, None, machine=machine)
    main.window.show()
    main.start()
    settle()
    assert main.desk is not None
    assert "counselor.toml: paper is 3." in texts(main.window)
    assert main.desk.preferences.settings.school == "North High"
    window: MainWindow = main.window
    main.stop()
    window.close()
    window.deleteLater()
    settle()
