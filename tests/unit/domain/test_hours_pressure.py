"""Hours, pressure and control: METHODS 7 by hand, and whatever the ratings are."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counselor_app.domain.figures.provenance import Figure, Source, Unit
from counselor_app.domain.figures.ratings import SCALE_ENDS, Domain, Rating
from counselor_app.domain.occupation.hours_pressure import (
    BLOCKS,
    ELEMENTS,
    Block,
    Mean,
    conditions,
    score,
    standing,
)

WEEK, SCHEDULE = BLOCKS["time"]
DEADLINES, CONFLICT, ANGRY, ERROR, COMPETITION = BLOCKS["pressure"]
DECIDE, TASKS = BLOCKS["control"]

_ONET = Source("onet-31.0", "onet", "O*NET Database", "USDOL", "31.0", "O*NET 31.0", "", "", "", "")


def test_time_is_scaled_by_the_ends_of_three_points_and_reversed() -> None:
    # Half more than 40 hours: (2.5-1)/2 = 75; a regular schedule: (1.2-1)/2 = 10; mean 42.5.
    found = score("time", {WEEK: Mean(2.5, 0.1, "CT"), SCHEDULE: Mean(1.2, 0.06, "CT")})
    assert found is not None
    assert found.value == pytest.approx(57.5)
    # Each weighs 100/2/2 = 25: sqrt(2.5² + 1.5²).
    assert found.se == pytest.approx(sqrt(2.5**2 + 1.5**2))


def test_pressure_is_reversed_and_control_is_not() -> None:
    values = {DEADLINES: 5.0, CONFLICT: 4.0, ANGRY: 3.0, ERROR: 2.0, COMPETITION: 2.0}
    means = {element: Mean(value, 0.2, "CX") for element, value in values.items()}
    found = score("pressure", means)
    assert found is not None
    assert found.value == pytest.approx(100 - (100 + 75 + 50 + 25 + 25) / 5)
    assert found.se == pytest.approx(sqrt(5 * (25 / 5 * 0.2) ** 2))
    free = score("control", {DECIDE: Mean(4.6, 0.1, "CX"), TASKS: Mean(4.0, None, "CX")})
    assert free is not None
    assert free.value == pytest.approx((90 + 75) / 2)
    assert free.se is None  # one of the two gives no error


@pytest.mark.parametrize(
    ("block", "known", "scored"),
    [("time", 1, False), ("time", 2, True), ("pressure", 3, False), ("pressure", 4, True),
     ("control", 1, False)],
)  # fmt: skip
def test_under_two_thirds_of_the_items_there_is_no_score(
    block: Block, known: int, scored: bool
) -> None:
    means = {element: Mean(2.0, 0.1, "CX") for element in BLOCKS[block][:known]}
    assert (score(block, means) is not None) is scored


def test_the_place_among_jobs_is_the_mid_rank_and_so_are_its_ends() -> None:
    everyone = [10.0, 20.0, 20.0, 30.0, 40.0]
    found = standing(20.0, (15.0, 40.0), everyone)
    assert found.percentile == pytest.approx(100 * (1 + 2 / 2) / 5)
    assert found.interval == pytest.approx((20.0, 100 * (4 + 1 / 2) / 5))
    assert found.of == 5


def _rating(element: str, value: float, scale: str, **more: object) -> Rating:
    domain: Domain = "context"
    unit: Unit = "context 1-3" if scale == "CT" else "context 1-5"
    figure = Figure(
        f"rating.{element}.context", value, unit, _ONET, "August 2027", rater="Incumbent",
        **{"n": 30, "se": 0.1, **more},  # type: ignore[arg-type]
    )  # fmt: skip
    return Rating(element, element, domain, figure, None, None)


def test_an_occupation_s_blocks_say_their_error_their_place_and_their_source() -> None:
    rated = [_rating(WEEK, 2.5, "CT"), _rating(SCHEDULE, 1.2, "CT", n=24, flag="low precision"),
             _rating(DECIDE, 4.6, "CX")]  # fmt: skip
    (only,) = conditions(rated, {"time": [40.0, 57.5, 90.0], "pressure": [], "control": []})
    assert only.block == "time"
    assert (only.figure.n, only.figure.flag) == (24, "low precision")
    margin = 1.96 * sqrt(2 * 2.5**2)
    assert only.figure.low == pytest.approx(57.5 - margin)
    assert str(only.words) == ("58 of 100 (51 to 64); percentile 50 among 3 jobs (33 to 67)")


@given(st.data())
def test_no_score_and_no_interval_leaves_0_to_100(data: st.DataObject) -> None:
    rated = []
    for element in ELEMENTS:
        scale = "CT" if element in BLOCKS["time"] else "CX"
        value = data.draw(st.one_of(st.none(), st.floats(*SCALE_ENDS[scale])))
        error = data.draw(st.one_of(st.none(), st.floats(0, 2)))
        if value is not None:
            rated.append(_rating(element, value, scale, se=error))
    alone = {block: [50.0] for block in BLOCKS}
    for one in conditions(rated, alone):
        value = one.figure.number
        assert value is not None
        assert -1e-9 <= value <= 100 + 1e-9
        if one.figure.low is not None and one.figure.high is not None:
            assert 0 <= one.figure.low <= value + 1e-9
            assert value - 1e-9 <= one.figure.high <= 100
        assert 0 <= one.standing.percentile <= 100
