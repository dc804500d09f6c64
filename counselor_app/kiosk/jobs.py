"""The jobs as a student meets them: which, in which column, in which order, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

from counselor_app.client_texts import item_families
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.outlook import SHRINKS
from counselor_app.domain.occupation.preparation import LICENSE
from counselor_app.domain.occupation.schooling import LEVELS
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.short import Short, short
from counselor_app.domain.occupation.student_page import home_row
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.years import schooling_level
from counselor_app.domain.session.because import Pick, best_liked, top_two
from counselor_app.domain.session.client import ClientView
from counselor_app.domain.session.inventory import Answers
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.store import listing
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet

Column = Literal[0, 1, 2]
COLUMNS: tuple[tuple[Said, Said], ...] = (
    (pgettext("how much school", "Little schooling"), _("a diploma at most")),
    (pgettext("how much school", "Some schooling"), _("about two years")),
    (_("A lot of schooling"), _("4 years or more")),
)
"""The three groups of jobs and what they ask for after high school."""
_MOST: tuple[int, ...] = (LEVELS.index("High school diploma or equivalent"),
                          LEVELS.index("Associate's degree"))  # fmt: skip
_NEAR = 12
"""Of so many families a group, the surest first, the one to start with is taken."""
_KEPT = 400


@dataclass(frozen=True, slots=True)
class Card:
    """A family of near twins, or a job alone, as its card says it; ``codes`` in order.

    ``letters`` are the interests that it shares with the student, or its own; ``tier`` is that of
    its surest member, None without answers. ``outlook`` is "" where twins have different ones.
    """

    codes: tuple[str, ...]
    title: str
    letters: tuple[str, ...]
    pay: Said | str
    school: Said | str
    outlook: Said | str
    trend: str
    group: Said | str
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Near twins of one list, in order, and the tier of the surest."""

    codes: tuple[str, ...]
    tier: Tier | None = None


class Jobs:
    """Every occupation of a pack, with pay in the first of ``areas`` (the nation's without)."""

    def __init__(self, pack: Pack, areas: tuple[str, ...] = ()) -> None:
        self._pack, self._areas = pack, areas
        self.rows: Mapping[str, OccupationRow] = {
            row.code: row for row in listing.occupations(pack)
        }
        self.groups = item_families()
        self.sheet = lru_cache(maxsize=_KEPT)(self._read)
        levels = listing.entry_education(pack)
        # Where a group's entry gives way to what those in the job say, its page decides.
        doubted = {code for code, row in self.rows.items() if row.raters}
        self._columns = {
            code: _column(
                schooling_level(self.sheet(code)) if code in doubted else levels.get(code)
            )
            for code in self.rows
        }

    def short(self, code: str) -> Short:
        """What a card says of one job."""
        return short(self.sheet(code))

    def card(self, entry: Entry, liked: Sequence[str] = ()) -> Card:
        """The card of near twins; ``liked`` are the letters that the student likes most."""
        first, facts = entry.codes[0], [self.short(code) for code in entry.codes]
        own = self.rows[first].letters[:3]
        shared = tuple(letter for letter in liked if letter in own) or tuple(own[:2])
        outlooks = {one.outlook for one in facts}
        title = self._pack.families.name(first) if len(entry.codes) > 1 else None
        whose = {one.group for one in facts}
        return Card(
            entry.codes,
            title or self.title(first),
            shared,
            self._pay_up(entry.codes) if len(entry.codes) > 1 else facts[0].pay,
            facts[0].school if len({one.school for one in facts}) == 1 else "",
            facts[0].outlook if len(outlooks) == 1 else "",
            facts[0].trend if len(outlooks) == 1 else "",
            facts[0].group if len(whose) == 1 else "",
            entry.tier,
        )

    def title(self, code: str) -> str:
        """A job's name as it is printed."""
        return shown_title(self.rows[code].title)

    def pick(self, code: str, answers: Answers | None = None) -> Pick:
        """A job as it stands on the results and on the sheet."""
        words = self.sheet(code).words
        item = best_liked(answers, self.groups, code)
        return Pick(code, self.title(code), item, self.short(code),
                    words.try_early if words else "")  # fmt: skip

    def matches(self, view: ClientView) -> tuple[tuple[Entry, ...], ...]:
        """The three columns of jobs that may be among the closest tenth, the surest tier first.

        In a tier, what shrinks comes last; near twins are one entry at their first one's place.
        """
        placed = [one for one in view.placed if one.tier != "less likely"]
        tiers = {one.match.code: one.tier for one in placed}
        kept = list(dict.fromkeys(tiers.values()))
        ordered = sorted(tiers, key=lambda code: (kept.index(tiers[code]), self._shrinks(code)))
        return self._in_columns(ordered, tiers)

    def by_interest(self, letter: str) -> tuple[tuple[Entry, ...], ...]:
        """The three columns of jobs of which an interest is the first, most openings first."""
        codes = [code for code, row in self.rows.items() if row.letters[:1] == letter]
        codes.sort(key=lambda code: (self._shrinks(code), -(self.rows[code].openings or 0)))
        return self._in_columns(codes, {})

    def starters(self, view: ClientView) -> tuple[Pick, ...]:
        """Three jobs to start with, one a column: close to the answers, not shrinking, and with an
        activity that was liked. With level answers those with most openings that one speaks for.
        """
        answers = view.client.answers
        columns = self.matches(view)
        if not any(columns):
            liked = [code for code in self.rows if best_liked(answers, self.groups, code)]
            liked.sort(key=lambda code: -(self.rows[code].openings or 0))
            columns = self._in_columns(liked, {})
        found: list[Pick] = []
        for column in columns:
            grows = [e.codes[0] for e in column if not self._shrinks(e.codes[0])][:_NEAR]
            because = [code for code in grows if best_liked(answers, self.groups, code)]
            surest = because or grows or [entry.codes[0] for entry in column]
            # No activity is the reason for two jobs where another one is at hand.
            given = {pick.item for pick in found}
            fresh = [c for c in surest if best_liked(answers, self.groups, c) not in given]
            if surest:
                found.append(self.pick((fresh or surest)[0], answers))
        return tuple(found)

    def surprise(self, seen: Iterable[str], chance: Random) -> str:
        """A job by chance that has not been seen, has words of ours and is not shrinking."""
        good = [
            c for c, row in self.rows.items() if row.summary and row.pay and not self._shrinks(c)
        ]
        fresh = sorted(set(good) - set(seen))
        return chance.choice(fresh or sorted(good))

    def _read(self, code: str) -> Sheet:
        return read_sheet(self._pack, code, self._areas)

    def _shrinks(self, code: str) -> bool:
        change = self.rows[code].change_pct
        return change is not None and change <= SHRINKS

    def _in_columns(
        self, codes: Iterable[str], tiers: Mapping[str, Tier | None]
    ) -> tuple[tuple[Entry, ...], ...]:
        columns: list[list[str]] = [[], [], []]
        for code in codes:
            place = self._columns[code]
            if place is not None:
                columns[place].append(code)
        return tuple(
            tuple(
                Entry(members, tiers.get(members[0]))
                for __, members in self._pack.families.together(column)
            )
            for column in columns
        )

    def _pay_up(self, codes: Sequence[str]) -> Said | str:
        """The least of near twins' pay; said whole where it is not of one kind."""
        facts = [self.short(code).pay for code in codes]
        medians = [self._median(code) for code in codes]
        known = [(m.number, pay) for m, pay in zip(medians, facts, strict=True) if m and m.number]
        if len(set(facts)) == 1:
            return facts[0]
        return pgettext("pay from the least", "{pay} up", pay=min(known)[1]) if known else facts[0]

    def _median(self, code: str) -> Figure | None:
        row = home_row(self.sheet(code))
        found = row.median()
        return found if found.number is not None and row.full_year else None


def _column(level: str | None) -> Column | None:
    if level is None or level not in LEVELS:
        return None
    place = LEVELS.index(level)
    return 0 if place <= _MOST[0] else 1 if place <= _MOST[1] else 2


def under_cards(about: str) -> Said:
    """What stands under cards: from which releases they are, and what schooling leaves out."""
    return joined((about, LICENSE), ". ")


def interests_words(view: ClientView) -> tuple[str, ...]:
    """The letters of the two interests that a student likes most; none where they are level."""
    scores = view.client.scores
    return top_two(scores) if scores else ()


def facts_words(card: Card) -> Said:
    """What a card says, for a reader of screens."""
    return joined((card.title, card.pay, card.school, card.outlook, card.group), ", ")
