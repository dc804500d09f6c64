"""What a client liked that speaks for a job, and what they like in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat, flat_kind
from counselor_app.domain.fit.profile import ordered
from counselor_app.domain.occupation.interests import LETTERS, PLAIN_NAMES
from counselor_app.domain.occupation.short import Short
from counselor_app.domain.session.inventory import Answers, Item
from counselor_app.language import Said, _, lowered, pgettext

MAY_ENJOY = _("This shows what you may enjoy. It says nothing about what you can learn to do.")
FROM_LIKED = _("Your answers are much alike, so these come from single things that you liked.")

LIKED = 3
"""The answer, 0 to 4, from which an activity was liked."""

Groups = Mapping[str, Sequence[str]]
"""The SOC groups ("49", "49-3") that each item speaks for, by the item's id."""


SHORTLY: Mapping[str, Said] = {
    "R": pgettext("what one likes, short", "fixing"),
    "I": pgettext("what one likes, short", "finding out"),
    "A": pgettext("what one likes, short", "creating"),
    "S": pgettext("what one likes, short", "helping"),
    "E": pgettext("what one likes, short", "leading"),
    "C": pgettext("what one likes, short", "order"),
}
"""The six interests beside a picture, in a word."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A job to start with, or one on the client's list: its figures, a way to try it ("" where
    there are no words), and the activity that was liked and speaks for it (None for none).
    """

    code: str
    title: str
    item: Item | None
    short: Short
    try_early: str

    @property
    def because(self) -> Said | str:
        """Why it is there; "" where no activity says so."""
        return "" if self.item is None else because_words(self.item)


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
    """ "You like making and fixing, and helping people"; where it is flat, all of it or little.

    The two highest scores, though which of them comes first may be too close to tell.
    """
    named = top_two(scores)
    if not named:
        if scores.scores and flat_kind(scores) == "few":
            return _("You like few of these things so far")
        return _("You like a bit of everything")
    first, second = (lowered(PLAIN_NAMES[letter]) for letter in named)
    return _("You like {first}, and {second}", first=first, second=second)
