"""How the handout of a session is laid out: what is left out, in which order, in what words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from counselor_app.language import Said, _, pgettext

PartKey = Literal["steps", "notes", "interests", "values", "jobs"]
PARTS: tuple[PartKey, ...] = get_args(PartKey)
"""The parts of a handout in their usual order."""
PART_WORDS: Mapping[PartKey, Said] = {
    "steps": pgettext("part of the plan", "Next steps"),
    "notes": pgettext("part of the plan", "Notes"),
    "interests": _("What you like"),
    "values": _("What you want from work"),
    "jobs": _("Jobs we looked at"),
}
LONGEST_STEP = 2000
"""Characters in a next step as it is typed."""
LONGEST_WORDING = 400
"""Characters in a sentence that is put in the place of one of the handout's own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``left_out`` are jobs that were looked at and are not printed, ``without`` parts that are
    not, ``order`` the parts as they come (none: the usual order).

    ``wording`` holds sentences in the place of the handout's own, by part or by the code of a job;
    ``next_met`` the next appointment as it was typed.
    """

    left_out: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    wording: Mapping[str, str] = field(default_factory=dict)
    next_met: str = ""

    @property
    def parts(self) -> tuple[PartKey, ...]:
        """Every part in its order."""
        known = [part for part in self.order if part in PARTS]
        return tuple(dict.fromkeys((*known, *PARTS)))

    def turned(self, part: PartKey, *, on: bool) -> Layout:
        """The same with a part printed or not."""
        rest = tuple(one for one in self.without if one != part)
        return replace(self, without=rest if on else (*rest, part))

    def job(self, code: str, *, on: bool) -> Layout:
        """The same with a job printed or left out."""
        rest = tuple(one for one in self.left_out if one != code)
        return replace(self, left_out=rest if on else (*rest, code))

    def worded(self, key: str, words: str) -> Layout:
        """The same with other words for a part or a job; "" gives the handout's own back."""
        kept = {one: said for one, said in self.wording.items() if one != key}
        said = " ".join(words.split())[:LONGEST_WORDING]
        return replace(self, wording={**kept, key: said} if said else kept)


def shifted(items: tuple[Any, ...], at: int, by: int) -> tuple[Any, ...]:
    """The items with the one ``at`` a place moved; at an end it stays."""
    to = min(max(at + by, 0), len(items) - 1)
    rest = [*items[:at], *items[at + 1 :]]
    return (*rest[:to], items[at], *rest[to:])


def layout_from(found: Mapping[str, Any]) -> Layout:
    """What was stored of a layout; what is missing is as usual.

    Raises:
        TypeError: where it has another shape.
    """
    lists = [found.get(key, []) for key in ("left_out", "without", "order")]
    wording, met = found.get("wording", {}), found.get("next_met", "")
    texts = [text for one in lists if isinstance(one, list) for text in one]
    fine = all(isinstance(one, list) for one in lists) and isinstance(wording, dict)
    if not fine or not all(isinstance(t, str) for t in (*texts, *wording.values(), met)):
        raise TypeError("the layout of a handout is none")
    left_out, without, order = (tuple(one) for one in lists)
    return Layout(left_out, without, order, wording, met)
