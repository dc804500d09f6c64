"""What helps a client whose scores set no job before another (METHODS 2)."""

from __future__ import annotations

from collections.abc import Iterable

from counselor_app.domain.fit.instruments import OWN_SHORT, OWN_SHORT_SPANISH
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.outlook import SHRINKS
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.inventory import Answers
from counselor_app.language import Said, _, listed, lowered

_LIKED = 3  # "like", of 0 to 4
_SHOWN = 5


def best_liked(answers: Answers) -> tuple[str, ...]:
    """The activities liked most, at most five, those liked a lot first; as they were asked."""
    liked = [item for item in answers.form.items if answers.given.get(item.id, 0) >= _LIKED]
    liked.sort(key=lambda item: -answers.given[item.id])
    return tuple(item.text for item in liked[:_SHOWN])


def few_an_interest(jobs: Iterable[OccupationRow], few: int) -> tuple[OccupationRow, ...]:
    """For each interest, in R I A S E C order, at most ``few`` jobs that have it first: of those
    that do not shrink, with figures and words of their own, the ones with most openings.
    """
    found: dict[str, list[OccupationRow]] = {letter: [] for letter in LETTERS}
    for job in sorted(jobs, key=lambda one: (-(one.openings or 0.0), one.code)):
        shrinks = job.change_pct is None or job.change_pct <= SHRINKS
        if job.letters and job.group is None and job.summary and job.pay and not shrinks:
            found[job.letters[0]].append(job)
    return tuple(job for jobs in found.values() for job in jobs[:few])


def helps_instead(client: Client) -> tuple[Said, ...]:
    """Ways on that need no order of interests, the client's own answers first."""
    said: list[Said] = []
    if client.answers is not None and (liked := best_liked(client.answers)):
        said.append(
            _("Talk about what you liked most: {activities}.",
              activities=listed(lowered(text.rstrip(".")) for text in liked))
        )  # fmt: skip
    said.append(_("Sort the value cards: what a job must have, and what would be nice."))
    said.append(_("Look through jobs by group, or by how many openings they have each year."))
    if client.scores is not None and client.scores.instrument in (OWN_SHORT, OWN_SHORT_SPANISH):
        said.append(_("Answer the 60 questions: more questions may tell more than 30 do."))
    return tuple(said)
