"""Licenses and days as chips: how many jobs, what is not said apart, in sight when on."""

from __future__ import annotations

from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.occupation.days import count, passes
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
