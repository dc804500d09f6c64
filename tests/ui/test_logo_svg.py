"""An SVG is drawn as a logo only when drawing it ends soon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counselor_app.errors import UserError
from counselor_app.ui.printing.logo import read_logo

_OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="40" height="20">'
)


def _levels(level: str, depth: int = 40) -> str:
    """Each level twice the one below."""
    return "".join(level.format(n=n, below=n - 1) for n in range(1, depth))


def _slow() -> Iterator[tuple[str, str]]:
    first = '<g id="l0"><rect width="1" height="1"/></g>'
    twice = '<g id="l{n}"><use {h}="#l{{below}}"/><use {h}="#l{{below}}"/></g>'
    for href in ("href", "xlink:href"):
        level = twice.replace("{h}", href).replace("{{below}}", "{below}")
        yield f"use in use, {href}", f'<defs>{first}{_levels(level)}</defs><use {href}="#l39"/>'
        yield f"use in use, drawn, {href}", first + _levels(level)
    ten = '<symbol id="l{n}">' + 10 * '<use href="#l{below}"/>' + "</symbol>"
    yield "symbols", first + _levels(ten, 9) + '<use href="#l8"/>'
    yield "itself", '<g id="a"><use href="#a"/></g>'
    yield "each other", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    for kind, drawn in (("mask", "mask"), ("pattern", "fill"), ("marker", "marker-end")):
        inside = 4 * f'<rect width="1" height="1" {drawn}="url(#l{{below}})"/>'
        level = f'<{kind} id="l{{n}}">{inside}</{kind}>'
        yield kind, first + _levels(level) + f'<path d="M0 0L9 9" {drawn}="url(#l39)"/>'
        styled = level.replace(f'{drawn}="url', f'style="{drawn}:url')
        yield f"{kind} by style", first + _levels(styled)
    yield "nested groups", "<g>" * 100_000 + "</g>" * 100_000
    yield "unclosed groups", "<g>" * 100_000
    yield "many", '<rect width="1" height="1"/>' * 100_000
    dashes = '<path stroke="red" d="M0 0H1e9" {}/>'
    yield "dashes", dashes.format('stroke-dasharray="0.0001"')
    yield "dashes by style", dashes.format('style="stroke-dasharray: .0001"')
    yield "dashes by sheet", "<style>path{stroke-dasharray:.0001}</style>" + dashes.format("")
    yield "filter", '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter>'


@pytest.mark.parametrize("inside", [pytest.param(svg, id=name) for name, svg in _slow()])
def test_a_picture_that_would_be_drawn_for_ever_is_refused_in_words(
    inside: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(f"{_OPEN}{inside}</svg>")
    with pytest.raises(UserError, match="Save it as PNG"):
        read_logo(path)


def test_a_logo_as_drawing_programs_write_it_is_drawn(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(
        f'{_OPEN}<defs><linearGradient id="a"><stop offset="0"/></linearGradient>'
        '<linearGradient id="b" xlink:href="#a"/></defs>'
        '<g id="c" style="fill:url(#b);stroke-dasharray:none;stroke-dashoffset:0">'
        '<rect id="d" width="9" height="9" fill="#00ff00" stroke-dasharray="none"/></g>'
        + '<use xlink:href="#c" x="9"/>' * 20
        + "</svg>"
    )
    assert read_logo(path)[1] == (600, 300)
