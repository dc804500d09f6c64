"""Personality fit, "How sure is this?": every statistic of a client's fit to one job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counselor_app.charts.fit import part_bars, score_line
from counselor_app.domain.figures.wording import correlation_words, number
from counselor_app.domain.fit import words
from counselor_app.domain.fit.profile import describe
from counselor_app.domain.fit.tiers import no_redraws, reach_sentence
from counselor_app.language import Said, _, capitalised, pgettext
from counselor_app.ui.charts.fit_charts import PartsChart
from counselor_app.ui.charts.score_charts import ScoreLineChart
from counselor_app.ui.parts.fact_rows import FactRows
from counselor_app.ui.parts.text import Prose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.fit.fit import FitResult
    from counselor_app.domain.session.client import ClientView
    from counselor_app.ui.occupation.page import Page


def add_sure(
    page: Page, side: QVBoxLayout, view: ClientView, found: FitResult, figure: Figure
) -> None:
    """The figures, re-draws, ties and codes, and what each interest adds to r."""
    match, place = found.match, found.place
    if match is not None and place is not None:
        facts = (
            (pgettext("fact", "Correlation r"), correlation_words(match.r), figure),
            (pgettext("fact", "Band"), capitalised(words.band_words(match.band, found.edition)),
             figure),
            (pgettext("fact", "Place"), _("{n} of {of}", n=number(match.rank),
                                          of=number(place.of)), figure),
            (pgettext("fact", "Closer than"), _("{n} of 100 jobs", n=place.more_than), figure),
        )  # fmt: skip
        side.addWidget(page.wired(FactRows(facts, page.theme, pgettext("heading", "How close"))))
        reach = reach_sentence(view.ranking, found.edition)
        side.addWidget(page.prose(reach, role="row"))
        edition = words.edition_words(found.edition)
        side.addWidget(page.prose(edition, role="caption", tone="text2"))
        _head(page, side, _("If the questions were answered again"))
        again = words.sureness_sentence(found) or no_redraws(found.client)
        side.addWidget(page.prose(again or _("The scores are being drawn again…"), role="row"))
        side.addWidget(
            page.prose(found.client.instrument.error, role="caption", tone="text2")
        )  # what the error of the scores is taken from
    _add_codes(page, side, found)
    bars = part_bars(found, figure)
    if bars is not None:
        _head(page, side, _("What each interest adds to r, {r} together", r=bars.total))
        side.addWidget(page.wired(PartsChart(bars, page.theme)))
        side.addWidget(page.prose(bars.sentence, role="caption", tone="text2"))


def _add_codes(page: Page, side: QVBoxLayout, found: FitResult) -> None:
    _head(page, side, _("Ties and codes"))
    line, own = score_line(found.client), describe(found.client)
    if line is not None and own is not None:
        side.addWidget(ScoreLineChart(line, page.theme))
        ties = words.ties_sentence(own.ties, found.client.instrument)
        side.addWidget(page.prose(ties, role="row"))
    side.addWidget(page.prose(words.codes_sentence(found.congruence), role="row"))
    if own is not None:
        side.addWidget(page.prose(words.profile_sentence(own), role="caption", tone="text2"))


def _head(page: Page, side: QVBoxLayout, words: Said) -> None:
    """A line over a part, with room before it."""
    side.addSpacing(page.theme.px(6))
    side.addWidget(Prose(words, page.theme, role="row", bold=True))
