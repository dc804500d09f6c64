"""What stands out between occupations, in one line; differences that are small are left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import Said, _, joined, listed

PAY_APART = 1.05
"""The median that pays most is this many times the next one [convention]."""
OPENINGS_APART = 1.1
"""The most openings are this many times the next [convention]."""
GROWTH_APART = 1.0
"""The fastest growth is this many points above the next [convention]."""
SUBJECTS = ("pay", "outlook", "openings")
_LONGEST = 150

_Value = Callable[[Sheet], Figure]


def lead(sheets: Sequence[Sheet], about: Collection[str] = SUBJECTS) -> str:
    """Who earns most, grows fastest and has most openings, as far as it is clear; "" else.

    Only on what ``about`` names: "pay", "outlook", "openings"; and only where every figure is its
    occupation's own: what is published for a group places no job.
    """
    said: dict[str, list[Said]] = {}
    alike = all(sheet.nation.full_year for sheet in sheets)
    pay = _first(sheets, lambda s: s.nation.median(), lambda a, b: alike and a >= PAY_APART * b)
    grows = _first(
        sheets, lambda s: s.outlook.change_pct, lambda a, b: a > 0 and a >= b + GROWTH_APART
    )
    hires = _first(sheets, lambda s: s.outlook.openings, lambda a, b: a >= OPENINGS_APART * b)
    for subject, title, words in (
        ("pay", pay, _("the highest pay")),
        ("outlook", grows, _("the fastest growth")),
        ("openings", hires, _("the most openings")),
    ):
        if title is not None and subject in about:
            said.setdefault(title, []).append(words)
    leads = joined((joined((job, listed(words)), ": ") for job, words in said.items()), "; ")
    return _("{leads}.", leads=leads) if leads and len(leads) <= _LONGEST else ""


def _first(
    sheets: Sequence[Sheet], value: _Value, apart: Callable[[float, float], bool]
) -> str | None:
    """The title of the one that is clearly first.

    None where it is close, or a value is missing or a group's.
    """
    figures = [(value(s), s.occupation.title) for s in sheets]
    known = [(n, title) for f, title in figures if not f.group and (n := f.number) is not None]
    if len(known) < len(sheets):
        return None
    known.sort(key=lambda pair: -pair[0])
    (first, title), (second, _other) = known[:2]
    return title if apart(first, second) else None
