"""The person in the session, and what their scores say of every occupation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import (
    LOW_PRECISION,
    NOT_RELEVANT,
)
from counselor_app.domain.fit.fit import (
    CAREER_RETURNS,
    BandEdition,
    FitResult,
    Match,
    banded,
    fit,
    rank_occupations,
)
from counselor_app.domain.fit.gap import OverallGap
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.fit.similarity import IMPORTANT, Demand
from counselor_app.domain.fit.sureness import TIER_WORDS, Tier, tier
from counselor_app.domain.fit.tiers import Placed, Redraws, by_tier, no_redraws
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.areas import LikedAreas
from counselor_app.domain.session.big_five import BigFiveNote
from counselor_app.domain.session.inventory import Answers
from counselor_app.domain.session.present import HomeArea, PresentJob, ReadLanguage
from counselor_app.domain.session.readiness import ReadinessAnswers
from counselor_app.domain.session.styles import StyleAnswers
from counselor_app.domain.session.value_cards import Piles
from counselor_app.language import _, joined, offered, pgettext

RATED: tuple[Domain, ...] = ("skill", "ability", "knowledge")
"""What a client can rate themselves on."""


@dataclass(frozen=True, slots=True)
class Client:
    """Whom a session is about; every part may be missing.

    ``name`` is a nickname or file number. ``answers`` is an inventory under way or done,
    ``levels`` the client's own ratings (0-7) by element; ``values`` the ids of the six work
    values, what matters most first, or empty. ``styles``, ``cards``, ``areas``, ``before``,
    ``after``, ``big_five``, the ``present`` job, the area of their ``home`` and the ``language``
    that they read (None: that of the window) are what the client says besides
    (`domain.session.self_report`).
    """

    name: str = ""
    scores: ClientScores | None = None
    answers: Answers | None = None
    levels: Mapping[str, float] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    styles: StyleAnswers | None = None
    cards: Piles | None = None
    areas: LikedAreas | None = None
    before: ReadinessAnswers | None = None
    after: ReadinessAnswers | None = None
    big_five: BigFiveNote | None = None
    present: PresentJob | None = None
    home: HomeArea | None = None
    language: ReadLanguage | None = None

    def reads(self, otherwise: str) -> str:
        """The code of the language that they read, if this program has it; else ``otherwise``."""
        read = self.language
        return read.code if read is not None and read.code in offered() else otherwise

    @property
    def called(self) -> str:
        """The name, or "the client"."""
        return self.name or pgettext("in a sentence", "the client")

    @property
    def titled(self) -> str:
        """The name as it was given, or "The client": at the head of a sentence."""
        return self.name or pgettext("begins a sentence", "The client")

    @property
    def whose(self) -> str:
        """The name or "the client" as an owner: "RF-14’s"."""
        return pgettext("owner of what follows", "{client}’s", client=self.called)

    @property
    def letters(self) -> str:
        """The client's code in the order of the scores; "" without scores."""
        return client_codes(self.scores)[0] if self.scores else ""

    @property
    def tied(self) -> bool:
        """Whether another order of the code's letters is as likely."""
        return self.scores is not None and len(client_codes(self.scores)) > 1

    @property
    def known(self) -> bool:
        """Whether there is anything that could be lost."""
        return self != Client()


@dataclass(frozen=True, slots=True)
class Student(Client):
    """A client who reads the screen alone: "you"."""

    called = pgettext("in a sentence", "you")
    titled = pgettext("begins a sentence", "You")
    whose = pgettext("owner of what follows", "your")


@dataclass(frozen=True, slots=True, eq=False)
class ClientView:
    """A client beside the occupations: what pages, lists and heads read.

    ``ranking`` is empty without scores that can be ranked; ``by_code`` finds its lines.
    ``redraws``, from which the tiers are, and ``gaps`` (the client's own levels against every
    occupation) come a moment later, None until then or where nothing can be re-drawn or is
    rated. ``edition`` is whose bands the ranking has.
    """

    client: Client
    ranking: tuple[Match, ...]
    by_code: Mapping[str, Match]
    redraws: Redraws | None = None
    gaps: Mapping[str, OverallGap] | None = None
    edition: BandEdition = CAREER_RETURNS

    def banded(self, edition: BandEdition) -> ClientView:
        """The same with the bands of another edition."""
        ranking = banded(self.ranking, edition)
        by_code = {match.code: match for match in ranking}
        return replace(self, ranking=ranking, by_code=by_code, edition=edition)

    def fit(self, sheet: Sheet) -> FitResult | None:
        """The fit to one occupation; None while the client has no scores."""
        scores, found = self.client.scores, sheet.interests
        if scores is None:
            return None
        job = sheet.occupation
        letters = found.letters.value
        profile = found.profile and InterestProfile(
            job.code, job.title, found.profile, letters if isinstance(letters, str) else ""
        )
        sure = self.redraws.sure(job.code) if self.redraws else None
        return fit(scores, profile or None, self.ranking, self.edition, sure)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The ranking in its tiers, the surest first; as it is where nothing is re-drawn."""
        return by_tier(self.ranking, self.redraws)

    @property
    def pending(self) -> bool:
        """Whether tiers are still to come."""
        scores = self.client.scores
        return self.redraws is None and scores is not None and no_redraws(scores) is None

    def tier(self, code: str) -> Tier | None:
        """How likely an occupation is among the closest tenth; None where nothing is re-drawn."""
        top = self.redraws.top.get(code) if self.redraws else None
        return None if top is None else tier(top)

    @property
    def near_words(self) -> dict[str, str]:
        """The tier of every occupation that may be among the closest tenth, by code."""
        top = self.redraws.top if self.redraws else {}
        found = {code: tier(draws) for code, draws in top.items()}
        return {code: TIER_WORDS[one] for code, one in found.items() if one != "less likely"}

    def tier_words(self, code: str) -> str:
        """The tier of an occupation in a list, or that it has none."""
        found = self.tier(code)
        return TIER_WORDS[found] if found else pgettext("tier", "not known")


def view(
    client: Client, profiles: Sequence[InterestProfile], redraws: Redraws | None = None
) -> ClientView:
    """The client with all occupations ranked."""
    ranking = rank_occupations(client.scores, profiles) if client.scores else ()
    return ClientView(client, ranking, {match.code: match for match in ranking}, redraws)


def demands_of(sheet: Sheet) -> dict[str, Demand]:
    """Importance and level of the skills, abilities and knowledge of one occupation."""
    found = {}
    for rating in (r for domain in RATED for r in sheet.ratings.get(domain, ())):
        if rating.main.number is None:
            continue
        level, se, flag = None, None, ""
        if rating.level is not None:
            flag, se = rating.level.flag or "", rating.level.se
            level = None if NOT_RELEVANT in flag else rating.level.number
        found[rating.element] = Demand(
            rating.name, rating.main.number, level, se, LOW_PRECISION in flag
        )
    return found


def to_rate(sheet: Sheet) -> tuple[str, ...]:
    """The elements worth rating for one occupation, most important first."""
    asked = demands_of(sheet).items()
    matter = [(d.importance, e) for e, d in asked if d.importance >= IMPORTANT and d.level]
    return tuple(element for _, element in sorted(matter, key=lambda pair: (-pair[0], pair[1])))


def fit_words(found: FitResult, *, short: bool = False) -> tuple[str, str]:
    """The fit as a key fact: "Very likely" and "among the tenth closest"; or why there is none."""
    if found.match is None:
        if found.occupation is None:
            return pgettext("fit", "not known"), _("this job has no interests")
        if not found.client.scores:
            return pgettext("fit", "code only"), _("a code alone has no correlation")
        return pgettext("fit", "no match"), _("all six scores are too close")
    if found.tier is None:
        if no_redraws(found.client) is None:
            return pgettext("fit", "…"), _("being worked out")
        return pgettext("fit", "no tier"), _("error of the scores not known")
    if short:
        return TIER_WORDS[found.tier], _("among the tenth closest")
    return TIER_WORDS[found.tier], _("among the tenth of jobs closest in interests")


def fit_figure(client: Client, found: FitResult, sheet: Sheet) -> Figure:
    """The tier as a figure: what was compared with what, and by which rule."""
    letters = sheet.interests.letters
    words, why = fit_words(found)
    test = found.client.instrument.name
    if found.client.date:
        test = joined((test, found.client.date.isoformat()), ", ")
    return Figure(
        key="fit.tier",
        value=words if found.tier else None,
        unit="words",
        source=letters.source,
        vintage=letters.vintage,
        flag=None if found.tier else why,
        about=_(
            "Six scores of {client} ({test}) beside the six interests of this occupation, drawn"
            " again 1,000 times within their error: how often it is among the tenth closest",
            client=client.called, test=test,
        ),
    )  # fmt: skip
