"""What a finger does at the kiosk, and what stands on its screen."""

from __future__ import annotations

from kiosk_stations import until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from windows import settle

from counselor_app.client_texts import inventory_form
from counselor_app.domain.session.inventory import Answers
from counselor_app.kiosk.results import ResultsView
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import Overlay


def click(widget: QWidget) -> None:
    """As a finger does: through the window."""
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()


def said(within: QWidget) -> str:
    return " ".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def overlay(visit: Visit) -> Overlay:
    return next(one for one in visit.findChildren(Overlay) if one.isVisible())


def choose(visit: Visit, words: str) -> None:
    """Touch a button of the question on the screen, as soon as the question is there."""

    def asked() -> list[QAbstractButton]:
        shown = [one for one in visit.findChildren(Overlay) if one.isVisible()]
        buttons = [button for one in shown[:1] for button in one.findChildren(QAbstractButton)]
        return [button for button in buttons if button.text().startswith(words)]

    until(lambda: bool(asked()))
    click(asked()[0])


def answered(form: str = "short") -> Answers:
    answers = Answers(inventory_form("long" if form == "long" else "short"))
    for place, item in enumerate(answers.form.ids):
        answers = answers.answered(item, (place * 7 + place // 5) % 5).later(3)
    return answers


def give_scores(visit: Visit) -> ResultsView:
    """Answer everything; the results that are shown then."""
    visit.questions.keep(answers=answered())
    visit.questions.finish()
    until(lambda: isinstance(visit.page, ResultsView))
    assert isinstance(visit.page, ResultsView)
    return visit.page


def button(within: QWidget, words: str) -> QAbstractButton:
    """The button that shows some words, or is called by them; or begins with them."""
    return next(
        one for one in within.findChildren(QAbstractButton)
        if one.isVisible() and (one.text() or one.accessibleName()).startswith(words)
    )  # fmt: skip
