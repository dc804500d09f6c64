"""Items of a flowing row are its own, whatever stood at their addresses before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.style.theme import Theme

MANY = 40


def test_a_row_outlives_the_layouts_whose_items_stood_where_its_own_stand(qtbot: QtBot) -> None:
    left, page = QWidget(), QWidget()
    for widget in (left, page):
        qtbot.addWidget(widget)
    column, moved = QVBoxLayout(left), []
    for _ in range(MANY):
        row, label = QHBoxLayout(), QLabel("by Dec 11")
        row.addWidget(label)
        column.addLayout(row)
        moved.append(label)
    flow = FlowLayout(Theme("light"), parent=page)
    for label in moved:
        label.setParent(page)  # Qt deletes the item that it had
    for place in range(MANY):
        flow.addWidget(QLabel(str(place)))
    Shiboken.delete(left)
    assert flow.count() == MANY
    assert flow.sizeHint().width() > MANY
