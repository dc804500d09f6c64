"""The Outlook tab prints what the sheet holds, keeps the two counts apart, and can be walked."""

from __future__ import annotations

import pytest
from outlook_pages import SAMPLE, TEXAS, figures, prose, shown, visible
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import settle

from counselor_app.domain.figures.wording import value_words
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.sector_rows import SectorRows
from counselor_app.ui.charts.steps import EmploymentChart, OpeningsChart
from counselor_app.ui.charts.strips import StripsChart
from counselor_app.ui.charts.tile_map import TileMapChart
from counselor_app.ui.occupation.outlook_places import OutlookOptions, PlacesBlock
from counselor_app.ui.parts.figures_text import FiguresText
from counselor_app.ui.parts.source import FigureLabel
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.state.lookup import Lookup
from counselor_app.ui.style.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.mark.parametrize("code", SAMPLE)
@pytest.mark.parametrize("width", [1084, 540])
def test_every_figure_of_the_outlook_can_be_asked_about(
    qtbot: QtBot, theme: Theme, pack: Pack, code: str, width: int
) -> None:
    sheet = read_sheet(pack, code, [TEXAS])
    found = figures(shown(qtbot, theme, sheet, width=width))
    outlook = sheet.outlook
    for figure in (
        outlook.base, outlook.projected, outlook.change, outlook.change_pct, outlook.openings,
        outlook.exits, outlook.transfers, outlook.self_employed_pct, outlook.all_jobs_change_pct,
    ):  # fmt: skip
        assert figure in found
    assert {study.figure for study in sheet.exposure} <= found
    quotients = {
        row.figures["location_quotient"]
        for row in sheet.states
        if row.figures["location_quotient"].number
    }
    assert quotients <= found


def test_the_published_outlook_of_a_known_job(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    bars = visible(page, EmploymentChart)[0]
    assert bars.accessibleName() == (
        "2,814,000 jobs fall by 153,700 by 2034; 341,700 openings a year."
    )
    steps = visible(page, OpeningsChart)[0]
    assert "154,200 leave work altogether" in steps.accessibleName()
    words = prose(page)
    assert "never mixed" in words
    assert "2,595,750 employees" in words
    assert "2,814,000 jobs in 2024, the self-employed included" in words
    assert "machines or software take over part of the work" in words


def test_industries_of_one_level_say_what_is_missing(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = shown(qtbot, theme, sheet, lookup=lookup)
    page.choose(OutlookOptions(level="4-digit"))
    settle()
    rows = visible(page, SectorRows)[0]
    assert isinstance(rows, SectorRows)
    rows.show_all()
    rows.resize(rows.width(), rows.heightForWidth(rows.width()))
    rows.grab()
    shares, missing = lookup.industries(sheet, "4-digit")
    assert missing is not None
    assert {part.share for part in shares} <= {mark.subject for mark in rows.marks()}
    assert "industries of four digits add up to" in prose(page)
    assert f"{100 - missing:.1f}%" in prose(page)


def test_what_stands_out_names_its_figures_and_nothing_is_said_of_the_ordinary(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = shown(qtbot, theme, sheet, lookup=lookup)
    found = lookup.stands_out(sheet)
    assert found
    texts = [t for t in visible(page, FiguresText) if isinstance(t, FiguresText)]
    assert [text.text() for text in texts] == [said.sentence for said in found]
    for text, said in zip(texts, found, strict=True):
        assert {mark.subject for mark in text.marks()} == set(said.figures)
        assert text.accessibleName().endswith(said.sentence)
    openings = texts[0].marks()[0]
    assert openings.name == "Openings a year, United States"
    assert openings.rect.width() < texts[0].width() / 2
    page.set_sheet(read_sheet(pack, "55-1011"))
    assert not visible(page, FiguresText)


def test_a_job_without_projection_or_wage_is_all_words(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "55-1011"))
    words = prose(page)
    assert "No projection is published for this occupation." in words
    assert "The wage survey does not cover this occupation" in words
    assert "Not published by industry for this occupation." in words
    assert "No study has this job." in words
    labels = [w.text() for w in visible(page, FigureLabel) if isinstance(w, FigureLabel)]
    assert "Jobs: not published for this occupation" in labels
    assert not visible(page, TileMapChart)
    assert not visible(page, StripsChart)


def test_sectors_show_shares_pay_and_what_is_missing(
    qtbot: QtBot, theme: Theme, pack: Pack
) -> None:
    sheet = read_sheet(pack, "27-2011")
    page = shown(qtbot, theme, sheet)
    rows = visible(page, SectorRows)[0]
    assert isinstance(rows, SectorRows)
    before = len(rows.marks())
    assert sheet.industries_missing_pct is not None
    assert f"{sheet.industries_missing_pct:.1f}% of employees" in prose(page)
    links = [w for w in visible(page, LinkLabel) if isinstance(w, LinkLabel)]
    more = next(link for link in links if link.text().startswith("Show "))
    more.click()
    settle()
    rows.grab()
    assert len(rows.marks()) == 2 * len(sheet.industries) > before
    printed = {mark.subject for mark in rows.marks()}
    assert {part.share for part in sheet.industries} <= printed


def test_several_values_of_a_study_are_a_range(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    sheet = read_sheet(pack, "15-1252")
    study = next(e for e in sheet.exposure if e.study == "frey_osborne")
    assert study.figure.value is None
    page = shown(qtbot, theme, sheet)
    strips = visible(page, StripsChart)[0]
    assert value_words(study.figure) in strips.accessibleName()
    assert "never averaged; none says a job will be lost" in prose(page)


def test_all_industries_of_a_reason_can_be_named(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    sheet = read_sheet(pack, "43-9061")
    page = shown(qtbot, theme, sheet)
    assert "and 20 more" in prose(page)
    links = [w for w in visible(page, LinkLabel) if isinstance(w, LinkLabel)]
    next(link for link in links if link.text().startswith("Name all")).click()
    settle()
    assert "and 20 more" not in prose(page)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1084, 486])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, pack: Pack, width: int, scale: float) -> None:
    page = shown(
        qtbot,
        Theme("dark", scale),
        read_sheet(pack, "43-9061"),
        width=width,
        lookup=Lookup(pack, "0017410", pytest.fail),
    )
    assert page.horizontalScrollBar().maximum() == 0


def test_every_stop_of_the_tab_key_has_a_name(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    stops = [
        w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) > 10
    assert [(w, w.parent()) for w in stops if not w.accessibleName()] == []


def test_kept_charts_are_reused_and_no_window_is_left(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    block = page._places
    before = len(QApplication.topLevelWidgets())
    for code in ("29-1141", "55-1011", "27-2011", "43-4051"):
        page.set_sheet(read_sheet(pack, code))
        settle()
        assert len(QApplication.topLevelWidgets()) == before
    assert page._places is block
    assert len(visible(page, PlacesBlock)) == 1
    assert len(visible(page, StripsChart)) == 1
