"""The five steps of a session: which are done, which comes next, and in what words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.fit.compare import FEWEST, MOST
from counselor_app.language import Said, _, ngettext, pgettext

StepKey = Literal["interests", "matches", "compare", "plan", "handout"]
Mark = Literal["done", "next", "begun", "to come"]

STEPS: tuple[StepKey, ...] = ("interests", "matches", "compare", "plan", "handout")

NAMES: Mapping[StepKey, Said] = {
    "interests": pgettext("step", "Interests"),
    "matches": pgettext("step", "Matches"),
    "compare": pgettext("step", "Compare"),
    "plan": pgettext("step", "Plan"),
    "handout": pgettext("step", "Handout"),
}
CLIENTS_NAMES: Mapping[StepKey, Said] = {
    "interests": _("What I like"),
    "matches": _("Jobs like me"),
    "compare": _("Side by side"),
    "plan": pgettext("step", "My plan"),
    "handout": pgettext("step", "Take home"),
}
"""The steps in the words of the client who reads along."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a session has come.

    ``answers`` is how many questions were seen, and of how many, None without an inventory,
    ``left_out`` how many of those seen have no answer;
    ``present`` says that the present job is known; ``closest`` are the jobs likely to be among the
    tenth closest, None where that is not known. ``ticked`` counts the jobs ticked to compare,
    ``compared`` those that were compared last, and ``compared_anew`` says that others are ticked
    since. ``steps`` and ``notes`` count what the plan holds for the client; ``printed`` says that a
    handout was made since it was last changed.
    """

    scored: bool = False
    present: bool = False
    answers: tuple[int, int] | None = None
    left_out: int = 0
    closest: int | None = None
    ticked: int = 0
    compared: int = 0
    compared_anew: bool = False
    steps: int = 0
    notes: int = 0
    printed: bool = False

    @property
    def paused(self) -> bool:
        """Whether questions were begun, and are not finished or gave no scores yet."""
        if self.answers is None or not self.answers[0]:
            return False
        return self.answers[0] < self.answers[1] or not self.scored

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return self.answers[0] - self.left_out if self.answers is not None else 0

    @property
    def written(self) -> bool:
        """Whether the plan holds something for the client."""
        return bool(self.steps or self.notes)

    @property
    def to_compare(self) -> bool:
        """Whether two to four jobs are ticked that were not compared yet."""
        fresh = not self.compared or self.compared_anew
        return FEWEST <= self.ticked <= MOST and fresh


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it stands: its ``mark``, and ``count`` in a word or two, "" where none helps."""

    key: StepKey
    mark: Mark
    count: Said | str


def next_step(so_far: SoFar) -> StepKey | None:
    """What comes next; None once the handout is made.

    Questions that were left are gone on with first. Else it is the step after the furthest one
    taken: whoever skips a step is not sent back to it.
    """
    if so_far.paused:
        return "interests"
    if so_far.to_compare:
        return "compare"
    if so_far.written:
        return None if so_far.printed else "handout"
    if so_far.compared:
        return "plan"
    if so_far.scored or so_far.ticked or so_far.present:
        return "matches"
    return "interests"


def steps(so_far: SoFar) -> tuple[Step, ...]:
    """The five steps in order, each with its mark and count."""
    after = next_step(so_far)
    done: dict[StepKey, bool] = {
        "interests": so_far.scored and not so_far.paused,
        "matches": bool(so_far.ticked or so_far.compared),
        "compare": bool(so_far.compared) and not so_far.to_compare,
        "plan": so_far.written and after in ("handout", None),
        "handout": so_far.printed,
    }
    begun = {"plan": so_far.written, "compare": bool(so_far.ticked), "interests": so_far.paused}
    return tuple(
        Step(
            key,
            "next" if key == after else "done" if done[key] else
            "begun" if begun.get(key) else "to come",
            _COUNTS[key](so_far),
        )
        for key in STEPS
    )  # fmt: skip


def step_name(step: Step, *, here: bool = False) -> Said:
    """A step as a screen reader says it: "Compare, step 3 of 5, 3 ticked, next."."""
    state = pgettext("state of a step", "open now") if here else _STATES[step.mark]
    name, n, of = NAMES[step.key], STEPS.index(step.key) + 1, len(STEPS)
    if not step.count:
        return _("{name}, step {n} of {of}, {state}", name=name, n=n, of=of, state=state)
    return _("{name}, step {n} of {of}, {count}, {state}",
             name=name, n=n, of=of, count=step.count, state=state)  # fmt: skip


def state_words(so_far: SoFar) -> Said:
    """How far a client has come, for a list of clients."""
    if so_far.paused and so_far.answers:
        seen, of = so_far.answers
        return _("Paused at question {n} of {of}", n=seen, of=of)
    if so_far.printed:
        return pgettext("state of a session", "Handout made")
    if so_far.written:
        return pgettext("state of a session", "Plan written")
    if so_far.compared:
        return pgettext("state of a session", "Jobs compared")
    if so_far.ticked:
        return ngettext("{n} job ticked", "{n} jobs ticked", so_far.ticked, n=so_far.ticked)
    if so_far.scored:
        return pgettext("state of a session", "Interests known")
    if so_far.present:
        return pgettext("state of a session", "Present job known")
    return pgettext("state of a session", "Nothing yet")


def next_words(so_far: SoFar) -> Said:
    """What to do next, as a button says it."""
    after = next_step(so_far)
    if after == "interests":
        return _("Go on with the questions") if so_far.paused else _("Begin with interests")
    if after == "compare":
        return _("Compare the {n} ticked jobs", n=so_far.ticked)
    return {
        "matches": _("Look at the matches"),
        "plan": _("Write the plan"),
        "handout": _("Print the handout"),
        None: _("Look at what was agreed"),
    }[after]


_STATES: Mapping[Mark, Said] = {
    "done": pgettext("state of a step", "done"),
    "next": pgettext("state of a step", "next"),
    "begun": pgettext("state of a step", "begun"),
    "to come": pgettext("state of a step", "to come"),
}


def _interests(so_far: SoFar) -> Said | str:
    if so_far.paused and so_far.answers:
        return _("{n} of {of}", n=so_far.answers[0], of=so_far.answers[1])
    if n := so_far.answered:
        return ngettext("{n} answer", "{n} answers", n, n=n)
    return pgettext("interests", "typed in") if so_far.scored else pgettext("interests", "none yet")


def _matches(so_far: SoFar) -> Said | str:
    if so_far.closest is not None:
        return pgettext("jobs", "{n} likely", n=so_far.closest)
    if so_far.present and not so_far.scored:
        return _("from present job")
    return "" if so_far.scored else pgettext("step", "need interests")


def _compare(so_far: SoFar) -> Said | str:
    if so_far.compared and not so_far.compared_anew:
        return pgettext("jobs", "{n} compared", n=so_far.compared)
    return pgettext("jobs", "{n} ticked", n=so_far.ticked)


def _plan(so_far: SoFar) -> Said | str:
    if so_far.steps:
        return ngettext("{n} step", "{n} steps", so_far.steps, n=so_far.steps)
    if so_far.notes:
        return ngettext("{n} note", "{n} notes", so_far.notes, n=so_far.notes)
    return pgettext("plan", "empty")


def _handout(so_far: SoFar) -> Said | str:
    return pgettext("handout", "made") if so_far.printed else pgettext("handout", "not printed")


_COUNTS = {
    "interests": _interests, "matches": _matches, "compare": _compare, "plan": _plan,
    "handout": _handout,
}  # fmt: skip
