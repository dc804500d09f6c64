"""Interest inventories whose scores a client can bring, and those scores checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, isfinite, sqrt

from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, listed, ngettext, pgettext

SHORT_FORM_SEM = 8.2 * sqrt(1 - 0.82)
"""SD √(1 − reliability) of an Interest Profiler short-form scale, in points of 40 (METHODS 2)."""
HALF_FORM_SEM = SHORT_FORM_SEM / sqrt(2)
"""Of half the items, in points of 20: half the SD, and the reliability of Spearman and Brown."""

SIX_SCORES = _("Give six scores in the order R,I,A,S,E,C, or named: R=8,I=14,A=10,S=22,E=25,C=33.")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_BARE_CODE = re.compile(r"[A-Za-z]+(?:[-/ ][A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Instrument:
    """An interest inventory: the ends of its six scales, and what is known of their error.

    ``sem`` is the standard error of measurement in points of a scale, None where there is
    none to use; ``error`` says where it comes from, or why there is none. ``items`` make a
    scale; 0 where that is not this program's to know. ``edition`` is that of the program's own
    items, "" for the inventories of others.
    """

    key: str
    name: str
    low: float
    high: float
    sem: float | None
    error: str
    items: int = 0
    edition: str = ""

    @property
    def scored(self) -> bool:
        """It gives six scores; a bare Holland code gives letters only."""
        return self.high > self.low

    @property
    def tie(self) -> int | None:
        """Two scales this many points apart or fewer are a tie; None without a SEM.

        The 90 % bound of a difference, 1.645 √2 SEM, in whole points (METHODS 2, convention):
        8 of 40 and 5 of 20.
        """
        return None if self.sem is None else floor(1.645 * sqrt(2) * self.sem)


INTEREST_PROFILER = Instrument(
    "ip-short", _("Interest Profiler, short form"), 0, 40, SHORT_FORM_SEM,
    _("Reliability .82 and SD 8.2 of the Interest Profiler short form."), 10,
)  # fmt: skip
HOLLAND_CODE = Instrument(
    "holland", pgettext("instrument", "Holland code"), 0, 0, None,
    _("A Holland code has letters and no scores, so nothing is known of their error."),
)  # fmt: skip
_BORROWED = _(
    "The measurement error is borrowed from the Interest Profiler: these are our own questions,"
    " not yet validated, so their own is not known."
)
OWN_LONG = Instrument(
    "own2-60", _("Counselor inventory, 60 items"), 0, 40, SHORT_FORM_SEM, _BORROWED, 10, "2"
)
OWN_SHORT = Instrument(
    "own2-30", _("Counselor inventory, 30 items"), 0, 20, HALF_FORM_SEM, _BORROWED, 5, "2"
)
_ANOTHER_LANGUAGE = joined((
    _BORROWED,
    _("The Spanish questions are not known to measure the same as the English ones."),
))  # fmt: skip
OWN_LONG_SPANISH = Instrument(
    "own2-60-es", _("Counselor inventory in Spanish, 60 items"), 0, 40, SHORT_FORM_SEM,
    _ANOTHER_LANGUAGE, 10, "2-es",
)  # fmt: skip
OWN_SHORT_SPANISH = Instrument(
    "own2-30-es", _("Counselor inventory in Spanish, 30 items"), 0, 20, HALF_FORM_SEM,
    _ANOTHER_LANGUAGE, 5, "2-es",
)  # fmt: skip
# A key never means another edition or language: records and printed codes hold it.
FIRST_LONG = Instrument(
    "own-60", _("Counselor inventory, first edition, 60 items"), 0, 40, SHORT_FORM_SEM,
    _BORROWED, 10, "1",
)  # fmt: skip
FIRST_SHORT = Instrument(
    "own-30", _("Counselor inventory, first edition, 30 items"), 0, 20, HALF_FORM_SEM,
    _BORROWED, 5, "1",
)  # fmt: skip
INSTRUMENTS: dict[str, Instrument] = {
    instrument.key: instrument
    for instrument in (
        INTEREST_PROFILER,
        Instrument(
            "ip-mini", _("Interest Profiler, mini form"), 0, 20, HALF_FORM_SEM,
            _("Worked out from the short form for half the items; the mini form’s own error was"
              " not at hand."), 5,
        ),
        Instrument(
            "sds", pgettext("instrument", "Self-Directed Search"), 2, 50, None,
            _("This program has no published measurement error of the Self-Directed Search."),
        ),
        Instrument(
            "strong", _("Strong Interest Inventory, standard scores"), 20, 85, None,
            _("This program has no published measurement error of the Strong standard scores."),
        ),
        OWN_LONG,
        OWN_SHORT,
        OWN_LONG_SPANISH,
        OWN_SHORT_SPANISH,
        FIRST_LONG,
        FIRST_SHORT,
        HOLLAND_CODE,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClientScores:
    """What a client's inventory gave: six raw scores R I A S E C, or a bare code.

    ``scores`` are in the instrument's own points; empty where there is only ``letters``, a
    Holland code of one to three letters. ``date`` is when the inventory was taken, None when
    that is not known. ``answered`` counts the items behind each score, where some were left out
    and it was taken in proportion; empty when all were answered or that is not known.

    Raises:
        UserError: when they are not six scores within the instrument's range, or no code.
    """

    instrument: Instrument
    scores: tuple[float, ...]
    date: date | None = None
    letters: str = ""
    answered: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.instrument.scored:
            _check_code(self)
        elif self.letters or len(self.scores) != 6:
            raise UserError(
                joined((
                    ngettext(
                        "{n} score was given for the {test}; six are needed.",
                        "{n} scores were given for the {test}; six are needed.",
                        len(self.scores), n=len(self.scores), test=self.instrument.name,
                    ),
                    SIX_SCORES,
                ))
            )  # fmt: skip
        else:
            _check_range(self.instrument, self.scores)
            _check_answered(self)


def _check_code(client: ClientScores) -> None:
    letters = client.letters
    if client.scores or not 1 <= len(letters) <= 3 or set(letters) - set(LETTERS):
        raise UserError(
            _("{code} is not a Holland code; expected one to three of the letters {letters}, the"
              " strongest first, such as CES.",
              code=repr(letters) if letters else pgettext("no code", "This"),
              letters=listed(LETTERS))
        )  # fmt: skip
    if twice := [x for x in LETTERS if letters.count(x) > 1]:
        raise UserError(
            _("The Holland code {code} names {letters} twice; give each once.",
              code=letters, letters=listed(twice))
        )  # fmt: skip


def _check_range(instrument: Instrument, scores: Sequence[float]) -> None:
    outside = [
        _("{letter} is {score}", letter=letter, score=format(score, "g"))
        for letter, score in zip(LETTERS, scores, strict=True)
        if not (isfinite(score) and instrument.low <= score <= instrument.high)
    ]
    if not outside:
        return
    given = (i for i in INSTRUMENTS.values() if i.edition in ("", OWN_LONG.edition))
    fitting = [i.key for i in given if all(i.low <= s <= i.high for s in scores)]
    hint = _("Check the scores.")
    if fitting:
        hint = _(
            "Check the scores, or name the instrument they come from: {instruments}.",
            instruments=listed(fitting, "or"),
        )
    raise UserError(
        joined((
            _("{scores}, but scores of the {test} go from {low} to {high}.",
              scores=listed(outside), test=instrument.name,
              low=format(instrument.low, "g"), high=format(instrument.high, "g")),
            hint,
        ))
    )  # fmt: skip


def _check_answered(client: ClientScores) -> None:
    of = client.instrument.items
    if client.answered and not (
        len(client.answered) == len(LETTERS) and all(0 < n <= of for n in client.answered)
    ):
        raise UserError(
            _("The answers behind the scores are {answered}; expected six counts from 1 to {of}.",
              answered=listed(map(str, client.answered)), of=of)
        )  # fmt: skip


def instrument_named(name: str) -> Instrument:
    """The instrument with this key ("ip-short", "ip-mini", "sds", "strong", "own2-60",
    "own2-30", "own-60", "own-30", "holland").

    Raises:
        UserError: when there is none.
    """
    found = INSTRUMENTS.get(name.strip().casefold())
    if found is None:
        raise UserError(
            _("No instrument is called {name}. Expected one of: {known}.",
              name=repr(name), known=joined(map(_with_range, INSTRUMENTS.values()), "; "))
        )  # fmt: skip
    return found


def _with_range(instrument: Instrument) -> Said:
    key, name = instrument.key, instrument.name
    if not instrument.scored:
        return _("{key} ({name})", key=key, name=name)
    low, high = (format(end, "g") for end in (instrument.low, instrument.high))
    return _("{key} ({name}, {low} to {high})", key=key, name=name, low=low, high=high)


def parse_scores(
    text: str, instrument: Instrument | None = None, taken: date | None = None
) -> ClientScores:
    """Scores as typed: "8,14,10,22,25,33", "C=33,R=8,..." in any order, or a code "CES".

    Without ``instrument`` six numbers are the Interest Profiler's short form, letters a code.

    Raises:
        UserError: when a score is missing, given twice, no number or out of range, or the
            instrument gives no such scores.
    """
    text = text.strip()
    bare = _BARE_CODE.fullmatch(text) is not None
    instrument = instrument or (HOLLAND_CODE if bare else INTEREST_PROFILER)
    if bare and not instrument.scored:
        letters = "".join(x for x in text.upper() if x.isalpha())
        return ClientScores(instrument, (), taken, letters)
    if bare:
        raise UserError(
            _("{code} is a code without scores, but the {test} gives six scores. {six} For a code"
              " alone name the instrument holland.",
              code=repr(text), test=instrument.name, six=SIX_SCORES)
        )  # fmt: skip
    if not instrument.scored:
        raise UserError(
            _("{code} is not a Holland code; expected letters such as CES. For six scores name the"
              " instrument they come from.", code=repr(text))
        )  # fmt: skip
    return ClientScores(instrument, _numbers(text), taken)


def _numbers(text: str) -> tuple[float, ...]:
    separator = ";" if ";" in text else "," if "," in text else None
    items = [item.strip() for item in text.split(separator)]
    if any("=" in item or ":" in item for item in items):
        named: dict[str, float] = {}
        for item in items:
            letter, __, score = item.replace(":", "=").partition("=")
            letter = letter.strip().upper()
            if len(letter) != 1 or letter not in LETTERS:
                raise UserError(
                    _("{item} does not name one of the six letters. {six}",
                      item=repr(item), six=SIX_SCORES)
                )  # fmt: skip
            if letter in named:
                raise UserError(_("{letter} is given twice. {six}", letter=letter, six=SIX_SCORES))
            named[letter] = _number(score.strip(), letter)
        if missing := [letter for letter in LETTERS if letter not in named]:
            raise UserError(
                _("There is no score for {letters}. {six}",
                  letters=listed(missing), six=SIX_SCORES)
            )  # fmt: skip
        return tuple(named[letter] for letter in LETTERS)
    if len(items) != 6:
        raise UserError(
            joined((
                ngettext(
                    "{n} score was given; six are needed.",
                    "{n} scores were given; six are needed.", len(items), n=len(items),
                ),
                SIX_SCORES,
                _("Decimals take a point (8.5), not a comma."),
            ))
        )  # fmt: skip
    return tuple(_number(item, letter) for letter, item in zip(LETTERS, items, strict=True))


def _number(text: str, letter: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text)
    if not text:
        raise UserError(_("The score for {letter} is empty. {six}", letter=letter, six=SIX_SCORES))
    if _DECIMAL_COMMA.fullmatch(text):
        point = text.replace(",", ".")
        raise UserError(
            _("The score for {letter} has a decimal comma: write {point}, not {comma}.",
              letter=letter, point=point, comma=text)
        )  # fmt: skip
    raise UserError(
        _("The score for {letter}, {score}, is not a number. {six}",
          letter=letter, score=repr(text), six=SIX_SCORES)
    )  # fmt: skip
