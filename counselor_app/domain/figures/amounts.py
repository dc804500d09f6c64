"""Numbers as people type them: in the command line, the window, the filters and their files."""

from __future__ import annotations

import re

from counselor_app.domain.figures.plain_text import plain_signs, printable
from counselor_app.errors import UserError
from counselor_app.language import Said, _

GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
"""Thousands in groups of three by commas, a decimal point."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
_MARKED = re.compile(r"[0-9][0-9.,' ]*")
_LONGEST = 40


def parse_number(text: str, example: str = "15") -> float:
    """A number as typed: digits, a decimal point, thousands grouped by commas or spaces.

    Raises:
        UserError: when it is none, or its groups do not add up; the message says what may be
            meant, for nothing is guessed.
    """
    plain = plain_signs(text)
    if len(plain) > _LONGEST or not (
        _NUMBER.fullmatch(plain) or GROUPED.fullmatch(plain) or _SPACED.fullmatch(plain)
    ):
        typed, meaning = _quoted(text), _meant(plain)
        if meaning is None:
            raise UserError(
                _(
                    "{typed} is no number; write one such as {example}.",
                    typed=typed,
                    example=example,
                )
            )
        raise UserError(
            _(
                "{typed} is no number: {meaning}; write one such as {example}.",
                typed=typed, meaning=meaning, example=example,
            )
        )  # fmt: skip
    return float(plain.replace(",", "").replace(" ", ""))


def parse_dollars(text: str, example: str = "50,000") -> float:
    """An amount of money as typed, to the cent; a dollar sign before it may stand.

    Raises:
        UserError: as `parse_number`, and for more than two digits after the point ("44.770"), which
            in other countries are thousands.
    """
    plain = plain_signs(text).removeprefix("$").strip()
    cents = plain.partition(".")[2]
    try:
        amount = parse_number(plain, example)
    except UserError:
        amount = None
    if amount is None or len(cents) > 2 or not plain[-1:].isdecimal() or plain[0] in "+-.":
        typed, meaning = _quoted(text), _meant(plain)
        if meaning is None:
            raise UserError(
                _(
                    "{typed} is no amount in dollars; type one such as {example}.",
                    typed=typed, example=example,
                )
            )  # fmt: skip
        raise UserError(
            _(
                "{typed} is no amount in dollars: {meaning}; type one such as {example}.",
                typed=typed, meaning=meaning, example=example,
            )
        )  # fmt: skip
    return amount


def _quoted(text: str) -> str:
    return f"“{printable(text.strip()[:_LONGEST])}”"


def _meant(plain: str) -> Said | None:
    """What digits with marks between them may mean: with the last mark for a point, with none."""
    if len(plain) > _LONGEST or not _MARKED.fullmatch(plain) or plain.isdecimal():
        return None
    pieces = re.split(r"[.,' ]+", plain.rstrip(".,' "))
    whole = f"{int(''.join(pieces)):,}"
    if len(pieces) == 1:
        return _("it may mean {number}", number=whole)
    if len({*re.findall(r"[.,' ]", plain)}) == 1 and len(pieces) > 2:
        return _("its groups are not of three digits each; it may mean {number}", number=whole)
    pointed = f"{int(''.join(pieces[:-1])):,}.{pieces[-1]}"
    first, second = (whole, pointed) if len(pieces[-1]) > 2 else (pointed, whole)
    return _("it may mean {first} or {second}", first=first, second=second)
