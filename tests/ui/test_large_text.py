"""Text at 200 % on a small screen: the figures stay readable, nothing lies on anything."""

from __future__ import annotations

from itertools import combinations

import pytest
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.steps import STEPS
from counselor_app.settings import Settings
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.parts.text_field import AmountField

NURSES, CLERKS = "29-1141.00", "43-4051.00"
TEXAS, CALIFORNIA = "4800000", "0600000"
SALARY = 2
SMALL = (1366, 768)
CHOSEN = Settings(places=(TEXAS, CALIFORNIA))


@pytest.mark.parametrize("beside", [False, True])
def test_every_page_has_a_third_of_the_window(open_window: Open, beside: bool) -> None:
    window, desk = open_window(CHOSEN, scale=2.0, size=SMALL)
    desk.jobs.open(NURSES)
    if beside:
        desk.jobs.open(CLERKS, beside=True)
    for tab in range(len(PAGES)):
        desk.jobs.panes.set_tab(tab)
        settle()
        for pane in desk.jobs.panes.panes:
            assert pane.stack.height() >= window.height() / 3, PAGES[tab].title
            facts = pane.head.facts
            assert facts.isVisible()
            assert [mark.name for mark in facts.marks()][:3] == [
                "Median pay", "Ten-year change", "Openings a year",
            ]  # fmt: skip
            assert all(mark.rect.right() <= facts.width() for mark in facts.marks())


@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.5), ((1440, 900), 1.5)])
def test_a_page_beside_the_list_is_not_crowded_out(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window, desk = open_window(CHOSEN, scale=scale, size=size)
    for code in (NURSES, CLERKS):
        desk.jobs.open(code)
        for tab in range(len(PAGES)):
            desk.jobs.panes.set_tab(tab)
            settle()
            page = desk.jobs.panes.first.stack.height()
            assert page >= window.height() / 5, PAGES[tab].title


@pytest.mark.parametrize("places", [(TEXAS, CALIFORNIA), (TEXAS, CALIFORNIA, "3600000", "1200000")])
def test_what_a_page_shows_is_chosen_on_demand(open_window: Open, places: tuple[str, ...]) -> None:
    _, desk = open_window(Settings(places=places), scale=2.0, size=SMALL)
    desk.jobs.open(NURSES)
    desk.jobs.panes.set_tab(SALARY)
    settle()
    pane = desk.jobs.panes.first
    assert not pane.strip.isVisible()
    pane.head.options.click()
    settle()
    assert pane.strip.isVisible()
    assert pane.stack.height() > 80
    target = pane.strip.findChildren(AmountField)[0]
    target.setFocus()
    desk.window.focusNextPrevChild(False)
    desk.window.focusNextPrevChild(True)  # as the Tab key comes to it
    settle()
    assert target.visibleRegion().boundingRect().height() == target.height(), "cut off"
    desk.jobs.panes.set_tab(0)
    desk.jobs.panes.set_tab(SALARY)
    settle()
    assert not pane.strip.isVisible(), "closed again by going to another tab"


def test_ample_room_shows_the_controls(open_window: Open) -> None:
    _, desk = open_window(CHOSEN, size=SMALL)
    desk.jobs.open(NURSES)
    desk.jobs.panes.set_tab(SALARY)
    settle()
    assert desk.jobs.panes.first.strip.isVisible()
    assert not desk.jobs.panes.first.head.options.isVisible()
    assert desk.jobs.panes.first.strip.height() > 40


def test_a_long_title_is_whole_beside_a_message(open_window: Open) -> None:
    window, desk = open_window(CHOSEN, size=SMALL)
    desk.jobs.open("51-4033.00")
    desk.jobs.panes.set_tab(SALARY)
    window.say("The report could not be saved: the disk is full. Nothing was lost; save it again.")
    settle()
    window.theme.set_scale(2.0)
    settle()
    bar, title = window.bar, desk.jobs.panes.first.head.title
    assert bar is not None
    assert bar.message.x() >= window.theme.px(40), "room for the sign"
    assert bar.message.height() >= bar.message.heightForWidth(bar.message.width())
    assert title.height() >= title.heightForWidth(title.width())


def test_a_list_that_loses_its_place_does_not_lie_over_the_titles(open_window: Open) -> None:
    window, desk = open_window(size=(1366, 860))
    window.search.setFocus()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    assert window.sidebar_shown
    window.resize(1000, 860)  # as when the notes come beside the panes
    settle()
    assert not window.sidebar_shown
    assert not desk.sidebar.isVisible()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    window.set_drawer(True)
    desk.counsel.show_matches()
    settle()
    if not window.sidebar_shown:
        assert not desk.sidebar.isVisible()


def test_two_panes_show_every_figure_in_level_rows(open_window: Open) -> None:
    _, desk = open_window(size=SMALL)
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    settle()
    one, other = (
        [(m.name, round(m.rect.y())) for m in pane.head.facts.marks()]
        for pane in desk.jobs.panes.panes
    )
    assert one == other
    assert [name for name, _ in one][3:] == ["Usual way in", "Fit, RF-14"]
    panes = desk.jobs.panes
    panes.set_tab(1)
    settle()
    strip = panes.first.strip
    under = panes.childAt(panes.first.head.geometry().right() + 1, strip.geometry().center().y())
    assert under is strip or strip.isAncestorOf(under), "no line runs through the controls"


def test_the_chip_keeps_the_name_at_every_size(open_window: Open) -> None:
    window, desk = open_window(scale=2.0, size=SMALL)
    chip = window.header.client
    assert chip.accessibleName() == "Client: none yet"
    desk.client.set(Client("RF-14", parse_scores("20,20,20,20,20,21")))
    settle()
    for scale in (2.0, 1.5, 1.0):
        window.theme.set_scale(scale)
        settle()
        assert [words for words, _, _ in chip.pieces()] == ["RF-14"]
        assert chip.width() >= chip.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1024, 768)])
def test_the_bar_gives_every_part_its_own_place(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window, desk = open_window(scale=scale, size=size)
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    settle()
    header = window.header
    steps = [window.header.spine.buttons[step] for step in STEPS]
    parts = [header.menu, header.client, header.spine, header.switch, header.print, window.search]
    boxes = [part.geometry() for part in parts]
    assert all(header.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    assert all(button.width() >= button.sizeHint().width() for button in steps)
    roomy = size[0] >= 1366 and scale == 1.0
    (form,) = {button.form for button in steps}
    assert (form == "full") is roomy
    if scale == 1.0 and not roomy:
        assert form == "names"
    assert header.search_bare is not roomy
