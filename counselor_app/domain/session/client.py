"""The person in the session, and what their scores say of every occupation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import (
    LOW_PRECISION,
    NOT_RELEVANT,
    correlation_words,
    number,
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
from counselor_app.domain.fit.stability import Redraws, Stability
from counselor_app.domain.fit.words import band_words
from counselor_app.domain.occupation.interests import InterestProfile
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import ordinal
from counselor_app.domain.session.inventory import Answers
from counselor_app.language import _, joined, pgettext

RATED: tuple[Domain, ...] = ("skill", "ability", "knowledge")
"""What a client can rate themselves on."""


@dataclass(frozen=True, slots=True)
class Client:
    """Whom a session is about; every part may be missing.

    ``name`` is a nickname or file number. ``answers`` is an inventory under way or done,
    ``levels`` the client's own ratings (0-7) by element; ``values`` the ids of the six work
    values, what matters most first, or empty.
    """

    name: str = ""
    scores: ClientScores | None = None
    answers: Answers | None = None
    levels: Mapping[str, float] = field(default_factory=dict)
    values: tuple[str, ...] = ()

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
    ``redraws`` and ``gaps`` (the client's own levels against every occupation) come a moment
    later, None until then or where nothing can be re-drawn or is rated. ``edition`` is whose
    bands the ranking has.
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
        return fit(scores, profile or None, self.ranking, self.edition)

    def fit_words(self, code: str) -> str:
        """The correlation with an occupation as printed, or that it has none."""
        match = self.by_code.get(code)
        return correlation_words(match.r) if match else pgettext("correlation", "not known")

    def stability(self, found: FitResult) -> Stability | None:
        """How sure a fit is; None without re-draws or without a match."""
        if self.redraws is None or found.match is None:
            return None
        return self.redraws.of(found.match, self.edition)


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


def nearby(ranking: Sequence[Match], found: FitResult, around: int = 2) -> tuple[Match, ...]:
    """The client's first match, and those just above and below this one, in order."""
    if found.match is None:
        return ()
    place = ranking.index(found.match)
    near = ranking[max(place - around, 0) : place + around + 1]
    return tuple(near) if place <= around else (ranking[0], *near)


def fit_words(found: FitResult, *, short: bool = False) -> tuple[str, str]:
    """The fit as a key fact: ".75", and "Best; 45th of 923 jobs"; or why there is none."""
    match, place = found.match, found.place
    if match is None or place is None:
        if found.occupation is None:
            return pgettext("correlation", "not known"), _("this job has no interests")
        if not found.client.scores:
            return pgettext("correlation", "code only"), _("a code alone has no correlation")
        return pgettext("correlation", "no match"), _("six equal scores")
    rank, count = ordinal(match.rank), number(place.of)
    band, r = band_words(match.band, found.edition), correlation_words(match.r)
    if short:
        return r, _("{band}, {rank} of {count}", band=band, rank=rank, count=count)
    return r, _("{band}; {rank} of {count} jobs", band=band, rank=rank, count=count)


def fit_figure(client: Client, found: FitResult, sheet: Sheet) -> Figure:
    """The correlation as a figure: what was compared with what, by which edition of bands."""
    letters = sheet.interests.letters
    words, why = fit_words(found)
    test = found.client.instrument.name
    if found.client.date:
        test = joined((test, found.client.date.isoformat()), ", ")
    return Figure(
        key="fit.r",
        value=words if found.match else None,
        unit="words",
        source=letters.source,
        vintage=letters.vintage,
        flag=None if found.match else why,
        about=_(
            "The correlation of six scores of {client} ({test}) with the six interests of this"
            " occupation; bands of {edition}",
            client=client.called, test=test, edition=CAREER_RETURNS.label,
        ),
    )  # fmt: skip
