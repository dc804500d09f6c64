"""Searching in a session: wide, in words, of the home area; and a way on where nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import keep, quick, wait
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from windows import Open

from counselor_app.settings import Settings

OHIO = "3900000"
CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def test_rows_tell_pay_at_home_outlook_and_schooling_in_words(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(Settings(home=OHIO), clients=file)
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse practitioners")
    sidebar = desk.sidebar
    row = next(row for row in sidebar.results.row_model.rows() if row.code == "29-1171.00")
    pay = desk.reference.pay(OHIO)[row.code][1]
    assert row.facts == (pay, "Growing fast", "Master’s")
    assert sidebar.counted.text() == "Pay in Ohio"
    assert sidebar.width() == 820
    desk.clients_file.session.leave()  # type: ignore[union-attr]
    wait(window)
    window.search.setText("nurse practitioners")
    row = next(row for row in sidebar.results.row_model.rows() if row.code == "29-1171.00")
    assert row.facts[2] == "Zone 5", "without a client it is a reference book"
    assert sidebar.width() == 316


def test_what_no_job_is_called_by_goes_to_the_plan_or_leads_to_the_families(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("qqqqxz")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert not window.search.text()
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    assert [(n.text, n.reader) for n in record.notes] == [("Look up together: qqqqxz", "client")]
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("qqqqxz")
    hands.key(Qt.Key.Key_Return)
    rows = desk.sidebar.results.row_model.rows()
    assert desk.sidebar.isVisible()
    assert "Legal" in [row.title for row in rows]


def test_a_page_pasted_by_mistake_is_no_heading(open_window: Open) -> None:
    window, desk = open_window()
    QApplication.clipboard().setText("likes to work outdoors " * 450)
    window.search.setFocus()
    window.search.paste()
    assert len(window.search.text()) == 200
    assert len(desk.sidebar.heading.text()) < 140
    assert desk.sidebar.heading.height() < 80
