"""The Outlook tab prints what the sheet holds, keeps the two counts apart, and can be walked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counselor_app.domain.places import Measure
from counselor_app.domain.provenance import Figure
from counselor_app.domain.sheet import Sheet
from counselor_app.domain.wording import value_words
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.lookup import Lookup
from counselor_app.ui.pages.outlook import OutlookPage
from counselor_app.ui.pages.outlook_places import OutlookOptions, PlacesBlock
from counselor_app.ui.pages.outlook_ranking import RankingBlock
from counselor_app.ui.theme import Theme, load_regular, load_semibold
from counselor_app.ui.widgets.figures_text import FiguresText
from counselor_app.ui.widgets.sector_rows import SectorRows
from counselor_app.ui.widgets.source import FigureLabel, SourceRequest, SourceWidget
from counselor_app.ui.widgets.steps import EmploymentChart, OpeningsChart
from counselor_app.ui.widgets.strips import StripsChart
from counselor_app.ui.widgets.table import DataTable
from counselor_app.ui.widgets.text import LinkLabel, Prose
from counselor_app.ui.widgets.tile_map import TileMapChart

TEXAS = "4800000"
SAMPLE = ("43-4051", "29-1141", "47-2111", "15-1252", "13-1021", "25-1011", "27-2011")


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_regular()
    load_semibold()


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


def settle() -> None:
    """Let layouts and deletions happen."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown(
    qtbot: QtBot,
    theme: Theme,
    sheet: Sheet,
    *,
    width: int = 1084,
    lookup: Lookup | None = None,
) -> OutlookPage:
    page = OutlookPage(theme)
    page.lookup = lookup
    qtbot.addWidget(page)
    page.resize(width, 640)
    page.show()
    page.set_sheet(sheet)
    settle()
    page.grab()  # charts note their figures when painted
    page.widget().grab()
    return page


def visible(page: OutlookPage, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in page.widget().findChildren(kind) if w.isVisible()]


def figures(page: OutlookPage) -> set[Figure]:
    """Every figure of the page that can be asked for its source."""
    found: set[Figure] = set()
    for widget in visible(page, SourceWidget):
        assert isinstance(widget, SourceWidget)
        found |= {m.subject for m in widget.marks() if isinstance(m.subject, Figure)}
    for table in visible(page, DataTable):
        assert isinstance(table, DataTable)
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                subject = table.cell(model.index(row, column)).figure
                if isinstance(subject, Figure):
                    found.add(subject)
    return found


def prose(page: OutlookPage) -> str:
    return " ".join(label.text() for label in visible(page, Prose) if isinstance(label, Prose))


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


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        ("location_quotient", "location_quotient"),
        ("jobs_per_1000", "jobs_per_1000"),
        ("employment", "employment.oews"),
        ("pay", "wage.annual.p50"),
    ],
)
def test_every_tile_is_the_states_figure(
    qtbot: QtBot, theme: Theme, pack: Pack, measure: Measure, key: str
) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS])
    page = shown(qtbot, theme, sheet)
    page.choose(OutlookOptions(measure=measure))
    assert page._places is not None
    tiles = {tile.area: tile for tile in page._places.map.spec.tiles}
    assert len(tiles) >= 51
    for row in sheet.states:
        if row.place_code in tiles:
            assert tiles[row.place_code].figure == row.figures[key]
            assert tiles[row.place_code].value == row.figures[key].number


def test_the_map_is_walked_by_key_and_speaks(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051", [TEXAS]))
    block = page._places
    assert block is not None
    assert "Texas:" in block.sentence()
    assert "337,170 jobs" in block.sentence()
    assert "1.44 times" in block.sentence()
    told: list[object] = []
    page.options_changed.connect(told.append)
    qtbot.keyClick(block.map, Qt.Key.Key_Up)
    assert page.options.state == "OK"
    assert "Oklahoma:" in block.sentence()
    assert block.map.accessibleName().startswith("Oklahoma: ")
    assert told[-1] == OutlookOptions(state="OK")
    asked: list[SourceRequest] = []
    page.source_requested.connect(asked.append)
    block.map.grab()
    block.map._chosen = block.map._index("OK")
    qtbot.keyClick(block.map, Qt.Key.Key_F1)
    assert isinstance(asked[0].mark.subject, Figure)
    assert asked[0].mark.subject.area == "Oklahoma"


def test_every_tile_is_reached_by_arrow_keys(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"))
    assert page._places is not None
    chart = page._places.map
    reached = {"TX"}
    waiting = ["TX"]
    arrows = ((0, 1), (0, -1), (1, 0), (-1, 0))
    while waiting:
        here = waiting.pop()
        for down, across in arrows:
            chart.set_state(here)
            chart._go(down, across)
            if chart._state not in reached:
                reached.add(chart._state)
                waiting.append(chart._state)
    assert reached == {tile.postal for tile in chart.spec.tiles}


def ranking(page: OutlookPage) -> RankingBlock:
    block = page._places
    assert block is not None
    assert block.ranking is not None
    return block.ranking


def ranked(page: OutlookPage) -> list[tuple[str, ...]]:
    """The rows of the ranked table, as printed."""
    tables = [t for t in ranking(page).findChildren(DataTable) if t.isVisible()]
    model = tables[-1].model()
    return [
        tuple(
            tables[-1].cell(model.index(row, column)).text for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]


@pytest.fixture
def lookup(pack: Pack) -> Lookup:
    return Lookup(pack, "", pytest.fail)


def test_the_linked_pane_follows_without_losing_the_focus(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = shown(qtbot, theme, sheet, lookup=lookup)
    block = page._places
    page.set_options(OutlookOptions(measure="employment", state="CA", kind="metro"))
    settle()
    assert page._places is block
    assert "California:" in page._places.sentence()  # type: ignore[union-attr]
    first = lookup.areas(sheet, "employment", "metro")[0]
    employed = first.area.of("employment")
    pay = first.area.of("pay")
    assert ranked(page)[0] == (f"1. {first.area.name}", value_words(employed), value_words(pay))


def test_states_are_ranked_by_each_measure_with_their_figures(
    qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup
) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    assert ranked(page)[:3] == [
        ("1. Arizona", "1.61", "$45,690"),
        ("2. Utah", "1.54", "$43,140"),
        ("3. Texas", "1.44", "$40,420"),
    ]
    assert "54 of 54 states and territories" in ranking(page).said.text()
    page.choose(OutlookOptions(measure="pay"))
    settle()
    values = [row[1] for row in ranked(page)]
    assert values == sorted(values, reverse=True)
    ranking(page).more.click()
    settle()
    assert len(ranked(page)) == 54
    assert not ranking(page).more.isVisible()


def test_the_home_area_comes_first_in_every_kind(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    lookup = Lookup(pack, "0017410", pytest.fail)
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    assert ranked(page)[0][0] == "Cleveland, OH (home)"
    assert ranked(page)[1][0] == "1. Arizona"
    page.choose(OutlookOptions(kind="metro"))
    settle()
    assert ranked(page)[0][0].endswith(". Cleveland, OH (home)")
    asked: list[str] = []
    page.place_wanted.connect(asked.append)
    ranking(page).home.click()
    assert asked == ["home"]


def test_areas_are_found_by_name(qtbot: QtBot, theme: Theme, pack: Pack, lookup: Lookup) -> None:
    page = shown(qtbot, theme, read_sheet(pack, "43-4051"), lookup=lookup)
    page.choose(OutlookOptions(kind="metro", measure="pay"))
    ranking(page).field.setText("worth dal")
    settle()
    rows = ranked(page)
    assert len(rows) == 1
    assert "Dallas-Fort Worth-Arlington, TX" in rows[0][0]
    ranking(page).field.setText("atlantis")
    settle()
    assert "No area of that name" in prose(page)


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


def test_missing_states_are_words_and_dashed_tiles(qtbot: QtBot, theme: Theme, pack: Pack) -> None:
    sheet = read_sheet(pack, "27-2011")
    page = shown(qtbot, theme, sheet)
    assert page._places is not None
    missing = [tile for tile in page._places.map.spec.tiles if tile.value is None]
    assert missing
    assert all(tile.shade is None and tile.text == "–" for tile in missing)
    page.choose(OutlookOptions(state=missing[0].postal))
    assert "not published for this area" in page._places.sentence()


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
