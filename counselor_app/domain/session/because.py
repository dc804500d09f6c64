"""What a client liked that speaks for a job, and what they like in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.fit.profile import ordered
from counselor_app.domain.occupation.interests import LETTERS, PLAIN_NAMES
from counselor_app.domain.session.inventory import Answers, Item
from counselor_app.language import Said, _, lowered

LIKED = 3
"""The answer, 0 to 4, from which an activity was liked."""

Groups = Mapping[str, Sequence[str]]
"""The SOC groups ("49", "49-3") that each item speaks for, by the item's id."""


def best_liked(answers: Answers | None, groups: Groups, code: str) -> Item | None:
    """The best-liked activity that speaks for the job ``code``; None where none was liked.

    Of those liked alike the one that names the narrower group, then the first as presented.
    """
    if answers is None:
        return None
    found: list[tuple[int, int, int]] = []
    for place, item in enumerate(answers.form.items):
        value = answers.given.get(item.id, 0)
        told = [len(one) for one in groups.get(item.id, ()) if code.startswith(one)]
        if value >= LIKED and told:
            found.append((-value, -max(told), place))
    return answers.form.items[min(found)[2]] if found else None


def because_words(item: Item) -> Said:
    """Why a job is there: "Because you liked “Build the wooden frame of a house.”"."""
    return _("Because you liked “{activity}”", activity=item.text)


def top_two(scores: ClientScores) -> tuple[str, ...]:
    """The letters of the two highest scores; none where the profile is flat or a bare code."""
    if not scores.scores or flat(scores):
        return ()
    return tuple(LETTERS[place] for place in ordered(scores.scores)[:2])


def you_like(scores: ClientScores) -> Said:
    """ "You like making and fixing, and helping people"; that nothing stands out where it is flat.

    The two highest scores, though which of them comes first may be too close to tell.
    """
    named = top_two(scores)
    if not named:
        return _("You like a bit of everything")
    first, second = (lowered(PLAIN_NAMES[letter]) for letter in named)
    return _("You like {first}, and {second}", first=first, second=second)
