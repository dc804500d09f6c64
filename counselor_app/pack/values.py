"""Cells as the agencies publish them: numbers, marks, codes, and the ways to say "nothing".

Every parser takes a cell and raises ``ValueError`` with what was expected, in words.
"""

from __future__ import annotations

import re
from math import isfinite

from counselor_app.domain.figures.amounts import GROUPED
from counselor_app.language import _, pgettext

Cell = object

MISSING = frozenset({"", "n/a", "N/A"})
DASHES = frozenset({"-", "–", "—"})

_ONET_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
_SOC_CODE = re.compile(r"\d\d-\d{4}")
_MONTH = re.compile(r"(?:0[1-9]|1[0-2])/\d{4}")


def text(cell: Cell) -> str:
    """The cell as stripped text, "" when missing; a whole float (11.0) as "11"."""
    if isinstance(cell, str):
        stripped = cell.strip()
        return "" if stripped in MISSING else stripped
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def some_text(cell: Cell) -> str:
    """Text that must be there."""
    found = text(cell)
    if not found:
        raise ValueError(pgettext("expected", "some text"))
    return found


def number(cell: Cell) -> float | None:
    """A finite number; None when blank or n/a."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        try:
            value = float(cell)
        except ValueError:
            return _worded(cell.strip())
        if isfinite(value) and "_" not in cell:
            return value
    elif isinstance(cell, (float, int)) and not isinstance(cell, bool) and isfinite(cell):
        return float(cell)
    raise ValueError(pgettext("expected", "a number"))


def _worded(cell: str) -> float | None:
    if cell in MISSING:
        return None
    if GROUPED.fullmatch(cell):
        return float(cell.replace(",", ""))
    raise ValueError(pgettext("expected", "a number"))


def whole(cell: Cell) -> int | None:
    """A whole number; None when blank or n/a."""
    value = number(cell)
    if value is None:
        return None
    if not value.is_integer():
        raise ValueError(_("a whole number"))
    return int(value)


def some_whole(cell: Cell) -> int:
    """A whole number that must be there."""
    value = whole(cell)
    if value is None:
        raise ValueError(_("a whole number"))
    return value


WAGE_MARKS = frozenset({"*", "**", "#", "~"})
"""OEWS: wage withheld, employment withheld, at or above the cap, below 0.5 percent."""


def wage_value(cell: Cell) -> float | str | None:
    """An OEWS number or its mark."""
    if cell in WAGE_MARKS:
        return str(cell)
    try:
        return number(cell)
    except ValueError:
        if isinstance(cell, str) and cell.strip() in WAGE_MARKS:
            return cell.strip()
        raise ValueError(_("a number or one of the marks *, **, #")) from None


def whole_wage_value(cell: Cell) -> int | str | None:
    """An OEWS whole number or its mark."""
    value = wage_value(cell)
    if not isinstance(value, float):
        return value
    if not value.is_integer():
        raise ValueError(_("a whole number or one of the marks *, **, #"))
    return int(value)


def dashed_number(cell: Cell) -> float | None:
    """A number of the projections, where a dash means none is published."""
    return None if isinstance(cell, str) and cell.strip() in DASHES else number(cell)


def dashed_text(cell: Cell) -> str | None:
    """Text of the projections: a dash is missing, the word None is a value."""
    found = text(cell)
    return None if found in DASHES or not found else found


def onet_code(cell: Cell) -> str:
    """An O*NET-SOC code."""
    code = text(cell)
    if not _ONET_CODE.fullmatch(code):
        raise ValueError(_("an O*NET-SOC code such as 43-4051.00"))
    return code


def soc_code(cell: Cell) -> str:
    """A six-digit SOC code."""
    code = text(cell)
    if not _SOC_CODE.fullmatch(code):
        raise ValueError(_("a SOC code such as 43-4051"))
    return code


def month(cell: Cell) -> str:
    """A date as O*NET prints it, 'MM/YYYY'; "" when none is given."""
    date = text(cell)
    if date and not _MONTH.fullmatch(date):
        raise ValueError(_("a month and year such as 08/2025"))
    return date


def yes(cell: Cell) -> int:
    """1 for Y, 0 for N, n/a or blank."""
    word = text(cell)
    if word not in ("", "Y", "N"):
        raise ValueError(_("Y, N or n/a"))
    return int(word == "Y")


def true(cell: Cell) -> bool:
    """Whether an OEWS flag column says TRUE."""
    word = text(cell).upper()
    if word not in ("", "TRUE", "FALSE", "1", "0"):
        raise ValueError(_("TRUE or blank"))
    return word in ("TRUE", "1")
