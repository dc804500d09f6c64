"""The line over a comparison names a first only where it is clearly first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet


@pytest.fixture(scope="module")
def base(pack: Pack) -> Sheet:
    return read_sheet(pack, "43-4051")


def job(
    base: Sheet, title: str, pay: float | None, growth: float | None, openings: float | None
) -> Sheet:
    """An occupation with three figures of its own."""
    nation, outlook = base.nation, base.outlook
    median = replace(nation.figures["wage.annual.p50"], value=pay)
    wages = replace(nation, figures={**nation.figures, "wage.annual.p50": median})
    return replace(
        base,
        occupation=replace(base.occupation, title=title),
        wages=(wages,),
        outlook=replace(
            outlook,
            change_pct=replace(outlook.change_pct, value=growth),
            openings=replace(outlook.openings, value=openings),
        ),
    )


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        # A twentieth more pay, one point more growth, a tenth more openings are enough.
        ((52_500, 3.0, 1_100), (50_000, 2.0, 1_000),
         "A: the highest pay, the fastest growth and the most openings."),
        ((52_400, 2.9, 1_090), (50_000, 2.0, 1_000), ""),
        ((60_000, 1.0, 100), (50_000, 5.0, 900),
         "A: the highest pay; B: the fastest growth and the most openings."),
        # The one that shrinks least does not grow.
        ((50_000, -1.0, 100), (50_000, -9.0, 100), ""),
        ((50_000, 0.0, 100), (50_000, -9.0, 100), ""),
        # What is missing may be more.
        ((None, None, None), (50_000, 5.0, 900), ""),
        ((90_000, None, 100), (50_000, 5.0, None), "A: the highest pay."),
    ],
)  # fmt: skip
def test_only_what_is_clear_is_claimed(
    base: Sheet,
    one: tuple[float | None, float | None, float | None],
    other: tuple[float | None, float | None, float | None],
    said: str,
) -> None:
    first, second = job(base, "A", *one), job(base, "B", *other)
    assert lead([first, second]) == said
    assert lead([second, first]) == said


def test_only_what_is_asked_about_is_claimed(base: Sheet) -> None:
    jobs = [job(base, "A", 90_000, 9.0, 900), job(base, "B", 50_000, 1.0, 100)]
    assert lead(jobs, ("pay",)) == "A: the highest pay."
    assert lead(jobs, ("outlook", "openings")) == "A: the fastest growth and the most openings."
    assert lead(jobs, ()) == ""


def test_the_first_of_three_is_held_against_the_second(base: Sheet) -> None:
    jobs = [job(base, title, pay, 0.0, 0.0) for title, pay in (("A", 50), ("B", 100), ("C", 99))]
    assert lead(jobs, ("pay",)) == ""


def test_a_line_that_would_be_too_long_is_left_out(base: Sheet) -> None:
    jobs = [job(base, "A" * 140, 90_000, 0.0, 0.0), job(base, "B", 50_000, 0.0, 0.0)]
    assert lead(jobs, ("pay",)) == ""
