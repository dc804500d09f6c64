"""The client's jobs as a list: ranked, filtered at once, sorted, found, opened, copied, printed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from clients_windows import texts
from matches_page import RF14, codes, column, listed, matches
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from windows import Open, settle

from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.tiers import by_tier
from counselor_app.settings import Settings
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.text import LinkLabel


def test_all_occupations_stand_in_their_tiers_and_ties_share_a_rank(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    view = desk.client.view
    placed = by_tier(view.ranking, view.redraws)
    assert codes(page) == listed(page) == [one.match.code for one in placed]
    assert page.head.count.text() == "923 of 923 occupations."
    assert column(page, "Job")[0] == "Probation Officers and Correctional Treatment Specialists"
    assert column(page, "Closeness")[0] == "Very likely"
    found = [one for one in page.rows() if isinstance(one, Candidate)]
    tied = [a.match for a, b in pairwise(found)
            if a.match.r == b.match.r and a.match.rank != b.match.rank]  # fmt: skip
    assert not tied


def test_statistics_stand_only_under_how_sure_is_this(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    titles = {column.key for column in page.list.match_model.columns}
    assert titles.isdisjoint({"r", "rank", "band"})
    assert page.head.notes.about.isHidden()
    QTest.mouseClick(page.head.sure, Qt.MouseButton.LeftButton)
    assert column(page, "r")[0] == ".98"
    assert column(page, "Place of 923")[0] == "1"
    assert column(page, "Band")[0] == "Best"
    assert "jobs reach Best with your scores" in page.head.notes.about.text()


def test_every_column_sorts_and_what_is_not_known_comes_last(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    keys = [one.key for one in page.list.match_model.columns]
    head = page.list.horizontalHeader()

    def click(key: str) -> None:
        x = head.sectionViewportPosition(keys.index(key)) + 12
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))

    click("pay")
    paid = [one.pay for one in page.list.match_model.rows]
    known = [pay for pay in paid if pay is not None]
    assert known == sorted(known, reverse=True)
    assert paid == [*known, *[None] * (len(paid) - len(known))]
    click("pay")
    again = [one.pay for one in page.list.match_model.rows]
    assert again[: len(known)] == sorted(known)
    assert again[len(known) :] == [None] * (len(paid) - len(known))
    click("job")
    assert column(page, "Job") == sorted(column(page, "Job"), key=str.casefold)
    for key in keys:
        click(key)
        assert sorted(listed(page)) == sorted(codes(page))


def test_a_job_is_found_in_the_list_by_a_part_of_its_title(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.head.sought.setFocus()
    QTest.keyClicks(page.head.sought, "nurse")
    assert listed(page)
    assert all("nurse" in title.casefold() for title in column(page, "Job"))
    QTest.keyClick(page.head.sought, Qt.Key.Key_Escape)
    assert len(listed(page)) == 923


def test_filters_compose_and_are_kept_until_the_client_is_cleared(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(2)
    page.filters.growth._pick(3)
    page.filters.pay.setText("$60,000")
    assert 0 < len(page.rows()) < 100
    assert all((one.job.job_zone or 9) <= 2 for one in page.rows())
    assert all((one.job.change_pct or 0) > 3.1 for one in page.rows())
    assert all((one.pay or 0) >= 60_000 for one in page.rows())
    assert page.head.count.text().startswith(f"{len(page.rows())} of 923 occupations")
    kept = codes(page)
    desk.counsel.hide_matches()
    assert codes(matches(desk)) == kept
    desk.counsel.clear()
    assert desk.counsel.matches is None
    assert len(matches(desk).rows()) == 923


def test_another_client_gets_neither_filters_nor_ticks(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(1)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    desk.client.set(replace(RF14, levels={"2.A.1.a": 3.0}))
    assert desk.counsel.matches is page
    assert len(page.chosen()) == len(desk.aside.codes) == 1
    desk.client.set(replace(RF14, name="KB-02"))
    assert desk.counsel.matches is None
    again = matches(desk, replace(RF14, name="KB-02"))
    assert len(again.rows()) == 923
    assert again.filters.clean
    assert not again.chosen()


def test_the_pay_of_a_chosen_place_counts(open_window: Open) -> None:
    _, desk = open_window(Settings(places=("4800000",)))
    page = matches(desk)
    page.filters.pay.setText("100000")
    nation = set(codes(page))
    page.filters.place._pick(1)
    texas = set(codes(page))
    assert nation != texas
    sheet = desk.reference.sheet("29-1141.00")
    assert sheet is not None
    page.filters.pay.clear()
    row = next(one for one in page.rows() if one.job.code == "29-1141.00")
    assert row.pay == sheet.places[0].median("annual").number


def test_pay_is_read_at_home_first(open_window: Open) -> None:
    _, desk = open_window(Settings(home="4800000"))
    page = matches(desk)
    assert page.filters.place.text() == "Pay in Texas"
    assert column(page, "Pay in Texas")


def test_a_floor_that_is_no_amount_filters_nothing_and_says_so(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.pay.setText("fifty")
    assert len(page.rows()) == 923
    assert "no amount in dollars" in page.head.trouble.text()
    assert page.head.trouble.isVisible()


def test_enter_opens_an_occupation_and_back_leads_to_it(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open("43-4051.00")
    page = matches(desk)
    second = codes(page)[1]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle()
    assert desk.counsel.matches is None
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert sheet.occupation.code == second
    page = matches(desk)
    assert page in window.regions()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert desk.counsel.matches is page  # Esc closes what lies on top, and is no way back
    page.head.back.click()
    settle()
    assert desk.counsel.matches is None
    assert desk.view.code == second


def test_the_fit_page_leads_to_the_list(open_window: Open) -> None:
    _, desk = open_window()
    desk.client.set(RF14)
    desk.jobs.open("43-4051.00")
    desk.jobs.panes.set_tab(3)
    settle()
    links = desk.jobs.panes.first.page().widget().findChildren(LinkLabel)
    next(link for link in links if "All 923 matches" in link.text()).click()
    assert desk.counsel.matches is not None


def test_a_short_list_is_starred_whole(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    assert not page.head.put.isEnabled()
    page.filters.family._pick(page.filters.families.index("Legal") + 1)
    assert page.head.put.isEnabled()
    page.head.put.click()
    assert desk.shortlist.codes == tuple(codes(page))
    QTest.keyClick(page.list, Qt.Key.Key_Insert)
    assert codes(page)[0] not in desk.shortlist.codes


def test_the_table_is_copied_and_saved(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(2)
    page.head.copy.click()
    rows = list(csv.DictReader(io.StringIO(QApplication.clipboard().text())))
    assert [row["code"] for row in rows] == codes(page)
    assert rows[0]["closeness"] in ("very likely", "likely", "possible")
    page.list.sort_by("job")
    page.head.copy.click()
    rows = list(csv.DictReader(io.StringIO(QApplication.clipboard().text())))
    assert [row["code"] for row in rows] == listed(page)
    target, suggested = tmp_path / "list.csv", []

    def name_it(_above: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(start).name)
        return str(target.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_it)
    page.head.save.click()
    assert suggested == [f"matches-RF-14-{date.today():%Y-%m-%d}.csv"]
    assert target.read_text(encoding="utf-8-sig").splitlines()[0].startswith("rank,code,title")
    assert f"Saved as list.csv in {tmp_path}." in texts(window)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.path()))
    buttons = {one.text(): one for one in window.findChildren(Button) if one.isVisible()}
    buttons["Open file"].click()
    buttons["Show in folder"].click()
    assert opened == [str(target), str(tmp_path)]
    target.unlink()
    target.mkdir()
    page.head.save.click()
    assert "could not be written" in texts(window)


def test_without_scores_there_is_no_page(open_window: Open) -> None:
    _, desk = open_window()
    desk.keys.show_matches()
    assert desk.counsel.matches is None


def test_cells_of_the_list_are_spoken(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    model = page.list.match_model
    spoken = [model.index(0, n).data(Qt.ItemDataRole.AccessibleTextRole)
              for n in range(model.columnCount())]  # fmt: skip
    assert spoken[:4] == [
        "Ticked", "Not starred", "Probation Officers and Correctional Treatment Specialists",
        "Closeness: Very likely",
    ]  # fmt: skip
    assert any(words.startswith("Pay in the United States: $") for words in spoken)
