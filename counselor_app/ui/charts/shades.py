"""Shades of a color on a ground, and the text that can be read on them."""

from __future__ import annotations

from PySide6.QtGui import QColor


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """``share`` of the color on the ground: 0 is the ground, 1 the color."""
    rest = 1 - share
    return QColor.fromRgbF(
        color.redF() * share + ground.redF() * rest,
        color.greenF() * share + ground.greenF() * rest,
        color.blueF() * share + ground.blueF() * rest,
    )


def luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = (color.redF(), color.greenF(), color.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(ground: QColor, one: QColor, other: QColor) -> QColor:
    """Whichever of two text colors stands out more from the ground."""
    return max(one, other, key=lambda color: contrast(ground, color))
