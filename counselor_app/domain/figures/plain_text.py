"""Text from outside reduced to what a reader sees: one kind of digit and dash, no control signs."""

from __future__ import annotations

import unicodedata

_MINUS = "\u2212"
_FULL_WIDTH = 0xFEE0
"""How far the full-width signs ！ to ～ lie above the plain ones."""


def plain_signs(text: str) -> str:
    """Full-width signs as plain ones, any digit as 0 to 9, any dash as a hyphen, no unseen signs.

    Runs of white space become one space, with none at the ends. A raised or circled digit stays
    what it is.
    """
    return " ".join("".join(map(_plain, text)).split())


def _plain(sign: str) -> str:
    if "！" <= sign <= "～":
        return chr(ord(sign) - _FULL_WIDTH)
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind == "Pd" or sign == _MINUS:
        return "-"
    return "" if kind == "Cf" else sign


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control and direction signs as ``\\u001b``.

    Line breaks and tabs stay. Half a surrogate pair, an undecodable byte of a file name, becomes
    ``\\udc80``. Escaped as JSON escapes, so that JSON stays JSON.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if _shown(sign) else _escaped(sign) for sign in text)


def _shown(sign: str) -> bool:
    """Whether a sign is printed; the joiners that some scripts are written with are."""
    if sign in "\n\t\u200c\u200d":
        return True
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _escaped(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
