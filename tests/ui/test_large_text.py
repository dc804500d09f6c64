"""Text at 200 % on a small screen: the figures stay readable, nothing lies on anything."""

from __future__ import annotations

import pytest
from windows import Open, settle

from counselor_app.settings import Settings
from counselor_app.ui.pages import PAGES
from counselor_app.ui.widgets.amount_field import AmountField

NURSES, CLERKS = "29-1141.00", "43-4051.00"
TEXAS, CALIFORNIA = "4800000", "0600000"
SALARY = 2
SMALL = (1366, 768)
CHOSEN = Settings(places=(TEXAS, CALIFORNIA))


@pytest.mark.parametrize("beside", [False, True])
def test_every_page_has_a_third_of_the_window(open_window: Open, beside: bool) -> None:
    window, desk = open_window(CHOSEN, scale=2.0, size=SMALL)
    desk.open(NURSES)
    if beside:
        desk.open(CLERKS, beside=True)
    for tab in range(len(PAGES)):
        desk.panes.set_tab(tab)
        settle()
        for pane in desk.panes.panes:
            assert pane.stack.height() >= window.height() / 3, PAGES[tab].title
            facts = pane.head.facts
            assert facts.isVisible()
            assert [mark.name for mark in facts.marks()][:3] == [
                "Median pay", "Ten-year change", "Openings a year",
            ]  # fmt: skip
            assert all(mark.rect.right() <= facts.width() for mark in facts.marks())


@pytest.mark.parametrize("places", [(TEXAS, CALIFORNIA), (TEXAS, CALIFORNIA, "3600000", "1200000")])
def test_what_a_page_shows_is_chosen_on_demand(open_window: Open, places: tuple[str, ...]) -> None:
    _, desk = open_window(Settings(places=places), scale=2.0, size=SMALL)
    desk.open(NURSES)
    desk.panes.set_tab(SALARY)
    settle()
    pane = desk.panes.first
    assert not pane.strip.isVisible()
    pane.head.options.click()
    settle()
    assert pane.strip.isVisible()
    assert pane.stack.height() > 80
    target = pane.strip.findChildren(AmountField)[0]
    target.setFocus()
    desk.window_.focusNextPrevChild(False)
    desk.window_.focusNextPrevChild(True)  # as the Tab key comes to it
    settle()
    assert target.visibleRegion().boundingRect().height() == target.height(), "cut off"
    desk.panes.set_tab(0)
    desk.panes.set_tab(SALARY)
    settle()
    assert not pane.strip.isVisible(), "closed again by going to another tab"


def test_ample_room_shows_the_controls(open_window: Open) -> None:
    _, desk = open_window(CHOSEN, size=SMALL)
    desk.open(NURSES)
    desk.panes.set_tab(SALARY)
    settle()
    assert desk.panes.first.strip.isVisible()
    assert not desk.panes.first.head.options.isVisible()
    assert desk.panes.first.strip.height() > 40
