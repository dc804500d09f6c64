"""How figures are printed: true minus signs, thousands, and words for what is missing."""

from __future__ import annotations

import pytest

from counselor_app.domain.figures import wording
from counselor_app.domain.figures.provenance import Figure, Source, vintage_words
from counselor_app.domain.figures.wording import source_lines, value_words

OEWS = Source(
    "oews-2025", "oews", "Occupational Employment and Wage Statistics", "BLS", "May 2025",
    "OEWS May 2025", "", "Public domain", "", "",
)  # fmt: skip


def wage(value: float | None, **more: object) -> Figure:
    return Figure("wage.annual.p50", value, "dollars a year", OEWS, "May 2025", **more)  # type: ignore[arg-type]


def test_numbers() -> None:
    assert wording.number(2595750) == "2,595,750"
    assert wording.number(-153700) == "\u2212153,700"
    assert wording.number(0.04, 1, signed=True) == "0.0"
    assert wording.percent(-5.5, signed=True) == "\u22125.5%"
    assert wording.money(21.53, hourly=True) == "$21.53"
    assert wording.correlation_words(-0.06) == "\u2212.06"
    assert wording.correlation_words(0.0) == ".00"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (wage(44770), "$44,770"),
        (wage(None, flag="wage not released"), "wage not released"),
        (wage(None, flag=wording.CAPPED, low=239200), "$239,200 or more"),
        (wage(None, flag=wording.CAPPED), "at or above the highest wage published"),
    ],
)
def test_a_missing_wage_is_words_never_zero(figure: Figure, words: str) -> None:
    assert value_words(figure) == words


def test_a_popover_says_that_no_interval_is_published_for_percentiles() -> None:
    lines = dict(source_lines(wage(44770, area="United States")))
    assert lines["Where, when"] == "United States, May 2025"
    assert lines["Interval"] == "None is published for percentiles"
    assert lines["License"] == "Public domain"


def test_dates_of_a_row() -> None:
    assert vintage_words("02/2026") == "February 2026"
    assert vintage_words("May 2025") == "May 2025"
    assert vintage_words("13/2026") == "13/2026"
