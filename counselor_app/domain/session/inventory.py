"""The program's own interest inventory: items, a client's answers, scores and what limits them.

Our own questions: not validated, no O*NET instrument, no norms (METHODS 3). The items
themselves are data, read by ``counselor_app.client_texts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from math import isfinite
from typing import Literal

from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.instruments import (
    FIRST_LONG,
    FIRST_SHORT,
    OWN_LONG,
    OWN_LONG_SPANISH,
    OWN_SHORT,
    OWN_SHORT_SPANISH,
    ClientScores,
    Instrument,
)
from counselor_app.domain.occupation.interests import LETTERS, NAMES
from counselor_app.domain.session.consent import Consent
from counselor_app.domain.session.inconsistency import Inconsistency, inconsistency
from counselor_app.errors import UserError
from counselor_app.language import Said, _, listed, pgettext

FormKey = Literal["long", "short"]

VERSION = OWN_LONG.edition
"""Edition of the items, their order and the scoring; another one is not scored as this one."""
SPANISH = OWN_LONG_SPANISH.edition
"""The same edition in Spanish: a version of its own, not known to measure the same."""

LIKING: tuple[str, ...] = (
    pgettext("answer", "Dislike a lot"),
    pgettext("answer", "Dislike"),
    pgettext("answer", "Not sure"),
    pgettext("answer", "Like"),
    pgettext("answer", "Like a lot"),
)
"""The answers 0 to 4."""

PROMPT = _("Would you like this kind of work? Pay and schooling do not count here.")
NOT_VALIDATED = _(
    "Our own questions. Not yet validated, and not an O*NET instrument."
    " Nobody is compared with others."
)

STRAIGHT_LINE = 12
"""Equal answers in a row, as presented, from which they are flagged (METHODS 3, convention)."""
SECONDS_AN_ITEM = 1.5
"""A quicker pace is flagged: 60 items under 90 seconds (METHODS 3), 30 under 45."""

INSTRUMENT: dict[FormKey, Instrument] = {"long": OWN_LONG, "short": OWN_SHORT}
"""The forms that are given, in English."""
GIVEN: Mapping[str, Mapping[FormKey, Instrument]] = {
    VERSION: INSTRUMENT,
    SPANISH: {"long": OWN_LONG_SPANISH, "short": OWN_SHORT_SPANISH},
}
"""The forms that are given, by version: each language has its own."""
_KNOWN: Mapping[str, Mapping[FormKey, Instrument]] = {
    **GIVEN, "1": {"long": FIRST_LONG, "short": FIRST_SHORT},
}  # fmt: skip
_FORMS: dict[FormKey, Said] = {
    "long": pgettext("form of the inventory", "long"),
    "short": pgettext("form of the inventory", "short"),
}


def inventory_name(form: FormKey, version: str) -> str:
    """What to call answers of a form and edition, that of a newer program too."""
    if (known := _KNOWN.get(version)) is not None:
        return known[form].name
    return _("Counselor inventory, edition {edition}, {form} form",
             edition=version, form=_FORMS[form])  # fmt: skip


def needed_a_scale(items: int) -> int:
    """Answers without which a scale of so many items has no score: 8 of 10, 4 of 5 (METHODS 3)."""
    return items * 4 // 5


@dataclass(frozen=True, slots=True)
class Item:
    """One activity: a stable id ("R11"), its scale (a letter of RIASEC) and its words.

    ``pair`` is the id of its near-synonym, whose answer should be much the same; "" for none.
    """

    id: str
    scale: str
    text: str
    pair: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The items of one form in the order of presentation: 60 ("long") or 30 ("short").

    ``version`` is the edition of the items, and says their language.

    Raises:
        UserError: when an id comes twice or a scale does not have its 10 (5) items.
    """

    key: FormKey
    items: tuple[Item, ...]
    version: str = VERSION

    def __post_init__(self) -> None:
        if twice := [i for i in self.ids if self.ids.count(i) > 1]:
            raise UserError(
                _("The {form} form has the item {item} twice.",
                  form=_FORMS[self.key], item=twice[0])
            )  # fmt: skip
        scales, needed = [item.scale for item in self.items], INSTRUMENT[self.key].items
        for letter in LETTERS:
            if (count := scales.count(letter)) != needed:
                raise UserError(
                    _("The {form} form has {count} items for {interest}; {needed} are expected.",
                      form=_FORMS[self.key], count=count, interest=NAMES[letter], needed=needed)
                )  # fmt: skip
        if others := sorted(set(scales) - set(LETTERS)):
            raise UserError(
                _("The {form} form has items on unknown scales: {scales}.",
                  form=_FORMS[self.key], scales=listed(others))
            )  # fmt: skip

    @property
    def instrument(self) -> Instrument:
        """The inventory that the form is."""
        return GIVEN[self.version][self.key]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the items, as presented."""
        return tuple(item.id for item in self.items)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Ids of near-synonyms, each pair once; the short form asks one of each, so has none."""
        asked = set(self.ids)
        return tuple((i.id, i.pair) for i in self.items if i.pair in asked and i.id < i.pair)


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is known of an inventory under way: keep it to pause, use it again to resume.

    ``given`` holds 0 (dislike a lot) to 4 (like a lot) by item id, ``skipped`` the items seen
    and left without an answer, ``seconds`` the time spent on the items, pauses left out;
    ``version`` is the form's where none is given. ``consent`` says that the person agreed to take
    part in the field study.

    Raises:
        UserError: when an item is not in the form, an answer is not 0 to 4, an item is both
            answered and skipped, or the answers belong to another version.
    """

    form: Form
    given: Mapping[str, int] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    seconds: float = 0.0
    version: str = ""
    consent: Consent | None = None

    def __post_init__(self) -> None:
        if not self.version:
            object.__setattr__(self, "version", self.form.version)
        if self.version != self.form.version:
            raise UserError(
                _("These answers were given in version {version} of the inventory; this program"
                  " scores version {own}. They are unchanged: open them with the program that took"
                  " them, or take the inventory again.",
                  version=self.version, own=self.form.version)
            )  # fmt: skip
        unknown = sorted({*self.given, *self.skipped} - set(self.form.ids))
        if unknown:
            raise UserError(
                _("{items} is no item of the {form} form of the inventory.",
                  items=listed(unknown), form=_FORMS[self.form.key])
            )  # fmt: skip
        if both := sorted(self.skipped & set(self.given)):
            raise UserError(
                _("{items}: both answered and skipped; expected one of them.", items=listed(both))
            )
        for item, value in self.given.items():
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 4:
                raise UserError(
                    _("The answer to {item} is {answer}; expected a whole number from 0 (dislike a"
                      " lot) to 4 (like a lot).", item=item, answer=repr(value))
                )  # fmt: skip
        if not isfinite(self.seconds) or self.seconds < 0:
            raise UserError(
                _("The time spent is {time}; expected seconds, 0 or more.", time=self.seconds)
            )

    def answered(self, item: str, value: int) -> Answers:
        """With this answer, 0 to 4, in place of an earlier answer or skip."""
        return replace(self, given={**self.given, item: value}, skipped=self.skipped - {item})

    def passed_over(self, item: str) -> Answers:
        """With this item skipped; an earlier answer to it is gone."""
        given = {one: value for one, value in self.given.items() if one != item}
        return replace(self, given=given, skipped=self.skipped | {item})

    def later(self, seconds: float) -> Answers:
        """With so many more seconds spent."""
        return replace(self, seconds=self.seconds + seconds)

    @property
    def seen(self) -> int:
        """Items answered or skipped."""
        return len(self.given) + len(self.skipped)

    @property
    def next_item(self) -> Item | None:
        """The first item, as presented, neither answered nor skipped: where to resume."""
        return next(
            (i for i in self.form.items if i.id not in self.given and i.id not in self.skipped),
            None,
        )


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """One scale: points out of 40 (20 on the short form), None with too few answers.

    With items left out, the points of those ``answered`` are taken in proportion.
    """

    letter: str
    score: float | None
    answered: int
    of: int

    @property
    def prorated(self) -> bool:
        """The score stands for items that were left out."""
        return self.score is not None and self.answered < self.of


@dataclass(frozen=True, slots=True)
class InventoryResult:
    """Six scale scores in R I A S E C order, and how the answers were given.

    ``longest_run`` counts equal answers in a row as presented (items left out neither count
    nor break it). ``identical``: all answers are the same, and there are at least twelve.
    ``hasty``: under 1.5 seconds an item seen. ``unseen`` counts items not reached. ``pairs`` says
    how near-synonyms were answered.
    """

    form: FormKey
    version: str
    scales: tuple[ScaleScore, ...]
    longest_run: int
    identical: bool
    hasty: bool
    unseen: int
    seconds: float
    pairs: Inconsistency

    @property
    def straight_line(self) -> bool:
        """Twelve or more equal answers in a row."""
        return self.longest_run >= STRAIGHT_LINE

    @property
    def flags(self) -> tuple[str, ...]:
        """What to talk about before these scores are used, in words; empty when nothing."""
        said: list[str] = []
        if self.unseen:
            of = sum(scale.of for scale in self.scales)
            said.append(
                _("Not finished: {n} of {of} questions are still to come.", n=self.unseen, of=of)
            )
        if self.identical:
            said.append(_("Every answer is the same, so the scores cannot tell interests apart."))
        elif self.straight_line:
            said.append(_("The same answer was given {n} times in a row.", n=self.longest_run))
        if self.hasty:
            said.append(
                _("Answered in {n} seconds, so quickly that the questions may not have been read.",
                  n=number(self.seconds))
            )  # fmt: skip
        if self.pairs.flag:
            said.append(
                _("{n} of {of} pairs of questions that ask for much the same have far apart"
                  " answers. Ask what the client pictured.",
                  n=self.pairs.far_apart, of=self.pairs.compared)
            )  # fmt: skip
        if prorated := [scale for scale in self.scales if scale.prorated]:
            named = listed(
                _("{interest} from {n} of {of}", interest=NAMES[s.letter], n=s.answered, of=s.of)
                for s in prorated
            )
            said.append(
                _("Some answers were left out; taken in proportion: {scales}.", scales=named)
            )
        return tuple(said)


def score(answers: Answers) -> InventoryResult:
    """The scores of what has been answered so far.

    A scale is the sum of its answers; with 8 or 9 of 10 answered (4 of 5 on the short form)
    it is taken in proportion, sum × items / answered; with fewer it has no score (METHODS 3).
    """
    form, given = answers.form, answers.given
    scales = []
    for letter in LETTERS:
        items = [item.id for item in form.items if item.scale == letter]
        values = [given[item] for item in items if item in given]
        enough = len(values) >= needed_a_scale(len(items))
        points = sum(values) * len(items) / len(values) if enough else None
        scales.append(ScaleScore(letter, points, len(values), len(items)))
    presented = [given[item] for item in form.ids if item in given]
    runs = [len(list(group)) for __, group in groupby(presented)]
    return InventoryResult(
        form=form.key,
        version=answers.version,
        scales=tuple(scales),
        longest_run=max(runs, default=0),
        identical=len(runs) == 1 and len(presented) >= STRAIGHT_LINE,
        hasty=answers.seconds < SECONDS_AN_ITEM * answers.seen,
        unseen=len(form.items) - answers.seen,
        seconds=answers.seconds,
        pairs=inconsistency((given.get(one), given.get(other)) for one, other in form.pairs),
    )


def no_scores(result: InventoryResult) -> Said | None:
    """Why there are no six scores yet, in words; None when there are."""
    short = [scale for scale in result.scales if scale.score is None]
    if not short:
        return None
    named = listed(
        _("{interest} has {n} of {of}", interest=NAMES[s.letter], n=s.answered, of=s.of)
        for s in short
    )
    return _(
        "Too few answers for a score: {scales}; {n} are needed on each scale. The answers are kept:"
        " go back to the questions that were left out.",
        scales=named, n=needed_a_scale(INSTRUMENT[result.form].items),
    )  # fmt: skip


def client_scores(result: InventoryResult, taken: date) -> ClientScores | None:
    """The six scores for matching; None while ``no_scores`` gives a reason."""
    points = tuple(scale.score for scale in result.scales if scale.score is not None)
    if len(points) < len(LETTERS):
        return None
    answered = tuple(scale.answered for scale in result.scales)
    whole = all(scale.answered == scale.of for scale in result.scales)
    instrument = GIVEN[result.version][result.form]
    return ClientScores(instrument, points, taken, answered=() if whole else answered)
