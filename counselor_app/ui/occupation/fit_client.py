"""Personality fit with a client: the two profiles, how close, why, how sure."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.fit import close_strip, part_bars, score_line, sure_bar
from counselor_app.charts.interests import hexagon
from counselor_app.domain.figures.wording import correlation_words
from counselor_app.domain.fit import words
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.profile import caution, describe
from counselor_app.domain.fit.stability import Stability, no_stability
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView, fit_figure, nearby
from counselor_app.ui.charts.fit_charts import CloseStripChart, PartsChart
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.charts.legend import Legend
from counselor_app.ui.charts.score_charts import ScoreLineChart, SureChart
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.table import Cell, Column
from counselor_app.ui.parts.text import LinkLabel


def fill_client(page: Page, sheet: Sheet, view: ClientView, found: FitResult) -> None:
    """Fill the fit page for a client with scores."""
    left, right = page.columns((1, 1))
    _add_profiles(page, left, sheet, view, found)
    stability = view.stability(found)
    _add_close(page, right, sheet, view, found, stability)
    if found.match is None:
        _add_codes(page, right, found)
        return
    sure, codes, ranked = page.columns((1, 1, 1))
    _add_sure(page, sure, found, stability)
    _add_codes(page, codes, found)
    _add_list(page, ranked, view, found)


def _add_profiles(
    page: Page, side: QVBoxLayout, sheet: Sheet, view: ClientView, found: FitResult
) -> None:
    spec = hexagon(sheet.interests, found.client)
    first = sheet.interests.scores[0]
    title = f"{view.client.titled} over this job"
    if spec.drawn is None:
        side.addWidget(page.heading(title))
        add_unrated(page, side, sheet, "interests")
        return
    side.addWidget(page.heading(title, first, f"{first.source.label}, {first.vintage}"))
    side.addWidget(page.wired(HexagonChart(spec, page.theme)))
    test = found.client
    if spec.client is None:
        side.addWidget(
            page.prose(f"{view.client.titled} gave a code without scores, so there"
                       " is no shape to draw.", role="caption", tone="text2")
        )  # fmt: skip
        return
    side.addWidget(
        Legend(f"{view.client.called}, {spec.client_ends}", "this job, 1 to 7", page.theme)
    )
    taken = f", taken {test.date.isoformat()}" if test.date else ", date not given"
    side.addWidget(page.prose(f"{test.instrument.name}{taken}.", role="caption", tone="text2"))


def _add_close(
    page: Page,
    side: QVBoxLayout,
    sheet: Sheet,
    view: ClientView,
    found: FitResult,
    stability: Stability | None,
) -> None:
    figure = fit_figure(view.client, found, sheet)
    side.addWidget(page.heading("How close", figure, f"{found.edition.label} bands"))
    if found.match is None:
        side.addWidget(page.prose(found.no_match or ""))
        return
    if careful := caution(found.client):
        side.addWidget(page.prose(careful, role="body", tone="client_text"))
    strip = close_strip(found, view.ranking, stability, figure)
    if strip is not None:
        side.addWidget(page.wired(CloseStripChart(strip, page.theme)))
        hidden = f" {strip.hidden} jobs below 0 are not drawn." if strip.hidden else ""
        said = f"{strip.sentence}{hidden}"
        side.addWidget(page.prose(said, role="caption", tone="text2"))
    bars = part_bars(found, figure)
    if bars is not None:
        side.addSpacing(page.theme.px(10))
        total = f"the six add up to {bars.total}"
        side.addWidget(page.heading("Which letters carry it", figure, total))
        side.addWidget(page.wired(PartsChart(bars, page.theme)))
        side.addWidget(page.prose(bars.sentence, role="caption", tone="text2"))


def _add_sure(page: Page, side: QVBoxLayout, found: FitResult, stability: Stability | None) -> None:
    side.addWidget(page.heading("How sure"))
    if stability is not None:
        bar = sure_bar(found, stability)
        side.addWidget(SureChart(bar, page.theme))
        side.addWidget(page.prose(bar.sentence, role="body"))
        side.addWidget(
            page.prose(found.client.instrument.error, role="caption", tone="text2")
        )  # what the error of the scores is taken from
    else:
        why = no_stability(found.client) or "The scores are being drawn again…"
        side.addWidget(page.prose(why, role="body"))


def _add_codes(page: Page, side: QVBoxLayout, found: FitResult) -> None:
    side.addWidget(page.heading("Ties and codes"))
    line, own = score_line(found.client), describe(found.client)
    if line is not None and own is not None:
        side.addWidget(ScoreLineChart(line, page.theme))
        side.addWidget(
            page.prose(words.ties_sentence(own.ties, found.client.instrument), role="body")
        )
    side.addWidget(page.prose(words.codes_sentence(found.congruence), role="body"))
    if own is not None:
        side.addWidget(page.prose(words.profile_sentence(own), role="caption", tone="text2"))


def _add_list(page: Page, side: QVBoxLayout, view: ClientView, found: FitResult) -> None:
    side.addWidget(page.heading(f"In {view.client.whose} list"))
    rows = []
    for match in nearby(view.ranking, found):
        own = match is found.match
        rows.append(
            (
                Cell(str(match.rank), tone="text2"),
                Cell(match.title, job=None if own else match.code, bold=own),
                Cell(correlation_words(match.r), bold=own),
            )
        )
    columns = (Column(""), Column("", stretch=True), Column("", right=True))
    side.addWidget(page.table(columns, rows, f"In {view.client.whose} list"))
    every = LinkLabel(f"All {len(view.ranking)} matches, with filters", page.theme)
    every.clicked.connect(page.matches_wanted)
    side.addWidget(every)
