"""Whose report it is: the name, logo and footer line of the school or practice."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from counselor_app.settings import LOGO, Settings

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


def branding(settings: Settings, folder: Path, schools: Path | None = None) -> Branding:
    """What was set once for every report; a logo that cannot be read any more is left out.

    ``schools`` is the logo that the school has set, None for the user's own in ``folder``.
    """
    logo, size = b"", (0, 0)
    if settings.logo:
        try:
            logo = (schools or folder / LOGO).read_bytes()
            size = png_size(logo)
        except (OSError, ValueError):
            logo, size = b"", (0, 0)
    return Branding(settings.school, settings.footer, logo, size)


def png_size(png: bytes) -> tuple[int, int]:
    """Pixels across and down, from the header (PNG specification, 11.2.2).

    Raises:
        ValueError: when the bytes are no PNG.
    """
    if png[:8] != b"\x89PNG\r\n\x1a\n" or png[12:16] != b"IHDR":
        raise ValueError("no PNG")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
