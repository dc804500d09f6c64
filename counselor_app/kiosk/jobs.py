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
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.store import listing
from counselor_app.store.reference import Pack

Study = Literal["little", "some", "any"]
STUDY: dict[Study, Said] = {
    "little": pgettext("how much to study", "Little"),
    "some": pgettext("how much to study", "Some"),
    "any": pgettext("how much to study", "Any"),
}
_MOST: dict[Study, int] = {
    "little": EDUCATION.index("High school diploma or equivalent"),
    "some": EDUCATION.index("Associate's degree"),
    "any": len(EDUCATION),
}
STUDY_MEANS: dict[Study, str] = {
    "little": _("a high school diploma at most"),
    "some": _("two years of college at most"),
    "any": "",
}

Order = Literal["fit", "openings", "pay", "growth", "title"]
ORDERS: dict[Order, Said] = {
    "fit": _("Closest to my answers first"),
    "openings": _("Most openings a year first"),
    "pay": _("Highest pay first"),
    "growth": _("Fastest growing first"),
    "title": _("From A to Z"),
}
_OUTLOOK: dict[Case, Said] = {
    "growing fast": pgettext("outlook", "Growing fast"),
    "growing": pgettext("outlook", "Growing"),
    "steady": pgettext("outlook", "Holding steady"),
    "shrinking, still hiring": pgettext("outlook", "Shrinking"),
    "shrinking": pgettext("outlook", "Shrinking"),
    "unknown": pgettext("outlook", "No forecast"),
}

_NOT_PUBLISHED = pgettext("figure", "Not published")
_SCHOOLING = {"High school diploma or equivalent": pgettext("education, on a card", "High school")}
"""Shorter still than `EDUCATION_SHORT`, for the narrow column of a card."""


def under_cards(*, year_only: bool) -> str:
    """What stands under cards with schooling; and on pay by the year only, where some is."""
    return joined((LICENSE, _("{note}.", note=YEAR_ONLY))) if year_only else LICENSE


GROUP = _("* Counted for the group of jobs that the card names.")


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
    study: Study = "any"
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
        pay, education = listing.area_medians(pack, area), listing.entry_education(pack)
        none = listing.AreaPay(None)
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
                _pay_words(pay.get(row.code, none)),
                _outlook_words(row.change_pct, row.openings, everyone, row.star),
                _study_words(education.get(row.code), row),
                pay.get(row.code, none).number,
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
    return choice.study == "any" or (card.study is not None and card.study <= most)


def _pay_words(pay: listing.AreaPay) -> tuple[str, str]:
    if not pay.amount:
        return _NOT_PUBLISHED, pgettext("figure", "middle pay")
    if YEAR_ONLY_MARK in pay.marks:
        label = _("middle pay, by the year only")
    elif pay.hourly:
        label = _("middle pay an hour")
    else:
        label = _("middle pay a year")
    return joined((pay.amount, pay.marks), ""), label


def _outlook_words(
    change: float | None, openings: float | None, everyone: float, star: str
) -> tuple[str, str]:
    words = _OUTLOOK[outlook_case(change, openings, everyone)]
    if change is None:
        return words, _("none is published")
    if openings is None:
        said = _("openings not known")
    else:
        said = _("{n} openings a year", n=openings_words(openings))
    return joined((words, star), ""), said


def _study_words(education: str | None, row: OccupationRow) -> tuple[str, str]:
    """The schooling: what those in the job name, where that is not its group's."""
    usual = pgettext("figure", "usual schooling")
    if education is None:
        return _NOT_PUBLISHED, usual
    words = _SCHOOLING.get(education, EDUCATION_SHORT.get(education, education))
    if row.raters:
        return words, _("say those in it")
    return joined((words, row.star), ""), usual


def _group_words(row: OccupationRow) -> str:
    """Of whom the figures with * are, and the schooling of that group where it is not told."""
    if row.raters:
        entry = EDUCATION_SHORT.get(row.entry, row.entry)
        return _("* {group}; its schooling: {schooling}", group=row.whose, schooling=entry)
    return _("* {group}", group=row.whose) if row.group else ""
