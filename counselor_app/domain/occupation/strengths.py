"""What it helps to be good at, and whom the work suits: what is distinctive, or nothing.

Skills and abilities are ranked together by how many jobs rate them lower, so that what every job
asks for (listening, seeing close up) does not hide what this one asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counselor_app.domain.figures.phrases import INTEREST_LIKES, phrase
from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import Said, _, listed

FEWEST_BELOW = 75
"""Of 100 jobs, how many rate a strength lower at the least [convention]."""
IMPORTANT = 3.0
"""Importance, 1-5, from which an element matters [convention]."""
NAMED = 3
STYLES = 2

# Kinds of bodily strength, of which one is named at the most.
_STRENGTH = frozenset(
    ("Static Strength", "Explosive Strength", "Dynamic Strength", "Trunk Strength", "Stamina")
)
# Two names of what a student would call the same thing.
_ALIKE = (
    frozenset(("Active Listening", "Oral Comprehension", "Speech Recognition")),
    frozenset(("Speaking", "Oral Expression", "Speech Clarity")),
    frozenset(("Reading Comprehension", "Written Comprehension")),
    frozenset(("Writing", "Written Expression")),
    frozenset(("Mathematics", "Mathematical Reasoning", "Number Facility")),
    frozenset(("Repairing", "Equipment Maintenance")),
    frozenset(("Originality", "Fluency of Ideas")),
    frozenset(("Manual Dexterity", "Finger Dexterity", "Arm-Hand Steadiness")),
    _STRENGTH,
)
_LEADS = frozenset(("Leadership Orientation", "Initiative"))
_STYLES_ALIKE = (_LEADS, frozenset(("Stress Tolerance", "Self-Control")))
# Styles that a liking has said already.
_LIKED: Mapping[str, frozenset[str]] = {
    "I": frozenset(("Intellectual Curiosity",)),
    "E": _LEADS,
}


def strengths(sheet: Sheet) -> tuple[Rating, ...]:
    """The three skills or abilities that set the job apart, most first; empty where there are none.

    Each matters (importance 3 or more of 5), is rated lower in at least 75 of 100 jobs, and is
    not one that the release advises against. Ties: importance, then name.
    """
    rated = [
        rating
        for domain in ("skill", "ability")
        for rating in sheet.ratings.get(domain, ())
        if not rating.low_precision
        and rating.place is not None
        and rating.place.more_than >= FEWEST_BELOW
        and (rating.main.number or 0) >= IMPORTANT
    ]
    rated.sort(key=lambda r: (-_share_below(r), -(r.main.number or 0), r.name))
    found = _unlike(rated, _ALIKE)
    return tuple(found[:NAMED]) if len(found) >= NAMED else ()


def _unlike(rated: Sequence[Rating], alike: Sequence[frozenset[str]]) -> list[Rating]:
    """Those of which no other before says the same."""
    found: list[Rating] = []
    for rating in rated:
        twins = next((same for same in alike if rating.name in same), frozenset())
        if not any(one.name in twins for one in found):
            found.append(rating)
    return found


def _share_below(rating: Rating) -> float:
    assert rating.place is not None
    return rating.place.more_than


def strengths_words(sheet: Sheet) -> Said | None:
    """ "Finding faults, installing equipment and telling colors apart", in lower case."""
    found = strengths(sheet)
    return listed(phrase(rating.name) for rating in found) if found else None


def suits_words(sheet: Sheet) -> Said | None:
    """ "like working with their hands, like clear steps, and are dependable and careful".

    The two highest interests, then the styles that set the job apart and say something else; None
    without interests.
    """
    scores = [(-(figure.number or 0), i) for i, figure in enumerate(sheet.interests.scores)]
    if sheet.interests.profile is None:
        return None
    letters = [LETTERS[i] for _score, i in sorted(scores)[:2]]
    first, second = (INTEREST_LIKES[letter] for letter in letters)
    told = frozenset[str]().union(*(_LIKED.get(letter, ()) for letter in letters))
    styles = [
        rating
        for rating in sheet.ratings.get("style", ())
        if rating.place is not None
        and rating.place.more_than >= FEWEST_BELOW
        and (rating.main.number or 0) > 0
        and not rating.low_precision
        and rating.name not in told
    ]
    styles.sort(key=lambda r: (-_share_below(r), -(r.main.number or 0), r.name))
    if not styles:
        return _("{first} and {second}", first=first, second=second)
    are = listed(phrase(rating.name) for rating in _unlike(styles, _STYLES_ALIKE)[:STYLES])
    return _("{first}, {second}, and are {styles}", first=first, second=second, styles=are)
