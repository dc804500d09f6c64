"""A client rates their skills; each job shows what is met, what is to build, what is unsure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.client_texts import rating_questions
from counselor_app.domain.fit.gap import gap_sentence, skill_gap
from counselor_app.domain.fit.similarity import Demand
from counselor_app.domain.session.client import Client, demands_of, to_rate
from counselor_app.store.matching import demands
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.counsel.one_by_one import OneByOne
from counselor_app.ui.counsel.rating import rating_screen
from counselor_app.ui.occupation.skills import SkillsPage
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.style.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NURSES, CLERKS = "29-1141.00", "43-4051.00"


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[OneByOne]:
    made = rating_screen(list(rating_questions().values())[:3], {}, "?", Theme("light"), None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.resize(1000, 800)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


def press(screen: OneByOne, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.focusWidget() or screen, key)


def skills(desk: Desk) -> SkillsPage:
    page = desk.jobs.panes.first.page()
    assert isinstance(page, SkillsPage)
    return page


def client(pack: Pack) -> Client:
    """A client a level below the nurses in one half of what matters, above in the other."""
    asked = demands_of(read_sheet(pack, NURSES))
    levels = {
        element: min(max((asked[element].level or 0) + (3 if place % 2 else -1.5), 0), 7)
        for place, element in enumerate(to_rate(read_sheet(pack, NURSES))[:20])
    }
    return Client("RF-14", levels=levels)


@pytest.mark.parametrize("code", [NURSES, CLERKS, "47-2111.00", "13-1199.05", "55-1011.00"])
def test_the_sheet_and_the_pack_ask_the_same(pack: Pack, code: str) -> None:
    """The gap in the window and the similarity on the command line start from equal demands."""

    def compared(asked: dict[str, Demand]) -> dict[str, Demand]:
        # Of a level that is not relevant nothing else is used.
        return {
            element: demand if demand.level is not None else demand._replace(low_precision=False)
            for element, demand in asked.items()
        }

    assert compared(demands_of(read_sheet(pack, code))) == compared(demands(pack, code))


def test_what_matters_most_is_asked_first(pack: Pack) -> None:
    sheet = read_sheet(pack, NURSES)
    asked = demands_of(sheet)
    order = to_rate(sheet)
    values = [asked[element].importance for element in order]
    assert values == sorted(values, reverse=True)
    assert min(values) >= 3
    assert set(order) <= set(rating_questions())


def test_keys_rate_leave_out_and_go_back(screen: OneByOne) -> None:
    first, second, third = (question.key for question in screen.questions)
    press(screen, Qt.Key.Key_4, Qt.Key.Key_S, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert screen.place == 0
    assert [button.isChecked() for button in screen.choices].index(True) == 4
    press(screen, Qt.Key.Key_5, Qt.Key.Key_0)
    assert screen.given == {first: 5, second: 0}
    kept: list[dict[str, float]] = []
    screen.kept.connect(kept.append)
    press(screen, Qt.Key.Key_7)
    assert kept == [{first: 5, second: 0, third: 7}]
    assert screen.isVisible(), "it says that all is asked"
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "All is asked: 3 of 3 answered, and kept." in said
    press(screen, Qt.Key.Key_7, Qt.Key.Key_S)
    assert screen.given == {first: 5, second: 0, third: 7}
    press(screen, Qt.Key.Key_Return)
    assert not screen.isVisible()


def test_keys_after_the_last_rating_do_not_go_into_the_search(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.client.set(Client("RF-14"))
    desk.counsel.rate_skills()
    settle()
    asking = next(one for one in window.findChildren(OneByOne) if one.isVisible())
    for _ in range(len(asking.questions) + 3):
        QTest.keyClicks(QApplication.focusWidget() or asking, "4")
        settle()
    assert asking.isVisible()
    assert window.search.text() == ""
    assert len(desk.client.client.levels) == len(asking.questions)


def test_each_level_shows_its_example_and_fits_a_finger(screen: OneByOne) -> None:
    anchors = next(iter(rating_questions().values())).anchors
    assert [screen.choices[level].text() for level in (2, 4, 6)] == list(anchors)
    assert all(button.height() >= 44 for button in screen.choices)
    assert "not a measurement" in " ".join(label.text() for label in screen.findChildren(QLabel))


def test_rating_from_the_skills_tab_gives_the_gap(open_window: Open, pack: Pack) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.panes.set_tab(1)
    settle()
    strip = skills(desk).strip
    assert strip is not None
    assert not strip.rate.isVisible()
    desk.client.set(Client("RF-14"))
    settle()
    assert strip.rate.isVisible()
    assert not strip.gap.isVisible()
    strip.rate.click()
    settle()
    asking = window.findChild(OneByOne)
    assert [q.key for q in asking.questions] == list(to_rate(read_sheet(pack, NURSES)))
    press(asking, Qt.Key.Key_2, Qt.Key.Key_6, Qt.Key.Key_Escape)
    settle()
    levels = desk.client.client.levels
    assert sorted(levels.values()) == [2, 6]
    assert strip.gap.isVisible()
    said = gap_sentence(skill_gap(demands_of(read_sheet(pack, NURSES)), levels))
    assert said in skills(desk).note()


def test_what_to_build_first_is_the_real_gaps_in_order(open_window: Open, pack: Pack) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)
    desk.client.set(client(pack))
    desk.jobs.panes.set_tab(1)
    strip = skills(desk).strip
    assert strip is not None
    strip.gap.click()
    settle()
    gap = skill_gap(demands_of(read_sheet(pack, NURSES)), client(pack).levels)
    assert gap.build_first
    body = skills(desk).widget()
    tables = {table.accessibleName(): table for table in body.findChildren(DataTable)}
    model = tables["What to build first"].model()
    shown = [model.index(row, 0).data().removesuffix(" ≈") for row in range(model.rowCount())]
    assert shown == [one.name for one in gap.build_first]
    products = [one.importance * one.gap for one in gap.build_first]
    assert products == sorted(products, reverse=True)
    noise = {one.name for one in (*gap.within_error, *gap.no_claim)}
    assert noise.isdisjoint(shown)
    words = " ".join(label.text() for label in body.findChildren(QLabel))
    assert all(name in words for name in (*gap.met, *gap.not_rated))
    desk.jobs.open(CLERKS, beside=True)
    settle()
    second = desk.jobs.panes.second.page()
    assert second.options == skills(desk).options


def test_without_an_error_no_gap_is_claimed(pack: Pack) -> None:
    asked = demands_of(read_sheet(pack, NURSES))
    bare = {element: demand._replace(se=None) for element, demand in asked.items()}
    gap = skill_gap(bare, client(pack).levels)
    assert gap.no_claim
    assert not gap.build_first


def test_levels_are_kept_when_scores_change(open_window: Open, pack: Pack) -> None:
    _, desk = open_window()
    desk.client.set(client(pack))
    desk.client.set(replace(desk.client.client, name="B"))
    assert desk.client.client.levels == client(pack).levels
    desk.counsel.clear()
    assert not desk.client.client.levels
