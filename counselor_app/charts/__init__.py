"""What a chart shows, without a screen: the window and the report draw the same specs.

Every spec is a frozen value with positions in the data's own units, a ``sentence`` (the
text equivalent that a screen reader speaks and the PDF carries) and a ``table`` (header and
rows of strings, with a word where nothing is published).
"""

from counselor_app.charts.axis import Axis, Table, Tick, nice_axis
from counselor_app.charts.bars import (
    Bar,
    RankedBars,
    ShareBar,
    ShareBars,
    education_bars,
    industry_bars,
    ranked_bars,
)
from counselor_app.charts.interests import Corner, Hexagon, hexagon, point
from counselor_app.charts.outlook import (
    EmploymentBars,
    OpeningsSteps,
    Step,
    Strip,
    Strips,
    employment_bars,
    openings_steps,
    strips,
)
from counselor_app.charts.pay import (
    MOST_STEPS,
    BandChart,
    BandRow,
    Knot,
    natural_basis,
    pay_chart,
    pay_range,
    zoomed,
)
from counselor_app.charts.places import Tile, TileMap, tile_map

__all__ = [
    "MOST_STEPS",
    "Axis",
    "BandChart",
    "BandRow",
    "Bar",
    "Corner",
    "EmploymentBars",
    "Hexagon",
    "Knot",
    "OpeningsSteps",
    "RankedBars",
    "ShareBar",
    "ShareBars",
    "Step",
    "Strip",
    "Strips",
    "Table",
    "Tick",
    "Tile",
    "TileMap",
    "education_bars",
    "employment_bars",
    "hexagon",
    "industry_bars",
    "natural_basis",
    "nice_axis",
    "openings_steps",
    "pay_chart",
    "pay_range",
    "point",
    "ranked_bars",
    "strips",
    "tile_map",
    "zoomed",
]
