"""Whose report it is: the name, logo and footer line of the school or practice."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

NAME_LETTERS = 70
FOOTER_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Branding:
    """What stands on every page; "" and no bytes for what was never set.

    ``logo`` is a PNG that the program has made itself, ``logo_size`` its pixels across and down.
    """

    name: str = ""
    footer: str = ""
    logo: bytes = b""
    logo_size: tuple[int, int] = (0, 0)

    @property
    def logo_uri(self) -> str:
        """The logo as a data address, "" without one."""
        if not self.logo:
            return ""
        return f"data:image/png;base64,{b64encode(self.logo).decode('ascii')}"

    @property
    def logo_svg(self) -> str:
        """The logo as an SVG picture, which reaches a template as text; "" without one."""
        if not self.logo:
            return ""
        width, height = self.logo_size
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="{self.logo_uri}"/></svg>'
        )


NOT_BRANDED = Branding()
