"""What the fit tab says of a client and a job is what the ranking says, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel
from windows import settle

from counselor_app.charts.fit import close_strip, part_bars, score_line, sure_bar
from counselor_app.charts.interests import hexagon
from counselor_app.domain.fit.instruments import instrument_named, parse_scores
from counselor_app.domain.fit.stability import redraw
from counselor_app.domain.session.client import Client, ClientView, fit_figure, nearby, view
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.fit_charts import CloseStripChart, PartsChart
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.charts.score_charts import ScoreLineChart, SureChart
from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.style.theme import Theme

SCORES = "12,20,9,33,24,28"


def seen(pack: Pack, scores: str, instrument: str | None = None) -> ClientView:
    typed = parse_scores(scores, instrument_named(instrument) if instrument else None)
    redraws = redraw(typed, pack.interest_profiles) if typed.scores else None
    return view(Client("RF-14", typed), pack.interest_profiles, redraws)


@pytest.fixture(scope="module")
def client(pack: Pack) -> ClientView:
    return seen(pack, SCORES)


class Shown:
    """A fit page with a client, kept until the test's end."""

    def __init__(self, client: ClientView, pack: Pack, code: str, width: int, scale: float) -> None:
        self.page = FitPage(Theme("light", scale))
        self.page.client = client
        self.page.resize(width, 640)
        self.page.show()
        self.page.set_sheet(read_sheet(pack, code))
        self.page.grab()

    @property
    def words(self) -> str:
        return " ".join(label.text() for label in self.page.widget().findChildren(QLabel))

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()


Make = Callable[..., Shown]


@pytest.fixture
def show(pack: Pack) -> Iterator[Make]:
    pages: list[Shown] = []

    def make(client: ClientView, code: str, width: int = 1084, scale: float = 1.0) -> Shown:
        pages.append(Shown(client, pack, code, width, scale))
        return pages[-1]

    yield make
    for page in pages:
        page.close()
    settle()


def test_the_page_says_fit_letters_sureness_ties_and_place(show: Make, client: ClientView) -> None:
    shown = show(client, "43-4051")
    for words in (
        "Correlation .75, Best (Career Returns 2025); rank 45 of 923, closer than 95 of 100",
        "Artistic (+.28, low in both) and Conventional (+.22, high in both) add most",
        "of 1,000 re-draws of the scores within their error",
        "Scores 8 points apart or fewer are a tie",
        "with ties it could be SCI, SEC, SEI, SIC, SIE, CSE or CSI",
        "Brown & Gore C is 9 of 18 (with ties, 4 to 15)",
        "From the highest to the lowest score are 24 points",
        "date not given",
    ):
        assert words in shown.words
    assert "not a verdict" in shown.page.note()
    body = shown.page.widget()
    for kind in (HexagonChart, CloseStripChart, PartsChart, SureChart, ScoreLineChart):
        chart = body.findChild(kind)
        assert len(chart.accessibleName()) > 40
    table = body.findChild(DataTable).model()
    rows = [[table.index(r, c).data() for c in range(3)] for r in range(table.rowCount())]
    assert rows[0] == ["1", "Probation Officers and Correctional Treatment Specialists", ".98"]
    assert ["45", "Customer Service Representatives", ".75"] in rows
    assert len(rows) == 6


def test_the_drawn_numbers_are_the_rankings(pack: Pack, client: ClientView) -> None:
    sheet = read_sheet(pack, "43-4051")
    found = client.fit(sheet)
    assert found is not None
    assert found.match is not None
    figure = fit_figure(client.client, found, sheet)
    stability = client.stability(found)
    assert stability is not None
    strip = close_strip(found, client.ranking, stability, figure)
    assert strip is not None
    assert len(strip.values) + strip.hidden == len(client.ranking) == 923
    assert [(b.name, b.low, b.own) for b in strip.bands] == [
        ("Below", 0.0, False), ("Okay", 0.426, False), ("Good", 0.608, False), ("Best", 0.729, True)
    ]  # fmt: skip
    bars = part_bars(found, figure)
    assert bars is not None
    assert sum(row.product for row in bars.rows) == pytest.approx(found.match.r)
    sure = sure_bar(found, stability)
    assert sum(count for _, count in sure.segments) == 1000
    assert sure.segments[sure.own] == ("Best", stability.stays)


def test_a_job_below_zero_shows_the_whole_scale(pack: Pack, client: ClientView) -> None:
    sheet = read_sheet(pack, "47-2111")
    found = client.fit(sheet)
    assert found is not None
    strip = close_strip(
        found, client.ranking, client.stability(found), fit_figure(client.client, found, sheet)
    )
    assert strip is not None
    assert (strip.low, strip.hidden, len(strip.values)) == (-1.0, 0, 923)


def test_the_client_is_drawn_on_the_jobs_scale_with_raw_scores(pack: Pack) -> None:
    typed = parse_scores("2,50,26,2,2,2", instrument_named("sds"))
    spec = hexagon(read_sheet(pack, "43-4051").interests, typed)
    assert spec.client is not None
    assert spec.client[:3] == pytest.approx((1, 7, 4))
    assert spec.client_texts == ("2", "50", "26", "2", "2", "2")
    assert spec.client_ends == "2 to 50"
    assert "The client, from 2 to 50: Realistic 2, Investigative 50" in spec.sentence


def test_scores_within_error_are_bracketed_together() -> None:
    line = score_line(parse_scores(SCORES))
    assert line is not None
    assert [letter for letter, _ in line.points] == ["A", "R", "I", "E", "C", "S"]
    assert line.groups == ((9, 12), (12, 20), (20, 28), (28, 33))
    strong = score_line(parse_scores("40,50,40,50,40,60", instrument_named("strong")))
    assert strong is not None
    assert strong.groups == ()
    assert (line.ticks, strong.ticks) == ((0, 10, 20, 30, 40), (20, 40, 60, 80))


@pytest.mark.parametrize(
    ("scores", "instrument", "said"),
    [
        ("CES", None, "no match can be computed"),
        ("CES", None, "This job's is CES"),
        ("7,7,7,7,7,7", None, "Undifferentiated profile"),
        ("12,11,9,13,14,10", None, "any order would be chance"),
        ("40,50,40,55,40,60", "strong", "no published measurement error"),
    ],
)
def test_what_the_scores_cannot_say_is_said(
    show: Make, pack: Pack, scores: str, instrument: str | None, said: str
) -> None:
    assert said in show(seen(pack, scores, instrument), "43-4051").words


def test_undifferentiated_scores_get_no_list(show: Make, pack: Pack) -> None:
    flat = seen(pack, "7,7,7,7,7,7")
    assert flat.ranking == ()
    body = show(flat, "43-4051").page.widget()
    assert body.findChild(DataTable) is None
    assert body.findChild(CloseStripChart) is None


def test_a_job_without_interests_says_so(show: Make, client: ClientView) -> None:
    said = show(client, "55-1011.00").words
    assert "have not been rated" in said
    assert "gives no interests for this occupation" in said


def test_the_first_match_is_not_listed_twice(client: ClientView, pack: Pack) -> None:
    for place in (0, 1, 2, 3, len(client.ranking) - 1):
        match = client.ranking[place]
        found = client.fit(read_sheet(pack, match.code))
        assert found is not None
        near = nearby(client.ranking, found)
        assert len({m.code for m in near}) == len(near)
        assert near[0] == client.ranking[0]
        assert match in near


@pytest.mark.parametrize("code", ["43-4051", "47-2111", "27-2011", "53-7065"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [520, 1084])
def test_nothing_is_cut(
    show: Make, client: ClientView, code: str, width: int, scale: float
) -> None:
    page = show(client, code, width, scale).page
    assert page.horizontalScrollBar().maximum() == 0
    for chart in page.widget().findChildren(HexagonChart):
        area = chart.rect().toRectF().adjusted(-1, -1, 1, 1)
        assert all(area.contains(mark.rect) for mark in chart.marks())
    for kind in (CloseStripChart, PartsChart):
        for chart in page.widget().findChildren(kind):
            area = chart.rect().toRectF().adjusted(-1, -1, 1, 1)
            chart.grab()  # below the fold nothing is painted yet
            assert chart.marks()
            assert all(area.contains(mark.rect) for mark in chart.marks())
