"""What the fit tab says of a client and a job is what the ranking says, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel
from windows import settle

from counselor_app.charts.fit import pair_bars, part_bars, score_line
from counselor_app.charts.interests import hexagon
from counselor_app.domain.fit.instruments import instrument_named, parse_scores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.session.client import Client, ClientView, fit_figure, view
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.fit_charts import PairChart, PartsChart, TierDots
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.charts.score_charts import ScoreLineChart
from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.occupation.fit_client import HOW_SURE, FitOptions
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.fact_rows import FactRows
from counselor_app.ui.parts.text import Heading, LinkLabel
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

    def __init__(
        self, client: ClientView, pack: Pack, code: str, width: int, scale: float, sure: bool
    ) -> None:
        self.page = FitPage(Theme("light", scale))
        self.page.client, self.page.options = client, FitOptions(sure)
        self.page.resize(width, 640)
        self.page.show()
        self.page.set_sheet(read_sheet(pack, code))
        self.page.finish()
        self.page.grab()

    @property
    def words(self) -> str:
        body = self.page.widget()
        heads = [head.accessibleName() for head in body.findChildren(Heading)]
        rows = [facts.accessibleName() for facts in body.findChildren(FactRows)]
        return " ".join((*heads, *rows, *(label.text() for label in body.findChildren(QLabel))))

    @property
    def opener(self) -> Button | None:
        """The button of the statistics."""
        found = self.page.widget().findChildren(Button)
        return next((one for one in found if one.text() == HOW_SURE), None)

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()


Make = Callable[..., Shown]


@pytest.fixture
def show(pack: Pack) -> Iterator[Make]:
    pages: list[Shown] = []

    def make(
        client: ClientView, code: str, width: int = 1084, scale: float = 1.0, *, sure: bool = False
    ) -> Shown:
        pages.append(Shown(client, pack, code, width, scale, sure))
        return pages[-1]

    yield make
    for page in pages:
        page.close()
    settle()


STATISTICS = ("Correlation", "Best", "rank", "re-draws", "Iachan", "Brown", "SCI", "of 923")


def test_the_page_says_it_in_plain_words_first(show: Make, client: ClientView) -> None:
    shown = show(client, "43-4051")
    for words in (
        "Likely among the tenth of jobs closest to RF-14’s interests",
        "Both RF-14 and this job are high on keeping things in order and helping people.",
        "Compare the shapes, not the lengths.",
        "date not given",
    ):
        assert words in shown.words
    assert not any(word in shown.words for word in STATISTICS)
    assert "not a verdict" in shown.page.note()
    body = shown.page.widget()
    for kind in (HexagonChart, PairChart):
        assert len(body.findChild(kind).accessibleName()) > 40
    assert "Helping people: 33, this job" in body.findChild(PairChart).accessibleName()
    assert body.findChild(TierDots) is not None
    assert body.findChild(PartsChart) is None
    assert body.findChild(ScoreLineChart) is None


def test_the_statistics_open_and_close_on_a_press(show: Make, client: ClientView) -> None:
    shown = show(client, "43-4051")
    opener = shown.opener
    assert opener is not None
    assert opener.accessibleName() == "How sure is this? closed"
    opener.click()
    settle()
    for words in (
        "Correlation r: .75", "Band: Best", "Place: 45 of 923", "Closer than: 95 of 100 jobs",
        "jobs reach Best with your scores.",
        "Among the 92 closest of 923 in",
        "of 1,000 re-draws of the scores within their error",
        "Artistic (+.28, low in both) and Conventional (+.22, high in both) add most",
        "Scores 8 points apart or fewer are a tie",
        "with ties it could be SCI, SEC, SEI, SIC, SIE, CSE or CSI",
        "Brown & Gore C is 9 of 18 (with ties, 4 to 15)",
        "From the highest to the lowest score are 24 points",
        "Career Returns 2025: Best from .729",
    ):  # fmt: skip
        assert words in shown.words, words
    body = shown.page.widget()
    for kind in (PartsChart, ScoreLineChart):
        assert len(body.findChild(kind).accessibleName()) > 40
    opener = shown.opener
    assert opener is not None
    assert opener.accessibleName() == "How sure is this? open"
    opener.click()
    settle()
    assert not any(word in shown.words for word in STATISTICS)


def test_the_client_view_has_no_statistics_to_open(show: Make, client: ClientView) -> None:
    shown = show(client, "43-4051", sure=True)
    assert "Correlation r" in shown.words
    shown.page.set_client_view(True)
    settle()
    assert shown.opener is None
    assert not any(word in shown.words for word in STATISTICS)
    assert "Likely among the tenth" in shown.words


def test_while_the_scores_are_drawn_again_no_tier_is_said(show: Make, pack: Pack) -> None:
    waiting = view(Client("RF-14", parse_scores(SCORES)), pack.interest_profiles)
    assert waiting.pending
    shown = show(waiting, "43-4051")
    assert "This job beside RF-14’s interests" in shown.words
    assert "is being worked out" in shown.words
    assert "ikely" not in shown.words


def test_the_drawn_numbers_are_the_clients_and_the_jobs(pack: Pack, client: ClientView) -> None:
    sheet = read_sheet(pack, "43-4051")
    found = client.fit(sheet)
    assert found is not None
    assert found.match is not None
    figure = fit_figure(client.client, found, sheet)
    pairs = pair_bars(found, figure)
    assert pairs is not None
    assert [(row.name, row.client_text) for row in pairs.rows] == [
        ("Helping people", "33"), ("Keeping things in order", "28"), ("Leading and selling", "24"),
        ("Finding things out", "20"), ("Making and fixing", "12"), ("Creating", "9"),
    ]  # fmt: skip
    profile = sheet.interests.profile
    assert profile is not None
    assert pairs.rows[0].job == pytest.approx((profile[3] - 1) / 6)
    assert pairs.rows[0].client == pytest.approx(33 / 40)
    assert pairs.client_ends == "0 to 40"
    bars = part_bars(found, figure)
    assert bars is not None
    assert sum(row.product for row in bars.rows) == pytest.approx(found.match.r)
    assert (figure.key, figure.value) == ("fit.tier", "Likely")


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
        ("CES", None, "This job beside RF-14’s code"),
        ("7,7,7,7,7,7", None, "Undifferentiated profile"),
        ("12,11,9,13,14,10", None, "any order would be chance"),
        ("40,50,40,55,40,60", "strong", "no published measurement error"),
    ],
)
def test_what_the_scores_cannot_say_is_said(
    show: Make, pack: Pack, scores: str, instrument: str | None, said: str
) -> None:
    assert said in show(seen(pack, scores, instrument), "43-4051").words


def test_a_bare_codes_letters_are_compared_under_how_sure(show: Make, pack: Pack) -> None:
    shown = show(seen(pack, "CES"), "43-4051", sure=True)
    assert "Your code is CES. This job's is CES. Brown & Gore C is 18 of 18." in shown.words
    assert "there is no shape to draw" in shown.words


@pytest.mark.parametrize("scores", ["7,7,7,7,7,7", "20,20,20,20,20,21"])
def test_a_flat_profile_gets_no_order_and_what_helps(show: Make, pack: Pack, scores: str) -> None:
    flat = seen(pack, scores)
    assert flat.ranking == flat.placed == ()
    shown = show(flat, "43-3031", sure=True)
    assert "No job stands out by these scores" in shown.words
    assert "Sort the value cards" in shown.words
    assert "how many openings they have" in shown.words
    assert not any(word in shown.words for word in (*STATISTICS, "ikely", "ossib"))
    assert shown.opener is None
    body = shown.page.widget()
    assert body.findChild(PairChart) is None
    wanted: list[bool] = []
    shown.page.values_wanted.connect(lambda: wanted.append(True))
    next(b for b in body.findChildren(LinkLabel) if "matters most" in b.text()).click()
    assert wanted == [True]


def test_a_job_without_interests_says_so(show: Make, client: ClientView) -> None:
    said = show(client, "55-1011.00").words
    assert "have not been rated" in said
    assert "gives no interests for this occupation" in said


@pytest.mark.parametrize("code", ["43-4051", "47-2111", "27-2011", "53-7065"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [520, 1084])
def test_nothing_is_cut(
    show: Make, client: ClientView, code: str, width: int, scale: float
) -> None:
    page = show(client, code, width, scale, sure=True).page
    assert page.horizontalScrollBar().maximum() == 0
    for chart in page.widget().findChildren(HexagonChart):
        area = chart.rect().toRectF().adjusted(-1, -1, 1, 1)
        assert all(area.contains(mark.rect) for mark in chart.marks())
    for kind in (PairChart, PartsChart):
        for chart in page.widget().findChildren(kind):
            area = chart.rect().toRectF().adjusted(-1, -1, 1, 1)
            chart.grab()  # below the fold nothing is painted yet
            assert chart.marks()
            assert all(area.contains(mark.rect) for mark in chart.marks())
