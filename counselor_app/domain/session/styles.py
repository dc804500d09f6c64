"""How a client works, in own statements, beside the work styles that a job calls for.

Two statements a style (METHODS 6, convention): not validated, no sum and no score of fit, since
agreement of personality with experts' demands predicts nothing. Never for selection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from counselor_app.domain.figures.provenance import Placement
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

EDITION = "1"
"""Edition of the statements; answers to another one are kept and not scored."""

YOUNGEST = 16
"""Years of age from which the statements are given [convention]."""

ANCHORS: tuple[Said, ...] = (
    _("not like me"), _("a little like me"), pgettext("answer", "in between"), _("mostly like me"),
    _("a lot like me"),
)  # fmt: skip
"""The answers 1 to 5."""

ABOUT = _(
    "Our own statements, not validated: what a person says of themselves, to talk about. They make"
    " no score, and say nothing of who is fit for a job."
)
ABOUT_JOB = _("What a job calls for was judged by experts with the help of AI, from −3 to 3.")

_LOWEST, _HIGHEST = 1, 5
_DIFFER = 3  # points from which two answers on one style say different things
_STEPS = (0.0, 0.75, 1.5, 2.25)  # of impact, from which a level of 2, 3, 4, 5 [convention]
_HIGH, _LOW = 4, 2
_MOST_PROMPTS = 3
_LAST = 99  # distinctive rank 0: not among the distinctive ones


class Statement(NamedTuple):
    """One statement: a stable id, its style (an element id) and whether agreeing means less."""

    id: str
    element: str
    name: str
    reversed: bool
    text: str


class StyleScore(NamedTuple):
    """A style's mean of two answers, 1 to 5; None with the reason why."""

    score: float | None
    reason: Literal["left out", "answers differ"] | None


class JobStyle(NamedTuple):
    """What a job calls for: impact -3 to 3, distinctive rank (1 first, 0 none), its place."""

    element: str
    name: str
    impact: float
    distinct_rank: int
    place: Placement | None = None

    @property
    def level(self) -> int:
        """Impact as a level of 1 to 5 [convention]: a percentile alone would call 2.30 low."""
        return level(self.impact)


class Prompts(NamedTuple):
    """What to talk about, three each at most: a job calls for it, or asks little of it."""

    calls_for: tuple[JobStyle, ...]
    little_called_for: tuple[JobStyle, ...]


@dataclass(frozen=True, slots=True)
class StyleAnswers:
    """A client's answers 1 to 5 by the id of a statement, and the edition they belong to.

    Raises:
        UserError: when an answer is not a whole number from 1 to 5.
    """

    given: Mapping[str, int]
    edition: str = EDITION

    def __post_init__(self) -> None:
        for statement, value in self.given.items():
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole or not _LOWEST <= value <= _HIGHEST:
                raise UserError(
                    _("The answer to {statement} is {value}; expected a whole number from 1"
                      " ({low}) to 5 ({high}).",
                      statement=statement, value=repr(value), low=ANCHORS[0], high=ANCHORS[-1])
                )  # fmt: skip


def checked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, two a style.

    Raises:
        UserError: when a style has another number of them, or an id comes twice.
    """
    ids = [statement.id for statement in statements]
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise UserError(_("The statements have {ids} twice.", ids=listed(twice)))
    of = [statement.element for statement in statements]
    if wrong := sorted({element for element in of if of.count(element) != 2}):
        raise UserError(
            _("{styles}: expected two statements for each style.", styles=listed(wrong))
        )
    return tuple(statements)


def style_score(first: int | None, second: int | None, *, second_reversed: bool) -> StyleScore:
    """The mean of two answers, the second turned round (6 − x) where it is reversed.

    No score with one left out, or when the two are three or more points apart.
    """
    if first is None or second is None:
        return StyleScore(None, "left out")
    other = _LOWEST + _HIGHEST - second if second_reversed else second
    if abs(first - other) >= _DIFFER:
        return StyleScore(None, "answers differ")
    return StyleScore((first + other) / 2, None)


def style_scores(answers: StyleAnswers, statements: Sequence[Statement]) -> dict[str, StyleScore]:
    """The client's score on each style, by element.

    Raises:
        UserError: when the answers are of another edition, or name a statement that is none.
    """
    if answers.edition != EDITION:
        raise UserError(
            _("These answers were given to edition {other} of the statements on work styles; this"
              " program scores edition {own}. They are kept as they are.",
              other=answers.edition, own=EDITION)
        )  # fmt: skip
    if unknown := sorted(set(answers.given) - {statement.id for statement in statements}):
        raise UserError(
            _("{ids}: no statement on work styles. The answers are kept as they are.",
              ids=listed(unknown))
        )  # fmt: skip
    pairs: dict[str, list[Statement]] = {}
    for statement in statements:
        pairs.setdefault(statement.element, []).append(statement)
    return {
        element: style_score(
            answers.given.get(one.id), answers.given.get(other.id), second_reversed=other.reversed
        )
        for element, (one, other) in pairs.items()
    }


def level(impact: float) -> int:
    """The level, 1 to 5, of an impact of -3 to 3: from 0, .75, 1.5 and 2.25 one more each."""
    return 1 + sum(impact >= step for step in _STEPS)


def prompts(scores: Mapping[str, float | None], job: Iterable[JobStyle]) -> Prompts:
    """Where a client and a job stand far apart on a style: what to talk about, and no more.

    A level of 4 or 5 meets a score of 2 or less, or a level of 1 or 2 a score of 4 or more: at
    least two points of five. Three each, by distinctive rank, difference, id.
    """
    calls: list[JobStyle] = []
    little: list[JobStyle] = []
    for style in job:
        own = scores.get(style.element)
        if own is None:
            continue
        if style.level >= _HIGH and own <= _LOW:
            calls.append(style)
        elif style.level <= _LOW and own >= _HIGH:
            little.append(style)

    def order(style: JobStyle) -> tuple[int, float, str]:
        own = scores[style.element] or 0.0
        return style.distinct_rank or _LAST, -abs(style.level - own), style.element

    return Prompts(
        tuple(sorted(calls, key=order)[:_MOST_PROMPTS]),
        tuple(sorted(little, key=order)[:_MOST_PROMPTS]),
    )


def calls_for_words(style: str) -> Said:
    """What to ask where a job calls for a style that is not like the client."""
    return _(
        "This job calls for {style}. You say that is not like you. What would help?", style=style
    )


def little_called_words(style: str) -> Said:
    """What to ask where a job asks little of a style that is like the client."""
    return _(
        "This job asks little of {style}, which is like you. Where else could you use it?",
        style=style,
    )


def no_score_words(score: StyleScore) -> Said | None:
    """Why a style has no score; None where it has one."""
    if score.reason == "left out":
        return _("A statement was left out.")
    return _("The two answers differ: talk about them.") if score.reason else None
