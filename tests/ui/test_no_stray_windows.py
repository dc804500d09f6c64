"""Nothing flashes as a window of its own and takes the keys while pages come and change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.settings import Settings
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.shell.window import MainWindow

NURSES, CLERKS, MILITARY = "29-1141.00", "43-4051.00", "55-1011.00"


class Watch(QObject):
    """Collects what is shown without a parent and is no window by intention."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        meant = isinstance(watched, (MainWindow, QDialog, QMenu))
        if event.type() != QEvent.Type.Show or meant or not isinstance(watched, QWidget):
            return False
        if watched.isWindow():
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_page_is_ever_a_window(qapp: QApplication, open_window: Open) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        window, desk = open_window(Settings(places=("4800000", "0600000")))
        desk.jobs.open(NURSES)
        for tab in range(len(PAGES)):
            desk.jobs.panes.set_tab(tab)
            settle()
            desk.keys.larger()
            settle()
        desk.jobs.open(MILITARY, beside=True)
        desk.jobs.panes.set_tab(2)
        desk.jobs.open(CLERKS)
        settle()
        desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
        desk.client.wait()
        for tab in range(len(PAGES)):
            desk.jobs.panes.set_tab(tab)
            settle()
        desk.counsel.show_matches()
        desk.keys.normal_size()
        settle()
        desk.keys.compare()
        settle()
        window.say("Nothing was lost.")
        settle()
        assert watch.found == []
        stray = LinkLabel("Zoom in", window.theme)
        stray.show()
        stray.hide()
        stray.deleteLater()
        assert watch.found == ["LinkLabel Zoom in"], "the watch itself sees one"
    finally:
        qapp.removeEventFilter(watch)
