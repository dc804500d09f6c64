"""What a comparison of occupations is: questions, and an answer of each."""

from __future__ import annotations

from dataclasses import dataclass

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import told


@dataclass(frozen=True, slots=True)
class Cell:
    """One occupation's answer: ``bare`` words, and the figures they are made of."""

    bare: str
    figures: tuple[Figure, ...] = ()

    @property
    def words(self) -> str:
        """The answer, led by the group that the figures are of where they are not the job's own."""
        return told(self.bare, *self.figures)


@dataclass(frozen=True, slots=True)
class Row:
    """One question, a cell an occupation; ``note`` says what is shared or within error, or ""."""

    key: str
    question: str
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The occupations, as (code, title), and the rows in reading order."""

    occupations: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
