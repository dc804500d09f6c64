"""A client's occupations as a board: columns by usual schooling, sections by tier, cards.

Near twins share a card, which stands where the first of them would stand (METHODS 2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.figures.wording import money, number
from counselor_app.domain.fit.groups import Families
from counselor_app.domain.fit.matches_filter import EDUCATION, Unranked
from counselor_app.domain.fit.sureness import TIER_WORDS, TIERS, Tier
from counselor_app.domain.occupation.findings import CASE_TITLES, first_sentence
from counselor_app.domain.occupation.outlook import Case, outlook_case
from counselor_app.domain.occupation.preparation import EDUCATION_WORDS
from counselor_app.domain.occupation.rungs import RUNGS
from counselor_app.language import Said, _, joined, listed, ngettext, pgettext, unmarked

Schooling = Literal["little", "some", "a lot", "unknown"]
Basis = Literal["tier", "rank", "letters", "openings"]
"""What the sections go by: tiers; r alone where no error is known; the letters of a code;
openings where the scores put no job before another."""

SHOWN = 8
"""Cards of a section before more are asked for."""

SCHOOLING: Mapping[Schooling, tuple[Said, Said]] = {
    "little": (pgettext("column of the board", "Little schooling"), _("a diploma at most")),
    "some": (
        pgettext("column of the board", "Some schooling"),
        _("a certificate, about two years"),
    ),
    "a lot": (_("A lot of schooling"), _("four years of college or more")),
    "unknown": (_("Schooling not published"), _("ask what they want")),
}
SHORT_SCHOOLING: Mapping[Schooling, Said] = {
    "little": pgettext("schooling", "Little"),
    "some": pgettext("schooling", "Some"),
    "a lot": pgettext("schooling", "A lot"),
    "unknown": pgettext("schooling", "Not published"),
}
_SCHOOLING: Mapping[str, Schooling] = {
    education: "little" if rung == 0 else "some" if rung == 1 else "a lot"
    for education, rung in RUNGS.items()
}

SECTION_WORDS: Mapping[str, Said] = {
    "very likely": _("Very likely among the closest"),
    "likely": _("Likely among the closest"),
    "possible": _("Possibly among the closest"),
    "less likely": _("Less likely among the closest"),
    "tenth": _("The closest tenth"),
    "rest": _("All the others"),
    "all letters": _("The same letters in the same order"),
    "some letters": _("Some of the letters"),
    "no letters": _("None of the letters"),
    "openings": _("Most openings first"),
}
FOLDED: frozenset[str] = frozenset({"less likely", "rest", "no letters"})
"""Sections that show no card until they are asked for."""
DOTS: Mapping[str, int] = {"very likely": 3, "likely": 2, "possible": 1, "less likely": 0}
"""How many of three dots a tier fills."""
ORDER: Mapping[Basis, tuple[str, ...]] = {
    "tier": tuple(name for name, __ in TIERS),
    "rank": ("tenth", "rest"),
    "letters": ("all letters", "some letters", "no letters"),
    "openings": ("openings",),
}

_ON_A_CARD: Mapping[str, Said] = {
    "High school diploma or equivalent": pgettext("schooling on a card", "High school"),
    "Bachelor's degree": pgettext("schooling on a card", "Bachelor’s"),
    "Master's degree": pgettext("schooling on a card", "Master’s"),
}
_OUTLOOK: Mapping[Case, Said] = {
    "growing fast": pgettext("outlook in a sentence", "growing fast"),
    "growing": pgettext("outlook in a sentence", "growing"),
    "steady": pgettext("outlook in a sentence", "holding steady"),
    "shrinking, still hiring": _("shrinking, still hiring"),
    "shrinking": pgettext("outlook in a sentence", "shrinking"),
    "unknown": _("no forecast published"),
}
NO_FORECAST = pgettext("outlook", "No forecast")
_NO_PAY = _("Pay not published")


@dataclass(frozen=True, slots=True)
class Card:
    """One occupation, or near twins under the name of their ``family`` ("" for one alone).

    ``codes`` and ``jobs`` come in the order of the list; the card speaks of the first, the
    closest. What people do is told of the ``named`` one, after which the family is called, where
    it is among them.
    """

    codes: tuple[str, ...]
    jobs: tuple[Unranked, ...]
    family: str
    section: str
    all_jobs_change_pct: float
    named: str = ""

    @property
    def code(self) -> str:
        """The code of the first occupation, which the card opens."""
        return self.codes[0]

    @property
    def case(self) -> Case:
        """The outlook of the first occupation."""
        job = self.jobs[0].job
        return outlook_case(job.change_pct, job.openings, self.all_jobs_change_pct)

    @property
    def title(self) -> str:
        """The family's name, or the occupation's title."""
        return self.family or self.jobs[0].job.title

    @property
    def summary(self) -> str:
        """What people in it do, in a sentence; "" where we have none."""
        named = (one.job.summary for one in self.jobs if one.job.code == self.named)
        said = next(named, self.jobs[0].job.summary)
        return first_sentence(said)[0] if said else ""

    @property
    def pay_words(self) -> str:
        """The median pay, or from the lowest to the highest of its occupations."""
        known = [one.pay for one in self.jobs if one.pay is not None]
        if len(self.jobs) == 1 or len(set(known)) < 2:
            words = self.jobs[0].pay_words
            return words if words.startswith("$") else _NO_PAY
        return _("{low} to {high}", low=money(min(known)), high=money(max(known)))

    @property
    def outlook_words(self) -> str:
        """The outlook in a word or two, * where it is a group's."""
        if self.case == "unknown":
            return NO_FORECAST
        return joined((CASE_TITLES[self.case], self.jobs[0].job.star), "")

    @property
    def schooling_words(self) -> str:
        """The usual schooling in a word or two, * where it is a group's."""
        first = self.jobs[0]
        if first.education not in EDUCATION:
            return SHORT_SCHOOLING["unknown"]
        short = _ON_A_CARD.get(first.education)
        if short is None:
            return first.education_short
        return joined((short, "" if first.job.raters else first.job.star), "")

    @property
    def twins_words(self) -> str:
        """ "2 jobs in one, the closest: Paramedics"; "" for one alone."""
        if len(self.jobs) == 1:
            return ""
        n, first = number(len(self.jobs)), self.jobs[0].job.title
        if self.section in ("openings", *ORDER["letters"]):
            return _("{n} jobs in one, the first: {title}", n=n, title=first)
        return _("{n} jobs in one, the closest: {title}", n=n, title=first)

    def alone(self, place: int) -> Card:
        """The card of one of its occupations."""
        everyone = self.all_jobs_change_pct
        return Card((self.codes[place],), (self.jobs[place],), "", self.section, everyone)


def plain_facts(one: Unranked, all_jobs_change_pct: float) -> tuple[str, str, str]:
    """Pay, outlook and schooling of one occupation, as a card says them."""
    card = Card((one.job.code,), (one,), "", "", all_jobs_change_pct)
    return card.pay_words, card.outlook_words, card.schooling_words


@dataclass(frozen=True, slots=True)
class Section:
    """Cards of one tier in one column; ``count`` is of occupations that are in it themselves."""

    name: str
    cards: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Column:
    """Occupations of one level of schooling; ``count`` leaves out those in folded sections."""

    schooling: Schooling
    sections: tuple[Section, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Placing:
    """By what the occupations stand in sections, and each one's section by code."""

    basis: Basis
    section: Mapping[str, str]


def schooling(one: Unranked) -> Schooling:
    """The column of an occupation: by the education that people usually enter with."""
    return _SCHOOLING.get(one.education or "", "unknown")


def board(
    jobs: Iterable[Unranked], placing: Placing, families: Families, all_jobs_change_pct: float
) -> tuple[Column, ...]:
    """Occupations in their order as columns, sections and cards.

    Twins share the card of the first of them in its column and section. The three columns are
    always there, the fourth where an occupation's schooling is not published.
    """
    by_code = {one.job.code: one for one in jobs}
    cards: dict[tuple[Schooling, str], list[Card]] = {}
    places = {code: (schooling(one), placing.section[code]) for code, one in by_code.items()}
    counts = Counter(places.values())
    for group, codes in families.together(by_code):
        together = tuple(by_code[code] for code in codes)
        place = places[codes[0]]
        family = families.names.get(group, "") if len(together) > 1 else ""
        card = Card(codes, together, family, place[1], all_jobs_change_pct, group)
        cards.setdefault(place, []).append(card)
    found = []
    for level in SCHOOLING:
        sections = tuple(
            Section(name, tuple(cards[level, name]), counts[level, name])
            for name in ORDER[placing.basis]
            if (level, name) in cards
        )
        shown = sum(n for (own, name), n in counts.items() if own == level and name not in FOLDED)
        if sections or level != "unknown":
            found.append(Column(level, sections, shown))
    return tuple(found)


def in_section(columns: Iterable[Column], code: str) -> tuple[str, ...]:
    """The occupations of the section that one stands in, in their order; none where in none."""
    for column in columns:
        for section in column.sections:
            codes = tuple(one for card in section.cards for one in card.codes)
            if code in codes:
                return codes
    return ()


def card_sentence(
    card: Card, place: str, *, starred: bool, ticked: bool, seen: bool, basis: Basis = "tier"
) -> Said:
    """A card as a screen reader says it.

    "Paramedics. Very likely among the closest. $57,500 in Texas, growing, a certificate after
    high school. Starred, ticked."
    """
    education = card.jobs[0].education
    words = {
        "title": card.title,
        "pay": unmarked(card.pay_words),
        "place": place,
        "outlook": _OUTLOOK[card.case],
        "schooling": EDUCATION_WORDS[education] if education in EDUCATION else _NO_SCHOOLING,
    }
    said: list[str] = [
        _("{title}. {pay} in {place}, {outlook}, {schooling}.", **words)
        if basis == "openings"
        else _("{title}. {section}. {pay} in {place}, {outlook}, {schooling}.",
               section=SECTION_WORDS[card.section], **words)
    ]  # fmt: skip
    if card.twins_words:
        said.append(_("{sentence}.", sentence=card.twins_words))
    if liked := card.jobs[0].liked_words:
        said.append(_("{sentence}.", sentence=liked))
    if card.jobs[0].job.figures_note:
        said.append(_("{sentence}.", sentence=card.jobs[0].job.figures_note))
    states = _states(starred=starred, ticked=ticked, seen=seen)
    if states:
        said.append(states)
    return joined(said)


_NO_SCHOOLING = _("schooling not published")
_STATES: Mapping[tuple[bool, bool, bool], Said] = {
    (True, False, False): pgettext("a card", "Starred."),
    (False, True, False): pgettext("a card", "Ticked."),
    (False, False, True): pgettext("a card", "Seen."),
    (True, True, False): pgettext("a card", "Starred, ticked."),
    (True, False, True): pgettext("a card", "Starred, seen."),
    (False, True, True): pgettext("a card", "Ticked, seen."),
    (True, True, True): _("Starred, ticked, seen."),
}


def _states(*, starred: bool, ticked: bool, seen: bool) -> Said | None:
    return _STATES.get((starred, ticked, seen))


def tier_words(one: Unranked, placing: Placing) -> str:
    """The section of one occupation in a word, for a column of a list."""
    name = placing.section[one.job.code]
    return TIER_WORDS[_TIER[name]] if name in _TIER else SECTION_WORDS[name]


_TIER: Mapping[str, Tier] = {name: name for name, __ in TIERS}


def shown_words(
    columns: Sequence[Column], basis: Basis, client: str, hidden: int
) -> tuple[Said, Said | None]:
    """How many jobs the board shows and by what, and how many the filters leave out.

    Without the name of a ``client`` they speak themselves.
    """
    count = sum(column.count for column in columns)
    n = number(count)
    shown = {
        "tier": ngettext(
            "{n} job may be among the tenth closest to {client}’s interests.",
            "{n} jobs may be among the tenth closest to {client}’s interests.",
            count, n=n, client=client,
        ),
        "rank": ngettext(
            "{n} job is among the tenth closest to {client}’s interests.",
            "{n} jobs are among the tenth closest to {client}’s interests.",
            count, n=n, client=client,
        ),
        "letters": ngettext(
            "{n} job has letters of {client}’s code.", "{n} jobs have letters of {client}’s code.",
            count, n=n, client=client,
        ),
        "openings": ngettext(
            "{client}’s answers are nearly level, so no job stands out: {n} job.",
            "{client}’s answers are nearly level, so no job stands out: {n} jobs, the most"
            " openings first.",
            count, n=n, client=client,
        ),
    }[basis]  # fmt: skip
    if not client:
        shown = ngettext("{n} job for me to look at.", "{n} jobs for me to look at.", count, n=n)
    if not hidden:
        return shown, None
    return shown, ngettext("{n} more is hidden.", "{n} more are hidden.", hidden, n=number(hidden))


def set_aside_words(titles: Collection[str]) -> Said:
    """What was set aside, as a message says it."""
    return _("Set aside: {titles}.", titles=listed(titles))
