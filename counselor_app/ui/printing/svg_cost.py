"""Whether drawing an SVG ends soon: what its elements draw again by reference, counted before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

MOST_DRAWN = 20_000
"""Elements, each counted as often as it is drawn; a logo has some hundreds."""
_DEEPEST = 100

_REFERENCE = re.compile(r"#([\w.:-]+)")
_DASHES = re.compile(r"dasharray\s*:\s*(?!none)\S")


class _TooMuchError(Exception):
    """It is nested or repeated more than any logo is."""


@dataclass(slots=True)
class _Part:
    """An element: how much it holds itself, and what it draws besides."""

    own: int = 1
    draws: list[str] = field(default_factory=list)
    children: list[_Part] = field(default_factory=list)


def ends_soon(content: bytes) -> bool:
    """Whether a picture draws no more than ``MOST_DRAWN`` elements, and nothing that is slow."""
    parser = expat.ParserCreate()
    top = _Part()
    parts, stack, named = [top], [top], dict[str, _Part]()

    def start(name: str, attributes: dict[str, str]) -> None:
        part = _Part()
        parts.append(part)
        if len(parts) > MOST_DRAWN:
            raise _TooMuchError
        if len(stack) > _DEEPEST or name.rpartition(":")[2] == "filter":
            raise _TooMuchError
        for key, value in attributes.items():
            if key == "id":
                named[value] = part
            else:
                part.draws += _REFERENCE.findall(value)
            if _DASHES.search(value) or (key == "stroke-dasharray" and value.strip() != "none"):
                raise _TooMuchError  # a line can be cut into any number of dashes
        stack[-1].children.append(part)
        stack.append(part)

    def words(text: str) -> None:
        if _DASHES.search(text):
            raise _TooMuchError
        stack[-1].draws += _REFERENCE.findall(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: stack.pop()
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
        return _drawn(top, named, {}, frozenset()) <= MOST_DRAWN
    except (expat.ExpatError, _TooMuchError):
        return False


def _drawn(
    part: _Part, named: dict[str, _Part], known: dict[int, int], under: frozenset[int]
) -> int:
    """How many elements a part draws; endless where it draws itself."""
    me = id(part)
    if me in under or len(under) > 4 * _DEEPEST:
        raise _TooMuchError
    if me not in known:
        inside = under | {me}
        others = (named[name] for name in part.draws if name in named)
        known[me] = part.own + sum(
            _drawn(one, named, known, inside) for one in (*part.children, *others)
        )
        if known[me] > MOST_DRAWN:
            raise _TooMuchError
    return known[me]
