"""How colors look to who lacks a kind of cones, and how far apart two colors then are.

The matrices are those of severity 1.0 in G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (6), 2009, 1291-1298, doi:10.1109/TVCG.2009.113; they are
for linear RGB. Distances are those of CIE 1976 L*a*b* under D65.
"""

from __future__ import annotations

from math import dist

Color = tuple[float, float, float]

VISIONS: dict[str, tuple[Color, Color, Color]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "gray": ((0.2126, 0.7152, 0.0722),) * 3,
}
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def apart(one: Color, other: Color, vision: str = "usual") -> float:
    """How far apart two sRGB colors (0 to 255) look; 2 is just seen, 100 is black and white."""
    return dist(_lab(_seen(one, vision)), _lab(_seen(other, vision)))


def _seen(color: Color, vision: str) -> Color:
    parts = (part / 255 for part in color[:3])
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = (min(max(part, 0.0), 1.0) for part in _times(VISIONS[vision], linear))
    return red, green, blue


def _lab(linear: Color) -> Color:
    parts = (value / white for value, white in zip(_times(_TO_XYZ, linear), _WHITE, strict=True))
    x, y, z = (p ** (1 / 3) if p > 216 / 24389 else (24389 / 27 * p + 16) / 116 for p in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[Color, ...], color: list[float] | Color) -> list[float]:
    return [sum(a * b for a, b in zip(row, color, strict=True)) for row in matrix]
