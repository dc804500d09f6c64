"""The code on a student's sheet that carries six interest scores to the counselor's program.

Sixteen characters in groups of four: the inventory, the day it was taken, six scores, and a
checksum; nothing else of the student. Crockford's base 32 leaves out I, L, O and U, and what is
typed for them is understood.

The checksum is a Reed-Solomon code over GF(32), 12 characters and 4 more (Reed and Solomon
1960). A sum such as a CRC tells that something is wrong; this one also tells where. Any one to
four wrong characters, two that were swapped among them, are caught for certain; one or two wrong
ones are found. Of codes made up at random, or with five or more wrong characters, at most one in
2**20 (1,048,576) passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.domain.session.inventory import needed_a_scale
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, ngettext

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
CHECK_BITS = 20
"""A code that was not printed by a kiosk passes once in two to the power of this."""

_CHECKS = 4
_DATA = LENGTH - _CHECKS
_FIRST_DAY = date(2024, 1, 1)
_DATE_BITS, _FORM_BITS = 15, 4
_LAST_DAY = _FIRST_DAY + timedelta(days=2**_DATE_BITS - 1)
_SCORES = 2 ** (5 * _DATA - _DATE_BITS - _FORM_BITS)

# The inventory's number in a code. A number is never used again: another edition of the own
# inventory, or one in another language, takes a new one. No inventory is 0, so that sixteen zeros
# are no code.
_FORMS = {
    1: "own-60", 2: "own-30", 3: "ip-short", 4: "ip-mini", 5: "sds", 6: "strong",
    7: "own2-60", 8: "own2-30", 9: "own2-60-es", 10: "own2-30-es",
}  # fmt: skip
_MISREAD = str.maketrans("OIL", "011")
_SEPARATORS = " -\t\n\r\u2010\u2011\u2012\u2013\u2014\u00a0"


def handover_code(scores: ClientScores) -> str:
    """The code of six scores and the day they were taken: "41TP-0M2K-...".

    Raises:
        UserError: when there are no six scores or no date, the date is not from 2024 to 2113, or
            a score is none that the inventory can give.
    """
    key = scores.instrument.key
    form = next((form for form, name in _FORMS.items() if name == key), None)
    if form is None or not scores.scores:
        raise UserError(_("A hand-over code carries six scores; a Holland code alone has none."))
    day = scores.date
    if day is None or not _FIRST_DAY <= day <= _LAST_DAY:
        raise UserError(
            _("A hand-over code carries the date of the inventory, from {first} to {last}; check"
              " the date of this computer.", first=_FIRST_DAY.year, last=_LAST_DAY.year)
        )  # fmt: skip
    values = _values(key)
    packed = 0
    for score in scores.scores:
        if score not in values:
            raise UserError(
                _("{score} is no score that the {test} gives.",
                  score=format(score, "g"), test=scores.instrument.name)
            )  # fmt: skip
        packed = packed * len(values) + values.index(score)
    whole = ((day - _FIRST_DAY).days << _FORM_BITS | form) * _SCORES + packed
    data = [whole >> 5 * place & 31 for place in reversed(range(_DATA))]
    return grouped("".join(ALPHABET[symbol] for symbol in (*data, *_checks(data))))


def grouped(code: str) -> str:
    """Sixteen characters as four groups."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def ungrouped(text: str) -> str:
    """The characters of a code as typed: no blanks or dashes, capitals, O for 0 and I, L for 1."""
    bare = "".join(x for x in text if x not in _SEPARATORS)
    return "".join(x.upper() if x.isascii() else x for x in bare).translate(_MISREAD)


def read_handover_code(text: str) -> ClientScores:
    """The scores, the inventory and the day in a code, typed or scanned.

    Raises:
        UserError: when characters are missing, too many or wrong; the message says which.
    """
    code = ungrouped(text)
    if strange := [place for place, x in enumerate(code[: 2 * LENGTH]) if x not in ALPHABET]:
        shown = code[strange[0]]
        raise UserError(
            _("The {place} character, {character}, is never used in a code. Codes have digits and"
              " capital letters without I, L, O and U; look at the sheet again.",
              place=ordinal(strange[0] + 1), character=shown if shown.isprintable() else "?")
        )  # fmt: skip
    if len(code) != LENGTH:
        wrong = _("Some are missing.") if len(code) < LENGTH else _("There are too many.")
        raise UserError(
            ngettext(
                "The code has {n} character; it should have {most}, four groups of four. {wrong}",
                "The code has {n} characters; it should have {most}, four groups of four. {wrong}",
                len(code), n=number(len(code)), most=LENGTH, wrong=wrong,
            )
        )  # fmt: skip
    symbols = [ALPHABET.index(x) for x in code]
    if any(syndromes := _syndromes(symbols)):
        raise UserError(_what_is_wrong(symbols, syndromes))
    whole = 0
    for symbol in symbols[:_DATA]:
        whole = whole << 5 | symbol
    head, packed = divmod(whole, _SCORES)
    days, form = divmod(head, 1 << _FORM_BITS)
    if form not in _FORMS:
        raise _not_ours()
    values = _values(_FORMS[form])
    places = []
    for __ in range(6):
        packed, place = divmod(packed, len(values))
        places.append(place)
    if packed:
        raise _not_ours()
    taken = _FIRST_DAY + timedelta(days=days)
    found = tuple(values[place] for place in reversed(places))
    return ClientScores(INSTRUMENTS[_FORMS[form]], found, taken)


def is_handover_code(text: str) -> bool:
    """Whether ``text`` is a whole code without a mistake."""
    code = ungrouped(text)
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        return False
    if any(_syndromes([ALPHABET.index(x) for x in code])):
        return False
    try:
        read_handover_code(text)
    except UserError:
        return False
    return True


def _not_ours() -> UserError:
    return UserError(
        _("This code is from a newer version of the program, or from somewhere else: it names no"
          " inventory and scores that this version knows. Update the program, or type in the"
          " scores.")
    )  # fmt: skip


@cache
def _values(instrument: str) -> tuple[float, ...]:
    """Every score that a scale can have: with items left out it is taken in proportion."""
    test = INSTRUMENTS[instrument]
    if not test.edition:
        return tuple(float(score) for score in range(int(test.low), int(test.high) + 1))
    return tuple(
        sorted(
            {
                points * test.items / answered
                for answered in range(needed_a_scale(test.items), test.items + 1)
                for points in range(4 * answered + 1)
            }
        )
    )


def _what_is_wrong(symbols: Sequence[int], syndromes: Sequence[int]) -> Said:
    """Which characters are wrong, as far as that can be told."""
    for count in (1, 2):
        for places in combinations(range(LENGTH), count):
            if not _explained(places, syndromes):
                continue
            named = listed(ordinal(place + 1) for place in places)
            if count == 1:
                return _("The {place} character of the code is wrong; look at the sheet again.",
                         place=named)  # fmt: skip
            swapped = list(symbols)
            first, second = places
            swapped[first], swapped[second] = swapped[second], swapped[first]
            if not any(_syndromes(swapped)):
                return _("The {places} characters of the code are swapped; look at the sheet"
                         " again.", places=named)  # fmt: skip
            return _("The {places} characters of the code are wrong; look at the sheet again.",
                     places=named)  # fmt: skip
    return _(
        "Several characters of the code are wrong, or it is no code of a kiosk; look at the sheet"
        " again."
    )


# Arithmetic in GF(32), made by x**5 + x**2 + 1; a symbol is an element, addition is ^.
_POWERS = [1]
for __ in range(30):
    _POWERS.append(_POWERS[-1] << 1 ^ (0b100101 if _POWERS[-1] & 16 else 0))
_LOGS = {power: exponent for exponent, power in enumerate(_POWERS)}


def _times(a: int, b: int) -> int:
    return _POWERS[(_LOGS[a] + _LOGS[b]) % 31] if a and b else 0


def _at(symbols: Iterable[int], root: int) -> int:
    """The polynomial whose coefficients are ``symbols``, highest first, at ``root``."""
    value = 0
    for symbol in symbols:
        value = _times(value, root) ^ symbol
    return value


def _syndromes(symbols: Sequence[int]) -> tuple[int, ...]:
    """All 0 where the code is whole."""
    return tuple(_at(symbols, _POWERS[exponent]) for exponent in range(_CHECKS))


@cache
def _generator() -> tuple[int, ...]:
    """The product of (x + root) over the first powers, highest coefficient first."""
    found = [1]
    for exponent in range(_CHECKS):
        root = _POWERS[exponent]
        shifted = [*found, 0]
        found = [a ^ _times(root, b) for a, b in zip(shifted, [0, *found], strict=True)]
    return tuple(found)


def _checks(data: Sequence[int]) -> list[int]:
    """The remainder of the data by the generator: four symbols."""
    rest = [*data, *[0] * _CHECKS]
    for place in range(len(data)):
        factor = rest[place]
        for offset, part in enumerate(_generator()):
            rest[place + offset] ^= _times(factor, part)
    return rest[-_CHECKS:]


def _explained(places: Sequence[int], syndromes: Sequence[int]) -> bool:
    """Whether mistakes at ``places`` alone, one or two, would give these syndromes.

    The syndromes follow the recurrence of the error locator (Peterson 1960).
    """
    roots = [_POWERS[LENGTH - 1 - place] for place in places]
    if len(roots) == 1:
        return all(_times(before, roots[0]) == after for before, after in pairwise(syndromes))
    total, product = roots[0] ^ roots[1], _times(roots[0], roots[1])
    return all(
        syndromes[k + 2] == _times(total, syndromes[k + 1]) ^ _times(product, syndromes[k])
        for k in range(_CHECKS - 2)
    )
