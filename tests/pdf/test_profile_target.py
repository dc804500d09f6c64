"""The client's own wage and the cost of living on a printed profile; both off unless asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from counselor_app.charts import pay_chart
from counselor_app.domain.occupation.prices import real_sentence
from counselor_app.domain.occupation.target import Target
from counselor_app.reports.content import profile_content
from counselor_app.reports.parts import Chart
from counselor_app.reports.typeset import report_pdf
from counselor_app.store.prices import price_parities
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

if TYPE_CHECKING:
    from tests.pdf.conftest import Page

    Read = Callable[[bytes], list[Page]]

DAY = date(2026, 11, 22)
TEXAS = "4800000"


def counselors_page(
    pack: Pack, read_back: Read, code: str, target: Target | None, prices: bool = False
) -> str:
    sheet = read_sheet(pack, code, [TEXAS])
    parities = price_parities(pack, 2025) if prices else None
    content = profile_content(sheet, made_on=DAY, version="1", target=target, prices=parities)
    pages = read_back(report_pdf(content))
    assert len(pages) == 2
    return pages[1].flat


def test_a_target_has_the_percentile_of_the_window(pack: Pack, read_back: Read) -> None:
    sheet = read_sheet(pack, "43-4051", [TEXAS])
    said = pay_chart(sheet.wages, "annual", target=50_000).sentence
    text = counselors_page(pack, read_back, "43-4051", Target(50_000, "annual"))
    assert f"Your wage: {said}" in text
    assert "at the 70th percentile in the United States" in said
    hourly = counselors_page(pack, read_back, "43-4051", Target(25, "hourly"))
    assert "counted at 2,080 hours a year" in hourly


@pytest.mark.parametrize(
    ("amount", "words"), [(5_000, "below the 10th"), (900_000, "above the 90")]
)
def test_outside_the_published_percentiles_it_is_words(
    pack: Pack, read_back: Read, amount: float, words: str
) -> None:
    assert words in counselors_page(pack, read_back, "43-4051", Target(amount, "annual"))


def test_a_yearly_target_is_not_set_beside_hourly_pay(pack: Pack, read_back: Read) -> None:
    text = counselors_page(pack, read_back, "27-2011", Target(60_000, "annual"))
    assert "is not set beside this pay" in text


def test_cost_of_living_is_a_dated_sentence(pack: Pack, read_back: Read) -> None:
    sheet, parities = read_sheet(pack, "43-4051", [TEXAS]), price_parities(pack, 2025)
    row = sheet.places[0]
    said = real_sentence(row, row.median(), parities.of(row))
    text = counselors_page(pack, read_back, "43-4051", None, prices=True)
    assert said in text
    assert str(parities.year) in said


def test_both_are_off_unless_asked_for(pack: Pack, read_back: Read) -> None:
    text = counselors_page(pack, read_back, "43-4051", None)
    assert "our wage" not in text
    assert "buys what" not in text


def test_the_alt_text_keeps_the_pay_beside_the_target(pack: Pack) -> None:
    content = profile_content(
        read_sheet(pack, "43-4051"), made_on=DAY, version="1", target=Target(50_000, "annual")
    )
    said = next(p.alt for p in content.section("pay").parts if isinstance(p, Chart))
    assert "median $44,770 a year" in said
    assert "$50,000 a year is at the" in said
