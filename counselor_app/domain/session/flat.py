"""What helps a client whose scores set no job before another (METHODS 2)."""

from __future__ import annotations

from counselor_app.domain.fit.instruments import OWN_SHORT, OWN_SHORT_SPANISH
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
