"""What a client says of themselves set beside one job: what to talk about, in words.

No sum, no rank and no score of fit (METHODS 6).
"""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.fit.work_values import beside
from counselor_app.domain.session import styles, value_cards
from counselor_app.domain.session.styles import JobStyle, Statement, StyleAnswers
from counselor_app.domain.session.value_cards import Card, Piles
from counselor_app.language import Said, _, joined

NO_PROMPT = _("No work style stands far apart between you and this job.")


def job_styles(ratings: Sequence[Rating]) -> tuple[JobStyle, ...]:
    """What a job calls for, by element; empty where its styles were rated on another scale."""
    return tuple(
        JobStyle(r.element, r.name, r.main.number, r.distinct_rank or 0, r.place)
        for r in sorted(ratings, key=lambda r: r.element)
        if r.main.unit == "impact -3..3" and r.main.number is not None
    )


def style_lines(
    answers: StyleAnswers | None, statements: Sequence[Statement], ratings: Sequence[Rating]
) -> tuple[Said, ...]:
    """What to ask where client and job stand far apart on a work style; or that none does.

    Empty without answers of this edition, or where the job has no such ratings.
    """
    job = job_styles(ratings)
    if answers is None or answers.edition != styles.EDITION or not job:
        return ()
    scores = {
        element: found.score for element, found in styles.style_scores(answers, statements).items()
    }
    found = styles.prompts(scores, job)
    lines = (
        *(styles.calls_for_words(one.name) for one in found.calls_for),
        *(styles.little_called_words(one.name) for one in found.little_called_for),
    )
    return lines or (NO_PROMPT,)


def value_lines(
    piles: Piles | None, cards: Sequence[Card], ratings: Sequence[Rating]
) -> tuple[Said, ...]:
    """What matters to the client and the job meets, or not; then what to ask in an interview.

    Empty without cards of this edition; without ratings of the job only what to ask.
    """
    if piles is None or piles.edition != value_cards.EDITION:
        return ()
    weights = value_cards.weights(piles, cards)
    lines: list[Said] = []
    for row in beside((), ratings):
        said = value_cards.remark(weights.get(row.value.element), row.place)
        if (words := value_cards.REMARK_WORDS[said]) is not None:
            lines.append(joined((row.value.name, words), ": "))
    if ask := value_cards.to_ask(piles, cards):
        lines.append(
            _("No data on jobs tell this, so ask in an interview: {cards}",
              cards=joined((card.text for card in ask), " "))
        )  # fmt: skip
    return tuple(lines)


def pile_lines(piles: Piles, cards: Sequence[Card]) -> tuple[Said, ...]:
    """The piles in words, "Must have: ...", those that hold a card this program knows."""
    texts = {card.id: card.text for card in cards}
    laid = {pile: [texts[c] for c in piles.pile(pile) if c in texts] for pile in value_cards.PILES}
    words = value_cards.PILE_WORDS
    return tuple(joined((words[pile], joined(own)), ": ") for pile, own in laid.items() if own)
