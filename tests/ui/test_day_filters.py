"""Licenses and days as chips: how many jobs, what is not said apart, in sight when on."""

from __future__ import annotations

from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.occupation.days import FILTERS, count, passes
from counselor_app.domain.session.client import Client
from counselor_app.ui.counsel.day_chips import DayChip


def chip(chips: tuple[DayChip, ...], day: str) -> DayChip:
    return next(one for one in chips if one.day == day)


def test_a_chip_tells_its_count_hides_what_is_not_so_and_says_what_is_not_said(
    open_window: Open,
) -> None:
    _, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.client.wait()
    desk.keys.show_matches()
    settle()
    page = desk.counsel.matches
    assert page is not None
    facts, everyone = desk.reference.days, [one.job.code for one in page.rows()]
    nights = chip(page.filters.days, "no_nights")
    assert not nights.isVisible()
    page.filters.more.click()
    settle()
    assert nights.isVisible()
    nights.menu().aboutToShow.emit()
    counted = count("no_nights", [facts.get(code) for code in everyone])
    said = nights.menu().actions()[1].text()
    assert said == f"No nights: {counted.passing} jobs; not said of {counted.not_said} more"
    nights.menu().actions()[1].trigger()
    page.filters.more.click()
    settle()
    assert [one.job.code for one in page.rows()] == [
        code for code in everyone if passes("no_nights", facts.get(code))
    ]
    assert nights.isVisible(), "what asks something stays in sight"
    assert nights.text() == "No nights"
    more = f"{counted.not_said} more where it is not said: no nights"
    assert more in page.head.count.text()
    nights.take_off()
    settle()
    assert [one.job.code for one in page.rows()] == everyone
    assert not nights.isVisible()


def test_browsing_is_narrowed_to_what_is_so_and_the_rest_is_counted(open_window: Open) -> None:
    _, desk = open_window()
    sidebar, facts = desk.sidebar, desk.reference.days
    place = list(FILTERS).index("licence") + 1
    assert not sidebar.counted.isVisible()
    sidebar.day.menu().actions()[place].trigger()
    settle()
    counted = count("licence", [facts.get(job.code) for job in desk.reference.jobs])
    assert (counted.passing, counted.not_said) == (385, 448)
    assert sidebar.counted.text() == "385 jobs; not said of 448 more"
    folders = sidebar.results.row_model.rows()
    assert sum(row.count or 0 for row in folders) == counted.passing
    sidebar.day.take_off()
    settle()
    assert sum(row.count or 0 for row in sidebar.results.row_model.rows()) == 1_016
