"""The client's jobs as a list: ranked, filtered at once, sorted, found, opened, copied, printed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from windows import Open, settle

from counselor_app.domain.fit.gap import skill_gap
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.tiers import by_tier
from counselor_app.domain.session.client import Client, demands_of
from counselor_app.reports.parts import Report, Table
from counselor_app.settings import Settings
from counselor_app.ui.counsel.match_filters import GAPS
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.desk import Desk

RF14 = Client("RF-14", parse_scores("12,20,9,33,24,28"))


def matches(desk: Desk, client: Client = RF14) -> MatchesPage:
    """The page of a client, as a list."""
    desk.client.set(client)
    desk.client.wait()
    desk.keys.show_matches()
    settle()
    page = desk.counsel.matches
    assert page is not None
    if page.filters.options.board:
        page.head.look_chosen.emit(1)
        settle()
    return page


def codes(page: MatchesPage) -> list[str]:
    """What passes, in its order."""
    return [one.job.code for one in page.rows()]


def listed(page: MatchesPage) -> list[str]:
    """What stands in the list, from the top."""
    return [one.job.code for one in page.list.match_model.rows]


def column(page: MatchesPage, title: str) -> list[str]:
    """The words of a column of the list, from the top."""
    model = page.list.match_model
    place = [model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
             for n in range(model.columnCount())].index(title)  # fmt: skip
    return [model.index(row, place).data() for row in range(model.rowCount())]


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
    _, desk = open_window()
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
    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.head.save.click()
    assert target.read_text(encoding="utf-8-sig").splitlines()[0].startswith("rank,code,title")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    said: list[str] = []
    page.failed.connect(said.append)
    page.head.save.click()
    assert "could not be written" in said[0]


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
    assert any(words.startswith("Pay in United States: $") for words in spoken)


def rated(desk: Desk) -> MatchesPage:
    """The list of a client who rated all 35 skills 2, 3, 4 in turn."""
    skills = sorted(
        e for e, (_, domain) in desk.reference.pack.elements.items() if domain == "skill"
    )
    page = matches(desk, replace(RF14, levels={e: 2.0 + i % 3 for i, e in enumerate(skills)}))
    desk.client.wait()
    settle()
    return page


def test_no_more_than_so_much_from_the_clients_skills(open_window: Open) -> None:
    _, desk = open_window()
    page = rated(desk)
    levels = desk.client.client.levels
    page.filters.gap._pick(GAPS.index(0.15) + 1)
    kept = set(codes(page))
    assert 0 < len(kept) < 923
    for code in ("51-4121.00", "29-1141.00", "43-4051.00"):  # the same sum as on the skills page
        sheet = desk.reference.sheet(code)
        assert sheet is not None
        gap = skill_gap(demands_of(sheet), levels)
        assert gap.index is not None
        assert (code in kept) == (gap.index <= 0.15)
    assert "more just over your skill gap" in page.head.count.text()
    assert "too few of the client's ratings" in page.head.count.text()
    page.filters.zone._pick(2)
    assert set(codes(page)) < kept
    assert all(words.endswith("%") for words in column(page, "Skill gap"))
    page.head.sure.click()
    assert "Skill gap: what" in page.head.notes.about.text()


def test_without_ratings_the_list_offers_to_rate(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.more.click()
    assert page.filters.rate.isVisible()
    assert not page.filters.gap.isVisible()
    page = rated(desk)
    assert page.filters.gap.isVisible()
    assert not page.filters.rate.isVisible()


def test_bands_of_either_edition_are_named_and_dated(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.head.sure.click()
    about = page.head.notes.about
    assert "Bands: Career Returns 2025: Best from .729, Good from .608" in about.text()
    order = codes(page)
    page.filters.bands._pick(1)
    assert "Gregory and Lewis 2016: Best from .729, Great from .608" in about.text()
    assert codes(page) == order
    assert set(column(page, "Band")) == {"Best", "Great", "Good", "below Good"}
    assert "band (Gregory and Lewis 2016)" in page.csv().splitlines()[0]
    desk.counsel.hide_matches()
    assert matches(desk).edition.year == 2016


def test_ticked_occupations_are_compared_and_the_list_comes_back(open_window: Open) -> None:
    window, desk = open_window()
    page = matches(desk)
    assert not page.tray.compare.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert not page.tray.compare.isEnabled()
    row = page.list.visualRect(page.list.match_model.index(2, 0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert desk.counsel.matches is page
    first, _, third = codes(page)[:3]
    assert page.chosen() == (first, third)
    assert page.tray.compare.text() == "Compare 2"
    page.filters.only._pick(1)
    assert codes(page) == [first, third]
    page.tray.compare.click()
    settle()
    assert desk.comparison.page is not None
    assert desk.comparison.codes() == (first, third)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert desk.comparison.page is None
    again = desk.counsel.matches
    assert again is not None
    assert again.chosen() == (first, third)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_list_that_is_shown_is_printed(open_window: Open) -> None:
    window, desk = open_window(Settings(places=("4800000",)))
    page = matches(desk)
    page.filters.zone._pick(2)
    page.filters.place._pick(1)
    page.head.sure.click()
    page.filters.bands._pick(1)
    page.head.print.click()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    for thread in window.findChildren(QThread):
        thread.wait()
    settle()
    offer = dialog.offer
    dialog.reject()
    settle()
    report = offer.make(frozenset({"list"}), True)
    assert isinstance(report, Report)
    ranked = next(p for p in report.section("list").parts if isinstance(p, Table))
    assert ranked.counted[-1].endswith("; job zone 2 or less")
    printed = [row[0].words for row in ranked.rows]
    twins = desk.reference.families.together(codes(page))[: len(printed)]
    assert printed == [desk.reference.titles[members[0]] for _, members in twins]
    assert len(printed) == 15


def test_what_is_starred_is_a_list_like_any_other(open_window: Open) -> None:
    _, desk = open_window()
    for code in ("43-4051.00", "29-1141.00"):
        desk.shortlist.toggle(code)
    page = matches(desk)
    page.filters.only._pick(2)
    assert set(codes(page)) == {"43-4051.00", "29-1141.00"}
    assert len(page.csv().splitlines()) == 3
    page.filters.clear()
    assert len(page.rows()) == 923


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 2.0), ((800, 600), 1.0)])
def test_a_low_window_folds_the_filters(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    _, desk = open_window(size=size, scale=scale)
    page = matches(desk)
    assert page.list.isVisible()
    assert page.list.viewport().height() > 2 * page.list.rowHeight(0)
    assert not page.filters.growth.isVisible()
    page.head.fold.click()
    settle()
    assert page.filters.growth.isVisible()
