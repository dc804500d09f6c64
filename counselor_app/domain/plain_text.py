"""Text from outside reduced to what a reader sees: one kind of digit and dash, no control signs."""

from __future__ import annotations

import unicodedata

_DASH = {"\u2212": "-", "\u00ad": ""}
"""The minus sign is no dash to Unicode; a soft hyphen is not seen."""


def plain_signs(text: str) -> str:
    """Full-width digits and letters as plain ones, every dash as a hyphen, what has no width gone.

    Runs of white space become one space, with none at the ends.
    """
    made = []
    for sign in unicodedata.normalize("NFKC", text):
        kind = unicodedata.category(sign)
        if kind == "Nd":
            made.append(str(unicodedata.decimal(sign)))
        elif kind == "Pd":
            made.append("-")
        elif kind not in ("Cf", "Cn"):
            made.append(_DASH.get(sign, sign))
    return " ".join("".join(made).split())


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
