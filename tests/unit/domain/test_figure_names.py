"""Over a source stands what the figure is, never a key."""

from __future__ import annotations

import pytest

from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.occupation.figure_names import figure_name
from counselor_app.domain.occupation.rules import stands_out
from counselor_app.store.landscape import landscape
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

SOURCE = Source("oews", "oews", "Wages", "BLS", "May 2025", "OEWS May 2025", "", "", "", "")


@pytest.mark.parametrize(
    ("key", "area", "name"),
    [
        ("wage.annual.p50", "Texas", "Median pay a year, Texas"),
        ("wage.hourly.p90", "", "90th percentile of pay an hour"),
        ("wage.annual.mean", "", "Mean pay a year"),
        ("rating.2.A.1.a.importance", "", "Importance"),
    ],
)
def test_a_key_has_words(key: str, area: str, name: str) -> None:
    figure = Figure(key, 1, "dollars a year", SOURCE, "May 2025", area=area)
    assert figure_name(figure) == name


def test_every_figure_compared_or_standing_out_has_words(pack: Pack) -> None:
    around = landscape(pack)
    sheets = [read_sheet(pack, c) for c in ("43-4051", "29-1141", "47-2111", "25-1011")]
    figures = [f for row in compare(sheets).rows for cell in row.cells for f in cell.figures]
    for sheet in sheets:
        figures += [f for said in stands_out(sheet, around) for f in said.figures]
    assert len(figures) > 50
    for figure in figures:
        assert figure.key not in figure_name(figure)
        assert "_" not in figure_name(figure)
