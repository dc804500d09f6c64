"""What an occupation's figures are set against: all published ones, read once of a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.published import PUBLISHED_WORDS
from counselor_app.language import _

OUTER_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Peers:
    """Occupations with the same typical entry education: how many, and their middle pay."""

    count: int
    median: Figure


@dataclass(frozen=True, slots=True)
class Landscape:
    """What the rules compare with, read once of a pack.

    ``peers`` is keyed by entry education as published. ``wide`` and ``narrow`` are the P90/P10
    ratios from which, and up to which, the outer tenths of all published occupations lie; None
    where nothing is published.
    """

    peers: Mapping[str, Peers]
    wide: float | None
    narrow: float | None


def peers_figure(median: Figure, value: float, count: int, education: str) -> Figure:
    """The middle of the peers' medians as a figure of the release that ``median`` is from."""
    about = _(
        "The middle of the national medians for a full year of {n} occupations with the same"
        " typical entry education: {education}.",
        n=count, education=PUBLISHED_WORDS.get(education, education),
    )  # fmt: skip
    return replace(
        median, key="peers.wage.annual.p50", value=value, se=None, flag=None, about=about
    )
