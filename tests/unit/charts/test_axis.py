from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counselor_app.charts import nice_axis


def label(value: float) -> str:
    return f"{value:g}"


@given(low_cents=st.integers(0, 10**8), width_cents=st.integers(0, 10**8), most=st.integers(3, 12))
def test_an_axis_holds_its_values_in_few_even_steps(
    low_cents: int, width_cents: int, most: int
) -> None:
    low, width = low_cents / 100, width_cents / 100
    axis = nice_axis(low, low + width, label, most)
    steps = {round(b.value - a.value, 6) for a, b in zip(axis.ticks, axis.ticks[1:], strict=False)}
    assert axis.low <= low + 1e-6
    assert axis.high >= low + width - 1e-6
    assert 1 <= len(axis.ticks) - 1 <= most
    assert axis.low >= 0
    assert max(steps) - min(steps) < 1e-3 * max(steps)


def test_dollar_axis_starts_and_ends_on_a_round_number() -> None:
    axis = nice_axis(29_320, 63_590, label)
    assert (axis.low, axis.high) == (25_000, 65_000)
    assert [tick.value for tick in axis.ticks][:3] == [25_000, 30_000, 35_000]
    assert axis.share(45_000) == 0.5
