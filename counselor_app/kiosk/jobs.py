"""The occupations as a student meets them: a card each, ways to choose, orders to show them in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import openings_words
from counselor_app.domain.fit.matches_filter import EDUCATION
from counselor_app.domain.occupation.findings import first_sentence
from counselor_app.domain.occupation.interests import PLAIN_NAMES
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK, OccupationRow
from counselor_app.domain.occupation.outlook import Case, outlook_case
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT, LICENSE
from counselor_app.domain.occupation.wages import NATION
from counselor_app.domain.session.client import ClientView
from counselor_app.store import listing
from counselor_app.store.reference import Pack

STUDY = ("Little", "Some", "Any")
_MOST = {
    "Little": EDUCATION.index("High school diploma or equivalent"),
    "Some": EDUCATION.index("Associate's degree"),
    "Any": len(EDUCATION),
}
STUDY_MEANS = {
    "Little": "a high school diploma at most",
    "Some": "two years of college at most",
    "Any": "",
}

Order = Literal["fit", "openings", "pay", "growth", "title"]
ORDERS: dict[Order, str] = {
    "fit": "Closest to my answers first",
    "openings": "Most openings a year first",
    "pay": "Highest pay first",
    "growth": "Fastest growing first",
    "title": "From A to Z",
}
_OUTLOOK: dict[Case, str] = {
    "growing fast": "Growing fast",
    "growing": "Growing",
    "steady": "Holding steady",
    "shrinking, still hiring": "Shrinking",
    "shrinking": "Shrinking",
    "unknown": "No forecast",
}


def under_cards(*, year_only: bool) -> str:
    """What stands under cards with schooling; and on pay by the year only, where some is."""
    return f"{LICENSE} {YEAR_ONLY}." if year_only else str(LICENSE)


GROUP = "* Counted for the group of jobs that the card names."


@dataclass(frozen=True, slots=True)
class JobCard:
    """An occupation in short; what is printed, and the numbers to order by (None: not published).

    ``pay`` is the yearly median in dollars, ``change`` the projected change in percent,
    ``openings`` a year in persons, ``study`` a place in `EDUCATION`. ``group`` is of whom the
    figures with * are, "" where all are the job's own.
    """

    code: str
    title: str
    summary: str
    family: str
    letter: str
    pay_words: tuple[str, str]
    outlook_words: tuple[str, str]
    study_words: tuple[str, str]
    pay: float | None
    change: float | None
    openings: float | None
    study: int | None
    fit_words: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a student wants to see.

    ``like`` is a letter of an interest, ``family`` a job family, "" for any; ``study`` one of
    `STUDY`. ``only`` are the codes of a search, of the list or of all matches, in their own
    order while ``order`` is None; ``title`` then names them, and ``why`` says how a search came
    to the first of them where no title holds what was typed.
    """

    like: str = ""
    family: str = ""
    study: str = "Any"
    order: Order | None = "openings"
    only: tuple[str, ...] | None = None
    title: str = ""
    why: str = ""


class Jobs:
    """Every occupation of a pack as cards, with pay in ``area``."""

    def __init__(self, pack: Pack, area: str = NATION) -> None:
        self.area = area
        self.sources: tuple[Source, Source] = (
            pack.source_of("wage", "oews"),
            pack.source_of("projection", "ep"),
        )
        pay, education = listing.area_pay(pack, area), listing.entry_education(pack)
        everyone = listing.all_jobs_change_pct(pack) or 0.0
        rows = listing.occupations(pack)
        self.titles: Mapping[str, str] = {row.code: row.title for row in rows}
        self._cards = {
            row.code: JobCard(
                row.code,
                row.title,
                first_sentence(row.summary)[0] if row.summary else "",
                row.family,
                row.letters[:1],
                _pay_words(pay.get(row.code, (None, ""))[1]),
                _outlook_words(row.change_pct, row.openings, everyone, row.star),
                _study_words(education.get(row.code), row),
                pay.get(row.code, (None, ""))[0],
                row.change_pct,
                row.openings,
                EDUCATION.index(education[row.code])
                if education.get(row.code) in EDUCATION
                else None,
                group=_group_words(row),
            )
            for row in rows
        }
        self.families = tuple(sorted({row.family for row in rows}))
        self._view: ClientView | None = None

    def set_client(self, view: ClientView | None) -> None:
        """Put the student's fit on the cards, or take it off."""
        self._view = view
        near = view.near_words if view else {}
        self._cards = {
            code: replace(card, fit_words=near.get(code, "")) for code, card in self._cards.items()
        }

    @property
    def matches(self) -> tuple[str, ...]:
        """The codes of all matches, by tier and closest first; none before there are scores."""
        return tuple(one.match.code for one in self._view.placed) if self._view else ()

    def shown(self, choice: Choice) -> list[JobCard]:
        """The cards that meet a choice, in its order; what has no figure comes last."""
        codes = self._cards if choice.only is None else choice.only
        found = [c for code in codes if (c := self._cards.get(code)) and _meets(c, choice)]
        if choice.order is not None:
            found.sort(key=self._key(choice.order))
        return found

    def counts(self, choice: Choice, by: Literal["like", "family"]) -> dict[str, int]:
        """How many cards each interest or family has for the study chosen."""
        studied = Choice(study=choice.study)
        keys = [
            card.letter if by == "like" else card.family
            for card in self._cards.values()
            if _meets(card, studied)
        ]
        wanted: Iterable[str] = PLAIN_NAMES if by == "like" else self.families
        return {key: keys.count(key) for key in wanted}

    def _key(self, order: Order) -> Callable[[JobCard], tuple[float, str]]:
        if order == "title":
            return lambda card: (0.0, card.title)
        if order == "fit":
            ranks = {code: place for place, code in enumerate(self.matches)}
            return lambda card: (float(ranks.get(card.code, len(ranks))), card.title)
        name = {"openings": "openings", "pay": "pay", "growth": "change"}[order]

        def key(card: JobCard) -> tuple[float, str]:
            value: float | None = getattr(card, name)
            return (float("inf") if value is None else -value, card.title)

        return key


def page_of(cards: Sequence[JobCard], page: int, size: int) -> tuple[Sequence[JobCard], int, int]:
    """The cards of a page, its number from 0 kept within the pages, and how many pages."""
    pages = max(-(-len(cards) // max(size, 1)), 1)
    page = min(max(page, 0), pages - 1)
    return cards[page * size : (page + 1) * size], page, pages


def _meets(card: JobCard, choice: Choice) -> bool:
    if choice.like and card.letter != choice.like:
        return False
    if choice.family and card.family != choice.family:
        return False
    most = _MOST[choice.study]
    return choice.study == "Any" or (card.study is not None and card.study <= most)


def _pay_words(words: str) -> tuple[str, str]:
    bare = words.removesuffix("*")
    star = "*" if words.endswith("*") else ""
    if bare.endswith(YEAR_ONLY_MARK):
        return words, "middle pay, by the year only"
    if bare.endswith(" an hour"):
        return f"{bare.removesuffix(' an hour')}{star}", "middle pay an hour"
    if bare.startswith("$"):
        return words, "middle pay a year"
    return "Not published", "middle pay"


def _outlook_words(
    change: float | None, openings: float | None, everyone: float, star: str
) -> tuple[str, str]:
    words = _OUTLOOK[outlook_case(change, openings, everyone)]
    if change is None:
        return words, "none is published"
    said = (
        f"{openings_words(openings)} openings a year"
        if openings is not None
        else "openings not known"
    )
    return f"{words}{star}", said


def _study_words(education: str | None, row: OccupationRow) -> tuple[str, str]:
    """The schooling: what those in the job name, where that is not its group's."""
    if education is None:
        return "Not published", "usual schooling"
    words = EDUCATION_SHORT.get(education, education)
    words = words.removesuffix(" diploma") if words != "No diploma" else words
    if row.raters:
        return words, "say those in it"
    return f"{words}{row.star}", "usual schooling"


def _group_words(row: OccupationRow) -> str:
    """Of whom the figures with * are, and the schooling of that group where it is not told."""
    if row.raters:
        return f"* {row.whose}; its schooling: {EDUCATION_SHORT.get(row.entry, row.entry)}"
    return f"* {row.whose}" if row.group else ""
